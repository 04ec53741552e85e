"""Setting any value by its path: a field ("text"), or a value inside a value ("evidence.source")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.links import change_links, link_of
from cxdesigner.model.edits.personas import show_personas
from cxdesigner.model.records import EMOTION_KEY, Brand, Ces, Csat, Evidence, Map, Nps, Part, Record

PARTS: Final[dict[str, type[Part]]] = {"brand": Brand, "evidence": Evidence, "nps": Nps, "csat": Csat, "ces": Ces}
"""The fields that hold values inside a value."""


def set_value(document: Document, keys: str | Iterable[str], path: str, value: Any) -> Change | None:
    """Give a field, or a value inside one, a new value in all records that have it.

    An outer value is made where there is none, and taken away when nothing is left in it. A feeling that nobody has
    noted yet becomes an emotion with its first value. Links change as `change_links` does it. A persona that is no
    longer on a map takes its emotions along.

    Raises:
        InvalidValueError: what `set_fields` refuses.
    """
    ids = [keys] if isinstance(keys, str) else list(keys)
    links = [key for key in ids if path in ("kind", "label") and link_of(document, key) is not None]
    there = [key for key in ids if key in document and key not in links]
    unnoted = [key for key in ids if key not in document and EMOTION_KEY in key]
    return in_turn(
        document,
        [
            partial(_set_there, keys=there, path=path, value=value),
            partial(change_links, keys=links, **{path: value} if links else {}),
            *(partial(_note, key=key, path=path, value=value) for key in unnoted),
        ],
    )


def _set_there(document: Document, keys: Sequence[str], path: str, value: Any) -> Change | None:
    head, _, tail = path.partition(".")
    if tail:
        return _set_inside(document, keys, head, tail, value)
    maps = [key for key in keys if head == "personas" and document.get(key, Map) is not None]
    others = [key for key in keys if key not in maps]
    return in_turn(
        document,
        [
            partial(set_fields, keys=others, **{head: value}),
            *(partial(show_personas, map_id=key, personas=value) for key in maps),
        ],
    )


def _set_inside(document: Document, keys: Sequence[str], head: str, tail: str, value: Any) -> Change | None:
    draft = Draft(document)
    for key in keys:
        record = document[key]
        if _has_inside(type(record), head, tail):
            draft.put(record.with_(**{head: _part(getattr(record, head), head, tail, value)}))
    return draft.change()


def _note(document: Document, key: str, path: str, value: Any) -> Change | None:
    persona, _, step = key.partition(EMOTION_KEY)
    made = set_emotion(document, persona, step)
    noted = _set_there(document.apply(made), [key], path, value) if made is not None else None
    return made.then(noted) if made is not None and noted is not None else None


def _has_inside(kind: type[Record], head: str, tail: str) -> bool:
    return head in kind.model_fields and head in PARTS and tail in PARTS[head].model_fields


def _part(part: Part | None, head: str, tail: str, value: Any) -> Part | None:
    kind = PARTS[head]
    fresh = part.with_(**{tail: value}) if part is not None else kind.new(**{tail: value})
    return None if fresh == kind.new() else fresh
