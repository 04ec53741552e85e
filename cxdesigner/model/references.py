"""To what a record refers."""

from __future__ import annotations

from collections.abc import Iterator

from cxdesigner.model.records import Card, Comment, Emotion, Link, Map, Record


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
