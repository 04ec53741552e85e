"""What the interface itself paints: the texts and the colours that its code gives to Qt, the map's own left out."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.typeset import Typesetter
from tests.ui.hand import Hand
from tests.ui.marked import content_of, unmarked

OURS = "cxdesigner.ui."
_CUT = re.compile(r"⟦[^⟦⟧]*…$")


def _asker() -> str:
    """Give the module that called what is recorded."""
    return str(sys._getframe(2).f_globals["__name__"])


class Painted:
    """Records, from now on, which module of the interface paints which texts in which colours."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.texts: set[tuple[str, str]] = set()
        self.colors: set[tuple[str, str]] = set()
        self._record(patch, QPainter, "drawText", self._text)
        # Lines of the map's own layout: whole, since each line of a paragraph is painted by itself.
        self._record(patch, Typesetter, "paragraph", self._text)
        for method in ("setPen", "setBrush", "fillRect", "fillPath", "strokePath"):
            self._record(patch, QPainter, method, self._color)

    def _record(self, patch: pytest.MonkeyPatch, owner: type, name: str, keep: Callable[[str, Any], None]) -> None:
        method = getattr(owner, name)

        def recorded(this: Any, *arguments: Any, **named: Any) -> Any:
            module = _asker()
            if module.startswith(OURS):
                for one in arguments:
                    keep(module.removeprefix(OURS), one)
            return method(this, *arguments, **named)

        patch.setattr(owner, name, recorded)

    def _text(self, module: str, what: Any) -> None:
        if isinstance(what, str) and what.strip():
            self.texts.add((module, what))

    def _color(self, module: str, what: Any) -> None:
        color = what if isinstance(what, QColor) else what.color() if isinstance(what, QPen | QBrush) else None
        if color is not None and color.alpha() and not _is_none(what):
            self.colors.add((module, color.name()))

    def look(self, hand: Hand) -> None:
        """Have all that is shown painted once more: the window, and what is over it."""
        QApplication.processEvents()
        for widget in {hand.window, *QApplication.topLevelWidgets()}:
            if widget.isVisible():
                widget.grab()

    def unmarked(self, hand: Hand) -> set[tuple[str, str]]:
        """Give what was painted that is neither translated nor content of the project, and by which module."""
        content = content_of(hand)
        return {(module, text) for module, text in self.texts if _unmarked(text, content)}

    def by(self, module: str) -> set[str]:
        """Give the texts that a module has painted."""
        return {text for one, text in self.texts if one == module}


def _is_none(what: Any) -> bool:
    return isinstance(what, QPen | QBrush) and not what.style().value


def _unmarked(text: str, content: list[str]) -> str:
    """Give what of a text is unmarked; where it is cut off, so may be the mark, or the content."""
    before = ""
    while before != text:
        before, text = text, _CUT.sub("…", text)
    if text.endswith("…") and any(one.startswith(text[:-1].strip()) for one in content):
        return ""
    return unmarked(text, content)
