"""Setting the fields of any record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Lane, Record

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


def _has(record: Record, names: Iterable[str]) -> bool:
    return set(names) <= type(record).model_fields.keys() - _PLACES


def _check_empty(document: Document, lane: Lane) -> None:
    if document.cards_in_lane(lane.parent, lane.id):
        raise InvalidValueError("A lane of this kind holds no cards: move those that are in it to another lane first.")
