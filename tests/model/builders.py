"""Small journeys in a line of text, and what became of them in a line of text.

Every record has its id for a title, name or text as well, so that copies are told by what they were copied from.
"""

from __future__ import annotations

from collections.abc import Mapping

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import (
    Card,
    Emotion,
    Lane,
    Map,
    Persona,
    Project,
    Record,
    Stage,
    Step,
    emotion_id,
)

PARKING = "parking"


def journey(
    columns: str = "A: a1 a2 | B: b1",
    lanes: str = "actions touchpoints",
    cards: Mapping[str, str] | None = None,
    personas: str = "",
    emotions: Mapping[str, float] | None = None,
    more: tuple[Record, ...] = (),
) -> Document:
    """Make the project "project" with the map "map".

    Columns are "stage: step step | stage: step"; a lane is "kind" or "id=kind"; cards go from a cell ("actions a1", or
    "parking") to the ids of its stack, "card-b1" for one that covers up to b1; emotions from "persona step" to a score.
    All personas are on the map.
    """
    people = personas.split()
    records: list[Record] = [
        Project.new(id="project"),
        Map.new(id="map", parent="project", rank="V", personas=people),
        *more,
    ]
    records += [Persona.new(id=key, parent="project", name=key, rank=rank) for key, rank in _ranked_ids(people)]
    records += columns_of("map", columns)
    for key, rank in _ranked_ids(lanes.split()):
        given, _, kind = key.rpartition("=")
        records.append(Lane.new(id=given or kind, parent="map", kind=kind, rank=rank, title=given or kind))
    for place, stack in (cards or {}).items():
        lane, step = (None, None) if place == PARKING else place.split()
        for key, rank in _ranked_ids(stack.split()):
            text, _, last = key.partition("-")
            records.append(Card.new(id=text, parent="map", lane=lane, step=step, to=last or None, rank=rank, text=text))
    for place, score in (emotions or {}).items():
        records.append(feeling(*place.split(), score=score))
    return Document(records)


def columns_of(map_id: str, columns: str) -> list[Record]:
    """Make stages and steps of "stage: step step | stage: step"."""
    records: list[Record] = []
    groups = [group.split(":") for group in columns.split("|") if group.strip()]
    for (stage, steps), stage_rank in zip(groups, spread(len(groups)), strict=True):
        records.append(Stage.new(id=stage.strip(), parent=map_id, rank=stage_rank, title=stage.strip()))
        records += [
            Step.new(id=key, parent=stage.strip(), rank=rank, title=key) for key, rank in _ranked_ids(steps.split())
        ]
    return records


def feeling(persona: str, step: str, map_id: str = "map", **fields: object) -> Emotion:
    """Make an emotion of a persona at a step."""
    return Emotion.new(id=emotion_id(persona, step), parent=map_id, persona=persona, step=step, **fields)


def _ranked_ids(keys: list[str]) -> list[tuple[str, str]]:
    return list(zip(keys, spread(len(keys)), strict=True))


def after(document: Document, change: Change | None) -> Document:
    """Apply a change that has to be there."""
    assert change is not None
    return document.apply(change)


def name(document: Document, key: str) -> str:
    """Give the title, name or text of a record, or its id if it has none."""
    record = document.get(key, Record)
    for field in ("title", "name", "text"):
        if record is not None and getattr(record, field, ""):
            return str(getattr(record, field))
    return key


def columns(document: Document, map_id: str = "map") -> str:
    """Write the stages and steps of a map as `journey` takes them."""
    return " | ".join(
        " ".join([f"{name(document, stage.id)}:", *(name(document, step.id) for step in document.steps_of(stage.id))])
        for stage in document.stages(map_id)
    )


def lanes(document: Document, map_id: str = "map") -> str:
    """Write the lanes of a map."""
    return " ".join(name(document, lane.id) for lane in document.lanes(map_id))


def cards(document: Document, map_id: str = "map") -> dict[str, str]:
    """Write the cards of a map as `journey` takes them, in no order of cells."""
    stacks: dict[str, list[str]] = {}
    for lane in (*document.lanes(map_id), None):
        for card in document.cards_in_lane(map_id, lane.id if lane else None):
            place = PARKING if lane is None else f"{name(document, lane.id)} {name(document, card.step or '?')}"
            text = name(document, card.id)
            stacks.setdefault(place, []).append(f"{text}-{name(document, card.to)}" if card.to else text)
    return {place: " ".join(stack) for place, stack in stacks.items()}


def emotions(document: Document, map_id: str = "map") -> dict[str, float | None]:
    """Write the emotions of a map as `journey` takes them."""
    return {f"{name(document, one.persona)} {name(document, one.step)}": one.score for one in document.emotions(map_id)}
