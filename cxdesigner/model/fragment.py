"""A part of a project that can stand by itself: what the clipboard holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from cxdesigner.model.document import Document
from cxdesigner.model.records import (
    Asset,
    Card,
    Emotion,
    Record,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Records with everything that they refer to, in the order of the map."""

    records: tuple[Record, ...]

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Give the records of one class."""
        return tuple(record for record in self.records if isinstance(record, kind))


def copy_out(document: Document, map_id: str, keys: Iterable[str]) -> Fragment:
    """Take cards, lanes, stages and steps of a map, with what is in them and what they refer to.

    A lane, a stage or a step brings its cards, a stage or a step its emotions too; links between what is taken come
    along. A step that is taken without its stage stays on its own.
    """
    wanted = set(keys)
    stages = [stage for stage in document.stages(map_id) if stage.id in wanted]
    whole = {stage.id for stage in stages}
    steps = [step for step in document.steps(map_id) if step.id in wanted or step.parent in whole]
    columns = {step.id for step in steps}
    lanes = [lane for lane in document.lanes(map_id) if lane.id in wanted]
    rows = {lane.id for lane in lanes}
    found = [
        card
        for card in document.cards_by_lane(map_id)
        if card.id in wanted or card.lane in rows or card.step in columns
    ]
    cards = _in_reading_order(document, map_id, found)
    emotions = [emotion for emotion in document.emotions(map_id) if emotion.step in columns or emotion.id in wanted]
    taken: list[Record] = [*stages, *steps, *lanes, *cards, *emotions]
    known = {record.id for record in taken}
    taken += [link for link in document.links(map_id) if link.from_ in known and link.to in known]
    return Fragment((*taken, *_referred(document, cards, emotions)))


def _in_reading_order(document: Document, map_id: str, cards: list[Card]) -> list[Card]:
    """Sort cards of a map by lane, then by step, then as they stand; the parking lot and missing places come last."""
    rows: dict[str | None, int] = {lane.id: index for index, lane in enumerate(document.lanes(map_id))}
    rows[None] = len(rows)
    columns = {step.id: index for index, step in enumerate(document.steps(map_id))}

    def place(card: Card) -> tuple[int, int]:
        return rows.get(card.lane, len(rows)), columns.get(card.step or "", len(columns))

    return sorted(cards, key=place)


def _referred(document: Document, cards: list[Card], emotions: list[Emotion]) -> list[Record]:
    people = {key for card in cards for key in card.personas} | {emotion.persona for emotion in emotions}
    personas = [persona for persona in document.personas if persona.id in people]
    owners = {card.department for card in cards}
    departments = [department for department in document.departments if department.id in owners]
    pictures = {card.asset for card in cards} | {persona.photo for persona in personas}
    assets = [asset for asset in (document.get(key, Asset) for key in sorted(pictures)) if asset is not None]
    return [*personas, *departments, *assets]
