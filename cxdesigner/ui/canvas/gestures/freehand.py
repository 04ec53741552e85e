"""Drawing an emotion curve freehand: the line that is drawn becomes a score at each step that it passes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxdesigner.layout import plot, theme
from cxdesigner.layout.columns import Column
from cxdesigner.model.edits.emotions import set_scores
from cxdesigner.model.records import Persona
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of, snapped
from cxdesigner.ui.emotions import active_persona
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr

NEAR = 1 / 6
"""How far from the middle of a step, in widths of it, the line counts for its score."""
CORRECTION = 0.2
"""The height, in scores, by which a line straight up or down corrects what was drawn there: then its end counts."""


class _Pass(NamedTuple):
    """What a line has left near the middle of a step, going one way: the mean height, and over which length."""

    mean: float
    length: float
    way: int


class Strokes:
    """Tells the height of a line, in scores, at the middles of the columns that it passes, while it is drawn.

    Near a middle the mean of the line counts, so that a trembling hand does no harm; where the pointer was too quick to
    be seen there, the straight line between the places where it was. The last pass over a column counts.
    """

    def __init__(self, columns: Sequence[Column], x: float, y: float) -> None:
        self._columns = [column for column in columns if not column.collapsed]
        self._passes: dict[str, _Pass] = {}
        self._last = x, y
        self._over: set[str] = set()
        self.line_to(x, y)

    @property
    def heights(self) -> dict[str, float]:
        """The height of the line by step."""
        return {step: found.mean for step, found in self._passes.items()}

    def line_to(self, x: float, y: float) -> None:
        """Draw on."""
        (from_x, from_y), self._last = self._last, (x, y)
        left, right = min(from_x, x), max(from_x, x)
        way = (x > from_x) - (x < from_x)
        over = set()
        for column in self._columns:
            middle, reach = column.x + column.width / 2, column.width * NEAR
            first, last = max(left, middle - reach), min(right, middle + reach)
            if first > last:
                continue
            over.add(column.step)
            if way == 0:
                if abs(y - from_y) > CORRECTION or column.step not in self._passes:
                    self._passes[column.step] = _Pass(y, 0.0, way)
                continue
            heights = [from_y + (y - from_y) * (at - from_x) / (x - from_x) for at in (first, last)]
            self._add(column.step, sum(heights) / 2, last - first, way)
        self._over = over

    def _add(self, step: str, mean: float, length: float, way: int) -> None:
        before = self._passes.get(step)
        if before is None or step not in self._over or before.way not in (0, way):
            self._passes[step] = _Pass(mean, length, way)
            return
        whole = before.length + length
        share = length / whole if whole else 1.0
        self._passes[step] = _Pass(before.mean + (mean - before.mean) * share, whole, way)


class DrawCurve(Gesture):
    """Draws the curve of the active persona across the emotion lane."""

    cursor = Qt.CursorShape.CrossCursor
    frames = False

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        session = view.session
        self._band = press.hit.band.key
        self._persona = active_persona(session)
        person = session.document.get(self._persona, Persona)
        self._color = QColor((person.color if person is not None else "") or theme.MUTED)
        # Heights are kept as scores: the lane may move while its neighbours are laid out.
        score = plot.score_at(press.y, self._top())
        self._line = [(press.x, score)]
        self._strokes = Strokes(view.columns.columns, press.x, score)
        self._scores: dict[str, float] = {}

    def _top(self) -> float:
        band = next((band for band in self.view.scene.bands if band.key == self._band), None)
        return (plot_top_of(band) if band is not None else None) or 0.0

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        score = plot.score_at(y, self._top())
        if (x, score) != self._line[-1]:
            self._line.append((x, score))
            self._strokes.line_to(x, score)
        scores = {step: snapped(height, free=True) for step, height in self._strokes.heights.items()}
        if scores != self._scores:
            self._scores = scores
            self.view.session.preview(self._edit())
        self.view.viewport().update()

    def _edit(self) -> Edit:
        return partial(set_scores, scores={(self._persona, step): score for step, score in self._scores.items()})

    def release(self) -> None:
        if self._scores:
            self.view.session.perform(tr("Draw curve"), self._edit())

    def paint(self, painter: QPainter) -> None:
        view, top = self.view, self._top()
        path = QPainterPath()
        for index, (x, score) in enumerate(self._line):
            at = QPointF(*view.camera.to_view(x, plot.height_of(score, top)))
            path.lineTo(at) if index else path.moveTo(at)
        color = QColor(self._color)
        color.setAlpha(110)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        caps = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color, 6, Qt.PenStyle.SolidLine, *caps))
        painter.drawPath(path)
        person = view.session.document.get(self._persona, Persona)
        name = person.name if person is not None else ""
        view.overlay.label(painter, view.pointer.x() + 14, view.pointer.y() + 22, name or tr("Unnamed persona"))


def draws_curve(view, press: Press) -> bool:
    """Tell whether a press with Shift begins a curve: it is in the plot of an emotion lane, and somebody is there."""
    if press.hit is None or not view.columns.left <= press.x < view.columns.right:
        return False
    top = plot_top_of(press.hit.band)
    return top is not None and top <= press.y < top + plot.PLOT and bool(active_persona(view.session))
