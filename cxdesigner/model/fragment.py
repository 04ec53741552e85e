"""A part of a project that can stand by itself: what the clipboard holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from cxdesigner.model.document import Document
from cxdesigner.model.records import (
    Asset,
    Card,
    Department,
    Emotion,
    Lane,
    Link,
    Persona,
    Record,
    Stage,
    Step,
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

    A lane or a stage brings its cards, a stage its emotions; links between what is taken come along.
    """
    wanted = set(keys)
    stages = [stage for stage in document.stages(map_id) if stage.id in wanted]
    steps = [step for stage in stages for step in document.steps_of(stage.id)]
    columns = {step.id for step in steps}
    lanes = [lane for lane in document.lanes(map_id) if lane.id in wanted]
    rows = {lane.id for lane in lanes}
    cards = [
        card
        for card in _in_reading_order(document, map_id)
        if card.id in wanted or card.lane in rows or card.step in columns
    ]
    emotions = [emotion for emotion in document.emotions(map_id) if emotion.step in columns or emotion.id in wanted]
    taken: list[Record] = [*stages, *steps, *lanes, *cards, *emotions]
    known = {record.id for record in taken}
    taken += [link for link in document.links(map_id) if link.from_ in known and link.to in known]
    return Fragment((*taken, *_referred(document, cards, emotions)))


def _in_reading_order(document: Document, map_id: str) -> list[Card]:
    lanes: list[Lane | None] = [*document.lanes(map_id), None]
    steps: list[Step | None] = [*document.steps(map_id), None]
    column = {step.id if step else None: index for index, step in enumerate(steps)}
    return [
        card
        for lane in lanes
        for card in sorted(
            document.cards_in_lane(map_id, lane.id if lane else None),
            key=lambda card: column.get(card.step, -1),
        )
    ]


def _referred(document: Document, cards: list[Card], emotions: list[Emotion]) -> list[Record]:
    people = {key for card in cards for key in card.personas} | {emotion.persona for emotion in emotions}
    personas = [persona for persona in document.personas if persona.id in people]
    departments = [one for one in document.departments if one.id in {card.department for card in cards}]
    pictures = {card.asset for card in cards} | {persona.photo for persona in personas}
    assets = [document.get(key, Asset) for key in sorted(pictures)]
    found: list[Persona | Department | Asset | Link | Stage] = [
        *personas,
        *departments,
        *(asset for asset in assets if asset),
    ]
    return list(found)
