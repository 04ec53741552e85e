"""One piece of work in a thread of its own, and what it came to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Background(QObject):
    """Does work beside the windows. Signals: `ended()` once, in the thread that made it, unless it was dropped.

    Then `result` is what the work gave, or `failure` what it raised. The program does not end before the work does,
    unless that `may_be_left`, such as a disk that does not answer.
    """

    ended = Signal()
    _done = Signal()

    def __init__(self, work: Callable[[], Any], name: str, *, may_be_left: bool = False) -> None:
        super().__init__()
        self.result: Any = None
        self.failure: BaseException | None = None
        self.is_over = False
        """Whether it has ended, or was dropped."""
        self._work = work
        self._thread = threading.Thread(target=self._run, name=name, daemon=may_be_left)
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is over, so long at most; tells whether it is."""
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        self._tell()
        return True

    def drop(self) -> None:
        """Want to know nothing more of it."""
        self.is_over = True

    def _run(self) -> None:
        try:
            self.result = self._work()
        except BaseException as error:  # handed over to the thread in which somebody is told of it
            self.failure = error
        self._done.emit()

    def _tell(self) -> None:
        if not self.is_over:
            self.is_over = True
            self._thread.join()  # it is about to end, and must not be the last that holds this object
            self.ended.emit()
