"""Setting the fields of any record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Lane, Part, Record

_PLACES = frozenset({"id", "parent", "rank", "lane", "step", "to", "persona", "from_"})
"""Where a record is and what it is of: other edits change that, with all that hangs on it."""


def set_fields(document: Document, keys: str | Iterable[str], **values: Any) -> Change | None:
    """Give fields new values in one record or in many; records that do not have all of the fields are passed over.

    Where a record stands is no such field. What a value refers to has to be there.

    Raises:
        InvalidValueError: a value does not fit its field, or a lane with cards in it would be of a kind without.
    """
    draft = Draft(document)
    for key in [keys] if isinstance(keys, str) else keys:
        record = document.get(key, Record)
        if record is not None and _has(record, values):
            if isinstance(record, Lane) and values.get("kind") in LANES_WITHOUT_CARDS:
                _check_empty(document, record)
            draft.put(record.with_(**values))
    return draft.change()


def set_part(document: Document, key: str, field: str, kind: type[Part], **values: Any) -> Change | None:
    """Change a value inside a value (the source of a card's evidence), making the outer one where there is none.

    An outer value in which nothing is left is taken away.
    """
    record = document.get(key, Record)
    if record is None or not _has(record, (field,)):
        return None
    part = getattr(record, field)
    if part is not None and not isinstance(part, kind):
        return None
    fresh = part.with_(**values) if part is not None else kind.new(**values)
    return set_fields(document, key, **{field: None if fresh == kind.new() else fresh})


def _has(record: Record, names: Iterable[str]) -> bool:
    return set(names) <= type(record).model_fields.keys() - _PLACES


def _check_empty(document: Document, lane: Lane) -> None:
    if document.cards_in_lane(lane.parent, lane.id):
        raise InvalidValueError("A lane of this kind holds no cards: move those that are in it to another lane first.")
