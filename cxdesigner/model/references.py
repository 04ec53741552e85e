"""To what a record, or a value that a conflict keeps, refers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cxdesigner.model.conflict_paths import PLACE, spot_of
from cxdesigner.model.records import Card, Comment, Emotion, Link, Map, Record

_PLACES: Final = ("parent", "lane", "step", "to")
_FIELDS: Final = frozenset(("department", "from", "to", "on", "persona", "round"))


def references(record: Record) -> Iterator[str]:
    """Give the ids that a record needs to be there; pictures, and what it was copied from, are not among them."""
    if record.parent:
        yield record.parent
    if isinstance(record, Card):
        yield from filter(None, (record.lane, record.step, record.to, record.department))
        yield from record.personas
        yield from record.solves
        yield from (vote.round for vote in record.votes if vote.round)
    elif isinstance(record, Emotion):
        yield from (record.persona, record.step)
    elif isinstance(record, Link):
        yield from (record.from_, record.to)
    elif isinstance(record, Comment):
        yield from filter(None, (record.on, record.persona))
    elif isinstance(record, Map):
        yield from record.personas


def hung_on(record: Record) -> Iterator[str]:
    """Give the ids of what takes a record, other than the project, along when somebody takes it out."""
    yield record.parent
    if isinstance(record, Card):
        yield from filter(None, (record.lane, record.step))
    elif isinstance(record, Emotion):
        yield from (record.persona, record.step)
    elif isinstance(record, Link):
        yield from (record.from_, record.to)
    elif isinstance(record, Comment):
        yield from filter(None, (record.on, record.persona))


def references_in(path: str, value: Any) -> Iterator[str]:
    """Give the ids to which a value refers that a conflict keeps for the field, or the place, at a path."""
    spot = spot_of(path)
    last = spot.way[-1] if spot is not None and spot.way else ""
    if last == PLACE and isinstance(value, dict):
        yield from filter(None, map(value.get, _PLACES))
    elif last in _FIELDS and isinstance(value, str):
        yield value
