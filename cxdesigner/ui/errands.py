"""Work that may wait for a disk, done one after the other beside the windows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from cxdesigner.ui.background import Background


class _Errand(NamedTuple):
    work: Callable[[], Any]
    then: Callable[[Any], object] | None


class Errands(QObject):
    """Does what it is asked for, each as a `Background`, and gives the results to the thread that made it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._waiting = deque[_Errand]()
        self._under_way: Background | None = None
        self.has_ended = False
        """Whether nobody wants results any more."""

    def ask(self, work: Callable[[], Any], then: Callable[[Any], object] | None = None) -> None:
        """Have `work` done in a thread, and `then` called here with what it gave, unless `end` came first."""
        self._waiting.append(_Errand(work, then))
        if self._under_way is None:
            self._next()

    def end(self, patience: float) -> None:
        """Do what was asked for so far, and nothing more; waits so many seconds at most for it."""
        self.has_ended = True
        until = time.monotonic() + patience
        while self._under_way is not None and self._under_way.wait(max(0.0, until - time.monotonic())):
            pass

    def _next(self) -> None:
        self._under_way = None
        if self._waiting:
            errand = self._waiting.popleft()
            # A disk that does not answer keeps no program from ending.
            job = self._under_way = Background(errand.work, self._name, may_be_left=True)
            job.ended.connect(partial(self._end, job, errand.then))
            job.start()

    def _end(self, job: Background, then: Callable[[Any], object] | None) -> None:
        self._next()
        if job.failure is not None:
            raise job.failure  # a mistake of ours: it is written down, and told as such
        if then is not None and not self.has_ended:
            then(job.result)
