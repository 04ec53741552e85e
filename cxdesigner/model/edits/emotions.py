"""Emotions: how a persona feels at a step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.records import Emotion, Map, Persona, Step, emotion_id


def set_emotion(document: Document, persona_id: str, step_id: str, **fields: Any) -> Change | None:
    """Set fields of an emotion, making it where there is none; a persona that is not on the map joins it."""
    map_id = document.map_of(step_id)
    shown = document.get(map_id, Map)
    if shown is None or document.get(persona_id, Persona) is None or document.get(step_id, Step) is None:
        return None
    draft = Draft(document)
    if persona_id not in shown.personas:
        draft.put(shown.with_(personas=(*shown.personas, persona_id)))
    emotion = document.emotion(persona_id, step_id)
    if emotion is None:
        key = emotion_id(persona_id, step_id)
        draft.put(Emotion.new(id=key, parent=shown.id, persona=persona_id, step=step_id, **fields))
    else:
        draft.put(emotion.with_(**fields))
    return draft.change()


def set_scores(document: Document, scores: Mapping[tuple[str, str], float]) -> Change | None:
    """Give scores by persona and step, as `set_emotion` does; those of nobody or nowhere are passed over."""
    draft = Draft(document)
    for (persona_id, step_id), score in scores.items():
        shown = draft.get(document.map_of(step_id), Map)
        if shown is None or document.get(persona_id, Persona) is None or document.get(step_id, Step) is None:
            continue
        if persona_id not in shown.personas:
            draft.put(shown.with_(personas=(*shown.personas, persona_id)))
        key = emotion_id(persona_id, step_id)
        there = document.emotion(persona_id, step_id)
        fresh = there or Emotion.new(id=key, parent=shown.id, persona=persona_id, step=step_id)
        draft.put(fresh.with_(score=score))
    return draft.change()
