"""The exports that are under way, and what their windows are told of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cxdesigner.export.only import texts_of
from cxdesigner.export.options import ExportOptions
from cxdesigner.paper import SHEET
from cxdesigner.storage.writing import write
from cxdesigner.ui.export_job import ExportJob
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.export.options import Kind
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session

_SAID_AGAIN = 10_000
"""Milliseconds, less than a sentence stays in the status bar."""


class Exporting(QObject):
    """Runs exports. Signals: `ended()` when one of them is over."""

    ended = Signal()

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        self._jobs: set[ExportJob] = set()

    @property
    def is_busy(self) -> bool:
        """Whether any export is under way."""
        return bool(self._jobs)

    def start(self, window: MainWindow, session: Session, path: Path, kind: Kind) -> ExportJob:
        """Export the map that a session shows, as it is now."""
        maps = [shown.id for shown in session.document.maps]
        number = maps.index(session.map_id) + 1
        page = self._application.preferences.paper if kind == "pdf" else SHEET
        options = as_shown(session, ExportOptions(kind, page))
        job = ExportJob(write(session.document), path, number, options, self)
        self._jobs.add(job)
        say = partial(self._say_under_way, window, job)
        again = QTimer(job)
        again.setInterval(_SAID_AGAIN)
        again.timeout.connect(say)
        job.exported.connect(partial(self._say_exported, window, job))
        job.failed.connect(partial(self._end, window, job))
        job.cancelled.connect(partial(self._end, window, job, tr("The export was cancelled.")))
        say()
        again.start()
        job.start()
        return job

    def _say_under_way(self, window: MainWindow, job: ExportJob) -> None:
        if window in self._application.windows:
            window.tell(tr("Exporting {name} …", name=job.out.name), links=[(tr("Cancel"), job.cancel)])

    def _say_exported(self, window: MainWindow, job: ExportJob) -> None:
        self._end(window, job, "")
        if window in self._application.windows:
            show = self._application.show_path
            links = [(tr("Open"), partial(show, job.out)), (tr("Show in folder"), partial(show, job.out.parent))]
            window.tell(tr("Exported {name}", name=job.out.name), links=links)

    def _end(self, window: MainWindow, job: ExportJob, sentence: str) -> None:
        self._jobs.discard(job)
        job.deleteLater()
        self._application.tell(sentence, window)
        self.ended.emit()


def as_shown(session: Session, options: ExportOptions) -> ExportOptions:
    """Give options such that maps look as they do on the canvas."""
    showing = session.showing
    on_map = any(persona.id == showing.persona for persona in session.document.personas_of(session.map_id))
    return replace(
        options,
        only=texts_of(showing.filter) if showing.fades_exports else (),
        comments=showing.comments,
        curves=showing.curves,
        persona=showing.persona if on_map else "",
    )
