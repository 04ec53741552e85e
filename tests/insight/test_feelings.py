from __future__ import annotations

import pytest

from cxdesigner.insight.feelings import CUSTOMERS, WHEEL, suggestions


def test_the_wheel_has_eight_emotions_in_three_strengths_and_eight_that_two_make():
    assert len(WHEEL) == 8 * 3 + 8
    assert len({feeling.english for feeling in WHEEL}) == len({feeling.dutch for feeling in WHEEL}) == 32
    assert all(-2 <= feeling.valence <= 2 for feeling in WHEEL)


@pytest.mark.parametrize(
    ("score", "among_the_first"), [(-2, "Rage"), (-1.4, "Anger"), (-0.6, "Annoyance"), (0, "Surprise"), (1.4, "Joy")]
)
def test_words_near_the_score_come_first(score, among_the_first):
    assert among_the_first in suggestions("en", score)[:8]


def test_without_a_score_the_words_come_as_they_stand_on_the_wheel():
    assert suggestions("en", None) == [feeling.english for feeling in (*WHEEL, *CUSTOMERS)]


def test_words_of_customers_are_others_than_those_of_the_wheel():
    words = [word for feeling in (*WHEEL, *CUSTOMERS) for word in (feeling.english, feeling.dutch)]
    assert len(words) - len(set(words)) == len([one for one in (*WHEEL, *CUSTOMERS) if one.english == one.dutch])
    assert {one.valence for one in CUSTOMERS} <= {one.valence for one in WHEEL}
    assert "Anxious" in suggestions("en", -1.4)[:12]


@pytest.mark.parametrize("language", ["nl", "nl-BE", "NL"])
def test_words_are_in_the_language_of_the_project(language):
    assert "Ergernis" in suggestions(language, -0.6)[:6]
    assert "Annoyance" in suggestions("fr", -0.6)[:6]


def test_words_of_the_project_come_first_and_only_once():
    used = [("Irritated", -0.6), ("joy", 1.2), (" ", 0), ("Puzzled", None)]
    found = suggestions("en", -0.6, used)
    assert found[0] == "Irritated"
    assert [word for word in found if word.casefold() == "joy"] == ["joy"]
    assert "Puzzled" in found
    assert all(word.strip() for word in found)
    assert suggestions("en", None, used)[:3] == ["Irritated", "joy", "Puzzled"]
