"""Lanes: the rows of a map."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.records import Lane, Map


def add_lane(document: Document, map_id: str, kind: str, title: str = "", index: int | None = None) -> Change | None:
    """Add a lane before the lane at `index`, hidden ones counted (None: at the end)."""
    if document.get(map_id, Map) is None:
        return None
    lanes = document.lanes(map_id)
    draft = Draft(document)
    lane = Lane.new(id=new_id(), parent=map_id, kind=kind, title=title)
    draft.put(*place(lanes, [lane], len(lanes) if index is None else index))
    return draft.change()


def move_lane(document: Document, lane_id: str | Sequence[str], index: int) -> Change | None:
    """Move a lane, with its cards, before the lane that is at `index` among the others, hidden ones counted.

    Several lanes of the map of the first stand together then, in the order in which they stood.
    """
    wanted = [lane_id] if isinstance(lane_id, str) else list(lane_id)
    first = next((lane for lane in (document.get(key, Lane) for key in wanted) if lane is not None), None)
    if first is None:
        return None
    lanes = document.lanes(first.parent)
    moved = [lane for lane in lanes if lane.id in wanted]
    staying = [lane for lane in lanes if lane.id not in wanted]
    index = max(0, min(index, len(staying)))
    if [*staying[:index], *moved, *staying[index:]] == list(lanes):
        return None
    draft = Draft(document)
    draft.put(*place(lanes, moved, index))
    return draft.change()
