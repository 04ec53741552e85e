"""Printing: the pages of a PDF drawn onto what the dialog of the system chose, while the canvas stays alive."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from cxdesigner.export import ExportError, ExportOptions
from cxdesigner.export.compose import publication_of
from cxdesigner.files import CannotWriteError, write_atomically
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.painters.qt import QtPainter
from cxdesigner.painters.qt.paper import page_in_steps
from cxdesigner.ui.exporting import as_shown
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.layout.pages import Page
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session

MARGIN: Final = 10.0
"""Millimetres of white on each side, or more where the printer reaches no farther."""
_SLICE: Final = 0.008
"""Seconds that are drawn at a time."""
_END: Final = b"%%EOF"
"""What a PDF ends with."""
_SOON: Final = 500
"""Milliseconds after which it is told that it is under way."""


def print_map(window: MainWindow) -> PrintJob | None:
    """Ask how, and print the map that a window shows; the window stays free for work."""
    session, application = window.project, window.application
    if session.map is None:
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(session.map.title or session.document.project.title or "cxdesigner")
    printer.setFullPage(True)
    scene = window.bench.canvas.scene
    lies = scene.width > scene.height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)
    if not application.dialogs.ask_print(window, printer):
        return None
    printer.setFullPage(True)
    try:
        pages = pages_for(printer, session)
    except ExportError as error:
        application.tell(said(error), window)
        return None
    job = PrintJob(printer, pages, application.assets(session.document), application)
    application.qt.aboutToQuit.connect(job.finish)
    job.told.connect(lambda sentence: application.tell(sentence, window))

    def say() -> None:
        if window in application.windows:
            sentence = tr("Printing page {n} of {all} …", n=job.number, all=len(pages))
            window.tell(sentence, links=[(tr("Cancel"), job.cancel)], stays=True)

    job.under_way.connect(say)
    job.start()
    return job


def pages_for(printer: QPrinter, session: Session, options: ExportOptions | None = None) -> Sequence[Page]:
    """Make the pages that show the map of a session on the paper of a printer; of them those that were asked for.

    Raises:
        ExportError: they cannot be made, such as for paper that is too small.
    """
    layout = printer.pageLayout()
    paper = layout.fullRect(QPageLayout.Unit.Millimeter)
    size = f"{paper.width():.3f}x{paper.height():.3f}mm"
    values = replace(as_shown(session, options or ExportOptions()), page=size, margin=margin_for(layout))
    typesetter = Typesetter(Fonts.load(), session.document.project.language)
    pages = publication_of(session.document, [session.map_id], values, typesetter).pages
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        return pages[printer.fromPage() - 1 : printer.toPage()]
    return pages


def margin_for(layout: QPageLayout) -> float:
    """Give the white on each side, in millimetres: `MARGIN`, or more where a printer reaches no farther."""
    layout.setUnits(QPageLayout.Unit.Millimeter)
    least = layout.minimumMargins()
    return max(MARGIN, least.left(), least.right(), least.top(), least.bottom())


class PrintJob(QObject):
    """Draws pages onto a printer.

    Signals: `under_way()` when it takes longer than a moment, and at each page from then on; `told(str)` with a
    sentence, exactly once, when it is over.
    """

    under_way = Signal()
    told = Signal(str)

    def __init__(self, printer: QPrinter, pages: Sequence[Page], assets: Mapping[str, bytes], parent: QObject) -> None:
        super().__init__(parent)
        self.number = 1
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

    def start(self) -> None:
        """Begin."""
        if not self._pages:
            self._end(tr("There is no such page to print."))
            return
        if not self._painter.begin(self._printer):
            sentence = tr("{name} cannot be written there: choose another folder or another name.", name=self._name)
            if self._file is None:
                sentence = tr("{name} does not print: see whether it is on, or choose another one.", name=self._name)
            self._end(sentence, is_done=False)
            return
        self._steps = self._drawn()
        self._next.start(0)
        self._late.start(_SOON)

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
            sentence = self._file.settle(is_done=is_done) or sentence
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
