"""References that lead nowhere are found, each with its record and field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from cxdesigner.model.document import Document
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import (
    Asset,
    Brand,
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
    Vote,
)
from tests.strategies import documents

# Two maps with the same things in them: those of the other one end in 2.
WHOLE: tuple[Record, ...] = (
    Project.new(id="p"),
    Department.new(id="d", parent="p"),
    Persona.new(id="a", parent="p"),
    *(
        record
        for n in ("", "2")
        for record in (
            Map.new(id=f"m{n}", parent="p"),
            Stage.new(id=f"s{n}", parent=f"m{n}"),
            Step.new(id=f"t{n}", parent=f"s{n}"),
            Lane.new(id=f"l{n}", parent=f"m{n}"),
            Card.new(id=f"b{n}", parent=f"m{n}"),
            Round.new(id=f"r{n}", parent=f"m{n}"),
        )
    ),
    Lane.new(id="bare", parent="m", kind="emotion"),
    Asset.new(id="picture", parent="p"),
)


def found(*more: Record) -> list[tuple[str, str, str]]:
    replaced = {record.id for record in more}
    return [tuple(end) for end in loose_ends(Document([*(r for r in WHOLE if r.id not in replaced), *more]))]


def test_a_whole_project_has_no_loose_ends() -> None:
    assert found() == []


@given(documents())
def test_nor_has_any_project_that_is_whole(document: Document) -> None:
    assert loose_ends(document) == []


def vote(round_id: str) -> list[Vote]:
    return [Vote.new(id="v"), Vote.new(id="w", round=round_id)]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"step": "t", "lane": "gone"}, "lane", 'no lane "gone"'),
        ({"step": "t", "lane": "l2"}, "lane", 'no lane "l2" in this map'),
        ({"step": "t", "lane": "t"}, "lane", 'no lane "t" (its kind: step)'),
        ({"step": "t", "lane": "bare"}, "lane", 'the lane "bare" is of a kind that holds no cards'),
        ({"step": "t"}, "lane", "a card at a step is in a lane too"),
        ({"lane": "l"}, "step", "a card in a lane is at a step too"),
        ({"lane": "l", "step": "gone"}, "step", 'no step "gone"'),
        ({"lane": "l", "step": "t2"}, "step", 'no step "t2" in this map'),
        ({"lane": "l", "step": ""}, "step", 'no step ""'),
        ({"lane": "l", "step": "t", "to": "gone"}, "to", 'no step "gone"'),
        ({"to": ""}, "to", 'no step ""'),
        ({"to": "l"}, "to", 'no step "l" (its kind: lane)'),
        ({"department": "gone"}, "department", 'no department "gone"'),
        ({"personas": ["a", "gone"]}, "personas[1]", 'no persona "gone"'),
        ({"solves": ["b", "b2", "gone"]}, "solves[2]", 'no card "gone"'),
        ({"solves": ["t"]}, "solves[0]", 'no card "t" (its kind: step)'),
        ({"asset": "gone"}, "asset", 'no asset "gone"'),
        ({"votes": vote("gone")}, "votes[1].round", 'no round "gone"'),
        ({"votes": vote("r2")}, "votes[1].round", 'no round "r2" in this map'),
    ],
)
def test_the_loose_ends_of_a_card(fields: dict[str, Any], field: str, message: str) -> None:
    assert found(Card.new(id="c", parent="m", **fields)) == [("c", field, message)]


def test_a_card_whose_references_are_all_there_has_none() -> None:
    fields = {"personas": ["a"], "solves": ["b2"], "votes": vote("r"), "department": "d", "asset": "picture"}
    assert found(Card.new(id="c", parent="m", lane="l", step="t", to="t", **fields)) == []


@pytest.mark.parametrize(
    ("record", "ends"),
    [
        (Project.new(id="p", brand=Brand.new(logo="gone")), [("brand.logo", 'no asset "gone"')]),
        (Project.new(id="p", brand=Brand.new(logo="picture")), []),
        (Project.new(id="p", brand=Brand.new()), []),
        (Persona.new(id="a", parent="p", photo="b"), [("photo", 'no asset "b" (its kind: card)')]),
        (Map.new(id="m", parent="p", personas=["gone", "a", "d"]), [
            ("personas[0]", 'no persona "gone"'),
            ("personas[2]", 'no persona "d" (its kind: department)'),
        ]),
        (Stage.new(id="empty", parent="m"), [("steps", "a stage has at least one step")]),
        (Emotion.new(id="e", parent="m", persona="a", step="t"), []),
        (Emotion.new(id="e", parent="m", persona="gone", step="t2"), [
            ("persona", 'no persona "gone"'),
            ("step", 'no step "t2" in this map'),
        ]),
        (Link.new(id="k", parent="m", from_="b", to="t"), []),
        (Link.new(id="k", parent="m", from_="s", to="b2"), [("to", 'no card or step or stage "b2" in this map')]),
        (Link.new(id="k", parent="m", from_="l", to="gone"), [
            ("from", 'no card or step or stage "l" (its kind: lane)'),
            ("to", 'no card or step or stage "gone"'),
        ]),
        (Comment.new(id="n", parent="m", on="l2"), []),
        (Comment.new(id="n", parent="m"), []),
        (Comment.new(id="n", parent="m", on="gone"), [("on", 'no record "gone"')]),
        (Snapshot.new(id="x", parent="p", content={"maps": [{"personas": ["gone"]}]}), []),
    ],
)  # fmt: skip
def test_the_loose_ends_of_others(record: Record, ends: list[tuple[str, str]]) -> None:
    assert found(record) == [(record.id, *end) for end in ends]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (Map.new(id="x", parent="gone", personas=["gone"]), 'no project "gone"'),
        (Card.new(id="x", parent="gone", lane="gone"), 'no map "gone"'),
        (Lane.new(id="x", parent="t"), 'no map "t" (its kind: step)'),
        (Step.new(id="x", parent=""), 'no stage ""'),
        (Emotion.new(id="x", parent="gone", persona="a", step="t"), 'no map "gone"'),
    ],
)
def test_what_nothing_holds_is_told_once(record: Record, message: str) -> None:
    assert found(record) == [("x", "parent", message)]
