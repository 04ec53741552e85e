"""The file that the export dialog names: proposed or one's own, and written over only when that was said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.paper import SHEET
from cxdesigner.ui.dialogs.export_controls import ManyControl
from tests.model.builders import journey
from tests.ui.asker import Asker, Chosen
from tests.ui.hand import PLATFORM, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_a_file_that_is_there_is_replaced_only_when_that_was_said(asker: Asker, tmp_path: Path) -> None:
    out = tmp_path / "small.pdf"
    out.write_bytes(b"old")
    dialog = asker.open()
    QTest.keyClick(dialog.export, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.reason.text() == "small.pdf is there already: replace it, or choose another name."
    assert dialog.export.text() == "Replace"
    assert out.read_bytes() == b"old"
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(out)
    assert out.read_bytes().startswith(b"%PDF")
    written = out.stat().st_mtime_ns
    dialog = asker.open()  # what was made here is made anew without a question
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(out)
    assert out.stat().st_mtime_ns > written


def test_the_name_says_what_is_set(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    names = {
        ("take", "For the client"): "small – For the client.pdf",
        ("page", "A5"): "small – A5, For the client.pdf",
        ("take", "A4 handout"): "small – A4 handout.pdf",
        ("page", SHEET): "small.pdf",
        ("page", "A2"): "small – A2.pdf",
        ("take", "A3 for the meeting"): "small – A3 for the meeting.pdf",
        ("kind", "svg"): "small.svg",
    }
    for (field, value), name in names.items():
        asker.take(value) if field == "take" else asker.choose(field, value)
        assert dialog.path.text() == str(tmp_path / name)


def test_a_file_with_names_in_it_is_not_called_for_the_client(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    asker.take("For the client")
    control = dialog.form.controls["without"]
    assert isinstance(control, ManyControl)
    dialog.form.ensureWidgetVisible(control)
    for name in ("quotes", "names", "authors"):
        asker.click(control.boxes[name])
    assert dialog.presets.box.currentIndex() == -1
    assert dialog.path.text() == str(tmp_path / "small.pdf")
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(tmp_path / "small.pdf")
    assert asker.open().path.text() == str(tmp_path / "small.pdf")


def test_nobody_who_is_left_out_is_in_the_name(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    document = journey("A: a1", "actions", personas="Marta")
    titled = {document.maps[0].id: {"title": "The day of Marta"}}
    records = [record.with_(**titled.get(key, {})) for key, record in document.records.items()]
    asker = Asker(start(Document(records)), qtbot)
    dialog = asker.open()
    assert dialog.path.text() == str(tmp_path / "The day of Marta.pdf")
    asker.take("For the client")
    assert dialog.path.text() == str(tmp_path / "The day of Persona 1 – For the client.pdf")


def typed(asker: Asker, text: str) -> None:
    """Have the field say this, as somebody types it who selects all first."""
    field = asker.dialog.path
    asker.click(field)
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClicks(field, text)


def test_a_name_of_ones_own_stays_until_it_is_emptied(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    typed(asker, "mine")
    asker.take("A4 handout")
    assert Path(dialog.path.text()).stem == "mine"
    typed(asker, "")
    proposed = str(tmp_path / "small – A4 handout.pdf")
    assert (dialog.path.text(), dialog.path.placeholderText()) == ("", proposed)  # to type into
    assert dialog.export.isEnabled()
    asker.take("A3 for the meeting")
    assert dialog.path.text() == str(tmp_path / "small – A3 for the meeting.pdf")
    typed(asker, "")
    QTest.keyClick(dialog.path, Key.Key_Tab)
    assert dialog.path.text() == str(tmp_path / "small – A3 for the meeting.pdf")
    typed(asker, "")
    QTest.keyClick(dialog.path, Key.Key_Return)
    asker.exported(tmp_path / "small – A3 for the meeting.pdf")
    assert list(tmp_path.glob("*.pdf")) == [tmp_path / "small – A3 for the meeting.pdf"]


def test_a_way_by_other_folders_is_shown_as_where_it_leads(asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    dialog = asker.open()
    typed(asker, f"{tmp_path}/in/../mine")
    QTest.keyClick(dialog.path, Key.Key_Tab)
    assert dialog.path.text() == str(tmp_path / "mine.pdf")


def test_a_preset_that_is_saved_writes_over_no_other_file(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    asker.take("A4 handout")
    QTest.keyClick(dialog.export, Key.Key_Return)
    first, second = tmp_path / "small – A4 handout.pdf", tmp_path / "small – Second.pdf"
    asker.written(first)
    before = first.read_bytes()
    asker.take("A3 for the meeting")
    asker.take("A4 handout")
    control = dialog.form.controls["without"]
    assert isinstance(control, ManyControl)
    dialog.form.ensureWidgetVisible(control)
    for name in ("quotes", "names"):
        asker.click(control.boxes[name])
    asker.click(dialog.presets.save)
    QTest.keyClicks(QApplication.focusWidget(), "Second")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.path.text() == str(second)
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(second)
    assert first.read_bytes() == before


def test_a_question_is_about_what_was_set_when_it_was_asked(asker: Asker, tmp_path: Path) -> None:
    out = tmp_path / "mine.pdf"
    out.write_bytes(b"old")
    dialog = asker.open()
    typed(asker, "mine")

    def ask() -> None:
        QTest.keyClick(dialog.export, Key.Key_Return)
        assert dialog.export.text() == "Replace"

    ask()
    asker.take("A4 handout")
    assert dialog.export.text() == "Export"
    ask()
    asker.click(dialog.presets.save)
    QTest.keyClicks(QApplication.focusWidget(), "Second")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.export.text() == "Export"
    ask()
    asker.hand.session.show(comments=True)  # on the canvas, by which they are in the file too
    assert dialog.export.text() == "Export"
    ask()
    assert out.read_bytes() == b"old"


def test_other_options_ask_before_they_replace_what_was_exported(asker: Asker, tmp_path: Path) -> None:
    out = tmp_path / "mine.pdf"
    dialog = asker.open()
    asker.take("For the client")
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, "mine")
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(out)
    written = out.read_bytes()
    dialog = asker.open()
    asker.take("A4 handout")
    assert dialog.path.text() == str(out)
    QTest.keyClick(dialog.export, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.export.text() == "Replace"
    assert out.read_bytes() == written


def test_a_file_is_chosen_in_the_dialog_of_the_system(asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(b"old")
    asker.hand.window.application._dialogs = Chosen(tmp_path / "old.pdf")
    dialog = asker.open()
    asker.click(dialog.browse)
    assert dialog.path.text() == str(tmp_path / "old.pdf")
    QTest.keyClick(dialog.export, Key.Key_Return)  # the other dialog has asked whether it may be replaced
    asker.exported(tmp_path / "old.pdf")
    assert (tmp_path / "old.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/", "Say what the file is to be called."),
        ("/nowhere/x.pdf", "There is no folder “/nowhere”."),
        ("~nobody-here/x.pdf", "There is no folder “{folder}/~nobody-here”."),
        (f"{'x' * 300}/x.pdf", f"There is no folder “{{folder}}/{'x' * 300}”."),
    ],
)
def test_a_name_that_cannot_be_is_told(asker: Asker, tmp_path: Path, typed: str, sentence: str) -> None:
    dialog = asker.open()
    dialog.path.setFocus()
    dialog.path.selectAll()
    QTest.keyClick(dialog.path, Key.Key_Delete)
    QTest.keyClicks(dialog.path, typed)
    assert dialog.reason.text() == sentence.format(folder=tmp_path)
    assert not dialog.export.isEnabled()
    asker.click(dialog.browse)  # which finds a place to begin whatever was typed
    assert not dialog.export.isEnabled()


def test_the_question_stays_while_pages_are_drawn_anew(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"old")
    dialog = asker.open()
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, "mine")
    asker.choose("page", "A4")
    QTest.keyClick(dialog.export, Key.Key_Return)  # sooner than the pages
    assert dialog.export.text() == "Replace"
    asker.pages()
    assert dialog.export.text() == "Replace"
    assert dialog.reason.text() == "mine.pdf is there already: replace it, or choose another name."
    QTest.keyClicks(dialog.path, "2")
    assert (dialog.export.text(), dialog.reason.text()) == ("Export", "")
    assert (tmp_path / "mine.pdf").read_bytes() == b"old"
