"""Stretches: where letters of a line stand, whichever way they are written."""

from __future__ import annotations

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.glyphs import Line
from cxdesigner.layout.stretches import stretches
from cxdesigner.layout.typeset import Typesetter


def line(text: str) -> Line:
    return Typesetter(Fonts.load()).paragraph(text, theme.CARD).lines[0]


def width(text: str) -> float:
    return line(text).width


def test_a_word_stands_behind_what_comes_before_it() -> None:
    ((left, right),) = stretches(line("one two three"), 4, 7)
    assert left == pytest.approx(width("one "), abs=0.5)
    assert right == pytest.approx(width("one two"), abs=0.5)


def test_a_stretch_over_several_words_is_one() -> None:
    assert len(stretches(line("one two three"), 1, 9)) == 1
    assert stretches(line("one two"), 0, 7) == [(0.0, pytest.approx(width("one two")))]
    assert stretches(line("one two"), 3, 3) == []


def test_text_from_the_right_is_found_where_it_stands() -> None:
    whole = line("שלום עולם")
    ((left, right),) = stretches(whole, 0, 4)
    assert right == pytest.approx(whole.width, abs=0.5)
    assert left > whole.width / 3


def test_a_match_over_both_directions_may_stand_in_two_places() -> None:
    whole = line("abc שלום עולם def")
    found = stretches(whole, 2, 6)
    assert len(found) == 2
    assert sum(right - left for left, right in found) < whole.width
