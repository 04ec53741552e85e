"""What is in a project, as facts and as lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.model.document import Document
    from cxdesigner.model.records import Map
    from cxdesigner.storage.reading import Reading

_OF_PROJECT = ("personas", "departments", "pictures", "snapshots", "problems")
_WORDS = {"snapshots": "named versions"}
_OF_MAP = ("stages", "steps", "lanes", "cards", "emotions", "personas")


def facts(reading: Reading) -> dict[str, Any]:
    """Give what `info --json` prints: titles, how many there are of everything, and which versions are kept."""
    document = reading.document
    return {
        "id": document.root,
        "title": document.project.title,
        "version": reading.version,
        "language": document.project.language,
        "personas": len(document.personas),
        "departments": len(document.departments),
        "pictures": len(document.assets),
        "snapshots": [
            {"id": one.id, "name": one.name, "author": one.author, "date": one.date} for one in document.snapshots
        ],
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
    """Say the same in words: a line for the project, one for its size, one a map and one a version that is kept."""
    yield one_line(found["title"]) or "(no title)"
    counts = _counts(found, _OF_PROJECT)
    yield ", ".join([f"version {found['version']} of the format", f"language {found['language']}", *counts])
    for shown in found["maps"]:
        title = one_line(shown["title"]) or "(no title)"
        yield f"{shown['number']}. {title} ({shown['state']} state): {', '.join(_counts(shown, _OF_MAP)) or 'empty'}"
    for kept in found["snapshots"]:
        name = one_line(kept["name"]) or "(no name)"
        yield ", ".join(filter(None, [f"version “{name}”", one_line(kept["author"]), one_line(kept["date"])]))


def _counts(found: dict[str, Any], nouns: tuple[str, ...]) -> list[str]:
    counts = {noun: found[noun] if isinstance(found[noun], int) else len(found[noun]) for noun in nouns}
    words = {noun: _WORDS.get(noun, noun) for noun in nouns}
    return [
        f"1 {words[noun].removesuffix('s')}" if count == 1 else f"{count:,} {words[noun]}"
        for noun, count in counts.items()
        if count
    ]


def one_line(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())
