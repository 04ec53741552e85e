"""Places that were found for texts, kept from one layout to the next: looked for again is only what stands near a
difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from cxdesigner.layout.rects import Bins, Rect


class Wanting(Protocol):
    """Something that looks for room around `x`, no farther to either side than `reach`."""

    @property
    def x(self) -> float:
        """Around which it is to stand."""

    @property
    def reach(self) -> float:
        """How far to the left and to the right it may reach."""


Want = TypeVar("Want", bound=Wanting)
Stretch = tuple[float, float]


class KeptPlaces(Generic[Want]):
    """Finds places one after another, each beside those found before; gives what it would give without a memory."""

    def __init__(self) -> None:
        self._plot: Rect | None = None
        self._wants: tuple[Want, ...] = ()
        self._taken: frozenset[Rect] = frozenset()
        self._curves: tuple[Bins, ...] = ()
        self._found: list[Rect | None] = []

    def find(
        self,
        wants: Sequence[Want],
        plot: Rect,
        taken: Sequence[Rect],
        curves: Sequence[Bins],
        look: Callable[[Want, Bins], Rect | None],
    ) -> list[Rect | None]:
        """Place all of these in their order.

        `look` finds a place within `plot`, off what is taken so far and as it likes off curves; None: there is none.
        """
        known, apart = self._known(wants, plot, taken, curves)
        occupied = Bins(taken)
        found: list[Rect | None] = []
        for want, before in zip(wants, known, strict=True):
            left, right = want.x - want.reach, want.x + want.reach
            if before and not any(start < right and left < end for start, end in apart):
                spot = before[0]
            else:
                spot = look(want, occupied)
                if before != (spot,):
                    apart += [(one.left, one.right) for one in (*before, spot) if one is not None]
            if spot is not None:
                occupied.add(spot)
            found.append(spot)
        self._plot, self._wants, self._taken, self._curves = plot, tuple(wants), frozenset(taken), tuple(curves)
        self._found = found
        return found

    def _known(
        self, wants: Sequence[Want], plot: Rect, taken: Sequence[Rect], curves: Sequence[Bins]
    ) -> tuple[list[tuple[Rect | None, ...]], list[Stretch]]:
        """Give what was found for each before, () for nothing, and the stretches across in which something differs."""
        if plot != self._plot or len(curves) != len(self._curves):
            return [() for _ in wants], []
        first = _alike(self._wants, wants)
        most = min(len(self._wants), len(wants)) - first
        last = min(_alike(self._wants[::-1], wants[::-1]), most)
        gone = self._found[first : len(self._found) - last]
        known: list[tuple[Rect | None, ...]] = [(spot,) for spot in self._found[:first]]
        known += [() for _ in range(len(wants) - first - last)]
        known += [(spot,) for spot in self._found[len(self._found) - last :]]
        differ = {*(self._taken ^ set(taken)), *(spot for spot in gone if spot is not None)}
        for one, other in zip(self._curves, curves, strict=True):
            if one is not other:
                differ |= one.rects ^ other.rects
        return known, _stretches(differ)


def _alike(before: Sequence[object], after: Sequence[object]) -> int:
    """Count how many are the same at the beginning."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def _stretches(rects: Iterable[Rect]) -> list[Stretch]:
    """Give where rectangles are across, those that meet as one."""
    found: list[Stretch] = []
    for left, _, right, _ in sorted(rects):
        if found and left <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
