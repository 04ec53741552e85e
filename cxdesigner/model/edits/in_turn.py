"""Several edits as one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document


def in_turn(document: Document, edits: Iterable[Callable[[Document], Change | None]]) -> Change | None:
    """Do edits one after the other, each to what the one before has made of the document; give them as one change."""
    whole: Change | None = None
    for edit in edits:
        change = edit(document)
        if change is not None:
            document = document.apply(change)
            whole = change if whole is None else whole.then(change)
    return whole
