"""Where a poster is cut into sheets, along one axis: through as little as the slack of the sheets allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from cxdesigner.paper import POINT

FINEST, FINE = 0.1 / POINT, 0.5 / POINT
"""How far apart the places are that are tried, in points: this many for a small poster and for a large one."""
PLACES = 8_000
NEAR, BESIDE = 0.3 / POINT, 1.5 / POINT
"""Cuts this near to a thing go through it, and this near beside it are worth avoiding."""
SHARE = 0.02
"""What a cut beside a thing costs, as a share of one through it."""
UNEVEN = 0.5
"""What a cut costs that lies as far from an even share as it can: less than any word."""


class Extent(NamedTuple):
    """What a cut should not go through: from where to where it reaches, and what it is worth."""

    start: float
    end: float
    worth: float


class Costs(NamedTuple):
    """What cuts of a length cost: `at` each multiple of `step`, from 0 to its end."""

    length: float
    step: float
    at: tuple[float, ...]

    def near(self, place: float) -> float:
        """Tell what a cut costs there."""
        return self.at[min(len(self.at) - 1, round(place / self.step))]


class Cuts(NamedTuple):
    """Where a length is cut, from its start on; `worth` is that of all that the cuts go through."""

    at: tuple[float, ...]
    worth: float


def sheets_for(length: float, room: float, overlap: float) -> int:
    """Tell how many sheets, each with this room, show a length, each as far into the next one as the overlap."""
    return max(1, ceil((length - overlap) / (room - overlap) - 1e-9))


def cuts(costs: Costs, room: float, overlap: float) -> Cuts:
    """Cut a length into as few sheets as show it, between things where that can be.

    A sheet shows from its cut to the overlap behind the next one, in all at most `room`, which is more than `overlap`.
    """
    length, step, _ = costs
    count = sheets_for(length, room, overlap)
    if count == 1:
        return Cuts((), 0.0)
    reach = room - overlap
    slack = reach * count + overlap - length
    windows = [[*_steps(number * reach - slack, number * reach, step), number * reach] for number in range(1, count)]
    best: list[list[tuple[float, int]]] = []
    before, cheapest = [0.0], [0]
    for number, window in enumerate(windows, 1):
        row: list[tuple[float, int]] = []
        first = 0
        for at in window:
            while before[first] < at - reach - 1e-6:
                first += 1
            choice = cheapest[first]
            so_far = best[-1][choice][0] if best else 0.0
            uneven = UNEVEN * (abs(at - length * number / count) / max(slack, step)) ** 2
            row.append((so_far + costs.near(at) + uneven, choice))
        best.append(row)
        before, cheapest = window, _cheapest_from([cost for cost, _ in row])
    place = cheapest[0]
    found = []
    for window, row in zip(reversed(windows), reversed(best), strict=True):
        found.append(window[place])
        place = row[place][1]
    return Cuts(tuple(reversed(found)), sum(map(costs.near, found)))


def _steps(low: float, high: float, step: float) -> Iterable[float]:
    return (number * step for number in range(ceil(low / step), int(high / step) + 1) if number * step < high)


def _cheapest_from(costs: Sequence[float]) -> list[int]:
    """Give for each place the cheapest one from there on."""
    found = [0] * len(costs)
    cheapest = len(costs) - 1
    for place in range(len(costs) - 1, -1, -1):
        if costs[place] < costs[cheapest]:
            cheapest = place
        found[place] = cheapest
    return found


def costs_of(length: float, things: Iterable[tuple[float, float, float]]) -> Costs:
    """Tell what cuts of a length cost that has these things (as `Extent`) along it."""
    step = min(FINE, max(FINEST, length / PLACES))
    last = ceil(length / step)
    # What more a cut costs from a step on. There is a thing for each word of a map, and this runs for each of them.
    change = [0.0] * (last + 2)
    for start, end, worth in things:
        for clearance, cost in ((NEAR, worth), (BESIDE, worth * SHARE)):
            first, behind = ceil((start - clearance) / step), int((end + clearance) / step) + 1
            change[first if 0 <= first <= last else _within(first, last)] += cost
            change[behind if 0 <= behind <= last else _within(behind, last)] -= cost
    found = (total if total > 1e-6 else 0.0 for total in accumulate(change[: last + 1]))
    return Costs(length, step, tuple(found))


def _within(place: int, last: int) -> int:
    return min(last + 1, max(0, place))
