"""Clicks in the library, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from cxdesigner.model.records import Persona
from tests.ui.hand import LEFT, PLATFORM, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_a_card_is_put_in_by_a_click_and_typed_at_once(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    QTest.mouseClick(hand.tile("card", "pain"), LEFT)
    assert hand.editor is not None
    hand.type("Waits")
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a1") == ["Waits"]
    assert hand.canvas.hasFocus()


def test_a_double_click_puts_in_one_card_and_it_can_be_typed(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    tile = hand.tile("card", "pain")
    QTest.mouseClick(tile, LEFT)
    QTest.mouseDClick(tile, LEFT)
    assert len(hand.stack("pains", "a1")) == 1
    assert hand.editor is not None
    hand.type("Waits")
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a1") == ["Waits"]


def test_a_click_takes_what_is_being_typed(hand: Hand) -> None:
    hand.double_click(hand.middle("four"))
    hand.type("Fourth")
    QTest.mouseClick(hand.tile("stage"), LEFT)
    assert hand.card("four").text == "Fourth"
    assert len(hand.document.stages("map")) == 3
    hand.session.undo()
    assert hand.card("four").text == "Fourth"
    assert hand.menu_text("edit.undo") == "Undo edit text"


def test_a_click_on_a_persona_shows_it(hand: Hand) -> None:
    QTest.mouseClick(hand.tile("persona", "ben"), LEFT)
    assert hand.ids == ("ben",)
    assert isinstance(hand.session.selected()[0], Persona)
