"""Moving what is selected with the keyboard: cards across steps, lanes and in their stack, titles among their like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import move_cards, shows_cards
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.shapes import Hold, places_of, shift_cards
from cxdesigner.model.edits.shifting import shift_lanes, shift_stages, shift_steps
from cxdesigner.model.records import Card, Lane, Record, Stage, Step
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView


class Shifting:
    """Moves by one place with each press; what is moved while Alt is held is one edit."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._burst: tuple[str, tuple[str, ...]] = ("", ())

    def rest(self) -> None:
        """End the burst: the next press begins an edit of its own."""
        self._burst = ("", ())

    def can_move(self) -> bool:
        """Tell whether something is selected that keys can move."""
        return bool(_movable(self._view.session.selected()))

    def move(self, across: int, down: int) -> bool:
        """Move what is selected by one place; False if there is nothing to move."""
        session = self._view.session
        records = _movable(session.selected())
        if not records:
            return False
        edit = _shift(session.document, records, across, down)
        if edit is None:
            return True
        if self._burst[1] != session.selection.ids:
            self._burst = self._view.next_token(), session.selection.ids
        change = session.perform(_name(records), edit, join=self._burst[0])
        last = session.document.get(records[-1].id, Card)
        if change is not None:
            session.select(session.selection.ids, (last.lane, last.step) if last is not None else None)
            self._view.reveal(records[-1].id)
        return True


def _movable(records: Sequence[Record]) -> list[Record]:
    """Give what of a selection moves: things of one class, and of cards those that have a place."""
    cards = [record for record in records if isinstance(record, Card) and record.lane and record.step]
    if cards:
        return list(cards)
    for kind in (Stage, Step, Lane):
        found = [record for record in records if isinstance(record, kind)]
        if found:
            return list(found)
    return []


def _shift(document: Document, records: Sequence[Record], across: int, down: int) -> Edit | None:
    keys = [record.id for record in records]
    first = records[0]
    if isinstance(first, Card):
        return _shift_cards(document, [record for record in records if isinstance(record, Card)], across, down)
    if isinstance(first, Lane):
        return partial(shift_lanes, lane_ids=keys, by=down) if down else None
    if isinstance(first, Stage):
        return partial(shift_stages, stage_ids=keys, by=across) if across else None
    return partial(shift_steps, step_ids=keys, by=across) if across else None


def _shift_cards(document: Document, cards: Sequence[Card], across: int, down: int) -> Edit | None:
    if down and (moves := _within_stacks(document, cards, down)):
        return partial(in_turn, edits=moves)
    held = cards[0]
    map_id = held.parent
    lanes = [lane.id for lane in document.lanes(map_id) if shows_cards(lane)]
    steps = [step.id for step in document.steps(map_id)]
    if held.lane not in lanes or held.step not in steps:
        return None
    row, column = lanes.index(held.lane) + down, steps.index(held.step) + across
    if not (0 <= row < len(lanes) and 0 <= column < len(steps)):
        return None
    keys, hold = [card.id for card in cards], Hold(held.id)
    places = places_of(document, keys, hold, lanes[row], steps[column])
    if held.id not in places or places[held.id][:2] != (lanes[row], steps[column]):
        return None  # another card of the shape is at the edge
    stack = [card.id for card in document.cell(map_id, held.lane, held.step)]
    index = stack.index(held.id) if across else 0 if down > 0 else None
    return partial(shift_cards, card_ids=keys, hold=hold, lane_id=lanes[row], step_id=steps[column], index=index)


def _within_stacks(document: Document, cards: Sequence[Card], down: int) -> list[Edit]:
    """Give the edits that move cards past the next one of their stack, for every stack where there is one."""
    edits: list[Edit] = []
    for lane, step in dict.fromkeys((card.lane, card.step) for card in cards):
        chosen = {card.id for card in cards if (card.lane, card.step) == (lane, step)}
        stack = [card.id for card in document.cell(cards[0].parent, lane, step)]
        block = [key for key in stack if key in chosen]
        edge = stack.index(block[-1] if down > 0 else block[0])
        before = len([key for key in stack[:edge] if key not in chosen])
        index = before + down
        if 0 <= index <= len(stack) - len(block):
            edits.append(partial(move_cards, card_ids=block, lane_id=lane, step_id=step, index=index))
    return edits


def _name(records: Sequence[Record]) -> str:
    names = {
        Card: (tr("Move card"), tr("Move {n} cards", n=len(records))),
        Stage: (tr("Move stage"), tr("Move {n} stages", n=len(records))),
        Step: (tr("Move step"), tr("Move {n} steps", n=len(records))),
        Lane: (tr("Move lane"), tr("Move {n} lanes", n=len(records))),
    }
    one, many = names[type(records[0])]
    return one if len(records) == 1 else many
