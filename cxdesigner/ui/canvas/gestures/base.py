"""One gesture, one object: it begins when the mouse has moved far enough, previews, and commits once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt

from cxdesigner.layout.hit import Hit

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cxdesigner.ui.canvas.view import CanvasView


class Press(NamedTuple):
    """Where and on what the mouse button went down; x and y on the sheet in points, `at` in the view in pixels."""

    x: float
    y: float
    at: QPoint
    hit: Hit | None
    modifiers: Qt.KeyboardModifier

    @property
    def adds(self) -> bool:
        """Whether what is chosen is added to the selection."""
        return bool(self.modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))


class Gesture:
    """A drag on the canvas. Positions are on the sheet in points.

    `move` may come any number of times; then comes either `release` or `cancel`.
    """

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = (True, True)
    """Whether the view scrolls across, and down, while the pointer is near an edge."""
    frames = True
    """Whether what is selected is framed meanwhile."""

    def __init__(self, view: CanvasView, press: Press) -> None:
        self.view = view
        self.press = press

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        """Show what letting go here would do."""

    def release(self) -> None:
        """Do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.view.session.drop_preview()

    def paint(self, painter: QPainter) -> None:
        """Draw over the sheet; the painter stands in the view, in pixels."""


class FromOutside(Gesture):
    """A drag that comes from beside the canvas, or from another program, and may leave it again."""

    cursor = Qt.CursorShape.DragCopyCursor

    def leave(self) -> None:
        """Forget where it would land: the pointer is elsewhere."""
