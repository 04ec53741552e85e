"""Putting a fragment into a map: with fresh ids, each with the id that it was copied from as its origin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.places import Pasting, Places, Target
from cxdesigner.model.fragment import Fragment
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import (
    Asset,
    Card,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Rating,
    Record,
    Stage,
    Step,
    emotion_id,
)

__all__ = ["Target", "paste"]

Named = TypeVar("Named", Persona, Department)


def paste(document: Document, map_id: str, fragment: Fragment, target: Target) -> Change | None:
    """Put a fragment into a map.

    Cards keep their places to each other, counted from the target's cell: lanes by their order among lanes for cards,
    steps by their order. What would fall outside stands in the nearest lane or step. Pasted lanes, stages and steps
    bring their own places. Personas and departments that have the same id or name in the project are joined, others
    added; the personas of what is pasted join the map. References to what is neither pasted nor in the project are
    left out, and so are votes in rounds that the map does not have, and ratings of a step that is still there: people
    rated that one, not its copy.
    """
    shown = document.get(map_id, Map)
    if shown is None:
        return None
    work = Pasting(Draft(document), map_id, target)
    _join_references(work, fragment)
    _paste_stages(work, fragment)
    _paste_steps(work, fragment)
    _paste_lanes(work, fragment)
    people = [*_paste_cards(work, fragment), *_paste_emotions(work, fragment)]
    work.draft.put(shown.with_(personas=tuple(dict.fromkeys([*shown.personas, *people]))))
    for link in fragment.of(Link):
        if link.from_ in work.fresh and link.to in work.fresh:
            ends = {"from_": work.fresh[link.from_], "to": work.fresh[link.to]}
            work.draft.put(link.with_(id=new_id(), parent=map_id, **ends))
    return work.draft.change()


def _join_references(work: Pasting, fragment: Fragment) -> None:
    document, draft = work.draft.document, work.draft
    draft.put(*(asset.with_(parent=document.root) for asset in fragment.of(Asset) if asset.id not in document))
    personas = [
        one.with_(id=work.fresh[one.id], parent=document.root, photo=work.known(one.photo, Asset))
        for one in _missing(work, fragment.of(Persona), document.personas)
    ]
    draft.put(*place(document.personas, personas, len(document.personas)))
    departments = [
        one.with_(id=work.fresh[one.id], parent=document.root)
        for one in _missing(work, fragment.of(Department), document.departments)
    ]
    draft.put(*place(document.departments, departments, len(document.departments)))


def _missing(work: Pasting, copied: Sequence[Named], existing: Sequence[Named]) -> list[Named]:
    """Join those that have the same id or name, and give the others."""
    ids = {one.id for one in existing}
    names = {one.name: one.id for one in existing if one.name}
    away = [one for one in copied if one.id not in ids]
    for one in away:
        work.fresh[one.id] = names.get(one.name) or new_id()
    return [one for one in away if one.name not in names]


def _paste_stages(work: Pasting, fragment: Fragment) -> None:
    stages = fragment.of(Stage)
    existing = work.draft.document.stages(work.map_id)
    work.fresh.update({stage.id: new_id() for stage in stages})
    fresh = [stage.with_(id=work.fresh[stage.id], parent=work.map_id, origin=stage.id) for stage in stages]
    work.draft.put(*place(existing, fresh, _after(existing, work.target.after_stage)))
    for stage in stages:
        steps = [step for step in fragment.of(Step) if step.parent == stage.id]
        if not steps:
            work.draft.put(Step.new(id=new_id(), parent=work.fresh[stage.id], rank=spread(1)[0]))
        for rank, step in zip(spread(len(steps)), steps, strict=True):
            work.draft.put(_fresh_step(work, step, work.fresh[stage.id]).with_(rank=rank))


def _paste_steps(work: Pasting, fragment: Fragment) -> None:
    """Put in the steps that were copied without their stage."""
    document, target = work.draft.document, work.target
    stages = {stage.id for stage in fragment.of(Stage)}
    steps = [step for step in fragment.of(Step) if step.parent not in stages]
    existing = document.stages(work.map_id)
    beside = document.get(target.step, Step)
    if beside is None or document.map_of(beside.id) != work.map_id:
        beside = None
    if not steps or not existing:
        return
    holder = beside.parent if beside else existing[_after(existing, target.after_stage) - 1].id
    siblings = document.steps_of(holder)
    fresh = [_fresh_step(work, step, holder) for step in steps]
    work.draft.put(*place(siblings, fresh, _after(siblings, beside.id if beside else None)))


def _fresh_step(work: Pasting, step: Step, stage: str) -> Step:
    work.fresh[step.id] = new_id()
    return step.with_(id=work.fresh[step.id], parent=stage, origin=step.id)


def _paste_lanes(work: Pasting, fragment: Fragment) -> None:
    lanes = fragment.of(Lane)
    existing = work.draft.document.lanes(work.map_id)
    work.fresh.update({lane.id: new_id() for lane in lanes})
    fresh = [lane.with_(id=work.fresh[lane.id], parent=work.map_id, origin=lane.id) for lane in lanes]
    work.draft.put(*place(existing, fresh, _after(existing, work.target.after_lane)))


def _after(records: Sequence[Record], key: str | None) -> int:
    """Give the index behind the record with this id; behind all if there is none."""
    return next((index + 1 for index, record in enumerate(records) if record.id == key), len(records))


def _paste_cards(work: Pasting, fragment: Fragment) -> list[str]:
    """Put in the cards; give the personas that they are of."""
    document, cards = work.draft.document, fragment.of(Card)
    places = Places(work, fragment)
    rounds = {"", *(one.id for one in document.rounds(work.map_id))}
    work.fresh.update({card.id: new_id() for card in cards})
    stacks: dict[tuple[str | None, str | None], list[Card]] = {}
    for card in cards:
        lane, step, last = places.of(card)
        solved = [work.fresh.get(key, key if document.get(key, Card) else "") for key in card.solves]
        personas = [work.known(key, Persona) for key in card.personas]
        fresh = card.with_(
            id=work.fresh[card.id],
            parent=work.map_id,
            origin=card.id,
            lane=lane,
            step=step,
            to=last,
            personas=tuple(key for key in dict.fromkeys(personas) if key),
            department=work.known(card.department, Department),
            asset=work.known(card.asset, Asset),
            solves=tuple(key for key in solved if key),
            votes=tuple(vote.with_(id=new_id()) for vote in card.votes if vote.round in rounds),
        )
        stacks.setdefault((lane, step), []).append(fresh)
    for (lane, step), stack in stacks.items():
        there = document.cell(work.map_id, lane, step)
        work.draft.put(*place(there, stack, len(there)))
    return [key for stack in stacks.values() for card in stack for key in card.personas]


def _paste_emotions(work: Pasting, fragment: Fragment) -> list[str]:
    """Put in the emotions at pasted steps; give the personas that feel them."""
    people = []
    for emotion in fragment.of(Emotion):
        step, persona = work.fresh.get(emotion.step), work.known(emotion.persona, Persona)
        if step is not None and persona:
            people.append(persona)
            work.draft.put(
                emotion.with_(
                    id=emotion_id(persona, step),
                    parent=work.map_id,
                    step=step,
                    persona=persona,
                    ratings=() if emotion.step in work.draft.document else _again(emotion.ratings),
                )
            )
    return people


def _again(ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    return tuple(rating.with_(id=new_id()) for rating in ratings)
