"""Replacing what was found in texts, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.limits import MAX_TEXT, InvalidValueError
from cxdesigner.model.records import Record
from cxdesigner.model.search import FIELDS, Matcher, Query
from cxdesigner.sentences import say

_NAMED = 40
"""As many letters of a text stand for it in a sentence."""


class Place(NamedTuple):
    """A text: a field of a record ("a.b" for the field b of its part a), and the item where it is a list, else -1."""

    key: str
    field: str
    item: int = -1


def replaced(text: str, query: Query, replacement: str) -> str:
    """Give a text with every match of the query replaced; the replacement is put in as it is."""
    out, end = [], 0
    for first, last in Matcher(query).spans(text):
        out += [text[end:first], replacement]
        end = last
    return "".join([*out, text[end:]])


def replace_texts(document: Document, places: Iterable[Place], query: Query, replacement: str) -> Change | None:
    """Replace the query in these texts; places that are not there, or where it does not stand, are passed over.

    Raises:
        InvalidValueError: a text would become too long.
    """
    draft = Draft(document)
    for place in places:
        record = draft.get(place.key, Record)
        if record is not None and place.field in FIELDS.get(type(record), ()):
            _replace(draft, record, place, query, replacement)
    return draft.change()


def _replace(draft: Draft, record: Record, place: Place, query: Query, replacement: str) -> None:
    name, _, inner = place.field.partition(".")
    value = getattr(record, name)
    if inner:
        text = getattr(value, inner, "")
    elif place.item < 0:
        text = value
    else:
        text = value[place.item] if place.item < len(value) else ""
    fresh = replaced(text, query, replacement) if isinstance(text, str) else text
    if fresh == text:
        return
    if len(fresh) > MAX_TEXT:
        named = text if len(text) <= _NAMED else f"{text[: _NAMED - 1]}…"
        raise InvalidValueError(
            say(
                "“{named}” would be {n:,} characters long and {most:,} is the most, so nothing was replaced.",
                named=named,
                n=len(fresh),
                most=MAX_TEXT,
            )
        )
    if inner:
        value = value.with_(**{inner: fresh})
    elif place.item < 0:
        value = fresh
    else:
        value = (*value[: place.item], fresh, *value[place.item + 1 :])
    draft.put(record.with_(**{name: value}))
