"""Printing: the pages of a PDF drawn onto what the dialog of the system chose, while the canvas stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from cxdesigner.export import ExportError, ExportOptions, assets_of
from cxdesigner.export.compose import publication_of
from cxdesigner.export.safe import Task, safe
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.paper import SHEET, paper_of
from cxdesigner.ui.exporting import as_shown
from cxdesigner.ui.print_job import SOON, PrintJob
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.layout.pages import Page
    from cxdesigner.ui.main_window import MainWindow

Link = tuple[str, Callable[[], None]]
"""Words to click, and what they do."""


class Tell(Protocol):
    """Says a sentence, with words to click; `is_over`: nothing more comes of it."""

    def __call__(self, sentence: str, links: Sequence[Link], *, is_over: bool) -> None: ...


MARGIN: Final = 10.0
"""Millimetres of white on each side, or more where the printer reaches no farther."""
_LOOKED_AFTER: Final = 12
"""Milliseconds between two looks at what the thread has done."""


def print_map(window: MainWindow) -> Printing | None:
    """Ask how, and print as the last PDF of the project was exported; a map that was never one, on one page."""
    session = window.project
    if session.map is None:
        return None
    maps, options = window.application.printed_last(session)
    scene = window.bench.canvas.scene
    lies = scene.width > scene.height if options.orientation == "auto" else options.orientation == "landscape"
    return print_pages(window, window, Task(session.document, maps, as_shown(session, options, maps)), lies=lies)


def print_pages(
    window: MainWindow, parent: QWidget, task: Task, *, lies: bool, exact: bool = False, tell: Tell | None = None
) -> Printing | None:
    """Ask how, and print the pages of a task; None if nothing was chosen. The window stays free for work.

    A page as large as the map is made for the paper that is chosen, unless the pages are to be `exact`; others are
    printed as they are, smaller where the paper is. `lies`: the paper does, to begin with. `tell` says besides the
    window what becomes of it.
    """
    application = window.application
    printer = printer_for(task, lies=lies)
    if not application.dialogs.ask_print(parent, printer):
        return None
    printer.setFullPage(True)

    def say(sentence: str, links: Sequence[Link] = (), *, is_over: bool = True) -> None:
        if window in application.windows:
            window.tell(sentence, links=links, stays=True)
        if tell is not None:
            tell(sentence, links, is_over=is_over)

    def say_end(sentence: str) -> None:
        made = printing.made
        say(sentence, [(tr("Open"), partial(application.show_path, made))] if made is not None else ())

    try:
        options = task.options if exact or paper_in(task.options) else fitted(printer, task.options)
    except ExportError as error:
        say(said(error))
        return None
    printing = Printing(printer, task._replace(options=options), application)
    application.qt.aboutToQuit.connect(printing.finish)
    printing.told.connect(say_end)
    printing.under_way.connect(lambda sentence: say(sentence, [(tr("Cancel"), printing.cancel)], is_over=False))
    printing.start()
    return printing


def printer_for(task: Task, *, lies: bool) -> QPrinter:
    """Make a printer that is set to the paper of a task, and called like the map."""
    document = task.document
    titles = [one.title for one in document.maps if one.id in task.map_ids]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(next(filter(None, (*titles, document.project.title)), "cxdesigner"))
    printer.setFullPage(True)
    name = paper_in(task.options)
    if name:
        paper = paper_of(name)
        short, long = sorted((paper.width, paper.height))
        printer.setPageSize(QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)
    return printer


def paper_in(options: ExportOptions) -> str:
    """Give the paper that is printed on, "" where that is as large as the map."""
    page = options.on if options.poster and not options.report else options.page
    return "" if page == SHEET else page


def fitted(printer: QPrinter, options: ExportOptions) -> ExportOptions:
    """Give options for the paper of a printer; raises ExportError if that is too small."""
    layout = printer.pageLayout()
    paper = layout.fullRect(QPageLayout.Unit.Millimeter)
    size = f"{paper.width():.3f}x{paper.height():.3f}mm"
    return replace(options, page=size, margin=max(options.margin or 0.0, margin_for(layout)))


def margin_for(layout: QPageLayout) -> float:
    """Give the white on each side, in millimetres: `MARGIN`, or more where a printer reaches no farther."""
    layout.setUnits(QPageLayout.Unit.Millimeter)
    least = layout.minimumMargins()
    return max(MARGIN, least.left(), least.right(), least.top(), least.bottom())


def chosen_of(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    """Give those of the pages that were asked for in the dialog of the system."""
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        return pages[printer.fromPage() - 1 : printer.toPage()]
    return pages


def made_of(task: Task) -> tuple[Sequence[Page], Mapping[str, bytes]]:
    """Make the pages of a task, and give their pictures; raises ExportError if they cannot be."""
    document, map_ids, options = safe(task)
    typesetter = Typesetter(Fonts.load(), document.project.language)
    return publication_of(document, map_ids, options, typesetter).pages, assets_of(document)


class Printing(QObject):
    """Makes pages, in a thread, and prints them.

    Signals: `under_way(str)` with a sentence, when it takes longer than a moment, and at each page from then on;
    `told(str)` with one, exactly once, when it is over; `made` is the file that has come of it then, None for none.
    """

    under_way = Signal(str)
    told = Signal(str)

    def __init__(self, printer: QPrinter, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._printer, self._owner = printer, parent
        self._work = _Work(task)
        self._thread = threading.Thread(target=self._work.run, daemon=True)
        self._job: PrintJob | None = None
        self.made: Path | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOKED_AFTER)
        self._look.timeout.connect(self._look_after)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SOON)
        self._late.timeout.connect(lambda: self.under_way.emit(tr("Making the pages to print …")))

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._look.start()
        self._late.start()

    def cancel(self) -> None:
        """Stop; what is on paper already stays so."""
        if self._job is not None:
            self._job.cancel()
        elif self._look.isActive():
            self._end(tr("Printing was cancelled."))

    def finish(self) -> None:
        """Print all that is left at once, since the program ends."""
        if self._look.isActive():
            self._thread.join()
            self._look_after()
        if self._job is not None:
            self._job.finish()

    def _look_after(self) -> None:
        if self._thread.is_alive():
            return
        self._look.stop()
        self._late.stop()
        error = self._work.error
        if isinstance(error, ExportError):
            self._end(said(error))
            return
        if error is not None:
            self._end(tr("Printing stopped before its end."))
            raise error
        job = self._job = PrintJob(
            self._printer, chosen_of(self._printer, self._work.pages), self._work.assets, self._owner
        )
        job.under_way.connect(
            lambda: self.under_way.emit(tr("Printing page {n} of {all} …", n=job.number, all=job.count))
        )
        job.told.connect(self._end)
        job.start()

    def _end(self, sentence: str) -> None:
        self.made = self._job.made if self._job is not None else None
        self._job = None
        self._look.stop()
        self._late.stop()
        self.told.emit(sentence)
        self.deleteLater()


class _Work:
    """What the thread does; it touches nothing of the window."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self.pages: Sequence[Page] = ()
        self.assets: Mapping[str, bytes] = {}
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.pages, self.assets = made_of(self._task)
        except Exception as error:  # told in the window, whose thread it is not
            self.error = error
