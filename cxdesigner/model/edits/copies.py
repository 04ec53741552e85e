"""Copies of whole maps: beside them, and as a start for the map of a future state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.placement import place
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import (
    Asset,
    Card,
    Copied,
    Department,
    Emotion,
    Lane,
    Map,
    Persona,
    Record,
    Stage,
    emotion_id,
)


def duplicate_map(document: Document, map_id: str, title: str) -> Change | None:
    """Copy a map with everything on it but comments; the copy stands behind it.

    Whatever can have an `origin` has that of which it is a copy; links and what cards solve lead to the copies.
    """
    return _copy(document, map_id, {"title": title})


def future_map(document: Document, map_id: str, title: str, author: str = "") -> Change | None:
    """Copy a map as `duplicate_map` does, as the map of a future state; `author` is its own if that of the map is "".

    Nobody has voted or rated there yet, nothing there is backed by research, and it is neither released nor dated.
    """
    shown = document.get(map_id, Map)
    author = (shown.author if shown is not None else "") or author
    fields = {"title": title, "author": author, "state": "future", "basis": "assumption", "release": "", "date": ""}
    return _copy(document, map_id, fields, opinions=False)


def _copy(document: Document, map_id: str, fields: Mapping[str, Any], *, opinions: bool = True) -> Change | None:
    shown = document.get(map_id, Map)
    if shown is None:
        return None
    records: list[Record] = [
        *(record for kind in (Stage, Lane) for record in document.shelf(kind, map_id)),
        *document.steps(map_id),
        *document.cards_by_lane(map_id),
        *(document.rounds(map_id) if opinions else ()),
    ]
    fresh: dict[str | None, str] = {record.id: new_id() for record in (shown, *records)}
    personas = [persona.id for persona in document.personas_of(map_id)]
    draft = Draft(document)
    copy = shown.with_(id=fresh[map_id], origin=map_id, personas=personas, **fields)
    draft.put(*place(document.maps, [copy], document.maps.index(shown) + 1))
    places = _Places(document, map_id)
    # Cards come to the parking lot from several places, where their ranks may have been the same.
    ranks = iter(spread(sum(isinstance(record, Card) and places.is_parked(record) for record in records)))
    for record in records:
        own: dict[str, Any] = {"id": fresh[record.id], "parent": fresh.get(record.parent, record.parent)}
        if isinstance(record, Copied):
            own["origin"] = record.id
        if isinstance(record, Card):
            own |= places.of(record, fresh) | _references(document, record, fresh, opinions=opinions)
            own |= {"rank": next(ranks)} if places.is_parked(record) else {}
        draft.put(record.with_(**own))
    for link in document.links(map_id):
        if link.from_ in fresh and link.to in fresh:
            draft.put(link.with_(id=new_id(), parent=copy.id, from_=fresh[link.from_], to=fresh[link.to]))
    for emotion in document.emotions(map_id):
        if emotion.step in fresh and document.get(emotion.persona, Persona) is not None:
            draft.put(_felt(emotion, copy.id, fresh[emotion.step], opinions=opinions))
    return draft.change()


class _Places:
    """The cells of a map; a card without one is copied into the parking lot."""

    def __init__(self, document: Document, map_id: str) -> None:
        self._lanes: set[str | None] = {
            lane.id for lane in document.lanes(map_id) if lane.kind not in LANES_WITHOUT_CARDS
        }
        self._steps: dict[str | None, int] = {step.id: index for index, step in enumerate(document.steps(map_id))}

    def is_parked(self, card: Card) -> bool:
        """Tell whether a card has no cell."""
        return card.lane not in self._lanes or card.step not in self._steps

    def of(self, card: Card, fresh: Mapping[str | None, str]) -> dict[str, str | None]:
        """Give lane, step and last step for the copy of a card."""
        lane, step, last = card.lane, card.step, card.to
        if self.is_parked(card):
            return {"lane": None, "step": None, "to": None}
        reaches = last in self._steps and self._steps[last] > self._steps[step]
        return {"lane": fresh[lane], "step": fresh[step], "to": fresh[last] if reaches else None}


def _references(document: Document, card: Card, fresh: Mapping[str | None, str], *, opinions: bool) -> dict[str, Any]:
    """Give what else the copy of a card refers to: copies, what belongs to no map, nothing that is not there."""
    solved = [fresh.get(key, key if document.get(key, Card) is not None else "") for key in card.solves]
    votes = [vote for vote in card.votes if opinions and (not vote.round or vote.round in fresh)]
    return {
        "personas": tuple(key for key in card.personas if document.get(key, Persona) is not None),
        "department": card.department if document.get(card.department, Department) is not None else "",
        "asset": card.asset if document.get(card.asset, Asset) is not None else "",
        "solves": tuple(key for key in solved if key),
        "votes": tuple(vote.with_(id=new_id(), round=fresh.get(vote.round, "")) for vote in votes),
    }


def _felt(emotion: Emotion, map_id: str, step: str, *, opinions: bool) -> Emotion:
    return emotion.with_(
        id=emotion_id(emotion.persona, step),
        parent=map_id,
        step=step,
        ratings=tuple(rating.with_(id=new_id()) for rating in emotion.ratings) if opinions else (),
    )
