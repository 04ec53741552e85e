"""Putting a fragment into a map: with fresh ids, each with the id that it was copied from as its origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.cards import can_hold_cards
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
    Record,
    Stage,
    Step,
    emotion_id,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a paste goes: a cell (both None: the parking lot), and the stage and lane after which new ones come."""

    lane: str | None = None
    step: str | None = None
    after_stage: str | None = None
    after_lane: str | None = None


@dataclass(slots=True)
class _Paste:
    draft: Draft
    map_id: str
    target: Target
    fresh: dict[str, str] = field(default_factory=dict)

    def key(self, old: str) -> str:
        """Give the id that stands for an old one: the fresh one of what is pasted, else the old one itself."""
        return self.fresh.get(old, old)


def paste(document: Document, map_id: str, fragment: Fragment, target: Target) -> Change | None:
    """Put a fragment into a map.

    Cards keep their places to each other, counted from the target's cell: lanes by their order among lanes for cards,
    steps by their order. What would fall outside stands in the nearest lane or step. Pasted lanes and stages bring
    their own places. Personas and departments that have the same id or name in the project are joined, others added.
    """
    if document.get(map_id, Map) is None:
        return None
    work = _Paste(Draft(document), map_id, target)
    _join_references(work, fragment)
    _paste_stages(work, fragment)
    _paste_lanes(work, fragment)
    _paste_cards(work, fragment)
    _paste_emotions(work, fragment)
    for link in fragment.of(Link):
        if link.from_ in work.fresh and link.to in work.fresh:
            work.draft.put(link.with_(id=new_id(), parent=map_id, from_=work.key(link.from_), to=work.key(link.to)))
    return work.draft.change()


def _join_references(work: _Paste, fragment: Fragment) -> None:
    document, draft = work.draft.document, work.draft
    personas = {persona.name: persona.id for persona in document.personas if persona.name}
    departments = {one.name: one.id for one in document.departments if one.name}
    added_personas = [one for one in fragment.of(Persona) if document.get(one.id, Persona) is None]
    added_departments = [one for one in fragment.of(Department) if document.get(one.id, Department) is None]
    for persona in added_personas:
        work.fresh[persona.id] = personas.get(persona.name) or new_id()
    for department in added_departments:
        work.fresh[department.id] = departments.get(department.name) or new_id()
    missing = [one for one in added_personas if one.name not in personas]
    fresh = [one.with_(id=work.key(one.id), parent=document.root) for one in missing]
    draft.put(*place(document.personas, fresh, len(document.personas)))
    absent = [one for one in added_departments if one.name not in departments]
    new = [one.with_(id=work.key(one.id), parent=document.root) for one in absent]
    draft.put(*place(document.departments, new, len(document.departments)))
    for asset in fragment.of(Asset):
        if asset.id not in document:
            draft.put(asset.with_(parent=document.root))


def _paste_stages(work: _Paste, fragment: Fragment) -> None:
    stages = fragment.of(Stage)
    existing = work.draft.document.stages(work.map_id)
    for stage in stages:
        work.fresh[stage.id] = new_id()
    fresh = [stage.with_(id=work.key(stage.id), parent=work.map_id, origin=stage.id) for stage in stages]
    work.draft.put(*place(existing, fresh, _after(existing, work.target.after_stage)))
    for stage in stages:
        steps = [step for step in fragment.of(Step) if step.parent == stage.id]
        for rank, step in zip(spread(len(steps)), steps, strict=True):
            work.fresh[step.id] = new_id()
            work.draft.put(step.with_(id=work.key(step.id), parent=work.key(stage.id), origin=step.id, rank=rank))


def _paste_lanes(work: _Paste, fragment: Fragment) -> None:
    lanes = fragment.of(Lane)
    existing = work.draft.document.lanes(work.map_id)
    for lane in lanes:
        work.fresh[lane.id] = new_id()
    fresh = [lane.with_(id=work.key(lane.id), parent=work.map_id, origin=lane.id) for lane in lanes]
    work.draft.put(*place(existing, fresh, _after(existing, work.target.after_lane)))


def _after(records: Sequence[Record], key: str | None) -> int:
    """Give the index behind the record with this id; behind all if there is none."""
    return next((index + 1 for index, record in enumerate(records) if record.id == key), len(records))


def _paste_cards(work: _Paste, fragment: Fragment) -> None:
    cards = fragment.of(Card)
    for card in cards:
        work.fresh[card.id] = new_id()
    stacks: dict[tuple[str | None, str | None], list[Card]] = {}
    places = _Places(work, fragment)
    for card in cards:
        lane, step, last = places.of(card)
        fresh = card.with_(
            id=work.key(card.id),
            parent=work.map_id,
            origin=card.id,
            lane=lane,
            step=step,
            to=last,
            personas=tuple(work.key(key) for key in card.personas),
            department=work.key(card.department),
            solves=tuple(work.key(key) for key in card.solves if key in work.fresh or key in work.draft.document),
        )
        stacks.setdefault((lane, step), []).append(fresh)
    for (lane, step), fresh_cards in stacks.items():
        stack = work.draft.document.cell(work.map_id, lane, step)
        work.draft.put(*place(stack, fresh_cards, len(stack)))


class _Places:
    """Where each card of a fragment goes: its distance from the fragment's first cell, counted from the target."""

    def __init__(self, work: _Paste, fragment: Fragment) -> None:
        document = work.draft.document
        self._work = work
        self._old_lanes = list(dict.fromkeys(card.lane for card in fragment.of(Card) if card.lane is not None))
        self._steps = [step.id for step in document.steps(work.map_id)]
        first_step = self._steps[0] if self._steps else None
        self._lanes = [
            lane.id
            for lane in document.lanes(work.map_id)
            if can_hold_cards(document, work.map_id, lane.id, first_step) and not lane.hidden
        ]
        known = {step: index for index, step in enumerate(self._steps)}
        columns = [known[card.step] for card in fragment.of(Card) if card.step in known]
        self._first = min(columns, default=0)
        self._known = known

    def of(self, card: Card) -> tuple[str | None, str | None, str | None]:
        """Give lane, step and last step for a card."""
        target = self._work.target
        pasted_lane, pasted_step = (
            self._work.fresh.get(card.lane or ""),
            self._work.fresh.get(card.step or ""),
        )
        if pasted_lane is None and pasted_step is None and (target.lane is None or target.step is None):
            return None, None, None
        lane = pasted_lane or self._lane(card)
        step = pasted_step or self._step(card.step, pasted=pasted_lane is not None)
        if lane is None or step is None:
            return None, None, None
        last = self._work.fresh.get(card.to or "") or self._last(card, step)
        return lane, step, last if last != step else None

    def _lane(self, card: Card) -> str | None:
        if self._work.target.lane not in self._lanes:
            return card.lane if card.lane in self._lanes else None
        distance = self._old_lanes.index(card.lane) if card.lane in self._old_lanes else 0
        return self._lanes[min(self._lanes.index(self._work.target.lane) + distance, len(self._lanes) - 1)]

    def _step(self, old: str | None, *, pasted: bool) -> str | None:
        if pasted and old in self._known:
            return old
        if self._work.target.step not in self._known:
            return self._steps[0] if self._steps else None
        distance = self._known[old] - self._first if old in self._known else 0
        return self._steps[min(self._known[self._work.target.step] + distance, len(self._steps) - 1)]

    def _last(self, card: Card, step: str) -> str | None:
        if card.to not in self._known or card.step not in self._known or step not in self._known:
            return None
        length = max(0, self._known[card.to] - self._known[card.step])
        return self._steps[min(self._known[step] + length, len(self._steps) - 1)]


def _paste_emotions(work: _Paste, fragment: Fragment) -> None:
    for emotion in fragment.of(Emotion):
        step, persona = work.fresh.get(emotion.step), work.key(emotion.persona)
        if step is not None:
            work.draft.put(emotion.with_(id=emotion_id(persona, step), parent=work.map_id, step=step, persona=persona))
