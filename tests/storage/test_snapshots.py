"""Named versions in a project file, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import keep_snapshot, restore
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.records import Asset, Card, Snapshot
from cxdesigner.resources import resource
from cxdesigner.storage import snapshots
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.snapshots import CannotReadSnapshotError, content_of, document_of
from tests.model.builders import journey
from tests.strategies import PICTURES, documents

DINNER = read(resource("examples", "vivan-los-tacos.cxd").read_bytes()).document


def keep(document: Document, name: str = "May") -> Document:
    change = keep_snapshot(document, name, content_of(document))
    assert change is not None
    return document.apply(change)


def holding(**content: Any) -> Snapshot:
    return Snapshot.new(id="s", parent="project", name="May", content=content)


def refused(snapshot: Snapshot) -> str:
    with pytest.raises(CannotReadSnapshotError) as refusal:
        document_of(journey(), snapshot)
    return str(refusal.value)


@given(documents())
def test_what_is_kept_comes_back_as_it_was(document: Document) -> None:
    kept = read(write(keep(document))).document
    back = document_of(kept, kept.snapshots[-1])
    change = restore(kept, back)
    restored = kept.apply(change) if change is not None else kept
    same = json.loads(write(document)), json.loads(write(restored))
    for one in same:
        one.pop("snapshots", None)
        one.pop("assets", None)
    assert same[0] == same[1] or ranked(same[0]) == ranked(same[1])


def ranked(raw: Any) -> Any:
    """Give the raw JSON without ranks: they are given where there were none."""
    if isinstance(raw, dict):
        return {key: ranked(value) for key, value in raw.items() if key != "rank"}
    return [*map(ranked, raw)] if isinstance(raw, list) else raw


def test_a_version_holds_no_versions_and_no_pictures() -> None:
    content = content_of(keep(keep(DINNER)))
    assert not content.keys() & {"snapshots", "assets"}
    assert list(content)[:3] == ["format", "version", "id"]
    assert content == content_of(DINNER)


def test_a_picture_that_only_a_version_shows_stays_in_the_file() -> None:
    key, data = next(iter(PICTURES.items()))
    card = {"id": "cat", "parent": "map", "lane": "actions", "step": "a1"}
    with_picture = journey(more=(Card.new(**card, asset=key), Asset.new(id=key, parent="project", data=data)))
    kept = keep(with_picture)
    bare = kept.apply(_without(kept, "cat"))
    again = read(write(bare)).document
    assert [asset.id for asset in again.assets] == [key]
    back = document_of(again, again.snapshots[0])
    assert [asset.id for asset in back.assets] == [key]
    change = restore(again, back)
    assert change is not None
    assert again.apply(change).get("cat", Card) == with_picture["cat"].with_(rank=again.apply(change)["cat"].rank)
    gone = again.apply(_without(again, again.snapshots[0].id))
    assert "assets" not in json.loads(write(gone))


def _without(document: Document, key: str) -> Any:
    from cxdesigner.model.edits.removal import remove

    return remove(document, [key])


def test_a_version_that_cannot_be_read_says_why() -> None:
    assert refused(holding()) == "There is nothing in the version “May”."
    assert "was kept by a newer release" in refused(holding(version=2, id="p"))
    assert refused(holding(id="p", title=5)) == (
        "The version “May” is damaged at title: should be a text, not a number, so it cannot be shown."
    )
    many = [{"id": f"m{index}"} for index in range(201)]
    assert "maps has 201; at most 200" in refused(holding(id="p", maps=many))


def test_a_version_without_a_number_is_of_this_one_and_lists_in_it_are_passed_over() -> None:
    snapshot = holding(id="p", title="Early", maps=[], snapshots=5, assets="none")
    assert document_of(journey(), snapshot).project.title == "Early"


def test_limits_hold_when_a_version_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    deep: Any = "x"
    for _ in range(59):
        deep = [deep]
    assert read(
        write(keep(read(write(journey()).replace(b"\n}", b',\n "x": %s\n}' % json.dumps(deep).encode())).document))
    )
    with pytest.raises(LimitReachedError, match="nested too deep"):
        keep(read(write(journey()).replace(b"\n}", b',\n "x": [[%s]]\n}' % json.dumps(deep).encode())).document)
    once = len(write(keep(DINNER)))
    monkeypatch.setattr(snapshots, "MAX_FILE_BYTES", once + 500)
    keep(DINNER)
    with pytest.raises(LimitReachedError, match="was not kept"):
        keep(keep(DINNER))
