"""A file as a session, or a sentence that says why not. Imports all that reading takes."""

from __future__ import annotations

from pathlib import Path

from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.storage.problems import DamagedError, NotAProjectError, Problem
from cxdesigner.storage.project_file import CannotReadError, clear_up_beside, load
from cxdesigner.storage.reading import Reading, Told
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import said, tr

LEFT_OUT = "left_out"
"""The property of a session that counts what could not be read of a newer release's file: a copy would lose it."""


class CannotOpenError(Exception):
    """A file could not be opened; the text is a sentence for the reader."""


class DamagedFileError(CannotOpenError):
    """A file holds no project that can be read as it is; `is_project`: but it is one, with wrong values in it."""

    def __init__(self, sentence: str, path: Path, *, is_project: bool) -> None:
        super().__init__(sentence)
        self.path, self.is_project = path, is_project


def open_session(path: Path) -> tuple[Session, str]:
    """Read a file; gives a session and what the reader should know of it, "" for nothing.

    Raises:
        CannotOpenError: it cannot be read, is no project or damaged.
    """
    return session_of(path, reading_of(path))


def reading_of(path: Path, told: Told | None = None) -> Reading:
    """Read a file, in whatever thread, and clear up beside it; `told`: see `storage.reading.read`. Raises as
    `open_session` does.
    """
    try:
        reading = load(path.absolute(), told)
        clear_up_beside(path)  # not beside one that is damaged: what a save left may be all there is
        return reading
    except CannotReadError as error:
        raise CannotOpenError(said(error)) from error
    except (NotAProjectError, DamagedError) as error:
        is_project = isinstance(error, DamagedError)
        raise DamagedFileError(f"{path.name}: {said(error)}", path.absolute(), is_project=is_project) from error


def session_of(path: Path, reading: Reading) -> tuple[Session, str]:
    """Give a session on what was read from a file, and what the reader should know of it, "" for nothing."""
    path = path.absolute()
    where = None if reading.is_attached else path
    on_disk = None if reading.is_attached else OnDisk(reading.digest, reading.document)
    session = Session(reading.document, where, read_only=reading.read_only, on_disk=on_disk)
    session.setProperty(LEFT_OUT, reading.left_out)
    return session, remark(path.name, reading)


def remark(name: str, reading: Reading) -> str:
    """Say in one sentence what is not as it should be in a project that opens all the same; "" if all is well."""
    if reading.is_attached:
        sentence = tr("This is the project in {name}. It is in no file of its own yet: Save asks for one.", name=name)
        return " ".join(filter(None, [sentence, remark(name, reading._replace(is_attached=False))]))
    if reading.left_out:
        sentence = tr("{name} was made by a newer release: {n} cannot be read here, so it cannot be saved ({first}).")
        return sentence.format(name=name, n=things(reading.left_out), first=said(reading.problems[0].sentence))
    if reading.read_only:
        sentence = tr("{name} was made by a newer release, so it is not written over: Save asks for another name.")
        return sentence.format(name=name)
    return loose_ends(reading.problems)


def things(count: int) -> str:
    """Say how many things are meant."""
    return tr("1 thing in it") if count == 1 else tr("{n:,} things in it", n=count)


def loose_ends(problems: tuple[Problem, ...]) -> str:
    """Say in one sentence what opens but is not as it should be: references that lead nowhere, for the most part."""
    if not problems:
        return ""
    first = said(problems[0].sentence)
    if len(problems) == 1:
        return tr("1 thing in it is not as it should be: {first}.", first=first)
    sentence = tr("{n} things in it are not as they should be: {first}, and {more} more.")
    return sentence.format(n=f"{len(problems):,}", first=first, more=f"{len(problems) - 1:,}")
