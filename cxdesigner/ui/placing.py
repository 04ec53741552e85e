"""What an entry of the library does at a place of a map: one table for dragging it there and for putting it in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.lanes import add_lane
from cxdesigner.model.edits.personas import add_persona, join_map
from cxdesigner.model.edits.stages import add_stage
from cxdesigner.model.edits.steps import add_step
from cxdesigner.model.records import Card, Lane, Persona, Stage, Step
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr


@dataclass(frozen=True, slots=True)
class Where:
    """A place on a map, as far as an entry needs it.

    Cards: `lane`, `step` and `index` in the stack; stages and lanes: `index`; steps: `stage` and `index`; personas:
    `step`, and the `score` that is asked for there, or the `card` that they are given. An index of None is the end.
    """

    lane: str | None = None
    step: str | None = None
    stage: str | None = None
    index: int | None = None
    score: float | None = None
    card: str | None = None


class Placing(NamedTuple):
    """What an entry does at a place: the edit and its name; `opens` is the class of what is typed into next."""

    name: str
    edit: Edit
    opens: type | None = None


def placing(document: Document, map_id: str, entry: Entry, where: Where) -> Placing | None:
    """Tell what an entry does at a place; None where it can't be put, or would change nothing.

    Raises:
        ValueError: the library has no such entry.
    """
    match entry.kind:
        case "persona":
            return _persona(document, map_id, entry.value, where)
        case "new-persona":
            return Placing(
                tr("Add persona"), partial(add_persona, name=tr("New persona"), map_id=map_id), opens=Persona
            )
        case "stage":
            return Placing(tr("Add stage"), partial(add_stage, map_id=map_id, title="", index=where.index), Stage)
        case "step":
            if where.stage is None:
                return None
            return Placing(
                tr("Add step"), partial(add_step, stage_id=where.stage, title="", index=where.index), opens=Step
            )
        case "lane" | "divider":
            name, kind = _lane(entry)
            return Placing(name, partial(add_lane, map_id=map_id, kind=kind, index=where.index), opens=Lane)
        case "touchpoint" | "card":
            return _card(map_id, entry, where)
        case _:
            raise ValueError(f"the library has no {entry.kind!r}")


def _lane(entry: Entry) -> tuple[str, str]:
    return (tr("Add divider"), "divider") if entry.kind == "divider" else (tr("Add lane"), entry.value or "notes")


def _card(map_id: str, entry: Entry, where: Where) -> Placing | None:
    if (where.lane is None) is not (where.step is None):
        return None
    fields: dict[str, Any] = {"kind": entry.value} if entry.value else {}
    name = tr("Add card")
    if entry.kind == "touchpoint":
        name, fields = tr("Add touchpoint"), {"kind": "touchpoint", "channel": entry.value}
    edit = partial(add_card, map_id=map_id, lane_id=where.lane, step_id=where.step, index=where.index, **fields)
    return Placing(name, edit, opens=Card)


def _persona(document: Document, map_id: str, persona_id: str, where: Where) -> Placing | None:
    """On a card: it is for the persona. At a step: an emotion there. Elsewhere: the persona joins the map.

    A score that is there already stays, unless the place says how high it should be.
    """
    if where.card is not None:
        return _give(document, persona_id, where.card)
    if where.step is None:
        joined = {persona.id for persona in document.personas_of(map_id)}
        edit = partial(join_map, map_id=map_id, persona_id=persona_id)
        return Placing(tr("Add persona to map"), edit) if persona_id not in joined else None
    there = document.emotion(persona_id, where.step)
    if where.score is None and there is not None and there.score is not None:
        return None
    edit = partial(set_emotion, persona_id=persona_id, step_id=where.step, score=where.score or 0.0)
    return Placing(tr("Set emotion"), edit)


def _give(document: Document, persona_id: str, card_id: str) -> Placing | None:
    card, persona = document.get(card_id, Card), document.get(persona_id, Persona)
    if card is None or persona is None or persona_id in card.personas:
        return None
    edit = partial(set_fields, keys=card_id, personas=(*card.personas, persona_id))
    return Placing(tr("Give card to {name}", name=persona.name or tr("Unnamed")), edit)
