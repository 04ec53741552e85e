"""Where the cards of a fragment go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.spans import steps_in_draft
from cxdesigner.model.fragment import Fragment
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Lane, Record, Step


@dataclass(frozen=True, slots=True)
class Target:
    """Where a paste goes: a cell (both None: the parking lot), and the stage and lane after which new ones come.

    Steps without their stage come after the step of the cell, else at the end of the stage.
    """

    lane: str | None = None
    step: str | None = None
    after_stage: str | None = None
    after_lane: str | None = None


@dataclass(slots=True)
class Pasting:
    """A paste while it is being put together; `fresh` gives the id that stands for an old one."""

    draft: Draft
    map_id: str
    target: Target
    fresh: dict[str, str] = field(default_factory=dict)

    def known(self, old: str, kind: type[Record]) -> str:
        """Give the id that stands for an old one, "" if there is none of this class."""
        key = self.fresh.get(old, old)
        return key if self.draft.get(key, kind) is not None else ""


class Places:
    """The cell of each card: its distance from the fragment's first one, counted from the target's.

    It is made when the fragment's stages, steps and lanes are in the draft.
    """

    def __init__(self, work: Pasting, fragment: Fragment) -> None:
        document, cards = work.draft.document, fragment.of(Card)
        self._target = work.target
        lanes = {lane.id: work.fresh[lane.id] for lane in fragment.of(Lane) if lane.kind not in LANES_WITHOUT_CARDS}
        steps = {step.id: work.fresh[step.id] for step in fragment.of(Step) if step.id in work.fresh}
        self._lanes = _Axis(lanes, _lanes_for_cards(document, work.map_id), _lane_order(document, cards))
        self._steps = _Axis(
            steps,
            [step.id for step in document.steps(work.map_id)],
            _step_order(document, cards, [step.id for step in fragment.of(Step)]),
        )
        self._lanes.start_at_first_of(card.lane for card in cards)
        self._steps.start_at_first_of(card.step for card in cards)
        self._after = {key: index for index, key in enumerate(steps_in_draft(work.draft, work.map_id))}

    def of(self, card: Card) -> tuple[str | None, str | None, str | None]:
        """Give lane, step and last step for a card."""
        lanes, steps, target = self._lanes, self._steps, self._target
        lane, step = lanes.fresh.get(card.lane or ""), steps.fresh.get(card.step or "")
        brought = lane is not None or step is not None
        if not brought and (target.lane is None or target.step is None):
            return None, None, None
        if lane is None:
            lane = (
                card.lane
                if brought and card.lane in lanes.there
                else lanes.shifted(card.lane, self._row(card, brought))
            )
        if step is None:
            first = target.step if target.step in steps.there else steps.first
            step = card.step if brought and card.step in steps.there else steps.shifted(card.step, first)
        if lane is None or step is None:
            return None, None, None
        return lane, step, self._last(card, step)

    def _row(self, card: Card, brought: bool) -> str | None:
        """Give the lane from which a card's is counted."""
        if self._target.lane in self._lanes.there:
            return self._target.lane
        if brought:
            return self._lanes.first
        return card.lane if card.lane in self._lanes.there else None

    def _last(self, card: Card, step: str) -> str | None:
        steps = self._steps
        length = steps.distance(card.step, card.to)
        if length <= 0:
            return None
        last = steps.last_fresh(card.step, card.to) if step not in steps.there else steps.moved(step, length)
        return last if last is not None and self._after[last] > self._after[step] else None


class _Axis:
    """Lanes or steps: those that are pasted, those that are there already, and how far apart the copied ones were."""

    def __init__(self, fresh: Mapping[str, str], there: Sequence[str], order: Mapping[str, int]) -> None:
        self.fresh = fresh
        self.there = {key: index for index, key in enumerate(there)}
        self._keys = there
        self._order = order
        self._start = 0

    @property
    def first(self) -> str | None:
        """The first one there, None if there is none."""
        return self._keys[0] if self._keys else None

    def start_at_first_of(self, keys: Iterable[str | None]) -> None:
        """Count distances from the first of these, but for those that are pasted."""
        found = [self._order[key] for key in keys if key is not None and key in self._order and key not in self.fresh]
        self._start = min(found, default=0)

    def shifted(self, old: str | None, start: str | None) -> str | None:
        """Give the one that is as far from `start` as the old one was from the first."""
        return None if start is None else self.moved(start, self._order.get(old or "", self._start) - self._start)

    def moved(self, key: str, distance: int) -> str:
        """Give the one that is so far behind another; the last if there are not so many."""
        return self._keys[min(self.there[key] + distance, len(self._keys) - 1)]

    def distance(self, first: str | None, last: str | None) -> int:
        """Give how far apart two copied ones were; 0 if that is not known."""
        start, end = self._order.get(first or ""), self._order.get(last or "")
        return end - start if start is not None and end is not None else 0

    def last_fresh(self, first: str | None, last: str | None) -> str | None:
        """Give what stands for the last of the copied ones behind one and up to another that are pasted."""
        covered = [old for old in self.fresh if self.distance(first, old) > 0 and self.distance(old, last) >= 0]
        return self.fresh[max(covered, key=lambda old: self._order[old])] if covered else None


def _lanes_for_cards(document: Document, map_id: str | None) -> list[str]:
    lanes = document.lanes(map_id or "")
    return [lane.id for lane in lanes if lane.kind not in LANES_WITHOUT_CARDS and not lane.hidden]


def _lane_order(document: Document, cards: Sequence[Card]) -> dict[str, int]:
    keys = list(dict.fromkeys(card.lane for card in cards if card.lane is not None))
    source = next((document.map_of(key) for key in keys if key in document), None)
    own = {key: index for index, key in enumerate(_lanes_for_cards(document, source))}
    return own if source is not None and own.keys() >= set(keys) else _numbered(keys)


def _step_order(document: Document, cards: Sequence[Card], copied: Sequence[str]) -> dict[str, int]:
    source = next((document.map_of(card.step) for card in cards if card.step in document and card.step), None)
    if source is not None:
        return _numbered(step.id for step in document.steps(source))
    rows: dict[str | None, list[str]] = {}
    for card in cards:
        if card.step is not None:
            rows.setdefault(card.lane, []).append(card.step)
    spans = [[card.step, card.to] for card in cards if card.step is not None and card.to is not None]
    return _numbered(_in_one_order([list(copied), *(list(dict.fromkeys(row)) for row in rows.values()), *spans]))


def _in_one_order(rows: Sequence[Sequence[str]]) -> list[str]:
    """Give an order that holds in every row; that of their first appearance where there is none."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for row in rows:
        for key in row:
            sorter.add(key)
        for before, behind in pairwise(row):
            sorter.add(behind, before)
    try:
        return list(sorter.static_order())
    except CycleError:
        return list(dict.fromkeys(key for row in rows for key in row))


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    return {key: index for index, key in enumerate(keys)}
