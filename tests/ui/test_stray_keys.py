"""Keys that were pressed by mistake: what stood there before comes back, and nothing else is touched."""

from __future__ import annotations

import pytest

from cxdesigner.model.edits.links import links_in
from tests.ui.hand import CTRL, PLATFORM, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


@pytest.mark.parametrize(("key", "part"), [("one", "card"), ("A", "stage"), ("pains", "lane-title"), ("map", "title")])
@pytest.mark.parametrize("typed", ["4", "\u00e9"])
def test_esc_gives_back_a_text_that_was_typed_over(hand: Hand, key: str, part: str, typed: str) -> None:
    before = hand.document
    hand.click(hand.middle(key, part))
    hand.type(typed)
    assert hand.editor is not None
    assert hand.editor.text == typed
    hand.key(Key.Key_Escape)
    assert hand.editor is None
    assert hand.document == before
    assert "Esc gave back" in hand.told[-1]
    hand.run("edit.redo")
    assert hand.document != before


def test_a_note_that_was_begun_in_a_cell_is_kept_by_esc(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("Waits too lo")
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a1") == ["Waits too lo"]
    hand.run("edit.undo")
    assert hand.document == before


@pytest.mark.parametrize("way", ["Enter", "F2", "double click"])
def test_a_text_that_was_opened_on_purpose_is_kept_by_esc(hand: Hand, way: str) -> None:
    if way == "double click":
        hand.double_click(hand.middle("one"))
    else:
        hand.click(hand.middle("one"))
        hand.key(Key.Key_F2 if way == "F2" else Key.Key_Return)
    hand.type("New words")
    hand.key(Key.Key_Escape)
    assert hand.card("one").text == "New words"


@pytest.mark.parametrize("way", [Key.Key_Return, Key.Key_Tab, "click"])
def test_what_was_typed_over_is_kept_when_left_otherwise(hand: Hand, way: object) -> None:
    hand.click(hand.middle("one"))
    hand.type("Kept")
    if isinstance(way, Key):
        hand.key(way)
    else:
        hand.click(hand.in_cell("pains", "b2"))
    assert hand.card("one").text == "Kept"


@pytest.mark.parametrize("typed", ["4", "q", "\u00e9"])
def test_typing_on_several_cards_touches_none(hand: Hand, typed: str) -> None:
    before = hand.document
    hand.session.select(["one", "two"])
    hand.type(typed)
    assert hand.editor is None
    assert hand.document == before
    assert "choose one card" in hand.told[-1]


def test_while_a_link_is_made_letters_go_into_no_card(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("one"))
    hand.run("links.link")
    for key in (Key.Key_Q, Key.Key_4, Key.Key_F2, Key.Key_Delete, Key.Key_Backspace):
        hand.told.clear()
        hand.key(key)
        assert hand.editor is None, key
        assert hand.document == before, key
        assert "Enter links" in hand.told[-1], key
    hand.type("\u00e9")
    assert hand.editor is None
    hand.key(Key.Key_A, CTRL)
    assert hand.is_asked_for_another_end()
    hand.session.select("one")
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Return)
    assert [(link.from_, link.to) for link in links_in(hand.document, "map")] == [("one", "three")]


@pytest.mark.parametrize("way", ["link", "Esc", "open"])
def test_after_a_link_or_esc_the_choice_is_over(hand: Hand, way: str) -> None:
    hand.click(hand.middle("one"))
    hand.run("links.link")
    if way == "link":
        hand.key(Key.Key_Right)
        hand.key(Key.Key_Return)
        hand.click(hand.middle("four"))
    elif way == "Esc":
        hand.key(Key.Key_Escape)
        hand.click(hand.middle("four"))
    else:
        hand.canvas.edit_text("four")
    count = len(links_in(hand.document, "map"))
    hand.type("Waits")
    hand.key(Key.Key_Return)
    assert hand.card("four").text == "Waits"
    assert len(links_in(hand.document, "map")) == count


def test_enter_where_no_card_can_stand_says_so_and_goes_on(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("one"))
    hand.run("links.link")
    hand.session.select((), ("feelings", "b1"))
    hand.key(Key.Key_Return)
    assert hand.document == before
    assert "cannot be linked" in hand.told[-1]
    assert hand.is_asked_for_another_end()
