"""Reading and writing fields of records by path, such as "text" or "evidence.source"; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cxdesigner.insight import metrics
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.departments import add_department, department_named
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.personas import join_map, leave_map
from cxdesigner.model.records import (
    EMOTION_KEY,
    Card,
    Ces,
    Csat,
    Emotion,
    Evidence,
    Map,
    Nps,
    Part,
    Persona,
    Record,
    Step,
)

PARTS: dict[str, type[Part]] = {"evidence": Evidence, "nps": Nps, "csat": Csat, "ces": Ces}


class Mixed:
    """What stands for the value of a field that differs from one record to the next."""

    def __repr__(self) -> str:
        return "MIXED"


MIXED = Mixed()


def record_of(document: Document, key: str) -> Record | None:
    """Give a record by its id; for a feeling that nobody has noted yet, an empty emotion."""
    record = document.get(key, Record)
    if record is not None or EMOTION_KEY not in key:
        return record
    persona, step = key.split(EMOTION_KEY, 1)
    if document.get(persona, Persona) is None or document.get(step, Step) is None:
        return None
    return Emotion.new(id=key, persona=persona, step=step)


def value_of(record: Record, path: str) -> Any:
    """Give the value of a field; that of a part which is not there is the default of its field."""
    head, _, tail = path.partition(".")
    value = getattr(record, head)
    if not tail:
        return value
    return getattr(value, tail) if value is not None else PARTS[head].model_fields[tail].get_default()


def shared_value(records: Sequence[Record], path: str) -> Any:
    """Give the value that a field has in all records, or MIXED."""
    first = value_of(records[0], path)
    return first if all(value_of(record, path) == first for record in records[1:]) else MIXED


def hint_of(record: Record, path: str) -> str:
    """Give the score that follows from counts of answers, to stand where no score is given; "" for none."""
    if not isinstance(record, Card):
        return ""
    measure = None
    if path == "nps.score" and record.nps is not None:
        measure = metrics.nps(record.nps)
    elif path == "csat.score" and record.csat is not None:
        measure = metrics.csat(record.csat)
    return number_text(round(measure.value)) if measure is not None else ""


def number_text(value: float | None) -> str:
    """Write a number as it is read: a real minus sign, no needless decimals; "" for none."""
    return "" if value is None else f"{value:.10g}".replace("-", "\u2212")


def parse_number(text: str) -> float | None:
    """Read a number as people type it; None for an empty text.

    Raises:
        ValueError: it is not a number.
    """
    plain = text.strip().removesuffix("%").strip().replace("\u2212", "-").replace(",", ".")
    return float(plain) if plain else None


def set_path(document: Document, keys: Iterable[str], path: str, value: Any) -> Change | None:
    """Give a field a new value in all records that have it."""
    draft = Draft(document)
    whole: Change | None = None
    for key in keys:
        record = document.get(key, Record)
        if isinstance(record, Map) and path == "personas":
            return show_personas(document, record.id, value)
        if record is not None:
            draft.put(_with(record, path, value))
        elif (fresh := record_of(document, key)) is not None and isinstance(fresh, Emotion):
            head = path.partition(".")[0]
            fields = {head: getattr(_with(fresh, path, value), head)}
            made = set_emotion(whole_document(document, whole), fresh.persona, fresh.step, **fields)
            whole = both(whole, made)
    return both(draft.change(), whole)


def _with(record: Record, path: str, value: Any) -> Record:
    head, _, tail = path.partition(".")
    if head not in type(record).model_fields:
        return record
    if not tail:
        return record.with_(**{head: value})
    part = getattr(record, head)
    kind = PARTS[head]
    fresh = part.with_(**{tail: value}) if part is not None else kind.new(**{tail: value})
    return record.with_(**{head: None if fresh == kind.new() else fresh})


def show_personas(document: Document, map_id: str, personas: Iterable[str]) -> Change | None:
    """Show these personas on a map: others leave it with their emotions, new ones join it."""
    shown = document.get(map_id, Map)
    wanted = tuple(personas)
    whole: Change | None = None
    for key in shown.personas if shown is not None else ():
        if key not in wanted:
            whole = both(whole, leave_map(whole_document(document, whole), map_id, key))
    for key in wanted:
        if shown is not None and key not in shown.personas:
            whole = both(whole, join_map(whole_document(document, whole), map_id, key))
    return whole


def set_new_department(document: Document, keys: Iterable[str], name: str) -> Change | None:
    """Give records the department with a name, adding it where there is none."""
    if not name.strip():
        return None
    added = add_department(document, name)
    after = whole_document(document, added)
    department = department_named(after, name)
    return both(added, set_path(after, keys, "department", department.id)) if department is not None else None


def whole_document(document: Document, change: Change | None) -> Document:
    """Give the document after a change, if there is one."""
    return document.apply(change) if change is not None else document


def both(one: Change | None, other: Change | None) -> Change | None:
    """Join two changes, the other made after the one."""
    if one is None or other is None:
        return one or other
    return one.then(other)
