"""Several cards moved or copied as one: they keep their places to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.cards import shows_cards
from cxdesigner.model.edits.paste import Target, paste
from cxdesigner.model.fragment import copy_out
from cxdesigner.model.placement import place
from cxdesigner.model.records import Card


class Place(NamedTuple):
    """The cell in which a card stands, and the last step that it covers if it is not that of the cell."""

    lane: str
    step: str
    to: str | None = None


class Hold(NamedTuple):
    """Where a shape is held: by which card, and by which of the steps that it covers (0: its first)."""

    card: str
    step: int = 0


def places_of(document: Document, card_ids: Iterable[str], hold: Hold, lane_id: str, step_id: str) -> dict[str, Place]:
    """Give where cards come to stand when they are dragged to a cell as one shape; {} where it can't be put.

    The one that is held goes to the cell, the others keep their distance to it in steps and in lanes that show cards.
    At the edges of the map the shape stops, so that it stays whole. What has no place yet (in the parking lot, in a
    lane that is not shown) goes where the one that is held goes; if that one has none, all go into the cell.
    """
    held = document.get(hold.card, Card)
    if held is None:
        return {}
    rows = [lane.id for lane in document.lanes(held.parent) if shows_cards(lane)]
    columns = [step.id for step in document.steps(held.parent)]
    if lane_id not in rows or step_id not in columns:
        return {}
    axes = _Axis(rows), _Axis(columns)
    found = (document.get(key, Card) for key in dict.fromkeys((held.id, *card_ids)))
    cards = [card for card in found if card is not None and card.parent == held.parent]
    standing = [card for card in cards if card.lane in axes[0].position and card.step in axes[1].position]
    if held not in standing:
        return {card.id: Place(lane_id, step_id) for card in cards}
    down = axes[0].shift(held.lane, lane_id, 0, [card.lane for card in standing])
    covered = [key for card in standing for key in (card.step, card.to)]
    across = axes[1].shift(held.step, step_id, hold.step, covered)
    placed = {
        card.id: Place(
            rows[axes[0].position[card.lane or ""] + down],
            columns[axes[1].position[card.step or ""] + across],
            columns[axes[1].position[card.to] + across] if card.to in axes[1].position and card.to else None,
        )
        for card in standing
    }
    here = placed[held.id]
    return placed | {card.id: Place(here.lane, here.step) for card in cards if card.id not in placed}


class _Axis:
    """Lanes from top to bottom, or steps from left to right."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.position = {key: index for index, key in enumerate(keys)}

    def shift(self, held: str | None, aim: str, inside: int, keys: Iterable[str | None]) -> int:
        """Give by how much all of these can be moved when one is dragged to another place."""
        found = [self.position[key] for key in keys if key in self.position and key is not None]
        wanted = self.position[aim] - inside - self.position[held or ""]
        return max(-min(found), min(wanted, len(self.position) - 1 - max(found)))


def shift_cards(
    document: Document,
    card_ids: Sequence[str],
    hold: Hold,
    lane_id: str,
    step_id: str,
    index: int | None = None,
) -> Change | None:
    """Move cards of one map as `places_of` says; in each stack in the order in which they stood.

    The one that is held comes before the card at `index` of those that stay in its new stack (None: behind them), and
    so do the others in theirs.
    """
    places = places_of(document, card_ids, hold, lane_id, step_id)
    if not places:
        return None
    cards = _in_stack_order(document, places)
    held = document.get(hold.card, Card)
    assert held is not None
    if all((card.lane, card.step) == places[card.id][:2] for card in cards):
        # Only the order in the stack can change.
        stack = document.cell(held.parent, held.lane, held.step)
        before = [card for card in stack[: stack.index(held)] if card.id not in places]
        staying = len([card for card in stack if card.id not in places])
        if min(staying if index is None else index, staying) == len(before):
            return None
        cards = [card for card in cards if (card.lane, card.step) == (held.lane, held.step)]
    moved = [card.with_(**places[card.id]._asdict()) for card in cards]
    draft = Draft(document)
    draft.put(*_stacked(document, moved, places[hold.card], index))
    return draft.change()


def copy_shape(
    document: Document,
    card_ids: Sequence[str],
    hold: Hold,
    lane_id: str,
    step_id: str,
    index: int | None = None,
) -> Change | None:
    """Copy cards of one map to where `shift_cards` would put them, with the links and solutions among them.

    Cards that are copied stay, and count in the stacks.
    """
    places = places_of(document, card_ids, hold, lane_id, step_id)
    if not places:
        return None
    map_id = document[hold.card].parent
    pasted = paste(document, map_id, copy_out(document, map_id, places), Target())
    assert pasted is not None
    fresh = {record.origin: record for record in pasted.added() if isinstance(record, Card)}
    order = [card.id for card in _in_stack_order(document, places)]
    copies = [fresh[key].with_(**places[key]._asdict()) for key in order]
    after = document.apply(pasted)
    draft = Draft(after)
    draft.put(*_stacked(after, copies, places[hold.card], index))
    placed = draft.change()
    assert placed is not None
    return pasted.then(placed)


def _in_stack_order(document: Document, places: Mapping[str, Place]) -> list[Card]:
    """Give the cards in the order of their stacks; those without a place come last."""
    cards = [card for card in (document.get(key, Card) for key in places) if card is not None]
    map_id = cards[0].parent
    lanes = dict.fromkeys(card.lane for card in cards)
    lanes = dict.fromkeys(key for key in lanes if key is not None) | dict.fromkeys(key for key in lanes if key is None)
    return [card for lane in lanes for card in document.cards_in_lane(map_id, lane) if card.id in places]


def _stacked(document: Document, moved: Sequence[Card], held: Place, index: int | None) -> list[Card]:
    """Rank cards in the stacks to which they come; give all whose rank changed."""
    going = {card.id for card in moved}
    blocks: dict[tuple[str | None, str | None], list[Card]] = {}
    for card in moved:
        blocks.setdefault((card.lane, card.step), []).append(card)
    staying: dict[tuple[str | None, str | None], list[Card]] = {cell: [] for cell in blocks}
    for lane in dict.fromkeys(lane for lane, _ in blocks):
        for card in document.cards_in_lane(moved[0].parent, lane):
            if (lane, card.step) in staying and card.id not in going:
                staying[lane, card.step].append(card)
    last = index is None or index >= len(staying[held.lane, held.step])
    return [
        card
        for cell, block in blocks.items()
        for card in place(staying[cell], block, len(staying[cell]) if last or index is None else index)
    ]
