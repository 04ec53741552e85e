"""Noticing what others do to a file: by looking again, since what the system tells of goes silent when a file is
replaced.
"""

from __future__ import annotations

import hashlib
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

EVERY: Final = 5.0
"""Seconds between two looks."""
EVERY_BY_NETWORK: Final = 30.0
"""Seconds between two looks at a file on another computer."""
GONE: Final = ""
"""In the place of a digest: there is no such file, though its folder is there."""
_SETTLED: Final = 3.0
"""Seconds after which a file that is written has another time of modification for certain; FAT counts by two."""

_Stamp = tuple[int, int, int, int]


class Watch:
    """Looks at a file again and again, and reads it only where its size, time or place on the disk are other ones.

    `clock` gives seconds since 1970.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path, self._clock = path, clock
        self._stamp: _Stamp | None = None
        self._digest = GONE

    def look(self) -> str | None:
        """Give the SHA-256 of the file, in hexadecimal, GONE if it is not there; None if that cannot be told now: it
        may not be read, is being written, or its folder is out of reach.
        """
        try:
            stamp = _stamp(self._path)
            if stamp == self._stamp:
                return self._digest
            with self._path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            if _stamp(self._path) != stamp:
                return None
        except FileNotFoundError:
            self._stamp = None
            return GONE if self._path.parent.is_dir() else None
        except (OSError, ValueError):
            self._stamp = None
            return None
        # What was written a moment ago may be written again without another time.
        is_settled = abs(self._clock() - stamp[0] / 1e9) > _SETTLED
        self._stamp, self._digest = stamp if is_settled else None, digest
        return digest


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev
