"""What comes next to something on the map, as one goes on to it with the keyboard or when it is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxdesigner.model.records import Card, Emotion, Lane, Persona, Record, Stage, Step
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


def near_removed(view: CanvasView, records: Sequence[Record]) -> tuple[list[str], tuple[str | None, str | None] | None]:
    """Give what is selected when these records are gone, the best first, and the cell in which the keyboard is then.

    The next one of the same kind, else the one before; after the last card of a stack its cell.
    """
    gone = {record.id for record in records}
    last = records[-1]
    cell: tuple[str | None, str | None] | None = view.session.selection.cell
    order = siblings(view, last)
    if isinstance(last, Card):
        order = [card.id for card in view.session.document.cell(last.parent, last.lane, last.step)]
        cell = (last.lane, last.step) if last.lane and last.step else cell
    elif isinstance(last, (Stage, Step, Lane)):
        cell = (None, None)
    elif isinstance(last, Emotion):
        order = []
    if last.id not in order:
        return [], cell
    position = order.index(last.id)
    return [key for key in (*order[position:], *reversed(order[:position])) if key not in gone], cell
