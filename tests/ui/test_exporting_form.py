"""What is set in the export dialog: its rows, what is wrong with them, and what they say."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions
from cxdesigner.model.change import Change
from cxdesigner.model.edits.snapshots import keep_snapshot
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.paper import SIZES
from cxdesigner.storage import snapshots
from cxdesigner.ui.dialogs.export_controls import ManyControl, NumberControl
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from cxdesigner.ui.dialogs.export_rows import FADED, MAPS, OWN, ROWS, SINCE
from cxdesigner.ui.panels.controls import CheckRow
from tests.ui.asker import Asker, sizes
from tests.ui.hand import PLATFORM, Key, Start
from tests.ui.marked import content_of, unmarked

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


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


def test_changes_are_told_since_a_version_that_is_kept(asker: Asker) -> None:
    dialog = asker.open()
    row, report = dialog.form.controls[SINCE], dialog.form.controls["report"]
    report.box.click()  # type: ignore[attr-defined]
    assert row.isHidden() or not row.isVisible()  # there is none to choose yet
    session = asker.hand.session
    session.perform("Keep", lambda document: keep_snapshot(document, "as agreed", snapshots.content_of(document)))
    card = session.document["two"]
    session.perform("Reword", lambda _: Change({"two": (card, card.with_(text="another"))}))
    assert row.isVisible()
    asker.pages()
    before = len(sizes(asker))
    asker.choose(SINCE, "as agreed")
    asker.pages()
    assert dialog.form.options() == ExportOptions(report=True, since="as agreed")
    assert len(sizes(asker)) >= before
    assert "_" not in dialog.reason.text()


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


def test_the_name_of_each_part_of_a_report_can_be_read(asker: Asker) -> None:
    dialog = asker.open()
    asker.click(dialog.form.controls["report"].focusProxy())
    control = dialog.form.controls["parts"]
    assert isinstance(control, ManyControl)
    asker.click(control.fold)
    QApplication.processEvents()
    for box in control.boxes.values():
        box.grab()
        assert not box.toolTip(), box.label()  # which has the whole of a name that is cut off
