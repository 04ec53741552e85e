"""One program of a user asks another one on this computer to show a window, by a file in the user's own folder."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject

_NAME: Final = re.compile(r"[0-9a-f]{32}")
_STALE: Final = 60.0
"""Seconds after which nobody answers any more."""


class Calling(QObject):
    """Calls windows by the ids that their locks have, and calls `answer` with an id when another program does."""

    def __init__(self, folder: Path, answer: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._answer = folder / "called", answer
        self._watcher: QFileSystemWatcher | None = None
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._watcher = QFileSystemWatcher([str(self._folder)], self)
            self._watcher.directoryChanged.connect(self._hear)

    def call(self, window: str) -> None:
        """Have a window shown, whichever program of this user has it."""
        if _NAME.fullmatch(window):  # it comes out of a file that anybody may have written
            with contextlib.suppress(OSError):
                (self._folder / window).touch()

    def take(self, window: str) -> bool:
        """Tell whether a window was called, and forget it."""
        try:
            (self._folder / window).unlink()
        except OSError:
            return False
        return True

    def _hear(self, _folder: str) -> None:
        with contextlib.suppress(OSError):
            for called in list(self._folder.iterdir()):
                self._answer(called.name)
                if called.exists() and time.time() - called.stat().st_mtime > _STALE:
                    called.unlink()
