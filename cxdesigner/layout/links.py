"""The links of a map: curves with heads, over the bands, that cover no text.

A link is a group of the part "link" in `Scene.over`, its id that of the link. Links of which an end is not shown (a
hidden lane, the parking lot, two ends in one collapsed stage) are left out; those with an end in a band that has not
been laid out yet come with it.

Ways are found where row `n` begins at the height `n * TALL`, so that they are the same however high the rows are, and
only then put on the sheet: a lane that grows moves links, and changes none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.link_drawing import TALL, Drawing, Drawn
from cxdesigner.layout.link_ends import Ends, KnownEnds, stamp_of
from cxdesigner.layout.link_ground import Grounds, Row, gutters
from cxdesigner.layout.link_routes import End, Exit, Plan, Router, Way, may_be_straight, straight
from cxdesigner.layout.link_tracks import at_ports, beside_each_other
from cxdesigner.layout.linked import Joined
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import Band, Group

ROOM_TO_SAY = 26.0
"""Shorter links that are straight have no room for what is said of them."""


class Found(NamedTuple):
    """A way as it was found; good as long as the ends and the rows from `low` to before `high` are the same."""

    joined: Joined
    ends: tuple[End, End]
    low: int
    stamps: tuple[object, ...]
    way: Way | None


class Links:
    """Draws the links of one map, and keeps what it drew: what is as it was is not drawn again."""

    def __init__(self) -> None:
        self._forget(None)

    def _forget(self, columns: Columns | None) -> None:
        """Begin anew, for other columns."""
        self._columns = columns
        self.grounds = Grounds()
        self.ends: KnownEnds = {}
        self.exits: dict[str, tuple[int, End, tuple[Exit, ...]]] = {}
        self.plans: dict[str, tuple[tuple[object, ...], Plan | None]] = {}
        self.found: dict[str, Found] = {}
        self.spread: tuple[list[Way], list[Way], dict[tuple[str, float], float]] = ([], [], {})
        self.drawn: dict[str, Drawn] = {}
        self._before: tuple[tuple[object, ...], tuple[Group, ...]] | None = None

    def draw(
        self,
        pen: Pen,
        links: Sequence[Joined],
        bands: Sequence[Band],
        unknown: Iterable[str],
        closed: Iterable[str],
        columns: Columns,
        context: Context,
        above: float,
    ) -> tuple[Group, ...]:
        """Draw links over bands, of which those with the keys `unknown` have not been laid out.

        `closed` are the collapsed lanes; `above` is the height kept free above the stages, see `Linked`.
        """
        if not links or not columns.columns:
            return ()
        if self._columns is not columns:
            self._forget(columns)
        waiting, shut = frozenset(unknown), frozenset(closed)
        rows = self.grounds.rows(bands, waiting, columns, shut)
        placed = [(row.key, row.top, row.height, stamp_of(row), row.closed) for row in rows]
        key = (context, above, tuple(links), placed)
        if self._before is None or not _same(self._before[0], key):
            routes = _Search(self, rows, columns, above).routes(links)
            drawing = Drawing(pen, context, rows, (above, columns.left), self.drawn)
            self.drawn = drawing.draw(routes)
            self._before = key, tuple([drawn.group for drawn in self.drawn.values()])
        return self._before[1]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Compare what a drawing depends on: the context and links by identity."""
    first, second = one[2], other[2]
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    if one[0] is not other[0] or one[1] != other[1] or one[3] != other[3]:
        return False
    return len(first) == len(second) and all(map(_is, first, second))


class _Search:
    """One search for the ways of all links, which are left in what is kept."""

    def __init__(self, kept: Links, rows: list[Row], columns: Columns, above: float) -> None:
        self._kept = kept
        self._rows = rows
        lines = tuple(gutters(columns))
        self._ends = Ends(rows, lines, columns, kept.ends)
        self._stamps = [stamp_of(row) for row in rows]
        self._passages = [row.ground.passage if row.ground is not None else -1 for row in rows]
        even = [row._replace(top=place * TALL) for place, row in enumerate(rows)]
        gaps = [_gap(rows, place, above) for place in range(len(rows) + 1)]
        middles = [place * TALL + (low + high) / 2 for place, (low, high) in enumerate(gaps)]
        # The last gap hangs on the row above it.
        middles[-1] = (len(rows) - 1) * TALL + rows[-1].height + sum(gaps[-1]) / 2
        self._even = even
        self._router = Router(even, lines, middles)
        self._room: dict[tuple[str, float], float] = {("g", gutter): 1.8 for gutter in range(len(lines) - 1)}
        self._room["g", len(lines) - 1] = 6.0
        self._room |= {("k", float(place)): max(0.0, (high - low) / 2) for place, (low, high) in enumerate(gaps)}

    def routes(self, links: Iterable[Joined]) -> list[tuple[Joined, Way]]:
        """Give the links that are shown, with the way of each."""
        found: list[Found] = []
        for joined in links:
            one, other = self._ends.of(joined.start), self._ends.of(joined.end)
            if one is not None and other is not None and (one.row, one.box) != (other.row, other.box):
                route = self._found(joined, one, other)
                if route.way is not None:
                    found.append(route)
        self._kept.found = {route.joined.link.id: route for route in found}
        return list(zip((route.joined for route in found), self._spread(found), strict=True))

    def _found(self, joined: Joined, one: End, other: End) -> Found:
        low, high = min(one.row, other.row), max(one.row, other.row)
        low = 0 if joined.over else max(0, low - 1)
        stamps = self._stamped(joined, one, other, low, high + 2)
        known = self._kept.found.get(joined.link.id)
        if known is not None and known.joined is joined and known[1:4] == ((one, other), low, stamps):
            return known
        return Found(joined, (one, other), low, stamps, self._way(joined, one, other))

    def _stamped(self, joined: Joined, one: End, other: End, low: int, high: int) -> tuple[object, ...]:
        """Give what a way between two ends hangs on, besides them: how they are left, and through what it passes.

        A straight one hangs on everything that stands between.
        """
        alongside = not joined.over and may_be_straight(one, other)
        if alongside or any(self._rows[row].ground is None for row in (one.row, other.row)):
            return tuple(self._stamps[low:high])
        return self._exits(one), self._exits(other), tuple(self._passages[low:high])

    def _way(self, joined: Joined, one: End, other: End) -> Way | None:
        if not joined.over:
            way = straight(self._even, one, other, ROOM_TO_SAY if joined.link.label or joined.hands else 0.0)
            if way is not None:
                return way
        low, high = (0 if joined.over else min(one.row, other.row)), max(one.row, other.row) + 1
        if any(row.ground is None for row in self._rows[low:high]):
            return None
        first, second = self._exits(one), self._exits(other)
        key = (first, second, joined.over, low, self._router.stamps[low:high])
        known = self._kept.plans.get(joined.link.id)
        if known is None or known[0] != key:
            known = key, self._router.plan(first, second, over=joined.over)
            self._kept.plans[joined.link.id] = known
        return self._router.way(one, other, known[1], over=joined.over) if known[1] is not None else None

    def _exits(self, end: End) -> tuple[Exit, ...]:
        known = self._kept.exits.get(end.id)
        if known is None or known[0] != self._stamps[end.row] or known[1] != end:
            known = self._stamps[end.row], end, tuple(self._router.exits(end))
            self._kept.exits[end.id] = known
        return known[2]

    def _spread(self, found: Sequence[Found]) -> list[Way]:
        """Spread the ways that share a gutter, a gap or a side; what is the same as before is so already."""
        plain = [route.way for route in found if route.way is not None]
        before, after, room = self._kept.spread
        if room == self._room and len(plain) == len(before) and all(map(_is, plain, before)):
            return after
        fresh = beside_each_other(at_ports(plain, [route.ends for route in found]), self._room)
        drawn = [self._kept.drawn.get(route.joined.link.id) for route in found]
        ways = [one.way if one is not None and one.way == way else way for one, way in zip(drawn, fresh, strict=True)]
        self._kept.spread = plain, ways, self._room
        return ways


def _is(one: object, other: object) -> bool:
    return one is other


def _gap(rows: Sequence[Row], place: int, overhead: float) -> tuple[float, float]:
    """Give between which heights links may run across above a row, counted from its top (the last: from the end)."""
    above = rows[place - 1].ground if place else None
    below = rows[place].ground if place < len(rows) else None
    if not place:
        return -max(overhead - 1.0, 5.0), -2.0
    up = rows[place - 1].height - above.last if above is not None else 0.0
    down = below.first if below is not None else 0.0
    if below is None or up >= 7.0 or up >= down:
        return -max(2.0, min(up, 9.0) - 1.0), -1.0
    return 1.0, max(2.0, min(down, 9.0) - 1.0)
