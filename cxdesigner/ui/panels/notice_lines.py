"""A list below a notice: what it is about, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QListWidget

from cxdesigner.ui.panels.notices import Notices

_SHOWN: Final = 6
"""Lines that are seen at once."""


def unfold_lines(bar: Notices, key: str, texts: Sequence[str], name: str) -> None:
    """Show lines below the notice of this key; no longer, if they are shown. `name` says what they are."""
    lines = QListWidget()
    lines.setObjectName("files")
    lines.setAccessibleName(name)
    lines.setWordWrap(True)
    lines.addItems(texts)
    high = sum(lines.sizeHintForRow(row) for row in range(min(_SHOWN, lines.count())))
    lines.setFixedHeight(high + 2 * lines.frameWidth())
    bar.unfold(key, lines)
