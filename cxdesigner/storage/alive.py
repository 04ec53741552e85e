"""A mark that lasts as long as the process that holds it: the system lets go of it however the process ends.

A process id says less: after a power cut another program soon has the same.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


class Mark:
    """A file that this process holds."""

    def __init__(self, path: Path) -> None:
        """Take it; raises OSError where it cannot be made, or somebody else holds it."""
        self.path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _hold(self._handle)
        except OSError:
            os.close(self._handle)
            raise

    def drop(self) -> None:
        """Let go of it, and remove the file."""
        os.close(self._handle)
        with contextlib.suppress(OSError):
            self.path.unlink()


def is_held(path: Path) -> bool:
    """Tell whether a process that is there holds the mark; False where that cannot be told."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _hold(handle)
    except OSError as error:
        return isinstance(error, BlockingIOError | PermissionError)
    finally:
        os.close(handle)  # which lets go of it again
    return False


def _hold(handle: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
