"""Work that may wait for a disk, done one after the other in a thread of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal


class _Errand(NamedTuple):
    work: Callable[[], Any]
    then: Callable[[Any], object] | None


class _Done(NamedTuple):
    then: Callable[[Any], object] | None
    result: Any
    failure: Exception | None


class Errands(QObject):
    """Does what it is asked for, and gives the result to the thread that made it."""

    _came_back = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._came_back.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._asked = queue.SimpleQueue[_Errand | None]()
        self._done = queue.SimpleQueue[_Done]()
        self._has_ended = False
        # A disk that does not answer keeps no program from ending.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def ask(self, work: Callable[[], Any], then: Callable[[Any], object] | None = None) -> None:
        """Have `work` done in the thread, and `then` called here with what it gave, unless `end` came first."""
        self._asked.put(_Errand(work, then))

    def end(self, patience: float) -> None:
        """Do what was asked for so far, and nothing more; waits so many seconds at most for it."""
        self._has_ended = True
        self._asked.put(None)
        self._thread.join(patience)

    def _tell(self) -> None:
        done = self._done.get()
        if done.failure is not None:
            raise done.failure  # a mistake of ours: it is written down, and told as such
        if done.then is not None and not self._has_ended:
            done.then(done.result)

    def _run(self) -> None:
        while (errand := self._asked.get()) is not None:
            try:
                done = _Done(errand.then, errand.work(), None)
            except Exception as error:
                done = _Done(errand.then, None, error)
            self._done.put(done)
            self._came_back.emit()
