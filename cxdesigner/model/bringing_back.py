"""What a merge brings back although one side took it out: the other put something into it, or refers to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cxdesigner.model.conflict_paths import path_to
from cxdesigner.model.records import Asset, Conflict, Record
from cxdesigner.model.references import hung_on, references, references_in
from cxdesigner.model.three_way import conflict

Records = Mapping[str, Record]
Tell = Callable[[Conflict], object]


def brought_back(
    base: Records, ours: Records, theirs: Records, merged: dict[str, Record], needed: Iterable[str], tell: Tell
) -> None:
    """Put back into the records of a merge what the others of them need, and what is `needed` besides (see
    `needed_by`), with a conflict for each. What leads nowhere on one side already is left so.

    What went along when one side took out a thing that stays after all, as a lane takes its cards along, comes back
    with it, so that either side can be chosen whole; the conflict about that thing speaks for it.
    """
    gone = (ours.keys() | theirs.keys()) - merged.keys()
    if gone:
        _Back(base, ours, theirs, merged, gone, tell).run(needed)


def needed_by(found: Sequence[Conflict], ours: Records, theirs: Records) -> Iterator[str]:
    """Give the ids that the values need which conflicts keep that a merge `found`, whichever will be chosen."""
    for one in found:
        for side, value in ((ours, one.ours), (theirs, one.theirs)):
            yield from (key for key in references_in(one.path, value) if key in side)


def needed_still(one: Conflict, sides: Sequence[Records]) -> Iterator[str]:
    """Give the ids that a conflict of before needs; `sides` are those that have it."""
    for value in (one.ours, one.theirs):
        yield from (key for key in references_in(one.path, value) if all(key in side for side in sides))


class _Back:
    def __init__(
        self, base: Records, ours: Records, theirs: Records, merged: dict[str, Record], gone: set[str], tell: Tell
    ) -> None:
        self._base, self._ours, self._theirs, self._merged = base, ours, theirs, merged
        self._gone, self._tell = gone, tell
        self._to_look_at = list(merged.values())
        self._stays = [
            key
            for key, record in merged.items()
            if key in base and not (key in ours and key in theirs) and not isinstance(record, Asset)
        ]
        """What one side took out and that is there all the same."""

    def run(self, needed: Iterable[str]) -> None:
        for key in needed:
            if key in self._gone:
                self._bring(key)
        hanging: dict[str, list[str]] | None = None
        while self._to_look_at or self._stays:
            while self._to_look_at:
                self._look_at(self._to_look_at.pop())
            if self._stays and hanging is None:
                hanging = self._hanging()
            while self._stays and hanging:
                for key in hanging.get(self._stays.pop(), ()):
                    self._bring_along(key)
            self._stays.clear()

    def _look_at(self, record: Record) -> None:
        for key in references(record):
            if key in self._gone and not any(_leads_nowhere(record, key, side) for side in (self._ours, self._theirs)):
                self._bring(key)

    def _bring(self, key: str) -> None:
        mine, others = self._ours.get(key), self._theirs.get(key)
        back = self._put(key)
        self._tell(conflict(path_to(back), self._base.get(key), mine, others))

    def _bring_along(self, key: str) -> None:
        """Bring back what hangs on what stays, unless it hangs on something else that is gone too."""
        if key in self._gone and all(one in self._merged for one in hung_on(self._left(key))):
            self._put(key)

    def _put(self, key: str) -> Record:
        self._gone.discard(key)
        back = self._merged[key] = self._left(key)
        self._to_look_at.append(back)
        self._stays.append(key)
        return back

    def _left(self, key: str) -> Record:
        left = self._ours.get(key) or self._theirs.get(key)
        assert left is not None
        return left

    def _hanging(self) -> dict[str, list[str]]:
        """Give what is gone by what it hangs on."""
        found: dict[str, list[str]] = {}
        for key in self._gone:
            for one in hung_on(self._left(key)):
                found.setdefault(one, []).append(key)
        return found


def _leads_nowhere(record: Record, key: str, side: Records) -> bool:
    """Tell whether a side has the record and not what it refers to."""
    own = side.get(record.id)
    return own is not None and key not in side and key in references(own)
