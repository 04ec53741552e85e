"""What a merge brings back although one side took it out: the other put something into it, or refers to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cxdesigner.model.conflict_paths import path_to
from cxdesigner.model.records import Conflict, Record
from cxdesigner.model.references import references, references_in
from cxdesigner.model.three_way import conflict

Records = Mapping[str, Record]


def brought_back(
    base: Records,
    ours: Records,
    theirs: Records,
    merged: dict[str, Record],
    open_ones: Sequence[Conflict],
    tell: Callable[[Conflict], object],
) -> None:
    """Put back into the records of a merge what the others of them need, with a conflict for each.

    So is what the values need that conflicts keep (`open_ones`), whichever will be chosen. What leads nowhere on one
    side already is left so.
    """
    sides = ours, theirs
    gone = (ours.keys() | theirs.keys()) - merged.keys()
    left: list[Record] = []

    def bring(key: str) -> None:
        gone.discard(key)
        mine, others = ours.get(key), theirs.get(key)
        back = mine or others
        assert back is not None
        merged[key] = back
        tell(conflict(path_to(back), base.get(key), mine, others))
        left.append(back)

    if not gone:
        return
    left += merged.values()
    for one in open_ones:
        for side, value in ((ours, one.ours), (theirs, one.theirs)):
            for key in references_in(one.path, value):
                if key in gone and key in side:
                    bring(key)
    while left:
        record = left.pop()
        for key in references(record):
            if key in gone and not any(_leads_nowhere(record, key, side) for side in sides):
                bring(key)


def _leads_nowhere(record: Record, key: str, side: Records) -> bool:
    """Tell whether a side has the record and not what it refers to."""
    own = side.get(record.id)
    return own is not None and key not in side and key in references(own)
