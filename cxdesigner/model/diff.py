"""What differs between two versions of a project, or between two maps of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import (
    Asset,
    Copied,
    Emotion,
    Link,
    Map,
    Record,
    Snapshot,
)
from cxdesigner.model.three_way import is_same, same

What = Literal["added", "removed", "moved", "reworded", "changed", "felt"]
_LABELS = ("text", "title", "name")
_APART = frozenset(("id", "parent", "rank", "origin", "conflicts"))
_PLACE = frozenset(("lane", "step"))


class Entry(NamedTuple):
    """What became of one record; one that was moved and changed has an entry for each.

    `reworded`: its text, title or name is another. `felt`: the score of an emotion is another, or there is one now, or
    none any more. `fields` are the names of those that differ, for these and for `changed`.
    """

    what: What
    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was if it is gone."""
        record = self.after or self.before
        assert record is not None
        return record


class Comparison(NamedTuple):
    """Two versions and what differs between them, in the order of the map.

    `twins` leads from ids of the later one to those of the earlier one where they are not the same.
    """

    before: Document
    after: Document
    entries: tuple[Entry, ...]
    twins: Mapping[str, str] = {}

    def of(self, *whats: What) -> list[Entry]:
        """Give the entries of these sorts."""
        return [entry for entry in self.entries if entry.what in whats]


def compare(before: Document, after: Document) -> Comparison:
    """Tell what became of every record. Pictures and named versions are left out, and so are ranks that keep order."""
    return _Search(before, after, before.records, after.records, {}).run()


def compare_maps(document: Document, map_id: str, other_map_id: str) -> Comparison:
    """Tell in what another map of the project differs, such as the future from the current state.

    What was made from a thing, or both from the same (`origin`), is its twin; so is a link between twins. Comments and
    votes are left out. A map that is not there is an empty one.
    """
    before, after = _on_map(document, map_id), _on_map(document, other_map_id)
    return _Search(document, document, before, after, _twins(before, after)).run()


def _on_map(document: Document, map_id: str) -> dict[str, Record]:
    if document.get(map_id, Map) is None:
        return {}
    records: list[Record] = [document[map_id], *document.stages(map_id), *document.steps(map_id)]
    records += [*document.lanes(map_id), *document.cards(map_id), *document.emotions(map_id), *document.links(map_id)]
    return {record.id: record for record in records}


def _twins(before: Mapping[str, Record], after: Mapping[str, Record]) -> dict[str, str]:
    """Pair things by what they were made from; each has one twin at most."""
    origins = {record.origin: key for key, record in before.items() if isinstance(record, Copied) and record.origin}
    twins: dict[str, str] = {}
    taken: set[str] = set()
    for key, record in after.items():
        if isinstance(record, Map):
            found = [one for one, other in before.items() if isinstance(other, Map)]
        elif isinstance(record, Copied):
            found = [record.origin, origins.get(key, ""), origins.get(record.origin, "")]
        elif isinstance(record, Emotion):
            found = [
                one
                for one, other in before.items()
                if isinstance(other, Emotion)
                and (other.persona, other.step) == (record.persona, twins.get(record.step))
            ]
        elif isinstance(record, Link):
            ends = (twins.get(record.from_), twins.get(record.to))
            found = [
                one for one, other in before.items() if isinstance(other, Link) and (other.from_, other.to) == ends
            ]
        else:
            found = []
        twin = next((one for one in found if one in before and one not in taken), None)
        if twin is not None and type(before[twin]) is type(record):
            twins[key] = twin
            taken.add(twin)
    return twins


class _Search:
    def __init__(
        self,
        before: Document,
        after: Document,
        was: Mapping[str, Record],
        now: Mapping[str, Record],
        twins: Mapping[str, str],
    ) -> None:
        self._before, self._after, self._was, self._now, self._twins = before, after, was, now, twins

    def run(self) -> Comparison:
        moved = self._moved()
        entries: list[Entry] = []
        paired: set[str] = set()
        for key, after in self._now.items():
            if isinstance(after, Asset | Snapshot):
                continue
            before = self._was.get(self._twin(key))
            if before is None or type(before) is not type(after):
                entries.append(Entry(_alone("added", after), None, after, ()))
                continue
            paired.add(before.id)
            if key in moved:
                entries.append(Entry("moved", before, after))
            if not is_same(before, after, but=("rank",)) and (fields := self._fields(before, after)):
                entries.append(Entry(_what(after, fields), before, after, fields))
        for key, before in self._was.items():
            if key not in paired and not isinstance(before, Asset | Snapshot):
                entries.append(Entry(_alone("removed", before), before, None))
        return Comparison(self._before, self._after, tuple(entries), self._twins)

    def _twin(self, key: str) -> str:
        return self._twins.get(key, key)

    def _moved(self) -> set[str]:
        return set()

    def _fields(self, before: Record, after: Record) -> tuple[str, ...]:
        return tuple(
            name
            for name in type(after).model_fields
            if name not in _APART and name not in _PLACE and not same(getattr(before, name), getattr(after, name))
        )


def _alone(what: What, record: Record) -> What:
    return "felt" if isinstance(record, Emotion) and record.score is not None else what


def _what(record: Record, fields: Sequence[str]) -> What:
    if isinstance(record, Emotion) and "score" in fields:
        return "felt"
    return "reworded" if any(name in _LABELS for name in fields) else "changed"
