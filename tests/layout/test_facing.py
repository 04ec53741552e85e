"""The order of pages of several maps."""

from __future__ import annotations

import pytest

from cxdesigner.layout.paging.facing import Place, ordered


def test_maps_by_themselves_follow_each_other() -> None:
    assert ordered([(2,), (1,)]) == ((Place(0, 0, 0), Place(0, 0, 1), Place(1, 0, 0)), "")
    assert ordered([]) == ((), "")


@pytest.mark.parametrize(
    ("units", "first", "sides"),
    [
        ([(1, 1)], "left", "ab"),
        ([(1,), (1, 1)], "right", "-ab"),
        ([(1, 1), (1, 1)], "left", "abab"),
        ([(2, 2)], "left", "abab"),
        ([(2, 1)], "left", "aba_"),
        ([(1, 1), (1,), (1, 1)], "left", "ab-_ab"),
    ],
)
def test_a_current_state_is_on_the_left_of_its_future(units: list[tuple[int, ...]], first: str, sides: str) -> None:
    order = ordered(units)
    assert order.first == first
    shown = []
    for number, place in enumerate(order.places):
        counts = units[place.unit]
        empty = place.page >= counts[place.side]
        shown.append("_" if empty else "-" if len(counts) == 1 else "ab"[place.side])
        if len(counts) > 1 and not (empty and place.page >= max(counts)):
            on_left = (number + (first == "right")) % 2 == 0
            assert on_left is (place.side == 0)
    assert "".join(shown) == sides
