"""Where something was found, in words."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.records import (
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Stage,
    Step,
)
from cxdesigner.model.search import Text
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.style.labels import CARDS, label, lane_title
from cxdesigner.ui.style.words import mark, tr

_BETWEEN = " · "
_KINDS: dict[type[Record], str] = {
    Stage: mark("Stage"),
    Step: mark("Step"),
    Lane: mark("Lane"),
    Link: mark("Link"),
    Round: mark("Round of voting"),
    Department: mark("Department"),
}
_FIELDS = {
    "title": mark("Title"), "name": mark("Name"), "text": mark("Text"), "subtitle": mark("Subtitle"),
    "goal": mark("Goal"), "scenario": mark("Scenario"), "release": mark("Release"), "author": mark("Author"),
    "duration": mark("Duration"),
    "note": mark("Note"), "feeling": mark("Feeling"), "says": mark("Says"), "promise": mark("Promise"),
    "experience": mark("Experience"), "owner": mark("Owner"), "url": mark("Link"), "alt": mark("Description"),
    "evidence.source": mark("Evidence"), "evidence.url": mark("Evidence"), "label": mark("Label"), "role": mark("Role"),
    "quote": mark("Quote"), "about": mark("About"), "age": mark("Age"), "occupation": mark("Occupation"),
    "location": mark("Location"), "goals": mark("Goals"), "needs": mark("Needs"), "frustrations": mark("Frustrations"),
    "behaviours": mark("Behaviours"), "channels": mark("Channels"), "brand_feeling": mark("Feeling about the brand"),
    "brand.name": mark("Brand"), "brand.promise": mark("Brand promise"),
}  # fmt: skip


def home_words(document: Document, home: str) -> str:
    """Name the map or the persona to which texts belong, or the project."""
    record = document.get(home, Record)
    if isinstance(record, Map):
        return title_of_map(record)
    if isinstance(record, Persona):
        return tr("Persona {name}", name=record.name or tr("Unnamed"))
    return tr("Project")


def where_words(document: Document, text: Text) -> str:
    """Say in which field of what a text stands, such as "Pain point · Orders"."""
    record = document.get(text.key, Record)
    if record is None:
        return ""
    named = field_words(text.field)
    parts = [named, *_of(document, record)] if not _is_main(record, text.field) else _of(document, record)
    return _BETWEEN.join(part for part in parts if part)


def _is_main(record: Record, field: str) -> bool:
    """Tell whether a field is what its record is known by."""
    return field in ("text", "title", "name", "label") and not isinstance(record, (Map, Persona, Project))


def _of(document: Document, record: Record) -> list[str]:
    if isinstance(record, Card):
        step = document.get(record.step, Step)
        kind = label(CARDS, record.kind) if record.kind else tr("Card")
        return [kind, step.title if step is not None else tr("Parking lot")]
    if isinstance(record, Emotion):
        step, persona = document.get(record.step, Step), document.get(record.persona, Persona)
        return [tr("Emotion"), persona.name if persona is not None else "", step.title if step is not None else ""]
    if isinstance(record, Comment):
        return [tr("Comment"), record_words(document, record.on)]
    if isinstance(record, (Map, Persona, Project)):
        return []
    return [_kind(record)]


def _kind(record: Record) -> str:
    name = _KINDS.get(type(record), "")
    return tr(name) if name else ""


def record_words(document: Document, key: str) -> str:
    """Name a record by what it says."""
    record = document.get(key, Record)
    if isinstance(record, Lane):
        return lane_title(record.title, record.kind)
    found = (getattr(record, field, None) for field in ("text", "title", "name", "note", "label"))
    return next((" ".join(text.split()) for text in found if isinstance(text, str) and text), "")


def field_words(field: str) -> str:
    """Name a field."""
    name = _FIELDS.get(field, "")
    return tr(name) if name else field
