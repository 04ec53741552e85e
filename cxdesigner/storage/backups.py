"""Earlier states of files: what each save replaced is kept in the user's data folder, the older the more sparsely."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from cxdesigner.files import CannotWriteError, FileOps, is_made_of, remove_stale, write_atomically
from cxdesigner.model.document import Document
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.processes import is_running
from cxdesigner.storage.writing import write

MOST_BYTES: Final = 500 * 2**20
"""What all backups together may take, but for the newest of each file."""
DAYS, WEEKS, MONTHS = 7, 4, 6
"""Of how many days before yesterday, weeks before those and months before those the last state is kept."""

_ABOUT: Final = "about.json"
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_NAME: Final = re.compile(r"(\d{8}T\d{6}\.\d{6}Z)\.cxd")


class Backup(NamedTuple):
    """A state of a file that a save replaced: when that was, and the project file that holds it."""

    when: datetime
    path: Path


def now() -> datetime:
    """Give the time here, with its zone: days begin at midnight where the program runs."""
    return datetime.now().astimezone()


class Backups:
    """Keeps earlier states in a folder that may not be there yet. Nothing here raises: a save comes first.

    `clock` gives the time, with a zone. Reads and writes files, so not for the main thread.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime] = now,
        *,
        most_bytes: int = MOST_BYTES,
        ops: FileOps | None = None,
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._most = most_bytes
        self._ops = ops or FileOps()

    def keep(self, path: Path, data: bytes | Sequence[bytes] | Document, project: str = "") -> Sentence | None:
        """Keep the state of a file that a save replaces, unless that was the one kept last; `project` is its id.

        Gives a sentence if it could not be kept.
        """
        data = write(data) if isinstance(data, Document) else data
        pieces = [data] if isinstance(data, bytes) else data
        here, newest = self._place(path), next(iter(self.of(path)), None)
        if newest is not None and _holds(newest.path, pieces):
            return None
        try:
            here.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._sign(here, path, project)
            write_atomically(here / f"{self._stamp(newest)}.cxd", pieces, self._ops)
        except CannotWriteError as error:
            return say("Its earlier state could not be kept as a backup. {reason}", reason=error)
        except (OSError, RuntimeError, ValueError) as error:
            return say("Its earlier state could not be kept as a backup: {reason}.", reason=error)
        remove_stale(here, is_running)
        self._thin(here)
        self._cap()
        return None

    def of(self, path: Path, project: str = "") -> list[Backup]:
        """Give the earlier states of a file, the newest first; of a project by its id those of all its files."""
        places = [self._place(path)]
        if project:
            places += [place for place in self._places() if place not in places and _project(place) == project]
        return sorted((backup for place in places for backup in _in(place)), reverse=True)

    def path_of(self, backup: Backup) -> str:
        """Give the path of the file that a backup is of, as it was then; "" where that is not known."""
        about = _about(backup.path.parent)
        found = about.get("path") if isinstance(about, dict) else None
        return found if isinstance(found, str) else ""

    def _place(self, path: Path) -> Path:
        """Give the folder of a file's backups: named like it for people, and by a hash of its whole path."""
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            path = path.resolve()
        plain = re.sub(r"[^\w-]+", "-", path.stem)[:40].strip("-")
        return self.folder / f"{plain}-{hashlib.sha256(str(path).encode(errors='surrogatepass')).hexdigest()[:16]}"

    def _places(self) -> list[Path]:
        try:
            return [place for place in self.folder.iterdir() if place.is_dir()]
        except OSError:
            return []

    def _stamp(self, newest: Backup | None) -> str:
        """Name a state by the time, and later than the one before, however often and wherever the clock is set."""
        when = self._clock().astimezone(UTC)
        if newest is not None and when <= newest.when:
            when = newest.when + timedelta(microseconds=1)
        return when.strftime(_STAMP)

    def _sign(self, here: Path, path: Path, project: str) -> None:
        about = {"path": str(path), "project": project}
        if _about(here) != about:
            data = json.dumps(about, ensure_ascii=False, indent=2).encode(errors="surrogatepass")
            write_atomically(here / _ABOUT, data, self._ops)

    def _thin(self, here: Path) -> None:
        """Let go of what is not kept; but the last day before this one stays whole, be it yesterday or not: so does
        what was saved an hour ago, by a clock that is set wrong now.
        """
        found, today = list(_in(here)), self._clock()
        days = {backup.when: backup.when.astimezone(today.tzinfo).date() for backup in found}
        before = max((day for day in days.values() if day < today.date()), default=None)
        kept = to_keep(list(days), today)
        self._remove(one for one in found if one.when not in kept and days[one.when] != before)

    def _cap(self) -> None:
        """Let the oldest of all files go until they fit, but never the newest of one."""
        sizes: dict[Backup, int] = {}
        going: list[Backup] = []
        for place in self._places():
            found = sorted(_in(place), reverse=True)
            sizes |= {backup: _size(backup.path) for backup in found}
            going += found[1:]
        total = sum(sizes.values())
        for backup in sorted(going):
            if total <= self._most:
                return
            total -= sizes[backup]
            self._remove([backup])

    def _remove(self, backups: Iterable[Backup]) -> None:
        for backup in backups:
            with contextlib.suppress(OSError):  # it is tried again after the next save
                self._ops.remove(backup.path)


def to_keep(times: Sequence[datetime], today: datetime) -> set[datetime]:
    """Give those of the times that are kept: all of today and yesterday, then the last of each of 7 days, of each of 4
    weeks before those, of each of 6 months before those. Days without any do not count. Those after `today` are kept.
    """
    local = {when: when.astimezone(today.tzinfo).date() for when in times}
    yesterday = today.date() - timedelta(days=1)
    older = sorted((when for when in times if local[when] < yesterday), reverse=True)
    kept = set(times) - set(older)
    periods: list[tuple[int, Callable[[datetime], object]]] = [
        (DAYS, lambda when: local[when]),
        (WEEKS, lambda when: local[when].isocalendar()[:2]),
        (MONTHS, lambda when: (local[when].year, local[when].month)),
    ]
    for most, period in periods:
        last: dict[object, datetime] = {}
        rest = []
        for when in older:
            if period(when) in last or len(last) < most:
                last.setdefault(period(when), when)
            else:
                rest.append(when)
        kept.update(last.values())
        older = rest
    return kept


def _in(place: Path) -> Iterator[Backup]:
    try:
        names = sorted(path.name for path in place.iterdir())
    except OSError:
        return
    for name in names:
        if found := _NAME.fullmatch(name):
            with contextlib.suppress(ValueError):  # a name that somebody gave
                yield Backup(datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC), place / name)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _holds(path: Path, pieces: Sequence[bytes]) -> bool:
    try:
        return path.stat().st_size == sum(map(len, pieces)) and is_made_of(path, pieces)
    except OSError:
        return False


def _project(place: Path) -> object:
    about = _about(place)
    return about.get("project") if isinstance(about, dict) else None


def _about(place: Path) -> object:
    try:
        return json.loads((place / _ABOUT).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
