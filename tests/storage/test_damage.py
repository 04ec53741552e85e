"""What is damaged is named by its place; what is only loose opens; what is newer opens read-only."""

from __future__ import annotations

import base64
import json
import struct
import subprocess
import sys
import zlib
from typing import Any

import pytest
from hypothesis import given

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Stage
from cxdesigner.storage.codec import DamagedError, NotAProjectError, Reading, read, write
from tests.strategies import documents


def project(**fields: Any) -> bytes:
    return json.dumps({"format": "cxdesigner", "version": 1, "id": "p", "maps": [], **fields}).encode()


def a_map(**fields: Any) -> bytes:
    return project(maps=[{"id": "m", **fields}])


def a_card(**fields: Any) -> bytes:
    return a_map(cards=[{"id": "b"}, {"id": "c", **fields}])


CARD = "maps[0].cards[1]"
DAMAGED = [
    (project(id=5), ["id: should be a text, not a number"]),
    (project(id=""), ["id: is empty"]),
    (b'{"format": "cxdesigner", "version": 1}', ["id: is missing"]),
    (project(title=None), ["title: should be a text, not null"]),
    (project(maps={}), ["maps: should be a list, not an object"]),
    (project(maps=[None]), ["maps[0]: should be an object, not null"]),
    (project(brand=[]), ["brand: should be an object, not a list"]),
    (project(brand={"primary": "blue"}), ["brand.primary: 'blue' is not a colour like #2f5bd7"]),
    (project(assets=[]), ["assets: should be an object, not a list"]),
    (project(assets={"a": 1}), ['assets["a"]: should be an object, not a number']),
    (project(assets={"a": {"data": "?"}}), ['assets["a"].data: is not base64']),
    (project(assets={"a": {"data": "AAA"}}), ['assets["a"].data: is not base64']),
    (project(assets={"a": {"data": "\u00e9"}}), ['assets["a"].data: is not base64']),
    (project(snapshots=[{"id": "x", "content": []}]), ["snapshots[0].content: should be an object, not a list"]),
    (project(conflicts=[{"path": 1}]), ["conflicts[0].path: should be a text, not a number"]),
    (project(personas=[{"id": "a", "goals": ["x", 1]}]), ["personas[0].goals[1]: should be a text, not a number"]),
    (project(personas=[{"name": "A"}]), ["personas[0].id: is missing"]),
    (project(personas=["A", {"id": "x" * 201}]), [
        "personas[0]: should be an object, not a text",
        "personas[1].id: is longer than 200 characters",
    ]),
    (a_map(stages=[{"id": "s"}]), ["maps[0].stages[0].steps: a stage has at least one step"]),
    (a_map(stages=[{"id": "s", "steps": 3}]), ["maps[0].stages[0].steps: should be a list, not a number"]),
    (a_map(stages=3), ["maps[0].stages: should be a list, not a number"]),
    (a_map(stages=[[]]), ["maps[0].stages[0]: should be an object, not a list"]),
    (a_map(stages=[{"id": "s", "steps": [{"id": "t", "width": 5}]}]), [
        "maps[0].stages[0].steps[0].width: 5 is outside 24 to 4000"
    ]),
    (a_map(stages=[{"steps": [{"id": "t"}]}]), ["maps[0].stages[0].id: is missing"]),
    (a_map(personas="a"), ["maps[0].personas: should be a list, not a text"]),
    (a_card(severity=9), [f"{CARD}.severity: 9 is outside 1 to 5"]),
    (a_card(severity="9"), [f"{CARD}.severity: should be a number, not a text"]),
    (a_card(severity=True), [f"{CARD}.severity: should be a number, not true"]),
    (a_card(severity=10**400), [f"{CARD}.severity: should be a number of ordinary size"]),
    (a_card(moment_of_truth=1), [f"{CARD}.moment_of_truth: should be true or false, not a number"]),
    (a_card(nps={"promoters": -1}), [f"{CARD}.nps.promoters: -1 is outside 0 and more"]),
    (a_card(votes=[{}]), [f"{CARD}.votes[0].id: is missing"]),
    (a_card(votes=[{"id": "v"}, {"id": "w"}, {"id": "v"}]), [
        f'{CARD}.votes[2].id: the id "v" is taken by {CARD}.votes[0]'
    ]),
    (a_map(cards=[{"id": "b", "votes": [{"id": "v"}] * 2}, {"id": "c", "votes": [{}]}]), [
        f"{CARD}.votes[0].id: is missing",
        'maps[0].cards[0].votes[1].id: the id "v" is taken by maps[0].cards[0].votes[0]',
    ]),
    (a_map(cards=[{"id": "b", "votes": [{"id": "v"}]}, {"id": "c", "votes": [{"id": "v"}]}]), [
        f'{CARD}.votes[0].id: the id "v" is taken by maps[0].cards[0].votes[0]'
    ]),
    (a_map(cards=[{"id": "b", "votes": [{"id": "v"}]}], emotions=[{"persona": "a", "step": "t", "ratings": [
        {"id": "v", "score": 1}, {"id": "m", "score": 1}
    ]}]), [
        'maps[0].emotions[0].ratings[0].id: the id "v" is taken by maps[0].cards[0].votes[0]',
        'maps[0].emotions[0].ratings[1].id: the id "m" is taken by maps[0]',
    ]),
    (a_card(due="soon"), [f"{CARD}.due: 'soon' is not a date like 2026-06-30"]),
    (a_card(id="b"), [f'{CARD}.id: the id "b" is taken by maps[0].cards[0]']),
    (a_card(id="p"), [f'{CARD}.id: the id "p" is taken by the project']),
    (project(maps=[{"id": "m", "lanes": [{"id": "b"}]}, {"id": "n", "cards": [{"id": "b"}]}], personas=[{"id": "n"}]), [
        'maps[1].id: the id "n" is taken by personas[0]',
        'maps[1].cards[0].id: the id "b" is taken by maps[0].lanes[0]',
    ]),
    (a_map(emotions=[{"persona": "a", "step": "t"}, {"persona": "a", "step": "t"}]), [
        "maps[0].emotions[1]: the same persona and step as in maps[0].emotions[0]"
    ]),
    (a_map(emotions=[{"persona": "a"}]), ["maps[0].emotions[0].step: is missing"]),
    (a_map(emotions=[{"persona": 1, "step": "t", "score": 3}]), [
        "maps[0].emotions[0].persona: should be a text, not a number",
        "maps[0].emotions[0].score: 3 is outside -2 to 2",
    ]),
    (a_map(emotions=[None]), ["maps[0].emotions[0]: should be an object, not null"]),
    (a_map(emotions=[{"persona": "a", "step": "t", "ratings": [{"id": "g", "score": 1}] * 2}]), [
        'maps[0].emotions[0].ratings[1].id: the id "g" is taken by maps[0].emotions[0].ratings[0]'
    ]),
    (a_map(links=[{"id": "k", "from": "a"}]), ["maps[0].links[0].to: is missing"]),
    (project(snapshots=[{"id": "x"}, {"id": "y", "content": {"title": 5, "maps": [{"id": 1}]}}]), [
        "snapshots[1].content.id: is missing",
        "snapshots[1].content.title: should be a text, not a number",
    ]),
    (project(snapshots=[{"id": "x", "content": {"id": "p", "maps": [{"id": "m"}, {"id": "m", "date": 1}, 2]}}]), [
        "snapshots[0].content.maps[1].date: should be a text, not a number",
        "snapshots[0].content.maps[2]: should be an object, not a number",
    ]),
    (project(assets={"p": {}}), ['assets["p"].id: the id "p" is taken by the project']),
]  # fmt: skip


@pytest.mark.parametrize(("data", "problems"), DAMAGED)
def test_damage_is_named_by_its_place(data: bytes, problems: list[str]) -> None:
    with pytest.raises(DamagedError) as caught:
        read(data)
    assert [str(problem) for problem in caught.value.problems] == problems
    assert str(caught.value).startswith(f"The file is damaged at {problems[0]}")


@pytest.mark.parametrize(
    ("count", "rest"), [(1, "not null."), (2, "not null (and 1 more problem)."), (3, "(and 2 more problems).")]
)
def test_the_sentence_names_the_first_place_and_counts_the_rest(count: int, rest: str) -> None:
    with pytest.raises(DamagedError, match="damaged at personas\\[0\\]: should be an object") as caught:
        read(project(personas=[None] * count))
    assert str(caught.value).endswith(rest)


def test_long_ids_are_no_trouble_for_an_emotion() -> None:
    reading = read(a_map(emotions=[{"persona": "a" * 200, "step": "t" * 200}]))
    assert reading.document.emotion("a" * 200, "t" * 200) is not None


def test_thousands_of_problems_are_told_as_well_as_one() -> None:
    cards = [{"id": f"c{index}", "votes": [{"id": f"v{index}"}] * 2} for index in range(10_000)]
    with pytest.raises(DamagedError, match="and 9,999 more problems") as caught:
        read(a_map(cards=cards))
    assert caught.value.problems[-1].place == "maps[0].cards[9999].votes[1].id"


LOOSE = [
    (project(brand={"logo": "a"}, assets={"a": {"data": "AAAA"}}), [
        'assets["a"].data: is no picture that can be read',
        'assets["a"]: is not the key of this data, which has another hash',
    ]),
    (a_card(step="t-9"), [f'{CARD}.step: no step "t-9"']),
    (project(brand={"logo": "gone"}), ['brand.logo: no asset "gone"']),
    (a_map(personas=["gone"]), ['maps[0].personas[0]: no persona "gone"']),
    (a_map(emotions=[{"persona": "a", "step": "t"}]), [
        'maps[0].emotions[0].persona: no persona "a"',
        'maps[0].emotions[0].step: no step "t"',
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "problems"), LOOSE)
def test_loose_ends_open_and_stay_as_they_are(data: bytes, problems: list[str]) -> None:
    reading = read(data)
    assert [str(problem) for problem in reading.problems] == problems
    assert read(write(reading.document)) == reading
    card = reading.document.get("c", Card)
    assert card is None or card.step == "t-9"


@given(documents())
def test_what_refers_only_to_what_is_there_has_no_loose_ends(document: Document) -> None:
    assert read(write(document)).problems == ()


def newer(raw: bytes, **fields: Any) -> Reading:
    return read(json.dumps(json.loads(raw) | {"version": 7} | fields).encode())


def test_r10_a_higher_version_opens_read_only() -> None:
    reading = newer(a_card(text="Hello"))
    assert (reading.version, reading.read_only, reading.problems) == (7, True, ())
    assert isinstance(reading.document["c"], Card)


def test_of_a_higher_version_loose_ends_are_not_left_out() -> None:
    reading = newer(a_card(step="t-9", text=5))
    assert [problem.place for problem in reading.problems] == [f"{CARD}.text", f"{CARD}.step"]
    assert reading.left_out == 1


def test_of_a_higher_version_what_can_be_read_is_read() -> None:
    reading = newer(
        project(
            title=["not", "a text"],
            personas=[{"name": "no id"}, {"id": "a", "name": 1, "role": "r"}, 5, {"id": "a", "role": "second"}],
            maps=[{"id": "m", "stages": [{"id": "s"}, {"id": "s2", "steps": [{"id": "t"}]}], "cards": 3}],
            assets={"x": {"data": "?"}, "y": {"data": "AAAA"}},
            snapshots="none",
        )
    )
    assert reading.left_out == len(reading.problems) - 2
    assert {record.id for record in reading.document.records.values()} == {"p", "a", "m", "s2", "t", "y"}
    assert reading.document.personas[0].role == "r"
    assert isinstance(reading.document["s2"], Stage)
    assert sorted(str(problem) for problem in reading.problems) == sorted([
        "title: should be a text, not a list",
        "personas[0].id: is missing",
        "personas[1].name: should be a text, not a number",
        "personas[2]: should be an object, not a number",
        'personas[3].id: the id "a" is taken by personas[1]',
        "maps[0].stages[0].steps: a stage has at least one step",
        "maps[0].cards: should be a list, not a number",
        "snapshots: should be a list, not a text",
        'assets["x"].data: is not base64',
        'assets["y"].data: is no picture that can be read',
        'assets["y"]: is not the key of this data, which has another hash',
    ])  # fmt: skip


def test_a_higher_version_without_an_id_cannot_be_opened() -> None:
    with pytest.raises(DamagedError, match="id: should be a text"):
        newer(project(), id=3)


def test_limits_hold_for_a_higher_version_too() -> None:
    with pytest.raises(NotAProjectError, match="maps has 201"):
        newer(project(), maps=[{"id": f"m{index}"} for index in range(201)])


def test_what_is_in_a_snapshot_stays_as_it_is() -> None:
    content = {
        "zz": [{"y": 1.5}],
        "id": "p",
        "maps": [{"id": "m", "cards": [{"id": "c", "step": "gone"}]}],
        "assets": 1,
    }
    reading = read(project(snapshots=[{"id": "x", "content": content}]))
    assert reading.problems == ()
    assert json.loads(write(reading.document))["snapshots"][0]["content"] == content


def test_limits_hold_in_a_snapshot() -> None:
    content = {"id": "p", "maps": [{"id": f"m{index}"} for index in range(201)]}
    with pytest.raises(NotAProjectError, match=r"snapshots\[0\]\.content\.maps has 201; at most 200"):
        read(project(snapshots=[{"id": "x", "content": content}]))


def test_of_a_higher_version_nothing_is_left_out_of_a_snapshot() -> None:
    reading = newer(project(snapshots=[{"id": "x", "content": {"id": "p", "title": 5}}]))
    assert reading.problems == ()
    assert json.loads(write(reading.document))["snapshots"][0]["content"] == {"id": "p", "title": 5}


@pytest.mark.parametrize(("side", "says"), [(9_000, "The picture has 81 mega"), (100_000, "has more than 64 mega")])
def test_a_picture_of_too_many_pixels_is_over_a_limit(side: int, says: str) -> None:
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    data += struct.pack(">I", 100) + b"IDAT"
    with pytest.raises(NotAProjectError, match=says):
        read(project(brand={"logo": "a"}, assets={"a": {"data": base64.b64encode(data).decode()}}))


def test_no_picture_is_looked_at_where_there_is_none() -> None:
    code = (
        "import sys; from cxdesigner.storage.codec import read; read(sys.argv[1].encode()); print('PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, project()], check=True, capture_output=True)
    assert done.stdout.split() == [b"False"]
