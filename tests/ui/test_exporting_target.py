"""The file that the export dialog names: proposed or one's own, and written over only when that was said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxdesigner.paper import SHEET
from tests.ui.asker import Asker, Chosen
from tests.ui.hand import PLATFORM, Key

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


def test_presets_do_not_write_the_same_file(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    asker.take("For the client")
    assert dialog.path.text() == str(tmp_path / "small – For the client.pdf")
    asker.choose("page", "A5")  # still for the client
    assert dialog.path.text() == str(tmp_path / "small – For the client.pdf")
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(tmp_path / "small – For the client.pdf")
    dialog = asker.open()
    assert dialog.path.text() == str(tmp_path / "small – For the client.pdf")
    asker.take("A4 handout")
    assert dialog.path.text() == str(tmp_path / "small – A4 handout.pdf")
    asker.choose("page", SHEET)
    assert dialog.path.text() == str(tmp_path / "small.pdf")


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
        ("", "Say what the file is to be called."),
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
