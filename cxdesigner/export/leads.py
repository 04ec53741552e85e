"""What leads to where in a file of pages: bookmarks of maps, and links between what they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cxdesigner.layout.card import whose
from cxdesigner.layout.publication import Bookmark, Link, Target
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import links_in
from cxdesigner.model.records import Card, Map, Persona, Record, Stage, Step

MOST: Final = 4
"""More links than this have no room on a card."""
LONGEST: Final = 80
"""Letters of a title that readers list."""
LONGEST_ADDRESS: Final = 2_000
"""Letters of an address that readers follow."""
_PARTS: Final[dict[type, str]] = {Card: "card", Stage: "stage", Step: "step"}


def bookmarks_of(document: Document, map_id: str) -> tuple[Bookmark, ...]:
    """Make the bookmarks of a map: itself, and below it its stages and personas."""
    shown = document.get(map_id, Map)
    if shown is None:
        return ()
    words = Words(document.project.language)
    found = [Bookmark(titled(shown.title) or words["untitled"], Target(map_id, "title"), 0, "page")]
    found += [
        Bookmark(title, Target(stage.id, "stage"), 1, "column")
        for stage in document.stages(map_id)
        if (title := titled(stage.title))
    ]
    found += [
        Bookmark(titled(persona.name) or words["unnamed"], Target(persona.id, "persona", map_id), 1)
        for persona in document.personas_of(map_id)
    ]
    return tuple(dict.fromkeys(found))


def links_of(document: Document, map_ids: Iterable[str]) -> dict[Target, tuple[Link, ...]]:
    """Find where the cards of maps lead: to their address, to what they solve or what solves them, to the other ends
    of links, to personas.
    """
    words = Words(document.project.language)
    found: dict[Target, dict[Link, None]] = {}
    for map_id in map_ids:
        cards = document.cards(map_id)
        for card in cards:
            address = card.url.strip()
            if 0 < len(address) <= LONGEST_ADDRESS:
                found.setdefault(Target(card.id, "card"), {})[Link(address, address)] = None
        for kind, one, other in _joined(document, map_id):
            said = words.get(kind, kind)
            there, back = Target(one.id, _part(one)), Target(other.id, _part(other))
            found.setdefault(there, {})[Link(back, f"{said}: {named(other)}")] = None
            found.setdefault(back, {})[Link(there, f"{named(one)} ({said})")] = None
        for card in cards:
            for key in card.personas:
                persona = document.get(key, Persona)
                if persona is not None:
                    link = Link(Target(key, "persona", map_id), titled(persona.name) or words["unnamed"])
                    found[Target(whose(card.id, key), "whose")] = {link: None}
    return {target: tuple(links)[:MOST] for target, links in found.items()}


def _joined(document: Document, map_id: str) -> Iterator[tuple[str, Record, Record]]:
    """Give what is joined to what, and how: what solves something first."""
    for link in sorted(links_in(document, map_id), key=lambda link: link.kind != "solves"):
        one, other = document.records.get(link.from_), document.records.get(link.to)
        if type(one) in _PARTS and type(other) in _PARTS:
            yield link.kind, one, other  # type: ignore[misc]


def _part(record: Record) -> str:
    return _PARTS[type(record)]


def named(record: Record) -> str:
    """Give the title of a step or a stage, or what a card says, in one line."""
    return titled(record.text if isinstance(record, Card) else getattr(record, "title", ""))


def titled(text: str) -> str:
    """Write a text in one line that is short enough for a list."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
