from __future__ import annotations

from string import Formatter

import pytest

from cxdesigner.layout.words import ENGLISH, LANGUAGES, Words
from cxdesigner.model import kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_say_the_same_things(language):
    words = LANGUAGES[language]
    assert sorted(ENGLISH) == sorted(words)
    for key, word in ENGLISH.items():
        assert _fields(word) == _fields(words[key]), key


def _fields(word):
    return sorted(part[1] for part in Formatter().parse(word) if part[1] is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_format_that_is_shown_has_a_word(language):
    words = Words(language)
    for key in (*kinds.LANE_KINDS, *kinds.CHANNELS, *kinds.PHASES, *kinds.STATES, *kinds.BASES, *kinds.STATUSES):
        assert words[key] or key == "divider"


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("nl", "Doel"),
        ("nl-BE", "Doel"),
        ("NL", "Doel"),
        ("ja-JP", "目標"),
        ("ar", "الهدف"),
        ("en-GB", "Goal"),
        ("xx", "Goal"),
        ("", "Goal"),
    ],
)
def test_the_language_is_known_by_its_first_part(language, word):
    assert Words(language)["goal"] == word


def test_a_word_that_is_not_known_gives_way_to_another():
    words = Words("en")
    assert words.get("from-a-newer-release") == ""
    assert words.get("from-a-newer-release", "plain") == "plain"
    assert words.get("goal", "plain") == "Goal"
    with pytest.raises(KeyError):
        words["from-a-newer-release"]
