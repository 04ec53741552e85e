"""Named versions, and what stood once in the place of what stands now."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits import snapshots as edits
from cxdesigner.model.edits.become import become
from cxdesigner.model.edits.snapshots import keep_snapshot, pictures_in, remove_snapshots, rename_snapshot, restore
from cxdesigner.model.limits import InvalidValueError, LimitReachedError
from cxdesigner.model.records import Asset, Card, Project, Record, Snapshot
from tests.model.builders import journey

CAT, DOG = "sha256-" + "a" * 64, "sha256-" + "d" * 64


def asset(key: str, data: str = "AAAA", **more: object) -> Asset:
    return Asset.new(id=key, parent="project", type="image/png", data=data, **more)


def named(key: str = "s1", name: str = "May", **content: object) -> Snapshot:
    return Snapshot.new(id=key, parent="project", name=name, content=dict(content))


def small(cards: str, *more: Record) -> Document:
    return journey("A: a1 a2", "actions", cards={"actions a1": cards}, more=more)


def texts(document: Document) -> list[str]:
    return [card.text for card in document.cards("map")]


def after(document: Document, other: Document) -> Document:
    change = restore(document, other)
    assert change is not None
    restored = document.apply(change)
    assert restored.apply(change.inverse()) == document
    return restored


def moved(document: Document, root: str) -> Document:
    return Document(
        record.with_(id=root) if isinstance(record, Project)
        else record.with_(parent=root) if record.parent == document.root else record
        for record in document.records.values()
    )  # fmt: skip


def test_a_version_is_kept_under_a_name_with_author_and_date() -> None:
    document = small("one", named("s0"))
    change = keep_snapshot(document, " As agreed ", {"id": "p"}, author="Ana", date="2026-06-14T10:30")
    assert change is not None
    first, fresh = document.apply(change).snapshots
    assert first.id == "s0"
    assert (fresh.name, fresh.author, fresh.date, fresh.content) == (
        "As agreed",
        "Ana",
        "2026-06-14T10:30",
        {"id": "p"},
    )
    assert fresh.parent == "project"
    assert fresh.id not in document


def test_a_version_has_a_name() -> None:
    document = small("one", named())
    assert keep_snapshot(document, "  ", {}) is None
    assert rename_snapshot(document, "s1", "\n") is None
    with pytest.raises(InvalidValueError, match="10,000"):
        keep_snapshot(document, "x" * 10_001, {})


def test_a_version_is_renamed_and_removed() -> None:
    document = small("one", named("s1"), named("s2"))
    renamed = rename_snapshot(document, "s1", "June ")
    assert renamed is not None
    assert [one.name for one in document.apply(renamed).snapshots] == ["June", "May"]
    assert rename_snapshot(document, "one", "June") is None
    removed = remove_snapshots(document, ["s1", "one", "gone"])
    assert removed is not None
    assert [one.id for one in document.apply(removed).snapshots] == ["s2"]
    assert "one" in document.apply(removed)
    assert remove_snapshots(document, ["gone"]) is None


def test_what_stood_once_comes_back_and_can_be_undone() -> None:
    now, before = small("one three", named()), small("one two")
    restored = after(now, before)
    assert texts(restored) == ["one", "two"]
    assert restored.snapshots == now.snapshots
    assert restore(restored, before) is None


def test_it_comes_back_in_its_order_where_nothing_had_ranks() -> None:
    now = small("one two three")
    before = Document(
        record.with_(rank="") if isinstance(record, Card) else record
        for record in small("three one two").records.values()
    )
    assert texts(before) == ["three", "one", "two"]
    assert texts(after(now, before)) == ["three", "one", "two"]


def test_versions_that_only_the_other_keeps_come_along_and_those_of_now_stay_as_they_are() -> None:
    now = small("one", named("s1", "renamed since"), named("s2"))
    restored = after(now, small("one", named("s0", "early"), named("s1", "as it was")))
    assert {one.id: one.name for one in restored.snapshots} == {"s0": "early", "s1": "renamed since", "s2": "May"}


def test_a_version_whose_id_is_taken_in_what_comes_back_gets_another() -> None:
    now = small("one", named("two"))
    restored = after(now, small("two"))
    assert texts(restored) == ["two"]
    assert [one.name for one in restored.snapshots] == ["May"]


def test_pictures_that_a_kept_version_shows_stay_and_others_go() -> None:
    now = small("one", asset(CAT), asset(DOG), named(maps=[{"cards": [{"asset": CAT}]}]))
    restored = after(now, small("one two"))
    assert [one.id for one in restored.assets] == [CAT]


def test_the_project_of_another_file_comes_under_this_one() -> None:
    now = small("one", asset(CAT), named(x=CAT))
    restored = after(now, moved(small("two"), "elsewhere"))
    assert restored.root == "project"
    assert texts(restored) == ["two"]
    assert [one.parent for one in (*restored.snapshots, *restored.assets)] == ["project", "project"]


def test_what_has_the_id_of_this_project_in_another_one_gets_a_fresh_one() -> None:
    other = moved(small("two"), "elsewhere")
    lane = other.lanes("map")[0]
    odd = Card.new(id="project", parent="map", lane=lane.id, step="a1", rank="z", text="odd")
    change = become(small("one"), Document([*other.records.values(), odd]))
    assert change is not None
    found = small("one").apply(change)
    assert found.project.id == "project"
    assert [card.text for card in found.cards(found.maps[0].id)] == ["two", "odd"]


def test_pictures_are_found_wherever_their_keys_stand() -> None:
    odd = asset("logo")
    assets = [asset(CAT, x={"like": DOG}), asset(DOG), odd]
    assert pictures_in([{"a": [1, None, {"b": f"see {CAT}"}]}], assets) == assets[:2]
    assert pictures_in([["logo"]], [odd]) == [odd]
    assert pictures_in([{"a": CAT}], []) == []


def test_more_pictures_than_a_project_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits, "MAX_PICTURE_BYTES", 5)
    now = small("one", asset(CAT), named(x=CAT))
    assert restore(now, small("two")) is not None
    with pytest.raises(LimitReachedError, match="Open it as a copy"):
        restore(now, small("two", asset(DOG)))
