"""Where a record goes among its siblings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cxdesigner.model.change import Change, Pair
from cxdesigner.model.document import Document
from cxdesigner.model.ranks import among, between, spread
from cxdesigner.model.records import Card, Ranked, Record

S = TypeVar("S", bound=Ranked)

_LONG = 50
"""The length at which ranks are given anew: whoever always inserts at one place lengthens them."""


def place(siblings: Sequence[S], moved: Sequence[S], index: int) -> list[S]:
    """Rank `moved` so that they stand, in the order given, before `siblings[index]` of those that are not moved.

    Returns the records whose rank changed, new ones included. Siblings are ranked anew where theirs leave no room.
    """
    going = {record.id for record in moved}
    staying = [record for record in siblings if record.id not in going]
    index = max(0, min(index, len(staying)))
    ranks = _ranks_at([record.rank for record in staying], index, len(moved))
    if ranks is None:
        return _ranked_anew([*staying[:index], *moved, *staying[index:]])
    return [record.with_(rank=rank) for record, rank in zip(moved, ranks, strict=True)]


def ranks_behind(siblings: Sequence[Ranked], count: int, more: int = 0) -> list[str] | None:
    """Give ranks for new records behind all siblings; None where those have to be ranked anew, as `place` does.

    `more`: how many records are still to come behind them. Room is left for those, else each time that some are put in
    they would share out all that is left, and ranks grow until they have to be given anew.
    """
    return _ranks_at([record.rank for record in siblings], len(siblings), count, more)


def _ranks_at(ranks: list[str], index: int, count: int, more: int = 0) -> list[str] | None:
    """Give `count` ranks before the one at `index`; None if there is no room, or it is not by them that they stand."""
    if not all(ranks) or ranks != sorted(ranks):
        return None
    low, high = ranks[index - 1] if index else "", ranks[index] if index < len(ranks) else ""
    try:
        found = [between(low, high)] if count + more == 1 else among(low, high, count + more, count)
    except ValueError:
        return None
    return found if all(len(rank) < _LONG for rank in found) else None


def _ranked_anew(records: Sequence[S]) -> list[S]:
    return [record.with_(rank=rank) for record, rank in zip(records, spread(len(records)), strict=True)]


def rank_all(document: Document) -> Change | None:
    """Rank all siblings of which one has no rank, in the order in which they stand; None if all have one.

    Cards of several lanes keep the order that they have on their map.
    """
    unranked: dict[tuple[type[Record], str], list[Ranked]] = {}
    for shelf in document.shelves():
        siblings = [record for record in shelf if isinstance(record, Ranked)]
        if not all(record.rank for record in siblings):
            unranked.setdefault((type(siblings[0]), siblings[0].parent), []).extend(siblings)
    pairs: dict[str, Pair] = {}
    for (kind, parent), records in unranked.items():
        ids = {record.id for record in records}
        in_order = [card for card in document.cards(parent) if card.id in ids] if kind is Card else records
        pairs |= {record.id: (document[record.id], record) for record in _ranked_anew(in_order)}
    return Change.of(pairs)
