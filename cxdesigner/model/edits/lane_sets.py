"""Sets of lanes that belong together: the lanes of a kind of map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.records import Lane, Map

LANE_SETS: Final = {
    "journey": ("actions", "touchpoints", "thoughts", "emotion", "pains", "opportunities"),
    "blueprint": ("evidence", "actions", "touchpoints", "frontstage", "backstage", "support"),
    "metrics": ("touchpoints", "emotion", "metrics"),
}
"""The kinds of lane of a customer journey, a service blueprint and a map that is measured, from top to bottom."""

_ORDER: Final = (
    "pictures", "evidence", "actions", "touchpoints", "channels", "thoughts", "quotes", "emotion", "metrics", "promise",
    "pains", "opportunities", "ideas", "insights", "frontstage", "backstage", "support", "notes",
)  # fmt: skip


def add_lane_set(document: Document, map_id: str, kinds: Sequence[str]) -> Change | None:
    """Add the lanes of these kinds that a map has not, and show those that are hidden; those that are shown stay.

    A new lane stands behind the nearest of the lanes that usually stand above it, else above those that stand below.
    """
    if document.get(map_id, Map) is None:
        return None
    lanes = list(document.lanes(map_id))
    draft = Draft(document)
    for kind in kinds:
        there = [lane for lane in lanes if lane.kind == kind]
        if not there:
            fresh = Lane.new(id=new_id(), parent=map_id, kind=kind)
            placed = place(lanes, [fresh], _place(lanes, kind))
            draft.put(*placed)
            ranked = {lane.id: lane for lane in (*lanes, *placed)}
            lanes = sorted(ranked.values(), key=lambda lane: (lane.rank, lane.id))
        elif all(lane.hidden for lane in there):
            shown = there[0].with_(hidden=False)
            lanes[lanes.index(there[0])] = shown
            draft.put(shown)
    return draft.change()


def _place(lanes: Sequence[Lane], kind: str) -> int:
    usual = {one: index for index, one in enumerate(_ORDER)}
    own = usual.get(kind, len(usual))
    known = [(usual[lane.kind], index) for index, lane in enumerate(lanes) if lane.kind in usual]
    above = [place for place in known if place[0] < own]
    below = [place for place in known if place[0] > own]
    if above:
        return max(above)[1] + 1
    return min(below)[1] if below else len(lanes)
