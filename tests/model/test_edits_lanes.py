"""Lanes: the rows of a map."""

from __future__ import annotations

import pytest

from cxdesigner.model.edits.lanes import add_lane, move_lane
from cxdesigner.model.records import Lane
from tests.model.builders import after, cards, journey, lanes


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (None, "actions pains ideas New"),
        (0, "New actions pains ideas"),
        (2, "actions pains New ideas"),
        (-1, "New actions pains ideas"),
        (99, "actions pains ideas New"),
    ],
)
def test_a_new_lane_stands_before_the_one_at_the_index(index: int | None, expected: str) -> None:
    document = journey(lanes="actions pains ideas")
    fresh = after(document, add_lane(document, "map", "quotes", "New", index))
    assert lanes(fresh) == expected
    assert [lane.kind for lane in fresh.lanes("map") if lane.title == "New"] == ["quotes"]


def test_hidden_lanes_are_counted() -> None:
    hidden = Lane.new(id="hidden", parent="map", rank="1", hidden=True)
    document = journey(lanes="actions pains", more=(hidden,))
    assert lanes(after(document, add_lane(document, "map", "quotes", "New", 1))) == "hidden New actions pains"
    assert lanes(after(document, move_lane(document, "pains", 1))) == "hidden pains actions"


@pytest.mark.parametrize("map_id", ["no", "actions", ""])
def test_there_is_no_lane_without_a_map(map_id: str) -> None:
    assert add_lane(journey(), map_id, "quotes") is None


@pytest.mark.parametrize(
    ("lane", "index", "expected"),
    [
        ("actions", 1, "pains actions ideas"),
        ("actions", 9, "pains ideas actions"),
        ("ideas", 0, "ideas actions pains"),
        ("ideas", -1, "ideas actions pains"),
    ],
)
def test_a_lane_moves_with_its_cards_before_the_one_at_the_index(lane: str, index: int, expected: str) -> None:
    stacks = {"actions a1": "x y", "ideas b1": "z"}
    document = journey(lanes="actions pains ideas", cards=stacks)
    change = move_lane(document, lane, index)
    assert change is not None
    assert list(change.ids()) == [lane]
    assert lanes(document.apply(change)) == expected
    assert cards(document.apply(change)) == stacks


@pytest.mark.parametrize(
    ("lane", "index"), [("actions", 0), ("actions", -1), ("ideas", 2), ("ideas", 9), ("no", 0), ("A", 0)]
)
def test_a_lane_that_stands_there_already_or_is_none_does_not_move(lane: str, index: int) -> None:
    assert move_lane(journey(lanes="actions pains ideas"), lane, index) is None


def test_several_lanes_stand_together_then() -> None:
    document = journey(lanes="actions pains ideas notes")
    assert lanes(after(document, move_lane(document, ["notes", "no", "actions"], 1))) == "pains actions notes ideas"
    assert move_lane(document, ["pains", "actions"], -1) is None
