"""The quick capture bar: sixty notes a minute without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cxdesigner.ui.panels.capture import MOST_LINES, CaptureBar
from tests.ui.hand import CTRL, PLATFORM, Hand, Key, difference

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


@pytest.fixture
def bar(hand: Hand) -> CaptureBar:
    hand.key(Key.Key_J, CTRL)
    bar = hand.window.bench.panel("capture")
    assert isinstance(bar, CaptureBar)
    assert bar.isVisible()
    assert bar.field.hasFocus()
    return bar


def enter(hand: Hand, line: str) -> None:
    hand.type(line)
    hand.key(Key.Key_Return)


def parked(hand: Hand) -> list[str]:
    return [card.text for card in hand.document.cell("map", None, None)]


def test_a_note_lands_in_its_lane_and_step_and_the_bar_waits_for_the_next(hand: Hand, bar: CaptureBar) -> None:
    enter(hand, "pain: queue in the doorway @b1")
    assert hand.texts("pains", "b1") == ["four", "queue in the doorway"]
    assert hand.card(hand.ids[0]).kind == "pain"
    assert bar.field.text() == ""
    assert bar.field.hasFocus()
    enter(hand, "no place to sit")
    assert hand.texts("pains", "b1")[-1] == "no place to sit"
    enter(hand, "touchpoint: waiter shrugs @a2 #phone +ben")
    card = hand.document.cell("map", "touchpoints", "a2")[-1]
    assert (card.text, card.channel, card.personas) == ("waiter shrugs", "phone", ("ben",))


def test_undo_takes_a_note_back_while_the_bar_keeps_the_keyboard(hand: Hand, bar: CaptureBar) -> None:
    before = hand.document
    enter(hand, "pain: queue @a1")
    assert hand.menu_text("edit.undo") == "Undo add card"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert bar.field.hasFocus()
    hand.type("pain")
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert bar.field.text() != "pain"


def test_what_has_no_place_is_parked(hand: Hand, bar: CaptureBar) -> None:
    enter(hand, "nobody knows where")
    enter(hand, "idea: a bell @a1")
    enter(hand, "pain: x @nowhere")
    assert parked(hand) == ["nobody knows where", "a bell", "x @nowhere"]
    assert bar.field.hasFocus()


def test_it_says_where_a_note_will_land_and_lights_the_cell(hand: Hand, bar: CaptureBar) -> None:
    dark = hand.picture()
    hand.type("pain: queue @b2")
    assert bar.landing.text() == "pains · b2"
    lit = hand.picture()
    cell = hand.cell("pains", "b2")
    x, y = hand.view_of(cell.x + cell.width / 2, cell.y + cell.height / 2).toTuple()
    assert difference(dark, lit).getpixel((x, y))
    hand.type("x")
    assert bar.landing.text() == "Parking lot"
    assert bar.hint.text() == "Nothing is called @b2x: it goes to the parking lot."
    assert bar.hint.property("lost")
    bar.field.clear()
    assert difference(dark, hand.picture()).getbbox() is None
    assert bar.landing.text() == "Parking lot"
    hand.click(hand.in_cell("pains", "a1"))
    assert bar.landing.text() == "pains · a1"


def test_it_says_what_a_note_becomes(hand: Hand, bar: CaptureBar) -> None:
    assert bar.kind.text() == "Note"
    hand.type("pain: queue @b2")
    assert bar.kind.text() == "Pain point"
    hand.key(Key.Key_Return)
    hand.type("and cold")
    assert (bar.kind.text(), bar.landing.text()) == ("Pain point", "pains · b2")


def test_what_names_nothing_is_told_before_it_is_added(hand: Hand, bar: CaptureBar) -> None:
    enter(hand, "pain: queue @b2")
    hand.type("remark @zzz +nobody")
    assert bar.hint.text() == "Nothing is called @zzz +nobody: it goes to the parking lot."
    hand.key(Key.Key_Return)
    assert parked(hand) == ["remark @zzz +nobody"]
    assert not bar.hint.property("lost")
    hand.type("remark @b1 +nobody")
    assert bar.hint.text() == "Nothing is called +nobody: that stays in the text."
    bar.field.clear()
    hand.type("thought: x @b1")
    assert bar.hint.text() == "There is no lane for “Thought”: it goes to the parking lot."
    assert (bar.kind.text(), bar.landing.text()) == ("Thought", "Parking lot")


def offered(bar: CaptureBar) -> list[str]:
    if not bar.offers.isVisible():
        return []
    return [bar.offers.item(row).text().split("  ")[0] for row in range(bar.offers.count())]


def test_names_are_offered_and_taken_by_keys(hand: Hand, bar: CaptureBar) -> None:
    hand.type("tou")
    assert offered(bar) == ["Touchpoint"]
    hand.key(Key.Key_Tab)
    assert bar.field.text() == "Touchpoint: "
    assert bar.field.hasFocus()
    hand.type("x #p")
    assert offered(bar)[0] == "Phone"
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Return)
    assert bar.field.text() == "Touchpoint: x #Phone "
    hand.type("@")
    assert offered(bar) == ["a1", "a2", "b1", "b2", "A", "B"]
    hand.key(Key.Key_Up)
    assert bar.offers.chosen_row == 5
    hand.key(Key.Key_Escape)
    assert offered(bar) == []
    hand.type("b2")
    hand.key(Key.Key_Return)
    card = hand.document.cell("map", "touchpoints", "b2")[-1]
    assert (card.text, card.channel) == ("x", "phone")


def test_enter_adds_while_names_are_offered_but_none_is_chosen(hand: Hand, bar: CaptureBar) -> None:
    hand.type("pain: x @b")
    assert offered(bar)
    hand.key(Key.Key_Return)
    assert hand.texts("pains", "b1")[-1] == "x"


def test_a_name_is_taken_by_mouse(hand: Hand, bar: CaptureBar) -> None:
    hand.type("pain: x +b")
    index = bar.offers.model().index(0, 0)
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(bar.offers.viewport(), Qt.MouseButton.LeftButton, pos=bar.offers.visualRect(index).center())
    assert bar.field.text() == "pain: x +ben "
    assert bar.field.hasFocus()


def test_lines_that_are_pasted_are_added(hand: Hand, bar: CaptureBar) -> None:
    QGuiApplication.clipboard().setText("- one @a1\n- two\n\n- idea: three")
    hand.type("pain: ")
    hand.key(Key.Key_V, CTRL)
    assert hand.texts("pains", "a1") == ["one", "two"]
    assert parked(hand) == ["three"]
    assert hand.menu_text("edit.undo") == "Undo add 3 cards"
    assert bar.field.text() == ""
    QGuiApplication.clipboard().setText("a single line")
    hand.key(Key.Key_V, CTRL)
    assert bar.field.text() == "a single line"


@pytest.mark.parametrize(("count", "word"), [(MOST_LINES + 1, "501 lines"), (20_001, "20,000 cards")])
def test_too_many_lines_are_one_sentence(hand: Hand, bar: CaptureBar, count: int, word: str) -> None:
    QGuiApplication.clipboard().setText("x\n" * count)
    before = hand.document
    hand.key(Key.Key_V, CTRL)
    assert hand.document is before
    assert len(hand.told) == 1
    assert word in hand.told[0]


def test_only_a_place_says_where_the_next_notes_go(hand: Hand, bar: CaptureBar) -> None:
    before = hand.document
    enter(hand, "pain: @b2")
    assert hand.document is before
    assert hand.session.selection.cell == ("pains", "b2")
    enter(hand, "x")
    assert hand.texts("pains", "b2") == ["x"]
    enter(hand, "")
    assert hand.texts("pains", "b2") == ["x"]


def test_esc_leaves_to_the_canvas(hand: Hand, bar: CaptureBar) -> None:
    hand.type("pain: unfinished @a1")
    hand.key(Key.Key_Escape)
    assert not bar.isVisible()
    assert hand.canvas.hasFocus()
    hand.key(Key.Key_J, CTRL)
    assert bar.field.text() == "pain: unfinished @a1"
    hand.canvas.setFocus()
    hand.key(Key.Key_J, CTRL)
    assert bar.field.hasFocus()
    hand.key(Key.Key_J, CTRL)
    assert not bar.isVisible()
    QApplication.processEvents()


def test_names_follow_the_map(hand: Hand, bar: CaptureBar) -> None:
    from cxdesigner.model.edits.fields import set_fields

    hand.session.perform("x", lambda document: set_fields(document, "b2", title="Leaves"))
    enter(hand, "pain: cold @leaves")
    assert hand.texts("pains", "b2") == ["cold"]


def test_what_is_refused_stays_in_the_field(hand: Hand, bar: CaptureBar) -> None:
    QGuiApplication.clipboard().setText("one\n" + "x" * 9_999)
    hand.type("pain: ")
    bar.field.setText("y" * 9_999)
    before = hand.document
    hand.key(Key.Key_V, CTRL)
    assert hand.document is before
    assert bar.field.text() == "y" * 9_999
    assert len(hand.told) == 1
