"""Dragging a point of an emotion curve."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout import plot
from cxdesigner.layout.hit import groups_of
from cxdesigner.layout.scene import Band
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.records import Emotion
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.emotions import level_name, snapped

__all__ = ["MovePoint", "plot_top_of", "snapped"]


def plot_top_of(band: Band) -> float | None:
    """Give the upper edge of the plot of an emotion band on the sheet; None if it has none."""
    return next((band.top + group.y for group in band.groups if group.part == "emotion"), None)


class MovePoint(Gesture):
    """Drags a point up and down; Shift lets go of the levels."""

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self._key = press.hit.group.id
        self._emotion = view.session.document[self._key]
        assert isinstance(self._emotion, Emotion)
        self._top = plot_top_of(press.hit.band) or 0.0
        self._lane = press.hit.band.key
        self._score: float | None = None
        start = plot.height_of(self._emotion.score or 0.0, self._top)
        self._grip = press.y - start
        view.session.select(self._key, (self._lane, self._emotion.step))

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        free = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        score = snapped(plot.score_at(y - self._grip, self._top), free=free)
        if score != self._score:
            self._score = score
            self.view.session.preview(self._edit())

    def _edit(self):
        emotion = self._emotion
        return partial(set_emotion, persona_id=emotion.persona, step_id=emotion.step, score=self._score)

    def release(self) -> None:
        if self._score is not None:
            self.view.session.perform("Move emotion", self._edit())

    def paint(self, painter: QPainter) -> None:
        if self._score is None:
            return
        for hit in groups_of(self.view.scene, self._key, "point"):
            x, y = self.view.camera.to_view(hit.x + hit.group.width, hit.y)
            text = f"{level_name(self._score)}  {self._score:+g}".replace("-", "−")
            self.view.overlay.label(painter, x + 8, y - 6, text)
