"""A change as data."""

from __future__ import annotations

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.records import Card

A, B, C = (Card.new(id="x", parent="map", text=text) for text in "abc")
NEW = Card.new(id="n", parent="map")


def test_a_change_holds_what_really_differs() -> None:
    assert Change.of({"x": (A, B), "n": (NEW, NEW), "gone": (None, None)}) == Change({"x": (A, B)})


def test_equal_records_differ_in_nothing_even_if_they_are_two() -> None:
    assert Change.of({"x": (A, A.with_(text="a"))}) is None
    assert Change.of({}) is None


def test_unknown_fields_are_a_difference() -> None:
    other = Card.model_validate({"id": "x", "\x1fparent": "map", "text": "a", "mood": 1})
    assert Change.of({"x": (A, other)}) is not None


def test_the_inverse_swaps_the_sides() -> None:
    change = Change({"x": (A, B), "n": (None, NEW)})
    assert change.inverse() == Change({"x": (B, A), "n": (NEW, None)})
    assert change.inverse().inverse() == change


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((A, B), (B, C), (A, C)),
        ((None, A), (A, B), (None, B)),
        ((A, B), (B, None), (A, None)),
        ((A, None), (None, B), (A, B)),
    ],
)
def test_two_changes_of_one_record_are_one(first: tuple, second: tuple, expected: tuple) -> None:
    assert Change({"x": first}).then(Change({"x": second})) == Change({"x": expected})


def test_two_changes_of_two_records_are_one_of_both() -> None:
    joined = Change({"x": (A, B)}).then(Change({"n": (None, NEW)}))
    assert joined == Change({"x": (A, B), "n": (None, NEW)})


@pytest.mark.parametrize("pair", [(A, B), (None, A), (A, None)])
def test_a_change_and_its_inverse_cancel_out(pair: tuple) -> None:
    change = Change({"x": pair})
    assert change.then(change.inverse()) is None


def test_what_cancels_out_is_no_part_of_the_whole() -> None:
    first = Change({"x": (A, B), "n": (None, NEW)})
    assert first.then(Change({"n": (NEW, None)})) == Change({"x": (A, B)})


def test_it_tells_what_it_touches() -> None:
    change = Change({"x": (A, B), "n": (None, NEW), "gone": (C, None)})
    assert set(change.ids()) == {"x", "n", "gone"}
    assert list(change.records()) == [A, B, NEW, C]
    assert change.added() == (NEW,)
