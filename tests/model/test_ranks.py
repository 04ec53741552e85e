"""Ranks: between any two there is a third, and they stay short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.ranks import DIGITS, among, between, is_rank, spread

ranks = st.text(DIGITS, min_size=1, max_size=6).filter(lambda text: not text.endswith("0"))
ends = st.just("") | ranks


def lies_between(low: str, rank: str, high: str) -> bool:
    return is_rank(rank) and low < rank and (not high or rank < high)


def test_digits_are_in_the_order_of_code_points() -> None:
    assert list(DIGITS) == sorted(DIGITS)


@pytest.mark.parametrize("rank", ["V", "1", "zzz", "0001", "a0b"])
def test_text_in_base_62_is_a_rank(rank: str) -> None:
    assert is_rank(rank)


@pytest.mark.parametrize("text", ["", "V0", "0", "a-b", "é", "1 ", "٣"])
def test_other_text_is_no_rank(text: str) -> None:
    assert not is_rank(text)


def test_the_only_rank_stands_about_in_the_middle() -> None:
    assert between("", "") == "V"


@given(ends, ends)
def test_between_any_two_there_is_a_third(low: str, high: str) -> None:
    if low and high and low >= high:
        with pytest.raises(ValueError, match="no rank lies between"):
            between(low, high)
    else:
        assert lies_between(low, between(low, high), high)


@pytest.mark.parametrize(("low", "high"), [("b", "a"), ("a", "a"), ("a0", ""), ("", "0"), ("", "x!"), ("é", "z")])
def test_what_has_nothing_between_is_refused(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no rank lies between"):
        between(low, high)
    with pytest.raises(ValueError, match="no rank lies between"):
        among(low, high, 2)


@given(ends, ends, st.integers(0, 300))
def test_among_gives_as_many_as_asked_for_in_order(low: str, high: str, count: int) -> None:
    if low and high and low >= high:
        low, high = "", low
    found = among(low, high, count)
    assert len(found) == len(set(found)) == count
    assert found == sorted(found)
    assert all(lies_between(low, rank, high) for rank in found)


@given(ends, ends, st.integers(1, 100), st.data())
def test_the_first_of_those_among_two_leave_the_room_of_the_others(
    low: str, high: str, count: int, data: st.DataObject
) -> None:
    if low and high and low >= high:
        low, high = "", low
    first = data.draw(st.integers(0, count))
    assert among(low, high, count, first) == among(low, high, count)[:first]


def test_thousands_between_two_neighbours_are_short() -> None:
    assert max(map(len, among("V", "W", 20_000))) <= 4
    assert max(map(len, among("V", "V1", 20_000))) <= 6


def test_appending_one_by_one_keeps_ranks_short() -> None:
    low = ""
    for _ in range(20_000):
        fresh = between(low, "")
        assert lies_between(low, fresh, "")
        low = fresh
    assert len(low) <= 4


@given(ranks, st.integers(1, 60))
def test_appending_after_any_rank_never_comes_to_an_end(low: str, times: int) -> None:
    for _ in range(times):
        low, before = between(low, ""), low
        assert lies_between(before, low, "")


def test_spread_gives_ranks_that_are_even_and_short() -> None:
    assert spread(0) == []
    assert spread(1) == ["V"]
    assert spread(3) == ["F", "V", "k"]
    assert {len(rank) for rank in spread(30)} == {1}


@given(st.integers(0, 5000))
def test_spread_gives_ranks_in_order(count: int) -> None:
    found = spread(count)
    assert len(found) == count
    assert found == sorted(set(found))
    assert all(map(is_rank, found))
