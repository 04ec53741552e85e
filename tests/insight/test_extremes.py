"""The lowest and the highest point of a journey."""

from __future__ import annotations

import pytest

from cxdesigner.insight.extremes import extremes
from tests.model.builders import journey


def test_the_lowest_and_the_highest_point_are_found() -> None:
    document = journey(personas="ana bo", emotions={"ana a1": 0.5, "ana a2": -1, "ana b1": 1.5, "bo a1": 2})
    found = extremes(document, "map", "ana")
    assert found is not None
    assert (found.lowest.step, found.highest.step) == ("a2", "b1")


def test_of_equal_points_the_first_on_the_way_counts() -> None:
    document = journey(personas="ana", emotions={"ana b1": 1, "ana a2": 1, "ana a1": -1})
    found = extremes(document, "map", "ana")
    assert found is not None
    assert found.highest.step == "a2"


@pytest.mark.parametrize("emotions", [{}, {"ana a1": 1}, {"ana a1": 1, "ana b1": 1}, {"bo a1": 1, "bo b1": 2}])
def test_a_flat_journey_has_none(emotions: dict[str, float]) -> None:
    assert extremes(journey(personas="ana bo", emotions=emotions), "map", "ana") is None
