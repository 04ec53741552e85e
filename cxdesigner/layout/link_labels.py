"""Finding room for what is written at a link: on its line or beside it, over nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.link_ground import Row
from cxdesigner.layout.rects import Bins, Rect

Point = tuple[float, float]
PAD = 3.0
NARROW = 30.0
"""Words are not set in less width than this."""
EDGE = 1.0
MOST = 160.0
MARGIN = 9.0
"""How far from its edges curves keep in a row that has some."""


class Stretch(NamedTuple):
    """A straight piece of a link between two of its corners."""

    start: Point
    end: Point

    @property
    def is_down(self) -> bool:
        """Whether it runs down or up."""
        return abs(self.start[0] - self.end[0]) < abs(self.start[1] - self.end[1])

    @property
    def length(self) -> float:
        """Its length in points."""
        return abs(self.start[0] - self.end[0]) + abs(self.start[1] - self.end[1])

    def rect(self, half: float = 1.5) -> Rect:
        """Give the rectangle that it takes."""
        (x1, y1), (x2, y2) = self
        return Rect(min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + half, max(y1, y2) + half)


def stretches(points: Sequence[Point]) -> list[Stretch]:
    """Cut a link at its corners."""
    return [Stretch(one, other) for one, other in pairwise(points)]


class Labels:
    """Knows what is taken: the things in the rows, the links, the words placed so far.

    `above`: the height free above the rows; `left`: where the columns begin.
    """

    def __init__(self, rows: Sequence[Row], links: Sequence[Sequence[Point]], above: float, left: float) -> None:
        self._above = above
        self._left = left
        self._rows = rows
        self._links = Bins()
        self._owners: dict[Rect, set[int]] = {}
        for index, points in enumerate(links):
            for stretch in stretches(points):
                rect = stretch.rect()
                self._links.add(rect)
                self._owners.setdefault(rect, set()).add(index)
        self._taken = Bins()

    def place(self, index: int, points: Sequence[Point], sizes: Sequence[Point]) -> tuple[Rect, int] | None:
        """Find room for one of some sizes (the same words in other widths), the first that fits; None if none does.

        Gives the place and which of the sizes it is.
        """
        for which, (width, height) in enumerate(sizes):
            for spot in self._spots(points, width, height):
                if self._is_free(index, spot):
                    return spot, which
        return None

    def take(self, spot: Rect) -> None:
        """Remember where words stand."""
        self._taken.add(spot)

    def _spots(self, points: Sequence[Point], width: float, height: float) -> Iterator[Rect]:
        by_length = sorted(stretches(points), key=lambda stretch: -stretch.length)
        for stretch in by_length[:3]:
            if not stretch.is_down:
                yield from _on(stretch, width, height)
        for stretch in by_length[:3]:
            if stretch.is_down:
                yield from _beside(stretch, width, height)

    def _is_free(self, index: int, spot: Rect) -> bool:
        if spot.left < self._left or self._taken.meeting(spot):
            return False
        if any(self._owners[rect] != {index} for rect in self._links.meeting(spot)):
            return False
        inside = False
        for row in self._rows:
            local = Rect(spot.left, spot.top - row.top, spot.right, spot.bottom - row.top)
            if local.bottom <= 0 or local.top >= row.height:
                continue
            if row.ground is None or row.ground.solid.meet(local):
                return False
            if row.ground.busy and local.bottom > MARGIN and local.top < row.height - MARGIN:
                return False
            inside = True
        top = self._rows[0].top
        return spot.top >= top - self._above if spot.top < top else inside


def _on(stretch: Stretch, width: float, height: float) -> Iterator[Rect]:
    """Give places on a stretch that runs across, from its middle outwards."""
    left, right = sorted((stretch.start[0], stretch.end[0]))
    y, room = stretch.start[1], right - left - width - 12
    if room < 0:
        return
    middle = (left + right - width) / 2
    for share in (0.0, -0.5, 0.5, -1.0, 1.0):
        for lift in (0.0, -3.0, 3.0):
            x = middle + share * room / 2
            yield Rect(x, y - height / 2 + lift, x + width, y + height / 2 + lift)


def _beside(stretch: Stretch, width: float, height: float) -> Iterator[Rect]:
    """Give places beside a stretch that runs down, from its middle outwards."""
    top, bottom = sorted((stretch.start[1], stretch.end[1]))
    x, middle = stretch.start[0], (top + bottom) / 2
    room = max(0.0, bottom - top - height)
    for share in (0.0, -0.4, 0.4, -0.8, 0.8):
        y = middle - height / 2 + share * room / 2
        yield Rect(x + 3, y, x + 3 + width, y + height)
        yield Rect(x - 3 - width, y, x - 3, y + height)


def padded(paragraph: Paragraph, more: float) -> tuple[float, float]:
    """Give the size that words take with what stands before them."""
    return paragraph.width + more + 2 * PAD, paragraph.height + 2 * EDGE
