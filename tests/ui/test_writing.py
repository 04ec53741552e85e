"""Typing texts where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.model.records import emotion_id
from tests.ui.hand import CTRL, PLATFORM, SHIFT, Hand, Key, differs, where_they_differ

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

POINT = emotion_id("ana", "a2")
EVERYWHERE = [
    ("one", "card", "text", "edit text"),
    ("A", "stage", "title", "rename stage"),
    ("a1", "step", "title", "rename step"),
    ("pains", "lane-title", "title", "rename lane"),
    ("map", "title", "title", "rename map"),
    ("ana", "persona", "name", "rename persona"),
    (POINT, "point", "note", "edit note"),
]


@pytest.mark.parametrize(("key", "part", "field", "name"), EVERYWHERE)
def test_every_text_is_typed_where_it_stands(hand: Hand, key: str, part: str, field: str, name: str) -> None:
    before = hand.document
    for way in ("double click", "F2", "Enter", "typing"):
        if way == "double click":
            hand.double_click(hand.middle(key, part))
        else:
            hand.click(hand.middle(key, part))
            assert hand.editor is None
        if way in ("F2", "Enter"):
            hand.key(Key.Key_F2 if way == "F2" else Key.Key_Return)
        if way != "typing":
            assert hand.editor is not None
            assert QApplication.focusWidget() is hand.canvas
            assert hand.editor.text == getattr(before[key], field)
        hand.type("New words")  # all of the old ones are selected
        hand.key(Key.Key_Return if way == "typing" else Key.Key_Escape)
        hand.key(Key.Key_Escape)
        assert hand.editor is None
        assert getattr(hand.document[key], field) == "New words"
        assert hand.menu_text("edit.undo") == f"Undo {name}"
        hand.key(Key.Key_Z, CTRL)
        assert hand.document == before


def test_an_empty_note_at_a_point_has_a_ground_to_type_on(hand: Hand) -> None:
    hand.click(hand.middle(POINT, "point"))
    before = hand.picture()
    hand.key(Key.Key_F2)
    assert hand.editor is not None
    box = where_they_differ(before, hand.picture())
    assert box is not None
    caret = hand.editor.block.spot(hand.editor.caret)
    middle = hand.view_of(caret.x + 80, caret.top + caret.height / 2)
    assert box[0] <= middle.x() <= box[2]
    assert hand.picture().pixelColor(middle).name() == "#ffffff"
    empty = hand.picture()
    hand.type("x")
    assert differs(empty, hand.picture())


def test_enter_commits_and_starts_the_next_card(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    for word in ("First", "Second", "Third"):
        hand.type(word)
        hand.key(Key.Key_Return)
    assert hand.texts("pains", "a1") == ["First", "Second", "Third", ""]
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a1") == ["First", "Second", "Third"]
    for _ in range(3):
        hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert hand.session.undo_name == ""


def test_the_next_card_comes_right_below(hand: Hand) -> None:
    hand.double_click(hand.middle("one"))
    hand.type("1")
    hand.key(Key.Key_Return)
    hand.type("between")
    hand.key(Key.Key_Escape)
    assert hand.texts("actions", "a1") == ["1", "between", "two"]


@pytest.mark.parametrize("way", [Key.Key_Escape, Key.Key_Return, "click"])
def test_an_empty_new_card_leaves_no_trace(hand: Hand, way: object) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Return)
    assert hand.editor is not None
    assert len(hand.stack("pains", "a1")) == 1
    if way == "click":
        hand.click((hand.scene.width + 8, 60))
    else:
        hand.key(way)  # type: ignore[arg-type]
    assert hand.editor is None
    assert hand.document == before
    assert (hand.session.undo_name, hand.session.redo_name) == ("", "")
    assert hand.session.is_saved
    assert not hand.window.isWindowModified()


def test_what_was_undone_can_be_redone_after_an_empty_new_card(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    hand.key(Key.Key_Delete)
    deleted = hand.document
    hand.key(Key.Key_S, CTRL)
    hand.window.application.saving.wait()
    hand.key(Key.Key_Z, CTRL)
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Return)
    assert hand.editor is not None
    hand.key(Key.Key_Escape)
    assert hand.menu_text("edit.redo") == "Redo delete card"
    hand.key(Key.Key_Y, CTRL)
    assert hand.document == deleted
    assert hand.session.is_saved


def test_enter_in_an_empty_card_below_another_ends_the_typing(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Return)
    assert hand.editor is None
    assert hand.stack("actions", "a2") == ["three"]
    assert QApplication.focusWidget() is hand.canvas


def test_shift_enter_breaks_the_line(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type("up")
    hand.key(Key.Key_Return, SHIFT)
    hand.type("down")
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "up\ndown"


def test_tab_goes_to_the_next_cell_and_back(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("a")
    hand.key(Key.Key_Tab)
    hand.type("b")
    hand.key(Key.Key_Tab)
    hand.type("c")
    hand.key(Key.Key_Backtab, SHIFT)
    hand.type("d")
    hand.key(Key.Key_Escape)
    assert [hand.texts("pains", step) for step in ("a1", "a2", "b1")] == [["a"], ["b", "d"], ["four", "c"]]


def test_tab_through_empty_cells_leaves_nothing_there(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Return)
    for _ in range(6):
        hand.key(Key.Key_Tab)
    hand.key(Key.Key_Escape)
    assert hand.document == before
    assert hand.session.undo_name == ""


def test_a_click_elsewhere_commits(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type("Done")
    hand.click(hand.middle("one"))
    assert hand.card("three").text == "Done"
    assert hand.ids == ("one",)
    assert hand.editor is None


def test_a_field_of_the_inspector_takes_the_keyboard_and_commits(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type("Done")
    hand.window.bench.library.search.setFocus()
    assert hand.editor is None
    assert hand.card("three").text == "Done"
    assert QApplication.focusWidget() is hand.window.bench.library.search


def test_ctrl_z_while_typing_undoes_typing(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"))
    moved = hand.document
    hand.key(Key.Key_F2)
    assert hand.editor is not None
    hand.type("x")
    hand.key(Key.Key_Z, CTRL)
    assert hand.editor.text == "three"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document is moved
    hand.key(Key.Key_Escape)
    assert hand.document is moved
    hand.key(Key.Key_Z, CTRL)
    assert hand.stack("actions", "a2") == ["three"]


def test_keys_of_actions_mean_the_text_while_one_is_typed(hand: Hand) -> None:
    before = hand.document
    hand.double_click(hand.middle("three"))
    for key in (Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_V):
        hand.key(key, CTRL)
    for key in (Key.Key_Delete, Key.Key_Backspace):
        hand.key(key)
    assert hand.editor is not None
    assert hand.editor.text == "thre"
    assert set(hand.document.records) == set(before.records)
    assert hand.ids == ("three",)


def test_saving_takes_in_what_is_being_typed(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type("Saved")
    hand.key(Key.Key_S, CTRL)
    hand.window.application.saving.wait()
    assert hand.session.path is not None
    assert b'"Saved"' in hand.session.path.read_bytes()
    assert hand.session.is_saved


def test_zooming_goes_on_while_typing(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type("Larger")
    hand.run("view.zoom_in")
    assert hand.editor is not None
    hand.type(" still")
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "Larger still"


SCRIPTS = ["überraschend – “Zitat”", "Ελληνικά", "Привет", "你好", "สวัสดี", "שלום", "🙂🎉", "नमस्ते"]


def test_text_in_other_scripts(hand: Hand) -> None:
    for text in SCRIPTS:
        hand.double_click(hand.middle("three"))
        hand.type(text)
        hand.key(Key.Key_Escape)
        assert hand.card("three").text == text
        hand.picture()


def _copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_text_past_the_limit_is_refused_and_nothing_is_lost(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.key(Key.Key_End)
    _copied("x" * (MAX_TEXT - 4))
    hand.key(Key.Key_V, CTRL)
    assert hand.editor is not None
    assert hand.editor.text == "three"
    assert hand.told == ["A text can hold 10,000 characters at most, so nothing was put in."]
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "three"
    assert QGuiApplication.clipboard().text() == "x" * (MAX_TEXT - 4)


def test_a_text_may_be_as_long_as_the_limit_and_no_longer(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    _copied("🙂" * MAX_TEXT)
    hand.key(Key.Key_V, CTRL)
    assert hand.told == []
    hand.type("y")
    assert len(hand.told) == 1
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "🙂" * MAX_TEXT


def test_pasted_text_is_plain(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    _copied("<b>bold</b>\r\nand more")
    hand.key(Key.Key_V, CTRL)
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "<b>bold</b>\nand more"


def test_an_unchanged_text_is_no_edit(hand: Hand) -> None:
    before = hand.document
    hand.double_click(hand.middle("three"))
    hand.key(Key.Key_Escape)
    hand.double_click(hand.middle("map", "title"))
    hand.key(Key.Key_Return)
    assert hand.document is before


@pytest.mark.parametrize("text", ["Prix\u00a0: 5\u00a0€", "one\u2028two", "a\tb\u202fc", "tail\n"])
def test_a_text_that_was_only_opened_stays_to_the_letter(hand: Hand, text: str) -> None:
    hand.session.perform("x", lambda document: set_fields(document, "three", text=text))
    before = hand.document
    hand.double_click(hand.middle("three"))
    hand.key(Key.Key_Escape)
    assert hand.document is before
    hand.double_click(hand.middle("three"))
    hand.key(Key.Key_End, CTRL)
    hand.type("x")
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == text + "x"


def test_a_card_grows_while_it_is_typed(hand: Hand) -> None:
    before = hand.shown("three").group.height
    hand.double_click(hand.middle("three"))
    hand.type("some words that fill a line or two and then three of them")
    assert hand.shown("three").group.height > before + 20
    hand.key(Key.Key_Escape)


def test_nothing_of_a_longer_text_shows_below_a_shorter_one(hand: Hand) -> None:
    one = hand.shown("one")
    at = hand.view_of(one.x + 12, one.y + one.group.height - 12)
    hand.double_click(hand.middle("one"))
    hand.type("x")
    hand.canvas.hover = None
    shown = hand.picture().copy(at.x(), at.y(), 40, 6)
    hand.key(Key.Key_Escape)
    hand.key(Key.Key_Escape)
    hand.session.select((), (None, None))
    assert differs(shown, hand.picture().copy(at.x(), at.y(), 40, 6)) == 0


def test_a_text_out_of_view_is_brought_into_view(hand: Hand) -> None:
    hand.canvas.zoom_to(4.0)
    hand.canvas.verticalScrollBar().setValue(0)
    hand.session.select("wide")
    hand.key(Key.Key_F2)
    assert hand.editor is not None
    spot = hand.editor.block.spot(hand.editor.caret)
    assert hand.canvas.viewport().rect().contains(hand.view_of(spot.x, spot.top))
    assert hand.canvas.viewport().rect().contains(hand.view_of(spot.x, spot.top + spot.height))


def test_the_window_closes_with_what_was_typed(hand: Hand) -> None:
    session = hand.session
    hand.double_click(hand.middle("three"))
    hand.type("Last words")
    hand.window.close()
    assert session.document.cell("map", "actions", "a2")[0].text == "Last words"


LONG = "Sees that the kitchen is full, waits for a quarter of an hour and then asks, once more, when it will be ready"


@pytest.mark.parametrize("zoom", [0.6, 0.83, 1.0, 1.25, 2.0])
def test_the_marks_of_a_text_lie_where_its_letters_are_drawn(hand: Hand, zoom: float) -> None:
    session = hand.session
    session.perform("x", lambda document: set_fields(document, "one", text=LONG))
    session.perform("x", lambda document: set_fields(document, POINT, note="So slow, and nobody says why"))
    session.perform("x", lambda document: set_fields(document, "ana", name="Ana Lopes", role="Student"))
    session.perform("x", lambda document: set_fields(document, "map", title="A dinner on a Friday"))
    session.perform("x", lambda document: set_fields(document, "A", title="Looking for a place"))
    hand.canvas.zoom_to(zoom)
    for key, part, *_ in EVERYWHERE:
        session.select((), (None, None))
        hand.canvas.look_at(*hand.middle(key, "note" if part == "point" else part))
        hand.canvas.hover = None
        drawn = hand.picture()
        assert hand.canvas.edit_text(key)
        editor = hand.editor
        assert editor is not None
        for row in editor.block.rows:
            boxes = editor.block.boxes(row.start, row.end)
            first, last = boxes[0], boxes[-1]
            left, top = hand.canvas.camera.to_view(first.x, first.top)
            right, bottom = hand.canvas.camera.to_view(last.x + last.width, last.top + last.height)
            box = QRect(round(left) - 3, round(top), round(right - left) + 6, round(bottom - top))
            ink = _ink(drawn.copy(box))
            slack = 2 + 1.6 * hand.canvas.camera.scale
            assert abs(ink[0] - 3) <= slack, (key, zoom, ink)
            assert abs(ink[2] - box.width() + 3) <= slack, (key, zoom, ink, box)
        hand.key(Key.Key_Escape)


def _ink(image: QImage) -> tuple[int, int, int, int]:
    """Give the left, top, right and bottom of what stands out against the ground."""
    ground = QImage(image.size(), image.format())
    ground.fill(image.pixelColor(image.width() - 1, 0))
    found = where_they_differ(image, ground, 70)
    assert found is not None
    return found


@pytest.fixture
def collapsed(hand: Hand) -> Hand:
    """Collapse the lane between actions and touchpoints."""
    hand.session.perform("x", lambda document: set_fields(document, "pains", collapsed=True))
    return hand


def test_no_card_is_put_into_a_collapsed_lane_where_it_would_not_be_seen(collapsed: Hand) -> None:
    hand = collapsed
    before = hand.document
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Return)
    hand.type("x")
    hand.double_click(hand.in_cell("pains", "a1"))
    assert hand.editor is None
    hand.drag(hand.middle("three"), hand.in_cell("pains", "a1"))
    hand.take("card", "pain", hand.in_cell("pains", "a1"))
    assert hand.document is before
    hand.click(hand.in_cell("pains", "b1"))
    hand.key(Key.Key_Left)
    hand.key(Key.Key_Right)
    assert hand.session.selection.cell == ("pains", "b1")
    assert hand.ids == ()
    _copied("Pasted")
    hand.key(Key.Key_V, CTRL)
    hand.run("insert.card")
    hand.key(Key.Key_Escape)
    assert hand.stack("pains", "b1") == ["four"]
    assert "Pasted" in hand.texts("actions", "b1")
    hand.key(Key.Key_A, CTRL)
    assert "four" not in hand.ids
    assert "three" in hand.ids


def test_tab_leaves_out_a_collapsed_lane(collapsed: Hand) -> None:
    hand = collapsed
    hand.double_click(hand.in_cell("actions", "b2"))
    hand.type("last")
    hand.key(Key.Key_Tab)
    hand.type("next")
    hand.key(Key.Key_Escape)
    assert hand.texts("touchpoints", "a1")[-1] == "next"


def test_a_card_whose_text_can_not_be_opened_is_not_added(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hand.document
    monkeypatch.setattr(hand.canvas.writing, "open", lambda *_, **__: False)
    assert not hand.canvas.writing.start_card("actions", "b2")
    assert hand.document == before
    assert hand.session.undo_name == ""
