from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.insight.metrics import Measure, ces, csat, nps
from cxdesigner.model.records import Ces, Csat, Nps

COUNTS = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("fields", "measure"),
    [
        ({"promoters": 50, "passives": 30, "detractors": 20}, Measure(30, 100)),
        ({"promoters": 0, "passives": 0, "detractors": 4}, Measure(-100, 4)),
        ({"score": -12.5, "n": 40}, Measure(-12.5, 40)),
        ({"score": 12}, Measure(12, None)),
        ({"promoters": 1, "passives": 1, "detractors": 0, "score": 10, "n": 9}, Measure(50, 2)),
        ({"promoters": 0, "passives": 0, "detractors": 0, "score": 10, "n": 9}, Measure(10, 9)),
        ({"promoters": 5, "passives": 5, "score": 10}, Measure(10, None)),
        ({"promoters": 0, "passives": 0, "detractors": 0}, None),
        ({"promoters": 5, "detractors": 5}, None),
        ({"n": 5}, None),
        ({}, None),
    ],
)
def test_nps_is_the_share_of_promoters_minus_that_of_detractors(fields, measure):
    assert nps(Nps.new(**fields)) == measure


@given(COUNTS, COUNTS, COUNTS)
def test_nps_lies_between_its_bounds(promoters, passives, detractors):
    measure = nps(Nps.new(promoters=promoters, passives=passives, detractors=detractors))
    if promoters + passives + detractors:
        assert measure is not None
        assert -100 <= measure.value <= 100
        assert measure.n == promoters + passives + detractors
    else:
        assert measure is None


@pytest.mark.parametrize(
    ("fields", "measure"),
    [
        ({"satisfied": 3, "total": 4}, Measure(75, 4)),
        ({"satisfied": 0, "total": 4}, Measure(0, 4)),
        ({"score": 81, "n": 7}, Measure(81, 7)),
        ({"satisfied": 3, "total": 4, "score": 10}, Measure(75, 4)),
        ({"satisfied": 3, "total": 0, "score": 10}, Measure(10, None)),
        ({"satisfied": 3, "total": 0}, None),
        ({"satisfied": 3}, None),
        ({"total": 3}, None),
        ({}, None),
    ],
)
def test_csat_is_the_share_of_satisfied_answers(fields, measure):
    assert csat(Csat.new(**fields)) == measure


def test_ces_is_a_mean():
    assert ces(Ces.new(mean=2.5, n=8)) == Measure(2.5, 8)
    assert ces(Ces.new(mean=0)) == Measure(0, None)
    assert ces(Ces.new(n=8)) is None
