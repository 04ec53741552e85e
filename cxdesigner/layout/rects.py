"""Rectangles, and finding those that overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle by its corners, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Tell whether the two overlap; touching is not overlapping."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Bins:
    """Rectangles kept by where they are across, so that only near ones are looked at."""

    WIDTH = 64.0

    def __init__(self, rects: Iterable[Rect] = ()) -> None:
        self._bins: dict[int, list[Rect]] = defaultdict(list)
        self._fresh = list(rects)
        self.rects = set(self._fresh)

    def add(self, rect: Rect) -> None:
        """Keep one more."""
        self._fresh.append(rect)
        self.rects.add(rect)

    def _sort(self) -> None:
        """Put into bins what came since somebody last looked: of many nobody ever does."""
        bins, width = self._bins, self.WIDTH
        for rect in self._fresh:
            for place in range(int(rect[0] // width), int(rect[2] // width) + 1):
                bins[place].append(rect)
        self._fresh = []

    def meeting(self, rect: Rect) -> set[Rect]:
        """Give those that overlap a rectangle."""
        if self._fresh:
            self._sort()
        left, top, right, bottom = rect
        return {
            other
            for place in self._places(rect)
            for other in self._bins.get(place, ())
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        }

    def meet(self, rect: Rect) -> bool:
        """Tell whether any of them overlaps a rectangle."""
        if self._fresh:
            self._sort()
        left, top, right, bottom = rect
        for place in self._places(rect):
            for other in self._bins.get(place, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return True
        return False

    def _places(self, rect: Rect) -> range:
        return range(int(rect.left // self.WIDTH), int(rect.right // self.WIDTH) + 1)
