"""The best project that can be made of a damaged file, and what was done to make it."""

from __future__ import annotations

import contextlib
from typing import Any, NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.attached import is_pdf, project_in
from cxdesigner.storage.mending.by_lines import is_in_lines, read_by_lines
from cxdesigner.storage.mending.log import Log
from cxdesigner.storage.mending.loose_json import read_loosely
from cxdesigner.storage.mending.project import mend
from cxdesigner.storage.mending.salvage import Reader, salvaged
from cxdesigner.storage.migrations import THIS, migrated
from cxdesigner.storage.nesting import FORMAT, VERSION
from cxdesigner.storage.parsing import parse
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.reading import Builder


class Repaired(NamedTuple):
    """A project that can be read again without a problem but loose ends, and a sentence for each thing done."""

    document: Document
    done: tuple[Sentence, ...]


def repaired(data: bytes) -> Repaired:
    """Make a project of a damaged one; of a sound one the same, with nothing done.

    Raises:
        NotAProjectError: the bytes never were a project, nothing in them can be read, or a newer release made them.
    """
    data = project_in(data) if is_pdf(data) else data
    found = _read(data, read_loosely)
    found = found._replace(done=found.done or _small_things(data))
    if found.done and is_in_lines(data.decode("utf-8", "replace")):
        with contextlib.suppress(NotAProjectError):
            other = _read(data, read_by_lines)
            if _worth(other.document) > _worth(found.document):
                return other._replace(done=other.done or found.done)
    return found


def _read(data: bytes, read: Reader) -> Repaired:
    log = Log()
    raw = salvaged(data, log, read)
    _check_kind(raw)
    version = raw.get("version")
    if type(version) is int and version > 0:
        raw = migrated(raw, version, THIS)
    mend(raw, log)
    return Repaired(Document(Builder().project(raw)), tuple(log.done))


def _worth(document: Document) -> int:
    """Tell how much is in a project: the fields of its records, and not what no record of that kind has."""
    return sum(len(record.model_fields_set & type(record).model_fields.keys()) for record in document.records.values())


def _check_kind(raw: dict[str, Any]) -> None:
    version = raw.get("version")
    if raw.get("format") == FORMAT and type(version) is int and version > VERSION:
        raise NotAProjectError(
            say(
                "A newer release made this file, in version {version} of the format. Repair it with that one, "
                "which knows all that is in it.",
                version=version,
            )
        )


def _small_things(data: bytes) -> tuple[Sentence, ...]:
    """Say that a file would not open as it is for no more than a comma, or NaN in a field that nobody knows."""
    log = Log()
    try:
        parse(data)
    except NotAProjectError:
        what = say("something in it is not as it should be in JSON")
        log.tell(say("The file"), what, say("it was read all the same"))
    return tuple(log.done)
