"""Reading fields of records by path, such as "text" or "evidence.source"; pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxdesigner.insight import metrics
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import link_of
from cxdesigner.model.edits.parts import PARTS
from cxdesigner.model.records import EMOTION_KEY, Card, Emotion, Persona, Record, Step


class Mixed:
    """What stands for the value of a field that differs from one record to the next."""

    def __repr__(self) -> str:
        return "MIXED"


MIXED = Mixed()


def record_of(document: Document, key: str) -> Record | None:
    """Give a record by its id; what a card solves is a link; for a feeling that
    nobody has noted yet, an empty emotion."""
    record = document.get(key, Record) or link_of(document, key)
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
