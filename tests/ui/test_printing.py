"""Printing: what comes out of a printer, which writes into a file here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import ImageChops
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.ui.printing import PrintJob, _Aside, margin_for, pages_for
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
    options = ExportOptions(fit="400%")
    pages = pages_for(printer, hand.session, options)
    assert len(pages) > 2
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert [page.label for page in pages_for(printer, hand.session, options)] == [pages[1].label]


def test_many_pages_are_told_of_and_can_be_cancelled(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = start("saas-subscription")
    path = tmp_path / "old.pdf"
    path.write_bytes(b"precious")
    monkeypatch.setattr("cxdesigner.ui.printing._SOON", 0)
    monkeypatch.setattr("cxdesigner.ui.printing._SLICE", -1.0)  # a step at a time
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
    monkeypatch.setattr("cxdesigner.ui.printing._SLICE", -1.0)
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
    monkeypatch.setattr("cxdesigner.ui.printing.page_in_steps", broken)
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
    printing(hand, qtbot, "each side is from 20")
    assert not path.exists()
    job = PrintJob(QPrinter(), (), {}, hand.window)
    told: list[str] = []
    job.told.connect(told.append)
    job.start()
    assert told == ["There is no such page to print."]


def test_nothing_happens_where_nothing_was_chosen(hand: Hand) -> None:
    hand.key(Key.Key_P, CTRL)
    assert jobs(hand) == []
