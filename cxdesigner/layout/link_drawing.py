"""Links drawn along their ways: what is said of them is put where there is room, and what is as it was is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from cxdesigner.layout.context import Context
from cxdesigner.layout.link_ends import stamp_of
from cxdesigner.layout.link_ground import Row
from cxdesigner.layout.link_labels import Labels
from cxdesigner.layout.link_routes import Way, corners
from cxdesigner.layout.link_shapes import Point, Said, link_group, said_of, told
from cxdesigner.layout.linked import Joined
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import Group

TALL = 1e6
"""How far apart rows are while ways are found: farther than any is high."""
WIDEST = 180.0
"""Words lie no farther from their link than this."""


class Drawn(NamedTuple):
    """A link as it was drawn; good as long as what it says, its way and the rows about it are the same.

    `rows` are the heights and the grounds of these rows, `base` the top of the first of them; `said` is what was to
    be said, `spot` where that stands and in which of the widths.
    """

    joined: Joined
    way: Way
    low: int
    rows: tuple[tuple[float, int], ...]
    base: float
    said: Said | None
    spot: tuple[Rect, int] | None
    region: Rect
    group: Group


class Drawing:
    """Draws links on rows that stand where they do on the sheet; `before` are those that were drawn last, by id.

    `edges` are the height kept free above the stages, and the left edge of the columns.
    """

    def __init__(
        self, pen: Pen, context: Context, rows: Sequence[Row], edges: tuple[float, float], before: Mapping[str, Drawn]
    ) -> None:
        self._pen = pen
        self._context = context
        self._rows = rows
        self._edges = edges
        self._before = before
        self._profile = [(row.height, stamp_of(row)) for row in rows]

    def draw(self, routes: Sequence[tuple[Joined, Way]]) -> dict[str, Drawn]:
        """Draw links along their ways; give them by id, in order."""
        before = self._before
        kept = [self._kept_one(before.get(joined.link.id), joined, way) for joined, way in routes]
        stale = [_extent(before[key].way) for key in before.keys() - {joined.link.id for joined, _ in routes}]
        for (joined, way), drawn in zip(routes, kept, strict=True):
            old = before.get(joined.link.id)
            if drawn is None and (old is None or old.way is not way):
                stale += [_extent(way), *([_extent(old.way)] if old is not None else [])]
        written = _Written(self._rows, [way for _, way in routes], self._placed, self._edges)
        fresh: dict[str, Drawn] = {}
        for index, ((joined, way), known) in enumerate(zip(routes, kept, strict=True)):
            drawn = known
            if drawn is None or (drawn.said is not None and any(drawn.region.meets(one) for one in stale)):
                drawn = self._fresh_one(joined, way, index, written)
                if known is not None and drawn.spot == known.spot:
                    drawn = known
                else:
                    stale.append(drawn.region)
            if drawn.spot is not None:
                written.take(drawn.spot[0])
            fresh[joined.link.id] = drawn
        return fresh

    def _kept_one(self, known: Drawn | None, joined: Joined, way: Way) -> Drawn | None:
        """Give a link as it was drawn before, where it stands now; None if it has to be drawn again."""
        if known is None or known.way is not way or (known.joined is not joined and known.joined.link != joined.link):
            return None
        if joined.hands and (known.said is None or known.said[:2] != told(joined, self._context)):
            return None
        low, rows = known.low, known.rows
        if low + len(rows) > len(self._rows):
            return None
        if known.said is None and not joined.hands:
            if any(self._profile[low + place][0] != row[0] for place, row in enumerate(rows)):
                return None
        elif tuple(self._profile[low : low + len(rows)]) != rows or known.joined is not joined:
            return None
        by = self._rows[low].top - known.base
        if not by:
            return known
        group = known.group._replace(y=known.group.y + by)
        spot = known.spot
        if spot is not None:
            rect = spot[0]
            spot = rect._replace(top=rect.top + by, bottom=rect.bottom + by), spot[1]
        return known._replace(base=self._rows[low].top, group=group, spot=spot)

    def _fresh_one(self, joined: Joined, way: Way, index: int, written: _Written) -> Drawn:
        region = _region(way)
        said = said_of(self._pen, joined, self._context)
        near = 0 if said is not None else 1  # words may stand in the rows beside those of the link
        low, high = int(region.top // TALL) + near, int(region.bottom // TALL) - near
        low, high = max(0, low), min(len(self._rows), high)
        points = self._placed(way)
        spot = written.place(index, points, said) if said is not None and said.options else None
        shown = said.with_option(spot[1]) if said is not None and spot is not None else said
        group = link_group(joined.link, points, shown, spot[0] if spot is not None else None)
        rows = tuple(self._profile[low:high])
        return Drawn(joined, way, low, rows, self._rows[low].top, said, spot, region, group)

    def _placed(self, way: Way) -> tuple[Point, ...]:
        """Put the corners of a way where they are on the sheet."""
        rows = self._rows
        found = []
        for x, y in corners(way):
            row = int((y + TALL / 2) // TALL)
            found.append((x, rows[min(row, len(rows) - 1)].top + (y - row * TALL)))
        return tuple(found)


class _Written:
    """Finds room for words; what is needed for that is only made when some have to be placed."""

    def __init__(
        self,
        rows: Sequence[Row],
        ways: Sequence[Way],
        placed: Callable[[Way], tuple[Point, ...]],
        edges: tuple[float, float],
    ) -> None:
        self._rows = rows
        self._ways = ways
        self._placed = placed
        self._edges = edges
        self._spots: list[Rect] = []
        self._labels: Labels | None = None

    def take(self, spot: Rect) -> None:
        """Remember where words stand."""
        if self._labels is None:
            self._spots.append(spot)
        else:
            self._labels.take(spot)

    def place(self, index: int, points: Sequence[Point], said: Said) -> tuple[Rect, int] | None:
        """Find room for words, in one of the widths in which they are set."""
        if self._labels is None:
            self._labels = Labels(self._rows, [self._placed(way) for way in self._ways], *self._edges)
            for spot in self._spots:
                self._labels.take(spot)
        return self._labels.place(index, points, said.sizes)


def _region(way: Way) -> Rect:
    """Give the part of the rows in which a link and its words lie: whole rows, one more above and below."""
    points = corners(way)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    low, high = int((min(ys) + TALL / 2) // TALL) - 1, int((max(ys) + TALL / 2) // TALL) + 2
    return Rect(min(xs) - WIDEST, low * TALL, max(xs) + WIDEST, high * TALL)


def _extent(way: Way) -> Rect:
    """Give the part of the rows that a link's line takes."""
    points = corners(way)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs) - 4, min(ys) - 4, max(xs) + 4, max(ys) + 4)
