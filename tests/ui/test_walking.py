"""Walking and rearranging the map with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.model.edits.fields import set_fields
from tests.ui.hand import ALT, CTRL, PLATFORM, SHIFT, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def cell(hand: Hand) -> tuple[str, str] | None:
    return hand.session.selection.cell


def keys(hand: Hand, *pressed: Key, held: object = None) -> None:
    for key in pressed:
        hand.key(key, held) if held is not None else hand.key(key)  # type: ignore[arg-type]


def with_alt_held(*pressed: Key) -> None:
    """Press keys while Alt stays down."""
    for key in pressed:
        QTest.keyPress(QApplication.focusWidget(), key, ALT)


# Walking


def test_the_titles_around_the_cells_are_walked_too(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    places = []
    for key in (Key.Key_Up, Key.Key_Right, Key.Key_Up, Key.Key_Right, Key.Key_Up, Key.Key_Right, Key.Key_Right):
        hand.key(key)
        places.append(hand.ids)
    assert places == [("a1",), ("a2",), ("A",), ("B",), ("map",), ("ana",), ("ben",)]
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Down, Key.Key_Down, Key.Key_Left, Key.Key_Down, Key.Key_Right):
        hand.key(key)
    assert cell(hand) == ("feelings", "a1")
    keys(hand, Key.Key_Left, Key.Key_Up, Key.Key_Up)
    assert hand.ids == ("a1",)
    hand.key(Key.Key_Down)
    assert (hand.ids, cell(hand)) == (("one",), ("actions", "a1"))


def test_a_title_that_was_walked_to_is_typed(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    keys(hand, Key.Key_Up, Key.Key_Up)
    hand.type("Before")
    hand.key(Key.Key_Return)
    assert hand.document["A"].title == "Before"  # type: ignore[attr-defined]
    assert QApplication.focusWidget() is hand.canvas
    hand.key(Key.Key_Down)
    assert hand.ids == ("a1",)


def test_ctrl_and_arrows_walk_stages(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a2"))
    hand.key(Key.Key_Right, CTRL)
    assert (hand.ids, cell(hand)) == (("four",), ("pains", "b1"))
    hand.key(Key.Key_Right, CTRL)
    assert cell(hand) == ("pains", "b1")
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Left, CTRL)
    assert cell(hand) == ("pains", "b1")
    hand.key(Key.Key_Left, CTRL)
    assert cell(hand) == ("pains", "a1")
    hand.click(hand.middle("a2", "step"))
    hand.key(Key.Key_Right, CTRL)
    assert hand.ids == ("b1",)
    hand.click(hand.middle("A", "stage"))
    hand.key(Key.Key_Right, CTRL)
    assert hand.ids == ("B",)


def test_home_and_end(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a2"))
    hand.key(Key.Key_End)
    assert cell(hand) == ("pains", "b2")
    hand.key(Key.Key_Home)
    assert cell(hand) == ("pains", "a1")
    hand.key(Key.Key_End, CTRL)
    assert cell(hand) == ("touchpoints", "b2")
    hand.key(Key.Key_Home, CTRL)
    assert (hand.ids, cell(hand)) == (("one",), ("actions", "a1"))


def test_shift_and_arrows_extend_what_is_selected(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Down, SHIFT)
    assert hand.ids == ("one", "two")
    hand.key(Key.Key_Up, SHIFT)
    assert hand.ids == ("one",)
    hand.key(Key.Key_Right, SHIFT)
    assert hand.ids == ("one", "two", "three")
    keys(hand, Key.Key_Right, Key.Key_Down, Key.Key_Down, held=SHIFT)
    assert set(hand.ids) >= {"one", "two", "three", "four"}
    keys(hand, Key.Key_Up, Key.Key_Up, Key.Key_Left, held=SHIFT)
    assert hand.ids == ("one", "two", "three")
    hand.key(Key.Key_Down)
    assert cell(hand) == ("feelings", "a2")


def test_shift_and_arrows_begin_where_the_keyboard_is(hand: Hand) -> None:
    hand.key(Key.Key_Right, SHIFT)
    assert hand.ids == ("one",)
    hand.click(hand.middle("two"))
    hand.key(Key.Key_Up, SHIFT)
    assert hand.ids == ("one", "two")
    hand.key(Key.Key_Up, SHIFT)
    assert hand.ids == ("one", "two")


# The keyboard is where the eye is


def test_after_deleting_a_card_the_next_one_is_selected(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Delete)
    assert (hand.ids, cell(hand)) == (("two",), ("actions", "a1"))
    hand.key(Key.Key_Delete)
    assert (hand.ids, cell(hand)) == ((), ("actions", "a1"))
    hand.type("x")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts("actions", "a1") == ["x"]
    keys(hand, Key.Key_Z, Key.Key_Z, held=CTRL)
    assert hand.ids == ("two",)
    hand.key(Key.Key_Right)
    assert hand.ids == ("three",)


def test_after_cutting_the_last_of_a_stack_the_one_before_is_selected(hand: Hand) -> None:
    hand.click(hand.middle("two"))
    hand.key(Key.Key_X, CTRL)
    assert hand.ids == ("one",)


@pytest.mark.parametrize(
    ("key", "part", "near"), [("a1", "step", "a2"), ("B", "stage", "A"), ("pains", "lane-title", "touchpoints")]
)
def test_after_deleting_a_title_the_one_beside_is_selected(hand: Hand, key: str, part: str, near: str) -> None:
    hand.click(hand.middle(key, part))
    hand.key(Key.Key_Delete)
    assert key not in hand.document
    assert hand.ids == (near,)
    hand.key(Key.Key_F2)
    assert hand.editor is not None


def test_after_deleting_a_feeling_the_keyboard_stays_at_its_step(hand: Hand) -> None:
    hand.click(hand.in_cell("feelings", "a2", 0.02))
    hand.key(Key.Key_Left)
    hand.key(Key.Key_Right)
    assert len(hand.ids) == 1
    hand.key(Key.Key_Delete)
    assert hand.score("ana", "a2") is None
    assert (hand.ids, cell(hand)) == ((), ("feelings", "a2"))


def test_after_undo_arrows_go_on_from_what_came_back(hand: Hand) -> None:
    hand.click(hand.middle("four"))
    hand.key(Key.Key_Delete)
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Z, CTRL)
    assert hand.ids == ("four",)
    assert cell(hand) == ("pains", "b1")
    hand.key(Key.Key_Left)
    assert cell(hand) == ("pains", "a2")


def test_the_keyboard_goes_to_what_is_pasted_or_put_in(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    hand.key(Key.Key_C, CTRL)
    hand.click(hand.in_cell("pains", "b2"))
    hand.key(Key.Key_V, CTRL)
    assert hand.texts("pains", "b2") == ["three"]
    assert (hand.ids, cell(hand)) == ((hand.stack("pains", "b2")[0],), ("pains", "b2"))
    hand.key(Key.Key_D, CTRL)
    hand.key(Key.Key_Up)
    assert hand.ids == (hand.stack("pains", "b2")[0],)


# Moving


def test_alt_and_arrows_move_a_card_across_steps_as_one_edit(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("three"))
    with_alt_held(Key.Key_Right, Key.Key_Right)
    assert (hand.card("three").lane, hand.card("three").step) == ("actions", "b2")
    assert cell(hand) == ("actions", "b2")
    with_alt_held(Key.Key_Right)
    assert hand.card("three").step == "b2"
    assert hand.menu_text("edit.undo") == "Undo move card"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert hand.session.undo_name == ""


def test_letting_go_of_alt_ends_the_edit(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    with_alt_held(Key.Key_Right)
    hand.key_up(Key.Key_Alt)
    with_alt_held(Key.Key_Right)
    hand.key(Key.Key_Z, CTRL)
    assert hand.card("three").step == "b1"


def test_alt_up_and_down_move_within_the_stack_and_then_to_the_next_lane(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Down, ALT)
    assert hand.stack("actions", "a1") == ["two", "one"]
    hand.key(Key.Key_Down, ALT)
    assert hand.stack("pains", "a1") == ["one"]
    hand.key(Key.Key_Down, ALT)
    assert hand.stack("touchpoints", "a1") == ["one", "wide"]
    hand.key(Key.Key_Up, ALT)
    assert hand.stack("pains", "a1") == ["one"]
    hand.key(Key.Key_Up, ALT)
    assert hand.stack("actions", "a1") == ["two", "one"]
    hand.key(Key.Key_Up, ALT)
    assert hand.stack("actions", "a1") == ["one", "two"]
    before = hand.document
    hand.key(Key.Key_Up, ALT)
    assert hand.document is before


def test_several_cards_move_as_one_shape_and_stop_at_the_edge(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    hand.click(hand.middle("four"), CTRL)
    hand.key(Key.Key_Right, ALT)
    assert (hand.card("three").step, hand.card("four").step) == ("b1", "b2")
    assert hand.menu_text("edit.undo") == "Undo move 2 cards"
    before = hand.document
    hand.key(Key.Key_Right, ALT)
    assert hand.document is before
    assert hand.ids == ("three", "four")


def test_a_burst_that_leads_nowhere_is_no_edit(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("three"))
    with_alt_held(Key.Key_Right, Key.Key_Left)
    assert hand.document == before
    assert hand.session.undo_name == ""


def test_titles_move_among_their_like(hand: Hand) -> None:
    hand.click(hand.middle("A", "stage"))
    hand.key(Key.Key_Right, ALT)
    assert [stage.id for stage in hand.document.stages("map")] == ["B", "A"]
    hand.click(hand.middle("a1", "step"))
    hand.key(Key.Key_Right, ALT)
    assert [step.id for step in hand.document.steps("map")] == ["b1", "b2", "a2", "a1"]
    hand.click(hand.middle("pains", "lane-title"))
    hand.key(Key.Key_Up, ALT)
    order = [lane.id for lane in hand.document.lanes("map")]
    assert order.index("pains") < order.index("feelings")
    hand.key(Key.Key_Left, ALT)
    assert [lane.id for lane in hand.document.lanes("map")] == order
    assert hand.menu_text("edit.undo") == "Undo move lane"


def test_what_cannot_be_moved_says_so(hand: Hand) -> None:
    hand.session.select(())
    assert not hand.window.actions_by_id["edit.move_left"].isEnabled()
    before = hand.document
    hand.key(Key.Key_Left, ALT)
    assert hand.document is before


def test_a_card_passes_over_a_collapsed_lane(hand: Hand) -> None:
    hand.session.perform("x", lambda document: set_fields(document, "pains", collapsed=True))
    hand.click(hand.middle("three"))
    hand.key(Key.Key_Down, ALT)
    assert hand.card("three").lane == "touchpoints"
