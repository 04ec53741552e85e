"""What is in a project, as facts and as lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.model.document import Document
    from cxdesigner.model.records import Map
    from cxdesigner.storage.reading import Reading

_OF_PROJECT = ("personas", "departments", "pictures", "snapshots", "problems")
_OF_MAP = ("stages", "steps", "lanes", "cards", "emotions", "personas")


def facts(reading: Reading) -> dict[str, Any]:
    """Give what `info --json` prints: titles, and how many there are of everything."""
    document = reading.document
    return {
        "id": document.root,
        "title": document.project.title,
        "version": reading.version,
        "language": document.project.language,
        "personas": len(document.personas),
        "departments": len(document.departments),
        "pictures": len(document.assets),
        "snapshots": len(document.snapshots),
        "problems": len(reading.problems),
        "maps": [_map(document, number, shown) for number, shown in enumerate(document.maps, 1)],
    }


def _map(document: Document, number: int, shown: Map) -> dict[str, Any]:
    return {
        "number": number,
        "id": shown.id,
        "title": shown.title,
        "state": shown.state,
        "stages": len(document.stages(shown.id)),
        "steps": len(document.steps(shown.id)),
        "lanes": len(document.lanes(shown.id)),
        "cards": document.count_cards(shown.id),
        "emotions": len(document.emotions(shown.id)),
        "personas": len(document.personas_of(shown.id)),
    }


def lines(found: dict[str, Any]) -> Iterator[str]:
    """Say the same in words: a line for the project, one for its size and one a map."""
    yield one_line(found["title"]) or "(no title)"
    counts = _counts(found, _OF_PROJECT)
    yield ", ".join([f"version {found['version']} of the format", f"language {found['language']}", *counts])
    for shown in found["maps"]:
        title = one_line(shown["title"]) or "(no title)"
        yield f"{shown['number']}. {title} ({shown['state']} state): {', '.join(_counts(shown, _OF_MAP)) or 'empty'}"


def _counts(found: dict[str, Any], nouns: tuple[str, ...]) -> list[str]:
    return [
        f"1 {noun.removesuffix('s')}" if found[noun] == 1 else f"{found[noun]:,} {noun}"
        for noun in nouns
        if found[noun]
    ]


def one_line(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())
