"""What the outline does to the project: adding beside a row, moving rows by key and by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.edits.lanes import add_lane, move_lane
from cxdesigner.model.edits.personas import add_persona, join_map
from cxdesigner.model.edits.stages import add_stage, move_stage
from cxdesigner.model.edits.steps import add_step, move_step
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Lane, Persona, Record, Stage, Step
from cxdesigner.ui.panels import outline_tree as tree
from cxdesigner.ui.panels.outline_tree import Item
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr


class Named(NamedTuple):
    """An edit and its name."""

    name: str
    edit: Edit


def adding(document: Document, map_id: str, item: Item) -> Named:
    """Give the edit that adds one more of what a row is, after it; under a heading at its end."""
    record = document.get(item.key, Record)
    if item.kind in (tree.STEP, tree.STAGE) and isinstance(record, Stage):
        index = _place(document.stages(map_id), item.key) + 1
        return Named(tr("Add stage"), partial(add_stage, map_id=map_id, title="", index=index))
    if item.kind == tree.STEP and isinstance(record, Step):
        index = _place(document.steps_of(record.parent), item.key) + 1
        return Named(tr("Add step"), partial(add_step, stage_id=record.parent, title="", index=index))
    if item.kind in (tree.LANE, tree.LANES):
        after = _place(document.lanes(map_id), item.key) + 1 if item.key else None
        return Named(tr("Add lane"), partial(add_lane, map_id=map_id, kind="notes", index=after))
    if item.kind in (tree.PERSONA, tree.PERSONAS):
        return Named(tr("Add persona"), partial(add_persona, name=tr("New persona"), map_id=map_id))
    if isinstance(record, Card):
        stack = document.cell(map_id, record.lane, record.step)
        index = _place(stack, item.key) + 1
        return Named(
            tr("Add card"), lambda d: add_card(d, map_id, record.lane, record.step, index=index, kind=record.kind)
        )
    lane, step = (item.lane, item.key) if item.kind == tree.CELL else (None, None)
    return Named(tr("Add card"), lambda d: add_card(d, map_id, lane, step))


def moving(document: Document, map_id: str, key: str, across: int, down: int) -> Named | None:
    """Give the edit that moves a row up or down in its list, and in or out: None where it cannot go there.

    A step goes on into the stage beside it, a card into the lane above or below. In and out lead a card to the step
    beside, out of the first step into the parking lot, and in from there.
    """
    record = document.get(key, Record)
    if isinstance(record, Card):
        return _moving_card(document, map_id, record, across, down)
    if not down:
        return None
    if isinstance(record, Stage):
        index = _place(document.stages(map_id), key) + down
        return Named(tr("Move stage"), partial(move_stage, stage_id=key, index=index)) if index >= 0 else None
    if isinstance(record, Step):
        return _moving_step(document, map_id, record, down)
    if isinstance(record, Lane):
        index = _place(document.lanes(map_id), key) + down
        return Named(tr("Move lane"), partial(move_lane, lane_id=key, index=index)) if index >= 0 else None
    if isinstance(record, Persona):
        people = document.personas_of(map_id)
        index = _place(people, key) + down
        if not 0 <= index < len(people):
            return None
        return Named(tr("Move persona"), partial(join_map, map_id=map_id, persona_id=key, index=index))
    return None


def _moving_step(document: Document, map_id: str, step: Step, down: int) -> Named | None:
    name, steps = tr("Move step"), document.steps_of(step.parent)
    index = _place(steps, step.id) + down
    if 0 <= index < len(steps):
        return Named(name, partial(move_step, step_id=step.id, stage_id=step.parent, index=index))
    stages = document.stages(map_id)
    other = _place(stages, step.parent) + down
    if not 0 <= other < len(stages):
        return None
    at = 0 if down > 0 else len(document.steps_of(stages[other].id))
    return Named(name, partial(move_step, step_id=step.id, stage_id=stages[other].id, index=at))


def _moving_card(document: Document, map_id: str, card: Card, across: int, down: int) -> Named | None:
    name = tr("Move card")
    lanes = [lane.id for lane in document.lanes(map_id) if lane.kind not in LANES_WITHOUT_CARDS]
    steps = [step.id for step in document.steps(map_id)]
    if card.lane not in lanes or card.step not in steps:
        if across <= 0 or not lanes or not steps:
            return None
        return Named(name, lambda d: move_cards(d, [card.id], lanes[0], steps[0]))
    if across:
        at = steps.index(card.step) + across
        if at < 0:
            return Named(tr("Move to parking lot"), lambda d: move_cards(d, [card.id], None, None))
        return Named(name, lambda d: move_cards(d, [card.id], card.lane, steps[at])) if at < len(steps) else None
    stack = document.cell(map_id, card.lane, card.step)
    index = _place(stack, card.id) + down
    if 0 <= index < len(stack):
        return Named(name, lambda d: move_cards(d, [card.id], card.lane, card.step, index))
    at = lanes.index(card.lane) + down
    if not 0 <= at < len(lanes):
        return None
    return Named(name, lambda d: move_cards(d, [card.id], lanes[at], card.step, 0 if down > 0 else None))


def dropping(document: Document, map_id: str, keys: Sequence[str], onto: Item, row: int) -> Named | None:
    """Give the edit that puts rows where they were dropped: on a row (-1) or before the one at `row` under it."""
    first = document.get(keys[0], Record) if keys else None
    same = [key for key in keys if isinstance(document.get(key, Record), type(first))]
    if isinstance(first, Card):
        return _dropping_cards(document, map_id, same, onto, row)
    if isinstance(first, Step):
        stage = onto.key if onto.kind == tree.STAGE else ""
        target = document.get(onto.key, Step) if onto.kind == tree.STEP and row < 0 else None
        if target is not None:
            stage, row = target.parent, _place(document.steps_of(target.parent), target.id)
        index = _without(document.steps_of(stage), same, row)
        return Named(tr("Move step"), partial(move_step, step_id=same, stage_id=stage, index=index)) if stage else None
    if isinstance(first, Stage):
        row = _place(document.stages(map_id), onto.key) if onto.kind == tree.STAGE and row < 0 else row
        index = _without(document.stages(map_id), same, row)
        fits = onto.kind in (tree.STAGE, tree.ROOT.kind)
        return Named(tr("Move stage"), partial(move_stage, stage_id=same, index=index)) if fits else None
    if isinstance(first, Lane) and onto.kind in (tree.LANE, tree.LANES):
        row = _place(document.lanes(map_id), onto.key) if onto.kind == tree.LANE else row
        index = _without(document.lanes(map_id), same, row)
        return Named(tr("Move lane"), partial(move_lane, lane_id=same, index=index))
    if isinstance(first, Persona) and onto.kind in (tree.PERSONA, tree.PERSONAS):
        people = document.personas_of(map_id)
        row = _place(people, onto.key) if onto.kind == tree.PERSONA else row
        index = _without(people, [first.id], row)
        return Named(tr("Move persona"), partial(join_map, map_id=map_id, persona_id=first.id, index=index))
    return None


def _dropping_cards(document: Document, map_id: str, keys: list[str], onto: Item, row: int) -> Named | None:
    name = tr("Move card") if len(keys) == 1 else tr("Move {n} cards", n=len(keys))
    target = document.get(onto.key, Card)
    if target is not None:
        stack = document.cell(map_id, target.lane, target.step)
        index = _without(stack, keys, _place(stack, target.id))
        return Named(name, lambda d: move_cards(d, keys, target.lane, target.step, index))
    if onto.kind == tree.CELL:
        before = _without(document.cell(map_id, onto.lane, onto.key), keys, row) if row >= 0 else None
        return Named(name, lambda d: move_cards(d, keys, onto.lane, onto.key, before))
    if onto.kind == tree.PARKING:
        return Named(tr("Move to parking lot"), lambda d: move_cards(d, keys, None, None))
    first = document.get(keys[0], Card)
    if first is None:
        return None
    if onto.kind == tree.STEP:
        lane = first.lane or next((one.id for one in document.lanes(map_id) if one.kind not in LANES_WITHOUT_CARDS), "")
        return Named(name, lambda d: move_cards(d, keys, lane, onto.key))
    if onto.kind == tree.LANE and first.step is not None:
        return Named(name, lambda d: move_cards(d, keys, onto.key, first.step))
    return None


def _place(siblings: Sequence[Record], key: str) -> int:
    return next((index for index, one in enumerate(siblings) if one.id == key), len(siblings) - 1)


def _without(siblings: Sequence[Record], going: Sequence[str], row: int) -> int:
    """Give a place among those that stay, from one among all; the end for -1."""
    if row < 0:
        return len(siblings)
    return sum(one.id not in going for one in siblings[:row])
