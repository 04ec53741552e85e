"""Cutting a length into sheets, between what stands there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout.paging.cutting import Cuts, Extent, costs_of, cuts, sheets_for


def naive_cuts(length: float, room: float, overlap: float) -> tuple[float, ...]:
    """Cut as if nothing were there: every sheet full, the last one with what remains."""
    return tuple(number * (room - overlap) for number in range(1, sheets_for(length, room, overlap)))


def cut(length: float, room: float, overlap: float, things: list[Extent]) -> Cuts:
    return cuts(costs_of(length, things), room, overlap)


def crossed(at: tuple[float, ...], things: list[Extent]) -> float:
    return sum(one.worth for one in things for cut in at if one.start < cut < one.end)


def test_what_fits_on_a_sheet_is_not_cut() -> None:
    assert cut(100, 100, 10, []) == ((), 0.0)
    assert sheets_for(5, 100, 10) == 1


def test_sheets_are_even_where_nothing_stands() -> None:
    (at,) = cut(1000, 700, 20, []).at
    assert at == pytest.approx(500, abs=1)


def test_cuts_go_between_things_where_they_can() -> None:
    things = [Extent(at, at + 90, 4.0) for at in range(0, 1000, 100)]
    found = cut(1000, 440, 20, things)
    assert found.worth == 0
    assert crossed(found.at, things) == 0


def test_a_cut_goes_through_what_is_worth_least() -> None:
    found = cut(1000, 520, 20, [Extent(0, 1000, 4.0), Extent(480, 489, 3.0), Extent(492, 499, 1.0)])
    assert crossed(found.at, [Extent(480, 489, 3.0), Extent(492, 499, 1.0)]) == 0
    assert found.worth == pytest.approx(4.0, abs=0.5)


@given(
    st.floats(50, 9000),
    st.floats(100, 900),
    st.floats(0, 40),
    st.lists(st.tuples(st.floats(0, 1), st.floats(1, 400), st.sampled_from([1.0, 3.0, 4.0])), max_size=40),
)
@settings(max_examples=200)
def test_sheets_show_everything_and_cut_no_more_than_the_naive_grid(length, room, overlap, things):
    placed = [Extent(share * length, share * length + size, worth) for share, size, worth in things]
    found = cut(length, room, overlap, placed)
    assert len(found.at) == sheets_for(length, room, overlap) - 1 == len(naive_cuts(length, room, overlap))
    edges = [0.0, *found.at, length]
    for one, other in pairwise(edges):
        assert one < other
        assert min(other + overlap, length) - one <= room + 1e-3
    # A cut beside a thing costs a little, and so does one that is far from even.
    near = [Extent(one.start - 5.0, one.end + 5.0, 1.03 * one.worth) for one in placed]
    assert crossed(found.at, placed) <= crossed(naive_cuts(length, room, overlap), near) + 0.6 * len(found.at)
