"""Which entries of a comparison are listed: what came or went with something only where that is unfolded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.model.diff import Entry
from cxdesigner.model.diff_groups import Groups


class Listing(NamedTuple):
    """Entries, the numbers of those that are listed in this order, and which of those have what came with them listed.

    `unfolded` are ids of records.
    """

    entries: Sequence[Entry]
    listed: Sequence[int]
    groups: Groups
    unfolded: frozenset[str]


def listing_of(entries: Sequence[Entry], groups: Groups, unfolded: frozenset[str]) -> Listing:
    """List entries; what came or went with something stands below it, where that is unfolded."""
    within: dict[int, list[int]] = {}
    for number, head in groups.heads.items():
        within.setdefault(head, []).append(number)
    listed: list[int] = []
    for number, entry in enumerate(entries):
        if number not in groups.heads:
            listed.append(number)
            if number in within and entry.record.id in unfolded:
                listed += sorted(within[number])
    return Listing(entries, listed, groups, unfolded)
