"""What a comment is on, in words."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.records import Department, Lane, Link, Project, Record, Round
from cxdesigner.ui.names import text_of
from cxdesigner.ui.panels.field_access import record_of
from cxdesigner.ui.style.labels import RECORDS, label, lane_title
from cxdesigner.ui.style.words import tr

_MOST, _MOST_OF_AN_END = 60, 28


def name_of(document: Document, key: str) -> str:
    """Name what a comment is on, such as “Orders two menus”, or the link from “Orders” to “Waits”."""
    record = record_of(document, key)
    if record is None:
        return tr("something that is gone")
    if isinstance(record, Link):
        if record.label:
            return tr("the link “{label}”", label=_short(record.label, _MOST))
        ends = (document.get(end, Record) for end in (record.from_, record.to))
        start, end = (_short(text_of(one), _MOST_OF_AN_END) or tr("Without text") for one in ends)
        return tr("the link from “{start}” to “{end}”", start=start, end=end)
    words = lane_title(record.title, record.kind) if isinstance(record, Lane) else text_of(record)
    short = _short(words, _MOST)
    if isinstance(record, Department):
        return tr("the department “{name}”", name=short) if short else tr("a department")
    if isinstance(record, Project):
        return tr("the project “{name}”", name=short) if short else tr("the project")
    if isinstance(record, Round):
        return tr("the round of voting “{name}”", name=short) if short else tr("a round of voting")
    return f"“{short}”" if short else label(RECORDS, type(record).__name__).lower()


def _short(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
