"""Reading and writing undo each other, always give the same bytes and lose nothing that they do not know."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Card, Emotion, Map, Part, Record
from cxdesigner.storage.codec import NotAProjectError, Writer, read, write
from cxdesigner.storage.parsing import count_objects
from tests.storage.outcomes import read_or_sentence
from tests.strategies import documents, json_values

FULL = (Path(__file__).parent / "full.cxd").read_bytes()


def in_order(document: Document) -> list[tuple[str, ...]]:
    """Give the ids of all lists of siblings; emotions and pictures have no order of their own."""
    return sorted(
        tuple(r.id for r in shelf) for shelf in document.shelves() if not isinstance(shelf[0], Emotion | Asset)
    )


@given(documents(loose=True))
def test_what_is_written_is_read(document: Document) -> None:
    data = write(document)
    reading = read(data)
    assert reading.document == document
    assert in_order(reading.document) == in_order(document)
    assert write(reading.document) == data
    assert not reading.read_only


def test_a_file_with_every_field_is_written_as_it_was() -> None:
    reading = read(FULL)
    assert reading.problems == ()
    assert write(reading.document) == FULL


def test_that_file_has_every_field_there_is() -> None:
    seen: set[tuple[type, str]] = set()
    stack: list[Any] = list(read(FULL).document.records.values())
    kinds = set()
    while stack:
        value = stack.pop()
        if isinstance(value, tuple):
            stack += value
        elif isinstance(value, Part):
            kinds.add(type(value))
            stack += value.__dict__.values()
            own = {name: getattr(value, name) for name in type(value).model_fields}
            seen |= {(type(value), n) for n, v in own.items() if v != type(value).model_fields[n].default}
    assert kinds == set(subclasses(Part)) - {Record, *(kind for kind in subclasses(Part) if kind.__subclasses__())}
    missing = {(kind, name) for kind in kinds for name in kind.model_fields} - seen
    assert {(kind.__name__, name) for kind, name in missing} == {("Project", "parent")}


def subclasses(kind: type) -> Iterator[type]:
    for sub in kind.__subclasses__():
        if sub.__module__ == "cxdesigner.model.records":
            yield sub
            yield from subclasses(sub)


@given(documents(), st.data())
def test_unknown_fields_survive_at_every_level(document: Document, data: st.DataObject) -> None:
    raw = json.loads(write(document))
    for holder in holders(raw):
        if data.draw(st.booleans()):
            # Names that mean something in a record, but not in a file.
            names = data.draw(st.sampled_from([["zz"], ["parent", "zz"], ["from_"], ["EMOTION_KEY", "rank "]]))
            holder.update((name, data.draw(json_values)) for name in names if name not in holder)
    written = write(read(json.dumps(raw).encode()).document)
    assert json.loads(written) == raw
    assert write(read(written).document) == written


def holders(raw: Any, key: str = "") -> Iterator[dict[str, Any]]:
    """Give every object of a project that is a record or a part of one."""
    if key in {"content", "base", "ours", "theirs"} or key.startswith("x-"):
        return
    if isinstance(raw, dict):
        if key != "assets":
            yield raw
        for name, value in list(raw.items()):
            yield from holders(value, "-" if key == "assets" else name)
    elif isinstance(raw, list):
        for value in raw:
            yield from holders(value, key)


def project(**fields: Any) -> bytes:
    return json.dumps({"format": "cxdesigner", "version": 1, "id": "p", "maps": [], **fields}).encode()


def test_an_empty_project_says_what_it_is_and_no_more() -> None:
    written = write(read(project(title="", brand=None, personas=[], assets={}, zz=1.0)).document)
    assert (
        written
        == b"""{
  "format": "cxdesigner",
  "version": 1,
  "id": "p",
  "maps": [],
  "zz": 1
}
"""
    )


def test_unknown_fields_come_last_in_the_order_in_which_they_were_read() -> None:
    data = project(zz=1, aa=2, maps=[{"zz": 1, "id": "m", "aa": -0.0, "lanes": [{"zz": 1e16, "id": "l"}], "bb": 2.50}])
    written = write(read(data).document).decode()
    order = ["aa", "bb", "zz"]
    assert [line.strip() for line in written.splitlines() if line.strip()[1:3] in order] == [
        '"zz": 10000000000000000',
        '"zz": 1,',
        '"aa": 0,',
        '"bb": 2.5',
        '"zz": 1,',
        '"aa": 2',
    ]


def test_a_writer_writes_what_changed_and_keeps_the_rest() -> None:
    document = read(FULL).document
    writer = Writer()
    assert writer.write(document) == FULL
    assert writer.write(document) == FULL
    card = document["c-2"]
    changed = Document([card.with_(text="Elsewhere") if r is card else r for r in document.records.values()])
    assert writer.write(changed) == write(changed) != FULL
    assert writer.write(document) == FULL


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    try:
        gc.enable() if was_on else gc.disable()
        document = read(FULL).document
        assert gc.isenabled() is was_on
        write(document)
        assert gc.isenabled() is was_on
        with pytest.raises(NotAProjectError):
            read(b"")
        assert gc.isenabled() is was_on
    finally:
        gc.enable() if before else gc.disable()


def test_emotions_stand_by_step_and_persona_and_loose_ones_last() -> None:
    pairs = [("gone", "t-1"), ("p-1", "t-2"), ("p-2", "t-1"), ("p-1", "gone"), ("p-1", "t-1")]
    steps = [{"id": "t-1"}, {"id": "t-2"}]
    data = project(
        personas=[{"id": "p-1"}, {"id": "p-2"}],
        maps=[
            {
                "id": "m",
                "stages": [{"id": "s", "steps": steps}],
                "emotions": [{"persona": persona, "step": step} for persona, step in pairs],
            }
        ],
    )
    emotions = json.loads(write(read(data).document))["maps"][0]["emotions"]
    assert [(e["persona"], e["step"]) for e in emotions] == [
        ("p-1", "t-1"),
        ("p-2", "t-1"),
        ("p-1", "t-2"),
        ("p-1", "gone"),
        ("gone", "t-1"),
    ]


SHA = [f"sha256-{digit * 64}" for digit in "abcd"]


@pytest.mark.parametrize(
    ("fields", "assets", "kept"),
    [
        ({"brand": {"logo": SHA[0]}}, {SHA[0]: {}, SHA[1]: {}}, [SHA[0]]),
        ({"zz": [{"look": f"at {SHA[1]}!"}]}, {SHA[0]: {}, SHA[1]: {}}, [SHA[1]]),
        ({"zz": "a nice loft"}, {"loft": {}, "logo": {}}, ["loft"]),
        # A picture may name another one, and goes only if nobody names it.
        ({"zz": SHA[3]}, {SHA[3]: {"zz": SHA[2]}, SHA[2]: {"zz": SHA[1]}, SHA[1]: {}, SHA[0]: {}}, SHA[1:]),
        ({}, {SHA[3]: {"zz": SHA[2]}, SHA[2]: {"zz": SHA[1]}, SHA[1]: {}}, []),
        ({}, {SHA[0]: {"zz": SHA[0]}}, []),
        # It goes with what it names, unless that is named elsewhere too, or is not there.
        ({"zz": SHA[0]}, {SHA[0]: {}, SHA[1]: {"zz": [SHA[0], SHA[3]]}}, SHA[:1]),
        ({}, {SHA[0]: {"zz": SHA[1]}, SHA[1]: {"zz": SHA[0]}}, SHA[:2]),
    ],
)
def test_a_picture_goes_when_nothing_in_the_file_names_it(fields: Any, assets: Any, kept: list[str]) -> None:
    document = read(project(**fields, assets=assets)).document
    assert len(document.assets) == len(assets)
    written = write(document)
    assert list(json.loads(written).get("assets", {})) == kept
    assert write(read(written).document) == written


def test_pictures_are_written_by_key_however_they_came() -> None:
    one, two = ({key: {"data": "AAAA"} for key in keys} for keys in (SHA[:2], SHA[1::-1]))
    assert write(read(project(zz=SHA, assets=one)).document) == write(read(project(zz=SHA, assets=two)).document)


def test_text_is_kept_as_typed_but_for_what_no_text_holds() -> None:
    data = project(title="\\ud83d\\udeca").replace(b"\\\\u", b"\\u")
    document = read(
        data.replace(
            b'"maps": []', rb'"maps": [{"id": "m", "z\u0007z": ["\ud800|\u0000|\r\n|\t|\b"], "goal": "a\u007Fb"}]'
        )
    )
    assert document.document.project.title == "🛊"
    shown = document.document.get("m", Map)
    assert shown is not None
    assert shown.goal == "ab"
    assert shown.__pydantic_extra__ == {"zz": ["\ufffd||\n|\t|"]}


def test_a_raw_delete_character_is_dropped_too() -> None:
    assert read(project(title="a~b").replace(b"~", b"\x7f")).document.project.title == "ab"
    assert read(project(title="a~b").replace(b"~", "\x85\x9f".encode())).document.project.title == "ab"


@pytest.mark.parametrize("piece", range(1, 12))
@pytest.mark.parametrize("unwanted", ["\x85".encode(), b"\\u0085", b"\\b", b"\x7f"])
def test_what_has_no_place_in_a_text_is_found_wherever_one_looks_in_pieces(
    monkeypatch: pytest.MonkeyPatch, piece: int, unwanted: bytes
) -> None:
    monkeypatch.setattr("cxdesigner.storage.parsing._PIECE", piece)
    data = project(title="a~b").replace(b"~", unwanted)
    assert read(data).document.project.title == "ab"
    assert count_objects(data) == data.count(b"{")
    assert read(project(title="a~b\u00a0").replace(b"~", rb"\u0080\u009F")).document.project.title == "ab\u00a0"


def test_names_that_become_one_by_cleaning_are_there_twice() -> None:
    with pytest.raises(NotAProjectError, match='"zz" of the object with the id "p" is there twice'):
        read(project(zz=1, **{"z\0z": 2}))


@settings(max_examples=300)
@given(st.data())
def test_a_file_with_wrong_bytes_gives_a_project_or_a_sentence(data: st.DataObject) -> None:
    damaged = bytearray(FULL)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    reading = read_or_sentence(bytes(damaged))
    if isinstance(reading, str):
        assert reading.endswith(".")
    else:
        # The key of the picture may be hit, and a picture that nothing names is not written.
        written = write(reading.document)
        assert write(read(written).document) == written


def test_records_are_of_the_class_of_their_list() -> None:
    document = read(FULL).document
    assert {type(record) for record in document.cards("m-1")} == {Card}
    assert {type(record) for record in document.assets} == {Asset}


@pytest.mark.parametrize("data", ["", "iVBORw0KGgo=", 'a "quoted" one', "a\\b", "a\tb\nc\x01", "é", "x" * 3_000_000])
@pytest.mark.parametrize("more", [{}, {"type": "image/png"}, {"zz": {"deep": [1]}}, {"type": "", "zz": 'a\n"b'}])
def test_an_asset_is_written_as_json_writes_it_whatever_it_holds(data: str, more: dict[str, Any]) -> None:
    document = read(project(zz=SHA[0], assets={SHA[0]: {}})).document
    before = document.assets[0]
    after = Asset(id=before.id, parent=before.parent, data=data, **more)
    written = write(document.apply(Change({SHA[0]: (before, after)})))
    known = {name: value for name, value in {**more, "data": data}.items() if value and name != "zz"}
    wanted = {**known, **{name: value for name, value in more.items() if name == "zz"}}
    assert json.loads(written)["assets"][SHA[0]] == wanted
    assert json.dumps({SHA[0]: wanted}, indent=2, ensure_ascii=False)[4:-2].replace("\n", "\n  ").encode() in written
