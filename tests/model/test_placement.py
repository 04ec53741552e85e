"""Where a record goes among its siblings."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.placement import place
from cxdesigner.model.records import Lane


def ranked(text: str) -> list[Lane]:
    """Make lanes of "id=rank id=rank"."""
    return [Lane.new(id=key, rank=rank) for key, _, rank in (word.partition("=") for word in text.split())]


def order(siblings: Iterable[Lane], placed: Iterable[Lane]) -> str:
    """Give the order in which all stand once `placed` are put in."""
    records = {lane.id: lane for lane in (*siblings, *placed)}
    return " ".join(sorted(records, key=lambda key: (records[key].rank, key)))


def ids(placed: Iterable[Lane]) -> str:
    return " ".join(lane.id for lane in placed)


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, "x a b c"), (1, "a x b c"), (2, "a b x c"), (3, "a b c x"), (-5, "x a b c"), (99, "a b c x")],
)
def test_a_new_one_stands_before_the_one_at_the_index(index: int, expected: str) -> None:
    siblings = ranked("a=F b=V c=k")
    placed = place(siblings, ranked("x"), index)
    assert order(siblings, placed) == expected
    assert ids(placed) == "x"


@pytest.mark.parametrize(("index", "expected"), [(0, "b a c"), (1, "a b c"), (2, "a c b")])
def test_the_index_counts_those_that_are_not_moved(index: int, expected: str) -> None:
    siblings = ranked("a=F b=V c=k")
    assert order(siblings, place(siblings, [siblings[1]], index)) == expected


def test_several_stand_in_the_order_given() -> None:
    siblings = ranked("a=F b=V c=k d=r")
    placed = place(siblings, [siblings[3], siblings[0], *ranked("x")], 1)
    assert order(siblings, placed) == "b d a x c"
    assert ids(placed) == "d a x"


def test_the_first_of_all_needs_no_neighbours() -> None:
    assert order([], place([], ranked("x y z"), 0)) == "x y z"


def test_nothing_to_place_changes_nothing() -> None:
    assert place(ranked("a=F b=V"), [], 1) == []


@pytest.mark.parametrize(
    ("siblings", "why"),
    [
        ("a b c", "no ranks"),
        ("a=F b c=k", "one without"),
        ("a=V b=V c=V", "all the same"),
        ("a=0 b=00 c=000", "no ranks of ours, and nothing between them"),
        ("a=a| b=b| c=c|", "digits that we do not know"),
    ],
)
def test_siblings_are_ranked_anew_where_theirs_leave_no_room(siblings: str, why: str) -> None:
    placed = place(ranked(siblings), ranked("x"), 1)
    assert order([], placed) == "a x b c", why
    assert ids(placed) == "a x b c"


def test_ties_elsewhere_stay_as_they_are() -> None:
    siblings = ranked("a=F b=F c=V")
    placed = place(siblings, ranked("x"), 3)
    assert order(siblings, placed) == "a b c x"
    assert ids(placed) == "x"


def test_siblings_are_ranked_anew_before_ranks_grow_long() -> None:
    siblings = ranked("a=F z=V")
    for number in range(400):
        placed = place(siblings, ranked(f"n{number:03}"), 1)
        siblings = sorted({lane.id: lane for lane in (*siblings, *placed)}.values(), key=lambda lane: lane.rank)
    assert ids(siblings) == " ".join(["a", *(f"n{number:03}" for number in reversed(range(400))), "z"])
    assert max(len(lane.rank) for lane in siblings) < 50


def test_ten_thousand_at_once_have_short_ranks() -> None:
    siblings = ranked("a=V b=W")
    placed = place(siblings, ranked(" ".join(f"n{number}" for number in range(10_000))), 1)
    assert len(placed) == 10_000
    assert max(len(lane.rank) for lane in placed) <= 4


@given(st.lists(st.sampled_from(["", "F", "V", "V", "k", "k0", "|", "zz"]), max_size=6), st.integers(-1, 7), st.data())
def test_whatever_the_ranks_are_it_stands_where_it_was_put(ranks: list[str], index: int, data: st.DataObject) -> None:
    if all(ranks):
        ranks = sorted(ranks)
    siblings = [Lane.new(id=f"s{number}", rank=rank) for number, rank in enumerate(ranks)]
    moved = data.draw(st.lists(st.sampled_from(siblings), unique_by=lambda lane: lane.id)) if siblings else []
    moved += ranked("x")
    staying = [lane.id for lane in siblings if lane not in moved]
    index_there = max(0, min(index, len(staying)))
    expected = [*staying[:index_there], *(lane.id for lane in moved), *staying[index_there:]]
    assert order(siblings, place(siblings, moved, index)) == " ".join(expected)
