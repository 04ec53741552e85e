"""Selecting by a rubber band, and moving the view by hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout.hit import within
from cxdesigner.ui.canvas.gestures.base import Gesture, Press


class RubberBand(Gesture):
    """Selects the cards and emotion points that a rectangle touches."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        self._before = view.session.selection.ids
        # Shift adds to what is selected, Ctrl takes away what of it is touched.
        self._kept = self._before if press.adds else ()
        self._toggles = bool(press.modifiers & Qt.KeyboardModifier.ControlModifier)
        self._rect = QRectF()

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        left, right = sorted((self.press.x, x))
        top, bottom = sorted((self.press.y, y))
        corner, end = self.view.camera.to_view(left, top), self.view.camera.to_view(right, bottom)
        self._rect = QRectF(corner[0], corner[1], end[0] - corner[0], end[1] - corner[1])
        scene = self.view.scene
        found = [group for part in ("card", "bar", "point") for group in within(scene, left, top, right, bottom, part)]
        touched = dict.fromkeys(group.id for group in found)
        kept = [key for key in self._kept if not (self._toggles and key in touched)]
        fresh = [key for key in touched if not (self._toggles and key in self._kept)]
        self.view.session.select([*kept, *fresh])
        self.view.viewport().update()

    def cancel(self) -> None:
        self.view.session.select(self._before)

    def paint(self, painter: QPainter) -> None:
        self.view.overlay.rubber(painter, self._rect)


class Pan(Gesture):
    """Moves the view with the pointer."""

    scrolls = (False, False)

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        self._bars = view.horizontalScrollBar(), view.verticalScrollBar()
        self._start = self._bars[0].value(), self._bars[1].value()

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        at = self.view.pointer
        self._bars[0].setValue(self._start[0] - (at.x() - self.press.at.x()))
        self._bars[1].setValue(self._start[1] - (at.y() - self.press.at.y()))

    def cancel(self) -> None:
        for bar, value in zip(self._bars, self._start, strict=True):
            bar.setValue(value)
