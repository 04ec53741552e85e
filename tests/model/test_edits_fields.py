"""Setting the fields of any record."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Brand, Card, Link, Persona, Stage, Vote
from tests.model.builders import after, feeling, journey


def test_a_field_gets_a_new_value() -> None:
    document = journey(cards={"actions a1": "x"})
    fresh = after(document, set_fields(document, "x", text="Waits", moment_of_truth=True))
    assert fresh["x"] == document["x"].with_(text="Waits", moment_of_truth=True)


def test_a_field_of_many_gets_the_same_value() -> None:
    document = journey(cards={"actions a1": "x y z"})
    change = set_fields(document, ["x", "z"], color="#112233")
    assert change is not None
    assert {record.id: record.color for record in change.records() if record.color} == {"x": "#112233", "z": "#112233"}


def test_records_without_all_of_the_fields_are_passed_over() -> None:
    document = journey(cards={"actions a1": "x"})
    change = set_fields(document, ["x", "A", "actions", "no"], title="T", phase="after")
    assert change is not None
    assert list(change.ids()) == ["A"]


@pytest.mark.parametrize(
    ("keys", "values"),
    [
        ("x", {"text": "x"}),
        ("no", {"text": "new"}),
        ([], {"text": "new"}),
        ("x", {"mood": "good"}),
        ("x", {"text": "new", "mood": "good"}),
        ("x", {}),
    ],
)
def test_there_is_nothing_to_set(keys: str | list[str], values: dict[str, Any]) -> None:
    assert set_fields(journey(cards={"actions a1": "x"}), keys, **values) is None


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("x", "id"),
        ("x", "parent"),
        ("x", "rank"),
        ("x", "lane"),
        ("x", "step"),
        ("x", "to"),
        ("ann\x1fa1", "persona"),
        ("k", "from_"),
    ],
)
def test_where_a_record_stands_is_no_such_field(key: str, field: str) -> None:
    link = Link.new(id="k", parent="map", from_="x", to="a1")
    document = journey(cards={"actions a1": "x"}, more=(feeling("ann", "a1"), link))
    assert set_fields(document, key, **{field: "a2"}) is None


@pytest.mark.parametrize(
    ("key", "values", "sentence"),
    [
        ("x", {"color": "red"}, "color: 'red' is not a colour like #2f5bd7"),
        ("x", {"severity": 6}, "severity: 6 is outside 1 to 5"),
        ("x", {"text": None}, "The text should be a text, not null"),
        ("A", {"collapsed": 1}, "The collapsed should be true or false, not a number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(key: str, values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidValueError, match=sentence):
        set_fields(journey(cards={"actions a1": "x"}), key, **values)


def test_one_that_does_not_fit_refuses_all() -> None:
    document = journey(cards={"actions a1": "x"})
    with pytest.raises(InvalidValueError):
        set_fields(document, ["x", "A"], color="red")


def test_text_is_cleaned_in_lists_too() -> None:
    people = journey(personas="ann")
    fresh = after(people, set_fields(people, "ann", name="A\x00nn\r\n", goals=["a\x07b", "\ud83d"], needs=("\x00",)))
    assert fresh["ann"] == Persona.new(
        id="ann", parent="project", name="Ann\n", rank="V", goals=("ab", "\ufffd"), needs=("",)
    )


def test_unknown_fields_of_a_file_are_kept() -> None:
    stage = Stage.model_validate({"id": "S", "\x1fparent": "map", "mood": [1, {"a": 2}]})
    fresh = after(journey(more=(stage,)), set_fields(journey(more=(stage,)), "S", title="T"))
    assert fresh["S"].model_extra == {"mood": [1, {"a": 2}]}


def test_an_emotion_keeps_its_id() -> None:
    document = journey(personas="ann", emotions={"ann a1": 1})
    fresh = after(document, set_fields(document, "ann\x1fa1", feeling="hungry"))
    found = fresh.emotion("ann", "a1")
    assert found is not None
    assert (found.feeling, found.score) == ("hungry", 1)


@pytest.mark.parametrize("kind", ["emotion", "metrics", "divider"])
def test_a_lane_that_holds_cards_does_not_become_one_that_holds_none(kind: str) -> None:
    document = journey(cards={"actions a1": "x"})
    with pytest.raises(InvalidValueError, match="A lane of this kind holds no cards"):
        set_fields(document, "actions", kind=kind)
    assert set_fields(document, "actions", kind="ideas") is not None
    assert set_fields(document, "actions", title="T") is not None
    assert set_fields(document, "touchpoints", kind=kind) is not None


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("x", {"department": "no"}),
        ("x", {"department": "ann"}),
        ("x", {"personas": ["ann", "no"]}),
        ("x", {"solves": ["a1"]}),
        ("x", {"asset": "no"}),
        ("x", {"votes": [Vote.new(id="v", round="no")]}),
        ("ann", {"photo": "no"}),
        ("map", {"personas": ["x"]}),
        ("project", {"brand": Brand.new(logo="no")}),
    ],
)
def test_what_a_value_refers_to_has_to_be_there(key: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match="so nothing was changed"):
        set_fields(journey(cards={"actions a1": "x"}, personas="ann"), key, **values)


def test_references_that_led_nowhere_already_are_no_obstacle() -> None:
    card = Card.new(id="x", parent="map", personas=("gone",), votes=(Vote.new(id="v"),))
    document = journey(personas="ann", more=(card,))
    fresh = after(document, set_fields(document, "x", personas=["gone", "ann"], department="", votes=()))
    assert fresh["x"] == card.with_(personas=("gone", "ann"), votes=())
    assert set_fields(document, "project", brand=None) is None
