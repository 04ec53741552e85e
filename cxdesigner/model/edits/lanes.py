"""Lanes: the rows of a map."""

from __future__ import annotations

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


def move_lane(document: Document, lane_id: str, index: int) -> Change | None:
    """Move a lane, with its cards, before the lane that is at `index` among the others, hidden ones counted."""
    lane = document.get(lane_id, Lane)
    if lane is None:
        return None
    lanes = document.lanes(lane.parent)
    if lanes.index(lane) == max(0, min(index, len(lanes) - 1)):
        return None
    draft = Draft(document)
    draft.put(*place(lanes, [lane], index))
    return draft.change()
