"""The parking lot: a drawer beside the sheet, out of which cards are dragged and into which they are dragged."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cxdesigner.layout import theme
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.stacks import add_stacks
from cxdesigner.model.records import Card
from cxdesigner.ui.panels.parking import Parking
from cxdesigner.ui.panels.parking_list import ParkingList
from cxdesigner.ui.panels.parking_tab import ParkingTab
from tests.ui.conftest import small
from tests.ui.hand import ALT, CTRL, LEFT, NONE, PLATFORM, SHIFT, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def with_parked(texts: str = "p1 p2 p3", lost: bool = False) -> Document:
    document = small()
    change = add_stacks(document, "map", {(None, None): texts.split()})
    assert change is not None
    document = document.apply(change)
    named = {record.id: record.text for record in change.added() if isinstance(record, Card)}
    records = [
        record.with_(id=named[record.id]) if record.id in named else record for record in document.records.values()
    ]
    if lost:
        records.append(Card.new(id="lost", parent="map", lane="actions", step="gone", text="lost", rank="V"))
    return Document(records)


def parked(hand: Hand) -> list[str]:
    return [card.id for card in hand.document.cell("map", None, None)]


def drawer(hand: Hand) -> ParkingList:
    if not hand.window.bench.is_shown("parking"):
        hand.key(Key.Key_P, CTRL | SHIFT)
    panel = hand.window.bench.panel("parking")
    assert isinstance(panel, Parking)
    QApplication.processEvents()
    hand.canvas.fit()
    return panel.list


def tab(hand: Hand) -> ParkingTab:
    return hand.window.bench.parking_tab


class Drag:
    """A drag whose points are on the screen, whatever it began on."""

    def __init__(self, target: QWidget, start: QPoint) -> None:
        self._target = target
        self._send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
        self._at = start

    def _send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        local = QPointF(self._target.mapFromGlobal(at))
        QApplication.sendEvent(self._target, QMouseEvent(kind, local, QPointF(at), button, buttons, NONE))

    def to(self, end: QPoint) -> Drag:
        for part in range(1, 6):
            point = self._at + (end - self._at) * part / 5
            self._send(QEvent.Type.MouseMove, point, Qt.MouseButton.NoButton, LEFT)
        self._at = end
        return self

    def drop(self) -> None:
        self._send(QEvent.Type.MouseButtonRelease, self._at, LEFT, Qt.MouseButton.NoButton)


def in_drawer(cards: ParkingList, key: str) -> QPoint:
    rect = cards.rect_of(key)
    assert rect is not None
    return cards.viewport().mapToGlobal(rect.center())


def on_canvas(hand: Hand, point: tuple[float, float]) -> QPoint:
    return hand.canvas.viewport().mapToGlobal(hand.view_of(*point))


def test_the_cards_are_listed_as_they_look(start: Start) -> None:
    hand = start(with_parked(lost=True))
    cards = drawer(hand)
    assert cards.cards == ("p1", "p2", "p3", "lost")
    image = cards.viewport().grab().toImage()
    fill = theme.card_colors("note", "").fill
    assert image.pixelColor(cards.rect_of("p1").bottomLeft() + QPoint(12, -4)).name() == fill.lower()
    rects = [cards.rect_of(key) for key in cards.cards]
    assert all(above.bottom() < below.top() for above, below in pairwise(rects))


def test_the_count_always_shows(start: Start, qtbot) -> None:
    hand = start(with_parked(lost=True))
    assert tab(hand).isVisible()
    assert tab(hand).count == 4
    hand.session.perform("x", lambda document: move_cards(document, ["four"], None, None))
    qtbot.waitUntil(lambda: tab(hand).count == 5)
    QTest.mouseClick(tab(hand), LEFT)
    assert hand.window.bench.is_shown("parking")
    assert not tab(hand).isVisible()
    assert "5" in hand.window.bench.panel("parking")._count.text()
    hand.key(Key.Key_P, CTRL | SHIFT)
    assert tab(hand).isVisible()


def test_a_card_is_dragged_out_onto_the_map(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    before = hand.document
    drag = Drag(cards.viewport(), in_drawer(cards, "p2")).to(on_canvas(hand, hand.bottom_of("pains", "b1")))
    assert hand.document is before
    assert "p2" not in cards.cards, "it is shown where it would land"
    drag.drop()
    assert hand.stack("pains", "b1") == ["four", "p2"]
    assert parked(hand) == ["p1", "p3"]
    assert hand.menu_text("edit.undo") == "Undo move card"
    assert hand.canvas.hasFocus()
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_a_whole_selection_is_dragged_out_at_once(start: Start) -> None:
    hand = start(with_parked(lost=True))
    cards = drawer(hand)
    QTest.mouseClick(cards.viewport(), LEFT, pos=cards.rect_of("p2").center())
    QTest.mouseClick(cards.viewport(), LEFT, SHIFT, cards.rect_of("lost").center())
    Drag(cards.viewport(), in_drawer(cards, "p3")).to(on_canvas(hand, hand.in_cell("pains", "a2"))).drop()
    assert hand.stack("pains", "a2") == ["p2", "p3", "lost"]
    assert parked(hand) == ["p1"]
    assert hand.menu_text("edit.undo") == "Undo move 3 cards"


def test_esc_cancels_a_drag_out(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    before = hand.document
    drag = Drag(cards.viewport(), in_drawer(cards, "p2")).to(on_canvas(hand, hand.in_cell("pains", "a2")))
    hand.key(Key.Key_Escape)
    drag.drop()
    assert hand.document is before
    assert hand.session.shown is before
    assert cards.cards == ("p1", "p2", "p3")


def test_let_go_outside_of_everything_nothing_happens(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    before = hand.document
    Drag(cards.viewport(), in_drawer(cards, "p2")).to(hand.window.mapToGlobal(QPoint(700, 8))).drop()
    assert hand.document is before


def test_cards_are_dragged_into_the_drawer_where_they_are_let_go(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    hand.click(hand.middle("one"))
    hand.click(hand.middle("three"), CTRL)
    drag = Drag(hand.canvas.viewport(), on_canvas(hand, hand.middle("three")))
    drag.to(on_canvas(hand, hand.in_cell("pains", "a1"))).to(in_drawer(cards, "p2") - QPoint(0, 8))
    assert hand.session.shown is hand.document, "nothing is moved on the map meanwhile"
    drag.drop()
    assert parked(hand) == ["p1", "one", "three", "p2", "p3"]
    assert hand.menu_text("edit.undo") == "Undo move to parking lot"
    assert set(hand.ids) == {"one", "three"}
    hand.session.undo()
    assert hand.stack("actions", "a2") == ["three"]


def test_cards_are_dragged_onto_the_tab_while_the_drawer_is_closed(start: Start) -> None:
    hand = start(with_parked())
    hand.canvas.fit()
    drag = Drag(hand.canvas.viewport(), on_canvas(hand, hand.middle("four")))
    drag.to(tab(hand).mapToGlobal(tab(hand).rect().center())).drop()
    assert parked(hand) == ["p1", "p2", "p3", "four"]


def test_over_the_sheet_the_tab_shows_its_count_only_until_it_is_wanted(start: Start) -> None:
    hand = start(with_parked())
    hand.canvas.fit()
    whole = tab(hand).height()
    hand.canvas.zoom_to(4.0)
    hand.canvas.look_at(*hand.middle("four"))
    small = tab(hand).geometry()
    assert small.height() < whole / 2
    assert small.right() == hand.canvas.viewport().width() - 1
    hand.press(hand.middle("four"))
    hand.move_to_pixel(hand.canvas.viewport().rect().center())
    hand.move_to_pixel(hand.canvas.viewport().rect().center() - QPoint(40, 0))
    assert tab(hand).height() == whole
    assert tab(hand).geometry().topRight() == small.topRight()
    hand.key(Key.Key_Escape)
    assert tab(hand).geometry() == small
    QTest.mouseClick(tab(hand), LEFT)
    assert hand.window.bench.is_shown("parking")


def test_the_drawer_is_put_in_another_order(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    Drag(cards.viewport(), in_drawer(cards, "p3")).to(in_drawer(cards, "p1") - QPoint(0, 8)).drop()
    assert parked(hand) == ["p3", "p1", "p2"]
    cards.setFocus()
    hand.key(Key.Key_Down, ALT)
    assert parked(hand) == ["p1", "p3", "p2"]
    hand.key(Key.Key_Up, ALT)
    hand.key(Key.Key_Up, ALT)
    assert parked(hand) == ["p3", "p1", "p2"]


def test_all_of_it_works_by_keys(start: Start) -> None:
    hand = start(with_parked())
    hand.click(hand.in_cell("pains", "a2"))
    cards = drawer(hand)
    assert cards.hasFocus()
    assert hand.ids == ("p1",)
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Return)
    hand.type("Louder")
    hand.key(Key.Key_Return)
    assert hand.card("p2").text == "Louder"
    assert cards.hasFocus()
    hand.key(Key.Key_F8, SHIFT)
    assert hand.stack("pains", "a2") == ["p2"]
    hand.key(Key.Key_F8)
    assert parked(hand) == ["p1", "p3", "p2"]
    cards.setFocus()
    hand.key(Key.Key_Home)
    hand.key(Key.Key_Down, SHIFT)
    assert hand.ids == ("p1", "p3")
    hand.key(Key.Key_Delete)
    assert parked(hand) == ["p2"]
    hand.key(Key.Key_Z, CTRL)
    hand.key(Key.Key_A, CTRL)
    assert hand.ids == ("p1", "p3", "p2")
    hand.key(Key.Key_Escape)
    assert hand.canvas.hasFocus()


def test_a_text_can_be_left_as_it_was(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    before = hand.document
    QTest.mouseDClick(cards.viewport(), LEFT, pos=cards.rect_of("p2").center())
    assert cards.text is not None
    hand.key(Key.Key_Escape)
    assert cards.text is None
    assert hand.document is before
    hand.key(Key.Key_F2)
    hand.type("one")
    hand.key(Key.Key_Return, SHIFT)
    hand.type("two")
    assert cards.rect_of("p2").height() > cards.rect_of("p1").height()
    hand.canvas.setFocus()
    assert hand.card("p2").text == "one\ntwo"
    assert hand.menu_text("edit.undo") == "Undo edit text"


def test_pasting_in_the_drawer_parks(start: Start) -> None:
    hand = start(with_parked())
    hand.click(hand.in_cell("pains", "a2"))
    cards = drawer(hand)
    QApplication.clipboard().setText("- x\n- y")
    hand.key(Key.Key_V, CTRL)
    assert [card.text for card in hand.document.cell("map", None, None)][3:] == ["x", "y"]
    cards.setFocus()
    hand.key(Key.Key_End)
    hand.key(Key.Key_C, CTRL)
    hand.key(Key.Key_V, CTRL)
    assert [card.text for card in hand.document.cell("map", None, None)][4:] == ["y", "y"]


def test_what_is_selected_is_sent_to_the_parking_lot(hand: Hand) -> None:
    hand.session.select(["one", "two"])
    hand.run("map.park")
    assert parked(hand) == ["one", "two"]
    hand.session.undo()
    assert parked(hand) == []


def test_an_empty_drawer_says_what_to_do(hand: Hand) -> None:
    cards = drawer(hand)
    assert cards.cards == ()
    image = cards.viewport().grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(10, 150) for y in range(6, 40)}
    assert len(colors) > 1
    hand.run("workshop.take_out")
    assert hand.session.undo_name == ""


def test_a_long_lot_is_laid_out_as_far_as_it_is_seen(start: Start, qtbot) -> None:
    hand = start(with_parked(" ".join(f"n{number}" for number in range(400))))
    cards = drawer(hand)
    assert len(cards.cards) == 400
    cards.setFocus()
    hand.key(Key.Key_End)
    assert cards.rect_of("n399") is not None
    assert cards.viewport().rect().intersects(cards.rect_of("n399"))
    hand.key(Key.Key_Home)
    assert cards.viewport().rect().contains(cards.rect_of("n0"))


def test_the_menu_of_a_parked_card_has_what_applies_to_it(start: Start) -> None:
    hand = start(with_parked())
    cards = drawer(hand)
    at = cards.rect_of("p1").center()
    QApplication.sendEvent(
        cards.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, cards.viewport().mapToGlobal(at)),
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert hand.window.actions_by_id["workshop.take_out"] in menu.actions()
    menu.close()
