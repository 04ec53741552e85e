"""Scores: what they are drawn to and what they are called, on the map as in the inspector."""

from __future__ import annotations

import pytest

from cxdesigner.ui.emotions import level_name, snapped


@pytest.mark.parametrize(
    ("score", "free", "expected"),
    [(1.1, False, 1), (1.15, False, 1), (1.17, False, 1.2), (-1.9, False, -2), (1.12, True, 1.1), (0.5, False, 0.5)],
)
def test_a_score_is_drawn_to_a_level_that_is_near(score: float, free: bool, expected: float) -> None:
    assert snapped(score, free=free) == expected


@pytest.mark.parametrize("free", [True, False])
def test_neutral_has_no_sign(free: bool) -> None:
    assert str(snapped(-0.04, free=free)) == "0.0"


def test_a_level_has_a_name() -> None:
    assert [level_name(score) for score in (-2, -0.6, 0.4, 1, 1.5)] == [
        "Very negative",
        "Negative",
        "Neutral",
        "Positive",
        "Very positive",
    ]
