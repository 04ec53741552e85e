"""Breaking a long thing into pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout.paging.breaking import NEAR, WITHIN, Boundary, Stretch, broken

TENS = [Boundary(at * 10.0) for at in range(1, 11)]


def test_what_fits_is_not_broken() -> None:
    assert broken(TENS, [], 100) == [Stretch(0, 100)]


def test_nothing_is_one_empty_page() -> None:
    assert broken([], [], 100) == [Stretch(0, 0)]


def test_pages_are_few_and_even() -> None:
    assert broken(TENS, [], 60) == [Stretch(0, 60), Stretch(60, 100)]


def test_a_break_is_where_it_costs_least() -> None:
    dear = [Boundary(one.at, 0.0 if one.at == 40 else WITHIN) for one in TENS]
    assert broken(dear, [], 60) == [Stretch(0, 40), Stretch(40, 100)]


def test_what_is_to_stay_whole_is_not_broken_where_that_can_be() -> None:
    assert broken(TENS, [Stretch(40, 70)], 60) == [Stretch(0, 40), Stretch(40, 100)]


def test_what_every_break_goes_through_is_whole_on_the_next_page() -> None:
    chain = [Stretch(at, at + 40) for at in (0, 20, 40, 60)]
    found = broken(TENS, chain, 60)
    assert all(any(page.holds(whole) for page in found) for whole in chain)
    assert any(one.end > other.start for one, other in pairwise(found))


def test_what_is_longer_than_a_page_is_broken_anyhow() -> None:
    found = broken([Boundary(100.0)], [Stretch(0, 100)], 40)
    assert found[0].start == 0
    assert found[-1].end == 100
    assert all(page.length <= 40 for page in found)


def test_the_first_page_may_have_less_room_and_stay_empty_where_nothing_fits() -> None:
    assert broken(TENS, [], 80, 20) == [Stretch(0, 20), Stretch(20, 100)]
    assert broken([Boundary(50.0), Boundary(100.0)], [Stretch(0, 50)], 60, 20) == [
        Stretch(0, 0),
        Stretch(0, 50),
        Stretch(50, 100),
    ]


def test_what_follows_gets_room_on_the_last_page_if_that_costs_no_other() -> None:
    assert broken(TENS, [], 60, tail=20)[-1].length <= 40
    assert len(broken(TENS, [], 60, tail=20)) == 2


def test_boundaries_that_are_hardly_apart_are_one() -> None:
    twice = [Boundary(one.at + more) for one in TENS for more in (0.0, 0.004)]
    assert len(broken(twice, [], 10.01)) == 10


LENGTHS = st.floats(0.5, 300)


@given(
    st.lists(st.tuples(LENGTHS, st.sampled_from([0.0, 2.0, WITHIN])), min_size=1, max_size=25),
    st.lists(st.tuples(st.floats(0, 0.99), LENGTHS), max_size=12),
    st.floats(20, 400),
    st.floats(0, 1),
    st.floats(0, 100),
)
@settings(max_examples=300)
def test_everything_is_on_a_page_and_whole_if_it_can_be(pieces, things, room, first, tail):
    boundaries, end = [], 0.0
    for length, cost in pieces:
        end += length
        boundaries.append(Boundary(end, cost))
    wholes = [Stretch(share * end, min(end, share * end + length)) for share, length in things]
    found = broken(boundaries, wholes, room, first * room, tail)
    assert found[0].start == 0
    assert found[-1].end == pytest.approx(end)
    for one, other in pairwise(found):
        assert one.start <= other.start <= one.end + NEAR
        assert one.end < other.end
    assert found[0].length <= max(first * room, NEAR) + NEAR
    assert all(page.length <= room + 2 * NEAR for page in found)
    for whole in wholes:
        if whole.length <= room:
            assert any(page.holds(whole) for page in found)
