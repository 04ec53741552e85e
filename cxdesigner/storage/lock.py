"""The lock beside a file: it tells who works on it. Advice, never a prison: what is odd about it is as if it were not
there, and a folder that cannot be written has none.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from cxdesigner.files import CannotWriteError, write_atomically
from cxdesigner.storage.processes import is_running

REFRESH: Final = 60.0
"""Seconds between two signs of life."""
SILENT: Final = 5 * REFRESH
"""Seconds without a sign of life after which a program has ended, or sleeps."""
_MOST_BYTES: Final = 4096
_LONGEST: Final = 200


class Holder(NamedTuple):
    """Who works on a file: their name, the name of the computer, the number of the process there, an id of what is
    open, and since when. `seen` is the last sign of life, None for one that was never written.
    """

    user: str
    host: str
    pid: int
    session: str
    start: datetime
    seen: datetime | None = None


class Lock:
    """The lock of one file for `me`, who has it open. `running` tells whether a process of this computer is there;
    `clock` gives seconds since 1970.

    Nothing here raises: a lock that cannot be had is not needed.
    """

    def __init__(
        self,
        path: Path,
        me: Holder,
        running: Callable[[int], bool] = is_running,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.me = me
        self.is_held = False
        self._running, self._clock = running, clock
        try:
            target = path.resolve()
        except (OSError, RuntimeError, ValueError):  # links in a circle; a zero byte in the name
            target = path
        self.file = target.with_name(f".~lock.{target.name}#")
        """Where the lock is: beside the file itself, not beside a link to it."""

    def take(self) -> Holder | None:
        """Take the lock if nobody else who is still there has it; gives who has it otherwise.

        One of this computer whose program has ended is taken.
        """
        try:
            handle = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return self._take_what_is_there()
        except (OSError, ValueError):
            return None
        try:
            os.write(handle, _written(self.me))
            self.is_held = True
        except OSError:  # a full disk: half a lock is none
            with contextlib.suppress(OSError):
                self.file.unlink()
        finally:
            os.close(handle)
        return None

    def _take_what_is_there(self) -> Holder | None:
        found = read_lock(self.file)
        if found is None:
            return None
        if found.session == self.me.session:
            self.is_held = True
            return None
        if not self._has_ended(found):
            return found
        self.take_over()
        return self.other()  # another one may have taken it in the same moment

    def take_over(self) -> None:
        """Take the lock whoever has it; one that cannot be read stays as it is."""
        if os.path.lexists(self.file) and read_lock(self.file) is None:
            return
        with contextlib.suppress(CannotWriteError):
            write_atomically(self.file, _written(self.me))
            self.is_held = True

    def rename(self, user: str) -> None:
        """Have another name from now on, in a lock that is held too."""
        self.me = self.me._replace(user=user)
        if self.is_held and self.other() is None:
            self.take_over()

    def other(self) -> Holder | None:
        """Give who else has the lock now; None for nobody who is still there."""
        found = read_lock(self.file)
        if found is None or found.session == self.me.session or self._has_ended(found):
            return None
        self.is_held = False
        return found

    def refresh(self) -> Holder | None:
        """Give a sign of life, and who has taken the lock over since the last one. One that is gone is taken again."""
        found = read_lock(self.file)
        if found is not None and found.session == self.me.session:
            with contextlib.suppress(OSError):
                os.utime(self.file)
            return None
        self.is_held = False
        return self.take()

    def release(self) -> None:
        """Let go of the lock; somebody else's stays."""
        found = read_lock(self.file) if self.is_held else None
        self.is_held = False
        if found is not None and found.session == self.me.session:
            with contextlib.suppress(OSError):
                self.file.unlink()

    def is_silent(self, holder: Holder) -> bool:
        """Tell whether there was no sign of life of somebody for a while: their computer may sleep, or be off."""
        return holder.seen is not None and self._clock() - holder.seen.timestamp() > SILENT

    def _has_ended(self, holder: Holder) -> bool:
        # The number of a process may have gone to another one since: that gives no signs of life.
        return holder.host == self.me.host and (not self._running(holder.pid) or self.is_silent(holder))


def read_lock(file: Path) -> Holder | None:
    """Read a lock; None if there is none, or it is another program's, too long, or no lock at all."""
    try:
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode):
            return None
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
        return _parsed(json.loads(data), found.st_mtime) if len(data) <= _MOST_BYTES else None
    except (OSError, ValueError, OverflowError, RecursionError, KeyError, TypeError):
        return None


def _parsed(raw: Any, modified: float) -> Holder:
    user, host, session, pid = raw["user"], raw["host"], raw["session"], raw["pid"]
    if not all(isinstance(text, str) for text in (user, host, session)) or type(pid) is not int or pid <= 0:
        raise TypeError
    start = datetime.fromisoformat(raw["start"]).astimezone(UTC)
    return Holder(_name(user), _name(host), pid, session, start, datetime.fromtimestamp(modified, UTC))


def _name(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _written(holder: Holder) -> bytes:
    fields = holder._asdict() | {"user": _name(holder.user), "host": _name(holder.host)}
    fields["start"] = holder.start.isoformat(timespec="seconds")
    del fields["seen"]
    return json.dumps(fields, indent=1).encode("ascii") + b"\n"
