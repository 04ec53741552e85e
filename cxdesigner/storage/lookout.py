"""What others do about a file that is open here, found out by looking again and again: who has its lock, whether it
holds something else now, and which conflicted copies lie beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.sentences import Sentence, SentenceError, say
from cxdesigner.storage.conflicted_copies import conflicted_copies, original_of
from cxdesigner.storage.lock import REFRESH, Holder, Lock
from cxdesigner.storage.project_file import CannotReadError, load
from cxdesigner.storage.watch import GONE, Watch

_MOST_COPIES: Final = 20


class Version(NamedTuple):
    """What a file holds: the SHA-256 of its bytes, when they were written (seconds since 1970), and the project in
    them, or why there is none.
    """

    path: Path
    digest: str
    written: float
    document: Document | None
    failure: Sentence | None = None


class Seen(NamedTuple):
    """What a look has found.

    `digest`: see `Watch.look`. `version`: what the file holds, where that is not known here. `holder`: who else has
    the lock, None for nobody. `copies`: the conflicted copies that hold something else than the file. `original`: the
    file of which this one is such a copy itself.
    """

    digest: str | None
    version: Version | None
    holder: Holder | None
    is_silent: bool
    copies: tuple[Version, ...]
    original: Path | None = None


class Lookout:
    """Keeps an eye on the file of a project of the id `project`, for `me`.

    It may wait long for a disk of another computer, so that it is called in a thread of its own, and in one only.
    """

    def __init__(
        self,
        path: Path,
        me: Holder,
        project: str,
        lock: Lock | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path, self._host, self._project = path, me.host, project
        self._lock, self._clock = lock or Lock(path, me), clock
        self._watch = Watch(path)
        self._refreshed: float | None = None
        self._looked: str | None = None
        self._version: Version | None = None
        self._copies: dict[Path, tuple[tuple[int, int], Version]] = {}

    def look(self, known: str, *, hold: bool) -> Seen:
        """Look once, knowing the content of the digest `known`; with `hold` the lock is taken or kept."""
        holder = self._keep_lock() if hold else self._lock.other()
        before, self._looked = self._looked, self._watch.look()
        digest, version = self._looked, None
        if digest == GONE and before != GONE:
            digest = None  # some programs take a file away before they put the new one there
        elif digest not in (None, GONE, known):
            version = self._read(digest or "", is_settled=before == digest)
            digest = version.digest if version is not None else None
            version = version if digest != known else None
        copies = self._look_beside({known, digest or ""})
        original = original_of(self._path, self._project, self._host)
        return Seen(digest, version, holder, holder is not None and self._lock.is_silent(holder), copies, original)

    def take_over(self) -> None:
        """Have the lock, whoever has it."""
        self._lock.take_over()
        self._refreshed = self._clock()

    def rename(self, user: str) -> None:
        """Have another name from now on."""
        self._lock.rename(user)

    def release(self) -> None:
        """Let go of the lock."""
        self._lock.release()

    def _keep_lock(self) -> Holder | None:
        if self._lock.is_held and self._refreshed is not None and self._clock() - self._refreshed < REFRESH:
            return self._lock.other()
        self._refreshed = self._clock()
        return self._lock.refresh()

    def _read(self, digest: str, *, is_settled: bool) -> Version | None:
        """Read the file; None if it cannot be read yet, since it may be half written."""
        if self._version is None or self._version.digest != digest:
            self._version = _version(self._path, digest)
        if self._version is None or (self._version.failure is not None and not is_settled):
            return None
        return self._version

    def _look_beside(self, known: set[str]) -> tuple[Version, ...]:
        found: dict[Path, tuple[tuple[int, int], Version]] = {}
        for path in conflicted_copies(self._path, self._project, self._host)[:_MOST_COPIES]:
            try:
                stat = path.stat()
            except OSError:
                continue
            stamp = stat.st_mtime_ns, stat.st_size
            before = self._copies.get(path)
            version = before[1] if before is not None and before[0] == stamp else _version(path, "")
            if version is not None:
                found[path] = stamp, version
        self._copies = found
        return tuple(one for _, one in found.values() if one.document is not None and one.digest not in known)


def _version(path: Path, digest: str) -> Version | None:
    """Read a file whose content had this digest a moment ago; None if it is gone, or may not be read just now."""
    try:
        written = path.stat().st_mtime
        reading = load(path)
    except (OSError, CannotReadError):
        return None
    except SentenceError as error:
        return Version(path, digest, written, None, error.sentence)
    if reading.read_only or reading.is_attached:
        return Version(path, digest, written, None, say("It was made by a newer release, or is a PDF."))
    return Version(path, reading.digest, written, reading.document)
