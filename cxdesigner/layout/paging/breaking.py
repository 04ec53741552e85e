"""Where a long thing is broken into pages, along one axis.

All lengths are in one unit, counted from where the thing begins.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import ceil, inf
from typing import NamedTuple

PAGE = 10.0
"""What one more page costs."""
EMPTY = 3 * PAGE
"""What a first page costs on which nothing of the thing stands."""
WITHIN = 40.0
"""What a break costs within what should stay together though it need not, such as a stage that fits on a page."""
CROSSING = 60.0
"""What each thing costs that a break goes through, and that is therefore whole only on the next page."""
FORCED = 1000.0
"""What a break costs that is at no boundary."""
UNEVEN = 4.0
"""What an empty page costs; a half empty one costs a quarter of it."""
NEAR = 0.01


class Boundary(NamedTuple):
    """A place for a break, and what it costs."""

    at: float
    cost: float = 0.0


class Stretch(NamedTuple):
    """A part of the thing, from one place to another."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    def holds(self, other: Stretch) -> bool:
        """Tell whether another one is wholly inside."""
        return self.start - NEAR <= other.start and other.end <= self.end + NEAR


def broken(
    boundaries: Iterable[Boundary],
    wholes: Iterable[Stretch],
    room: float,
    first_room: float | None = None,
    tail: float = 0.0,
) -> list[Stretch]:
    """Break a thing from 0 to the last boundary into stretches that are at most `room` long, the first `first_room`.

    Together they cover it in order. Each of `wholes` that is no longer than `room` is whole in one of them: where a
    break goes through some, the next stretch begins where the first of these does. Few pages, cheap breaks and even
    pages are preferred. The first stretch is empty where nothing fits into its room. `tail`: something of this length
    follows at the end, on a page of its own if it has to.
    """
    first = room if first_room is None else first_room
    fitting = [whole for whole in wholes if whole.length <= room + NEAR]
    ends = [Boundary(whole.end, FORCED) for whole in fitting]  # so that one goes on wherever a thing was resumed
    places = _places([*boundaries, *ends], min(room, first) if first > NEAR else room)
    at = [place.at for place in places]
    crossed, resumed = _crossed(at, fitting)
    last = len(at) - 1
    if not last:
        return [Stretch(0.0, 0.0)]
    best = [0.0] * (last + 1)
    following = [last] * (last + 1)

    def cost(until: float, place: int) -> float:
        slack = max(0.0, (until - at[place]) / room)
        if place == last:
            beyond = PAGE if at[last] + tail > until + NEAR else 0.0
            return PAGE + beyond + UNEVEN * slack * slack / 4
        overlap = (at[place] - resumed[place]) / room
        return PAGE + places[place].cost + CROSSING * crossed[place] + UNEVEN * (slack * slack + overlap)

    def choose(place: int, start: float, until: float) -> tuple[float, int]:
        reached = range(place + 1, bisect_right(at, until + NEAR))
        ways = ((cost(until, one) + best[one], -one) for one in reached if one == last or resumed[one] > start)
        found = min(ways, default=(inf, -last))
        return found[0], -found[1]

    for place in range(last - 1, -1, -1):
        best[place], following[place] = choose(place, resumed[place], resumed[place] + room)
    found, place = choose(0, 0.0, first)
    stretches = []
    if found > EMPTY + best[0]:
        stretches.append(Stretch(0.0, 0.0))
        place = following[0]
    stretches.append(Stretch(0.0, at[place]))
    while place < last:
        start, place = resumed[place], following[place]
        stretches.append(Stretch(start, at[place]))
    return stretches


def _places(boundaries: Iterable[Boundary], room: float) -> list[Boundary]:
    """Order the boundaries, the start before them, with forced ones between those that are too far apart."""
    costs = {0.0: 0.0}
    for at, cost in sorted(boundaries):
        costs.setdefault(at, cost)
    found: list[Boundary] = []
    for at, cost in sorted(costs.items()):
        if found and at - found[-1].at <= NEAR and found[-1].at > 0:
            found[-1] = Boundary(at, min(cost, found[-1].cost))
            continue
        if found and at - found[-1].at > room:
            before = found[-1].at
            count = ceil((at - before) / room)
            found += [Boundary(before + number * room, FORCED) for number in range(1, count)]
        found.append(Boundary(at, cost))
    return found


def _crossed(at: Sequence[float], wholes: Iterable[Stretch]) -> tuple[list[int], list[float]]:
    """Count what a break at each place goes through, and give the first of their starts: the place if there is none."""
    crossed, resumed = [0] * len(at), list(at)
    for whole in wholes:
        for place in range(bisect_right(at, whole.start + NEAR), bisect_left(at, whole.end - NEAR)):
            crossed[place] += 1
            resumed[place] = min(resumed[place], whole.start)
    return crossed, resumed
