"""`cxdesigner diff`: in what two versions of a project differ."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from cxdesigner.console import PROBLEMS, WELL, read_project, warn
from cxdesigner.info import one_line

if TYPE_CHECKING:
    from cxdesigner.model.diff import Comparison, Entry
    from cxdesigner.model.document import Document
    from cxdesigner.model.records import Record


def diff(arguments: list[str]) -> int:
    """Run the command; gives the exit code, 1 where something differs."""
    from cxdesigner.usage import diff_parser

    given = diff_parser().parse_args(arguments)
    from cxdesigner.model.diff import compare

    comparison = compare(_read(given.before), _read(given.after))
    if given.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        print(json.dumps(facts(comparison), indent=2, ensure_ascii=not plain))
    elif comparison.entries:
        from cxdesigner.model.telling_changes import summary, told

        print(*(one_line(line) for line in told(comparison)), summary(comparison), sep="\n")
    return PROBLEMS if comparison.entries else WELL


def facts(comparison: Comparison) -> dict[str, Any]:
    """Give what `diff --json` prints: of what was changed the fields that differ, of what was moved its places, of
    what was added or removed all of it.
    """
    from cxdesigner.model.telling_changes import sentence_of, summary

    changes = [
        {**_facts(comparison, entry), "sentence": sentence_of(comparison, entry)} for entry in comparison.entries
    ]
    return {"summary": summary(comparison), "changes": changes}


def _facts(comparison: Comparison, entry: Entry) -> dict[str, Any]:
    record = entry.record
    document = comparison.after if entry.after is not None else comparison.before
    return {
        "what": entry.what,
        "kind": type(record).__name__.lower(),
        "id": record.id,
        "map": document.map_of(record.id),
        "before": _values(entry, entry.before),
        "after": _values(entry, entry.after),
    }


def _values(entry: Entry, record: Record | None) -> Any:
    from cxdesigner.model.conflict_paths import place_of, plain

    if record is None:
        return None
    if entry.what == "moved":
        return place_of(record)
    return {name: plain(getattr(record, name, None)) for name in entry.fields} or plain(record)


def _read(name: str) -> Document:
    reading = read_project(name)
    warn(name, reading)
    return reading.document
