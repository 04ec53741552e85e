"""Moving and copying what is on a map to another map of the project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.duplicate import duplicate
from cxdesigner.model.edits.spans import without_steps
from cxdesigner.model.ids import new_id
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.placement import place
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Card, Lane, Map, Persona, Stage, Step

C = TypeVar("C", Lane, Stage, Step)


def copy_to_map(document: Document, keys: Sequence[str], map_id: str) -> Change | None:
    """Copy cards, steps, stages and lanes of one map to another one, with what is in them; see `move_to_map`."""
    source = next((found for found in map(document.map_of, keys) if found is not None), None)
    if source is None or source == map_id or document.get(map_id, Map) is None:
        return None
    copied = duplicate(document, source, [key for key in keys if document.map_of(key) == source])
    if copied is None:
        return None
    added = [record.id for record in copied.added() if isinstance(record, (Card, Lane, Stage, Step))]
    moved = move_to_map(document.apply(copied), added, map_id)
    return copied.then(moved) if moved is not None else None


def move_to_map(document: Document, keys: Iterable[str], map_id: str) -> Change | None:
    """Move cards, steps, stages and lanes of one map to another one, with what is in them.

    A card goes to the lane that is like its own there (of which it is a copy or that is one of it; else of the same
    kind and title, else of the same kind) and to the step that is like its own (a copy, else of the same title); where
    there is none it goes to the parking lot. Stages and lanes come last. Steps come last in the stage that is like
    theirs, else in the last one. The personas of what is moved join the map. Links stay between what is on the same
    map, comments go along. A card that covers steps that stay too stays there. A stage that loses all of its steps
    keeps an empty one, and a map keeps a stage.
    """
    target = document.get(map_id, Map)
    wanted = {key for key in keys if isinstance(document.records.get(key), (Card, Lane, Stage, Step))}
    source = next((found for found in sorted({document.map_of(key) or "" for key in wanted}) if found), "")
    if target is None or not source or source == map_id:
        return None
    work = _Sending(document, Draft(document), source, map_id, wanted)
    work.take_columns()
    work.take_lanes()
    work.take_cards()
    work.take_what_hangs_on()
    return work.draft.change()


@dataclass(slots=True)
class _Sending:
    """A move while it is being put together."""

    document: Document
    draft: Draft
    source: str
    target: str
    wanted: set[str]

    def _stages(self) -> list[Stage]:
        return [stage for stage in self.document.stages(self.source) if stage.id in self.wanted]

    def _steps(self) -> list[Step]:
        whole = {stage.id for stage in self._stages()}
        return [step for step in self.document.steps(self.source) if step.id in self.wanted or step.parent in whole]

    def take_columns(self) -> None:
        document, draft = self.document, self.draft
        stages, steps = self._stages(), self._steps()
        whole = {stage.id for stage in stages}
        gone = {step.id for step in steps}
        without_steps(draft, self.source, gone)
        there = document.stages(self.target)
        draft.put(*place(there, [stage.with_(parent=self.target) for stage in stages], len(there)))
        loose = [step for step in steps if step.parent not in whole]
        for holder, group in self._by_stage(loose).items():
            siblings = document.steps_of(holder)
            draft.put(*place(siblings, [step.with_(parent=holder) for step in group], len(siblings)))
        left = [stage for stage in document.stages(self.source) if stage.id not in whole]
        for stage in left:
            if document.steps_of(stage.id) and all(step.id in gone for step in document.steps_of(stage.id)):
                draft.put(Step.new(id=new_id(), parent=stage.id, rank=spread(1)[0]))
        if stages and not left:
            fresh = Stage.new(id=new_id(), parent=self.source, rank=spread(1)[0], phase=stages[0].phase)
            draft.put(fresh, Step.new(id=new_id(), parent=fresh.id, rank=spread(1)[0]))

    def _by_stage(self, loose: Sequence[Step]) -> dict[str, list[Step]]:
        """Find the stages of the target for steps that come without theirs; the first to come finds or makes one."""
        found: dict[str, list[Step]] = {}
        there = self.document.stages(self.target)
        made = ""
        for step in loose:
            stage = self.document.get(step.parent, Stage)
            like = _like(stage, there) if stage is not None else None
            holder = like.id if like is not None else there[-1].id if there else made
            if not holder:
                made = holder = new_id()
                phase = stage.phase if stage is not None else "during"
                self.draft.put(Stage.new(id=made, parent=self.target, rank=spread(1)[0], phase=phase))
            found.setdefault(holder, []).append(step)
        return found

    def take_lanes(self) -> None:
        lanes = [lane for lane in self.document.lanes(self.source) if lane.id in self.wanted]
        there = self.document.lanes(self.target)
        self.draft.put(*place(there, [lane.with_(parent=self.target) for lane in lanes], len(there)))

    def take_cards(self) -> None:
        """Give every card that goes its place; those that `take_columns` left without one are among them."""
        document, draft = self.document, self.draft
        gone = draft.removed()
        cards = [
            card
            for card in _in_order(document, self.source)
            if card.id in self.wanted or card.lane in self.wanted or card.id in gone
        ]
        lanes, steps = self._lanes_for(cards), self._steps_for(cards)
        order = {step.id: index for index, step in enumerate(self._so_far().steps(self.target))}
        stacks: dict[tuple[str | None, str | None], list[Card]] = {}
        rounds = {"", *(one.id for one in document.rounds(self.target))}
        for card in cards:
            lane, step = lanes.get(card.lane or ""), steps.get(card.step or "")
            last = steps.get(card.to or "")
            if lane is None or step is None:
                lane = step = last = None
            elif last is None or order[last] <= order[step]:
                last = None
            votes = tuple(vote for vote in card.votes if vote.round in rounds)
            fresh = card.with_(parent=self.target, lane=lane, step=step, to=last, votes=votes)
            stacks.setdefault((lane, step), []).append(fresh)
        for (lane, step), stack in stacks.items():
            there = document.cell(self.target, lane, step)
            draft.put(*stack, *place(there, stack, len(there)))
        self._join(key for stack in stacks.values() for card in stack for key in card.personas)

    def _lanes_for(self, cards: Iterable[Card]) -> dict[str, str]:
        there = [lane for lane in self.document.lanes(self.target) if lane.kind not in LANES_WITHOUT_CARDS]
        found = {}
        for key in {card.lane for card in cards}:
            lane = self.document.get(key, Lane)
            like = lane if lane is not None and lane.id in self.wanted else _like_lane(lane, there) if lane else None
            if like is not None:
                found[key or ""] = like.id
        return found

    def _steps_for(self, cards: Iterable[Card]) -> dict[str, str]:
        there = self.document.steps(self.target)
        taken = {step.id for step in self._steps()}
        found = {}
        for key in {key for card in cards for key in (card.step, card.to)}:
            step = self.document.get(key, Step)
            like = step if step is not None and step.id in taken else _like(step, there) if step else None
            if like is not None:
                found[key or ""] = like.id
        return found

    def _so_far(self) -> Document:
        change = self.draft.change()
        return self.document.apply(change) if change is not None else self.document

    def _join(self, personas: Iterable[str]) -> None:
        shown = self.draft.get(self.target, Map)
        assert shown is not None
        there = [key for key in personas if self.document.get(key, Persona) is not None]
        self.draft.put(shown.with_(personas=tuple(dict.fromkeys([*shown.personas, *there]))))

    def take_what_hangs_on(self) -> None:
        """Take emotions, links and comments along; links between the two maps go, since none can lead out of one."""
        document, draft = self.document, self.draft
        steps = {step.id for step in self._steps()}
        felt = [emotion for emotion in document.emotions(self.source) if emotion.step in steps]
        draft.put(*(emotion.with_(parent=self.target) for emotion in felt))
        self._join(emotion.persona for emotion in felt)
        after = self._so_far()
        gone: dict[str, str] = {}
        for link in document.links(self.source):
            ends = {after.map_of(link.from_), after.map_of(link.to)}
            if ends == {self.target}:
                draft.put(link.with_(parent=self.target))
            elif self.target in ends:
                draft.remove(link.id)
                gone[link.id] = next(end for end in (link.from_, link.to) if after.map_of(end) == self.target)
        self._take_comments(gone)

    def _take_comments(self, gone: Mapping[str, str]) -> None:
        """Let comments follow what they are on; those on a link that goes are on its end that moved."""
        after = self._so_far()
        moved: set[str] = set()
        waiting = list(self.document.comments(self.source))
        going = waiting
        while going:
            going = [one for one in waiting if one.on in gone or one.on in moved or after.map_of(one.on) == self.target]
            self.draft.put(*(one.with_(parent=self.target, on=gone.get(one.on, one.on)) for one in going))
            moved |= {one.id for one in going}
            waiting = [one for one in waiting if one.id not in moved]


def _in_order(document: Document, map_id: str) -> list[Card]:
    """Give the cards of a map as one reads them, those without a place last."""
    lanes = [lane.id for lane in document.lanes(map_id)]
    rest = [lane for lane in document.lanes_of_cards(map_id) if lane not in lanes]
    steps = {step.id: index for index, step in enumerate(document.steps(map_id))}
    return [
        card
        for lane in (*lanes, *rest)
        for card in sorted(document.cards_in_lane(map_id, lane), key=lambda one: steps.get(one.step or "", len(steps)))
    ]


def _like_lane(lane: Lane, others: Sequence[Lane]) -> Lane | None:
    """Give the lane that stands for another one on another map."""
    same = [other for other in others if other.kind == lane.kind]
    return _kin(lane, others) or _titled(lane, same) or _titled(lane, others) or next(iter(same), None)


def _like(one: C, others: Sequence[C]) -> C | None:
    """Give the stage or step that stands for another one on another map."""
    return _kin(one, others) or _titled(one, others)


def _kin(one: C, others: Sequence[C]) -> C | None:
    """Find a copy of a record, that of which it is one, or another copy of that."""
    family = {one.id, one.origin} - {""}
    return next((other for other in others if other.id in family or other.origin in family), None)


def _titled(one: C, others: Sequence[C]) -> C | None:
    title = _plain(one)
    return next((other for other in others if title and _plain(other) == title), None)


def _plain(record: Lane | Stage | Step) -> str:
    return " ".join(record.title.casefold().split())
