"""Setting the fields of any record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.records import Part, Record


def set_fields(document: Document, keys: str | Iterable[str], **values: Any) -> Change | None:
    """Give fields new values in one record or in many; records that do not have all of the fields are passed over."""
    draft = Draft(document)
    for key in [keys] if isinstance(keys, str) else keys:
        record = document.get(key, Record)
        if record is not None and set(values) <= set(type(record).model_fields):
            draft.put(record.with_(**values))
    return draft.change()


def set_part(document: Document, key: str, field: str, kind: type[Part], **values: Any) -> Change | None:
    """Change a value inside a value (the source of a card's evidence), making the outer one where there is none.

    An outer value in which nothing is left is taken away.
    """
    record = document.get(key, Record)
    if record is None or field not in type(record).model_fields:
        return None
    part = getattr(record, field)
    fresh = part.with_(**values) if part is not None else kind.new(**values)
    return set_fields(document, key, **{field: None if fresh == kind.new() else fresh})
