"""What is copied in one window can be pasted in another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Card, Map, Record, Stage, Step
from cxdesigner.storage.clipboard import MEDIA_TYPE, fragment_from_json, fragment_to_json
from cxdesigner.storage.codec import DamagedError, NotAProjectError, read
from cxdesigner.storage.nesting import LISTS, Fragment
from tests.strategies import documents

FULL = read((Path(__file__).parent / "full.cxd").read_bytes()).document
COPIED = (*LISTS[Fragment].values(), Asset)


def without_map(record: Record, ids: set[str]) -> Record:
    return record if record.parent in ids else record.with_(parent="")


@given(documents(loose=True))
def test_what_is_copied_is_pasted(document: Document) -> None:
    copied = [record for record in document.records.values() if type(record) in COPIED]
    ids = {record.id for record in copied}
    pasted = fragment_from_json(fragment_to_json(copied))
    assert {record.id: record for record in pasted} == {record.id: without_map(record, ids) for record in copied}


def test_steps_stand_in_their_stage_or_else_alone() -> None:
    raw = json.loads(fragment_to_json([FULL["s-1"], FULL["t-2"], FULL["t-1"]]))
    assert [step["id"] for step in raw["stages"][0]["steps"]] == ["t-2", "t-1"]
    raw = json.loads(fragment_to_json([FULL["t-2"]]))
    assert raw == {
        "format": "cxdesigner-fragment",
        "version": 1,
        "steps": [{"id": "t-2", "rank": "0V", "title": "Gets on", "width": 162.5}],
    }


def test_the_order_is_that_in_which_they_were_given() -> None:
    pasted = fragment_from_json(fragment_to_json([FULL["c-2"], FULL["c-1"]]))
    assert [record.id for record in pasted] == ["c-2", "c-1"]
    assert all(type(record) is Card and record.parent == "" for record in pasted)


def test_a_map_is_not_copied_this_way() -> None:
    shown = FULL.get("m-1", Map)
    assert shown is not None
    with pytest.raises(ValueError, match="a fragment holds no map"):
        fragment_to_json([shown])


@pytest.mark.parametrize("data", [b"", b"hello", b"[]", b'{"format": "cxdesigner", "version": 1}'])
def test_anything_else_on_the_clipboard_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(NotAProjectError):
        fragment_from_json(data)


def fragment(**fields: object) -> bytes:
    return json.dumps({"format": "cxdesigner-fragment", "version": 1, **fields}).encode()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"cards": [{"id": "c"}, {"id": "c"}]}, 'cards[1].id: the id "c" is taken by cards[0]'),
        ({"stages": [{"id": "s", "steps": []}]}, "stages[0].steps: a stage has at least one step"),
        ({"assets": {"a": {"data": "?"}}}, 'assets["a"].data: is not base64'),
    ],
)
def test_damage_is_named(fields: dict[str, object], says: str) -> None:
    with pytest.raises(DamagedError) as caught:
        fragment_from_json(fragment(**fields))
    assert [str(problem) for problem in caught.value.problems] == [says]


def test_of_a_newer_version_what_can_be_read_whole_is_pasted() -> None:
    pasted = fragment_from_json(fragment(version=2, cards=[{"id": "c", "kind": "hologram"}], maps=[]))
    assert [record.id for record in pasted] == ["c"]


@pytest.mark.parametrize(
    ("cards", "says"),
    [
        ([3], "cards[0]: should be an object, not a number."),
        ([{"id": "c", "text": 5}, 3], "cards[0].text: should be a text, not a number and 1 more."),
    ],
)
def test_nothing_is_lost_of_what_a_newer_release_copied(cards: list[object], says: str) -> None:
    with pytest.raises(NotAProjectError) as caught:
        fragment_from_json(fragment(version=2, cards=cards))
    assert str(caught.value) == f"A newer release copied this, and a part cannot be read here: {says}"


def nested(levels: int) -> object:
    found: object = 1
    for _ in range(levels):
        found = [found]
    return found


# A card is the fifth level of a project, a step the seventh, a persona the third.
@pytest.mark.parametrize(("name", "most"), [("cards", 59), ("steps", 57), ("personas", 61)])
def test_what_would_stand_too_deep_in_a_project_is_refused(name: str, most: int) -> None:
    assert len(fragment_from_json(fragment(**{name: [{"id": "a", "x": nested(most)}]}))) == 1
    with pytest.raises(NotAProjectError, match="nested more than 64 levels deep"):
        fragment_from_json(fragment(**{name: [{"id": "a", "x": nested(most + 1)}]}))


def test_limits_hold() -> None:
    with pytest.raises(NotAProjectError, match="cards has 20,001"):
        fragment_from_json(fragment(cards=[{}] * 20_001))


def test_it_has_a_media_type_of_its_own() -> None:
    assert MEDIA_TYPE == "application/vnd.cxdesigner.fragment+json"


def test_classes_come_back() -> None:
    pasted = fragment_from_json(fragment_to_json([FULL["s-1"], FULL["t-1"]]))
    assert [(type(record), record.parent) for record in pasted] == [(Stage, ""), (Step, "s-1")]
