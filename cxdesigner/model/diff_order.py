"""The order of what differs: as it stands on the map, from left to right, and what is gone where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion, Lane, Map, Ranked, Record, Stage, Step

if TYPE_CHECKING:
    from cxdesigner.model.diff import Entry

_Key = tuple[float, float, int, float, str, str]
_FIRST, _LAST = -3.0, 1e9
_WHATS = ("removed", "moved", "reworded", "changed", "felt", "added")


def in_map_order(
    before: Document, after: Document, was: Mapping[str, Record], now: Mapping[str, Record], twins: Mapping[str, str]
) -> Callable[[Entry], tuple[_Key, int]]:
    """Give what sorts entries: the project, then map by map its fields, its lanes, and column by column what is there.

    `was` and `now` are the records that are compared, by id.
    """
    later = {twin: key for key, twin in twins.items()}
    places: dict[str, float] = {}

    def number(old: Iterable[Record], new: Iterable[Record]) -> None:
        places.update((record.id, float(place)) for place, record in enumerate(one for one in new if one.id in now))
        last = -1.0
        for record in old:
            twin = later.get(record.id, record.id)
            if record.id in was and twin in now:
                last = places.get(twin, last)
                places.setdefault(record.id, last)
            elif record.id in was:
                places[record.id] = last + 0.5

    number(before.maps, after.maps)
    for kind in (Document.steps, Document.lanes):
        number(*([one for shown in side.maps for one in kind(side, shown.id)] for side in (before, after)))
    stages: dict[str, float] = {}
    for records in (now, was):
        for record in records.values():
            if isinstance(record, Step):
                stages[record.parent] = min(stages.get(record.parent, _LAST), places.get(record.id, _LAST))

    def key(entry: Entry) -> tuple[_Key, int]:
        record = entry.record
        document = after if entry.after is not None else before
        shown = document.map_of(record.id)
        return (_of_map(shown, places), *_column(record, places, stages), *_rest(record)), _WHATS.index(entry.what)

    return key


def _of_map(shown: str | None, places: Mapping[str, float]) -> float:
    return places.get(shown, _LAST) if shown is not None else _FIRST


def _column(record: Record, places: Mapping[str, float], stages: Mapping[str, float]) -> tuple[float, int, float]:
    """Give the column of a record, the sort of thing that it is there, and its lane."""
    if isinstance(record, Map):
        return _FIRST, 0, 0
    if isinstance(record, Lane):
        return -1, 0, places.get(record.id, _LAST)
    if isinstance(record, Stage):
        return stages.get(record.id, _LAST), 0, 0
    if isinstance(record, Step):
        return places.get(record.id, _LAST), 1, 0
    if isinstance(record, Card):
        return places.get(record.step or "", _LAST), 2, places.get(record.lane or "", _LAST)
    if isinstance(record, Emotion):
        return places.get(record.step, _LAST), 3, 0
    return _LAST, 4, 0


def _rest(record: Record) -> tuple[str, str]:
    return record.rank if isinstance(record, Ranked) else "", record.id
