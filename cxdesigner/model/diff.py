"""What differs between two versions of a project, or between two maps of one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from cxdesigner.model.diff_order import in_map_order
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Card, Copied, Emotion, Link, Map, Ranked, Record, Snapshot
from cxdesigner.model.three_way import is_same, same

What = Literal["added", "removed", "moved", "reworded", "changed", "felt"]
LABELS = ("text", "title", "name", "label")
"""The fields that say what a thing is called: each record has one of them at most."""
_APART = frozenset(("id", "parent", "rank", "origin", "conflicts"))
_NOT_OF_TWINS = frozenset(("votes", "persona", "step", "state"))
_OF_MAPS = frozenset(("title", "release", "date", "author"))
"""Fields of two maps of a project that differ as a matter of course."""
_PLACE = frozenset(("lane", "step"))
_REFERRING = frozenset(("to", "from_", "solves"))
_LEFT_OUT = (Asset, Snapshot)
_Cell = tuple[str | None, ...]


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

    def but_for_the_earlier(self, base: Document) -> Comparison:
        """Leave out what differs only since the earlier version was changed, where both began from `base`."""

        def is_later(entry: Entry) -> bool:
            was = base.records.get(entry.record.id)
            return was is not None if entry.after is None else was is None or not is_same(was, entry.after)

        return self._replace(entries=tuple(filter(is_later, self.entries)))


def compare(before: Document, after: Document) -> Comparison:
    """Tell what became of every record. Pictures and named versions are left out, and so are ranks that keep order."""
    return _Search(before, after, before.records, after.records, {}).run()


def compare_maps(document: Document, map_id: str, other_map_id: str) -> Comparison:
    """Tell in what another map of the project differs, such as the future from the current state.

    What was made from a thing, or both from the same (`origin`), is its twin; so is a link between twins. Comments,
    votes, and the title, state, release, date and author of the map are left out. A map that is not there is an empty
    one.
    """
    before, after = _on_map(document, map_id), _on_map(document, other_map_id)
    return _Search(document, document, before, after, _twins(before, after), _NOT_OF_TWINS).run()


def _on_map(document: Document, map_id: str) -> dict[str, Record]:
    if document.get(map_id, Map) is None:
        return {}
    records: list[Record] = [document[map_id], *document.stages(map_id), *document.steps(map_id)]
    records += [*document.lanes(map_id), *document.cards(map_id), *document.emotions(map_id), *document.links(map_id)]
    return {record.id: record for record in records}


def _twins(before: Mapping[str, Record], after: Mapping[str, Record]) -> dict[str, str]:
    """Pair things by what they were made from; each has one twin at most."""
    origins = {record.origin: key for key, record in before.items() if isinstance(record, Copied) and record.origin}
    said = {_said(record, {}): key for key, record in before.items() if not isinstance(record, Copied)}
    maps = [key for key, record in before.items() if isinstance(record, Map)]
    twins: dict[str, str] = {}
    taken: set[str] = set()
    for key, record in after.items():
        if isinstance(record, Map):
            found = maps
        elif isinstance(record, Copied):
            found = [record.origin, origins.get(key, ""), origins.get(record.origin, "")]
        else:
            found = [said.get(_said(record, twins), "")]
        twin = next((one for one in found if one in before and one not in taken), None)
        if twin is not None and type(before[twin]) is type(record):
            twins[key] = twin
            taken.add(twin)
    return twins


def _said(record: Record, twins: Mapping[str, str]) -> tuple[str, ...]:
    """Give what tells emotions and links apart."""
    if isinstance(record, Link):
        return twins.get(record.from_, record.from_), twins.get(record.to, record.to), record.kind
    assert isinstance(record, Emotion)
    return record.persona, twins.get(record.step, record.step)


class _Search:
    def __init__(
        self,
        before: Document,
        after: Document,
        was: Mapping[str, Record],
        now: Mapping[str, Record],
        twins: Mapping[str, str],
        apart: frozenset[str] = frozenset(),
    ) -> None:
        self._before, self._after, self._was, self._now, self._twins = before, after, was, now, twins
        self._apart = _APART | apart

    def run(self) -> Comparison:
        moved = self._moved()
        entries: list[Entry] = []
        paired: set[str] = set()
        for key, after in self._now.items():
            if isinstance(after, _LEFT_OUT):
                continue
            before = self._was.get(self._twin(key))
            if before is None or type(before) is not type(after):
                entries.append(Entry(_alone("added", after), None, after))
                continue
            paired.add(before.id)
            if key in moved:
                entries.append(Entry("moved", before, after))
            if not is_same(before, after, but=("rank",)) and (fields := self._fields(before, after, key in moved)):
                entries.append(Entry(_what(after, fields), before, after, fields))
        entries += [
            Entry(_alone("removed", before), before, None)
            for key, before in self._was.items()
            if key not in paired and not isinstance(before, _LEFT_OUT)
        ]
        in_order = in_map_order(self._before, self._after, self._was, self._now, self._twins)
        return Comparison(self._before, self._after, tuple(sorted(entries, key=in_order)), self._twins)

    def _twin(self, key: str) -> str:
        return self._twins.get(key, key)

    def _moved(self) -> set[str]:
        """Give the ids of what stands in another cell, or in another order among what stood there before."""
        places = {record.id: place for shelf in self._before.shelves() for place, record in enumerate(shelf)}
        moved: set[str] = set()
        for shelf in self._after.shelves():
            stayed: dict[_Cell, list[Record]] = {}
            for after in shelf if isinstance(shelf[0], Ranked) else ():
                before = self._was.get(self._twin(after.id)) if after.id in self._now else None
                if before is None or type(before) is not type(after):
                    continue
                cell = _cell(after, self._twin)
                if cell == _cell(before, str):
                    stayed.setdefault(cell, []).append(after)
                else:
                    moved.add(after.id)
            for records in stayed.values():
                order = [places[self._twin(record.id)] for record in records]
                kept = _longest_rise(order)
                moved.update(record.id for record, place in zip(records, order, strict=True) if place not in kept)
        return moved

    def _fields(self, before: Record, after: Record, is_moved: bool) -> tuple[str, ...]:
        """Give the names of the fields that differ; that of the last step goes along with a card that is moved."""
        left_out = {*self._apart, *(_PLACE if isinstance(after, Card) else ()), *(["to"] if is_moved else [])}
        if isinstance(after, Map) and before.id != after.id:
            left_out |= _OF_MAPS
        found = [
            name
            for name in type(after).model_fields
            if name not in left_out and not same(getattr(before, name), self._as_it_was(name, getattr(after, name)))
        ]
        extra, other = before.__pydantic_extra__ or {}, after.__pydantic_extra__ or {}
        found += [name for name in {**extra, **other} if not same(extra.get(name), other.get(name))]
        return tuple(found)

    def _as_it_was(self, name: str, value: Any) -> Any:
        """Give a value that refers to things as it would refer to their twins."""
        if name not in _REFERRING:
            return value
        return tuple(map(self._twin, value)) if isinstance(value, tuple) else value and self._twin(value)


def _cell(record: Record, twin: Callable[[str], str]) -> _Cell:
    """Name where a record stands among siblings; a map is always among the maps."""
    if isinstance(record, Map):
        return ()
    lane, step = (record.lane, record.step) if isinstance(record, Card) else (None, None)
    return twin(record.parent), lane and twin(lane), step and twin(step)


def _longest_rise(order: list[int]) -> set[int]:
    """Give as many of the numbers, none of which is there twice, as rise one after the other: what stayed in order.

    By patience sorting: C. Schensted, "Longest increasing and decreasing subsequences" (1961).
    """
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in order:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    found: set[int] = set()
    last: int | None = ends[-1]
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _alone(what: What, record: Record) -> What:
    return "felt" if isinstance(record, Emotion) and record.score is not None else what


def _what(record: Record, fields: Sequence[str]) -> What:
    if isinstance(record, Emotion) and "score" in fields:
        return "felt"
    return "reworded" if any(name in LABELS for name in fields) else "changed"
