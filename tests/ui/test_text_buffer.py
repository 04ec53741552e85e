"""A text while it is typed, without a window: carets, words, selection, its own undo."""

from __future__ import annotations

import pytest

from cxdesigner.layout.caret import Caret
from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.ui.canvas.text_buffer import MOST_MARKS, TextBuffer, tidy

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1f3\U0001f1f1"
THUMB = "\U0001f44d\U0001f3fd"


def typed(text: str, into: str = "") -> TextBuffer:
    buffer = TextBuffer(into)
    for letter in text:
        assert buffer.insert(letter)
    return buffer


@pytest.mark.parametrize("letter", ["a", "e\u0301", FAMILY, FLAG, THUMB, "\u0915\u094d\u0937\u093f", "\u0e01\u0e33"])
def test_a_letter_is_deleted_and_passed_as_people_see_it(letter: str) -> None:
    buffer = TextBuffer(f"x{letter}y")
    buffer.move(Caret(1))
    assert buffer.letter_beside(ahead=True) == 1 + len(letter)
    buffer.delete(ahead=True)
    assert (buffer.text, buffer.caret.offset) == ("xy", 1)
    buffer = TextBuffer(f"x{letter}")
    assert buffer.letter_beside(ahead=False) == 1
    buffer.delete(ahead=False)
    assert (buffer.text, buffer.caret.offset) == ("x", 1)


def test_nothing_is_beyond_the_ends() -> None:
    buffer = TextBuffer("")
    buffer.delete(ahead=True)
    buffer.delete(ahead=False, word=True)
    buffer.undo()
    buffer.redo()
    assert (buffer.text, buffer.can_undo, buffer.can_redo) == ("", False, False)
    assert buffer.word_at(0) == (0, 0)
    buffer.move(Caret(99))
    assert buffer.caret.offset == 0


def test_words_are_passed_from_start_to_start() -> None:
    buffer = TextBuffer("Waits, then asks\nagain \U0001f642")
    places = []
    buffer.move(Caret(0))
    while buffer.caret.offset < len(buffer.text):
        buffer.move(Caret(buffer.word_beside(ahead=True)))
        places.append(buffer.caret.offset)
    assert places == [7, 12, 17, 23, 24]
    back = []
    while buffer.caret.offset:
        buffer.move(Caret(buffer.word_beside(ahead=False)))
        back.append(buffer.caret.offset)
    assert back == [23, 17, 12, 7, 0]


def test_words_of_a_language_without_spaces() -> None:
    buffer = TextBuffer("สวัสดีครับ")
    buffer.move(Caret(0))
    assert 0 < buffer.word_beside(ahead=True) < len(buffer.text)


def test_a_word_is_selected_and_what_stands_between() -> None:
    buffer = TextBuffer("one, two")
    assert buffer.word_at(1) == (0, 3)
    assert buffer.word_at(4) == (4, 5)
    assert buffer.word_at(8) == (5, 8)


def test_deleting_a_word() -> None:
    buffer = TextBuffer("one two three")
    buffer.delete(ahead=False, word=True)
    assert buffer.text == "one two "
    buffer.move(Caret(0))
    buffer.delete(ahead=True, word=True)
    assert buffer.text == "two "


def test_typing_replaces_what_is_selected() -> None:
    buffer = TextBuffer("one two")
    buffer.select(4, 7)
    assert buffer.selected == "two"
    buffer.insert("2")
    assert (buffer.text, buffer.selection) == ("one 2", (5, 5))
    buffer.select_all()
    buffer.delete(ahead=True)
    assert buffer.text == ""


def test_a_selection_grows_and_shrinks_from_where_it_began() -> None:
    buffer = TextBuffer("abcdef")
    buffer.move(Caret(3))
    buffer.move(Caret(5), extend=True)
    assert buffer.selected == "de"
    buffer.move(Caret(1), extend=True)
    assert buffer.selected == "bc"
    assert (buffer.anchor, buffer.caret.offset) == (3, 1)


def test_undo_steps_back_by_word() -> None:
    buffer = typed("sees the menu")
    texts = []
    while buffer.can_undo:
        buffer.undo()
        texts.append(buffer.text)
    assert texts == ["sees the ", "sees ", ""]
    while buffer.can_redo:
        buffer.redo()
    assert buffer.text == "sees the menu"


def test_undo_brings_back_what_was_typed_over_in_one_step() -> None:
    buffer = TextBuffer("three")
    buffer.select_all()
    for letter in "four":
        buffer.insert(letter)
    buffer.undo()
    assert (buffer.text, buffer.selected) == ("three", "three")
    assert not buffer.can_undo


def test_a_run_of_deletions_is_a_step_and_so_is_a_paste() -> None:
    buffer = typed("word")
    buffer.insert(" pasted text")
    for _ in range(3):
        buffer.delete(ahead=False)
    assert buffer.text == "word pasted t"
    buffer.undo()
    assert buffer.text == "word pasted text"
    buffer.undo()
    assert buffer.text == "word"
    buffer.undo()
    assert buffer.text == ""


def test_moving_the_caret_ends_a_step() -> None:
    buffer = typed("ab")
    buffer.move(Caret(2))
    buffer.insert("c")
    buffer.undo()
    assert buffer.text == "ab"


def test_typing_after_an_undo_forgets_what_was_undone() -> None:
    buffer = typed("one two")
    buffer.undo()
    buffer.insert("x")
    assert not buffer.can_redo
    assert buffer.text == "one x"


def test_a_letter_joins_the_mark_behind_it() -> None:
    buffer = TextBuffer("\u0301x")
    buffer.move(Caret(0))
    buffer.insert("e")
    assert buffer.caret.offset == 2


def test_a_text_past_the_limit_is_refused_whole() -> None:
    buffer = TextBuffer("x" * (MAX_TEXT - 1))
    assert buffer.insert("y")
    assert not buffer.insert("z")
    assert not buffer.insert("z" * 50_000_000)
    buffer.select(0, 1)
    assert buffer.insert("z")
    assert len(buffer.text) == MAX_TEXT


def test_what_is_put_in_is_cleaned() -> None:
    assert tidy("a\r\nb\rc\x00\x1b[0m\td") == "a\nb\nc[0m\td"
    assert tidy("\ud83d\ude42 \ud800") == "\U0001f642 \ufffd"
    marks = tidy("e" + "\u0301" * 9_999 + "f")
    assert len(marks) == MOST_MARKS + 1
    assert marks[-1] == "f"
    assert tidy(FAMILY * 40) == FAMILY * 40


def test_inserting_nothing_is_no_step() -> None:
    buffer = TextBuffer("a")
    assert buffer.insert("\x00")
    assert not buffer.can_undo
