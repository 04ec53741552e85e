"""Emotions: how a persona feels at a step."""

from __future__ import annotations

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
