"""Cards without a place: seen below the sheet, and dragged from there and to there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxdesigner.layout.scene import PARKING
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.records import Card
from tests.ui.conftest import small
from tests.ui.hand import PLATFORM, Hand, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def _with_a_parked_card(step: str | None = None) -> Document:
    document = small()
    change = add_card(document, "map", None, None, text="Perhaps later")
    assert change is not None
    document = document.apply(change)
    parked = next(card for card in document.cards("map") if card.text == "Perhaps later")
    return Document(
        record.with_(id="parked", lane="actions" if step else None, step=step) if record is parked else record
        for record in document.records.values()
    )


def _card(hand: Hand, key: str) -> Card:
    card = hand.document[key]
    assert isinstance(card, Card)
    return card


def test_a_parked_card_is_dragged_to_its_place_and_back(start: Start) -> None:
    hand = start(_with_a_parked_card())
    hand.canvas.fit()
    hand.drag(hand.middle("parked"), hand.in_cell("pains", "a2"))
    assert (_card(hand, "parked").lane, _card(hand, "parked").step) == ("pains", "a2")
    assert all(band.key != PARKING for band in hand.scene.bands)
    hand.session.undo()
    lot = hand.band(PARKING)
    hand.drag(hand.middle("four"), (hand.scene.width / 2, lot.top + lot.height / 2))
    assert (_card(hand, "four").lane, _card(hand, "four").step) == (None, None)
    assert hand.menu_text("edit.undo") == "Undo move card"


def test_a_card_whose_step_is_not_there_can_be_reached(start: Start, tmp_path: Path) -> None:
    hand = start(_with_a_parked_card("gone"))
    hand.canvas.fit()
    assert _card(hand, "parked").step == "gone"
    hand.drag(hand.middle("parked"), hand.in_cell("actions", "b2"))
    assert (_card(hand, "parked").lane, _card(hand, "parked").step) == ("actions", "b2")


def test_what_is_selected_is_sent_to_the_parking_lot(start: Start) -> None:
    hand = start()
    hand.session.select(["one", "two"])
    hand.window.actions_by_id["map.park"].trigger()
    assert [card.id for card in hand.document.cell("map", None, None)] == ["one", "two"]
    assert {group.id for group in hand.band(PARKING).groups if group.part == "card"} == {"one", "two"}
    hand.session.undo()
    assert hand.document.cell("map", None, None) == ()
