"""Many new cards at once, from nothing but their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.cards import shows_cards
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.ids import new_id
from cxdesigner.model.kinds import card_kind_for
from cxdesigner.model.limits import MAX_CARDS, LimitReachedError
from cxdesigner.model.placement import place, ranks_behind
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Card, Lane, Map, Stage, Step
from cxdesigner.sentences import say

Cell = tuple[str | None, str | None]
"""A lane and a step; None and None is the parking lot."""
Block = Sequence[Sequence[Sequence[str]]]
"""Rows of stacks of texts."""


def add_block(document: Document, map_id: str, cell: Cell, block: Block) -> Change | None:
    """Put rows of stacks of texts in, as cards at the ends of the stacks: the first one into a cell, others beside it.

    Raises:
        LimitReachedError: a map can't hold that many cards or steps.
        InvalidValueError: a text is too long.
    """
    check_room(document, map_id, block)

    def fill(after: Document) -> Change | None:
        return add_stacks(after, map_id, spread_out(after, map_id, cell, block))

    return in_turn(document, [partial(make_steps, map_id=map_id, cell=cell, block=block), fill])


def check_room(document: Document, map_id: str, block: Block) -> None:
    """Refuse a block with more cards than a map can hold with those that are there, before any is made."""
    count = sum(len(stack) for row in block for stack in row)
    if document.count_cards(map_id) + count > MAX_CARDS:
        raise LimitReachedError(say("A map can hold {most:,} cards at most, so nothing was added.", most=MAX_CARDS))


def make_steps(document: Document, map_id: str, cell: Cell, block: Block) -> Change | None:
    """Make the steps that are missing for a block, at the end of the last stage, or in a new one if there is none."""
    if lanes_from(document, map_id, cell[0]) == [None]:
        return None
    count = max(map(len, block), default=0) - len(_steps_from(document, map_id, cell[1]))
    if count <= 0:
        return None
    stages = document.stages(map_id)
    stage = stages[-1] if stages else Stage.new(id=new_id(), parent=map_id, rank=spread(1)[0])
    siblings = document.steps_of(stage.id)
    draft = Draft(document)
    draft.put(stage, *place(siblings, [Step.new(id=new_id(), parent=stage.id) for _ in range(count)], len(siblings)))
    return draft.change()


def spread_out(document: Document, map_id: str, cell: Cell, block: Block) -> dict[Cell, list[str]]:
    """Tell which texts of a block go into which cell.

    Each row goes into the next lane for cards that is shown, what is left over into the last one; each column into the
    next step. In the parking lot all is one stack.
    """
    lanes = lanes_from(document, map_id, cell[0])
    steps: list[str | None] = [*_steps_from(document, map_id, cell[1])]
    stacks: dict[Cell, list[str]] = {}
    for down, row in enumerate(block):
        for across, texts in enumerate(row):
            lane = lanes[min(down, len(lanes) - 1)]
            where = (lane, steps[across]) if lane is not None else (None, None)
            if texts:
                stacks.setdefault(where, []).extend(texts)
    return stacks


def add_stacks(
    document: Document, map_id: str, stacks: Mapping[Cell, Sequence[str]], more: Mapping[Cell, int] | None = None
) -> Change | None:
    """Put a card for each text at the end of the stack in its cell; `more`: how many are to come later in a cell.

    None without the map.
    """
    if document.get(map_id, Map) is None:
        return None
    draft, later = Draft(document), more or {}
    for cell, texts in stacks.items():
        lane = document.get(cell[0], Lane)
        kind = card_kind_for(lane.kind if lane else "")
        stack = document.cell(map_id, *cell)
        make = partial(Card.new, parent=map_id, lane=cell[0], step=cell[1], kind=kind)
        ranks = ranks_behind(stack, len(texts), later.get(cell, 0))
        if ranks is None:
            draft.put(*place(stack, [make(id=new_id(), text=text) for text in texts], len(stack)))
        else:
            draft.put(*(make(id=new_id(), text=text, rank=rank) for text, rank in zip(texts, ranks, strict=True)))
    return draft.change()


def lanes_from(document: Document, map_id: str, lane_id: str | None) -> list[str | None]:
    """Give the lanes for cards that are shown from one of them on, downwards; only None for the parking lot."""
    shown = [lane.id for lane in document.lanes(map_id) if shows_cards(lane)]
    return [*shown[shown.index(lane_id) :]] if lane_id in shown else [None]


def _steps_from(document: Document, map_id: str, step_id: str | None) -> list[str]:
    order = [step.id for step in document.steps(map_id)]
    return order[order.index(step_id) :] if step_id in order else order
