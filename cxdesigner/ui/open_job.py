"""A large file that is being opened: read in a thread of its own, so that windows stay alive."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from cxdesigner.storage.reading import Reading
from cxdesigner.ui.opening import reading_of


class OpenJob(QObject):
    """Reads a project. Signals: `ended()`, in the thread that made the job, unless it is cancelled.

    Then `reading` is what was read, or `failure` why nothing was.
    """

    ended = Signal()
    _read = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.done = 0.0
        """How far it is, from 0 to 1."""
        self.reading: Reading | None = None
        self.failure: BaseException | None = None
        self.is_over = False
        """Whether it has ended, or was cancelled."""
        # What is being read, maybe from a network that does not answer, does not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name=f"open {path.name}", daemon=True)
        self._read.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop as soon as may be, and say nothing more."""
        self.is_over = True

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()
        self._tell()

    def _run(self) -> None:
        try:
            self.reading = reading_of(self.path, self._go_on)
        except _CancelledError:
            return
        except BaseException as error:  # handed over to the thread in which somebody is told of it
            self.failure = error
        self._read.emit()

    def _go_on(self, done: float) -> None:
        if self.is_over:
            raise _CancelledError
        self.done = done

    def _tell(self) -> None:
        if not self.is_over:
            self.is_over = True
            self._thread.join()
            self.ended.emit()


class _CancelledError(Exception):
    """Nobody wants to know any more what is in the file."""
