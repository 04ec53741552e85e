"""Emotion curves as they are on the other side, where they moved: broken lines with rings, and how far points went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxdesigner.layout import theme
from cxdesigner.layout.curves import Mark, marks_of, segments
from cxdesigner.layout.plot import FACE, PLOT
from cxdesigner.model.records import Persona
from cxdesigner.model.telling_changes import called
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of
from cxdesigner.ui.comparing.plan import Plan, others_curve
from cxdesigner.ui.comparing.sorts import RADIUS, color_of, paint_sign
from cxdesigner.ui.emotions import active_persona
from cxdesigner.ui.style.words import said

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.comparing import Comparing

_RING = 4.0
"""Radius of a point of the other curve, in pixels."""


def paint_old_curves(painter: QPainter, view: CanvasView, plan: Plan, comparing: Comparing) -> None:
    """Paint the other curves of all personas whose curve moved, as far as curves are shown."""
    session, camera = view.session, view.camera
    if session.showing.curves == "mean" or not plan.felt or "felt" in comparing.hidden:
        return
    people = [active_persona(session)] if session.showing.curves == "single" else sorted(plan.felt)
    for band in view.scene.bands:
        top = plot_top_of(band) if band.is_lane else None
        if top is None:
            continue
        y = camera.to_view(0, top)[1]
        if y > view.viewport().height() or y + PLOT * camera.scale < 0:
            continue
        for persona in people:
            if persona in plan.felt:
                marks = marks_of(others_curve(plan, persona, session.map_id), view.columns, top)
                here = marks_of(
                    [one for one in session.shown.emotions(session.map_id) if one.persona == persona], view.columns, top
                )
                _paint(painter, view, marks, here, _color(view, plan, persona))
                if session.shown.get(persona, Persona) is None and marks:
                    _name(painter, view, plan, marks[-1], persona)


def _name(painter: QPainter, view: CanvasView, plan: Plan, mark: Mark, persona: str) -> None:
    """Say at the end of a curve whose it is, of somebody whom only the other side has."""
    found, tokens = plan.other.get(persona, Persona), view.tokens
    at = QPointF(*view.camera.to_view(mark.x, mark.y)) + QPointF(2 * _RING + RADIUS, 0)
    paint_sign(painter, plan.absent, at, tokens)
    painter.setPen(color_of(plan.absent, tokens))
    name = said(called(plan.other, found)) if found is not None else ""
    painter.drawText(at + QPointF(RADIUS + 4, painter.fontMetrics().ascent() / 2 - 1), name)


def _color(view: CanvasView, plan: Plan, persona: str) -> QColor:
    found = view.session.shown.get(persona, Persona) or plan.other.get(persona, Persona)
    return QColor(found.color if found is not None and found.color else theme.MUTED)


def _paint(painter: QPainter, view: CanvasView, marks: list[Mark], here: list[Mark], color: QColor) -> None:
    def at(x: float, y: float) -> QPointF:
        return QPointF(*view.camera.to_view(x, y))

    path = QPainterPath()
    for start, first, second, end in segments(marks):
        if path.isEmpty() or path.currentPosition() != at(*start):
            path.moveTo(at(*start))
        path.cubicTo(at(*first), at(*second), at(*end))
    pen = QPen(color, 1.8, c=Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    now = {mark.column: mark for mark in here}
    for mark in marks:
        other = now.get(mark.column)
        if other is not None and abs(other.score - mark.score) < 1e-9:
            continue
        spot = at(mark.x, mark.y)
        if other is not None:
            painter.setPen(QPen(color, 1.2))
            edge = FACE if other.y > mark.y else -FACE
            painter.drawLine(spot, at(mark.x, other.y - edge))
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(QColor(view.tokens.window))
        painter.drawEllipse(spot, _RING, _RING)
        painter.setBrush(Qt.BrushStyle.NoBrush)
