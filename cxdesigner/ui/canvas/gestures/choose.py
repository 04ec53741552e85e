"""Which gesture a press begins, told by what is under it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.gestures.cards import MoveCards
from cxdesigner.ui.canvas.gestures.emotion import MovePoints
from cxdesigner.ui.canvas.gestures.freehand import DrawCurve, draws_curve
from cxdesigner.ui.canvas.gestures.library import DropEntry
from cxdesigner.ui.canvas.gestures.select import RubberBand
from cxdesigner.ui.canvas.gestures.structure import MoveLane, MoveStage, MoveStep
from cxdesigner.ui.canvas.gestures.widths import SpanCard, StepWidth
from cxdesigner.ui.entries import Entry

EDGE = 6.0
"""How near to an edge, in pixels, the edge is meant."""


def choose(view, press: Press) -> Gesture:
    """Begin the gesture that belongs to what was pressed."""
    if (dragged := view.overlay.links.begin(press)) is not None:
        return dragged
    if (handle := _handle(view, press)) is not None:
        return handle
    if press.hit is None or press.modifiers & Qt.KeyboardModifier.ShiftModifier:
        return DrawCurve(view, press) if draws_curve(view, press) else RubberBand(view, press)
    edge = edge_of(view, press)
    match press.hit.group.part:
        case "card" | "bar":
            return SpanCard(view, press, right=edge == "right") if edge else MoveCards(view, press)
        case "stage":
            return MoveStage(view, press)
        case "step":
            return StepWidth(view, press) if edge == "right" else MoveStep(view, press)
        case "lane-title":
            return MoveLane(view, press)
        case "point":
            return MovePoints(view, press)
        case "persona":
            return DropEntry(view, press, Entry("persona", press.hit.group.id))
        case _:
            return RubberBand(view, press)


def edge_of(view, press: Press) -> str:
    """Tell whether a press is on the "left" or "right" edge of a card or a step, "" for neither."""
    hit = press.hit
    if hit is None or hit.group.part not in ("card", "step"):
        return ""
    near = min(EDGE / view.camera.scale, hit.group.width / 4)
    if press.x > hit.x + hit.group.width - near:
        return "right"
    return "left" if hit.group.part == "card" and press.x < hit.x + near else ""


def _handle(view, press: Press) -> SpanCard | None:
    """Begin to span the selected card if one of its handles was pressed: they reach beyond its edges."""
    ids = view.session.selection.ids
    reach = EDGE / view.camera.scale
    for hit in view.find(ids[0], "card") if len(ids) == 1 else ():
        beside = hit.y <= press.y < hit.y + hit.group.height
        if beside:
            for edge, right in ((hit.x, False), (hit.x + hit.group.width, True)):
                if abs(press.x - edge) <= reach:
                    return SpanCard(view, press._replace(hit=hit), right=right)
    return None
