"""One save of a file at a time, over all programs of this user: what was checked right before a file is replaced is
still so when it is.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

_PATIENCE: Final = 10_000
"""Milliseconds after which a save goes on all the same: another one that hangs is no reason to lose this one."""


@contextlib.contextmanager
def turn(folder: Path, path: Path) -> Iterator[None]:
    """Wait for one's turn to save a file; `folder` is one that all programs of this user share.

    A turn of a program that has ended meanwhile counts for nothing, and neither does one that cannot be had, as where
    the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = str(path.resolve())
    except (OSError, RuntimeError, ValueError):  # saving itself tells what is wrong with a path
        yield
        return
    lock = QLockFile(str(folder / f"{sha256(target.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.lock"))
    lock.setStaleLockTime(0)  # however long it takes: only that its program has ended makes it stale
    lock.tryLock(_PATIENCE)
    try:
        yield
    finally:
        lock.unlock()
