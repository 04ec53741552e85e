"""Setting the fields of any record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.links import untold
from cxdesigner.model.edits.removal import REFERENCES, remove
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Brand, Card, Lane, Record, Vote
from cxdesigner.model.wording import noun
from cxdesigner.sentences import say

_PLACES = frozenset({"id", "parent", "rank", "lane", "step", "to", "persona", "from_"})
"""Where a record is and what it is of: other edits change that, with all that hangs on it."""


def set_fields(document: Document, keys: str | Iterable[str], **values: Any) -> Change | None:
    """Give fields new values in one record or in many; records that do not have all of the fields are passed over.

    Where a record stands is no such field. What a card solves no more goes, with the comments on it, where a link says
    so too.

    Raises:
        InvalidValueError: a value does not fit its field or refers to what is not there, or a lane with cards in it
            would be of a kind without.
    """
    draft = Draft(document)
    gone: list[str] = []
    for key in [keys] if isinstance(keys, str) else keys:
        record = document.get(key, Record)
        if record is not None and _has(record, values):
            if isinstance(record, Lane) and values.get("kind") in LANES_WITHOUT_CARDS:
                _check_empty(document, record)
            fresh = record.with_(**values)
            for name, kind in REFERENCES.get(type(record), {}).items():
                if name in values:
                    _check_there(document, kind, getattr(record, name), getattr(fresh, name))
            draft.put(fresh)
            if isinstance(record, Card) and isinstance(fresh, Card) and record.solves != fresh.solves:
                gone += untold(document, record, fresh)
    change = draft.change()
    rest = remove(document.apply(change), gone) if change is not None and gone else None
    return change.then(rest) if change is not None and rest is not None else change


def _check_there(document: Document, kind: type[Record], before: object, after: object) -> None:
    """Refuse new references that lead nowhere; those that did already may stay."""
    for key in _keys(after) - _keys(before):
        if document.get(key, kind) is None:
            raise InvalidValueError(
                say(
                    "There is no {kind} “{key}”, so nothing was changed.",
                    kind=noun(kind),
                    key=key[:60],
                )
            )


def _keys(value: object) -> set[str]:
    """Give the ids in the value of a field that refers to others."""
    if isinstance(value, str):
        return {value} - {""}
    if isinstance(value, Brand):
        return {value.logo} - {""}
    if isinstance(value, tuple):
        return {one.round if isinstance(one, Vote) else one for one in value} - {""}
    return set()


def _has(record: Record, names: Iterable[str]) -> bool:
    return set(names) <= type(record).model_fields.keys() - _PLACES


def _check_empty(document: Document, lane: Lane) -> None:
    if document.cards_in_lane(lane.parent, lane.id):
        raise InvalidValueError(
            say("A lane of this kind holds no cards: move those that are in it to another lane first.")
        )
