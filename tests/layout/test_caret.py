"""Where a caret stands in drawn text, and which place is under a point."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout import theme
from cxdesigner.layout.breaks import graphemes, segments, words
from cxdesigner.layout.caret import Caret, TextBlock, block_of
from cxdesigner.layout.pen import runs
from cxdesigner.layout.typeset import TextStyle
from tests.layout.builders import typesetter

HEBREW, ARABIC = "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


def block(
    text: str, width: float = 400.0, style: TextStyle = theme.CARD, at: tuple[float, float] = (10, 20)
) -> TextBlock:
    paragraph = typesetter().paragraph(text, style, width)
    return block_of(text, runs(paragraph, *at, "#000000"), at, paragraph.ascent, style.leading)


def walked(shown: TextBlock, start: Caret, *, right: bool) -> list[int]:
    places, caret = [], start
    for _ in range(60):
        after = shown.step(caret, right=right)
        if after.offset == caret.offset and after.offset in (0, len(shown.text)):
            break
        caret = after
        places.append(caret.offset)
    return places


def test_a_caret_stands_between_letters_at_their_measured_edges() -> None:
    shown = block("Waits")
    xs = [shown.spot(Caret(offset)).x for offset in range(6)]
    assert xs[0] == 10
    assert xs[-1] == pytest.approx(10 + typesetter().width("Waits", theme.CARD))
    assert all(one < other for one, other in pairwise(xs))
    assert shown.spot(Caret(2)).top == 20
    assert shown.spot(Caret(2)).height == theme.CARD.leading


def test_an_empty_text_has_a_place_for_the_caret() -> None:
    shown = block("")
    assert shown.spot(Caret(0)) == (10, 20, theme.CARD.leading)
    assert shown.at(500, 500).offset == 0
    assert shown.boxes(0, 0) == []
    assert shown.step(Caret(0), right=True).offset == 0
    assert shown.step(Caret(0), right=False).offset == 0


def test_empty_lines_are_rows_of_their_own() -> None:
    shown = block("\na\n\nb\n")
    assert [(row.start, row.end) for row in shown.rows] == [(0, 0), (1, 2), (3, 3), (4, 5), (6, 6)]
    tops = [shown.spot(Caret(offset)).top for offset in (0, 1, 3, 4, 6)]
    assert tops == pytest.approx([20 + index * theme.CARD.leading for index in range(5)])
    assert shown.spot(Caret(3)).x == 10
    assert [box.top for box in shown.boxes(2, 5)] == tops[2:4]


def test_only_empty_lines() -> None:
    shown = block("\n\n")
    assert [row.top for row in shown.rows] == [20 + index * theme.CARD.leading for index in range(3)]
    assert shown.at(0, 20 + 2.5 * theme.CARD.leading).offset == 2


def test_a_point_gives_the_nearest_edge() -> None:
    shown = block("one two\nthree")
    for offset in range(len("one two")):
        spot = shown.spot(Caret(offset))
        assert shown.at(spot.x + 0.1, spot.top + 3).offset == offset
    assert shown.at(-50, 22).offset == 0
    assert shown.at(900, 22).offset == 7
    assert shown.at(900, 900).offset == 13
    assert shown.at(-50, -50).offset == 0


def test_right_and_left_pass_every_letter_once() -> None:
    text = f"a e\u0301{FAMILY} z\nb"
    shown = block(text)
    stops = graphemes(text)
    assert walked(shown, Caret(0), right=True) == stops
    assert walked(shown, Caret(len(text)), right=False) == [*reversed(stops[:-1]), 0]


@pytest.mark.parametrize("letter", ["e\u0301", FAMILY, "\u0915\u094d\u0937\u093f", "\U0001f1f3\U0001f1f1"])
def test_no_caret_stands_inside_a_letter(letter: str) -> None:
    shown = block(f"x{letter}y")
    left, right = shown.spot(Caret(1)).x, shown.spot(Caret(1 + len(letter))).x
    assert left < right
    for share in (0.1, 0.4, 0.6, 0.9):
        assert shown.at(left + share * (right - left), 25).offset in (1, 1 + len(letter))


def test_a_wrapped_text_has_its_end_above_and_its_start_below() -> None:
    shown = block("one two three", width=40)
    first, second = shown.rows[:2]
    assert first.end < second.start  # the space between them is in no row
    end, start = shown.spot(Caret(first.end)), shown.spot(Caret(second.start))
    assert (end.top, start.top) == (first.top, second.top)
    assert start.x == 10
    assert shown.step(Caret(first.end), right=True).offset == second.start
    assert shown.step(Caret(second.start), right=False).offset == first.end
    assert shown.row_end(Caret(0)).offset == first.end
    assert shown.row_start(Caret(second.end)).offset == second.start


def test_a_word_cut_in_two_has_a_caret_at_both_places() -> None:
    shown = block("M" * 30, width=60)
    cut = shown.rows[0].end
    assert cut == shown.rows[1].start
    above, below = shown.spot(Caret(cut)), shown.spot(Caret(cut, ahead=True))
    assert (above.top, below.top) == (shown.rows[0].top, shown.rows[1].top)
    assert below.x == 10 < above.x
    assert shown.step(Caret(cut), right=True).offset == cut + 1
    assert shown.step(Caret(cut, ahead=True), right=False).offset == cut - 1
    assert walked(shown, Caret(0), right=True) == list(range(1, 31))


def test_spaces_that_are_not_shown_hold_the_caret_at_the_end_of_the_row() -> None:
    text = "some words" + " " * 60
    shown = block(text, width=60)
    last = shown.rows[-1]
    assert last.end < len(text)
    spot = shown.spot(Caret(len(text)))
    assert spot.top == last.top
    assert spot.x <= 10 + 60 + 0.01
    assert shown.step(Caret(len(text)), right=False).offset == last.end
    assert shown.row_end(Caret(last.start, ahead=True)).offset == len(text)


def test_up_and_down_keep_the_place_across() -> None:
    shown = block("a long first line\nb\nanother long line")
    x = shown.spot(Caret(10)).x
    short = shown.vertical(Caret(10), 1, x)
    assert short.offset == 19
    below = shown.vertical(short, 1, x)
    assert abs(shown.spot(below).x - x) < 4
    assert shown.vertical(below, 1, x).offset == len(shown.text)
    assert shown.vertical(Caret(3), -1, x) == Caret(0, ahead=True)


def test_text_from_the_right_is_walked_as_it_is_seen() -> None:
    shown = block(HEBREW)
    xs = [shown.spot(Caret(offset, ahead=offset == 0)).x for offset in range(5)]
    assert all(one > other for one, other in pairwise(xs))
    assert shown.reads_from_right(Caret(0))
    assert walked(shown, Caret(0, ahead=True), right=False) == [1, 2, 3, 4]
    assert walked(shown, Caret(4), right=True) == [3, 2, 1, 0]
    row = shown.rows[0]
    assert shown.at(row.x - 20, 25).offset == 4
    assert shown.at(row.x + 500, 25).offset == 0
    assert shown.row_start(Caret(4)).offset == 0


def test_where_the_direction_turns_both_places_are_told_apart() -> None:
    text = f"abc {HEBREW} def"
    shown = block(text)
    first = shown.spot(Caret(4))
    turned = shown.spot(Caret(4, ahead=True))
    assert turned.x > first.x + 10  # before the first Hebrew letter, which is the right end of them
    caret, xs = Caret(0, ahead=True), []
    while caret.offset < len(text):
        caret = shown.step(caret, right=True)
        xs.append(shown.spot(caret).x)
    assert all(one < other for one, other in pairwise(xs))  # always to the right, as it is seen
    assert len(xs) == len(text)


@pytest.mark.parametrize("other", [HEBREW, ARABIC])
def test_what_is_selected_across_directions_is_two_boxes(other: str) -> None:
    text = f"abc {other} def"
    shown = block(text)
    boxes = shown.boxes(2, 6)
    assert len(boxes) == 2
    assert sum(box.width for box in shown.boxes(0, len(text))) == pytest.approx(typesetter().width(text, theme.CARD))
    assert len(shown.boxes(0, len(text))) == 1


def test_latin_in_a_line_from_the_right() -> None:
    text = f"{HEBREW} abc {HEBREW}"
    shown = block(text, width=300)
    caret, xs = Caret(0, ahead=True), []
    while caret.offset < len(text):
        caret = shown.step(caret, right=False)
        xs.append(shown.spot(caret).x)
    assert all(one > other for one, other in pairwise(xs))


def test_lines_from_the_right_lead_on_to_the_left() -> None:
    text = f"{HEBREW}\n{HEBREW}"
    shown = block(text)
    assert shown.step(Caret(4), right=False) == Caret(5, ahead=True)
    assert shown.step(Caret(5, ahead=True), right=True) == Caret(4)


def test_several_letters_in_one_glyph_share_its_width() -> None:
    text = "\u0644\u0627"  # lam and alef are drawn as one
    shown = block(text)
    xs = [shown.spot(Caret(0, ahead=True)).x, shown.spot(Caret(1)).x, shown.spot(Caret(2)).x]
    assert xs[0] > xs[1] > xs[2]


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("ab \n\u05d0\u05d1\u0645\u0301\U0001f469\u200d1,"), max_size=24),
    st.sampled_from([30.0, 400.0]),
)
def test_every_caret_has_a_place_and_is_found_there(text: str, width: float) -> None:
    shown = block(text, width)
    stops = [0, *graphemes(text)]
    for offset in stops:
        for ahead in (False, True):
            spot = shown.spot(Caret(offset, ahead))
            assert shown.rows[0].top <= spot.top <= shown.rows[-1].top
            assert shown.at(spot.x, spot.top + 1).offset in stops
    for right in (False, True):
        caret = Caret(0 if right else len(text))
        for _ in range(3 * len(text) + 3):
            caret = shown.step(caret, right=right)
            assert caret.offset in stops


def test_words_and_what_is_between() -> None:
    text = "one, two\u2019s \U0001f642"
    assert [text[start:end] for start, end in words(text)] == ["one", "two\u2019s", "\U0001f642"]
    assert "".join(text[start:end] for start, end in segments(text)) == text
    assert words("") == []
