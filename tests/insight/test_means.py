from __future__ import annotations

from cxdesigner.insight.means import mean_of
from tests.model.builders import feeling


def test_the_mean_is_that_of_those_who_have_a_score():
    found = mean_of([feeling("ann", "a1", score=2), feeling("ben", "a1", score=-1), feeling("cleo", "a1")])
    assert found == (0.5, 2)


def test_what_nobody_rated_has_no_mean_and_neutral_is_a_score():
    assert mean_of([feeling("ann", "a1", note="?")]) is None
    assert mean_of([feeling("ann", "a1", score=0)]) == (0, 1)
