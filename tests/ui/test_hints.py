"""What a map without cards says in its first cells."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPixmap

from cxdesigner.model.document import Document
from cxdesigner.ui.canvas.hints import _hints, paint_hints, untitled_steps
from tests.model.builders import journey
from tests.ui.hand import PLATFORM, Hand, Key, Start, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def a_map(**more: object) -> Document:
    return journey("A: a1 a2", "actions touchpoints emotion pains", **more)  # type: ignore[arg-type]


def said(hand: Hand) -> list[str]:
    return [text for _, text in _hints(hand.canvas)]


def test_a_map_without_cards_says_what_to_do(start: Start) -> None:
    assert said(start(a_map())) == ["Click and type", "Drag a channel here", "Drag a persona here"]


def test_a_persona_can_be_rated(start: Start) -> None:
    assert said(start(a_map(personas="ana")))[-1] == "Double click where it feels good or bad"


def test_a_map_with_a_card_says_nothing(start: Start) -> None:
    hand = start(a_map())

    def drawn() -> object:
        picture = QPixmap(hand.canvas.viewport().size())
        picture.fill()
        with QPainter(picture) as painter:
            paint_hints(painter, hand.canvas)
        return picture.toImage()

    empty = QPixmap(hand.canvas.viewport().size())
    empty.fill()
    assert drawn() != empty.toImage()
    hand.run("insert.card")
    assert drawn() == empty.toImage()


def test_a_step_without_a_title_says_so_until_it_has_one(hand: Hand) -> None:
    assert not list(untitled_steps(hand.canvas))
    hand.run("insert.stage")
    hand.type("New")
    hand.key(Key.Key_Escape)
    ((group, _),) = untitled_steps(hand.canvas)
    before = hand.picture()
    hand.session.select(())
    hand.canvas.edit_text(group.id)
    hand.type("First")
    assert not list(untitled_steps(hand.canvas))
    assert differs(before, hand.picture())
