"""Lanes, stages and steps that only the other version has: lines between what is there, with what would stand there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxdesigner.layout.scene import Scene
from cxdesigner.model.records import Lane, Record, Stage, Step
from cxdesigner.model.telling_changes import called
from cxdesigner.ui.comparing.sorts import RADIUS, color_of, paint_sign, pen_of
from cxdesigner.ui.style.words import said

if TYPE_CHECKING:
    from cxdesigner.layout.columns import Columns
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.plan import Plan

_WIDEST, _HIGH, _AWAY = 180.0, 18.0, 32.0
"""Size of a label, and how far it stands from the right edge, in pixels."""


class Border(NamedTuple):
    """A line on the sheet, in points, one of whose lengths is 0; its label stands at its end."""

    record: Record
    line: QRectF


class Borders:
    """Places and paints these lines. A step of a stage that is gone too has none of its own."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._plan: Plan | None = None
        self._known: tuple[Scene, tuple[Border, ...]] | None = None

    def follow(self, plan: Plan | None) -> None:
        """Take another plan."""
        self._plan, self._known = plan, None

    def _borders(self) -> tuple[Border, ...]:
        plan, view = self._plan, self._view
        if plan is None or not plan.structure:
            return ()
        if self._known is None or self._known[0] is not view.scene:
            stages = {record.id for record in plan.structure if isinstance(record, Stage)}
            found = []
            for record in plan.structure:
                if record.parent not in stages:
                    line = self._lane(plan, record) if isinstance(record, Lane) else self._column(plan, record)
                    found.append(Border(record, line))
            self._known = view.scene, tuple(found)
        return self._known[1]

    def _lane(self, plan: Plan, lane: Lane) -> QRectF:
        scene = self._view.scene
        before = _those_before(plan.other.lanes(lane.parent), lane)
        bands = {band.key: band for band in scene.bands if band.is_lane}
        above = next((bands[key] for one in reversed(before) if (key := plan.id_here(one.id)) in bands), None)
        first = next(iter(bands.values()), None)
        y = above.top + above.height if above is not None else first.top if first is not None else scene.height
        return QRectF(0, y, scene.width, 0)

    def _column(self, plan: Plan, record: Stage | Step) -> QRectF:
        scene, columns = self._view.scene, self._view.columns
        map_there = plan.other.map_of(record.id) or ""
        steps = plan.other.steps(map_there)
        own = plan.other.steps_of(record.id) if isinstance(record, Stage) else (record,)
        before = _those_before(steps, own[0]) if own else ()
        x = _right_of(columns, [plan.id_here(one.id) for one in before])
        lanes = [band for band in scene.bands if band.is_lane]
        top = lanes[0].top if lanes else 0.0
        bottom = lanes[-1].top + lanes[-1].height if lanes else scene.height
        return QRectF(x, top, 0, bottom - top)

    def place_of(self, record: Record | None) -> QRectF | None:
        """Give where a thing would stand, on the sheet; None if that is not shown."""
        found = next((one.line for one in self._borders() if record is not None and one.record.id == record.id), None)
        if found is None:
            return None
        return QRectF(found.topLeft(), found.topLeft()).adjusted(0, 0, 1, 1)

    def paint(self, painter: QPainter, seen: QRectF, current: str) -> None:
        """Paint what is in view; several labels at the same place stand below each other."""
        taken: dict[tuple[float, float], int] = {}
        for border in self._borders():
            line = border.line
            if not line.adjusted(-1, -1, 1, 1).intersects(seen):
                continue
            place = (line.x(), line.y())
            self._paint(painter, border, taken.get(place, 0), border.record.id == current)
            taken[place] = taken.get(place, 0) + 1

    def _paint(self, painter: QPainter, border: Border, below: int, current: bool) -> None:
        plan, view, tokens = self._plan, self._view, self._view.tokens
        assert plan is not None
        line = view.overlay.rect((border.line.x(), border.line.y(), border.line.width(), border.line.height()))
        painter.setPen(pen_of(plan.absent, tokens, 2.6 if current else 1.5))
        painter.drawLine(line.topLeft(), line.bottomRight())
        words = said(called(plan.other, border.record))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(_WIDEST))
        width = metrics.horizontalAdvance(words) + 2 * RADIUS + 16
        if border.line.width():  # at the right, where no title of a lane stands
            right = min(line.right(), view.viewport().width()) - _AWAY
            box = QRectF(right - width, line.top() - _HIGH / 2 + below * (_HIGH + 2), width, _HIGH)
        else:  # below, where no step's title stands
            box = QRectF(line.left() - width / 2, line.bottom() - 4 + below * (_HIGH + 2), width, _HIGH)
        painter.setPen(QPen(color_of(plan.absent, tokens), 2.0 if current else 1.0))
        painter.setBrush(QColor(tokens.window))
        painter.drawRoundedRect(box, 4, 4)
        paint_sign(painter, plan.absent, QPointF(box.left() + RADIUS + 3, box.center().y()), tokens, RADIUS - 1)
        painter.setPen(color_of(plan.absent, tokens))
        painter.drawText(box.adjusted(2 * RADIUS + 8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _those_before(siblings: Sequence[Record], record: Record) -> Sequence[Record]:
    return siblings[: next((at for at, one in enumerate(siblings) if one.id == record.id), 0)]


def _right_of(columns: Columns, steps: list[str]) -> float:
    """Give the right edge of the last of these steps that is shown, the left edge of all columns if none is."""
    found = next((column for step in reversed(steps) if (column := columns.of(step)) is not None), None)
    return found.x + found.width if found is not None else columns.left
