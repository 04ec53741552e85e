"""Pages on their way to a printer, drawn a little at a time; a file is written beside the one that was asked for."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter

from cxdesigner.files import CannotWriteError, write_atomically
from cxdesigner.painters.qt import QtPainter
from cxdesigner.painters.qt.paper import page_in_steps
from cxdesigner.paper import POINT
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.layout.pages import Page

_SLICE: Final = 0.008
"""Seconds that are drawn at a time."""
_END: Final = b"%%EOF"
"""What a PDF ends with."""
SOON: Final = 500
"""Milliseconds after which it is told that it is under way."""
_EXACT: Final = 0.99
"""Paper that is smaller than a page by less, such as by rounded points, is that of the page."""


def placed_on(layout: QPageLayout, page: Page) -> QTransform:
    """Say where a page stands on paper, both in points: in its middle, never larger than it is, and turned if it lies
    where the paper stands. A page that has to be made smaller keeps to what the printer reaches.
    """
    layout.setUnits(QPageLayout.Unit.Millimeter)
    full, least = layout.fullRect(QPageLayout.Unit.Millimeter), layout.minimumMargins()
    turned = (page.width - page.height) * (full.width() - full.height()) < 0
    wide, high = (page.height, page.width) if turned else (page.width, page.height)
    scale = min(full.width() / POINT / wide, full.height() / POINT / high)
    if scale >= _EXACT:
        scale = 1.0
    else:
        full = full.marginsRemoved(least)
        scale = min(full.width() / POINT / wide, full.height() / POINT / high)
    middle = full.center()
    placed = QTransform()
    placed.translate(middle.x() / POINT, middle.y() / POINT)
    if turned:
        placed.rotate(90)
    placed.scale(scale, scale)
    placed.translate(-page.width / 2, -page.height / 2)
    return placed


class PrintJob(QObject):
    """Draws pages onto a printer.

    Signals: `under_way()` when it takes longer than a moment, and at each page from then on; `told(str)` with a
    sentence, exactly once, when it is over; `made` is the file that was written then, None for none.
    """

    under_way = Signal()
    told = Signal(str)

    def __init__(self, printer: QPrinter, pages: Sequence[Page], assets: Mapping[str, bytes], parent: QObject) -> None:
        super().__init__(parent)
        self.number = 1
        self.made: Path | None = None
        self._printer = printer
        self._pages = pages
        self._pens = QtPainter(None, assets)
        self._painter = QPainter()
        self._steps: Generator[None] | None = None
        self._file = _Aside(printer) if printer.outputFileName() else None
        self._next = QTimer(self)
        self._next.timeout.connect(self._go_on)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.under_way)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def start(self) -> None:
        """Begin."""
        if not self._pages:
            self._end(tr("There is no such page to print."), is_done=False)
            return
        if not self._painter.begin(self._printer):
            sentence = tr("{name} cannot be written there: choose another folder or another name.", name=self._name)
            if self._file is None:
                sentence = tr("{name} does not print: see whether it is on, or choose another one.", name=self._name)
            self._end(sentence, is_done=False)
            return
        self._steps = self._drawn()
        self._next.start(0)
        self._late.start(SOON)

    def cancel(self) -> None:
        """Stop; what is on paper already stays so."""
        if self._painter.isActive():
            self._printer.abort()
            self._end(tr("Printing was cancelled."), is_done=False)

    def finish(self) -> None:
        """Draw all that is left at once, since the program ends."""
        if self._painter.isActive():
            self._go_on(until=float("inf"))

    @property
    def _name(self) -> str:
        return self._file.target.name if self._file else self._printer.printerName() or tr("The printer")

    def _go_on(self, until: float | None = None) -> None:
        until = perf_counter() + _SLICE if until is None else until
        try:
            for _ in self._steps or ():
                if perf_counter() > until:
                    return
        except Exception:  # else the pages so far would count as all of them
            self._printer.abort()
            self._end(tr("Printing stopped before its end."), is_done=False)
            raise
        self._end(tr("Printed {name}", name=self._name) if self._file else tr("Sent to {name}", name=self._name))

    def _drawn(self) -> Generator[None]:
        scale = self._printer.resolution() / 72
        for number, page in enumerate(self._pages, 1):
            self.number = number
            if number > 1:
                self._printer.newPage()
                if not self._late.isActive():
                    self.under_way.emit()
            self._painter.save()
            self._painter.scale(scale, scale)
            self._painter.setTransform(placed_on(self._printer.pageLayout(), page), combine=True)
            try:
                yield from page_in_steps(self._pens, self._painter, page)
            finally:
                self._painter.restore()

    def _end(self, sentence: str, *, is_done: bool = True) -> None:
        self._next.stop()
        self._late.stop()
        if self._steps is not None:
            self._steps.close()
        if self._painter.isActive():
            self._painter.end()
        if self._file is not None:
            refusal = self._file.settle(is_done=is_done)
            sentence = refusal or sentence
            self.made = self._file.target if is_done and not refusal else None
        self.told.emit(sentence)
        self.deleteLater()


class _Aside:
    """Has a printer write into a file beside the one that was asked for, which stays as it was until all is drawn."""

    def __init__(self, printer: QPrinter) -> None:
        self.target = Path(printer.outputFileName())
        self._own = self.target.with_name(f".cxdesigner-{os.getpid()}-{os.urandom(8).hex()}.tmp")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._own))

    def settle(self, *, is_done: bool) -> str:
        """Put the file in its place, or remove it; gives a sentence if that does not work."""
        try:
            if is_done:
                data = self._own.read_bytes()
                if not data.rstrip().endswith(_END):  # Qt does not tell that a disk was full
                    sentence = tr("{name} was left as it was, since not all could be written: see if the disk is full.")
                    return sentence.format(name=self.target.name)
                write_atomically(self.target, data)
        except OSError as error:
            return tr("{name} could not be written: {reason}.", name=self.target.name, reason=error.strerror or error)
        except CannotWriteError as error:
            return said(error)
        finally:
            with suppress(OSError):
                self._own.unlink(missing_ok=True)
        return ""
