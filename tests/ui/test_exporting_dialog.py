"""The export dialog: pages as they will be, what is wrong with them, and a file, with the mouse or without."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QListWidgetItem, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.export.presets import OURS, Presets
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.paper import POINT, SHEET, SIZES
from cxdesigner.progress import Progress
from cxdesigner.ui.dialogs.export_controls import ChoiceControl, ManyControl, NumberControl
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from cxdesigner.ui.dialogs.export_presets import NAMES
from cxdesigner.ui.dialogs.export_rows import FADED, MAPS, OWN, ROWS
from cxdesigner.ui.panels.controls import CheckRow
from tests.model.builders import journey
from tests.ui.hand import CTRL, PLATFORM, SHIFT, Answers, Hand, Key, Start
from tests.ui.marked import content_of, unmarked

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


class Chosen(Answers):
    """Chooses a path wherever one is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        return self.path


class Asker:
    """Somebody at the dialog of a window."""

    def __init__(self, hand: Hand, qtbot: QtBot) -> None:
        self.hand, self._qtbot = hand, qtbot

    def open(self) -> ExportDialog:
        """Press Ctrl+E and wait for the pages."""
        self.hand.key(Key.Key_E, CTRL)
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
        self.pages()
        return self.dialog

    def leave(self) -> None:
        """Press Escape, and go back to the window."""
        QTest.keyClick(self.dialog, Key.Key_Escape)
        self._qtbot.waitUntil(lambda: not self.hand.window.application._exporting._dialogs)
        self._qtbot.waitUntil(lambda: self.hand.window.activateWindow() or self.hand.window.isActiveWindow())

    @property
    def dialog(self) -> ExportDialog:
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, ExportDialog)
        return dialog

    def pages(self) -> None:
        """Wait until the pages are as they are set."""
        dialog = self.dialog
        self._qtbot.waitUntil(lambda: self.is_settled(dialog), timeout=60_000)

    @staticmethod
    def is_settled(dialog: ExportDialog) -> bool:
        return bool(dialog.job.pages) and not dialog._soon.isActive() and not dialog.job.is_composing

    def choose(self, field: str, value: Any) -> None:
        """Choose from a list with the keys, as from the list that is open."""
        control = self.dialog.form.controls[field]
        assert isinstance(control, ChoiceControl)
        box = control.box
        box.setFocus()
        wanted = box.findData(value)
        while box.currentIndex() != wanted:
            QTest.keyClick(box, Key.Key_Down if box.currentIndex() < wanted else Key.Key_Up)

    def take(self, preset: str) -> None:
        """Choose a preset by its name."""
        box = self.dialog.presets.box
        box.setCurrentIndex(box.findText(preset))
        box.activated.emit(box.currentIndex())

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def written(self, path: Path) -> None:
        """Wait for a file."""
        self._qtbot.waitUntil(
            lambda: path.exists() and not self.hand.window.application._exporting.is_busy, timeout=60_000
        )

    def exported(self, path: Path) -> None:
        """Wait for a file, and close the dialog if it is open."""
        self.written(path)
        if self.hand.window.application._exporting._dialogs:
            self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
            self.leave()


@pytest.fixture
def asker(start: Start, qtbot: QtBot) -> Asker:
    return Asker(start(), qtbot)


def sizes(asker: Asker) -> list[tuple[int, int]]:
    return [(round(page.width * POINT), round(page.height * POINT)) for page in asker.dialog.job.pages]


def test_pages_are_shown_as_they_will_be_and_enter_exports_them(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asker.open()
    assert dialog.path.text() == str(tmp_path / "small.pdf")
    asker.choose("page", "A3")
    asker.pages()
    assert sizes(asker) == [(297, 420)]
    assert dialog.pages.size_label.text() == "297 × 420 mm"
    qtbot.waitUntil(lambda: dialog.pages.view.is_drawn, timeout=60_000)
    picture = dialog.pages.view.picture
    assert picture is not None
    assert len({picture.toImage().pixel(x, picture.height() // 2) for x in range(picture.width())}) > 1
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(tmp_path / "small – A3 for the meeting.pdf")
    (page,) = PdfReader(tmp_path / "small – A3 for the meeting.pdf").pages
    assert [round(float(side) * POINT) for side in page.mediabox[2:]] == [297, 420]


def test_what_is_wrong_is_listed_and_a_click_selects_it(start: Start, qtbot: QtBot) -> None:
    document = journey("A: a1 | B: b1", "actions", cards={"actions a1": "one"})
    document = Document(
        record.with_(text="Ogham ᚠ and \ue123") if isinstance(record, Card) else record
        for record in document.records.values()
    )
    asker = Asker(start(document), qtbot)
    dialog = asker.open()
    asker.choose("page", "A5")
    asker.pages()
    texts = dialog.findings.texts()
    assert any("\ue123" in text for text in texts)
    assert "The stage “B” has no cards." in texts
    assert any(text.startswith("Capitals of the smallest text are ") for text in texts)
    assert "1 page of 210 × 148 mm" in texts
    for about, key in (("“B”", "B"), ("\ue123", "one")):
        button = next(one for one in dialog.findings.findChildren(QPushButton) if about in one.accessibleName())
        asker.click(button)
        assert asker.hand.ids == (key,)
        qtbot.waitUntil(lambda: len(dialog.pages.view._marks) == 1)


def test_what_cannot_be_is_told_beside_it(asker: Asker) -> None:
    dialog = asker.open()
    asker.choose("page", "\x1fown")
    QTest.keyClicks(QApplication.focusWidget(), "50x90")
    label = dialog.form._wrong["page"]
    assert label.isVisible()
    assert label.text().startswith("There is no paper “50x90”")
    assert not dialog.export.isEnabled()
    assert dialog.reason.text() == label.text()
    QTest.keyClicks(QApplication.focusWidget(), "0mm")
    assert not label.isVisible()
    assert dialog.export.isEnabled()
    asker.pages()
    assert sizes(asker) == [(50, 900)]


def test_margins_that_leave_too_little_are_told_beside_them(asker: Asker) -> None:
    dialog = asker.open()
    asker.choose("page", "A5")
    control = dialog.form.controls["margin"]
    assert isinstance(control, NumberControl)
    control.field.selectAll()
    QTest.keyClicks(control.field, "70")
    label = dialog.form._wrong["margin"]
    assert label.isVisible()
    assert label.text().endswith("at most 59 mm can be had there.")
    assert not dialog.export.isEnabled()


def test_too_many_sheets_are_told_in_the_place_of_the_pages(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    asker.choose("poster", OWN)
    QTest.keyClicks(QApplication.focusWidget(), "30000x30000mm")
    asker.choose("on", "A4")
    qtbot.waitUntil(lambda: "2,000 can be made" in dialog.reason.text(), timeout=60_000)
    assert dialog.pages.view._sentence == dialog.reason.text()
    assert not dialog.export.isEnabled()
    asker.choose("poster", "A0")
    asker.pages()
    assert dialog.export.isEnabled()


def test_the_smallest_text_is_shown_at_one_place(asker: Asker) -> None:
    dialog = asker.open()
    line = next(one for one in dialog.findings.findChildren(QPushButton) if "smallest text" in one.accessibleName())
    asker.click(line)
    assert len(asker.hand.ids) == 1


def test_a_width_that_was_not_typed_yet_is_no_mistake(asker: Asker) -> None:
    dialog = asker.open()
    asker.choose("kind", "png")
    asker.choose("width", OWN)
    assert not dialog.form._wrong["width"].isVisible()
    assert not dialog.export.isEnabled()
    assert dialog.reason.text() == "Type a value for “Width”."
    QTest.keyClicks(QApplication.focusWidget(), "800")
    assert dialog.export.isEnabled()
    assert not dialog.reason.isVisible()


@pytest.mark.parametrize("kind", ["pdf", "png", "svg"])
def test_no_text_of_a_row_is_cut_off(asker: Asker, kind: str) -> None:
    dialog = asker.open()
    asker.choose("kind", kind)
    labels = [label for label in dialog.form.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
    assert [label.text() for label in labels if label.sizeHint().width() > label.width()] == []


def test_what_is_left_out_says_what_it_covers(asker: Asker) -> None:
    control = asker.open().form.controls["without"]
    assert isinstance(control, ManyControl)
    assert list(control.boxes) == list(SECRETS)
    assert "points" in control.boxes["quotes"].toolTip()
    assert len({box.toolTip() for box in control.boxes.values()} - {""}) == len(SECRETS)


def test_what_personas_keep_without_their_names_is_read_without_a_tooltip(asker: Asker) -> None:
    dialog = asker.open()
    control = dialog.form.controls["without"]
    assert isinstance(control, ManyControl)
    note = control.notes["names"]
    assert not note.isVisible()
    dialog.form.ensureWidgetVisible(control)
    asker.click(control.boxes["names"])
    assert note.isVisible()
    assert note.text() == "Personas keep age, place and occupation."
    asker.click(control.boxes["names"])
    assert not note.isVisible()
    asker.take("For the client")
    assert note.isVisible()


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


def test_what_was_set_is_remembered_and_done_again_without_a_dialog(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asker.open()
    asker.choose("page", "A4")
    asker.choose("orientation", "portrait")
    dialog.path.setFocus()
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, "handout")
    QTest.keyClick(dialog.path, Key.Key_Return)
    out = tmp_path / "handout.pdf"
    asker.exported(out)
    out.unlink()
    asker.hand.key(Key.Key_E, CTRL | SHIFT)
    asker.exported(out)
    assert [round(float(side) * POINT) for side in PdfReader(out).pages[0].mediabox[2:]] == [210, 297]
    dialog = asker.open()
    assert dialog.path.text() == str(out)
    assert dialog.form.values["page"] == "A4"
    assert dialog.form.values["orientation"] == "portrait"


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


def test_again_does_what_was_cancelled(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    QTest.keyClick(asker.open().export, Key.Key_Return)
    first, second = tmp_path / "small.pdf", tmp_path / "small – A4 handout.pdf"
    asker.exported(first)
    written = first.stat().st_mtime_ns
    asker.open()
    asker.take("A4 handout")
    QTest.keyClick(asker.dialog.export, Key.Key_Return)
    exporting = asker.hand.window.application._exporting
    (job,) = exporting._jobs
    with qtbot.waitSignal(job.cancelled, timeout=60_000):
        job.cancel()
    assert not second.exists()
    assert asker.dialog.reason.text() == "The export was cancelled."
    asker.leave()
    asker.hand.key(Key.Key_E, CTRL | SHIFT)
    asker.exported(second)
    assert first.stat().st_mtime_ns == written


def test_presets_are_kept_under_a_name_chosen_and_forgotten(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    asker.choose("page", "A2")
    presets = dialog.presets
    assert presets.box.currentIndex() == -1
    asker.click(presets.save)
    QTest.keyClicks(QApplication.focusWidget(), "Wall")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert Presets(tmp_path / "config").own() == {"Wall": ("--page=A2",)}
    assert presets.box.currentText() == "Wall"
    assert dialog.isVisible()
    presets.box.setCurrentIndex(presets.box.findText("A3 for the meeting"))
    presets.box.activated.emit(presets.box.currentIndex())
    asker.pages()
    assert sizes(asker) == [(297, 420)]
    presets.box.setCurrentIndex(presets.box.findText("Wall"))
    presets.box.activated.emit(presets.box.currentIndex())
    assert dialog.form.values["page"] == "A2"
    asker.click(presets.remove)
    assert Presets(tmp_path / "config").own() == {}
    assert presets.box.findText("Wall") == -1


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


def test_pages_come_again_after_their_process_has_ended(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    process = dialog.job._process
    assert process is not None
    process.kill()
    qtbot.waitUntil(lambda: dialog.job._process is None)
    assert dialog.export.isEnabled()
    asker.choose("page", "A4")
    qtbot.waitUntil(lambda: dialog.job._process is not None and asker.is_settled(dialog), timeout=60_000)
    assert sizes(asker) == [(210, 297)]


def test_pages_that_are_refused_leave_none_of_those_before(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    with qtbot.waitSignal(dialog.job.refused, timeout=60_000):
        dialog.job.compose(asker.hand.document, ["gone"], ExportOptions())
    assert dialog.job.pages == ()
    assert dialog.pages.size_label.text() == ""
    assert not any(button.isVisible() for button in dialog.pages._zooms)
    refusal = dialog.reason.text()
    assert refusal != ""
    QTest.keyClicks(dialog.path, "x")  # another name is no help against that
    assert dialog.reason.text() == refusal
    assert not dialog.export.isEnabled()
    asker.choose("page", "A4")
    asker.pages()
    assert dialog.reason.text() == ""
    assert dialog.export.isEnabled()


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


def test_what_a_finding_is_about_stays_marked_on_the_pages_of_all_maps(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    asker = Asker(hand, qtbot)
    dialog = asker.open()
    asker.choose(MAPS, "all")
    asker.pages()
    other = hand.document.maps[1]
    card = hand.document.cards(other.id)[0]
    dialog.findings.chosen.emit((card.id, "gone"))
    assert (hand.session.map_id, hand.ids) == (other.id, (card.id,))
    qtbot.waitUntil(lambda: len(dialog.pages.view._marks) == 1, timeout=60_000)
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    asker.pages()
    assert len(dialog.pages.view._marks) == 1
    dialog.findings.chosen.emit(("gone",))
    assert hand.ids == ()


def test_a_dialog_that_is_closed_at_once_draws_nothing(hand: Hand, qtbot: QtBot) -> None:
    hand.key(Key.Key_E, CTRL)
    dialog = hand.window.application._exporting._dialogs[hand.window]
    QTest.keyClick(dialog.export, Key.Key_Escape)
    dialog.compose()
    assert dialog.job._process is None
    with qtbot.waitSignal(dialog.destroyed):
        pass


def test_with_the_window_go_its_dialog_and_the_process_that_draws(asker: Asker, qtbot: QtBot) -> None:
    dialog, window = asker.open(), asker.hand.window
    process = dialog.job._process
    assert process is not None
    with qtbot.waitSignals([dialog.destroyed, window.destroyed]):
        window.close()
        assert process.state() == QProcess.ProcessState.NotRunning
    assert window.application._exporting._dialogs == {}


def test_what_is_still_being_typed_on_the_canvas_is_exported(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asker.open()
    hand = asker.hand
    qtbot.waitUntil(lambda: hand.window.activateWindow() or hand.window.isActiveWindow())
    hand.click(hand.in_cell("actions", "b2"))
    hand.type("zanzibar")
    qtbot.waitUntil(lambda: dialog.activateWindow() or dialog.isActiveWindow())
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(tmp_path / "small.pdf")
    assert "zanzibar" in PdfReader(tmp_path / "small.pdf").pages[0].extract_text()


def test_numbers_are_written_as_the_country_of_the_reader_does(asker: Asker) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        control = asker.open().form.controls["scale"]
        assert isinstance(control, NumberControl)
        control.set_value(1.333)
        assert (control.field.text(), control.value) == ("1,333", 1.333)
        control.set_value(1500)
        assert (control.field.text(), control.value) == ("1500", 1500)
    finally:
        QLocale.setDefault(before)


def test_every_option_has_a_row() -> None:
    shown = {"persona", "only"}  # as on the canvas
    assert {row.field for row in ROWS} - {MAPS, FADED} == {field.name for field in fields(ExportOptions)} - shown
    for row in ROWS:
        default = getattr(ExportOptions(), row.field, None)
        assert row.control != "choice" or row.field == MAPS or default in [value for value, _ in row.choices]


@pytest.mark.parametrize("name", OURS)
def test_every_preset_of_the_program_has_a_name_and_can_be_chosen(asker: Asker, name: str) -> None:
    dialog = asker.open()
    dialog.presets.box.setCurrentIndex(list(OURS).index(name))
    dialog.presets.box.activated.emit(dialog.presets.box.currentIndex())
    asker.pages()
    assert name in NAMES
    assert dialog.presets.box.currentText() == NAMES[name]
    assert dialog.export.isEnabled()


def test_a_report_tells_how_far_it_is(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    exporting, drawn = hand.window.application._exporting, []
    job = exporting.start(hand.window, hand.session, tmp_path / "x.pdf", ExportOptions(report=True, page="A4"))
    job.progressed.connect(lambda: drawn.append((job.progress, hand.window.bench.status.message.text())))
    with qtbot.waitSignal(job.exported, timeout=60_000):
        pass
    count = len(PdfReader(tmp_path / "x.pdf").pages)
    progress, said = drawn[-1]
    assert progress == Progress("draw", count, count)
    assert said.startswith(f"Exporting x.pdf … page {count} of {count}")


def test_text_is_shown_as_text(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asker.open()
    asker.choose("kind", "md")
    qtbot.waitUntil(dialog.pages.text.isVisible, timeout=60_000)
    assert "long enough to stand in more than a single line" in dialog.pages.text.toPlainText()
    QTest.keyClick(dialog.form.controls["kind"].focusProxy(), Key.Key_Return)
    asker.exported(tmp_path / "small.md")
    assert (tmp_path / "small.md").read_text("utf-8") != ""


@pytest.mark.usefixtures("backwards")
def test_all_of_it_is_translated(start: Start, qtbot: QtBot) -> None:
    asker = Asker(start(), qtbot)
    dialog = asker.open()
    content = [*content_of(asker.hand), *SIZES, "small.pdf", dialog.path.text()]
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    texts += [button.text() for button in dialog.findChildren(QAbstractButton)]
    texts += [row.label() for row in dialog.findChildren(CheckRow)]
    texts += [box.itemText(at) for box in dialog.findChildren(QComboBox) for at in range(box.count())]
    texts += [part.accessibleName() for part in dialog.findChildren(QWidget)]
    assert [text for text in texts if unmarked(text, content)] == []


def test_the_canvas_stays_alive_and_what_is_edited_is_on_the_pages(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    before = sizes(asker)
    hand = asker.hand
    qtbot.waitUntil(lambda: hand.window.activateWindow() or hand.window.isActiveWindow())
    hand.click(hand.in_cell("actions", "b2"))
    for _ in range(8):
        hand.type("a new line of text")
        hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    qtbot.waitUntil(lambda: asker.is_settled(dialog), timeout=60_000)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.job.pages[0].height * POINT > before[0][1] + 10)


def test_f6_walks_the_parts_and_escape_leaves(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    seen = []
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_F6)
        seen.append(dialog.focusWidget())
    assert dialog.presets.isAncestorOf(seen[0])
    assert dialog.form.isAncestorOf(seen[1])
    assert seen[2] is dialog.pages.view
    QTest.keyClick(seen[2], Key.Key_Escape)
    qtbot.waitUntil(lambda: not isinstance(QApplication.activeWindow(), ExportDialog))
    assert asker.hand.window.application._exporting._dialogs == {}


def test_a_project_that_was_never_exported_is_on_the_paper_that_somebody_prefers(asker: Asker) -> None:
    asker.hand.window.application.preferences.set_paper("A4")
    dialog = asker.open()
    assert dialog.form.values["page"] == "A4"
    assert sizes(asker) == [(210, 297)]


def test_what_is_shown_is_shown_on_the_canvas_too(asker: Asker) -> None:
    dialog = asker.open()
    asker.click(dialog.form.controls["comments"].focusProxy())
    asker.choose("curves", "mean")
    showing = asker.hand.session.showing
    assert (showing.comments, showing.curves) == (True, "mean")
    asker.hand.session.show(comments=False)
    assert dialog.form.values["comments"] is False
    options = dialog.options()
    assert options is not None
    assert (options.comments, options.curves) == (False, "mean")


def test_all_maps_go_into_one_file_as_a_report(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    hand = start("vivan-los-tacos")
    asker = Asker(hand, qtbot)
    dialog = asker.open()
    asker.choose(MAPS, "all")
    asker.pages()
    assert len(sizes(asker)) == 2
    asker.click(dialog.form.controls["report"].focusProxy())
    asker.pages()
    assert len(sizes(asker)) > 20
    assert dialog.pages.small.isVisible()
    QTest.keyClick(dialog.pages.view, Key.Key_PageDown)
    assert dialog.pages.number == 1
    asker.click(dialog.pages.on)
    QTest.keyClick(dialog.pages.view, Key.Key_End)
    assert dialog.pages.place.text() == f"{len(sizes(asker))} / {len(sizes(asker))}"
    assert not dialog.pages.on.isEnabled()
    out = tmp_path / "all.pdf"
    assert Path(dialog.path.text()).parent.is_dir()
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(out))
    count = len(sizes(asker))
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(out)
    assert len(PdfReader(out).pages) == count


def test_a_drawing_is_of_the_map_that_is_shown_in_it(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    dialog = asker.open()
    shown, other = (one.id for one in asker.hand.document.maps)
    assert asker.hand.session.map_id == shown
    asker.choose(MAPS, other)
    asker.choose("kind", "svg")  # which has the map on the canvas
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(tmp_path / "out.svg"))
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(tmp_path / "out.svg")
    expected = export_maps(asker.hand.document, [shown], ExportOptions("svg"))
    assert (tmp_path / "out.svg").read_bytes() == expected


def test_again_asks_before_another_map_takes_the_place_of_a_file(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    dialog, out = asker.open(), tmp_path / "out.pdf"
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(out))
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(out)
    written = out.read_bytes()
    first, second = (one.id for one in asker.hand.document.maps)
    asker.hand.session.show_map(second)
    asker.hand.key(Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
    assert out.read_bytes() == written
    asker.dialog.close()
    asker.hand.session.show_map(first)
    qtbot.waitUntil(lambda: asker.hand.window.activateWindow() or asker.hand.window.isActiveWindow())
    before = out.stat().st_mtime_ns
    asker.hand.key(Key.Key_E, CTRL | SHIFT)
    asker.exported(out)
    assert out.stat().st_mtime_ns > before


def test_a_persona_in_front_stands_in_the_way_of_no_other_map(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    today, future = hand.document.maps
    (persona, _) = today.personas
    hand.session.perform("Leave out", lambda _: Change.of({future.id: (future, future.with_(personas=()))}))
    hand.session.show(persona=persona)
    asker = Asker(hand, qtbot)
    dialog = asker.open()
    for maps in ("all", future.id):
        asker.choose(MAPS, maps)
        asker.pages()
        assert dialog.export.isEnabled()


def test_small_pages_that_come_into_view_are_drawn(start: Start, qtbot: QtBot) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    dialog = asker.open()
    dialog.resize(900, 480)
    asker.click(dialog.form.controls["report"].focusProxy())
    asker.pages()
    small = dialog.pages.small

    def seen() -> list[QListWidgetItem]:
        items = [small.item(at) for at in range(small.count())]
        return [one for one in items if small.visualItemRect(one).intersects(small.viewport().rect())]

    def are_drawn() -> bool:
        return all(one.data(Qt.ItemDataRole.UserRole) for one in seen())

    qtbot.waitUntil(are_drawn, timeout=60_000)
    few = len(seen())
    dialog.resize(900, 1000)
    qtbot.waitUntil(lambda: len(seen()) > few)
    qtbot.waitUntil(are_drawn, timeout=10_000)


def test_one_comes_nearer_and_moves_the_page(asker: Asker, qtbot: QtBot) -> None:
    view = asker.open().pages.view
    fitting = view.zoom
    view.setFocus()
    for _ in range(6):
        QTest.keyClick(view, Key.Key_Plus)
    assert view.zoom == pytest.approx(fitting * 1.25**6)
    before = view._corner()
    QTest.keyClick(view, Key.Key_Left)
    assert view._corner().x() > before.x()
    qtbot.waitUntil(lambda: view.is_drawn, timeout=60_000)
    picture = view.picture
    assert picture is not None
    assert picture.width() <= view.width()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.zoom == fitting


def remedies(asker: Asker) -> dict[str, QPushButton]:
    """Give what helps, by the first word of it."""
    buttons = asker.dialog.findings.findChildren(QPushButton, "remedy")
    return {button.text().split()[0]: button for button in buttons if button.isVisible()}


@pytest.mark.parametrize(
    ("word", "field", "value", "by_key"),
    [("Continue", "fit", "62%", False), ("A3", "page", "A3", True), ("A0", "poster", "A0", False)],
)
def test_text_that_is_too_small_offers_what_helps(
    start: Start, qtbot: QtBot, word: str, field: str, value: str, by_key: bool
) -> None:
    asker = Asker(start("saas-subscription"), qtbot)
    dialog = asker.open()
    asker.choose("page", "A4")
    asker.pages()
    (line,) = (text for text in dialog.findings.texts() if "smallest text" in text)
    assert line.endswith("to be read from 20 cm at most; paper in the hand is read from 30 cm.")
    assert len(sizes(asker)) == 1
    found = remedies(asker)
    assert list(found) == ["Continue", "A3", "A0"]
    if by_key:
        first = next(one for one in dialog.findings.findChildren(QPushButton) if one.objectName() == "found")
        first.setFocus()
        while QApplication.focusWidget() is not found[word]:
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        QTest.keyClick(found[word], Key.Key_Return)
    else:
        asker.click(found[word])
    asker.pages()
    assert dialog.form.values[field] == value
    assert dialog.isVisible()  # Enter on a button is for the button
    if word == "Continue":
        assert len(sizes(asker)) == 4
    elif word == "A3":
        assert sizes(asker) == [(420, 297)]
    else:
        assert len(sizes(asker)) == 21
    assert QApplication.focusWidget() is dialog.form.controls[field].focusProxy()
    assert word not in remedies(asker)


def test_several_are_exported_one_after_the_other(asker: Asker, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asker.open()
    for preset, name in (
        ("A4 handout", "small – A4 handout.pdf"),
        ("A3 for the meeting", "small – A3 for the meeting.pdf"),
    ):
        asker.take(preset)
        asker.pages()
        QTest.keyClick(dialog.form.controls["kind"].focusProxy(), Key.Key_Return)
        assert dialog.foot.news.text().startswith(f"Exporting {name} …")
        assert [link.text() for link in dialog.foot.links] == ["Cancel"]
        asker.written(tmp_path / name)
        assert dialog.isVisible()
        assert dialog.foot.news.text() == f"Saved {name}"
        assert [link.text() for link in dialog.foot.links] == ["Open", "Show in folder"]
        asker.choose("page", "A5")
        assert dialog.foot.news.text() == ""  # what is set now is not saved
        asker.take(preset)
        QTest.keyClick(dialog.form.controls["kind"].focusProxy(), Key.Key_Return)
        asker.written(tmp_path / name)
        assert dialog.export.isEnabled()
    shown: list[Path] = []
    asker.hand.window.application._dialogs.show_path = shown.append  # type: ignore[method-assign]
    for link in dialog.foot.links:
        asker.click(link)
    assert shown == [tmp_path / "small – A3 for the meeting.pdf", tmp_path]
    asker.leave()


def test_an_export_is_cancelled_beside_the_button_or_goes_on_without_the_dialog(
    asker: Asker, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asker.open()
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.click(dialog.foot.links[0])
    qtbot.waitUntil(lambda: dialog.reason.text() == "The export was cancelled.", timeout=60_000)
    assert dialog.foot.news.text() == ""
    assert not (tmp_path / "small.pdf").exists()
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.leave()
    asker.exported(tmp_path / "small.pdf")
