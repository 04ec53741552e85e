"""Arrows from where cards stood to where they stand."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from cxdesigner.layout.scene import Scene
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.comparing.plan import LOOKED_AT
from cxdesigner.ui.comparing.sorts import color_of

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.ghosts import Ghosts
    from cxdesigner.ui.comparing.plan import Plan

MOST = 8
"""How many arrows are drawn at once; of more only that of what is looked at."""
_HEAD = 8.0
_Ends = tuple[QRectF, QRectF]


class Arrows:
    """Paints arrows between two cells; a card that only moved within its cell has none."""

    def __init__(self, view: CanvasView, ghosts: Ghosts) -> None:
        self._view, self._ghosts = view, ghosts
        self._plan: Plan | None = None
        self._known: tuple[Scene, dict[str, _Ends | None]] | None = None

    def follow(self, plan: Plan | None) -> None:
        """Take another plan."""
        self._plan, self._known = plan, None

    def paint(self, painter: QPainter, seen: QRectF, current: str) -> None:
        """Paint what is in view; `current` is the id of what is looked at, whose arrow is always painted."""
        plan, view = self._plan, self._view
        if plan is None or not plan.moved:
            return
        near = view.camera.zoom >= READABLE
        keys = plan.moved.keys() if near and len(plan.moved) <= LOOKED_AT else plan.moved.keys() & {current}
        found = []
        for key in keys:
            ends = self._ends_of(plan, key)
            if ends is not None and (ends[0].intersects(seen) or ends[1].intersects(seen)):
                found.append((key, ends))
        for key, (there, here) in found:
            if len(found) <= MOST or key == current:
                self._paint(painter, there, here, key == current)

    def _ends_of(self, plan: Plan, key: str) -> _Ends | None:
        """Give what `_ends` gives; it stays so as long as the scene does."""
        scene = self._view.scene
        if self._known is None or self._known[0] is not scene:
            self._known = scene, {}
        known = self._known[1]
        if key not in known:
            known[key] = self._ends(plan, key)
        return known[key]

    def _ends(self, plan: Plan, key: str) -> _Ends | None:
        """Give where a card stands on the other side and on this one, on the sheet."""
        view, other = self._view, plan.moved[key]
        hits = [hit for hit in view.find(key) if hit.group.part in ("card", "bar")]
        here = view.session.shown.get(key, Card)
        if not hits or here is None or (here.lane, here.step) == plan.cell_of(other):
            return None
        there = self._ghosts.place_of(other)
        if there is None:
            return None
        return there, QRectF(hits[0].x, hits[0].y, hits[0].group.width, hits[0].group.height)

    def _paint(self, painter: QPainter, there: QRectF, here: QRectF, current: bool) -> None:
        assert self._plan is not None
        tokens = self._view.tokens
        slot, card = (self._view.overlay.rect((one.x(), one.y(), one.width(), one.height())) for one in (there, here))
        if self._plan.side == "before":
            slot, card = card, slot
        color = color_of("moved", tokens)
        if not current:
            color.setAlpha(130)
        paint_bow(painter, slot, card, QPen(color, 2.6 if current else 1.7, c=Qt.PenCapStyle.RoundCap))


def paint_bow(painter: QPainter, one: QRectF, other: QRectF, pen: QPen) -> QPointF:
    """Paint a bent line with a head from a box of the view to another; gives the point midway on it."""
    start, end = _facing(one, other), _facing(other, one)
    bend = QPointF(0.0, -min(40.0, abs(end.x() - start.x()) / 6))
    control = (start + end) / 2 + bend
    path = QPainterPath(start)
    path.quadTo(control, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    angle = atan2(end.y() - control.y(), end.x() - control.x())
    wings = [end - QPointF(cos(angle + turn), sin(angle + turn)) * _HEAD for turn in (pi / 7, -pi / 7)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([end, *wings]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return path.pointAtPercent(0.5)


def _facing(box: QRectF, other: QRectF) -> QPointF:
    """Give the middle of the side of a box that faces another one."""
    if other.left() >= box.right():
        return QPointF(box.right(), box.center().y())
    if other.right() <= box.left():
        return QPointF(box.left(), box.center().y())
    return QPointF(box.center().x(), box.bottom() if other.center().y() > box.center().y() else box.top())
