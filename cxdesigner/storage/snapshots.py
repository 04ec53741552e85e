"""Named versions as they stand in a project file: a project in a project, without snapshots and pictures of its own."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic_core import from_json, to_json

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import pictures_in
from cxdesigner.model.limits import MAX_FILE_BYTES, MAX_LEVELS, LimitReachedError
from cxdesigner.model.records import Asset, Snapshot
from cxdesigner.sentences import Sentence, SentenceError, say
from cxdesigner.storage.nesting import VERSION
from cxdesigner.storage.parsing import is_too_deep
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.storage.reading import Builder
from cxdesigner.storage.writing import write

_LEVELS: Final = 3
"""How much deeper a project stands in another one: in its object, the list of snapshots, and one of these."""
_NOT_IN_SNAPSHOTS: Final = frozenset(("snapshots", "assets"))
_INDENT: Final = 6
"""Spaces before each line of it there."""


class CannotReadSnapshotError(SentenceError):
    """What a snapshot holds is no project of a kind that is known here."""


def content_of(document: Document) -> dict[str, Any]:
    """Give a project as a snapshot of it holds it: without its snapshots and pictures.

    Raises:
        LimitReachedError: with that in it the project would be past what a file may hold.
    """
    without = document.apply(Change({one.id: (one, None) for one in (*document.snapshots, *document.assets)}))
    data = write(without)
    content: dict[str, Any] = json.loads(data)
    more = len(data) + _INDENT * data.count(b"\n")
    kept = sum(len(to_json(one.content, indent=2)) for one in document.snapshots)
    if len(data) + more + kept + sum(len(asset.data) for asset in document.assets) > MAX_FILE_BYTES:
        most = MAX_FILE_BYTES // 2**20
        raise LimitReachedError(
            say("With this version in it the project would have more than {most} MiB, so it was not kept.", most=most)
        )
    if is_too_deep(content, MAX_LEVELS - _LEVELS):
        raise LimitReachedError(
            say("Something in this project is nested too deep to be in a version that is kept, so none was.")
        )
    return content


def document_of(document: Document, snapshot: Snapshot) -> Document:
    """Give the project that a snapshot holds, with those pictures of the `document` that it shows.

    Raises:
        CannotReadSnapshotError: it is from a newer release, or not as it should be.
    """
    name, content = snapshot.name, snapshot.content
    if not content:
        raise CannotReadSnapshotError(say("There is nothing in the version “{name}”.", name=name))
    version = content.get("version", VERSION)
    if type(version) is int and version > VERSION:
        raise CannotReadSnapshotError(
            say(
                "The version “{name}” was kept by a newer release and cannot be shown here: use that to restore it.",
                name=name,
            )
        )
    # A copy: reading puts marks into what it reads.
    raw = from_json(to_json({key: value for key, value in content.items() if key not in _NOT_IN_SNAPSHOTS}))
    try:
        records = Builder().project(raw)
    except (DamagedError, NotAProjectError) as error:
        raise CannotReadSnapshotError(_damaged(name, error)) from None
    root = records[0].id
    shown: list[Asset] = [one.with_(parent=root) for one in pictures_in([content], document.assets)]
    return Document([*records, *shown])


def _damaged(name: str, error: DamagedError | NotAProjectError) -> Sentence:
    if isinstance(error, DamagedError):
        return say(
            "The version “{name}” is damaged at {first}, so it cannot be shown.",
            name=name,
            first=error.problems[0].sentence,
        )
    return say("The version “{name}” cannot be shown: {error}", name=name, error=error)
