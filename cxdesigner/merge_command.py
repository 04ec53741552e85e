"""`cxdesigner merge`: two versions of a project into one, by hand or by git."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cxdesigner.console import (
    CANNOT_READ,
    CANNOT_WRITE,
    PROBLEMS,
    STDIN,
    WELL,
    Stop,
    read_project,
    shown_name,
    warn,
)
from cxdesigner.info import one_line
from cxdesigner.sentences import say

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.model.records import Conflict

_LONGEST: Final = 60


def merge(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    from cxdesigner.usage import merge_parser

    given = merge_parser().parse_args(arguments)
    from cxdesigner.model import merge as merging
    from cxdesigner.model.limits import LimitReachedError
    from cxdesigner.storage.project_file import CannotWriteError, save

    base = None if _is_empty(given.base) else _read(given.base)
    ours, theirs = _read(given.ours), _read(given.theirs)
    try:
        merged = merging.merge(base, ours, theirs) if base is not None else merging.merge_all(None, [ours, theirs])
    except (merging.CannotMergeError, LimitReachedError) as error:
        raise Stop(CANNOT_READ, error.sentence) from None
    try:
        save(merged.document, given.out)
    except CannotWriteError as error:
        raise Stop(CANNOT_WRITE, error.sentence) from None
    for found in merged.conflicts:
        print(one_line(_told(found)))
    return PROBLEMS if merged.conflicts else WELL


def _is_empty(name: str) -> bool:
    """Tell whether there is no base: git gives an empty file for one where both sides added the project."""
    try:
        return name != STDIN and Path(name).stat().st_size == 0
    except (OSError, ValueError):
        return False  # reading says what is wrong


def _read(name: str) -> Document:
    reading = read_project(name)
    if reading.read_only:
        sentence = say(
            "{name} was made by a newer release, and a merge by this one would lose some of it. Merge with that one.",
            name=shown_name(name),
        )
        raise Stop(CANNOT_READ, sentence)
    warn(name, reading)
    return reading.document


def _told(found: Conflict) -> str:
    values = (f"{side} {_short(getattr(found, side))}" for side in ("base", "ours", "theirs"))
    return f"{found.path}: {', '.join(values)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
