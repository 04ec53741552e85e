"""From what versions of a project began, as far as can be told from what is in them."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.model.document import Document
from cxdesigner.model.records import Map, Record, Snapshot
from cxdesigner.model.three_way import is_same


def is_beginning(document: Document, versions: Sequence[Document]) -> bool:
    """Tell whether several versions seem to have begun from a project as it is, rather than it being one of them.

    It is not where all of them lack something that it has, or have it otherwise and alike: more likely somebody went
    on here too than that all did the same elsewhere. Of less than two nothing can be told.
    """
    if len(versions) < 2:
        return False
    for key, record in document.records.items():
        first, *others = (version.records.get(key) for version in versions)
        if first is None:
            if not any(others):
                return False
        elif not is_same(first, record, but=("rank",)) and all(
            other is not None and is_same(other, first, but=("rank",)) for other in others
        ):
            return False
    return True


def common_snapshot(one: Document, *others: Document) -> Snapshot | None:
    """Give the newest named version that all these versions of a project keep: they began from it."""
    contents = [{snapshot.id: snapshot.content for snapshot in other.snapshots} for other in others]
    kept = [
        snapshot
        for snapshot in one.snapshots
        if snapshot.content and all(found.get(snapshot.id) == snapshot.content for found in contents)
    ]
    dated = [snapshot for snapshot in kept if snapshot.date]
    return max(dated, key=lambda snapshot: snapshot.date) if dated else next(reversed(kept), None)


def nearest(states: Sequence[Document], versions: Sequence[Document]) -> int | None:
    """Give the number of the state of a file, of all from the oldest on, that copies of the file most likely began
    from: it differs from them least. Of several the oldest; None if there is none.

    A later one lacks nothing that the copies have, but has what was done in the file since: it differs by that too.
    """
    far = [sum(_difference(state, version) for version in versions) for state in states]
    return min(range(len(far)), key=far.__getitem__) if far else None


def has_what_was_done(version: Document, before: Document, after: Document) -> bool:
    """Tell whether a version has all that was done between two states of a file, or has gone on from it: nothing in it
    is as it was before.
    """
    for key in before.records.keys() | after.records.keys():
        was, now = before.records.get(key), after.records.get(key)
        found = version.records.get(key)
        if not _is_alike(was, now) and _is_alike(was, found):
            return False
    return True


def _is_alike(one: Record | None, other: Record | None) -> bool:
    return one is other or is_same(one, other, but=("rank",))


def _difference(one: Document, other: Document) -> int:
    mine, its = one.records, other.records
    return len(mine.keys() ^ its.keys()) + sum(
        not is_same(record, its[key], but=("rank",)) for key, record in mine.items() if key in its
    )


def counterpart(document: Document, map_id: str) -> tuple[str, str] | None:
    """Give the two maps that somebody means who compares this one: the earlier one, and the later one.

    What it was made from comes first, then what was made from it, then a map of the other state, then any other; the
    future one is the later one of two that were not made from each other. None where there is no other map.
    """
    shown = document.get(map_id, Map)
    others = [one for one in document.maps if one.id != map_id]
    if shown is None or not others:
        return None
    if any(one.id == shown.origin for one in others):
        return shown.origin, map_id
    made = next((one for one in others if one.origin == map_id), None)
    if made is not None:
        return map_id, made.id
    found = next((one for one in others if one.state != shown.state), others[0])
    return (map_id, found.id) if shown.state == "current" and found.state == "future" else (found.id, map_id)
