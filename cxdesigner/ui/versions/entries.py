"""The versions of a project that there are, and each as a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cxdesigner.model.records import Snapshot
from cxdesigner.sentences import SentenceError
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.session import Session

Kind = Literal["named", "file", "backup"]
_ORDER: Final[tuple[Kind, ...]] = ("file", "named", "backup")


class Backup(NamedTuple):
    """What a save replaced: when that was, with the zone, where it is, and the name of its file if it is another."""

    when: datetime
    path: Path
    name: str = ""


class Version(NamedTuple):
    """A version: kept under a name in the project, what its file holds, or what a save replaced (then with its path).

    `key` is unique, and another one once it holds something else; `name` of what a save replaced is that of its file,
    if it is not the one that is open; `when` is the local time, None where nobody knows.
    """

    key: str
    kind: Kind
    name: str = ""
    author: str = ""
    when: datetime | None = None
    path: Path | None = None


class CannotShowError(Exception):
    """A version cannot be read; the text is a sentence for the reader."""


def versions_of(session: Session, backups: Iterable[Backup]) -> list[Version]:
    """Give all versions there are: what the file holds, those with names, and what saves replaced.

    Of each sort the newest is first, and those of an unknown time are last.
    """
    found = [
        Version(one.id, "named", one.name, one.author, time_in(one.date)) for one in session.document.snapshots[::-1]
    ]
    if session.on_disk is not None and not session.is_saved:
        found.append(Version(f"file {session.on_disk.digest}", "file", when=_written(session.path)))
    found += [Version(f"backup {one.path}", "backup", one.name, "", _local(one.when), one.path) for one in backups]
    found.sort(key=lambda one: one.when or datetime.min, reverse=True)
    return sorted(found, key=lambda one: _ORDER.index(one.kind))


def read_version(session: Session, version: Version) -> Document:
    """Give what a version holds.

    Raises:
        CannotShowError: it cannot be read.
    """
    from cxdesigner.storage.project_file import load
    from cxdesigner.storage.snapshots import document_of

    snapshot = session.document.get(version.key, Snapshot)
    try:
        if version.path is not None:
            return load(version.path).document
        if snapshot is not None:
            return document_of(session.document, snapshot)
    except SentenceError as error:
        raise CannotShowError(said(error)) from error
    if version.kind == "file" and session.on_disk is not None:
        return session.on_disk.document
    raise CannotShowError(tr("This version is kept no longer."))


def time_in(text: str) -> datetime | None:
    """Give the local time of an ISO date, with or without a time; None for any other text."""
    try:
        return _local(datetime.fromisoformat(text))
    except ValueError:
        return None


def _local(when: datetime) -> datetime:
    """Give a time as clocks here show it, without its zone; one without a zone is such a time."""
    try:
        return when.astimezone().replace(tzinfo=None) if when.tzinfo is not None else when
    except (OverflowError, OSError, ValueError):  # a year that no clock has
        return when.replace(tzinfo=None)


def _written(path: Path | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime) if path is not None else None
    except (OSError, ValueError, OverflowError):
        return None
