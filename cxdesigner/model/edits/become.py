"""One project in the place of another, as a change: restoring a version, taking over what a merge gave."""

from __future__ import annotations

from cxdesigner.model.change import Change, Pair
from cxdesigner.model.document import Document
from cxdesigner.model.edits.renew import renewed
from cxdesigner.model.records import Record


def become(document: Document, other: Document) -> Change | None:
    """Give the change that makes one document hold what another holds; None if it does.

    The project's own record keeps its id, since it is the file: what the other has under its root is put under this
    one's.
    """
    before, after = document.records, _under(other, document.root)
    pairs: dict[str, Pair] = {key: (record, after.get(key)) for key, record in before.items()}
    pairs.update((key, (None, record)) for key, record in after.items() if key not in before)
    return Change.of(pairs)


def _under(document: Document, root: str) -> dict[str, Record]:
    """Give the records of a document as if its project had the id `root`."""
    own = document.root
    if own == root:
        return dict(document.records)
    if root in document:  # a card of the other, say, that nobody could tell from this project
        document = renewed(document)
        own = document.root
    moved = {}
    for record in document.records.values():
        if record.id == own:
            moved[root] = record.with_(id=root)
        else:
            moved[record.id] = record.with_(parent=root) if record.parent == own else record
    return moved
