"""What came or went with something larger: the cards of a stage that is gone are gone with it, and told with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cxdesigner.model.diff import Comparison, Entry
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Comment, Emotion, Lane, Link, Map, Persona, Record, Stage, Step

_HEADS: Final = (Map, Stage, Step, Lane, Persona)
_Side = tuple[str, bool]


class Groups(NamedTuple):
    """`heads` leads from the number of an entry to that of the one that it came or went with, which is in none itself.

    `cards` says by the number of a head how many cards came or went with it.
    """

    heads: Mapping[int, int]
    cards: Mapping[int, int]


def grouped(comparison: Comparison) -> Groups:
    """Find what came or went with maps, stages, steps, lanes and personas of a comparison."""
    alone = {
        (entry.record.id, entry.after is not None): number
        for number, entry in enumerate(comparison.entries)
        if entry.before is None or entry.after is None
    }
    known: dict[_Side, int | None] = {}
    heads = {}
    for side, number in alone.items():
        head = _head(comparison, side, alone, known)
        if head is not None:
            heads[number] = head
    for number, entry in enumerate(comparison.entries):
        if (persona := _only_for(entry, alone)) is not None:
            heads[number] = persona
    cards = Counter(head for number, head in heads.items() if isinstance(comparison.entries[number].record, Card))
    return Groups(heads, cards)


def _only_for(entry: Entry, alone: Mapping[_Side, int]) -> int | None:
    """Give the number of a persona that came or went, if a map differs only in that this one is on it or no longer."""
    before, after = entry.before, entry.after
    if not isinstance(before, Map) or not isinstance(after, Map) or entry.fields != ("personas",):
        return None
    found = [alone.get((key, key in after.personas)) for key in {*before.personas} ^ {*after.personas}]
    return found[0] if found and None not in found else None


def _head(
    comparison: Comparison, side: _Side, alone: Mapping[_Side, int], known: dict[_Side, int | None]
) -> int | None:
    """Give the number of what a thing that came or went did so with, None if it did so by itself."""
    if side not in known:
        known[side] = None  # what is on itself, in a file that is wrong, ends here
        document, entry = (comparison.after if side[1] else comparison.before), comparison.entries[alone[side]]
        for key in _holders(entry, document):
            holder = key, side[1]
            if holder in alone:
                head = _head(comparison, holder, alone, known)
                if head is None and isinstance(document.records.get(key), _HEADS):
                    head = alone[holder]
                if head is not None:
                    known[side] = head
                    break
    return known[side]


def _holders(entry: Entry, document: Document) -> Iterator[str]:
    """Give the ids of what a thing cannot be without, the largest first."""
    record: Record = entry.record
    yield document.map_of(record.id) or "" if not isinstance(record, Map) else ""
    yield record.parent
    if isinstance(record, Card):
        yield from (key for key in (record.step, record.lane) if key is not None)
    elif isinstance(record, Emotion):
        yield from (record.step, record.persona)
    elif isinstance(record, Link):
        yield from (record.from_, record.to)
    elif isinstance(record, Comment):
        yield record.on
