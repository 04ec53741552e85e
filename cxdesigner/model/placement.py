"""Where a record goes among its siblings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.ranks import between, is_rank, spread
from cxdesigner.model.records import Ranked

S = TypeVar("S", bound=Ranked)


def place(siblings: Sequence[S], moved: Sequence[S], index: int) -> list[S]:
    """Rank `moved` so that they stand, in the order given, before `siblings[index]` of those that are not moved.

    Returns the records whose rank changed, new ones included. Siblings are ranked anew where theirs leave no room.
    """
    going = {record.id for record in moved}
    staying = [record for record in siblings if record.id not in going]
    index = max(0, min(index, len(staying)))
    low = staying[index - 1].rank if index else ""
    high = staying[index].rank if index < len(staying) else ""
    room = (
        (index == 0 or is_rank(low))
        and (index == len(staying) or is_rank(high))
        and (not low or not high or low < high)
    )
    if room and len({record.rank for record in staying}) == len(staying):
        return _between(low, high, moved)
    return _ranked_anew([*staying[:index], *moved, *staying[index:]])


def _between(low: str, high: str, moved: Sequence[S]) -> list[S]:
    placed = []
    for record in moved:
        low = between(low, high)
        placed.append(record.with_(rank=low))
    return placed


def _ranked_anew(records: Sequence[S]) -> list[S]:
    return [record.with_(rank=rank) for record, rank in zip(records, spread(len(records)), strict=True)]


def rank_all(document: Document) -> Change | None:
    """Rank all siblings of which one has no rank, in the order in which they stand; None if all have one."""
    pairs: dict[str, tuple[Ranked | None, Ranked | None]] = {}
    for shelf in document.shelves():
        siblings = [record for record in shelf if isinstance(record, Ranked)]
        if not all(record.rank for record in siblings):
            for record, ranked in zip(siblings, _ranked_anew(siblings), strict=True):
                pairs[record.id] = (record, ranked)
    return Change.of(pairs)
