"""A column of widgets that scrolls, and stays as wide when its scroll bar comes and goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """Scrolls up and down; the scroll bar stands in the right margin, so that nothing moves when it shows."""

    def __init__(self, margin: int, spacing: int) -> None:
        super().__init__()
        self._margin = margin
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setSpacing(spacing)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def reach(self, widget: QWidget) -> None:
        """Scroll until a widget in the column can be seen."""
        self.column.activate()  # what has never been seen has no place yet
        self.ensureWidgetVisible(widget, 0, self._margin)

    def _make_room(self, least: int, most: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if most > least else 0
        self.column.setContentsMargins(self._margin, 0, self._margin - bar, self._margin)
