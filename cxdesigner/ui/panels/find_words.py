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
from cxdesigner.ui.style.words import tr

_BETWEEN = " · "


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
    names = {
        Stage: tr("Stage"),
        Step: tr("Step"),
        Lane: tr("Lane"),
        Link: tr("Link"),
        Round: tr("Round of voting"),
        Department: tr("Department"),
    }
    return names.get(type(record), "")


def record_words(document: Document, key: str) -> str:
    """Name a record by what it says."""
    record = document.get(key, Record)
    if isinstance(record, Lane):
        return lane_title(record.title, record.kind)
    found = (getattr(record, field, None) for field in ("text", "title", "name", "note"))
    return next((" ".join(text.split()) for text in found if isinstance(text, str) and text), "")


def field_words(field: str) -> str:
    """Name a field."""
    names = {
        "title": tr("Title"), "name": tr("Name"), "text": tr("Text"), "subtitle": tr("Subtitle"), "goal": tr("Goal"),
        "scenario": tr("Scenario"), "release": tr("Release"), "author": tr("Author"), "duration": tr("Duration"),
        "note": tr("Note"), "feeling": tr("Feeling"), "says": tr("Says"), "promise": tr("Promise"),
        "experience": tr("Experience"), "owner": tr("Owner"), "url": tr("Link"), "alt": tr("Description"),
        "evidence.source": tr("Evidence"), "evidence.url": tr("Evidence"), "label": tr("Label"), "role": tr("Role"),
        "quote": tr("Quote"), "about": tr("About"), "age": tr("Age"), "occupation": tr("Occupation"),
        "location": tr("Location"), "goals": tr("Goals"), "needs": tr("Needs"), "frustrations": tr("Frustrations"),
        "behaviours": tr("Behaviours"), "channels": tr("Channels"), "brand_feeling": tr("Feeling about the brand"),
        "brand.name": tr("Brand"), "brand.promise": tr("Brand promise"),
    }  # fmt: skip
    return names.get(field, field)
