"""Projects on disk."""

from __future__ import annotations

import contextlib
import json
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from cxdesigner.files import CannotWriteError, digest_of, remove_stale, write_atomically
from cxdesigner.model.document import Document
from cxdesigner.model.limits import MAX_FILE_BYTES, MAX_LEVELS
from cxdesigner.sentences import Sentence, SentenceError, say
from cxdesigner.storage.attached import is_pdf, project_in
from cxdesigner.storage.parsing import is_too_deep, too_large
from cxdesigner.storage.processes import is_running
from cxdesigner.storage.reading import Reading, Told, read
from cxdesigner.storage.writing import Writer

__all__ = ["CannotReadError", "CannotWriteError", "clear_up_beside", "load", "read_bytes", "save"]


class CannotReadError(SentenceError):
    """A file could not be read from the disk."""


def read_bytes(path: Path | str) -> bytes:
    """Give the content of a file that may be a project.

    Raises:
        CannotReadError: there is no such file, or it may not be read.
        NotAProjectError: it is past the limit; it was not read.
    """
    path = Path(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise CannotReadError(say("Could not open {name}: it is a folder. Choose a file in it.", name=path.name))
        if not stat.S_ISREG(found.st_mode):
            raise CannotReadError(say("Could not open {name}: it is a device or a pipe, not a file.", name=path.name))
        if found.st_size > MAX_FILE_BYTES:
            raise too_large(found.st_size)
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)  # it may have grown; `read` counts again
    except FileNotFoundError:
        folder = path.parent.resolve()  # "..", say, tells nobody where that is
        raise CannotReadError(
            say("Could not open {name}: there is no such file in {parent}.", name=path.name, parent=folder)
        ) from None
    except PermissionError:
        raise CannotReadError(
            say("Could not open {name}: you may not read it. Ask whose file it is.", name=path.name)
        ) from None
    except (OSError, ValueError) as error:
        raise CannotReadError(say("Could not open {name}: {error}.", name=path.name, error=error)) from error


def load(path: Path | str, told: Told | None = None) -> Reading:
    """Read a project from a file: one of its own, or a PDF that holds it. `told`: see `read`.

    Raises:
        CannotReadError: there is no such file, or it may not be read.
        NotAProjectError: it is no project, or past a limit.
        DamagedError: values in it are not as they should be.
    """
    data = read_bytes(path)
    return read_whole(data, told)._replace(digest=digest_of(data))


def read_whole(data: bytes, told: Told | None = None) -> Reading:
    """Read a project from the bytes of a file as `load` takes them; raises as that does."""
    if is_pdf(data):
        return read(project_in(data), told)._replace(is_attached=True)
    return read(data, told)


def save(
    document: Document, path: Path | str, writer: Writer | None = None, before: Callable[[Path], None] | None = None
) -> str:
    """Write a project to a file, whole or not at all; with the `writer` of the last time only what changed is written
    anew. Gives the SHA-256 of what was written, in hexadecimal. `before`: see `write_atomically`.

    Raises:
        CannotWriteError: it did not work, or could not be opened again, and the old file is as it was.
    """
    pieces = (writer or Writer()).pieces(document)
    if refusal := _refusal(pieces):
        raise CannotWriteError(say("Could not save {name}: {refusal}", name=Path(path).name, refusal=refusal))
    write_atomically(path, pieces, before=before)
    clear_up_beside(path)
    return digest_of(*pieces)


def clear_up_beside(path: Path | str) -> None:
    """Remove what saves that were killed left beside a file."""
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        remove_stale(Path(path).resolve().parent, is_running)


def _refusal(pieces: Sequence[bytes]) -> Sentence | None:
    """Say why `read` would refuse what was written; None if it would not."""
    amount = sum(map(len, pieces))
    if amount > MAX_FILE_BYTES:
        most = MAX_FILE_BYTES // 2**20
        return say(
            "it would have {amount:,.1f} MiB, and a project has at most {most}. Take something out of it.",
            amount=amount / 2**20,
            most=most,
        )
    # Every level is indented by two spaces more, so that most files need not be parsed to know.
    deep = b"\n" + b"  " * MAX_LEVELS
    if any(_has(piece, deep) for piece in pieces) and is_too_deep(json.loads(b"".join(pieces))):
        return say(
            "something in it is nested more than {most} levels deep. Undo what was put in last.", most=MAX_LEVELS
        )
    return None


def _has(piece: bytes, line: bytes) -> bool:
    """Tell whether a line begins so. The last one, which is nearly all of a picture, is not searched."""
    return piece.find(line, 0, piece.rfind(b"\n") + len(line)) >= 0
