"""What a merge brings back although one side took it out: the other put something into it, or refers to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from cxdesigner.model.conflict_paths import path_to
from cxdesigner.model.document import Document
from cxdesigner.model.records import Conflict, Record, Stage, Step
from cxdesigner.model.references import references
from cxdesigner.model.three_way import conflict


def brought_back(
    base: Document, ours: Document, theirs: Document, merged: dict[str, Record], tell: Callable[[Conflict], object]
) -> None:
    """Put back into the records of a merge what the others of them need, with a conflict for each.

    What leads nowhere on one side already is left so. A stage without steps gets an empty one.
    """
    sides = ours.records, theirs.records
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
                tell(conflict(path_to(back), base.records.get(key), mine, others))
                left.append(back)
    _fill_stages(ours, theirs, merged)


def _leads_nowhere(record: Record, key: str, side: Mapping[str, Record]) -> bool:
    """Tell whether a side has the record and not what it refers to."""
    own = side.get(record.id)
    return own is not None and key not in side and key in references(own)


def _fill_stages(ours: Document, theirs: Document, merged: dict[str, Record]) -> None:
    held = {record.parent for record in merged.values() if isinstance(record, Step)}
    for record in list(merged.values()):
        if (
            isinstance(record, Stage)
            and record.id not in held
            and (ours.steps_of(record.id) or theirs.steps_of(record.id))
        ):
            # The same id whoever merges, so that two who do get the same project.
            key = f"step-{sha256(record.id.encode('utf-8', 'replace')).hexdigest()[:20]}"
            merged[key] = Step.new(id=key, parent=record.id, rank="V")
