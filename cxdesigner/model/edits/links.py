"""Links: arrows between cards, steps and stages of a map.

What a card `solves` is the same statement as a link "solves" from it to another card, so both are shown and edited as
one link. It is kept in the card's `solves`, where the inspector and the checks look; such a link has an id made of
the two cards (`solves_key`) and no record of its own until it is given a label. A file may hold the record, the
card's field or both, and each counts by itself: removing or changing the link takes the statement out of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.ids import new_id
from cxdesigner.model.records import Card, Lane, Link, Stage, Step

SOLVES_KEY: Final = "\x1e"
"""Stands between the two cards in the id of a link that is only a card's `solves`."""
SOLVERS: Final = ("opportunity", "idea", "insight")
Ends = Card | Step | Stage


def solves_key(card_id: str, solved_id: str) -> str:
    """Give the id of the link that a card's `solves` is."""
    return f"{card_id}{SOLVES_KEY}{solved_id}"


def link_of(document: Document, key: str) -> Link | None:
    """Give a link by its id: a record, or what a card's `solves` says; None if there is none.

    What is said in both ways is the record, by either id.
    """
    if SOLVES_KEY not in key:
        return document.get(key, Link)
    card_id, _, solved = key.partition(SOLVES_KEY)
    card = document.get(card_id, Card)
    if card is None or solved not in card.solves:
        return None
    told = (one for one in document.links(card.parent) if (one.from_, one.to, one.kind) == (card_id, solved, "solves"))
    return next(told, None) or _said(card, solved)


def links_in(document: Document, map_id: str) -> tuple[Link, ...]:
    """Give the links of a map as they are shown: the records, and what the cards' `solves` say beyond them."""
    records = document.links(map_id)
    told = {(link.from_, link.to) for link in records if link.kind == "solves"}
    said = solved_by(document.cards_by_lane(map_id))
    return (*records, *(link for link in said if (link.from_, link.to) not in told))


def solved_by(cards: Iterable[Card]) -> tuple[Link, ...]:
    """Give what the `solves` of cards say, as links."""
    return tuple(_said(card, solved) for card in cards if card.solves for solved in dict.fromkeys(card.solves))


def links_at(document: Document, key: str) -> tuple[Link, ...]:
    """Give the links of which a card, step or stage is an end."""
    map_id = document.map_of(key)
    return tuple(link for link in links_in(document, map_id or "") if key in (link.from_, link.to))


def solution_first(document: Document, from_: str, to: str) -> tuple[str, str] | None:
    """Give a solution and the pain that it solves, in whichever order they are named; None for other things.

    A card in a lane of pains is one, unless its kind says that it is a solution.
    """
    for one, other in ((from_, to), (to, from_)):
        solution, pain = document.get(one, Card), document.get(other, Card)
        if solution is not None and pain is not None and solution.kind in SOLVERS and _is_pain(document, pain):
            return one, other
    return None


def _is_pain(document: Document, card: Card) -> bool:
    lane = document.get(card.lane, Lane)
    return card.kind == "pain" or (lane is not None and lane.kind == "pains" and card.kind not in SOLVERS)


def likely(document: Document, from_: str, to: str) -> tuple[str, str, str]:
    """Give what a link that is drawn between two things most likely says: from which, to which, and of which kind.

    What a solution and a pain have to do with each other is that the one solves the other, either way it is drawn.
    """
    solved = solution_first(document, from_, to)
    return (*solved, "solves") if solved is not None else (from_, to, kind_between(document, from_, to))


def kind_between(document: Document, from_: str, to: str) -> str:
    """Give the kind that a link from one thing to another most likely is of."""
    one, other = document.records.get(from_), document.records.get(to)
    if solution_first(document, from_, to) == (from_, to):
        return "solves"
    if isinstance(one, Card) and isinstance(other, Card) and changes_hands(one, other):
        return "hands_over"
    start, end = _column(document, from_), _column(document, to)
    return "repeats" if start is not None and end is not None and end < start else "leads_to"


def changes_hands(one: Card, other: Card) -> bool:
    """Tell whether two cards belong to different departments."""
    return bool(one.department and other.department) and one.department != other.department


def can_link(document: Document, map_id: str, from_: str, to: str) -> bool:
    """Tell whether two things are on the map and may be linked: cards, steps or stages, and not one with itself."""
    return from_ != to and all(
        isinstance(document.records.get(key), Ends) and document.map_of(key) == map_id for key in (from_, to)
    )


def add_link(
    document: Document, map_id: str, from_: str, to: str, kind: str | None = None, label: str = ""
) -> Change | None:
    """Link two things; without a kind it says what is `likely`. None if they can't be linked or are so already."""
    if not can_link(document, map_id, from_, to):
        return None
    if kind is None:
        from_, to, kind = likely(document, from_, to)
    if _is_told(document, map_id, from_, to, kind):
        return None
    draft = Draft(document)
    _tell(draft, Link.new(id=new_id(), parent=map_id, from_=from_, to=to, kind=kind, label=label))
    return draft.change()


def change_links(document: Document, keys: Sequence[str], **fields: Any) -> Change | None:
    """Give links a kind or a label, or other ends (`from_`, `to`); those that would be doubles stay as they are.

    A link between a solution and a pain that becomes a "solves" leads from the solution to the pain.
    """
    return in_turn(document, [partial(_change, key=key, fields=fields) for key in dict.fromkeys(keys)])


def reverse_links(document: Document, keys: Sequence[str]) -> Change | None:
    """Turn links round."""
    return in_turn(document, [partial(_reverse, key=key) for key in dict.fromkeys(keys)])


def added_key(document: Document, map_id: str, from_: str, to: str) -> str:
    """Give the id of the link between two ends that was made last, "" for none."""
    found = [link.id for link in links_in(document, map_id) if (link.from_, link.to) == (from_, to)]
    return found[-1] if found else ""


def untell(draft: Draft, link: Link) -> None:
    """Take a link out, whichever way the file holds it."""
    card = draft.get(link.from_, Card)
    if link.kind == "solves" and card is not None and link.to in card.solves:
        draft.put(card.with_(solves=tuple(key for key in card.solves if key != link.to)))
    if draft.get(link.id, Link) is not None:
        draft.remove(link.id)


def untold(document: Document, before: Card, after: Card) -> list[str]:
    """Give the ids of the links that say what a card solved and solves no more."""
    gone = set(before.solves) - set(after.solves)
    links = document.links(before.parent)
    return [link.id for link in links if link.kind == "solves" and link.from_ == before.id and link.to in gone]


def _said(card: Card, solved: str) -> Link:
    return Link.new(id=solves_key(card.id, solved), parent=card.parent, from_=card.id, to=solved, kind="solves")


def _column(document: Document, key: str) -> int | None:
    """Give the place across of a thing: that of its first step; None for what has none."""
    record = document.records.get(key)
    steps = [step.id for step in document.steps(document.map_of(key) or "")]
    if isinstance(record, Stage):
        first: str | None = next((step.id for step in document.steps_of(key)), None)
    else:
        first = record.step if isinstance(record, Card) else key
    return steps.index(first) if first in steps else None


def _is_told(document: Document, map_id: str, from_: str, to: str, kind: str, but: str = "") -> bool:
    """Tell whether there is such a link, other than the one with the id `but`."""
    wanted = (from_, to, kind)
    return any((link.from_, link.to, link.kind) == wanted and link.id != but for link in links_in(document, map_id))


def _tell(draft: Draft, link: Link) -> None:
    """Put a link in; that a card solves another stands in the card, and in a record only if there is more to say."""
    card = draft.get(link.from_, Card)
    if link.kind != "solves" or card is None or draft.get(link.to, Card) is None:
        draft.put(link)
        return
    draft.put(card.with_(solves=(*card.solves, link.to)))
    if link.label or draft.document.get(link.id, Link) is not None:
        draft.put(link)


def _change(document: Document, key: str, fields: dict[str, Any]) -> Change | None:
    link = link_of(document, key)
    if link is None:
        return None
    fresh = link.with_(**fields)
    solved = solution_first(document, fresh.from_, fresh.to) if fields.get("kind") == "solves" else None
    if solved is not None:
        fresh = fresh.with_(from_=solved[0], to=solved[1])
    if not can_link(document, link.parent, fresh.from_, fresh.to):
        return None
    if _is_told(document, link.parent, fresh.from_, fresh.to, fresh.kind, but=link.id):
        return None
    if document.get(link.id, Link) is None:
        fresh = fresh.with_(id=new_id())
    draft = Draft(document)
    untell(draft, link)
    _tell(draft, fresh)
    return draft.change()


def _reverse(document: Document, key: str) -> Change | None:
    link = link_of(document, key)
    return _change(document, key, {"from_": link.to, "to": link.from_}) if link is not None else None
