from __future__ import annotations

from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.insight.ballot import disagreements, spread_of
from cxdesigner.model.records import Rating
from tests.model.builders import feeling, journey


def rated(step: str, *scores: float):
    ratings = tuple(Rating(id=f"{step}-{at}", score=score) for at, score in enumerate(scores))
    return feeling("ann", step, score=0, ratings=ratings)


def test_nobody_has_said_anything():
    assert spread_of([]) is None


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([1], (1, 1, 1, 1, 0)),
        ([-2, 2], (2, 0, -1, 1, 4)),
        ([0, 1, 1, 2], (4, 1, 0.75, 1.25, 0.5)),
        ([2, -2, 0, 1, -1], (5, 0, -1, 1, 2)),
    ],
)
def test_ratings_in_figures(scores, expected):
    assert spread_of(scores)[:5] == pytest.approx(expected)


def test_ratings_are_counted_by_level():
    assert spread_of([-2, -2, -0.4, 1.5, 2]).counts == (2, 0, 1, 0, 2)


@given(st.lists(st.integers(-2, 2), min_size=2, max_size=30))
def test_quartiles_are_those_of_the_definition(scores):
    low, middle, high = quantiles(scores, n=4, method="inclusive")
    found = spread_of(scores)
    assert (found.low, found.median, found.high) == pytest.approx((low, middle, high))
    assert found.range == pytest.approx(high - low)
    assert sum(found.counts) == len(scores)


def test_steps_come_in_the_order_of_disagreement():
    document = journey(
        "A: a1 a2 | B: b1 b2 b3",
        personas="ann ben",
        more=(
            rated("a1", 1, 1, 1, 1),  # of one mind: nothing to talk about
            rated("a2", 0, 0, 1, 1),
            rated("b1", -2, -2, 2, 2),
            rated("b2", -1, 0, 0, 1, 1, 2),
            rated("b3", 2),
        ),
    )
    found = disagreements(document, "map", "ann")
    assert [one.emotion.step for one in found] == ["b1", "b2", "a2"]
    assert found[0].spread.range == 4
    assert disagreements(document, "map", "ben") == []


def test_among_equal_ranges_the_one_with_the_odd_voice_comes_first():
    document = journey(personas="ann", more=(rated("a1", 0, 0, 0, 0, 1), rated("a2", 0, 0, 0, 0, -2)))
    assert [one.emotion.step for one in disagreements(document, "map", "ann")] == ["a2", "a1"]
