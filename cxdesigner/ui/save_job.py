"""A save under way: in a thread of its own, on a project that does not change, so that editing goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from cxdesigner.model.document import Document
from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.storage.project_file import save
from cxdesigner.storage.writing import Writer
from cxdesigner.ui.session import Session
from cxdesigner.ui.turns import turn


class Replacing:
    """What a save is about to do: the new content of `path` is on the disk beside it, and takes its place next.

    `base`: what the file held when the session last read or wrote it; None where this is another file, or a new one.
    """

    def __init__(self, session: Session, path: Path, document: Document, base: OnDisk | None) -> None:
        self.session, self.path, self.document, self.base = session, path, document, base

    @cached_property
    def held(self) -> bytes | None:
        """The bytes of the file now, None if there is none; read when they are first asked for.

        Raises:
            OSError: it cannot be read. That calls the save off.
        """
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None


Asked = Callable[[Replacing], None]
"""Is asked in the thread that saves; raises a `SentenceError` where the file is not to be written over."""


class SaveJob(QObject):
    """Writes a project into a file. Signals: `ended()`, in the thread that made the job, once it is known how it went.

    Then `on_disk` says what the file holds, or `failure` why it was not written. `turns`: the folder in which saves of
    one file wait for each other.
    """

    ended = Signal()
    _written = Signal()

    def __init__(self, session: Session, path: Path, base: OnDisk | None, asked: Sequence[Asked], turns: Path) -> None:
        super().__init__()
        self.session, self.path = session, path
        self.on_disk: OnDisk | None = None
        self.failure: BaseException | None = None
        self._asked = tuple(asked)
        self._base = base
        self._turns = turns
        self._is_told = False
        self._writer: Writer = session.writer
        self._document = session.begin_saving()
        self._thread = threading.Thread(target=self._run, name=f"save {path.name}")
        self._written.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is known how it went, so long at most; False if it is not known yet."""
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        self._tell()
        return True

    def _run(self) -> None:
        try:
            with turn(self._turns, self.path):
                digest = save(self._document, self.path, self._writer, self._ask)
            self.on_disk = OnDisk(digest, self._document)
        except BaseException as error:  # handed over to the thread in which somebody is told of it
            self.failure = error
        self._written.emit()

    def _ask(self, target: Path) -> None:
        replacing = Replacing(self.session, target, self._document, self._base)
        for asked in self._asked:
            asked(replacing)

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self._thread.join()  # it is about to end, and must not be the last that holds this object
            self.ended.emit()
