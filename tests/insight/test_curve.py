from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.insight.curve import monotone_segments, value_at

CASES = settings(max_examples=300)
GAPS = st.lists(st.floats(24, 4000), min_size=1, max_size=12)


@st.composite
def points(draw):
    xs = [0.0]
    for gap in draw(GAPS):
        xs.append(xs[-1] + gap)
    heights = st.one_of(st.floats(-200, 200), st.sampled_from([-2.0, 0.0, 1e-300, 2.0]))
    return [(x, draw(heights)) for x in xs]


def samples(segment, count=24):
    (x0, _), *_, (x3, _) = segment
    return [value_at(segment, x0 + (x3 - x0) * share / count) for share in range(count + 1)]


def test_fewer_than_two_points_make_no_curve():
    assert monotone_segments([]) == []
    assert monotone_segments([(0.0, 1.0)]) == []


def test_two_points_are_joined_by_a_straight_line():
    (segment,) = monotone_segments([(0.0, 0.0), (30.0, 60.0)])
    assert segment == ((0.0, 0.0), (10.0, 20.0), (20.0, 40.0), (30.0, 60.0))
    assert value_at(segment, 15.0) == pytest.approx(30.0)


def test_slopes_are_the_weighted_harmonic_mean_of_those_beside():
    first, second = monotone_segments([(0.0, 0.0), (1.0, 1.0), (3.0, 7.0)])
    tangent = 9 / (5 / 1 + 4 / 3)  # 3 (1 + 2) over (2·2 + 1) / 1 + (2 + 2·1) / 3
    assert (first[3][1] - first[2][1]) * 3 == pytest.approx(tangent)
    assert (second[1][1] - second[0][1]) / 2 * 3 == pytest.approx(tangent)


def test_the_curve_is_level_at_a_peak():
    first, second = monotone_segments([(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)])
    assert first[2][1] == second[1][1] == 10.0


@given(points())
@CASES
def test_the_curve_goes_through_every_point(given_points):
    segments = monotone_segments(given_points)
    assert [segment[0] for segment in segments] == given_points[:-1]
    assert [segment[3] for segment in segments] == given_points[1:]


@given(points())
@CASES
def test_between_two_points_the_curve_only_rises_or_only_falls(given_points):
    for segment in monotone_segments(given_points):
        heights = samples(segment)
        sign = 1 if segment[3][1] >= segment[0][1] else -1
        slack = 1e-9 * (1 + max(map(abs, heights)))
        assert all(sign * (after - before) >= -slack for before, after in pairwise(heights))
        assert min(heights) >= min(segment[0][1], segment[3][1]) - slack
        assert max(heights) <= max(segment[0][1], segment[3][1]) + slack


@given(points())
@CASES
def test_the_curve_has_no_corner(given_points):
    for before, after in pairwise(monotone_segments(given_points)):
        into = (before[3][1] - before[2][1]) / (before[3][0] - before[2][0])
        out = (after[1][1] - after[0][1]) / (after[1][0] - after[0][0])
        assert into == pytest.approx(out, abs=1e-6)
