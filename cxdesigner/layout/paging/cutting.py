"""Where a poster is cut into sheets, along one axis: through as little as the slack of the sheets allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


class Cuts(NamedTuple):
    """Where a length is cut, from its start on; `worth` is that of all that the cuts go through."""

    at: tuple[float, ...]
    worth: float


def sheets_for(length: float, room: float, overlap: float) -> int:
    """Tell how many sheets, each with this room, show a length, each as far into the next one as the overlap."""
    return max(1, ceil((length - overlap) / (room - overlap) - 1e-9))


def cuts(length: float, room: float, overlap: float, things: Iterable[Extent]) -> Cuts:
    """Cut a length into as few sheets as show it, between things where that can be.

    A sheet shows from its cut to the overlap behind the next one, in all at most `room`, which is more than `overlap`.
    """
    count = sheets_for(length, room, overlap)
    if count == 1:
        return Cuts((), 0.0)
    step = min(FINE, max(FINEST, length / PLACES))
    last = ceil(length / step)
    costs = _costs(list(things), step, last)
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
            row.append((so_far + costs[min(last, round(at / step))] + uneven, choice))
        best.append(row)
        before, cheapest = window, _cheapest_from([cost for cost, _ in row])
    place = cheapest[0]
    found = []
    for window, row in zip(reversed(windows), reversed(best), strict=True):
        found.append(window[place])
        place = row[place][1]
    return Cuts(tuple(reversed(found)), sum(costs[min(last, round(one / step))] for one in found))


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


def _costs(things: Sequence[Extent], step: float, last: int) -> list[float]:
    """Give what a cut costs at each step."""
    change = [0.0] * (last + 2)
    for start, end, worth in things:
        for clearance, share in ((NEAR, 1.0), (BESIDE, SHARE)):
            first = min(last + 1, max(0, ceil((start - clearance) / step)))
            behind = min(last + 1, max(0, int((end + clearance) / step) + 1))
            change[first] += worth * share
            change[behind] -= worth * share
    found = []
    total = 0.0
    for more in change[: last + 1]:
        total += more
        found.append(total if total > 1e-6 else 0.0)
    return found
