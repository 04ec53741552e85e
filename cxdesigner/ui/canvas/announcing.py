"""What is selected on the canvas, said to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from cxdesigner.ui.describing import described
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView


class Announcer(QObject):
    """Keeps the canvas's accessible description: the selected thing, or how many there are."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        view.session.selection_changed.connect(self._say)

    def _say(self) -> None:
        session = self._view.session
        ids = session.selection.ids
        words = tr("{n:,} things are selected", n=len(ids)) if len(ids) > 1 else ""
        if len(ids) == 1:
            words = described(session.document, ids[0])
        if words == self._view.accessibleDescription():
            return
        self._view.setAccessibleDescription(words)
        if words and QAccessible.isActive() and self._view.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))
