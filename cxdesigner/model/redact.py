"""A project for other people's eyes: what is to be left out is in it in no form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Final, NamedTuple, TypeVar

from cxdesigner.model.document import Document
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.renew import fresh_ids, renewed
from cxdesigner.model.incognito import LEFT_OUT, Incognito
from cxdesigner.model.records import (
    Card,
    Comment,
    Emotion,
    Map,
    Part,
    Persona,
    Project,
    Rating,
    Record,
    Round,
    Snapshot,
    Step,
    Vote,
)

_EMPTIED: Final[dict[str, dict[type[Part], tuple[str, ...]]]] = {
    "quotes": {Card: ("says",), Persona: ("quote",), Emotion: ("note",)},
    "names": {Vote: ("by",), Rating: ("by",)},
    "photos": {Card: ("asset", "alt"), Persona: ("photo",)},
    "notes": {Emotion: ("note",), Step: ("note",)},
    "votes": {Card: ("votes",), Emotion: ("ratings",)},
    "authors": {Map: ("author",), Card: ("author",), Comment: ("author",), Vote: ("by",), Rating: ("by",)},
}
_REMOVED: Final[dict[str, type[Record]]] = {"notes": Comment, "votes": Round}
_CARDS: Final = {"quotes": "quote", "notes": "note"}
P = TypeVar("P", bound=Part)


class Redacted(NamedTuple):
    """A redacted project, and what each id of the whole one became; those of what was left out are missing."""

    document: Document
    ids: Mapping[str, str]


def redact(document: Document, without: Collection[str], persona: str = "Persona {n}") -> Redacted:
    """Leave some of `secrecy.SECRETS` out of a project; `persona` is what a persona without its name is called.

    With them go named versions, open conflicts and all fields that are not known, for anything may be in those, and
    pictures that nothing shows any more. Every id is made anew, by counting, since ids may be made of names.
    """
    if not without:
        return Redacted(document, {key: key for key in document.records})
    records = [_emptied(record, without) for shelf in document.shelves() for record in shelf]
    if "names" in without or "authors" in without:
        incognito = Incognito(document, persona, names="names" in without, authors="authors" in without)
        records = [incognito.without_names(record) for record in records]
    if "names" in without:
        records = [_unowned(record) for record in records]
    return _renewed(_without_records(Document(records), without))


def _emptied(part: P, without: Collection[str]) -> P:
    """Make a part again without its secret fields, and without those that are not known."""
    kind = type(part)
    secret = {field for name in without for field in _EMPTIED[name].get(kind, ())}
    if kind is Project:
        secret.add("conflicts")
    kept = {name: _value(value, without) for name, value in vars(part).items() if name not in secret}
    return kind.new(**kept)


def _unowned(record: Record) -> Record:
    """Leave out who owns a card, but not that somebody does: a card without an owner is another finding."""
    return record.with_(owner=LEFT_OUT) if isinstance(record, Card) and record.owner.strip() else record


def _value(value: Any, without: Collection[str]) -> Any:
    if isinstance(value, Part):
        return _emptied(value, without)
    return tuple(_value(one, without) for one in value) if isinstance(value, tuple) else value


def _without_records(document: Document, without: Collection[str]) -> Document:
    """Take out what is secret as a whole, lanes that held nothing else, and pictures that nothing shows any more."""
    gone = {record.id for record in document.records.values() if _goes(record, without)}
    for shown in document.maps:
        for lane in document.lanes(shown.id):
            cards = document.cards_in_lane(shown.id, lane.id)
            if cards and all(card.id in gone for card in cards):
                gone.add(lane.id)
    document = _after(document, gone)
    return _after(document, {asset.id for asset in document.assets} - set(_shown_assets(document)))


def _goes(record: Record, without: Collection[str]) -> bool:
    if isinstance(record, Card):
        is_bare = record.kind == "picture" and "photos" in without and not record.text.strip()
        return is_bare or record.kind in [kind for name, kind in _CARDS.items() if name in without]
    return isinstance(record, Snapshot) or type(record) in [kind for name, kind in _REMOVED.items() if name in without]


def _shown_assets(document: Document) -> Iterator[str]:
    brand = document.project.brand
    yield brand.logo if brand else ""
    for record in document.records.values():
        if isinstance(record, Card):
            yield record.asset
        elif isinstance(record, Persona):
            yield record.photo


def _after(document: Document, gone: Iterable[str]) -> Document:
    change = remove(document, gone)
    return document if change is None else document.apply(change)


def _renewed(document: Document) -> Redacted:
    from uuid import NAMESPACE_OID, uuid5  # later, since importing it takes long

    numbers = count(1)
    ids = fresh_ids(document, lambda: f"r{next(numbers):07}", lambda: str(uuid5(NAMESPACE_OID, document.root)))
    return Redacted(renewed(document, lambda: f"r{next(numbers):07}", ids=ids), ids)
