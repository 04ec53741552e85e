"""What nobody is to lose: unsaved changes are kept against a crash, and what saves replace is kept as backups.

A thread does the writing, in the order in which it was asked. It is given documents, which do not change, and so the
window never waits for more than a reference.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cxdesigner.files import CannotWriteError
from cxdesigner.model.limits import InvalidValueError, LimitReachedError
from cxdesigner.release import version
from cxdesigner.storage.backups import Backups, now
from cxdesigner.storage.journal import Journal, State
from cxdesigner.storage.recovery import Found, Recovery
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from cxdesigner.model.document import Document
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.save_job import Replacing
    from cxdesigner.ui.session import Session

REST, LATEST = 2_000, 15_000
"""Milliseconds after the last edit, and after the first one that is not kept, until unsaved changes are kept."""
_AT_ONCE = 1.0
"""Seconds for which a mishap waits until all is kept."""


class Keeping(QObject):
    """Keeps what is done in the windows of an application. Signals: `told(str)`, in any thread, that it fails."""

    told = Signal(str)

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        folders = application.folders
        self.recovery = Recovery(folders.state / "recovery", version())
        self.backups = Backups(folders.data / "backups")
        self._kept: dict[MainWindow, KeptSession] = {}
        self._replaced: dict[Session, tuple[Path, list[bytes]]] = {}
        self._thread: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._failure = ""
        self._typing: QMetaObject.Connection | None = None
        self.told.connect(application.tell)
        application.mishap_told.connect(self.keep_all)
        application.ended.connect(self._end)
        application.saving.asked.append(self._remember)
        application.saving.saved.connect(self._keep_replaced)
        application.saving.ended.connect(self._forget_replaced)

    def follow(self, window: MainWindow, session: Session) -> None:
        """Keep from now on what is done to a project in the window that shows it."""
        self.leave(window)
        if not self._kept:
            self._application.qt.focusChanged.connect(self._follow_field)
        self._kept[window] = KeptSession(self, window, session)

    def leave(self, window: MainWindow) -> None:
        """Let go of a window: what is not saved in it is not wanted."""
        kept = self._kept.pop(window, None)
        if kept is not None:
            kept.end()
            if not self._kept:
                self._application.qt.focusChanged.disconnect(self._follow_field)

    def keep(self, window: MainWindow) -> None:
        """Keep what is unsaved in a window now."""
        if window in self._kept:
            self._kept[window].write()

    def keep_all(self, _mishap: str = "") -> None:
        """Keep what is unsaved in all windows, and wait a moment for it."""
        for kept in self._kept.values():
            kept.write()
        if self._last is not None:
            with contextlib.suppress(TimeoutError):
                self._last.result(_AT_ONCE)

    def drop(self, found: Found) -> None:
        """Let go of what was recovered, once all that was asked before is on the disk."""
        self.do(partial(self.recovery.remove, found))

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked is not done yet."""
        return self._last is not None and not self._last.done()

    def wait(self) -> None:
        """Wait until all that was asked is done."""
        if self._last is not None:
            self._last.result()

    def do(self, work: Callable[[], object]) -> None:
        """Have something done in the thread, after all that was asked before."""
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # opening a file does without

            self._thread = ThreadPoolExecutor(1, "keeping")
        self._last = self._thread.submit(self._run, work)

    def _run(self, work: Callable[[], object]) -> None:
        try:
            work()
            self._failure = ""
        except (CannotWriteError, OSError) as error:
            cause = error if isinstance(error, OSError) else error.__cause__
            reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(error)
            if reason != self._failure:
                self._failure = reason
                self.told.emit(tr("Unsaved changes are not kept against a crash now ({reason}): save often.",
                                  reason=reason))  # fmt: skip
        except Exception:
            sys.excepthook(*sys.exc_info())

    def _end(self) -> None:
        if self._thread is not None:
            self.do(self.recovery.clear_up)
            self.do(self.recovery.close)
            self._thread.shutdown(wait=False)  # it does what it was asked first, and the program ends after that
            self._thread = None

    # Text in fields of panels, of which sessions do not know

    def _follow_field(self, _old: QWidget | None, new: QWidget | None) -> None:
        before, signal = self._typing, _typed(new)
        if before is not None:
            self.disconnect(before)  # type: ignore[call-overload]
        self._typing = signal.connect(self._field_typed) if signal is not None else None

    def _field_typed(self) -> None:
        focus = self._application.qt.focusWidget()
        window: Any = focus.window() if focus is not None else None
        if window in self._kept:
            self._kept[window].touch()

    # Backups

    def _remember(self, replacing: Replacing) -> None:
        """Remember what a save replaces; in the thread that saves, and quickly."""
        try:
            held = replacing.held
        except OSError:
            held = None
        if held is None:
            self._replaced.pop(replacing.session, None)
        else:
            self._replaced[replacing.session] = replacing.path, held

    def _keep_replaced(self, session: Session) -> None:
        path, held = self._replaced.pop(session, (None, []))
        if path is not None:
            self.do(partial(self._back_up, path, held, session.document.root))

    def back_up(self, path: Path, document: Document) -> None:
        """Keep what a file held as a backup, once all that was asked before is done: it was not saved over here."""
        self.do(partial(self.backups.keep, path, document, document.root))

    def _forget_replaced(self, session: Session) -> None:
        """Let go of what a save that came to nothing would have replaced."""
        self._replaced.pop(session, None)

    def _back_up(self, path: Path, held: list[bytes], project: str) -> None:
        sentence = self.backups.keep(path, held, project)
        while held:
            held.pop()  # one by one: to let go of a large file at once keeps the windows waiting
        if sentence is not None:
            self.told.emit(said(sentence))


class KeptSession(QObject):
    """Keeps the unsaved changes of a project."""

    def __init__(self, keeping: Keeping, window: MainWindow, session: Session) -> None:
        super().__init__(keeping)
        self._keeping = keeping
        self._window = window
        self._session = session
        self._began = self._session.to_save
        self._journal: Journal | None = None
        self._rest, self._latest = QTimer(self), QTimer(self)
        for timer in (self._rest, self._latest):
            timer.setSingleShot(True)
            timer.timeout.connect(self.write)
        self._session.document_changed.connect(self.touch)
        self._session.preview_changed.connect(self._follow_preview)
        self._session.file_changed.connect(self._follow_file)

    def touch(self, _change: object = None) -> None:
        """Keep what is there soon: something was done."""
        self._rest.start(REST)
        if not self._latest.isActive():
            self._latest.start(LATEST)

    def write(self) -> None:
        """Keep what is there now, if it is not saved."""
        self._stop()
        session = self._session
        document = self._with_fields(session.to_keep)
        if session.is_saved and document is session.document:
            self._remove()
            return
        if self._journal is None:
            self._journal = self._keeping.recovery.journal()
        on_disk = session.on_disk
        base, digest = (self._began, "") if on_disk is None else (on_disk.document, on_disk.digest)
        state = State(document, base, digest, session.path)
        self._keeping.do(partial(self._journal.write, state, now()))

    def end(self) -> None:
        """Let go, and keep nothing."""
        self._stop()
        self._session.document_changed.disconnect(self.touch)
        self._session.preview_changed.disconnect(self._follow_preview)
        self._session.file_changed.disconnect(self._follow_file)
        self._remove()
        self.deleteLater()

    def _with_fields(self, document: Document) -> Document:
        """Give the document with what is being typed in panels."""
        for edit in self._window.what_is_typed():
            try:
                change = edit(document)
            except (InvalidValueError, LimitReachedError):
                continue
            document = document.apply(change) if change is not None else document
        return document

    def _follow_preview(self) -> None:
        if self._session.to_keep is not self._session.document:
            self.touch()

    def _follow_file(self) -> None:
        if self._session.is_saved and self._session.to_keep is self._session.document:
            self.write()
        elif self._journal is not None:
            self.touch()  # it may have another file, or that another content

    def _remove(self) -> None:
        if self._journal is not None:
            self._keeping.do(self._journal.remove)
            self._journal = None

    def _stop(self) -> None:
        self._rest.stop()
        self._latest.stop()


def _typed(field: QWidget | None) -> Any:
    """Give the signal of a field that something was typed; None for what is no field."""
    if isinstance(field, QLineEdit):
        return field.textEdited
    return field.textChanged if isinstance(field, QPlainTextEdit) else None
