"""Dragging points of emotion curves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout import plot
from cxdesigner.layout.scene import Band
from cxdesigner.model.edits.emotions import set_scores
from cxdesigner.model.records import Emotion
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.emotions import level_name, snapped
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr

__all__ = ["MovePoints", "plot_top_of", "snapped"]


def plot_top_of(band: Band) -> float | None:
    """Give the upper edge of the plot of an emotion band on the sheet; None if it has none."""
    # It comes before all curves and points; of a lane with thousands of cards none is looked at.
    for group in band.groups:
        if group.part == "emotion":
            return band.top + group.y
        if group.part not in BEFORE_PLOT:
            return None
    return None


BEFORE_PLOT = ("lane", "scale", "lane-title")
"""The parts of an emotion band that come before its plot."""


class MovePoints(Gesture):
    """Drags a point up and down, and all that are selected with it by as much; Shift lets go of the levels."""

    cursor = Qt.CursorShape.SizeVerCursor
    scrolls = (False, True)

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        session, self._key = view.session, press.hit.group.id
        self._band = press.hit.band.key
        held = session.document[self._key]
        assert isinstance(held, Emotion)
        self._start = float(held.score or 0.0)
        self._grip = press.y - plot.height_of(self._start, self._top())
        self._change: float | None = None
        if self._key in session.selection.ids:
            session.select(session.selection.ids, (self._band, held.step))
        else:
            session.select(self._key, (self._band, held.step))
        chosen = [one for one in session.selected() if isinstance(one, Emotion) and one.score is not None]
        self._before = {(one.persona, one.step): float(one.score or 0.0) for one in (held, *chosen)}

    def _top(self) -> float:
        band = next((band for band in self.view.scene.bands if band.key == self._band), None)
        return (plot_top_of(band) if band is not None else None) or 0.0

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        free = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        change = snapped(plot.score_at(y - self._grip, self._top()), free=free) - self._start
        if change != self._change:
            self._change = change
            self.view.session.preview(self._edit())
        self.view.viewport().update()

    def _edit(self) -> Edit:
        change = self._change or 0.0
        scores = {
            key: max(-2.0, min(2.0, round(before + change, 6) + 0.0)) if change else before
            for key, before in self._before.items()
        }
        return partial(set_scores, scores=scores)

    def release(self) -> None:
        if self._change is not None:
            n = len(self._before)
            self.view.session.perform(tr("Move emotion") if n == 1 else tr("Move {n} emotions", n=n), self._edit())

    def paint(self, painter: QPainter) -> None:
        if self._change is None:
            return
        score = self._start + self._change
        for hit in self.view.find(self._key, "point"):
            x, y = self.view.camera.to_view(hit.x + hit.group.width, hit.y)
            text = f"{level_name(score)}  {score:+.3g}".replace("-", "−")
            if len(self._before) > 1:
                text = tr("{level} · {n} points", level=text, n=len(self._before))
            self.view.overlay.label(painter, x + 8, y - 6, text)
