"""A large file that is being opened: read in a thread of its own, so that windows stay alive."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.storage.reading import Reading
from cxdesigner.ui.background import Background
from cxdesigner.ui.opening import DamagedFileError, reading_of

if TYPE_CHECKING:
    from cxdesigner.ui.rescue import Found

_PAUSE = 0.001
"""Seconds in which nothing is read, now and then, so that a window can paint a frame as if it were alone."""


class OpenJob(Background):
    """Reads a project; its result is a `Reading`. Dropped, it stops as soon as may be."""

    def __init__(self, path: Path, find: Callable[[Path], Found]) -> None:
        # A network that does not answer does not keep the program from ending.
        super().__init__(self._read, f"open {path.name}", may_be_left=True)
        self.path = path
        self.found: Found | None = None
        """What can be had of a file that is damaged, which `find` gives."""
        self._find = find
        self.done = 0.0
        """How far it is, from 0 to 1."""

    def _read(self) -> Reading:
        try:
            return reading_of(self.path, self._go_on)
        except DamagedFileError as error:
            self.found = self._find(error.path)
            raise

    def _go_on(self, done: float) -> None:
        if self.is_over:
            raise _DroppedError
        self.done = done
        time.sleep(_PAUSE)


class _DroppedError(Exception):
    """Nobody wants to know any more what is in the file."""
