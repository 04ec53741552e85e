"""Cards: in the cells of a map, and in its parking lot."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.model.edits.cards import add_card, can_hold_cards, move_cards
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Card, Lane, Map
from tests.model.builders import PARKING, after, cards, columns_of, journey

OTHER = (
    Map.new(id="other", parent="project", rank="z"),
    *columns_of("other", "O: o1"),
    Lane.new(id="there", parent="other", kind="notes"),
    Card.new(id="far", parent="other"),
)
LANES = "actions touchpoints emotion metrics divider strange"


@pytest.mark.parametrize(
    ("lane", "step", "expected"),
    [
        ("actions", "a1", True),
        ("strange", "b1", True),
        (None, None, True),
        ("emotion", "a1", False),
        ("metrics", "a1", False),
        ("divider", "a1", False),
        ("actions", None, False),
        (None, "a1", False),
        ("actions", "no", False),
        ("no", "a1", False),
        ("there", "a1", False),
        ("actions", "o1", False),
        ("A", "a1", False),
    ],
)
def test_cards_may_stand_in_cells_of_lanes_for_cards_and_in_the_parking_lot(
    lane: str | None, step: str | None, expected: bool
) -> None:
    document = journey(lanes=LANES, more=OTHER)
    assert can_hold_cards(document, "map", lane, step) is expected
    assert (add_card(document, "map", lane, step) is not None) is expected


def test_there_are_no_cards_without_a_map() -> None:
    assert not can_hold_cards(journey(), "no", None, None)
    assert not can_hold_cards(journey(), "A", None, None)
    assert not can_hold_cards(journey(), "no", "actions", "a1")
    assert add_card(journey(), "no", None, None) is None


@pytest.mark.parametrize(
    ("index", "expected"), [(None, "x y new"), (0, "new x y"), (1, "x new y"), (-3, "new x y"), (99, "x y new")]
)
def test_a_new_card_stands_before_the_one_at_the_index(index: int | None, expected: str) -> None:
    document = journey(cards={"actions a1": "x y", "actions a2": "z"})
    fresh = after(document, add_card(document, "map", "actions", "a1", index, text="new"))
    assert cards(fresh) == {"actions a1": expected, "actions a2": "z"}


def test_a_new_card_stands_in_the_parking_lot() -> None:
    document = journey(cards={PARKING: "p q"})
    assert cards(after(document, add_card(document, "map", None, None, 1, text="new"))) == {PARKING: "p new q"}


@pytest.mark.parametrize(("lane", "kind"), [("touchpoints", "touchpoint"), ("strange", "note")])
def test_a_new_card_is_of_the_kind_that_its_lane_is_for(lane: str, kind: str) -> None:
    change = add_card(journey(lanes=LANES), "map", lane, "a1")
    assert change is not None
    (card,) = change.added()
    assert isinstance(card, Card)
    assert card.kind == kind


def test_a_card_without_a_lane_is_a_note_unless_it_is_of_a_kind() -> None:
    for fields, kind in (({}, "note"), ({"kind": "pain"}, "pain")):
        change = add_card(journey(), "map", None, None, **fields)
        assert change is not None
        assert [card.kind for card in change.added()] == [kind]


def test_a_new_card_has_the_fields_given() -> None:
    change = add_card(journey(), "map", "actions", "a1", text="A\x00b", severity=3, personas=("ann",))
    assert change is not None
    (card,) = change.added()
    assert (card.text, card.severity, card.personas, card.parent) == ("Ab", 3, ("ann",), "map")


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        add_card(journey(), "map", "actions", "a1", color="red")


@pytest.mark.parametrize(("step", "to", "there"), [("a1", "b1", True), ("a2", "a1", False), ("a1", "no", False)])
def test_a_new_card_covers_steps_to_its_right_only(step: str, to: str, there: bool) -> None:
    assert (add_card(journey(), "map", "actions", step, to=to) is not None) is there


def test_a_new_card_that_covers_its_own_step_only_says_nothing_of_it() -> None:
    document = journey()
    assert cards(after(document, add_card(document, "map", "actions", "a1", to="a1", text="x"))) == {"actions a1": "x"}


def test_a_card_in_the_parking_lot_covers_nothing() -> None:
    assert add_card(journey(), "map", None, None, to="a1") is None


# --- moving ---------------------------------------------------------------------------------------------------------


def moved(stacks: dict[str, str], ids: str, lane: str | None, step: str | None, index: int | None = None) -> Any:
    document = journey("A: a1 a2 | B: b1 b2", LANES, cards=stacks, more=OTHER)
    change = move_cards(document, ids.split(), lane, step, index)
    return None if change is None else cards(document.apply(change))


@pytest.mark.parametrize(
    ("ids", "index", "expected"),
    [
        ("x", None, "s t x"),
        ("x", 0, "x s t"),
        ("y x", 1, "s y x t"),
        ("x y", 99, "s t x y"),
        ("x y", -1, "x y s t"),
    ],
)
def test_cards_move_into_a_cell_in_the_order_given(ids: str, index: int | None, expected: str) -> None:
    found = moved({"actions a1": "x y z", "touchpoints b1": "s t"}, ids, "touchpoints", "b1", index)
    assert found["touchpoints b1"] == expected


@pytest.mark.parametrize(
    ("ids", "index", "expected"),
    [
        ("x", 2, "y z x w"),
        ("w", 0, "w x y z"),
        ("x z", 1, "y x z w"),
        ("z x", 0, "z x y w"),
        ("x", None, "y z w x"),
    ],
)
def test_cards_move_within_a_stack_before_one_of_those_that_stay(ids: str, index: int | None, expected: str) -> None:
    assert moved({"actions a1": "x y z w"}, ids, "actions", "a1", index) == {"actions a1": expected}


def test_cards_from_elsewhere_join_those_that_are_there_already() -> None:
    found = moved({"actions a1": "x y", "actions a2": "z"}, "z x", "actions", "a1", 1)
    assert found == {"actions a1": "y z x"}


@pytest.mark.parametrize(("ids", "index"), [("x", 0), ("y", 1), ("x y", 0), ("y z", 1), ("z", None), ("x x", 0)])
def test_cards_that_stand_there_already_do_not_move(ids: str, index: int | None) -> None:
    assert moved({"actions a1": "x y z"}, ids, "actions", "a1", index) is None


def test_a_card_that_is_named_twice_moves_once() -> None:
    assert moved({"actions a1": "x y z"}, "x y x", "actions", "a1", 1) == {"actions a1": "z x y"}


def test_cards_move_into_the_parking_lot_and_out_of_it() -> None:
    assert moved({"actions a1": "x-b1", PARKING: "p"}, "x", None, None, 0) == {PARKING: "x p"}
    assert moved({"actions a1": "x", PARKING: "p"}, "p", "actions", "a1") == {"actions a1": "x p"}


@pytest.mark.parametrize(
    ("ids", "lane", "step"),
    [
        ("", "actions", "a1"),
        ("no A", "actions", "a1"),
        ("x", "emotion", "a1"),
        ("x", "actions", None),
        ("x", "no", "a1"),
        ("x", "there", "o1"),
        ("far", "actions", "a1"),
    ],
)
def test_there_is_nothing_to_move_or_nowhere_to_move_it(ids: str, lane: str, step: str | None) -> None:
    assert moved({"actions a2": "x"}, ids, lane, step) is None


def test_cards_of_another_map_than_the_first_stay_where_they_are() -> None:
    assert moved({"actions a1": "x"}, "x far", "actions", "b1") == {"actions b1": "x"}


@pytest.mark.parametrize(
    ("card", "step", "expected"),
    [
        ("x-a2", "b1", "x-b2"),
        ("x-b1", "a2", "x-b2"),
        ("x-b1", "b1", "x-b2"),
        ("x-b1", "b2", "x"),
        ("x-gone", "b1", "x"),
    ],
)
def test_a_card_covers_as_many_steps_from_its_new_place_as_there_are(card: str, step: str, expected: str) -> None:
    assert moved({"actions a1": card}, "x", "actions", step) == {f"actions {step}": expected}


def test_a_card_that_was_read_backwards_covers_one_step() -> None:
    assert moved({"actions b1": "x-a1"}, "x", "actions", "a2") == {"actions a2": "x"}


def test_a_card_that_was_read_without_a_step_can_be_moved() -> None:
    assert moved({"actions gone": "x-b1"}, "x", "actions", "a2") == {"actions a2": "x"}
