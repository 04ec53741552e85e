"""Finding room for the texts of an emotion lane: beside their points, over none of them, inside the lane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf
from operator import itemgetter
from typing import NamedTuple

from cxdesigner.layout.kept_places import KeptPlaces
from cxdesigner.layout.rects import Bins, Rect

AIR = 3.0
"""Least space between a word at a point and what stands beside it, in points."""


GAP = 11.0
"""How far from the middle of its point a note stands beside it, in points."""
OVER_CURVE = 14
"""What a piece of a curve under a note weighs, as many points away from its own."""


class Wish(NamedTuple):
    """A note that looks for room: the point that it belongs to and its size. `below`: it is about something bad."""

    x: float
    y: float
    width: float
    height: float
    below: bool

    @property
    def reach(self) -> float:
        """How far to either side its places lie."""
        return self.width + GAP + 1


class Label(NamedTuple):
    """A word that looks for room at a point of this radius; `below`: preferably under it."""

    x: float
    y: float
    radius: float
    width: float
    height: float
    below: bool

    @property
    def reach(self) -> float:
        """How far to either side its places lie, with the air around them."""
        return self.width + self.radius + 2 * AIR + 2


def place_notes(
    wishes: Sequence[Wish],
    plot: Rect,
    points: Sequence[Rect],
    curves: Sequence[Bins],
    kept: KeptPlaces[Wish] | None = None,
) -> list[Rect]:
    """Give each note a place.

    Beside its point where there is room, preferably off the curves; else on a shelf below the plot, in which case the
    places given reach beyond `plot.bottom` and the lane has to grow. `kept`: see `KeptPlaces`.
    """

    def best(wish: Wish, taken: Bins) -> Rect | None:
        return _best(wish, plot, taken, curves)

    places = []
    shelf = Bins()
    for wish, found in zip(wishes, (kept or KeptPlaces()).find(wishes, plot, points, curves, best), strict=True):
        spot = found
        if spot is None:
            spot = _on_shelf(wish, plot, shelf)
            shelf.add(spot)
        places.append(spot)
    return places


def _best(wish: Wish, plot: Rect, taken: Bins, curves: Sequence[Bins]) -> Rect | None:
    """Give the free place that weighs least: looking stops where no other can weigh less than the best so far."""
    best, least = None, inf
    for weight, spot in _ranked(wish):
        if weight >= least:
            break
        if _inside(spot, plot) and not taken.meet(spot):
            whole = weight + OVER_CURVE * sum(len(curve.meeting(spot)) for curve in curves)
            if whole < least:
                best, least = spot, whole
    return best


@lru_cache(maxsize=1_024)
def _ranked(wish: Wish) -> tuple[tuple[float, Rect], ...]:
    """List places around a point with what they weigh, the lightest first; asked for again while others move."""
    return tuple(sorted(((_weight(wish, spot), spot) for spot in _spots(wish)), key=itemgetter(0)))


def _weight(wish: Wish, spot: Rect) -> float:
    """Weigh a place: near its point is good, on the side away from neutral is better."""
    away = max(spot.left - wish.x, wish.x - spot.right, 0) + max(spot.top - wish.y, wish.y - spot.bottom, 0)
    return away + (12 if (spot.top >= wish.y) != wish.below else 0)


def _spots(wish: Wish) -> list[Rect]:
    """List places around a point, the best first."""
    gap = GAP
    signs = (1, -1) if wish.below else (-1, 1)
    corners = [
        (left, wish.y + shift if sign > 0 else wish.y - shift - wish.height)
        for sign in signs
        for shift in (gap, gap + 18, gap + 40, gap + 70)
        for left in (wish.x + 4, wish.x - wish.width / 2, wish.x - wish.width - 4)
    ]
    corners += [
        (left, top)
        for left in (wish.x + gap, wish.x - gap - wish.width)
        for top in (wish.y - wish.height / 2, wish.y - wish.height, wish.y)
    ]
    return [Rect(left, top, left + wish.width, top + wish.height) for left, top in corners]


def _inside(spot: Rect, plot: Rect) -> bool:
    return spot.left >= plot.left and spot.right <= plot.right and spot.top >= plot.top and spot.bottom <= plot.bottom


def _on_shelf(wish: Wish, plot: Rect, shelf: Bins) -> Rect:
    left = max(plot.left, min(wish.x - wish.width / 2, plot.right - wish.width))
    top = plot.bottom + 4
    while True:
        spot = Rect(left, top, left + wish.width, top + wish.height)
        blocking = [other.bottom for other in shelf.meeting(spot)]
        if not blocking:
            return spot
        top = min(blocking) + 4


def place_labels(
    labels: Sequence[Label],
    plot: Rect,
    taken: Sequence[Rect],
    curves: Sequence[Bins],
    kept: KeptPlaces[Label] | None = None,
) -> list[Rect | None]:
    """Give each word a place right at its point, over no point, note, curve or other word; None where there is none.

    `kept`: see `KeptPlaces`.
    """

    def first(label: Label, occupied: Bins) -> Rect | None:
        every = (occupied, *curves)
        free = (spot for spot in _label_spots(label) if _inside(spot, plot) and not _meets_any(every, _with_air(spot)))
        return next(free, None)

    return (kept or KeptPlaces()).find(labels, plot, taken, curves, first)


def _meets_any(every: Iterable[Bins], spot: Rect) -> bool:
    return any(bins.meet(spot) for bins in every)


def _with_air(spot: Rect) -> Rect:
    return Rect(spot.left - AIR, spot.top, spot.right + AIR, spot.bottom)


def _label_spots(label: Label) -> list[Rect]:
    """List places at a point, the best first: on the side away from neutral, on the other, then beside it."""
    gap = label.radius + 3
    under, over = label.y + gap, label.y - gap - label.height
    centred, right, left = label.x - label.width / 2, label.x + 4, label.x - label.width - 4
    corners = [(x, y) for y in ((under, over) if label.below else (over, under)) for x in (centred, right, left)]
    middle = label.y - label.height / 2
    corners += [(label.x + gap, middle), (label.x - gap - label.width, middle)]
    return [Rect(x, y, x + label.width, y + label.height) for x, y in corners]
