"""Exports from the dialog: while the canvas stays alive, one after the other, once more, cancelled."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QProcess
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.export.naming import file_name, unlike
from cxdesigner.paper import POINT
from cxdesigner.progress import Progress
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from cxdesigner.ui.dialogs.export_rows import MAPS
from tests.ui.asker import Asker, sizes
from tests.ui.hand import CTRL, PLATFORM, SHIFT, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


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


def test_a_drawing_is_of_the_map_that_is_chosen(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    dialog = asker.open()
    shown, other = (one.id for one in asker.hand.document.maps)
    assert asker.hand.session.map_id == shown
    asker.choose(MAPS, other)
    asker.choose("kind", "svg")
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(tmp_path / "out.svg"))
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(tmp_path / "out.svg")
    expected = export_maps(asker.hand.document, [other], ExportOptions("svg"))
    assert (tmp_path / "out.svg").read_bytes() == expected


def test_each_map_gets_a_drawing_and_none_takes_the_place_of_another_file(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    maps = asker.hand.document.maps
    names = unlike([f"all – {Path(file_name(one.title, 'x')).stem}" for one in maps])
    files = [tmp_path / f"{name}.svg" for name in names]
    files[1].write_bytes(b"old")
    dialog = asker.open()
    asker.choose("kind", "svg")
    asker.choose(MAPS, "all")
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(tmp_path / "all.svg"))
    asker.pages()
    assert len(sizes(asker)) == len(maps)
    QTest.keyClick(dialog.export, Key.Key_Return)
    assert dialog.reason.text() == f"{files[1].name} is there already: replace it, or choose another name."
    QTest.keyClick(dialog.export, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.foot.news.text() == f"Saved {len(maps)} files", timeout=60_000)
    assert [link.text() for link in dialog.foot.links] == ["Show in folder"]
    assert sorted(tmp_path.glob("*.svg")) == sorted(files)
    for file, one in zip(files, maps, strict=True):
        assert file.read_bytes() == export_maps(asker.hand.document, [one.id], ExportOptions("svg"))
    QTest.keyClick(dialog.export, Key.Key_Return)  # what was made here is made anew
    assert dialog.export.text() == "Export"
    qtbot.waitUntil(lambda: not asker.hand.window.application._exporting.is_busy, timeout=60_000)


def test_what_was_set_is_found_again_after_closing(asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"old")
    dialog = asker.open()
    asker.choose("page", "A3")
    asker.choose("orientation", "portrait")
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, "mine")
    asker.leave()
    exporting = asker.hand.window.application._exporting
    exporting._set.clear()  # as when the program is started anew
    dialog = asker.open()
    assert dialog.path.text() == str(tmp_path / "mine.pdf")
    assert (dialog.form.values["page"], dialog.form.values["orientation"]) == ("A3", "portrait")
    QTest.keyClick(dialog.export, Key.Key_Return)  # it was never made
    assert dialog.export.text() == "Replace"
    assert (tmp_path / "mine.pdf").read_bytes() == b"old"


def test_a_project_goes_beside_itself_and_then_where_it_went(asker: Asker, tmp_path: Path) -> None:
    elsewhere, other = tmp_path / "elsewhere", tmp_path / "other"
    elsewhere.mkdir()
    other.mkdir()
    asker.hand.window.application.memory.set_folder("exports", elsewhere)  # where another project went
    dialog = asker.open()
    assert dialog.path.text() == str(tmp_path / "small.pdf")
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(other / "small"))
    QTest.keyClick(dialog.export, Key.Key_Return)
    asker.exported(other / "small.pdf")
    dialog = asker.open()
    asker.take("A4 handout")
    assert dialog.path.text() == str(other / "small – A4 handout.pdf")


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
