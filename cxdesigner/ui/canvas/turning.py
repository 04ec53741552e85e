"""Which title comes next to another: stages, steps, lanes, personas, and the feelings of one persona, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.model.records import Emotion, Lane, Persona, Record, Stage, Step
from cxdesigner.ui.canvas.landing import lane_bands

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView


def title_beside(view: CanvasView, record: Record, by: int) -> str | None:
    """Give the id of what is so many places behind a record among its like; None beyond the ends."""
    order = siblings(view, record)
    position = order.index(record.id) + by if record.id in order else -1
    return order[position] if 0 <= position < len(order) else None


def siblings(view: CanvasView, record: Record) -> list[str]:
    """Give the ids of what is shown of the same class as a record, from left to right or from top to bottom."""
    document, map_id = view.session.document, view.session.map_id
    columns = view.columns.columns
    match record:
        case Lane():
            return [band.key for band in lane_bands(view.scene)]
        case Step():
            return [column.step for column in columns]
        case Stage():
            return list(dict.fromkeys(column.stage for column in columns))
        case Persona():
            return [persona.id for persona in document.personas_of(map_id)]
        case Emotion():
            found = [document.emotion(record.persona, column.step) for column in columns]
            return [
                emotion.id for emotion in found if emotion is not None and (emotion.note or emotion.score is not None)
            ]
    return []
