"""What a thing on a map is, in a sentence for whoever hears it and does not see it."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Record, Stage, Step
from cxdesigner.ui.style.labels import CARDS, EVIDENCE, PHASES, label, lane_title
from cxdesigner.ui.style.words import tr


def described(document: Document, key: str) -> str:
    """Say what a record is, what it says, where it stands and which one of how many; "" for what is on no map."""
    record = document.get(key, Record)
    if isinstance(record, Card):
        return _card(document, record)
    if isinstance(record, Stage):
        steps, stages = len(document.steps_of(key)), document.stages(record.parent)
        words = tr("Stage: {title}", title=record.title or tr("untitled"))
        count = tr("1 step") if steps == 1 else tr("{n} steps", n=steps)
        return ", ".join([words, label(PHASES, record.phase).lower(), count, _of(stages, key)])
    if isinstance(record, Step):
        stage = document.get(record.parent, Stage)
        words = tr("Step: {title}", title=record.title or tr("untitled"))
        home = tr("stage {title}", title=stage.title) if stage is not None else ""
        return ", ".join(filter(None, [words, home, _of(document.steps_of(record.parent), key)]))
    if isinstance(record, Lane):
        return _lane(document, record)
    if isinstance(record, Persona):
        return ", ".join(filter(None, [tr("Persona: {name}", name=record.name or tr("Unnamed")), record.role]))
    if isinstance(record, Emotion):
        return _emotion(document, record)
    return tr("Map: {title}", title=record.title or tr("untitled")) if isinstance(record, Map) else ""


def _card(document: Document, card: Card) -> str:
    kind = label(CARDS, card.kind).lower()
    says = " ".join(card.text.split()) or tr("empty")
    words = tr("Card, {kind}: {text}", kind=kind, text=says) if kind else tr("Card: {text}", text=says)
    step, lane = document.get(card.step, Step), document.get(card.lane, Lane)
    parts = [words]
    if step is None or lane is None:
        return ", ".join([*parts, tr("in the parking lot")])
    parts.append(tr("step {title}", title=step.title or tr("untitled")))
    last = document.get(card.to, Step)
    if last is not None:
        parts.append(tr("up to {title}", title=last.title or tr("untitled")))
    parts.append(tr("lane {title}", title=lane_title(lane.title, lane.kind)))
    if card.moment_of_truth:
        parts.append(tr("moment of truth"))
    if card.support_moment:
        parts.append(tr("support moment"))
    if card.evidence is not None and card.evidence.kind:
        parts.append(tr("evidence: {kind}", kind=label(EVIDENCE, card.evidence.kind).lower()))
    parts.append(_of(document.cell(card.parent, card.lane, card.step), card.id))
    return ", ".join(parts)


def _lane(document: Document, lane: Lane) -> str:
    words = tr("Lane: {title}", title=lane_title(lane.title, lane.kind))
    cards = len(document.cards_in_lane(lane.parent, lane.id))
    count = tr("1 card") if cards == 1 else tr("{n:,} cards", n=cards)
    hidden = tr("hidden") if lane.hidden else ""
    return ", ".join(filter(None, [words, count, hidden, _of(document.lanes(lane.parent), lane.id)]))


def _emotion(document: Document, emotion: Emotion) -> str:
    persona, step = document.get(emotion.persona, Persona), document.get(emotion.step, Step)
    score = tr("not rated") if emotion.score is None else f"{emotion.score:+g}"
    words = tr("Emotion of {name}: {score}", name=persona.name if persona is not None else "?", score=score)
    home = tr("step {title}", title=step.title or tr("untitled")) if step is not None else ""
    return ", ".join(filter(None, [words, emotion.feeling, " ".join(emotion.note.split()), home]))


def _of(siblings: tuple[Record, ...], key: str) -> str:
    place = next((number for number, one in enumerate(siblings, 1) if one.id == key), 0)
    return tr("{n} of {all}", n=place, all=len(siblings))
