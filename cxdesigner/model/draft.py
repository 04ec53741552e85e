"""A change while it is being put together. Edits use it and throw it away."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

from cxdesigner.model.change import Change, Pair
from cxdesigner.model.document import Document
from cxdesigner.model.limits import (
    MAX_CARDS,
    MAX_COMMENTS,
    MAX_LANES,
    MAX_LINKS,
    MAX_MAPS,
    MAX_PERSONAS,
    MAX_PICTURE_BYTES,
    MAX_STEPS,
    LimitReachedError,
)
from cxdesigner.model.records import Asset, Card, Comment, Lane, Link, Map, Persona, Record, Step
from cxdesigner.sentences import say

R = TypeVar("R", bound=Record)

_LIMITS: dict[type[Record], tuple[int, str]] = {
    Card: (MAX_CARDS, say("A map can hold {most:,} cards at most, so nothing was added.")),
    Lane: (MAX_LANES, say("A map can hold {most:,} lanes at most, so nothing was added.")),
    Link: (MAX_LINKS, say("A map can hold {most:,} links at most, so nothing was added.")),
    Comment: (MAX_COMMENTS, say("A map can hold {most:,} comments at most, so nothing was added.")),
    Step: (MAX_STEPS, say("A map can hold {most:,} steps at most, so nothing was added.")),
    Map: (MAX_MAPS, say("A project can hold {most:,} maps at most, so nothing was added.")),
    Persona: (MAX_PERSONAS, say("A project can hold {most:,} personas at most, so nothing was added.")),
}


class Draft:
    """Records put into and taken out of a document that stays as it is."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._after: dict[str, Record | None] = {}

    def get(self, key: str | None, kind: type[R]) -> R | None:
        """Give a record as the draft has it so far."""
        if key is not None and key in self._after:
            record = self._after[key]
            return record if isinstance(record, kind) else None
        return self.document.get(key, kind)

    def put(self, *records: Record) -> None:
        """Add records, or put them in the place of those with the same id."""
        for record in records:
            self._after[record.id] = record

    def remove(self, key: str) -> None:
        """Take a record out."""
        self._after[key] = None

    def removes(self, key: str) -> bool:
        """Tell whether the draft takes this record out."""
        return key in self._after and self._after[key] is None

    def removed(self) -> set[str]:
        """Give the ids of all that the draft takes out."""
        return {key for key, record in self._after.items() if record is None}

    def change(self) -> Change | None:
        """Give what the draft does to the document, or None if that is nothing.

        Raises:
            LimitReachedError: it would hold more than a project may.
        """
        existing = self.document.records
        pairs: dict[str, Pair] = {key: (existing.get(key), after) for key, after in self._after.items()}
        self._check_counts(pairs)
        self._check_pictures(pairs)
        return Change.of(pairs)

    def _check_counts(self, pairs: dict[str, Pair]) -> None:
        grown: Counter[tuple[type[Record], str]] = Counter()
        for before, after in pairs.values():
            for record, sign in ((before, -1), (after, 1)):
                if record is not None and type(record) in _LIMITS:
                    grown[type(record), self._whole(record)] += sign
        for (kind, whole), more in grown.items():
            most, sentence = _LIMITS[kind]
            if more > 0 and self._count(kind, whole) + more > most:
                raise LimitReachedError(say(sentence, most=most))

    def _check_pictures(self, pairs: dict[str, Pair]) -> None:
        more = sum(_size(after) - _size(before) for before, after in pairs.values())
        if more > 0 and sum(map(_size, self.document.assets)) + more > MAX_PICTURE_BYTES:
            raise LimitReachedError(
                say(
                    "A project can hold {amount} MiB of pictures at most, so nothing was added.",
                    amount=MAX_PICTURE_BYTES // 2**20,
                )
            )

    def _whole(self, record: Record) -> str:
        if not isinstance(record, Step):
            return record.parent
        stage = self._after.get(record.parent) or self.document.records.get(record.parent)
        return stage.parent if stage is not None else ""

    def _count(self, kind: type[Record], whole: str) -> int:
        if kind is Card:
            return self.document.count_cards(whole)
        if kind is Step:
            return len(self.document.steps(whole))
        return len(self.document.shelf(kind, whole))


def _size(record: Record | None) -> int:
    """Give the bytes of a picture, which is held as base64; 0 for everything else."""
    return len(record.data) // 4 * 3 if type(record) is Asset else 0
