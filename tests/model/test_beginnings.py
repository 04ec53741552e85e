"""From what versions of a project began."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.model.beginnings import common_snapshot, counterpart, is_beginning
from cxdesigner.model.document import Document
from cxdesigner.model.records import Map, Snapshot
from tests.model.builders import journey


def project() -> Document:
    return journey("A: a1 a2", "actions pains", cards={"actions a1": "one two", "pains a2": "three"})


def with_(document: Document, without: str = "", **fields: dict[str, Any]) -> Document:
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items() if key != without)


def test_a_project_from_which_all_went_on_differently_is_their_beginning() -> None:
    start = project()
    assert is_beginning(start, [with_(start, one={"text": "x"}), with_(start, "two")])
    assert is_beginning(start, [start, with_(start, one={"rank": "zz"})])
    assert is_beginning(start, [with_(start, "one"), start])


def test_one_that_has_what_all_others_lack_is_none() -> None:
    start = project()
    assert not is_beginning(start, [with_(start, "one"), with_(start, "one")])


def test_one_that_has_what_all_others_have_otherwise_and_alike_is_none() -> None:
    start = project()
    old = with_(start, one={"text": "as it was"})
    assert not is_beginning(start, [old, old])
    assert is_beginning(start, [old, with_(start, one={"text": "as it was"}), with_(start, "one")])


def test_of_one_version_nothing_can_be_told() -> None:
    assert not is_beginning(project(), [project()])


def snapshot(key: str, date: str, content: dict[str, Any]) -> Snapshot:
    return Snapshot.new(id=key, parent="project", name=key, date=date, content=content)


def keeping(*kept: Snapshot) -> Document:
    document = project()
    return Document([*document.records.values(), *(one.with_(parent=document.root) for one in kept)])


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ([], [], ""),
        ([snapshot("s", "2026-05-01", {"a": 1})], [], ""),
        ([snapshot("s", "2026-05-01", {"a": 1})], [snapshot("s", "2026-05-01", {"a": 1})], "s"),
        ([snapshot("s", "2026-05-01", {"a": 1})], [snapshot("s", "2026-05-01", {"a": 2})], ""),
        ([snapshot("s", "", {})], [snapshot("s", "", {})], ""),
        ([snapshot("s", "", {"a": 1}), snapshot("t", "", {"a": 2})],) * 2 + ("t",),
        ([snapshot("s", "2026-06-01", {"a": 1}), snapshot("t", "2026-05-01", {"a": 2})],) * 2 + ("s",),
    ],
)
def test_both_began_from_the_newest_version_that_both_keep(
    ours: list[Snapshot], theirs: list[Snapshot], found: str
) -> None:
    common = common_snapshot(keeping(*ours), keeping(*theirs))
    assert (common.id if common is not None else "") == found


def maps(*given: tuple[str, str, str]) -> Document:
    document = project()
    more = [Map.new(id=key, parent=document.root, rank=key, state=state, origin=origin) for key, state, origin in given]
    own = document.maps[0].id
    kept = [record for key, record in document.records.items() if document.map_of(key) != own]
    return Document([*kept, *more])


@pytest.mark.parametrize(
    ("given", "shown", "found"),
    [
        ([("m", "current", "")], "m", None),
        ([("m", "current", "")], "nowhere", None),
        ([("m", "current", ""), ("n", "future", "m")], "n", ("m", "n")),
        ([("m", "current", ""), ("n", "future", "m")], "m", ("m", "n")),
        ([("m", "current", ""), ("n", "future", "")], "m", ("m", "n")),
        ([("m", "current", ""), ("n", "future", "")], "n", ("m", "n")),
        ([("m", "current", ""), ("n", "current", "")], "n", ("m", "n")),
        ([("m", "current", ""), ("n", "current", ""), ("o", "future", "")], "m", ("m", "o")),
    ],
)
def test_the_maps_that_somebody_means_who_compares_one(
    given: list[tuple[str, str, str]], shown: str, found: tuple[str, str] | None
) -> None:
    assert counterpart(maps(*given), shown) == found
