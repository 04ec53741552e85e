"""What the cards of a map refer to, gathered once for all of them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from cxdesigner import pictures
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Persona

PLAIN_ASPECT = 0.625
"""Height / width of a picture that is not there or can't be read."""


@dataclass(frozen=True, eq=False, slots=True)
class Context:
    """Look-ups by id. Compared by identity: what was drawn with one need not be drawn again with the same."""

    departments: dict[str, str]
    department_colors: dict[str, str]
    personas: dict[str, Persona]
    shown: tuple[Persona, ...]
    aspect: Callable[[str], float]
    language: str


def context_of(document: Document, map_id: str) -> Context:
    """Gather what the cards of a map refer to; a persona that the map names twice is shown once."""

    @cache
    def aspect(key: str) -> float:
        asset = document.get(key, Asset)
        try:
            width, height = pictures.size(base64.b64decode(asset.data)) if asset else (0, 0)
        except (ValueError, binascii.Error):
            return PLAIN_ASPECT
        return height / width if width and height else PLAIN_ASPECT

    return Context(
        {department.id: department.name for department in document.departments},
        {department.id: department.color for department in document.departments},
        {persona.id: persona for persona in document.personas},
        _shown(document, map_id),
        aspect,
        document.project.language,
    )


def same_context(document: Document, map_id: str, context: Context) -> bool:
    """Tell whether a context would be gathered again as it is."""
    return (
        context.shown == _shown(document, map_id)
        and context.language == document.project.language
        and list(context.personas.values()) == list(document.personas)
        and context.departments == {one.id: one.name for one in document.departments}
        and context.department_colors == {one.id: one.color for one in document.departments}
    )


def _shown(document: Document, map_id: str) -> tuple[Persona, ...]:
    return tuple({persona.id: persona for persona in document.personas_of(map_id)}.values())
