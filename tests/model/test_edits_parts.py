"""Setting values by their path, in many records at once."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.model.edits.parts import set_value
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Brand, Card, Evidence, Lane, Map, Nps, emotion_id
from tests.model.builders import after, emotions, journey


def test_the_outer_value_is_made_where_there_is_none() -> None:
    document = journey(cards={"actions a1": "x"})
    fresh = after(document, set_value(document, "x", "evidence.source", "Till"))
    assert fresh["x"] == document["x"].with_(evidence=Evidence(source="Till"))
    brand = after(document, set_value(document, "project", "brand.name", "Taco"))
    assert brand.project.brand == Brand(name="Taco")


def test_the_rest_of_the_outer_value_stays() -> None:
    card = Card.new(id="x", parent="map", evidence=Evidence.model_validate({"source": "Till", "n": 3, "mood": 1}))
    document = journey(more=(card,))
    fresh = after(document, set_value(document, "x", "evidence.source", "Wall")).get("x", Card)
    assert fresh is not None
    assert fresh.evidence == Evidence.model_validate({"source": "Wall", "n": 3, "mood": 1})


def test_an_outer_value_in_which_nothing_is_left_is_taken_away() -> None:
    document = journey(more=(Card.new(id="x", parent="map", nps=Nps(score=10)),))
    assert after(document, set_value(document, "x", "nps.score", None))["x"] == Card.new(id="x", parent="map")


def test_an_outer_value_with_something_unknown_in_it_stays() -> None:
    card = Card.new(id="x", parent="map", evidence=Evidence.model_validate({"n": 3, "mood": 1}))
    document = journey(more=(card,))
    fresh = after(document, set_value(document, "x", "evidence.n", None))
    assert fresh["x"] == card.with_(evidence=Evidence.model_validate({"mood": 1}))


def test_many_get_the_value_and_those_without_the_field_are_passed_over() -> None:
    document = journey(cards={"actions a1": "x y"})
    change = set_value(document, ["x", "A", "y", "no"], "evidence.source", "Till")
    assert change is not None
    assert set(change.ids()) == {"x", "y"}
    change = set_value(document, ["x", "A", "no"], "title", "T")
    assert change is not None
    assert list(change.ids()) == ["A"]


@pytest.mark.parametrize(
    ("key", "path", "value"),
    [
        ("no", "evidence.source", "Till"),
        ("no\x1fa1", "score", 1),
        ("x", "mood.source", "Till"),
        ("x", "evidence.mood", "Till"),
        ("x", "text.source", "Till"),
        ("x", "step.id", "a2"),
        ("x", "step", "a2"),
        ("x", "rank", "V"),
        ("y", "evidence.source", ""),
        ("x", "evidence.source", "Till"),
    ],
)
def test_there_is_nothing_to_set(key: str, path: str, value: Any) -> None:
    card = Card.new(id="x", parent="map", evidence=Evidence(source="Till"))
    assert set_value(journey(cards={"actions a1": "y"}, more=(card,)), key, path, value) is None


@pytest.mark.parametrize(("path", "value"), [("evidence.n", "three"), ("severity", 9)])
def test_a_value_that_does_not_fit_is_refused(path: str, value: Any) -> None:
    with pytest.raises(InvalidValueError):
        set_value(journey(cards={"actions a1": "x"}), "x", path, value)


def test_a_lane_with_cards_keeps_a_kind_that_can_hold_them() -> None:
    document = journey(cards={"actions a1": "x"})
    with pytest.raises(InvalidValueError, match="holds no cards"):
        set_value(document, ["actions", "touchpoints"], "kind", "divider")
    fresh = after(document, set_value(document, "touchpoints", "kind", "divider")).get("touchpoints", Lane)
    assert fresh is not None
    assert fresh.kind == "divider"


def test_a_feeling_that_nobody_noted_becomes_an_emotion_and_its_persona_joins_the_map() -> None:
    document = journey(personas="ann bob", emotions={"ann a1": 1})
    document = after(document, set_value(document, "map", "personas", ["ann"]))
    both = [emotion_id(one, "a1") for one in ("ann", "bob")]
    fresh = after(document, set_value(document, both, "score", -1))
    assert emotions(fresh) == {"ann a1": -1, "bob a1": -1}
    found = fresh.get("map", Map)
    assert found is not None
    assert found.personas == ("ann", "bob")


@pytest.mark.parametrize(
    ("path", "value"), [("score", None), ("feeling", ""), ("evidence.source", ""), ("mood", 1), ("persona", "bob")]
)
def test_a_feeling_without_anything_noted_is_no_emotion(path: str, value: Any) -> None:
    document = journey(personas="ann bob")
    assert set_value(document, emotion_id("ann", "a1"), path, value) is None


def test_a_persona_that_is_shown_no_longer_takes_its_emotions_along() -> None:
    document = journey(personas="ann bob", emotions={"ann a1": 1, "bob a1": 2})
    assert emotions(after(document, set_value(document, "map", "personas", ("bob",)))) == {"bob a1": 2}
