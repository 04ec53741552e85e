"""Printing: what comes out of a printer, which writes into a file here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import ImageChops
from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.export.safe import Task
from cxdesigner.layout.pages import Page
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from cxdesigner.ui.exporting import flags_kept
from cxdesigner.ui.print_job import PrintJob, _Aside, placed_on
from cxdesigner.ui.printing import chosen_of, fitted, made_of, margin_for
from cxdesigner.ui.remembered import Export
from tests.ui.asker import Asker
from tests.ui.hand import CTRL, Answers, Hand, Key, Start

A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
SetUp = Callable[[QPrinter], None]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    return answer(monkeypatch, tmp_path / "out.pdf")


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, set_up: SetUp | None = None) -> Path:
    """Choose a file in the dialog of the system, and whatever else."""

    def choose(_self: Any, _parent: Any, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        if set_up is not None:
            set_up(printer)
        return True

    monkeypatch.setattr(Answers, "ask_print", choose)
    return path


def said(hand: Hand) -> str:
    return " ".join(label.text() for label in hand.window.bench.status.findChildren(QLabel))


def jobs(hand: Hand) -> list[PrintJob]:
    return hand.window.application.findChildren(PrintJob)


def printing(hand: Hand, qtbot: QtBot, sentence: str) -> None:
    hand.key(Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: sentence in said(hand))


def test_a_map_is_printed_on_the_paper_that_was_chosen(hand: Hand, qtbot: QtBot, printed: Path) -> None:
    printing(hand, qtbot, "Printed out.pdf")
    with pypdfium2.PdfDocument(printed) as pdf:
        assert len(pdf) == 1
        assert pdf[0].get_size() == pytest.approx(A4, abs=0.6)  # which way it lies is as the map is
        text = pdf[0].get_textpage().get_text_bounded()
        assert "three" in text
    assert [path.name for path in printed.parent.glob("*.tmp")] == []


def test_what_is_printed_is_the_page_of_a_pdf(hand: Hand, qtbot: QtBot, printed: Path) -> None:
    printing(hand, qtbot, "Printed out.pdf")
    options = ExportOptions(page="A4", orientation="portrait")
    with pypdfium2.PdfDocument(printed) as pdf:
        one = pdf[0].render(scale=2).to_pil().convert("RGB")
    with pypdfium2.PdfDocument(export_maps(hand.document, [hand.session.map_id], options)) as pdf:
        other = pdf[0].render(scale=2).to_pil().convert("RGB").resize(one.size)
    # Qt writes lengths as whole dots of the printer: what is looked at is the drawing, not its edges.
    one, other = (picture.reduce(8) for picture in (one, other))
    worst = max(high for _, high in ImageChops.difference(one, other).getextrema())
    assert worst < 40
    assert min(low for low, _ in one.getextrema()) < 160


def test_other_paper_that_lies(hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def set_up(printer: QPrinter) -> None:
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)

    path = answer(monkeypatch, tmp_path / "a3.pdf", set_up)
    printing(hand, qtbot, "Printed a3.pdf")
    with pypdfium2.PdfDocument(path) as pdf:
        assert pdf[0].get_size() == pytest.approx((A4[0] * 2, A4[1]), abs=1.2)


def test_margins_are_no_less_than_the_printer_needs() -> None:
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Point,
        QMarginsF(0, 72, 9, 0),
    )
    assert margin_for(layout) == pytest.approx(25.4, abs=0.01)
    assert margin_for(QPrinter().pageLayout()) == 10.0


def test_as_many_pages_as_it_takes_or_some_of_them(hand: Hand) -> None:
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    task = Task(hand.document, [hand.session.map_id], fitted(printer, ExportOptions(fit="400%")))
    pages, _ = made_of(task)
    assert len(pages) > 2
    assert chosen_of(printer, pages) == pages
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert chosen_of(printer, pages) == pages[1:2]


def test_many_pages_are_told_of_and_can_be_cancelled(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = start("saas-subscription")
    path = tmp_path / "old.pdf"
    path.write_bytes(b"precious")
    monkeypatch.setattr("cxdesigner.ui.print_job.SOON", 0)
    monkeypatch.setattr("cxdesigner.ui.print_job._SLICE", -1.0)  # a step at a time
    answer(monkeypatch, path)
    printing(hand, qtbot, "Printing page 1 of 1 …")
    cancel = next(one for one in hand.window.bench.status.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.click()
    qtbot.waitUntil(lambda: "Printing was cancelled." in said(hand))
    assert path.read_bytes() == b"precious"
    assert [one.name for one in tmp_path.glob(".cxdesigner-*")] == []


def test_it_is_finished_before_the_program_ends(
    hand: Hand, qtbot: QtBot, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxdesigner.ui.print_job._SLICE", -1.0)
    hand.key(Key.Key_P, CTRL)
    assert not printed.exists()
    hand.window.application.qt.aboutToQuit.emit()
    with pypdfium2.PdfDocument(printed) as pdf:
        assert len(pdf) == 1
    qtbot.waitUntil(lambda: not jobs(hand))


def test_a_mistake_leaves_the_file_as_it_was(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_page: Any) -> Iterator[None]:
        yield
        raise RuntimeError("a mistake")

    path = answer(monkeypatch, tmp_path / "old.pdf")
    path.write_bytes(b"precious")
    monkeypatch.setattr("cxdesigner.ui.print_job.page_in_steps", broken)
    with qtbot.capture_exceptions() as mistakes:
        printing(hand, qtbot, "Printing stopped before its end.")
    assert [kind for kind, *_ in mistakes] == [RuntimeError]
    assert path.read_bytes() == b"precious"
    assert list(tmp_path.glob(".cxdesigner-*")) == []


def test_a_file_that_is_not_whole_or_may_not_be_written_takes_no_place(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"precious")
    for mode, written, sentence in (
        (0o644, b"%PDF-1.4 ...", "old.pdf was left as it was, since not all"),
        (0o444, b"%PDF-1.4 ... %%EOF\n", "Could not save old.pdf: it is read-only."),
    ):
        printer = QPrinter()
        printer.setOutputFileName(str(path))
        aside = _Aside(printer)
        Path(printer.outputFileName()).write_bytes(written)
        path.chmod(mode)
        assert aside.settle(is_done=True).startswith(sentence)
        assert path.read_bytes() == b"precious"
        assert list(tmp_path.glob(".cxdesigner-*")) == []


def test_what_cannot_be_printed_is_said_in_a_sentence(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_small(printer: QPrinter) -> None:
        printer.setPageSize(QPageSize(QSizeF(15, 15), QPageSize.Unit.Millimeter))

    path = answer(monkeypatch, tmp_path / "out.pdf", too_small)
    printing(hand, qtbot, "each side is from 50")
    assert not path.exists()
    job = PrintJob(QPrinter(), (), {}, hand.window)
    told: list[str] = []
    job.told.connect(told.append)
    job.start()
    assert told == ["There is no such page to print."]


def test_nothing_happens_where_nothing_was_chosen(hand: Hand) -> None:
    hand.key(Key.Key_P, CTRL)
    assert jobs(hand) == []


class Printer:
    """What the printer was set to when the system asked, and what somebody chose there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path, set_up: SetUp | None = None) -> None:
        self.sizes: list[tuple[int, int]] = []

        def choose(printer: QPrinter) -> None:
            full = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
            self.sizes.append((round(full.width()), round(full.height())))
            if set_up is not None:
                set_up(printer)

        self.path = answer(monkeypatch, path, choose)

    def read(self) -> tuple[list[tuple[int, int]], str]:
        """Give the sizes of the pages in millimetres, and their text."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            sizes = [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in pdf]
            return sizes, " ".join(page.get_textpage().get_text_bounded() for page in pdf)  # type: ignore[return-value]


def opened(hand: Hand, qtbot: QtBot) -> ExportDialog:
    hand.key(Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ExportDialog)
    settled(dialog, qtbot)
    return dialog


def settled(dialog: ExportDialog, qtbot: QtBot) -> None:
    def is_settled() -> bool:
        return bool(dialog.job.pages) and not dialog._soon.isActive() and not dialog.job.is_composing

    qtbot.waitUntil(is_settled, timeout=60_000)


def take(dialog: ExportDialog, qtbot: QtBot, preset: str) -> None:
    box = dialog.presets.box
    box.setCurrentIndex(box.findText(preset))
    box.activated.emit(box.currentIndex())
    settled(dialog, qtbot)


@pytest.mark.parametrize(
    ("preset", "size"),
    [("A3 for the meeting", (297, 420)), ("A0 poster on A4 sheets", (210, 297)), ("Report", (210, 297))],
)
def test_the_pages_that_are_shown_are_printed_from_the_dialog_and_again_by_the_key(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, preset: str, size: tuple[int, int]
) -> None:
    printer = Printer(monkeypatch, tmp_path / "out.pdf")
    dialog = opened(hand, qtbot)
    take(dialog, qtbot, preset)
    shown = [tuple(round(side * 25.4 / 72) for side in page[:2]) for page in dialog.job.pages]
    QTest.mouseClick(dialog.foot.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.foot.news.text() == "Printed out.pdf", timeout=60_000)
    assert dialog.isVisible()
    sizes, text = printer.read()
    assert len(sizes) == len(shown)
    assert {tuple(sorted(one)) for one in sizes} == {tuple(sorted(one)) for one in shown} == {size}
    assert sizes[-1] == shown[-1] == printer.sizes[0]
    assert "three" in text
    printer.path.unlink()
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: hand.window.activateWindow() or hand.window.isActiveWindow())
    printing(hand, qtbot, "Printed out.pdf")
    qtbot.waitUntil(printer.path.exists)
    assert len(printer.read()[0]) == len(shown)
    assert {tuple(sorted(one)) for one in printer.read()[0]} == {size}


def test_the_key_prints_as_the_last_pdf_was_exported(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = Printer(monkeypatch, tmp_path / "out.pdf")
    options = ExportOptions(page="A5", fit="200%", without=("names",))
    export = Export(flags_kept(options), "pdf", "this", tmp_path / "small.pdf")
    exporting = hand.window.application._exporting
    with qtbot.waitSignal(exporting.run(hand.window, hand.session, export, options).exported, timeout=60_000):
        pass
    printing(hand, qtbot, "Printed out.pdf")
    sizes, text = printer.read()
    with pypdfium2.PdfDocument(tmp_path / "small.pdf") as pdf:
        assert len(pdf) == len(sizes) > 1
    assert {tuple(sorted(one)) for one in sizes} == {(148, 210)}
    assert tuple(sorted(printer.sizes[0])) == (148, 210)
    assert "three" in text
    assert "ana" not in text


def test_what_is_made_is_cancelled_too(
    hand: Hand, qtbot: QtBot, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def slow(task: Task) -> Any:
        go.wait()
        return made_of(task)

    monkeypatch.setattr("cxdesigner.ui.printing.made_of", slow)
    monkeypatch.setattr("cxdesigner.ui.printing.SOON", 0)
    printing(hand, qtbot, "Making the pages to print …")
    hand.click(hand.middle("one"))  # the canvas is alive
    assert hand.ids == ("one",)
    cancel = next(one for one in hand.window.bench.status.findChildren(QPushButton) if one.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert "Printing was cancelled." in said(hand)
    go.set()
    qtbot.wait(50)
    assert jobs(hand) == []
    assert not printed.exists()


def test_a_mistake_while_pages_are_made_is_told(
    hand: Hand, qtbot: QtBot, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_task: Task) -> Any:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("cxdesigner.ui.printing.made_of", broken)
    with qtbot.capture_exceptions() as mistakes:
        printing(hand, qtbot, "Printing stopped before its end.")
    assert [kind for kind, *_ in mistakes] == [RuntimeError]
    assert not printed.exists()


def layout(width: float, height: float, least: float = 5.0) -> QPageLayout:
    return QPageLayout(
        QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter),
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Millimeter,
        QMarginsF(least, least, least, least),
    )


@pytest.mark.parametrize(
    ("paper", "page", "box"),
    [
        ((210, 297), (210, 297), (0, 0, 210, 297)),  # as it is
        ((210, 297), (297, 210), (0, 0, 210, 297)),  # turned
        ((210, 297), (148, 210), (31, 43.5, 148, 210)),  # no larger than it is, in the middle
        ((210, 297), (297, 420), (5, 7.07, 200, 282.83)),  # smaller, within what the printer reaches
        ((210, 297), (840, 400), (36.67, 5, 136.67, 287)),
    ],
)
def test_a_page_stands_on_paper(
    paper: tuple[float, float], page: tuple[float, float], box: tuple[float, float, float, float]
) -> None:
    width, height = (side / 25.4 * 72 for side in page)
    placed = placed_on(layout(*paper), Page(width, height, ()))
    found = placed.mapRect(QRectF(0, 0, width, height))
    millimetres = [side * 25.4 / 72 for side in (found.x(), found.y(), found.width(), found.height())]
    assert millimetres == pytest.approx(box, abs=0.05)


def test_a_file_that_was_printed_can_be_opened(
    hand: Hand, qtbot: QtBot, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(Answers, "show_path", lambda _self, path: opened.append(path))
    printing(hand, qtbot, "Printed out.pdf")
    link = next(one for one in hand.window.bench.status.findChildren(QPushButton) if one.text() == "Open")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened == [printed]


def test_what_was_printed_from_the_dialog_is_found_again(hand: Hand, qtbot: QtBot, printed: Path) -> None:
    asker = Asker(hand, qtbot)
    dialog = asker.open()
    asker.choose("page", "A5")
    asker.pages()
    QTest.mouseClick(dialog.foot.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.foot.news.text() == "Printed out.pdf", timeout=60_000)
    assert printed.exists()
    assert [link.text() for link in dialog.foot.links] == ["Open"]
    asker.choose("page", "A4")
    assert dialog.foot.news.text() == ""  # it is over
    kept = hand.window.application.remembered.set_for_export(printed.parent / "small.cxd")
    assert kept is not None
    assert kept.flags == ("--page=A5",)
