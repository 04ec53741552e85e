"""One project's unsaved changes on the disk: what they began from, and then only what each of them changed.

The first line is the head, in JSON: it says whose changes these are and how many bytes follow of the project file that
they began from (the base). Every line after those puts records in and takes some away. A line begins with a checksum,
so that what a crash tore is known for what it is.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from cxdesigner.files import CannotWriteError, FileOps, digest_of, write_all, write_atomically
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import PARENT_KEY, Asset, Emotion, Record
from cxdesigner.sentences import SentenceError, say
from cxdesigner.storage import nesting
from cxdesigner.storage.nesting import LISTS
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.storage.project_file import read_bytes
from cxdesigner.storage.reading import Reading, read
from cxdesigner.storage.writing import as_json, write

FORMAT: Final = "cxdesigner-recovery"
VERSION: Final = 1
ROOM: Final = 2**20
"""How many bytes of changes may follow at least before they are written together."""

_AT_ONCE: Final = 100
"""Records in a line: the interpreter does nothing else while one is made."""
_LONGEST_HEAD: Final = 2**16
_OWN_ID: Final = "\x1fid"


class CannotRecoverError(SentenceError):
    """Unsaved changes are no longer there, or cannot be read."""


class State(NamedTuple):
    """A project and what its unsaved changes began from: what its file held, whose SHA-256 in hexadecimal is `digest`
    ("" and no path for what is in no file yet).
    """

    document: Document
    base: Document
    digest: str = ""
    path: Path | None = None


class Head(NamedTuple):
    """The first line: the names of the project and of its file, if it has one, the digest of that as it was, the mark
    of the program that writes it (see `alive`), where the base ends, and in which version of the format records are.
    """

    title: str
    path: Path | None
    digest: str
    live: str
    begin: int
    end: int
    base_digest: str
    records: object


class Content(NamedTuple):
    """All of a journal: the base as it was read, the project as it stood last, and when that was."""

    head: Head
    base: Reading
    document: Document
    when: datetime


class Journal:
    """Writes the journal of one project into a file. `about` is what else the head says: who writes it.

    Not for the main thread: it waits for the disk. Other threads can go on between any two lines.
    """

    def __init__(self, file: Path, about: Mapping[str, Any], ops: FileOps | None = None) -> None:
        self.file = file
        self._about = about
        self._ops = ops or FileOps()
        self._before: State | None = None
        self._whole = 0
        self._added = 0

    def write(self, state: State, when: datetime) -> None:
        """Have a state on the disk.

        Raises:
            CannotWriteError: it did not work. The file holds the state before, or none.
        """
        before = self._before
        if before is not None and before.base is state.base and before[2:] == state[2:]:
            if before.document is state.document:
                return
            if self._added <= max(ROOM, self._whole) and self._append(before.document, state, when):
                return
        self._write_whole(state, when)

    def remove(self) -> None:
        """Have nothing on the disk: nothing is unsaved. Raises OSError where that does not work."""
        self._before = None
        with contextlib.suppress(FileNotFoundError):
            self._ops.remove(self.file)

    def _append(self, before: Document, state: State, when: datetime) -> bool:
        lines = list(_lines(*state.document.since(before), when))
        try:
            handle = self._ops.open_end(self.file)
            try:
                write_all(handle, lines, self._ops)
            finally:
                self._ops.close(handle)
        except OSError:  # Half a line may be there, or no file any more: all of it is written anew.
            self._before = None
            return False
        self._before = state
        self._added += sum(map(len, lines))
        return True

    def _write_whole(self, state: State, when: datetime) -> None:
        base = self._base(state)
        fresh, gone = state.document.since(state.base)
        # A project file leaves out pictures that nothing shows, and an undo may show them again.
        there = {record.id for record in fresh}
        fresh += [one for one in state.document.assets if one.id not in there and one.id.encode() not in base]
        about = {
            "format": FORMAT,
            "version": VERSION,
            "records": nesting.VERSION,
            "title": state.document.project.title or next((one.title for one in state.document.maps), ""),
            "path": str(state.path) if state.path is not None else "",
            "digest": state.digest,
            "base_bytes": len(base),
            "base_digest": digest_of(base),
            "when": when.isoformat(),
        }
        head = _line(json.dumps({**self._about, **about}).encode())
        lines = list(_lines(fresh, gone, when))
        pieces = [head, base, b"\n", *lines]
        self._before = None
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(
                say("Could not make the folder {folder}: {reason}.", folder=self.file.parent, reason=error)
            ) from error
        write_atomically(self.file, pieces, self._ops)
        self._before, self._whole, self._added = state, sum(map(len, pieces)), 0

    def _base(self, state: State) -> bytes:
        """Give the bytes of a project file that holds the base: what is on the disk already, where it still is."""
        if state.path is not None:
            with contextlib.suppress(OSError):
                data = self._ops.read(state.path)
                if digest_of(data) == state.digest:
                    return data
        with contextlib.suppress(CannotRecoverError):
            head, data = _contents(self.file)
            if state.path is not None and head.digest == state.digest:
                return _own_base(head, data)
        return write(state.base)


def read_head(file: Path) -> Head:
    """Read the first line of a journal.

    Raises:
        CannotRecoverError: there is none, or it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            return _head(opened.readline(_LONGEST_HEAD))
    except OSError as error:
        raise _lost(error) from error


def read_journal(file: Path) -> Content:
    """Read a journal, up to the last change that is whole.

    Raises:
        CannotRecoverError: there is none, or it cannot be read.
    """
    head, data = _contents(file)
    if head.records != nesting.VERSION:
        raise CannotRecoverError(
            say("The unsaved changes were kept by another release of the program. Start that one to recover them.")
        )
    try:
        records, when = _applied(data[head.end + 1 :])
        base = read(_base_of(head, data) if when is not None else _own_base(head, data))
    except (NotAProjectError, DamagedError, ValidationError, ValueError, TypeError, KeyError) as error:
        raise CannotRecoverError(say("What was kept of the unsaved changes cannot be read any more.")) from error
    before = base.document.records
    document = base.document.apply(Change({key: (before.get(key), record) for key, record in records.items()}))
    return Content(head, base, document, when or _written(file))


def _contents(file: Path) -> tuple[Head, bytes]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise _lost(error) from error
    return _head(data[: data.find(b"\n", 0, _LONGEST_HEAD) + 1]), data


def _base_of(head: Head, data: bytes) -> bytes:
    """Give the base, from the file itself where that has it still and what is here is spoilt."""
    try:
        return _own_base(head, data)
    except CannotRecoverError:
        if head.path is not None:
            with contextlib.suppress(SentenceError):
                base = read_bytes(head.path)
                if digest_of(base) == head.base_digest:
                    return base
        raise


def _own_base(head: Head, data: bytes) -> bytes:
    base = data[head.begin : head.end]
    if digest_of(base) != head.base_digest:
        raise _lost(ValueError("base"))
    return base


def _head(line: bytes) -> Head:
    try:
        found = json.loads(_checked(line))
        if found["format"] != FORMAT or found["version"] != VERSION:
            raise ValueError(found["format"])
        return Head(
            str(found["title"]),
            Path(found["path"]) if found["path"] else None,
            str(found["digest"]),
            str(found.get("live", "")),
            len(line),
            len(line) + int(found["base_bytes"]),
            str(found["base_digest"]),
            found.get("records", 1),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise _lost(error) from error


def _lost(error: Exception) -> CannotRecoverError:
    if isinstance(error, FileNotFoundError):
        return CannotRecoverError(say("The unsaved changes are no longer there: they were recovered or discarded."))
    if isinstance(error, OSError):
        return CannotRecoverError(say("The unsaved changes cannot be read: {reason}.", reason=error))
    return CannotRecoverError(say("What was kept of the unsaved changes cannot be read any more."))


def _written(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone()


# Lines


def _lines(fresh: Sequence[Record], gone: Sequence[str], when: datetime) -> Iterator[bytes]:
    """Write what changed, a line for some records each; a change counts once its last line is there."""
    starts = range(0, len(fresh), _AT_ONCE) or [0]
    for start in starts:
        some = fresh[start : start + _AT_ONCE]
        whose = to_json([(type(record).__name__, record.parent, record.id) for record in some])
        more = start != starts[-1]
        rest = to_json({"when": when.isoformat(), "gone": [] if more else gone, "more": more})
        yield _line(b'{"whose":%s,"records":%s,%s' % (whose, as_json(some), rest[1:]))


def _line(data: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _checked(line: bytes) -> bytes:
    """Give what is in a line; raises ValueError where it is not whole."""
    if not line.endswith(b"\n") or line[:9] != b"%08x " % zlib.crc32(line[9:-1]):
        raise ValueError("torn")
    return line[9:-1]


def _applied(lines: bytes) -> tuple[dict[str, Record | None], datetime | None]:
    """Join all changes whose lines are whole; None is what was taken away. Gives also when the last one was made."""
    records: dict[str, Record | None] = {}
    pending: dict[str, Record | None] = {}
    when = None
    for line in lines.splitlines(keepends=True):
        try:
            found = from_json(_checked(line))
        except ValueError:
            break
        for (kind, parent, key), raw in zip(found["whose"], found["records"], strict=True):
            pending[key] = _record(kind, parent, key, raw)
        pending.update(dict.fromkeys(found["gone"]))
        if not found["more"]:
            records |= pending
            pending = {}
            when = datetime.fromisoformat(found["when"])
    return records, when


def _record(name: str, parent: str, key: str, raw: dict[str, Any]) -> Record:
    kind = _kinds()[name]
    raw[PARENT_KEY] = parent
    if kind is Emotion or kind is Asset:
        raw[_OWN_ID] = key
    record: Record = kind.__pydantic_validator__.validate_python(raw, by_name=False, by_alias=True)
    return record


@cache
def _kinds() -> Mapping[str, type[Record]]:
    """Give the classes of records by name."""
    kinds: Iterable[type[Record]] = [*LISTS, *(kind for lists in LISTS.values() for kind in lists.values()), Asset]
    return {kind.__name__: kind for kind in kinds}
