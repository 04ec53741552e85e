"""A change as data: what was there, and what is there now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cxdesigner.model.records import Record

Pair = tuple[Record | None, Record | None]


@dataclass(frozen=True, slots=True)
class Change:
    """A mapping id → (before, after); None means that the record is not there.

    Pairs whose sides are equal are no part of a change.
    """

    pairs: Mapping[str, Pair]

    @classmethod
    def of(cls, pairs: Mapping[str, Pair]) -> Change | None:
        """Make a change of what really differs, or None if nothing does."""
        different = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
        return cls(different) if different else None

    def inverse(self) -> Change:
        """Give the change that takes this one back."""
        return Change({key: (after, before) for key, (before, after) in self.pairs.items()})

    def then(self, later: Change) -> Change | None:
        """Join this change and one that was made after it into one, or None if they cancel out."""
        pairs: dict[str, Pair] = dict(self.pairs)
        for key, (before, after) in later.pairs.items():
            pairs[key] = (pairs[key][0] if key in pairs else before, after)
        return Change.of(pairs)

    def ids(self) -> Iterable[str]:
        """Give the ids of all records that it touches."""
        return self.pairs.keys()

    def records(self) -> Iterator[Record]:
        """Give every record that it takes away or puts in, both sides of what it changes."""
        for pair in self.pairs.values():
            yield from (record for record in pair if record is not None)

    def added(self) -> tuple[Record, ...]:
        """Give the records that were not there before."""
        return tuple(after for before, after in self.pairs.values() if before is None and after is not None)
