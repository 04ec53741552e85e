"""The best project that can be made of a damaged file, and what was done to make it."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.telling_changes import called
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.attached import is_pdf, project_in
from cxdesigner.storage.mending.by_lines import is_in_lines, read_by_lines
from cxdesigner.storage.mending.log import Log, of_the_file
from cxdesigner.storage.mending.loose_json import read_loosely
from cxdesigner.storage.mending.project import mend
from cxdesigner.storage.mending.salvage import Reader, salvaged
from cxdesigner.storage.migrations import THIS, migrated
from cxdesigner.storage.nesting import FORMAT, VERSION
from cxdesigner.storage.parsing import parse
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.reading import Builder

_HEAD: Final = 2**16
"""Bytes that are looked at to know who wrote a file."""
_AS_IT_IS: Final = of_the_file(say("something in it is not as it should be in JSON"), say("it was read all the same"))
_BY_LINES: Final = of_the_file(say("its brackets do not match"), say("it was read by how its lines are indented"))


class Repaired(NamedTuple):
    """A project that can be read again without a problem but loose ends, and a sentence for each thing done.

    `keys`: the ids of its records by the places where they stood.
    """

    document: Document
    done: tuple[Sentence, ...]
    keys: Mapping[str, str] = MappingProxyType({})

    def told(self) -> tuple[Sentence, ...]:
        """Give those sentences with the names of the records that they are about."""
        return tuple(map(self._named, self.done))

    def _named(self, sentence: Sentence) -> Sentence:
        place = sentence.values.get("place")
        around = "" if isinstance(place, Sentence) else str(place)  # on a line, or on the file
        while around and around not in self.keys:
            around = around.rpartition(".")[0]
        record = self.document.records.get(self.keys.get(around, ""))
        if record is None:
            return sentence
        what = say("{what} ({place})", what=called(self.document, record), place=place)
        return say(sentence.template, **{**sentence.values, "place": what})


def repaired(data: bytes) -> Repaired:
    """Make a project of a damaged one; of a sound one the same, with nothing done.

    Raises:
        NotAProjectError: the bytes never were a project, nothing in them can be read, or a newer release made them.
    """
    data = project_in(data) if is_pdf(data) else data
    found = _read(data, read_loosely)
    found = found._replace(done=found.done or _small_things(data))
    if found.done and is_in_lines(data[:_HEAD].decode("utf-8", "replace")):
        with contextlib.suppress(NotAProjectError):
            other = _read(data, read_by_lines)
            if _worth(other.document) > _worth(found.document):
                return other._replace(done=other.done or _BY_LINES)
    return found


def _read(data: bytes, read: Reader) -> Repaired:
    log = Log()
    raw = salvaged(data, log, read)
    _check_kind(raw)
    version = raw.get("version")
    if type(version) is int and version > 0:
        raw = migrated(raw, version, THIS)
    found = mend(raw, log)
    document = Document(Builder().project(raw))
    return Repaired(document, tuple(log.done), {one.place: one.raw.get("id", "") for one in found})


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
    try:
        parse(data)
    except NotAProjectError:
        return _AS_IT_IS
    return ()
