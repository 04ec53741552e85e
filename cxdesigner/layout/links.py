"""The links of a map: curves with heads, over the bands, that cover no text.

A link is a group of the part "link" in `Scene.over`, its id that of the link. Links of which an end is not shown (a
hidden lane, the parking lot, two ends in one collapsed stage) are left out; those with an end in a band that has not
been laid out yet come with it.

Ways are found where row `n` begins at the height `n * TALL`, so that they are the same however high the rows are, and
only then put on the sheet: a lane that grows moves links, and changes none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.link_ground import HALF, Grounds, Row, gutters
from cxdesigner.layout.link_labels import Labels
from cxdesigner.layout.link_routes import End, Exit, Plan, Router, Way, corners, may_be_straight, straight
from cxdesigner.layout.link_shapes import Point, Said, link_group, said_of
from cxdesigner.layout.link_tracks import at_ports, beside_each_other
from cxdesigner.layout.linked import Joined
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import STAGES, Band, Group
from cxdesigner.model.records import Card, Record, Stage, Step

TALL = 1e6
"""How far apart rows are while ways are found: farther than any is high."""
WIDEST = 180.0
"""Words lie no farther from their link than this."""
ROOM_TO_SAY = 26.0
"""Shorter links that are straight have no room for what is said of them."""


class Found(NamedTuple):
    """A way as it was found; good as long as the ends and the rows from `low` to before `high` are the same."""

    joined: Joined
    ends: tuple[End, End]
    low: int
    stamps: tuple[object, ...]
    way: Way | None


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


class Links:
    """Draws the links of one map, and keeps what it drew: what is as it was is not drawn again."""

    def __init__(self) -> None:
        self._forget(None)

    def _forget(self, columns: Columns | None) -> None:
        """Begin anew, for other columns."""
        self._columns = columns
        self.grounds = Grounds()
        self.ends: dict[str, tuple[Record, int, Columns, End | None]] = {}
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
        placed = [(row.key, row.top, row.height, row.ground.number if row.ground else -1, row.closed) for row in rows]
        key = (context, above, tuple(links), placed)
        if self._before is None or not _same(self._before[0], key):
            self._before = key, _Drawing(self, pen, rows, columns, context, above).run(links)
        return self._before[1]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Compare what a drawing depends on: the context and links by identity."""
    first, second = one[2], other[2]
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    if one[0] is not other[0] or one[1] != other[1] or one[3] != other[3]:
        return False
    return len(first) == len(second) and all(map(_is, first, second))


class _Drawing:
    """One drawing of all links."""

    def __init__(
        self, kept: Links, pen: Pen, rows: list[Row], columns: Columns, context: Context, above: float
    ) -> None:
        self._kept = kept
        self._pen = pen
        self._rows = rows
        self._columns = columns
        self._context = context
        self._above = above
        self._lines = tuple(gutters(columns))
        self._index = {row.key: place for place, row in enumerate(rows)}
        self._stamps = [row.ground.number if row.ground is not None else -1 for row in rows]
        self._passages = [row.ground.passage if row.ground is not None else -1 for row in rows]
        self._profile = [(row.height, stamp) for row, stamp in zip(rows, self._stamps, strict=True)]
        even = [row._replace(top=place * TALL) for place, row in enumerate(rows)]
        gaps = [_gap(rows, place, above) for place in range(len(rows) + 1)]
        middles = [place * TALL + (low + high) / 2 for place, (low, high) in enumerate(gaps)]
        # The last gap hangs on the row above it.
        middles[-1] = (len(rows) - 1) * TALL + rows[-1].height + sum(gaps[-1]) / 2
        self._even = even
        self._router = Router(even, self._lines, middles)
        self._room: dict[tuple[str, float], float] = {("g", gutter): 1.8 for gutter in range(len(self._lines) - 1)}
        self._room["g", len(self._lines) - 1] = 6.0
        self._room |= {("k", float(place)): max(0.0, (high - low) / 2) for place, (low, high) in enumerate(gaps)}

    def run(self, links: Sequence[Joined]) -> tuple[Group, ...]:
        found: list[Found] = []
        for joined in links:
            one, other = self._end(joined.start), self._end(joined.end)
            if one is not None and other is not None and (one.row, one.box) != (other.row, other.box):
                route = self._found(joined, one, other)
                if route.way is not None:
                    found.append(route)
        self._kept.found = {route.joined.link.id: route for route in found}
        ways = self._spread(found)
        return self._drawn([route.joined for route in found], ways)

    # Ways

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

    # Ends

    def _end(self, record: Record | None) -> End | None:
        """Find where a link ends; None if that is not shown."""
        if record is None:
            return None
        if isinstance(record, Card):
            place = self._index.get(record.lane or "")
        else:
            place = self._index.get(STAGES if isinstance(record, Stage) else STAGES + STAGES)
        if place is None:
            return None
        known = self._kept.ends.get(record.id)
        if known is None or known[0] is not record or known[1] != self._stamps[place] or _row(known[3]) != place:
            known = record, self._stamps[place], self._columns, self._found_end(record, place)
            self._kept.ends[record.id] = known
        return known[3]

    def _found_end(self, record: Record, place: int) -> End | None:
        row = self._rows[place]
        if isinstance(record, Card) and row.closed:
            return self._closed(record, place)
        shown = record.id
        if isinstance(record, Step):
            column = self._columns.of(record.id)
            shown = column.stage if column is not None and column.collapsed else shown
        box = row.ground.boxes.get(shown) if row.ground is not None else None
        if box is None:
            return None
        # The words of a step begin at its edge, so a link that came in from the side would lie on them.
        end = self._ended(record.id, place, box, over=isinstance(record, Stage))
        return end._replace(upright=isinstance(record, Step))

    def _closed(self, card: Card, place: int) -> End | None:
        """Give the place of a card in a collapsed lane: its column."""
        column = self._columns.of(card.step)
        if column is None:
            return None
        bottom = max(3.0, self._rows[place].height - 2.0)
        box = Rect(column.x + HALF, 2.0, column.x + column.width - HALF, bottom)
        return self._ended(f"{card.lane}\x1f{column.step}", place, box, over=False)._replace(upright=True)

    def _ended(self, key: str, place: int, box: Rect, *, over: bool) -> End:
        left = bisect_right(self._lines, box.left + 0.01) - 1
        right = bisect_left(self._lines, box.right - 0.01)
        return End(key, place, box, max(0, left), min(right, len(self._lines) - 1), over)

    # Drawing

    def _drawn(self, links: Sequence[Joined], ways: Sequence[Way]) -> tuple[Group, ...]:
        before = self._kept.drawn
        kept = [
            self._kept_one(before.get(joined.link.id), joined, way) for joined, way in zip(links, ways, strict=True)
        ]
        stale = [_extent(before[key].way) for key in before.keys() - {joined.link.id for joined in links}]
        for joined, way, drawn in zip(links, ways, kept, strict=True):
            old = before.get(joined.link.id)
            if drawn is None and (old is None or old.way is not way):
                stale += [_extent(way), *([_extent(old.way)] if old is not None else [])]
        written = _Written(self._rows, ways, self._placed, (self._above, self._columns.left))
        fresh = {}
        for index, (joined, way, known) in enumerate(zip(links, ways, kept, strict=True)):
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
        self._kept.drawn = fresh
        return tuple([drawn.group for drawn in fresh.values()])

    def _kept_one(self, known: Drawn | None, joined: Joined, way: Way) -> Drawn | None:
        """Give a link as it was drawn before, where it stands now; None if it has to be drawn again."""
        if known is None or known.way is not way or (known.joined is not joined and known.joined.link != joined.link):
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
        rows: list[Row],
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


def _is(one: object, other: object) -> bool:
    return one is other


def _row(end: End | None) -> int:
    return end.row if end is not None else -1


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
