"""Several people, one file: whoever has a project open keeps to what others do to its file, and nobody's work is
written over.
"""

from __future__ import annotations

import getpass
import os
import platform
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from cxdesigner.files import digest_of
from cxdesigner.sentences import Sentence, SentenceError, say
from cxdesigner.storage.lock import Holder, Lock
from cxdesigner.ui.application import raise_window
from cxdesigner.ui.calling import Calling

if TYPE_CHECKING:
    from pathlib import Path

    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.save_job import Replacing
    from cxdesigner.ui.session import Session
    from cxdesigner.ui.shared_file import SharedFile


_PAINTED: Final = 50
"""Milliseconds after which a project that was opened is there to be seen: what minds its file takes time to import."""


class ChangedOnDiskError(SentenceError):
    """A file holds something else than when it was last read or written here."""


class Sharing(QObject):
    """Follows the files of the projects in the windows of an application."""

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        self._followed: dict[MainWindow, _Followed] = {}
        application.saving.asked.append(refuse_to_write_over_others)
        application.saving.held_back.connect(self._hold_back)
        application.saving.saved.connect(self._saved)
        self.calling = Calling(application.folders.state, self._show_window, self)

    def follow(self, window: MainWindow) -> None:
        """Mind the file of the project that a window shows from now on, and of no other one."""
        self.leave(window)
        self._followed[window] = _Followed(self._application, window)

    def leave(self, window: MainWindow) -> None:
        """Let go of the file of a window."""
        followed = self._followed.pop(window, None)
        if followed is not None:
            followed.end()

    def _show_window(self, called: str) -> None:
        """Show the window that another program of this user was asked to open the file of."""
        for window in self._followed:
            file = self.file_of(window)
            if file is not None and file.me.session == called and self.calling.take(called):
                raise_window(window)
                self._application.qt.alert(window)

    def rename(self) -> None:
        """Tell others of another name of who works here."""
        name = oneself(self._application).user
        for window in self._followed:
            if (file := self.file_of(window)) is not None:
                file.rename(name)

    def file_of(self, window: MainWindow) -> SharedFile | None:
        """Give what minds the file of a window; None while there is no file."""
        followed = self._followed.get(window)
        return followed.file if followed is not None else None

    def _of(self, session: Session) -> SharedFile | None:
        return next((self.file_of(window) for window in self._followed if window.session is session), None)

    def _hold_back(self, session: Session, refusal: SentenceError) -> None:
        file = self._of(session)
        if file is not None and isinstance(refusal, ChangedOnDiskError):
            file.hold_back()

    def _saved(self, session: Session) -> None:
        file = self._of(session)
        if file is not None:
            file.saved()


class _Followed(QObject):
    """A window's project, and its file wherever that is."""

    def __init__(self, application: Application, window: MainWindow) -> None:
        super().__init__()
        self._application, self._window, self._session = application, window, window.project
        self.file: SharedFile | None = None
        self._session.file_changed.connect(self._follow_path)
        self._begins = QTimer(self)
        self._begins.setSingleShot(True)
        self._begins.timeout.connect(self._begin)
        if self._session.path is not None:
            self._begins.start(_PAINTED)

    def _begin(self) -> None:
        self._follow(opened=True)

    def end(self) -> None:
        self._begins.stop()
        self._session.file_changed.disconnect(self._follow_path)
        if self.file is not None:
            self.file.end()

    def _follow_path(self) -> None:
        is_new = self._session.path != (self.file.path if self.file is not None else None)
        if is_new and not self._begins.isActive():
            self._follow(opened=False)

    def _follow(self, *, opened: bool) -> None:
        if self.file is not None:
            self.file.end()
            self.file = None
        if self._session.path is not None and self._session.on_disk is not None:
            from cxdesigner.ui.shared_file import SharedFile

            self.file = SharedFile(self._application, self._window, oneself(self._application), opened=opened)


def refuse_to_write_over_others(replacing: Replacing) -> None:
    """Refuse a save where the file holds something else than when it was last read or written; one that was deleted is
    written anew.

    Raises:
        ChangedOnDiskError: somebody else wrote the file.
    """
    if replacing.base is None or replacing.held is None:
        return
    if digest_of(*replacing.held) != replacing.base.digest:
        raise ChangedOnDiskError(_changed(replacing.path.name))


def _changed(name: str) -> Sentence:
    return say("{name} was not written over: somebody else wrote it meanwhile.", name=name)


def at_work_on(path: Path, application: Application) -> Holder | None:
    """Give who else has a file open that is not open in this program; None for nobody of whom there is a sign of
    life.
    """
    lock = Lock(path, oneself(application))
    holder = lock.other()
    return holder if holder is not None and not lock.is_silent(holder) else None


def oneself(application: Application) -> Holder:
    """Say who works here, on what is opened now: by the name that stands on maps, else that of the account."""
    name = application.preferences.author
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, ImportError, KeyError):  # an account without a name
            name = ""
    host = platform.node().partition(".")[0]
    return Holder(name, host, os.getpid(), uuid.uuid4().hex, datetime.now(UTC))
