"""The cards of a map in the order of the journey, and what else is told along it."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Emotion, Lane, Stage, Step


def lanes_shown(document: Document, map_id: str) -> tuple[Lane, ...]:
    """Give the lanes that are not hidden, from top to bottom."""
    return tuple(lane for lane in document.lanes(map_id) if not lane.hidden)


def cards_along(document: Document, map_id: str) -> tuple[Card, ...]:
    """Give the cards that stand in lanes that are shown, step by step, in each from top to bottom."""
    places = {step.id: at for at, step in enumerate(document.steps(map_id))}
    found = []
    for row, lane in enumerate(lanes_shown(document, map_id)):
        if lane.kind not in LANES_WITHOUT_CARDS:
            cards = document.cards_in_lane(map_id, lane.id)
            found += [(places[card.step], row, at, card) for at, card in enumerate(cards) if card.step in places]
    return tuple(card for *_, card in sorted(found, key=lambda one: one[:3]))


def emotions_along(document: Document, map_id: str) -> tuple[Emotion, ...]:
    """Give the emotions of the personas of a map, step by step, in the order of the personas."""
    people = dict.fromkeys(persona.id for persona in document.personas_of(map_id))
    found = (document.emotion(persona, step.id) for step in document.steps(map_id) for persona in people)
    return tuple(emotion for emotion in found if emotion is not None)


def place_of(document: Document, card: Card) -> tuple[Stage, Step] | None:
    """Give the stage and the step at which a card begins; None for one without a place."""
    step = document.get(card.step, Step)
    stage = document.get(step.parent, Stage) if step is not None else None
    return (stage, step) if step is not None and stage is not None else None
