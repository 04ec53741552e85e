"""The inspector: fields follow the document, edits go to it, tabs follow the selection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.model.records import Asset, Card, Emotion, Lane, Map, Persona, Project, Record, Stage, Step, emotion_id
from cxdesigner.ui.panels.choosers import ChecksEditor, ChoiceEditor, DepartmentEditor, SwitchEditor
from cxdesigner.ui.panels.colors import ColorEditor, Swatch
from cxdesigner.ui.panels.editors import LineEditor, TextEditor
from cxdesigner.ui.panels.emotion_rows import EmotionRows
from cxdesigner.ui.panels.forms import Form
from cxdesigner.ui.panels.inspector import INSIGHTS, MAP, PERSONA, SELECTION, Inspector
from cxdesigner.ui.panels.picture_editor import PictureEditor
from cxdesigner.ui.panels.score import ScoreEditor
from cxdesigner.ui.session import Session
from tests.ui.panels import on_screen, tacos

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The offscreen platform has no window frames, no order of windows and no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WAITER, TACOS, MAIL = "vlt-tp-waiter", "vlt-tp-tacos", "vlt-tp-mail"
MARTA, JORIS = "vlt-persona-marta", "vlt-persona-joris"
ORDERS = "vlt-step-orders"
R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=QWidget)


@pytest.fixture
def session() -> Session:
    return tacos()


@pytest.fixture
def inspector(qtbot: QtBot, session: Session) -> Inspector:
    return on_screen(qtbot, Inspector(session), height=1200)


def at(session: Session, key: str, kind: type[R]) -> R:
    found = session.document.get(key, kind)
    assert found is not None
    return found


def card(session: Session, key: str = WAITER) -> Card:
    return at(session, key, Card)


def drafted(document: Document, *records: Record) -> Change | None:
    """Put records in as a file may hold them."""
    draft = Draft(document)
    draft.put(*records)
    return draft.change()


def form(inspector: Inspector) -> Form:
    found = inspector.selection_page.form
    assert found is not None
    return found


def field(inspector: Inspector, path: str, kind: type[E]) -> E:
    found = form(inspector).editors[path]
    assert isinstance(found, kind)
    return found


def tab(inspector: Inspector) -> str:
    return inspector.tabs.tabText(inspector.tabs.currentIndex())


def choose(qtbot: QtBot, editor: ChoiceEditor | DepartmentEditor, text: str) -> None:
    """Choose with the keyboard alone, as in a list that is closed."""
    editor.box.setFocus()
    index = editor.box.findText(text)
    assert index >= 0
    editor.box.setCurrentIndex(index)
    editor.box.activated.emit(index)
    qtbot.wait(1)


def test_the_first_tab_is_named_after_the_selection(inspector: Inspector, session: Session) -> None:
    assert tab(inspector) == "Map"
    assert not inspector.tabs.isTabVisible(SELECTION)
    session.select(WAITER)
    assert tab(inspector) == "Touchpoint"
    session.select("vlt-lane-pains")
    assert tab(inspector) == "Lane"
    session.select([WAITER, TACOS])
    assert tab(inspector) == "2 cards"
    session.select([WAITER, ORDERS])
    assert tab(inspector) == "2 selected"
    session.select(JORIS)
    assert tab(inspector) == "Persona"
    assert not inspector.tabs.isTabVisible(SELECTION)
    session.select(session.map_id)
    assert tab(inspector) == "Map"
    session.select(WAITER)
    session.select()
    assert tab(inspector) == "Map"


def test_a_text_goes_into_the_document_with_enter_and_undo_brings_it_back(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    session.select(WAITER)
    text = field(inspector, "text", TextEditor).text
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "Waiter comes")
    assert card(session).text == "Waiter takes the order"
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert card(session).text == "Waiter comes"
    assert session.undo_name == "Change title"
    session.undo()
    assert text.toPlainText() == "Waiter takes the order"


def test_shift_enter_breaks_the_line_with_a_newline(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    text = field(inspector, "text", TextEditor).text
    text.selectAll()
    qtbot.keyClicks(text, "One")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(text, "two")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert card(session).text == "One\ntwo"


@pytest.mark.parametrize(("selected", "path"), [(WAITER, "text"), ("vlt-lane-pains", "title")])
def test_undo_is_for_the_map_once_a_field_holds_nothing_new(
    qtbot: QtBot, inspector: Inspector, session: Session, selected: str, path: str
) -> None:
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), inspector)
    shortcut.activated.connect(session.undo)
    session.select(selected)
    line = form(inspector).editors[path].focus
    line.setFocus()
    qtbot.keyClicks(line, "New")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.undo_name == ""
    qtbot.keyClicks(line, "New")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.undo_name == "Change title"
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.undo_name == ""
    assert session.redo_name == "Change title"


def test_leaving_a_field_hands_it_over(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    text = field(inspector, "says", TextEditor).text
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "At last")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert card(session).says == "At last"


def test_what_is_being_typed_goes_to_what_was_selected(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    before = card(session, TACOS).says
    session.select(WAITER)
    text = field(inspector, "says", TextEditor).text
    text.selectAll()
    qtbot.keyClicks(text, "Half a th")
    session.select(TACOS)
    assert card(session, WAITER).says == "Half a th"
    assert card(session, TACOS).says == before
    assert text.toPlainText() == before
    qtbot.keyClicks(text, "!")
    session.select("vlt-lane-pains")
    assert "!" in card(session, TACOS).says


@pytest.mark.parametrize("text", ["10\u00a0000 km", "One\u2028two", "One\r\ntwo", "One\u2029two"])
def test_text_that_nobody_types_in_is_not_written(
    qtbot: QtBot, inspector: Inspector, session: Session, text: str
) -> None:
    spelled = Card.model_validate(card(session).model_dump() | {"text": text, "says": text, "author": text})
    goals = {"goals": (text, "  and spaces ")}
    persona = Persona.model_validate(at(session, JORIS, Persona).model_dump() | goals)
    session.perform("Read", lambda document: drafted(document, spelled, persona))
    before = session.document
    session.select([WAITER, JORIS])
    session.select(WAITER)
    for path in ("text", "says", "author"):
        widget = form(inspector).editors[path].focus
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    inspector.commit()
    assert session.document is before


def test_a_no_break_space_stays_when_something_else_is_typed(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    session.perform("Set", lambda document: set_fields(document, WAITER, text="10\u00a0000\u2028km"))
    session.select(WAITER)
    text = field(inspector, "text", TextEditor).text
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, "!")
    inspector.commit()
    assert card(session).text == "10\u00a0000\u2028km!"


def test_escape_brings_back_what_was_there(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select("vlt-lane-pains")
    line = field(inspector, "title", LineEditor).line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Hm")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "Pain points"
    assert session.undo_name == ""


def test_edits_of_one_field_are_undone_as_one(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    text = field(inspector, "text", TextEditor).text
    for word in (" 1", " 2"):
        text.moveCursor(text.textCursor().MoveOperation.End)
        qtbot.keyClicks(text, word)
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert card(session).text == "Waiter takes the order 1 2"
    session.undo()
    assert card(session).text == "Waiter takes the order"


@pytest.mark.parametrize("path", ["text", "author"])
def test_edits_of_a_field_that_was_left_in_between_are_undone_one_by_one(
    qtbot: QtBot, inspector: Inspector, session: Session, path: str
) -> None:
    session.select(WAITER)
    widget = form(inspector).editors[path].focus
    for word in ("1", "2"):
        widget.setFocus()
        qtbot.keyClicks(widget, word)
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        field(inspector, "channel", ChoiceEditor).box.setFocus()
    session.undo()
    left = getattr(card(session), path)
    assert "1" in left
    assert "2" not in left
    session.undo()
    assert session.undo_name == ""


def test_edits_of_different_selections_are_undone_one_by_one(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    text = None
    for chosen in ([WAITER, TACOS], [WAITER, MAIL], [WAITER, TACOS]):
        session.select(chosen)
        text = field(inspector, "text", TextEditor).text
        text.setFocus()
        text.selectAll()
        qtbot.keyClicks(text, str(chosen.index(chosen[-1])) + chosen[-1])
        qtbot.keyClick(text, Qt.Key.Key_Return)
    for _ in range(2):
        session.undo()
        assert session.undo_name == "Change title"
    session.undo()
    assert session.undo_name == ""


def test_choices_and_switches_count_at_once(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    choose(qtbot, field(inspector, "channel", ChoiceEditor), "Phone")
    assert card(session).channel == "phone"
    assert session.undo_name == "Change channel"
    switch = field(inspector, "support_moment", SwitchEditor).switch
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert card(session).support_moment
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not card(session).support_moment


def test_a_value_of_a_newer_release_is_shown_as_it_is(inspector: Inspector, session: Session) -> None:
    session.perform("Set", lambda document: set_fields(document, WAITER, channel="hologram"))
    session.select(WAITER)
    box = field(inspector, "channel", ChoiceEditor).box
    assert box.currentText() == "hologram"
    session.select(TACOS)
    assert box.findText("hologram") < 0


def test_numbers_are_read_as_people_type_them(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    line = field(inspector, "nps.score", LineEditor).line
    assert line.text() == "−18"
    line.selectAll()
    qtbot.keyClicks(line, "-12,5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    nps = card(session).nps
    assert nps is not None
    assert (nps.score, nps.n) == (-12.5, 57)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    n = field(inspector, "nps.n", LineEditor).line
    n.selectAll()
    qtbot.keyClick(n, Qt.Key.Key_Delete)
    qtbot.keyClick(n, Qt.Key.Key_Return)
    assert card(session).nps is None


@pytest.mark.parametrize(("typed", "sentence"), [("-400", "-100 to 100"), ("lots", "“lots” is not a number")])
def test_a_refused_value_is_told_once_and_stays_in_its_field(
    qtbot: QtBot, inspector: Inspector, session: Session, typed: str, sentence: str
) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    session.select(WAITER)
    line = field(inspector, "nps.score", LineEditor).line
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    inspector.commit()
    assert line.text() == typed
    assert len(told) == 1
    assert sentence in told[0]
    assert sentence in line.toolTip()
    assert line.property("refused") is True
    assert session.undo_name == ""
    line.selectAll()
    qtbot.keyClicks(line, "-40")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    nps = card(session).nps
    assert nps is not None
    assert nps.score == -40
    assert (line.toolTip(), line.property("refused"), len(told)) == ("", False, 1)


def test_a_text_that_is_too_long_waits_until_what_it_is_of_is_selected_again(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    long = "x" * (MAX_TEXT + 1)
    for key, path in ((WAITER, "says"), ("vlt-lane-pains", "title")):
        session.select(key)
        widget = form(inspector).editors[path].focus
        assert isinstance(widget, QLineEdit | QPlainTextEdit)
        widget.selectAll()
        QApplication.clipboard().setText(long)
        widget.paste()
        session.select(TACOS)
        assert field(inspector, "says", TextEditor).text.toPlainText() == card(session, TACOS).says
        assert field(inspector, "says", TextEditor).text.property("refused") is not True
        session.select(key)
        assert (widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()) == long
        assert widget.property("refused") is True
        assert len(told) == 1
        assert session.undo_name == ""
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert (widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()) != long
        assert widget.property("refused") is False
        session.select(TACOS)
        session.select(key)
        assert widget.property("refused") is False
        told.clear()


def test_counts_of_answers_stand_in_for_a_score(inspector: Inspector, session: Session) -> None:
    session.select("vlt-tp-word")
    line = field(inspector, "nps.score", LineEditor).line
    assert (line.text(), line.placeholderText()) == ("", "21")


def test_many_show_what_they_share_and_are_edited_together(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    session.select([WAITER, TACOS, MAIL])
    assert field(inspector, "text", TextEditor).text.placeholderText() == "—"
    box = field(inspector, "channel", ChoiceEditor).box
    assert box.currentIndex() == -1
    assert field(inspector, "moment_of_truth", SwitchEditor).switch.mixed
    choose(qtbot, field(inspector, "channel", ChoiceEditor), "Event")
    assert {card(session, key).channel for key in (WAITER, TACOS, MAIL)} == {"event"}
    inspector.commit()
    assert card(session, TACOS).text == "The tacos"
    session.undo()
    assert card(session, MAIL).channel == "email"


def test_cards_of_different_kinds_share_their_common_fields(inspector: Inspector, session: Session) -> None:
    pain = next(one for one in session.document.cards(session.map_id) if one.kind == "pain")
    session.select([WAITER, pain.id])
    assert "evidence.source" in form(inspector).editors
    assert "channel" not in form(inspector).editors


def test_fields_follow_the_document_but_not_over_what_is_typed(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    session.select(WAITER)
    text = field(inspector, "says", TextEditor).text
    text.selectAll()
    qtbot.keyClicks(text, "Typing")
    cursor = text.textCursor().position()
    session.perform("Rename", lambda document: set_fields(document, WAITER, text="Another title"))
    assert field(inspector, "text", TextEditor).text.toPlainText() == "Another title"
    assert text.toPlainText() == "Typing"
    assert text.textCursor().position() == cursor


def test_a_card_that_changes_its_kind_gets_other_fields(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    choose(qtbot, field(inspector, "kind", ChoiceEditor), "Pain point")
    assert tab(inspector) == "Pain point"
    assert "severity" in form(inspector).editors
    session.undo()
    assert tab(inspector) == "Touchpoint"


def test_a_lane_with_cards_keeps_its_kind_and_says_why(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    session.select("vlt-lane-pains")
    editor = field(inspector, "kind", ChoiceEditor)
    before, kind = session.document, editor.box.currentText()
    choose(qtbot, editor, "Divider")
    assert session.document is before
    assert editor.box.currentText() == kind
    assert len(told) == 1
    assert "holds no cards" in told[0]


def test_a_new_department_is_added_and_taken_in_one_edit(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    editor = field(inspector, "department", DepartmentEditor)
    assert editor.box.currentText() == "Restaurant floor"
    choose(qtbot, editor, "New department…")
    assert QApplication.focusWidget() is editor.name
    qtbot.keyClicks(editor.name, "Bar & terrace")
    qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    names = {one.id: one.name for one in session.document.departments}
    assert names[card(session).department] == "Bar & terrace"
    assert editor.box.currentText() == "Bar & terrace"
    session.undo()
    assert "Bar & terrace" not in [one.name for one in session.document.departments]
    assert card(session).department == "vlt-dep-floor"


def test_an_emotion_of_the_step_is_selected_and_rated(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    rows = field(inspector, "step", EmotionRows).rows()
    assert [row.content.text for row in rows] == ["Irritated", "Unsure"]
    assert rows[0].content.value == "−1.5"
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    key = emotion_id(MARTA, ORDERS)
    assert session.selection.ids == (key,)
    assert tab(inspector) == "Emotion"
    slider = field(inspector, "score", ScoreEditor).slider
    qtbot.keyClick(slider, Qt.Key.Key_5)
    assert at(session, key, Emotion).score == 2
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert at(session, key, Emotion).score == 1.9
    qtbot.keyClick(slider, Qt.Key.Key_Delete)
    assert at(session, key, Emotion).score is None
    session.undo()
    assert at(session, key, Emotion).score == -1.5


def test_the_score_is_dragged_and_sticks_to_the_levels(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    key = emotion_id(MARTA, ORDERS)
    session.select(key)
    slider = field(inspector, "score", ScoreEditor).slider
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.x_of(0.5)), 40))
    assert at(session, key, Emotion).score == 0.5
    qtbot.mouseMove(slider, QPoint(round(slider.x_of(1.05)), 40))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.x_of(1.05)), 40))
    assert at(session, key, Emotion).score == 1
    session.undo()
    assert at(session, key, Emotion).score == -1.5
    for shift, score in ((Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ShiftModifier, 1.1)):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, shift, QPoint(round(slider.x_of(1.12)), 40))
        assert at(session, key, Emotion).score == score  # as near as on the map


def test_a_feeling_that_nobody_noted_yet_can_be_rated(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    key = emotion_id(MARTA, ORDERS)
    session.perform("Remove", lambda document: remove(document, [key]))
    session.select(WAITER)
    qtbot.mouseClick(field(inspector, "step", EmotionRows).rows()[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(field(inspector, "score", ScoreEditor).slider, Qt.Key.Key_1)
    assert at(session, key, Emotion).score == -2


def test_a_colour_is_chosen_and_taken_away(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    lane = "vlt-lane-pains"
    session.select(lane)
    editor = field(inspector, "color", ColorEditor)
    qtbot.mouseClick(editor.swatch, Qt.MouseButton.LeftButton)
    palette = editor.palette_shown
    assert palette is not None
    first = palette.findChildren(Swatch)[0]
    chosen = first.color
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert at(session, lane, Lane).color == chosen
    qtbot.mouseClick(editor.swatch, Qt.MouseButton.LeftButton)
    again = editor.palette_shown
    assert again is not None
    again.line.selectAll()
    qtbot.keyClicks(again.line, "#12aB34")
    qtbot.keyClick(again.line, Qt.Key.Key_Return)
    assert at(session, lane, Lane).color == "#12ab34"


def test_lists_hold_one_item_a_line(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(JORIS)
    editor = inspector.persona_page.form.editors["goals"]
    assert isinstance(editor, TextEditor)
    editor.text.selectAll()
    qtbot.keyClicks(editor.text, "Eat")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.text, "Pay little ")
    inspector.commit()
    assert at(session, JORIS, Persona).goals == ("Eat", "Pay little")
    assert editor.text.toPlainText() == "Eat\nPay little"


def photo_of(inspector: Inspector) -> PictureEditor:
    editor = inspector.persona_page.form.editors["photo"]
    assert isinstance(editor, PictureEditor)
    return editor


def test_a_photo_is_chosen_and_taken_away(qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path) -> None:
    file = tmp_path / "me.png"
    Image.new("RGB", (30, 40), "#ff0000").save(file)
    session.select(JORIS)
    editor = photo_of(inspector)
    assert not editor.remove.isEnabled()
    editor.ask = lambda: str(file)
    qtbot.mouseClick(editor.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at(session, JORIS, Persona).photo != "")
    asset = at(session, at(session, JORIS, Persona).photo, Asset)
    assert asset.type == "image/png"
    assert asset.id.startswith("sha256-")
    assert editor.view.grab().toImage().pixelColor(22, 22).name() == "#ff0000"
    qtbot.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    assert at(session, JORIS, Persona).photo == ""
    session.undo()
    session.undo()
    assert asset.id not in session.document


def test_a_see_through_picture_is_white_where_the_sheet_would_be(
    qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path
) -> None:
    session.select(JORIS)
    editor = photo_of(inspector)
    for name, color, shown in (("clear", (0, 0, 0, 0), "#ffffff"), ("half", (255, 0, 0, 51), "#ffcccc")):
        path = tmp_path / f"{name}.png"
        Image.new("RGBA", (30, 30), color).save(path)
        editor.ask = lambda path=path: str(path)
        before = at(session, JORIS, Persona).photo
        qtbot.mouseClick(editor.choose, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda before=before: at(session, JORIS, Persona).photo != before)
        assert editor.view.grab().toImage().pixelColor(22, 22).name() == shown


def test_what_is_no_picture_is_refused_with_a_sentence(
    qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path
) -> None:
    told: list[str] = []
    session.told.connect(told.append)
    session.select(JORIS)
    editor = photo_of(inspector)
    (tmp_path / "text.png").write_text("<b>")
    for path, words in (
        (tmp_path / "text.png", "not a picture"),
        (tmp_path / "gone.png", "gone.png: This file could not be"),
    ):
        editor.ask = lambda path=path: str(path)
        with qtbot.waitSignal(session.told):
            qtbot.mouseClick(editor.choose, Qt.MouseButton.LeftButton)
        assert words in told[-1]
    assert session.undo_name == ""


def test_a_persona_leaves_the_map_with_its_emotions(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    editor = inspector.map_page.form.editors["personas"]
    assert isinstance(editor, ChecksEditor)
    qtbot.mouseClick(editor.rows()[JORIS], Qt.MouseButton.LeftButton)
    assert at(session, session.map_id, Map).personas == (MARTA,)
    assert not [one for one in session.document.emotions(session.map_id) if one.persona == JORIS]
    session.undo()
    assert editor.rows()[JORIS].isChecked()


def test_the_map_and_the_project_have_fields(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    title = inspector.map_page.project_form.editors["title"]
    assert isinstance(title, LineEditor)
    title.line.selectAll()
    qtbot.keyClicks(title.line, "Tacos & co")
    qtbot.keyClick(title.line, Qt.Key.Key_Return)
    assert at(session, session.document.root, Project).title == "Tacos & co"
    session.show_map("vlt-map-future")
    shown = inspector.map_page.form.editors["title"]
    assert isinstance(shown, TextEditor)
    assert shown.text.toPlainText() == "Friday dinner without the wait"


def test_lanes_and_stages_have_switches(inspector: Inspector, session: Session) -> None:
    session.select("vlt-lane-pains")
    assert {"hidden", "collapsed", "pinned"} <= set(form(inspector).editors)
    stage = next(one.id for one in session.document.stages(session.map_id))
    session.select(stage)
    form(inspector).editors["collapsed"].edited.emit(True)
    collapsed = session.document.get(stage, Stage)
    assert collapsed is not None
    assert collapsed.collapsed


def test_a_step_has_a_width_or_none(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    session.select(ORDERS)
    line = field(inspector, "width", LineEditor).line
    qtbot.keyClicks(line, "140")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert at(session, ORDERS, Step).width == 140


def test_insights_select_what_they_are_about_and_stay(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    inspector.show_tab(INSIGHTS)
    qtbot.waitUntil(lambda: bool(inspector.insights.rows()))
    rows = inspector.insights.rows()
    texts = [(row.content.text, row.content.value) for row in rows]
    assert ("Queue in the doorway, no host", "") in texts
    assert ("Waiter takes the order", "NPS −18") in texts
    assert ("Orders", "−1.5") in texts
    row = next(one for one in rows if one.content.text.startswith("Queue"))
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    (chosen,) = session.selected()
    assert isinstance(chosen, Card)
    assert chosen.kind == "pain"
    assert inspector.tabs.currentIndex() == INSIGHTS


def test_insights_follow_the_document(qtbot: QtBot, inspector: Inspector, session: Session) -> None:
    inspector.show_tab(INSIGHTS)
    session.perform("Remove", lambda document: remove(document, [WAITER]))
    qtbot.waitUntil(lambda: "Waiter takes the order" not in [row.content.text for row in inspector.insights.rows()])


def test_what_goes_away_leaves_the_inspector(inspector: Inspector, session: Session) -> None:
    session.select(WAITER)
    session.perform("Delete", lambda document: remove(document, [WAITER]))
    assert tab(inspector) == "Map"
    session.select(JORIS)
    session.perform("Delete", lambda document: remove(document, [JORIS]))
    inspector.show_tab(PERSONA)
    name = inspector.persona_page.form.editors["name"]
    assert isinstance(name, LineEditor)
    assert name.line.text() == "Loyal Marta"


def test_an_empty_project_has_an_inspector_too(qtbot: QtBot) -> None:
    empty = Session(Document([Project.new(id="project", title="Nothing")]))
    inspector = on_screen(qtbot, Inspector(empty))
    assert inspector.tabs.currentIndex() == MAP
    inspector.show_tab(PERSONA)
    inspector.show_tab(INSIGHTS)
    assert not inspector.insights.rows()


def test_text_that_looks_like_markup_is_shown_as_typed(inspector: Inspector, session: Session) -> None:
    session.perform("Rename", lambda document: set_fields(document, MARTA, name="<b>R&D</b>"))
    session.select(emotion_id(MARTA, ORDERS))
    about = inspector.selection_page._about
    assert about.text() == "<b>R&D</b> · Orders"
    assert about.textFormat() == Qt.TextFormat.PlainText
