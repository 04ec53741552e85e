"""Deleting more than one had in view: it is said, and one click brings it back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.hand import PLATFORM, REDO, UNDO, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def said(hand: Hand) -> str:
    return hand.window.bench.status.message.text()


def click(hand: Hand, word: str) -> None:
    QApplication.processEvents()
    buttons = hand.window.bench.status.findChildren(QPushButton)
    next(one for one in buttons if one.text() == word and not one.isHidden()).click()


def test_a_deleted_map_is_named_and_comes_back_at_a_click_with_nothing_selected(hand: Hand) -> None:
    hand.run("map.add")
    hand.session.show_map("map")
    before = hand.document
    hand.run("map.delete")
    assert said(hand) == "The map “Untitled map” was deleted."
    click(hand, "Undo")
    assert hand.document == before
    assert hand.session.map_id == "map"
    assert hand.ids == ()


@pytest.mark.parametrize(("what", "cards"), [("A", 4), ("a2", 1), ("actions", 3)])
def test_what_comes_back_is_selected_without_what_went_with_it(hand: Hand, what: str, cards: int) -> None:
    before = hand.document
    hand.session.select(what)
    hand.run("edit.delete")
    gone = len(before.cards("map")) - len(hand.document.cards("map"))
    assert said(hand) == ("1 card went with it." if gone == 1 else f"{gone} cards went with it.")
    assert gone == cards
    click(hand, "Undo")
    assert hand.document == before
    assert hand.ids == (what,)
    hand.run(REDO)
    assert hand.ids == ()


def test_a_persona_goes_with_words_and_comes_back(hand: Hand) -> None:
    before = hand.document
    hand.session.select("ana")
    hand.key(Key.Key_Delete)
    assert said(hand) == "“ana” was deleted from the project, with what they felt."
    click(hand, "Undo")
    assert hand.document == before
    assert hand.ids == ("ana",)


def test_a_card_that_was_selected_goes_without_a_word(hand: Hand) -> None:
    hand.session.select("one")
    hand.run("edit.delete")
    assert said(hand) == ""
    hand.run(UNDO)
    assert hand.ids == ("one",)


def test_the_word_takes_back_nothing_that_was_done_since(hand: Hand) -> None:
    hand.session.select("A")
    hand.run("edit.delete")
    hand.session.select("four")
    link = next(one for one in hand.window.bench.status.findChildren(QPushButton) if one.text() == "Undo")
    hand.run("edit.duplicate")
    since = hand.document
    link.click()
    assert hand.document is since
