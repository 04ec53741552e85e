"""What a merge brings back although one side took it out: the other put something into it, or refers to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cxdesigner.model.conflict_paths import path_to
from cxdesigner.model.records import Conflict, Record
from cxdesigner.model.references import references
from cxdesigner.model.three_way import conflict

Records = Mapping[str, Record]


def brought_back(
    base: Records, ours: Records, theirs: Records, merged: dict[str, Record], tell: Callable[[Conflict], object]
) -> None:
    """Put back into the records of a merge what the others of them need, with a conflict for each.

    What leads nowhere on one side already is left so.
    """
    sides = ours, theirs
    gone = (sides[0].keys() | sides[1].keys()) - merged.keys()
    left = list(merged.values()) if gone else []
    while left:
        record = left.pop()
        for key in references(record):
            if key in gone and not any(_leads_nowhere(record, key, side) for side in sides):
                gone.discard(key)
                mine, others = (side.get(key) for side in sides)
                back = mine or others
                assert back is not None
                merged[key] = back
                tell(conflict(path_to(back), base.get(key), mine, others))
                left.append(back)


def _leads_nowhere(record: Record, key: str, side: Records) -> bool:
    """Tell whether a side has the record and not what it refers to."""
    own = side.get(record.id)
    return own is not None and key not in side and key in references(own)
