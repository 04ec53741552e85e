from __future__ import annotations

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout import breaks
from cxdesigner.layout.families import STYLES
from cxdesigner.layout.fonts import Fonts

WORD_CHARACTERS = "abAZ09éßÆộ&+*#@$€£%=_–-.,:;!?…'’\")(/"


def widths(text: str) -> list[int]:
    """Ten units a character."""
    return list(range(0, 10 * len(text) + 1, 10))


def cut(text: str, limit: float) -> list[str]:
    return [text[start:end] for start, end in breaks.wrap(text, widths(text), limit)]


@pytest.mark.parametrize(
    "text", ["word", "two words", "it’s 5 % (or so), e.g. check-in", "a - b", "– new", '"so"', "Đổi vé"]
)
def test_simple(text):
    assert breaks.is_simple(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        " a",
        "a ",
        "a  b",
        "a !",
        "a )",
        "(",
        '" a"',
        "a\tb",
        "a\nb",
        "привет",
        "語",
        "a\u0301",
        "«a»",
        "a—",
        "a\u00a0b",
    ],
)
def test_not_simple(text):
    assert not breaks.is_simple(text)


@settings(max_examples=1000)
@given(st.lists(st.text(WORD_CHARACTERS, min_size=1, max_size=6), min_size=1, max_size=5).map(" ".join))
def test_simple_text_breaks_at_its_spaces_and_where_its_words_do(text):
    """What the short way assumes is what ICU finds."""
    if breaks.is_simple(text):
        expected = []
        start = 0
        for word in text.split(" "):
            inside = breaks.line_breaks(word)
            expected += [start + offset for offset in inside[:-1]]
            start += len(word) + 1
            expected.append(min(start, len(text)))
        assert breaks.line_breaks(text) == expected


def test_every_character_of_simple_text_is_latin_and_in_the_first_face_of_every_style():
    simple = {chr(point) for point in range(0x20, 0x3000) if breaks.is_simple(f"a{chr(point)}b")}
    fonts = Fonts.load()
    assert len(simple) > 800
    for style in STYLES:
        assert {ord(char) for char in simple} <= fonts.faces(style)[0].coverage


def test_offsets_are_code_points():
    assert breaks.line_breaks("😀 語a b") == [2, 3, 5, 6]
    assert breaks.graphemes("😀e\u0301👩\u200d👧a") == [1, 3, 6, 7]


@pytest.mark.parametrize(("text", "first"), [("สวัสดีชาวโลก", "สวัสดี"), ("សួស្តីពិភពលោក", "សួស្តី")])
def test_languages_without_spaces_break_between_words(text, first):
    assert breaks.line_breaks(text)[0] == len(first)


def test_trim():
    assert breaks.trim("ab  ", 0, 4) == 2
    assert breaks.trim("ab\u3000", 0, 3) == 2
    assert breaks.trim("ab\u00a0", 0, 3) == 3
    assert breaks.trim("    ", 2, 4) == 2


def test_lines_end_where_they_may():
    assert cut("one two three", 80) == ["one two", "three"]
    assert cut("one two three", 70) == ["one two", "three"]
    assert cut("one two three", 69) == ["one", "two", "three"]
    assert cut("one two three", inf) == ["one two three"]
    assert cut("check-in desk", 60) == ["check-", "in", "desk"]


def test_a_long_word_starts_a_line_and_is_cut_between_graphemes():
    assert cut("a abcdefgh ij", 50) == ["a", "abcde", "fgh", "ij"]
    assert cut("abcdefgh ij", 60) == ["abcde", "fgh ij"]
    assert cut("e\u0301e\u0301", 30) == ["e\u0301", "e\u0301"]
    assert cut("abc", 0) == ["a", "b", "c"]
    assert cut("e\u0301", 10) == ["e\u0301"]
    assert cut("a" * 5, 30) == ["aaa", "aa"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("vergelijkingssites", ["vergelijkingssi", "tes"]),
        ("drie vergelijkingssites", ["drie", "vergelijkingssi", "tes"]),
        ("abcdefghijklmnop", ["abcdefghijklm", "nop"]),
        ("abcdefghijklmnopqrs", ["abcdefghijklmno", "pqrs"]),
        ("abcdefghijklmnopqrstuvwxyz01234", ["abcdefghijklmno", "pqrstuvwxyz01", "234"]),
    ],
)
def test_a_word_that_is_cut_leaves_no_letter_alone(text, lines):
    assert cut(text, 150) == lines


def test_a_word_in_very_narrow_room_is_cut_where_it_is_full():
    assert cut("abcde", 40) == ["abcd", "e"]
    assert cut("abcdef", 50) == ["abc", "def"]


def test_spaces_at_the_end_of_a_line_take_no_room():
    assert cut("one   two", 30) == ["one", "two"]
    assert cut("one ", 30) == ["one"]
    assert cut("one    ", 50) == ["one  "]
    assert cut("    ", 20) == ["  "]
    assert cut("   one", 30) == ["", "one"]
    assert cut("   one", 60) == ["   one"]


def test_no_line_ends_inside_a_cluster():
    at = widths("aa bb")
    at[3] = -1
    assert breaks.wrap("aa bb", at, 30) == [(0, 2), (2, 5)]
    at = [0, -1, 20]
    assert breaks.wrap("ab", at, 10) == [(0, 2)]
