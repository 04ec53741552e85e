"""Cards: in the cells of a map, and in its parking lot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS, card_kind_for
from cxdesigner.model.placement import place
from cxdesigner.model.records import Card, Lane, Map


def shows_cards(lane: Lane) -> bool:
    """Tell whether cards in a lane can be seen: it is for cards, and neither hidden nor collapsed."""
    return lane.kind not in LANES_WITHOUT_CARDS and not lane.hidden and not lane.collapsed


def can_hold_cards(document: Document, map_id: str, lane_id: str | None, step_id: str | None) -> bool:
    """Tell whether cards may stand there: a cell of the map whose lane is for cards, or the parking lot (None)."""
    if lane_id is None and step_id is None:
        return document.get(map_id, Map) is not None
    lane = document.get(lane_id, Lane)
    return (
        lane is not None
        and lane.parent == map_id
        and lane.kind not in LANES_WITHOUT_CARDS
        and any(step.id == step_id for step in document.steps(map_id))
    )


def add_card(
    document: Document,
    map_id: str,
    lane_id: str | None,
    step_id: str | None,
    index: int | None = None,
    **fields: Any,
) -> Change | None:
    """Add a card to a cell before the card at `index` of its stack (None: at the end).

    Without a `kind` among the fields it gets the one that its lane is for. `to` among them is a step to its right.
    """
    if not can_hold_cards(document, map_id, lane_id, step_id):
        return None
    last = fields.pop("to", None)
    if last == step_id:
        last = None
    if last is not None and last not in _right_of(document, map_id, step_id):
        return None
    lane = document.get(lane_id, Lane)
    fields.setdefault("kind", card_kind_for(lane.kind if lane else ""))
    card = Card.new(id=new_id(), parent=map_id, lane=lane_id, step=step_id, to=last, **fields)
    stack = document.cell(map_id, lane_id, step_id)
    draft = Draft(document)
    draft.put(*place(stack, [card], len(stack) if index is None else index))
    return draft.change()


def move_cards(
    document: Document,
    card_ids: Sequence[str],
    lane_id: str | None,
    step_id: str | None,
    index: int | None = None,
) -> Change | None:
    """Move cards of one map into a cell, in the order given, before the card at `index` of those that stay there.

    A card that covers several steps covers as many from its new place, as far as there are steps.
    """
    cards = [card for card in (document.get(key, Card) for key in dict.fromkeys(card_ids)) if card is not None]
    if not cards or not can_hold_cards(document, cards[0].parent, lane_id, step_id):
        return None
    map_id = cards[0].parent
    moved = [_put_at(document, card, lane_id, step_id) for card in cards if card.parent == map_id]
    stack = document.cell(map_id, lane_id, step_id)
    going = {card.id for card in moved}
    staying = [card for card in stack if card.id not in going]
    index = len(staying) if index is None else max(0, min(index, len(staying)))
    wanted = [card.id for card in (*staying[:index], *moved, *staying[index:])]
    draft = Draft(document)
    if [card.id for card in stack] == wanted:
        draft.put(*moved)
    else:
        draft.put(*moved, *place(stack, moved, index))
    return draft.change()


def _right_of(document: Document, map_id: str, step_id: str | None) -> list[str]:
    steps = [step.id for step in document.steps(map_id)]
    return steps[steps.index(step_id) + 1 :] if step_id in steps else []


def _put_at(document: Document, card: Card, lane_id: str | None, step_id: str | None) -> Card:
    if step_id is None or card.to is None:
        return card.with_(lane=lane_id, step=step_id, to=None)
    order = [step.id for step in document.steps(card.parent)]
    length = order.index(card.to) - order.index(card.step) if card.to in order and card.step in order else 0
    last = min(order.index(step_id) + max(length, 0), len(order) - 1)
    return card.with_(lane=lane_id, step=step_id, to=order[last] if order[last] != step_id else None)
