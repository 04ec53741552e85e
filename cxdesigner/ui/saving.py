"""Putting projects, and what is made of them, into files that somebody chooses."""

from __future__ import annotations

import contextlib
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cxdesigner.export.naming import file_name
from cxdesigner.sentences import SentenceError
from cxdesigner.storage.project_file import CannotWriteError
from cxdesigner.ui.background import Background
from cxdesigner.ui.names import is_same, with_extension
from cxdesigner.ui.opening import LEFT_OUT, things
from cxdesigner.ui.save_job import Asked, SaveJob
from cxdesigner.ui.sharing import at_work_on
from cxdesigner.ui.sharing_words import name_of
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.panels.notices import Notices
    from cxdesigner.ui.session import Session

PROJECTS = ("cxd", "json")
FAILED = "not saved"
"""The key of the notice that a save has failed."""


class Saving(QObject):
    """Saves for an application, with its dialogs and what it remembers. The files are written in threads of their own.

    Signals: `saved(Session)` once a project is in its file; `held_back(Session, SentenceError)` where one of the
    `asked` did not want the file written over, and nothing was; `ended(Session, bool)` after either, and after a
    failure that was told, when nothing more is to be written of the project: whether what was written last is in the
    file.
    """

    saved = Signal(object)
    held_back = Signal(object, object)
    ended = Signal(object, bool)

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        self._jobs: dict[Session, SaveJob] = {}
        self._next: dict[Session, Path] = {}
        self._kept: dict[Session, Path] = {}
        self._templates: list[Background] = []
        self.asked: list[Asked] = []
        """Asked one after the other, in the thread that saves, right before a file is written over."""

    def is_busy(self, session: Session | None = None) -> bool:
        """Whether a project is being written; whether anything is, if none is given."""
        return bool(self._jobs or self._templates) if session is None else session in self._jobs

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until all is written, so long at most; tells whether it is."""
        until = None if seconds is None else time.monotonic() + seconds
        while writing := [*self._jobs.values(), *self._templates]:
            job = writing[0]
            if not job.wait(None if until is None else max(0.0, until - time.monotonic())):
                return False
        return True

    def save(self, window: MainWindow, session: Session) -> bool:
        """Save into the project's file; asks for one where it has none that may be written.

        False if it is not going to be saved. While it is being written, what is newest follows once.
        """
        job = self._jobs.get(session)
        path = job.path if job is not None else session.path
        if path is None or (session.read_only and job is None):
            return self.save_as(window, session)
        return self._write(window, session, self._next.get(session, path))

    def save_as(self, window: MainWindow, session: Session, *, a_copy: bool = False) -> bool:
        """Save where somebody chooses; False if it is not going to be saved. `a_copy`: its file may not be written."""
        left_out = session.property(LEFT_OUT)
        if left_out and session.read_only and session.path is not None:
            sentence = tr(
                "{name} was made by a newer release, and {n} cannot be read here. A copy would lose that, so none was "
                "saved: use the newer release."
            )
            self._application.tell(sentence.format(name=session.path.name, n=things(left_out)), window)
            return False
        caption, suggestion = tr("Save as"), self._suggestion(session)
        if session.path is not None and (a_copy or session.read_only):
            suggestion = self._name_of_copy(session.path)
            newer = tr("it was made by a newer release")
            why = session.held_for or (tr("it may not be written") if a_copy else newer)
            caption = tr("Save a copy of {name}, since {reason}", name=session.path.name, reason=why)
        path = self.ask_path(window, caption, suggestion, tr("Projects (*.cxd *.json)"), PROJECTS)
        if path is None:
            return False
        refusal = self._refusal(window, session, path)
        if refusal:
            sentence = tr("{name} was not written over, since {reason}: choose another name.")
            self._application.tell(sentence.format(name=path.name, reason=refusal), window)
            return False
        self._application.memory.set_folder("projects", path.parent)
        return self._write(window, session, path)

    def save_template(self, window: MainWindow, session: Session) -> None:
        """Keep a project as a template of one's own; work goes on while it is written."""
        title = session.document.project.title or (session.map.title if session.map is not None else "")
        save = partial(self._application.own_templates.save, session.document, title or tr("Untitled"))
        job = Background(save, "save a template")
        self._templates.append(job)
        job.ended.connect(partial(self._end_template, window, job))
        job.start()

    def _end_template(self, window: MainWindow, job: Background) -> None:
        self._templates.remove(job)
        failure = job.failure
        if failure is None:
            sentence = tr("Kept as the template “{title}”: it is on the start page.", title=job.result.title)
            if window in self._application.windows:
                window.tell(sentence)
        elif isinstance(failure, CannotWriteError | OSError):
            failed = tr("The template could not be saved: {reason}.")
            sentence = failed.format(reason=failure.strerror) if isinstance(failure, OSError) else said(failure)
            self._application.tell(sentence, window)
        self._application.end_if_idle()
        if failure is not None and not isinstance(failure, CannotWriteError | OSError):
            raise failure  # a mistake of ours: it is written down, and told as such

    def ask_path(
        self, window: MainWindow, caption: str, suggestion: Path, kinds: str, extensions: tuple[str, ...]
    ) -> Path | None:
        """Ask where to write; the path has one of the extensions, and writing over a file was agreed to."""
        while chosen := self._application.dialogs.ask_save_path(window, caption, suggestion, kinds):
            path = with_extension(chosen, extensions).absolute()
            if path == chosen.absolute() or not path.exists():
                return path
            suggestion = path  # The dialog has not asked about this file: it is to ask again.
        return None

    def _refusal(self, window: MainWindow, session: Session, path: Path) -> str:
        """Say why a file is not to be written over, as a part of a sentence; "" for nothing."""
        is_own = session.path is not None and is_same(session.path, path)
        if session.read_only and is_own:
            return session.held_for or tr("it was made by a newer release")
        other = self._application.projects.window_of(path)
        is_coming = any(one is not session and is_same(job.path, path) for one, job in self._jobs.items())
        if other not in (None, window) or is_coming:
            return tr("it is open in another window")
        holder = at_work_on(path, self._application) if not is_own else None
        return tr("{name} has it open", name=name_of(holder)) if holder is not None else ""

    def _write(self, window: MainWindow, session: Session, path: Path) -> bool:
        if session in self._jobs:
            if not session.is_being_saved or path != self._jobs[session].path:
                self._next[session] = path
            return True
        base = session.on_disk if session.path is not None and is_same(session.path, path) else None
        job = self._jobs[session] = SaveJob(session, path, base, self.asked, self._application.folders.state / "turns")
        job.ended.connect(partial(self._end, window, job))
        job.start()
        return True

    def _end(self, window: MainWindow, job: SaveJob) -> None:
        session, failure = job.session, job.failure
        del self._jobs[session]
        following = self._next.pop(session, None)
        if failure is None:
            session.mark_saved(job.path, job.result)
            self._application.memory.add(job.path)
            self._forget_kept(session)
            if (bar := self._bar(window, session)) is not None:
                bar.take_away(FAILED)
            self.saved.emit(session)
        else:
            session.drop_saving()
            self._tell_failure(window, job, failure)
        if following is not None and (failure is None or following != job.path):
            self._write(window, session, following)
        if session not in self._jobs:
            self.ended.emit(session, failure is None)

    def _tell_failure(self, window: MainWindow, job: SaveJob, failure: BaseException) -> None:
        session = job.session
        if not isinstance(failure, SentenceError):
            self.ended.emit(session, False)
            raise failure  # a mistake of ours: it is written down, and told as such
        if not isinstance(failure, CannotWriteError):
            self.held_back.emit(session, failure)
            return
        if failure.kept is not None:
            self._kept[session] = failure.kept
        self._warn(window, session, said(failure))
        if failure.is_read_only and job.path == session.path and window in self._application.windows:
            self.save_as(window, session, a_copy=True)

    def _warn(self, window: MainWindow, session: Session, sentence: str) -> None:
        """Say above the canvas that nothing was saved, until it is."""
        from cxdesigner.ui.panels.notices import Notice

        bar = self._bar(window, session)
        if bar is None:
            self._application.tell(sentence, window)
            return
        offers = (
            (tr("Save as…"), partial(self.save_as, window, session)),
            (tr("Try again"), partial(self.save, window, session)),
        )
        bar.put(Notice(FAILED, sentence, offers, warns=True))

    def _bar(self, window: MainWindow, session: Session) -> Notices | None:
        """Give the quiet bar of a project; None where its window has closed, or shows another one."""
        return window.notices if window in self._application.windows and window.session is session else None

    def _forget_kept(self, session: Session) -> None:
        """Remove what an earlier save had to keep beside the file: the file holds it, or what came after it."""
        kept = self._kept.pop(session, None)
        if kept is not None:
            with contextlib.suppress(OSError):
                kept.unlink()

    def _name_of_copy(self, path: Path) -> Path:
        """Name a copy of a file after whoever makes it, such as "Dentist (Ines).cxd"."""
        whose = Path(file_name(self._application.preferences.author or tr("copy"), PROJECTS[0])).stem
        return path.with_name(f"{path.stem} ({whose}){path.suffix}")

    def _suggestion(self, session: Session) -> Path:
        if session.path is not None:
            return session.path
        shown = session.map
        title = session.document.project.title or (shown.title if shown is not None else "")
        return self._application.folder_for("projects") / file_name(title, PROJECTS[0])
