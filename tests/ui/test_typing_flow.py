"""Capturing with the keyboard alone: from card to card, from cell to cell, and the text under one's hands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from cxdesigner.model.change import Change
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.ui.canvas.text_editor import TextEditor
from cxdesigner.ui.canvas.text_marks import caret_rect
from cxdesigner.ui.canvas.text_menu import text_menu
from tests.ui.hand import CTRL, LEFT, NONE, PLATFORM, RIGHT, SHIFT, UNDO, Hand, Key, differs, where_they_differ

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
Query = Qt.InputMethodQuery


def opened(hand: Hand, text: str = "", key: str = "three") -> TextEditor:
    """Open a card that has a text, with the caret at its end."""
    hand.session.perform("x", lambda document: set_fields(document, key, text=text))
    hand.session.select(key)
    hand.key(Key.Key_F2)
    hand.key(Key.Key_End, CTRL)
    assert hand.editor is not None
    return hand.editor


def caret_at(hand: Hand) -> QPoint:
    editor = hand.editor
    assert editor is not None
    return caret_rect(hand.canvas.camera, editor.block.spot(editor.caret)).center().toPoint()


def place(hand: Hand, offset: int) -> tuple[float, float]:
    """Give the point of the sheet in the middle of the letter at an offset of the open text."""
    assert hand.editor is not None
    box = hand.editor.block.boxes(offset, offset + 1)[0]
    return box.x + box.width * 0.4, box.top + box.height / 2


def compose(hand: Hand, preedit: str, commit: str = "", at: int | None = None) -> None:
    attributes = []
    if at is not None:
        attributes.append(QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, at, 1, None))
    event = QInputMethodEvent(preedit, attributes)
    event.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget(), event)


# The flow


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Return, NONE), (Key.Key_Return, CTRL), (Key.Key_Tab, NONE)])
def test_the_next_card_opens_with_one_new_drawing_and_is_undone_by_itself(
    hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    opened(hand, "Old")
    hand.type("er")
    before, told, drawn = hand.document, list[Change](), list[None]()
    hand.session.document_changed.connect(told.append)
    hand.canvas.scene_changed.connect(lambda: drawn.append(None))
    hand.key(key, held)
    assert len(told) == len(drawn) == 1
    assert told[0].pairs.keys() == {"three", *hand.ids}
    assert before.apply(told[0]) == hand.document
    assert (hand.card("three").text, hand.editor.text if hand.editor else None) == ("Older", "")
    hand.type("New")
    hand.key(Key.Key_Escape)
    fresh = hand.ids
    hand.run(UNDO)
    assert fresh[0] not in hand.document
    assert hand.card("three").text == "Older"
    hand.run(UNDO)
    assert hand.card("three").text == "Old"


def test_a_room_full_of_notes_is_captured_without_the_mouse(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("queue")
    hand.key(Key.Key_Return)
    hand.type("no seat")
    hand.key(Key.Key_Return, CTRL)
    hand.type("late")
    hand.key(Key.Key_Tab)
    hand.type("cold")
    hand.key(Key.Key_Backtab, SHIFT)
    hand.type("loud")
    hand.key(Key.Key_Escape)
    assert [hand.texts("pains", step) for step in ("a1", "a2", "b1")] == [
        ["queue", "no seat"], ["late", "loud"], ["four", "cold"],
    ]  # fmt: skip
    assert QApplication.focusWidget() is hand.canvas
    assert hand.session.selection.cell == ("pains", "a2")
    for _ in range(5):
        hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert hand.session.undo_name == ""


def test_ctrl_enter_goes_along_the_lane_and_says_where_it_ends(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "b1", 0.95))
    hand.key(Key.Key_Return, CTRL)  # outside a text it puts a card in
    hand.type("x")
    hand.key(Key.Key_Return, CTRL)
    hand.type("y")
    hand.key(Key.Key_Return, CTRL)
    assert hand.editor is None
    assert hand.texts("pains", "b2") == ["y"]
    assert hand.told == ["This is the last step: press Ctrl+G to add one."]
    assert hand.session.selection.cell == ("pains", "b2")


def test_ctrl_enter_through_empty_cells_leaves_nothing_there(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Return, CTRL)
    hand.key(Key.Key_Return, CTRL)
    hand.key(Key.Key_Escape)
    assert hand.document == before


def test_ctrl_enter_in_a_title_goes_on_to_the_next(hand: Hand) -> None:
    hand.double_click(hand.middle("a1", "step"))
    for name in ("Looks", "Books", "Comes"):
        hand.type(name)
        hand.key(Key.Key_Return, CTRL)
    hand.key(Key.Key_Escape)
    assert [step.title for step in hand.document.steps("map")] == ["Looks", "Books", "Comes", "b2"]


def test_a_step_that_is_added_is_named_at_the_same_zoom(hand: Hand) -> None:
    hand.canvas.zoom_to(2.0)
    hand.canvas.look_at(*hand.middle("a1", "step"))
    hand.click(hand.middle("a1", "step"))
    hand.run("insert.step")
    fresh = hand.ids[0]
    hand.type("Waits")
    hand.key(Key.Key_Return)
    assert hand.document[fresh].title == "Waits"  # type: ignore[attr-defined]
    assert hand.canvas.camera.zoom == 2.0
    assert hand.canvas.viewport().rect().contains(hand.view_of(*hand.middle(fresh, "step")))
    assert QApplication.focusWidget() is hand.canvas


def test_what_is_typed_and_left_is_one_edit_with_the_card(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("some words and more")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.menu_text("edit.undo") == "Undo add card"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_a_look_at_another_window_does_not_end_the_typing(hand: Hand) -> None:
    opened(hand, "half")
    from PySide6.QtGui import QFocusEvent

    QApplication.sendEvent(hand.canvas, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert hand.editor is not None
    QApplication.sendEvent(hand.canvas, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert hand.editor is None
    assert hand.card("three").text == "half"


# Caret and selection


def test_the_caret_is_drawn_where_the_text_ends_and_moves_with_it(hand: Hand) -> None:
    editor = opened(hand, "up")
    first = caret_at(hand)
    hand.type("s and downs")
    assert caret_at(hand).x() > first.x() + 20
    drawn = hand.picture()
    editor.is_caret_seen = False
    at = where_they_differ(drawn, hand.picture())
    assert at is not None
    assert QRect(QPoint(at[0] - 1, at[1] - 1), QPoint(at[2] + 1, at[3] + 1)).contains(caret_at(hand))
    assert at[2] - at[0] <= 3


@pytest.mark.parametrize("zoom", [0.4, 1.0, 3.0])
def test_the_caret_stays_with_its_letter_at_every_zoom(hand: Hand, zoom: float) -> None:
    editor = opened(hand, "wait")
    hand.canvas.zoom_to(zoom)
    hand.canvas.look_at(*hand.middle("three"))
    box = editor.block.boxes(3, 4)[0]
    end = hand.canvas.camera.to_view(box.x + box.width, box.top)
    assert abs(caret_at(hand).x() - end[0]) <= 2
    hand.type("s")
    assert editor.text == "waits"


def test_an_empty_text_has_a_caret_too(hand: Hand) -> None:
    for key, part in (("three", "card"), ("a1", "step"), ("A", "stage"), ("map", "title"), ("ana", "persona")):
        name = {"three": "text", "ana": "name"}.get(key, "title")
        hand.session.perform("x", lambda document, key=key, name=name: set_fields(document, key, **{name: ""}))
        hand.session.select(key)
        hand.key(Key.Key_F2)
        assert hand.editor is not None
        shown = hand.shown(key, part)
        spot = hand.editor.block.spot(hand.editor.caret)
        assert shown.x - 1 <= spot.x <= shown.x + shown.group.width
        assert shown.y - 1 <= spot.top <= shown.y + shown.group.height
        hand.type("New")
        assert hand.editor.block.text == "New"
        hand.key(Key.Key_Escape)
        assert getattr(hand.document[key], name) == "New"


def test_a_lane_without_a_title_is_typed_over_the_word_that_stands_in_for_it(hand: Hand) -> None:
    hand.session.perform("x", lambda document: set_fields(document, "pains", title=""))
    hand.double_click(hand.middle("pains", "lane-title"))
    assert hand.editor is not None
    assert hand.editor.block.spot(hand.editor.caret).x == pytest.approx(hand.shown("pains", "lane-title").x)
    hand.type("Hurts")
    hand.key(Key.Key_Return)
    assert hand.document["pains"].title == "Hurts"  # type: ignore[attr-defined]


def test_arrows_pass_letters_and_words_and_lines(hand: Hand) -> None:
    editor = opened(hand, f"one e\u0301{FAMILY} two\nlast")
    hand.key(Key.Key_Home, CTRL)
    hand.key(Key.Key_Right, CTRL)
    assert editor.caret.offset == 4
    hand.key(Key.Key_Right)
    assert editor.caret.offset == 6
    hand.key(Key.Key_Right)
    assert editor.caret.offset == 6 + len(FAMILY)
    hand.key(Key.Key_Backspace)
    assert editor.text == "one e\u0301 two\nlast"
    hand.key(Key.Key_Backspace)
    assert editor.text == "one  two\nlast"
    hand.key(Key.Key_Down)
    assert editor.caret.offset > editor.text.index("\n")
    hand.key(Key.Key_End)
    assert editor.caret.offset == len(editor.text)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Home)
    assert editor.caret.offset == 0
    hand.key(Key.Key_End, SHIFT)
    assert editor.buffer.selected == "one  two"
    hand.key(Key.Key_Left)
    assert editor.buffer.selection == (0, 0)


def test_arrows_go_where_they_point_in_text_from_the_right(hand: Hand) -> None:
    editor = opened(hand, f"abc {HEBREW} def")
    hand.key(Key.Key_Home)
    places = [caret_at(hand).x()]
    for _ in range(len(editor.text)):
        hand.key(Key.Key_Right)
        places.append(caret_at(hand).x())
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    editor = opened(hand, HEBREW)
    hand.key(Key.Key_Home)
    right = caret_at(hand).x()
    hand.key(Key.Key_Left)
    assert (editor is hand.editor, editor.caret.offset) == (True, 1)
    assert caret_at(hand).x() < right
    hand.key(Key.Key_Left, CTRL)
    assert editor.caret.offset == len(HEBREW)


def test_a_click_puts_the_caret_and_a_drag_selects(hand: Hand) -> None:
    editor = opened(hand, "one two three")
    hand.click(place(hand, 4))
    assert (editor is hand.editor, editor.caret.offset) == (True, 4)
    hand.drag(place(hand, 4), place(hand, 8))
    assert editor.buffer.selected == "two "
    hand.click(place(hand, 0), SHIFT)
    assert editor.buffer.selected == "one "
    assert hand.ids == ("three",)


def test_two_clicks_take_a_word_and_three_take_all(hand: Hand) -> None:
    editor = opened(hand, "one two three")
    at = place(hand, 5)
    hand.double_click(at)
    assert editor.buffer.selected == "two"
    hand.click(at)
    assert editor.buffer.selected == "one two three"


def test_a_drag_after_two_clicks_selects_by_words(hand: Hand) -> None:
    editor = opened(hand, "one two three four")
    hand.click(place(hand, 5))
    hand.press(place(hand, 5))
    _send(hand, QEvent.Type.MouseButtonDblClick, place(hand, 5))
    hand.move(place(hand, 9))
    assert editor.buffer.selected == "two three"
    hand.move(place(hand, 1))
    assert editor.buffer.selected == "one two"
    hand.release()


def _send(hand: Hand, kind: QEvent.Type, point: tuple[float, float]) -> None:
    at = QPointF(hand.view_of(*point))
    view = hand.canvas.viewport()
    QApplication.sendEvent(view, QMouseEvent(kind, at, QPointF(view.mapToGlobal(at)), LEFT, LEFT, NONE))


def test_the_selection_is_seen(hand: Hand) -> None:
    editor = opened(hand, "one two")
    editor.is_caret_seen = False
    before = hand.picture()
    hand.key(Key.Key_A, CTRL)
    editor.is_caret_seen = False
    assert differs(before, hand.picture()) > 200


def test_the_pointer_over_a_text_is_that_of_texts(hand: Hand) -> None:
    opened(hand, "one")
    hand.move(place(hand, 1))
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    hand.move(hand.in_cell("pains", "b2"))
    assert hand.canvas.viewport().cursor().shape() != Qt.CursorShape.IBeamCursor


def test_the_caret_stays_in_view_while_a_card_grows(hand: Hand) -> None:
    hand.canvas.zoom_to(2.5)
    opened(hand, "")
    for _ in range(40):
        hand.key(Key.Key_Return, SHIFT)
    assert hand.canvas.viewport().rect().contains(caret_at(hand))
    hand.key(Key.Key_Home, CTRL)
    assert hand.canvas.viewport().rect().contains(caret_at(hand))


def test_an_empty_card_says_in_grey_what_is_typed_there(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Return)
    editor = hand.editor
    assert editor is not None
    editor.is_caret_seen = False
    shown = hand.shown(hand.ids[0])
    at = hand.view_of(shown.x + 4, shown.y + 4)
    box = QRect(at, QPoint(at.x() + 80, at.y() + 14))
    hinted = hand.picture().copy(box)
    hand.type(" ")
    editor.is_caret_seen = False
    assert differs(hinted, hand.picture().copy(box)) > 40


# Clipboard and undo


def test_cut_copy_and_paste_at_the_caret(hand: Hand) -> None:
    editor = opened(hand, "one two")
    for _ in range(3):
        hand.key(Key.Key_Left, SHIFT)
    hand.key(Key.Key_X, CTRL)
    assert (editor.text, QGuiApplication.clipboard().text()) == ("one ", "two")
    hand.key(Key.Key_Home)
    hand.key(Key.Key_V, CTRL)
    assert editor.text == "twoone "
    hand.key(Key.Key_A, CTRL)
    hand.key(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "twoone "
    QGuiApplication.clipboard().setText("a\r\nb\nc")
    hand.key(Key.Key_V, CTRL)
    assert editor.text == "a\nb\nc"
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "a\nb\nc"
    assert hand.stack("actions", "a2") == ["three"]


def test_undo_goes_back_word_by_word_and_then_no_further(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("waits for a table")
    editor = hand.editor
    assert editor is not None
    hand.key(Key.Key_Z, CTRL)
    assert editor.text == "waits for a "
    hand.key(Key.Key_Z, CTRL)
    assert editor.text == "waits for "
    hand.key(Key.Key_Z, CTRL | SHIFT)
    assert editor.text == "waits for a "
    hand.key(Key.Key_Y, CTRL)
    assert editor.text == "waits for a table"
    for _ in range(9):
        hand.key(Key.Key_Z, CTRL)
    assert (editor is hand.editor, editor.text) == (True, "")
    assert hand.shown("one")


@pytest.mark.parametrize(
    "text", ["\ud800lone", "bell\x07", "e" + "\u0301" * 10_000, "a" * MAX_TEXT, "\u05d0" * MAX_TEXT, "\n" * 500]
)
def test_strange_text_is_cleaned_and_drawn(hand: Hand, text: str) -> None:
    editor = opened(hand, "")
    editor.put_in(text)
    assert not set(editor.text) & {"\ud800", "\x07"}
    assert len(editor.text) <= MAX_TEXT
    hand.picture()
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == editor.text
    hand.picture()


def test_a_text_past_the_limit_is_refused_with_a_sentence(hand: Hand) -> None:
    editor = opened(hand, "x" * MAX_TEXT)
    hand.type("y")
    hand.key(Key.Key_Return, SHIFT)
    assert editor.text == "x" * MAX_TEXT
    assert hand.told == ["A text can hold 10,000 characters at most, so nothing was put in."] * 2


# Input methods


def test_what_is_composed_is_seen_in_its_place_and_kept_when_done(hand: Hand) -> None:
    editor = opened(hand, "ab")
    hand.key(Key.Key_Left)
    plain = hand.picture()
    compose(hand, "\u306b\u307b", at=1)
    assert (editor.text, editor.shown, editor.block.text) == ("ab", "a\u306b\u307bb", "a\u306b\u307bb")
    assert editor.caret.offset == 2
    assert differs(plain, hand.picture()) > 20
    compose(hand, "", "\u65e5\u672c")
    assert (editor.text, editor.shown) == ("a\u65e5\u672cb", "a\u65e5\u672cb")
    hand.key(Key.Key_Z, CTRL)
    assert editor.text == "ab"


def test_a_composition_that_is_given_up_leaves_nothing(hand: Hand) -> None:
    editor = opened(hand, "ab")
    compose(hand, "xyz")
    compose(hand, "")
    assert (editor.text, editor.shown) == ("ab", "ab")


def test_a_click_keeps_what_is_being_composed(hand: Hand) -> None:
    editor = opened(hand, "ab")
    compose(hand, "cd")
    hand.click(place(hand, 0))
    assert editor.text == "abcd"
    compose(hand, "e")
    hand.key(Key.Key_Escape)
    assert hand.card("three").text in ("eabcd", "aebcd")


def test_composing_begins_a_card_in_the_selected_cell(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    compose(hand, "\u304b")
    assert hand.editor is not None
    compose(hand, "", "\u8aac")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a1") == ["\u8aac"]
    hand.click(hand.in_cell("pains", "a2"))
    hand.type("\u00e9")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a2") == ["\u00e9"]


def test_an_input_method_may_replace_what_stands_before_the_caret(hand: Hand) -> None:
    editor = opened(hand, "\U0001f642 teh")
    event = QInputMethodEvent()
    event.setCommitString("the", -3, 3)
    QApplication.sendEvent(hand.canvas, event)
    assert editor.text == "\U0001f642 the"


def test_an_input_method_is_told_about_the_text(hand: Hand) -> None:
    ask = hand.canvas.inputMethodQuery
    assert ask(Query.ImEnabled)
    assert ask(Query.ImSurroundingText) in (None, "")
    opened(hand, "\U0001f642 one")
    hand.key(Key.Key_Left, SHIFT)
    assert ask(Query.ImSurroundingText) == "\U0001f642 one"
    assert (ask(Query.ImCursorPosition), ask(Query.ImAnchorPosition)) == (5, 6)
    assert ask(Query.ImCurrentSelection) == "e"
    assert (ask(Query.ImTextBeforeCursor), ask(Query.ImTextAfterCursor)) == ("\U0001f642 on", "e")
    assert ask(Query.ImCursorRectangle).adjusted(-1, -1, 1, 1).contains(caret_at(hand))
    assert ask(Query.ImMaximumTextLength) == MAX_TEXT
    assert ask(Query.ImHints) & Qt.InputMethodHint.ImhMultiLine.value


def test_an_open_text_has_a_menu_of_its_own(hand: Hand) -> None:
    editor = opened(hand, "one two")
    at = hand.view_of(*place(hand, 1))
    hand.click(place(hand, 1), button=RIGHT)
    assert hand.editor is editor
    view = hand.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text().replace("&", ""): action for action in menu.actions()}
    assert not entries["Cut"].isEnabled()
    entries["Select all"].trigger()
    menu.close()
    assert editor.buffer.selected == "one two"
    assert hand.editor is editor
    assert text_menu(editor, hand.canvas).actions()[3].isEnabled()
