"""`cxdesigner merge`: two versions of a project into one, by hand or by git."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cxdesigner.console import (
    CANNOT_READ,
    CANNOT_WRITE,
    PROBLEMS,
    STDIN,
    WELL,
    Stop,
    is_same_file,
    read_project,
    shown_name,
    warn,
)
from cxdesigner.info import one_line
from cxdesigner.sentences import say

if TYPE_CHECKING:
    from collections.abc import Set

    from cxdesigner.model.document import Document
    from cxdesigner.model.records import Conflict
    from cxdesigner.storage.reading import Reading

_LONGEST: Final = 60


def merge(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    from cxdesigner.usage import merge_parser

    given = merge_parser().parse_args(arguments)
    from cxdesigner.model import merge as merging
    from cxdesigner.model.limits import LimitReachedError
    from cxdesigner.storage.project_file import CannotWriteError, save

    inputs, out = (given.base, given.ours, given.theirs), Path(given.out)
    if os.path.lexists(out) and not given.force and not any(_is_of(name, out) for name in inputs):
        sentence = say("{out} is there already: choose another name, or write over it with --force.", out=out)
        raise Stop(CANNOT_WRITE, sentence)
    began = None if _is_empty(given.base) else _read(given.base, out)
    ours, theirs = (_read(name, out) for name in inputs[1:])
    try:
        if began is not None:
            merged = merging.merge(began.document, ours.document, theirs.document)
        else:
            merged = merging.merge_all(None, [ours.document, theirs.document])
    except (merging.CannotMergeError, LimitReachedError) as error:
        raise Stop(CANNOT_READ, error.sentence) from None
    try:
        read = zip(inputs, (began, ours, theirs), strict=True)
        known = {reading.digest for name, reading in read if reading is not None and _is_of(name, out)}
        save(merged.document, out, before=partial(_refuse_changed, known) if known else None)
    except CannotWriteError as error:
        raise Stop(CANNOT_WRITE, error.sentence) from None
    for found in merged.conflicts:
        print(one_line(_told(merged.document, found)))
    return PROBLEMS if merged.conflicts else WELL


def _refuse_changed(known: Set[str], out: Path) -> None:
    from cxdesigner.files import CannotWriteError, digest_of

    if digest_of(out.read_bytes()) not in known:
        raise CannotWriteError(
            say("Somebody else saved {name} meanwhile, so nothing was written: merge again.", name=out.name)
        )


def _is_of(name: str, out: Path) -> bool:
    return name != STDIN and is_same_file(Path(name), out)


def _is_empty(name: str) -> bool:
    """Tell whether there is no base: git gives an empty file for one where both sides added the project."""
    try:
        return name != STDIN and Path(name).stat().st_size == 0
    except (OSError, ValueError):
        return False  # reading says what is wrong


def _read(name: str, out: Path) -> Reading:
    reading = read_project(name)
    if reading.read_only:
        sentence = say(
            "{name} was made by a newer release, and a merge by this one would lose some of it. Merge with that one.",
            name=shown_name(name),
        )
        raise Stop(CANNOT_READ, sentence)
    if reading.is_attached and _is_of(name, out):
        raise Stop(CANNOT_WRITE, say("{out} is a PDF, which a merge does not write: choose another name.", out=out))
    warn(name, reading)
    return reading


def _told(document: Document, found: Conflict) -> str:
    from cxdesigner.model.conflict_paths import spot_of
    from cxdesigner.model.telling_changes import called

    values = (f"{side} {_short(getattr(found, side))}" for side in ("base", "ours", "theirs"))
    spot = spot_of(found.path)
    record = document.get(spot.key, spot.kind) if spot is not None and spot.key else None
    name = f" ({called(document, record)})" if record is not None else ""
    return f"{found.path}{name}: {', '.join(values)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
