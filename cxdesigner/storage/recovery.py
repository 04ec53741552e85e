"""What can be recovered after a crash: a journal for each project with unsaved changes, in the user's state folder."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple
from uuid import uuid4

from cxdesigner.files import FileOps, digest_of, remove_stale
from cxdesigner.model.document import Document
from cxdesigner.model.edits.become import become
from cxdesigner.model.placement import rank_all
from cxdesigner.storage.alive import Mark, is_held
from cxdesigner.storage.journal import CannotRecoverError, Journal, read_head, read_journal
from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.storage.processes import is_running
from cxdesigner.storage.project_file import CannotReadError, read_bytes, read_whole

DISCARDED_FOR: Final = 7 * 24 * 3600.0
"""Seconds for which what was discarded can still be had back."""


class Found(NamedTuple):
    """Unsaved changes of a program that has ended, or what of them is known without reading them: when they were
    written last, the title of the project, and its file if it has one.
    """

    when: datetime
    file: Path
    title: str
    path: Path | None


class Recovered(NamedTuple):
    """What `found` holds: the project as it stood, and what it began from.

    `on_disk` is that as a file held it, None for what is in no file; `now` is what that file holds today, None where it
    is gone or holds no project; `is_changed` says that it is not what it was. `read_only`, `left_out`: see `Reading`.
    """

    found: Found
    document: Document
    base: Document
    on_disk: OnDisk | None
    now: Document | None
    is_changed: bool
    read_only: bool
    left_out: int

    @property
    def is_needed(self) -> bool:
        """Whether it differs from what is in the file, or from what a project that is in no file began as."""
        other = self.base if self.on_disk is None else self.now
        return other is None or become(_ranked(other), _ranked(self.document)) is not None


class Recovery:
    """The folder of journals, which may not be there yet. `program` is the version of the program that writes them.

    `clock` gives seconds since 1970.
    """

    def __init__(
        self, folder: Path, program: str = "", ops: FileOps | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        self.folder = folder
        self._program = program
        self._ops = ops or FileOps()
        self._clock = clock
        self._mark: Mark | None = None

    def journal(self) -> Journal:
        """Give a journal for one more project; nothing is on the disk yet, but for the mark that this program lives."""
        about = {"program": self._program, "pid": os.getpid(), "host": socket.gethostname(), "live": self._sign()}
        return Journal(self.folder / f"{uuid4().hex}.journal", about, self._ops)

    def _sign(self) -> str:
        if self._mark is None:
            with contextlib.suppress(OSError):  # others may offer what is being worked on; no more than that
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._mark = Mark(self.folder / f"{uuid4().hex}.live")
        return self._mark.path.name if self._mark is not None else ""

    def close(self) -> None:
        """Say that this program ends."""
        if self._mark is not None:
            self._mark.drop()
            self._mark = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no journal at all, of whatever program: the quickest to know."""
        return not self._all("*.journal")

    def found(self) -> list[Found]:
        """Give what programs that have ended left, the newest first; what cannot be read is left alone."""
        found = []
        for file in self._all("*.journal"):
            with contextlib.suppress(CannotRecoverError, OSError):
                head = read_head(file)
                if not head.live or not is_held(self.folder / head.live):
                    found.append(Found(_time_of(file), file, head.title, head.path))
        return sorted(found, reverse=True)

    def discarded(self) -> list[Found]:
        """Give what was discarded and can be brought back, what was discarded last first; `when` is when that was."""
        found = []
        for aside in self._all("*.discarded"):
            with contextlib.suppress(CannotRecoverError, OSError):
                head = read_head(aside)
                found.append(Found(_time_of(aside), aside.with_suffix(".journal"), head.title, head.path))
        return sorted(found, reverse=True)

    def read(self, found: Found) -> Recovered:
        """Read unsaved changes, and look at the file that they are about.

        Raises:
            CannotRecoverError: they are no longer there, or cannot be read.
        """
        content = read_journal(found.file)
        base, path = content.base, content.head.path
        on_disk = OnDisk(content.head.digest, base.document) if path is not None else None
        now, is_changed = None, False
        if path is not None:
            now = base.document
            try:
                data = read_bytes(path)
                is_changed = digest_of(data) != content.head.digest
                now = read_whole(data).document if is_changed else now
            except (CannotReadError, NotAProjectError, DamagedError):
                now, is_changed = None, True
        return Recovered(
            found, content.document, base.document, on_disk, now, is_changed, base.read_only, base.left_out
        )

    def discard(self, found: Found) -> None:
        """Put unsaved changes aside; `bring_back` has them there again. Raises OSError where that does not work."""
        with contextlib.suppress(FileNotFoundError):
            aside = found.file.replace(found.file.with_suffix(".discarded"))
            os.utime(aside)  # the days are counted from now on

    def bring_back(self, found: Found) -> None:
        """Have what was discarded there again. Raises OSError where that does not work."""
        found.file.with_suffix(".discarded").replace(found.file)
        os.utime(found.file, (found.when.timestamp(), found.when.timestamp()))

    def remove(self, found: Found) -> None:
        """Have unsaved changes gone for good, since they are elsewhere. Raises OSError where that does not work."""
        with contextlib.suppress(FileNotFoundError):
            self._ops.remove(found.file)

    def clear_up(self) -> None:
        """Remove what was discarded long ago, and what programs that were killed left beside the journals."""
        remove_stale(self.folder, is_running)
        for pattern in ("*.discarded", "*.live", "*.tmp"):
            for file in self._all(pattern):
                with contextlib.suppress(OSError):
                    if self._clock() - file.stat().st_mtime > DISCARDED_FOR and not is_held(file):
                        self._ops.remove(file)

    def _all(self, pattern: str) -> list[Path]:
        try:
            return sorted(self.folder.glob(pattern))
        except OSError:
            return []


def _time_of(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone()


def _ranked(document: Document) -> Document:
    ranks = rank_all(document)
    return document.apply(ranks) if ranks is not None else document
