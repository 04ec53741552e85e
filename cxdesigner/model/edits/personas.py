"""Personas: in the project, and on its maps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.records import Map, Persona

PALETTE = ("#d97a2b", "#3a7d55", "#3e6fd9", "#8a4fbf", "#b3261e", "#0b776c", "#8f6a00", "#5b6270")
"""Colours given to new personas in turn: told apart by lightness too, and legible under white initials."""


def add_persona(document: Document, name: str, map_id: str | None = None, role: str = "") -> Change | None:
    """Add a persona to the project, and to a map if one is named."""
    draft = Draft(document)
    taken = [persona.color for persona in document.personas]
    color = min(PALETTE, key=lambda candidate: (taken.count(candidate), PALETTE.index(candidate)))
    persona = Persona.new(id=new_id(), parent=document.root, name=name, role=role, color=color)
    draft.put(*place(document.personas, [persona], len(document.personas)))
    if (shown := document.get(map_id, Map)) is not None:
        draft.put(shown.with_(personas=(*shown.personas, persona.id)))
    return draft.change()


def join_map(document: Document, map_id: str, persona_id: str, index: int | None = None) -> Change | None:
    """Show a persona on a map at a position among its personas (None: last), or move it there."""
    shown = document.get(map_id, Map)
    if shown is None or document.get(persona_id, Persona) is None:
        return None
    if index is None and persona_id in shown.personas:
        return None
    others = [key for key in shown.personas if key != persona_id]
    others.insert(len(others) if index is None else max(0, index), persona_id)
    draft = Draft(document)
    draft.put(shown.with_(personas=tuple(others)))
    return draft.change()


def leave_map(document: Document, map_id: str, persona_id: str) -> Change | None:
    """Take a persona off a map, with the emotions that it has there.

    It stays in the project, and cards that are only for it stay so: they are not to become everybody's.
    """
    shown = document.get(map_id, Map)
    if shown is None or persona_id not in shown.personas:
        return None
    draft = Draft(document)
    draft.put(shown.with_(personas=tuple(key for key in shown.personas if key != persona_id)))
    for emotion in document.emotions(map_id):
        if emotion.persona == persona_id:
            draft.remove(emotion.id)
    return draft.change()


def show_personas(document: Document, map_id: str, personas: Iterable[str]) -> Change | None:
    """Show these personas on a map: others leave it with their emotions, new ones join it."""
    shown = document.get(map_id, Map)
    if shown is None:
        return None
    wanted = tuple(personas)
    leaving = [partial(leave_map, map_id=map_id, persona_id=key) for key in shown.personas if key not in wanted]
    joining = [partial(join_map, map_id=map_id, persona_id=key) for key in wanted if key not in shown.personas]
    return in_turn(document, [*leaving, *joining])
