"""Large files, each opened in its own time in a window that says so, while others go on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxdesigner.ui.names import is_same
from cxdesigner.ui.open_job import OpenJob
from cxdesigner.ui.opening import CannotOpenError, DamagedFileError, session_of
from cxdesigner.ui.opening_page import OpeningPage
from cxdesigner.ui.style.look import Look

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.projects import Projects


class OpeningSlowly(QObject):
    """Opens files for an application in threads of their own."""

    def __init__(self, application: Application, projects: Projects) -> None:
        super().__init__(application)
        self._application, self._projects = application, projects
        self._jobs: dict[MainWindow, OpenJob] = {}
        self._made: set[MainWindow] = set()

    def window_of(self, path: Path) -> MainWindow | None:
        """Give the window in which a file is being opened, if it is."""
        return next((window for window, job in self._jobs.items() if is_same(job.path, path)), None)

    def open(self, path: Path, window: MainWindow | None) -> None:
        """Open a file, in a window if nothing was done in it yet, else in a new one."""
        from cxdesigner.ui.projects import is_untouched, size_of

        if window is None or not is_untouched(window):
            window = self._application.new_window()
            self._made.add(window)
        job = self._jobs[window] = OpenJob(path, self._projects.rescue.find)
        page = OpeningPage(job, size_of(path), Look.of(self._application.tokens))
        page.cancel.clicked.connect(partial(self._leave, window, ""))
        job.ended.connect(partial(self._end, window))
        self._application.close_export(window)
        window.show_opening(page)
        job.start()

    def wait(self) -> None:
        """Wait until everything is open."""
        for job in tuple(self._jobs.values()):
            job.wait()

    def give_up(self, window: MainWindow) -> None:
        """Stop opening what is being opened in a window, which is about to close."""
        self._made.discard(window)
        job = self._jobs.pop(window, None)
        if job is not None:
            job.drop()

    def _end(self, window: MainWindow) -> None:
        job = self._jobs[window]
        if isinstance(job.failure, DamagedFileError) and job.found is not None:
            _, sentences = self._projects.rescue.of(job.failure, job.found, None)
            self._leave(window, " ".join(sentences))
            self._projects.rescue.offer(window)
        elif isinstance(job.failure, CannotOpenError):
            self._leave(window, str(job.failure))
        elif job.failure is not None:
            self._leave(window, "")
            raise job.failure  # a mistake of ours: it is written down, and told as such
        else:
            self.give_up(window)
            session, remark = session_of(job.path, job.result)
            self._projects.show(job.path, session, remark, window)

    def _leave(self, window: MainWindow, sentence: str, *_: object) -> None:
        """Show what there was before: other windows, or what one can start from."""
        is_made = window in self._made
        self.give_up(window)
        if is_made and len(self._application.windows) > 1:
            self._application.close_window(window)
            self._application.tell(sentence)
        else:
            window.show_start()
            self._application.tell(sentence, window)
