"""Many new cards at once, from nothing but their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id
from cxdesigner.model.kinds import card_kind_for
from cxdesigner.model.limits import MAX_CARDS, MAX_TEXT, LimitReachedError
from cxdesigner.model.placement import place
from cxdesigner.model.records import Card, Lane


def add_stacks(document: Document, map_id: str, stacks: Mapping[tuple[str, str], Sequence[str]]) -> Change | None:
    """Put a card for each text at the end of the stack in its cell, by lane and step."""
    if document.count_cards(map_id) + sum(map(len, stacks.values())) > MAX_CARDS:
        # Before a million cards are made.
        raise LimitReachedError(f"A map can hold {MAX_CARDS:,} cards at most, so nothing was added.")
    if any(len(text) > MAX_TEXT for texts in stacks.values() for text in texts):
        raise LimitReachedError(f"A text can hold {MAX_TEXT:,} characters at most, so nothing was put in.")
    draft = Draft(document)
    for (lane_id, step_id), texts in stacks.items():
        lane = document.get(lane_id, Lane)
        kind = card_kind_for(lane.kind if lane else "")
        cards = [
            Card.new(id=new_id(), parent=map_id, lane=lane_id, step=step_id, kind=kind, text=text) for text in texts
        ]
        stack = document.cell(map_id, lane_id, step_id)
        draft.put(*place(stack, cards, len(stack)))
    return draft.change()
