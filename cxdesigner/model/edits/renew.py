"""A project anew: the same content under ids that nothing else has, as when one is made from a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cxdesigner.model.document import Document
from cxdesigner.model.ids import new_id, new_project_id
from cxdesigner.model.records import Asset, Card, Comment, Copied, Emotion, Link, Map, Project, Record, emotion_id


def renewed(
    document: Document,
    new: Callable[[], str] = new_id,
    new_project: Callable[[], str] = new_project_id,
    ids: Mapping[str, str] | None = None,
) -> Document:
    """Give every record, vote and rating a fresh id, those of `ids` if they are given; every reference follows.

    Assets stay, since their ids are made of what is in them; references that lead nowhere stay as they are; so does
    what is in a snapshot, which is a scope of its own. The order of everything stays, also where ranks are equal.
    """
    fresh = fresh_ids(document, new, new_project) if ids is None else ids
    # Shelf by shelf, since siblings without ranks come in the order in which they are given.
    records = [record for shelf in document.shelves() for record in shelf]
    return Document([record.with_(**_fields(record, fresh, new)) for record in records])


def fresh_ids(
    document: Document, new: Callable[[], str] = new_id, new_project: Callable[[], str] = new_project_id
) -> dict[str, str]:
    """Give a fresh id for that of every record but assets.

    Those of siblings come in their order, since siblings of equal rank stand in the order of their ids.
    """
    fresh: dict[str, str] = {}
    for shelf in document.shelves():
        if not isinstance(shelf[0], Asset | Emotion):
            fresh.update(zip([record.id for record in shelf], sorted(new() for _ in shelf), strict=True))
    fresh[document.root] = new_project()
    for record in document.records.values():
        if isinstance(record, Emotion):
            fresh[record.id] = emotion_id(_of(fresh, record.persona), _of(fresh, record.step))
    return fresh


def _of(fresh: Mapping[str, str], key: str) -> str:
    return fresh.get(key, key)


def _maybe(fresh: Mapping[str, str], key: str | None) -> str | None:
    return None if key is None else _of(fresh, key)


def _each(fresh: Mapping[str, str], keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_of(fresh, key) for key in keys)


def _fields(record: Record, fresh: Mapping[str, str], new: Callable[[], str]) -> dict[str, Any]:
    """Give the fields of a record in which ids stand, as they are to be."""
    fields: dict[str, Any] = {"id": _of(fresh, record.id), "parent": _of(fresh, record.parent)}
    if isinstance(record, Copied):
        fields["origin"] = _of(fresh, record.origin)
    if isinstance(record, Map):
        fields["personas"] = _each(fresh, record.personas)
    elif isinstance(record, Card):
        fields |= _card(record, fresh, new)
    elif isinstance(record, Emotion):
        fields |= {"persona": _of(fresh, record.persona), "step": _of(fresh, record.step)}
        fields["ratings"] = tuple(rating.with_(id=new()) for rating in record.ratings)
    elif isinstance(record, Link):
        fields |= {"from_": _of(fresh, record.from_), "to": _of(fresh, record.to)}
    elif isinstance(record, Comment):
        fields |= {"on": _of(fresh, record.on), "persona": _of(fresh, record.persona)}
    elif isinstance(record, Project):
        del fields["parent"]
    return fields


def _card(card: Card, fresh: Mapping[str, str], new: Callable[[], str]) -> dict[str, Any]:
    return {
        "lane": _maybe(fresh, card.lane),
        "step": _maybe(fresh, card.step),
        "to": _maybe(fresh, card.to),
        "personas": _each(fresh, card.personas),
        "department": _of(fresh, card.department),
        "solves": _each(fresh, card.solves),
        "votes": tuple(vote.with_(id=new(), round=_of(fresh, vote.round)) for vote in card.votes),
    }
