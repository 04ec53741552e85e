"""Whole emotion curves: copying one from a persona to another, clearing it, and collecting ratings of a step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from statistics import median
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.ids import new_id
from cxdesigner.model.records import Emotion, Map, Persona, Rating, emotion_id


def copy_curve(
    document: Document,
    map_id: str,
    source: str,
    target: str,
    steps: Collection[str] | None = None,
    *,
    feelings: bool = False,
) -> Change | None:
    """Give a persona the scores of another at these steps (None: all of the map), and if wanted the feeling words.

    A persona that is not on the map joins it. Steps at which the source has no score stay as they are; notes and
    ratings stay the target's own. What the evidence says of one persona it does not say of another, so it is not
    copied.
    """
    shown = document.get(map_id, Map)
    if shown is None or source == target or document.get(target, Persona) is None:
        return None
    draft = Draft(document)
    for step in document.steps(map_id):
        given = document.emotion(source, step.id)
        if given is None or given.score is None or (steps is not None and step.id not in steps):
            continue
        fields: dict[str, Any] = {"score": given.score} | ({"feeling": given.feeling} if feelings else {})
        emotion = document.emotion(target, step.id)
        key = emotion_id(target, step.id)
        fresh = emotion or Emotion.new(id=key, parent=map_id, persona=target, step=step.id)
        draft.put(fresh.with_(**fields))
    change = draft.change()
    if change is not None and target not in shown.personas:
        draft.put(shown.with_(personas=(*shown.personas, target)))
        change = draft.change()
    return change


def clear_scores(document: Document, keys: Iterable[str]) -> Change | None:
    """Take the scores away from emotions; what is written at them stays, and those that held nothing else go."""
    draft = Draft(document)
    for key in keys:
        emotion = document.get(key, Emotion)
        if emotion is None or emotion.score is None:
            continue
        if emotion.feeling or emotion.note or emotion.evidence is not None or emotion.ratings:
            draft.put(emotion.with_(score=None))
        else:
            draft.remove(key)
    return draft.change()


def curve_of(document: Document, map_id: str, persona_id: str) -> list[str]:
    """Give the ids of a persona's emotions on a map."""
    return [emotion.id for emotion in document.emotions(map_id) if emotion.persona == persona_id]


def add_rating(document: Document, persona_id: str, step_id: str, score: float, by: str = "") -> Change | None:
    """Add what one person says, -2..2; the score becomes the median of all that were said."""
    emotion = document.emotion(persona_id, step_id)
    ratings = (*(emotion.ratings if emotion is not None else ()), Rating.new(id=new_id(), by=by, score=score))
    return set_emotion(document, persona_id, step_id, ratings=ratings, score=_median(ratings))


def take_rating(document: Document, persona_id: str, step_id: str, before: float | None = None) -> Change | None:
    """Take back what was said last; without any ratings left the score is what it was `before`."""
    emotion = document.emotion(persona_id, step_id)
    if emotion is None or not emotion.ratings:
        return None
    ratings = emotion.ratings[:-1]
    score = _median(ratings) if ratings else before
    fresh = emotion.with_(ratings=ratings, score=score)
    draft = Draft(document)
    if fresh == Emotion.new(id=emotion.id, parent=emotion.parent, persona=persona_id, step=step_id):
        draft.remove(emotion.id)
    else:
        draft.put(fresh)
    return draft.change()


def _median(ratings: Collection[Rating]) -> float:
    return float(median(rating.score for rating in ratings))
