"""The links of a map: curves with heads, over the bands, that cover no text.

A link is a group of the part "link" in `Scene.over`, its id that of the link. Links of which an end is not shown (a
hidden lane, the parking lot, two ends in one collapsed stage) are left out; those with an end in a band that has not
been laid out yet come with it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.link_ground import HALF, Ground, Grounds, Row, gutters
from cxdesigner.layout.link_labels import EDGE, MOST, NARROW, PAD, Labels, padded, stretches
from cxdesigner.layout.link_routes import End, Exit, Plan, Router, Way, corners, straight
from cxdesigner.layout.link_shapes import Point, arrow, look_of
from cxdesigner.layout.link_tracks import at_ports, beside_each_other
from cxdesigner.layout.notes import Rect
from cxdesigner.layout.pen import Pen, dot, runs
from cxdesigner.layout.scene import STAGES, Band, Box, Group, Node
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import changes_hands, solved_by
from cxdesigner.model.kinds import LINK_KINDS
from cxdesigner.model.records import Card, Lane, Link, Stage, Step

TRACK, LABELLED = 4.0, 15.0
"""Height that a link needs above the stages, and that one with words needs."""
MOST_TRACKS = 5
ROOM_TO_SAY = 26.0
"""Shorter links that are straight have no room for what is said of them."""
DOT = 4.6
MARGIN = 4.0
"""How far what is drawn of a link may reach beyond its line."""


class LinksUsed(NamedTuple):
    """What the legend says of links: their kinds in the order of the format, departments that hand over."""

    kinds: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()


class Drawn(NamedTuple):
    """A link as it was drawn before; good as long as it runs through the same points, but for its height."""

    link: Link
    points: tuple[Point, ...]
    label: tuple[object, ...]
    group: Group


def room_above(document: Document, links: Iterable[Link], columns: Columns) -> float:
    """Give the height that links need above the stages: a track for each of those that run there side by side."""
    spans = []
    words = False
    for link in links:
        one, other = _column(document, link.from_, columns), _column(document, link.to, columns)
        if one is not None and other is not None and goes_over(document, link, columns):
            spans.append(tuple(sorted((one, other))))
            words = words or bool(link.label)
    if not spans:
        return 0.0
    most = max(sum(low <= at <= high for low, high in spans) for at, _ in spans)
    return max(TRACK * min(most, MOST_TRACKS) + 5.0, LABELLED if words else 0.0)


def goes_over(document: Document, link: Link, columns: Columns) -> bool:
    """Tell whether a link runs above the stages: one that ends at a stage, or repeats what is to the left of it."""
    if any(document.get(key, Stage) is not None for key in (link.from_, link.to)):
        return True
    one, other = _column(document, link.from_, columns), _column(document, link.to, columns)
    return link.kind == "repeats" and one is not None and other is not None and other < one


def _column(document: Document, key: str, columns: Columns) -> int | None:
    record = document.records.get(key)
    if isinstance(record, Stage):
        return next((columns.position[step.id] for step in document.steps_of(key) if step.id in columns.position), None)
    return columns.position.get(record.step or "" if isinstance(record, Card) else key)


def used_of(document: Document, links: Iterable[Link], columns: Columns) -> LinksUsed:
    """Tell which kinds of links a map shows, and between which departments something is handed over."""
    kinds: set[str] = set()
    departments: set[str] = set()
    for link in links:
        if _is_shown(document, link.from_, columns) and _is_shown(document, link.to, columns):
            kinds.add(link.kind)
            departments.update(hands_of(document, link))
    order = [department.id for department in document.departments if department.id in departments]
    return LinksUsed(tuple(kind for kind in LINK_KINDS if kind in kinds), tuple(order))


def _is_shown(document: Document, key: str, columns: Columns) -> bool:
    record = document.records.get(key)
    lane = document.get(record.lane, Lane) if isinstance(record, Card) else None
    there = _column(document, key, columns) is not None
    return there and (lane is not None and not lane.hidden if isinstance(record, Card) else True)


def hands_of(document: Document, link: Link) -> tuple[str, ...]:
    """Give the ids of the two departments between which something is handed over, none for other links."""
    one, other = document.get(link.from_, Card), document.get(link.to, Card)
    if link.kind != "hands_over" or one is None or other is None or not changes_hands(one, other):
        return ()
    return one.department, other.department


class Links:
    """Draws the links of one map, and keeps what it drew: what is as it was is not drawn again."""

    def __init__(self) -> None:
        self._grounds = Grounds()
        self._said: dict[str, tuple[tuple[Card, ...], tuple[Link, ...]]] = {}
        self._exits: dict[str, tuple[Ground | None, End, Sequence[float], tuple[Exit, ...]]] = {}
        self._plans: dict[str, tuple[tuple[object, ...], Plan | None]] = {}
        self._drawn: dict[str, Drawn] = {}
        self._before: tuple[tuple[object, ...], tuple[Group, ...]] | None = None

    def of(self, document: Document, map_id: str) -> tuple[Link, ...]:
        """Give the links of a map as they are shown, as `links_in` does; what was found in a lane is kept."""
        records = document.links(map_id)
        said: dict[str, tuple[tuple[Card, ...], tuple[Link, ...]]] = {}
        for lane in document.lanes(map_id):
            cards = document.cards_in_lane(map_id, lane.id)
            known = self._said.get(lane.id)
            said[lane.id] = known if known is not None and known[0] is cards else (cards, solved_by(cards))
        self._said = said
        told = {(link.from_, link.to) for link in records if link.kind == "solves"}
        more = [link for _, links in said.values() for link in links if (link.from_, link.to) not in told]
        return (*records, *more)

    def draw(
        self,
        pen: Pen,
        document: Document,
        links: Sequence[Link],
        bands: Sequence[Band],
        unknown: Iterable[str],
        columns: Columns,
        context: Context,
        above: float,
    ) -> tuple[Group, ...]:
        """Draw links over bands, of which those with the keys `unknown` have not been laid out.

        `above` is the height that is kept free for them above the stages, see `room_above`.
        """
        if not links or not columns.columns:
            self._drawn = {}
            return ()
        waiting = set(unknown)
        placed = [(band.groups, band.top) for band in bands]
        key = (tuple(links), columns, context, (frozenset(waiting), above), *placed)
        if self._before is not None and _same(self._before[0], key):
            return self._before[1]
        closed = {lane.id for lane in document.lanes(bands_map(document, links)) if lane.collapsed}
        rows = self._grounds.rows(bands, waiting, columns, closed)
        groups = _Drawing(self, pen, document, rows, columns, context, above).run(links)
        self._before = key, groups
        return groups

    def plan(self, router: Router, link: Link, one: End, other: End, *, over: bool) -> Plan | None:
        """Give the plan of a way, the one from before if everything that it follows from is the same."""
        low, high = (0 if over else min(one.row, other.row)), max(one.row, other.row) + 1
        first, second = self.exits(router, one), self.exits(router, other)
        key = (first, second, over, low, router.stamps[low:high], router.lines)
        known = self._plans.get(link.id)
        if known is None or known[0] != key:
            known = key, router.plan(first, second, over=over)
            self._plans[link.id] = known
        return known[1]

    def exits(self, router: Router, end: End) -> tuple[Exit, ...]:
        """Give the ways out of an end, those from before if its row is the same."""
        known = self._exits.get(end.id)
        ground = router.rows[end.row].ground
        if known is None or known[0] is not ground or known[1] != end or known[2] != router.lines:
            known = ground, end, router.lines, tuple(router.exits(end))
            self._exits[end.id] = known
        return known[3]

    def kept(self, link: Link, points: tuple[Point, ...], label: tuple[object, ...]) -> Group | None:
        """Give a link as it was drawn before, where it stands now; None if it has to be drawn again."""
        drawn = self._drawn.get(link.id)
        if drawn is None or drawn.link != link or drawn.label != label:
            return None
        if drawn.points != points:
            by = points[0][1] - drawn.points[0][1]
            moved = all(
                x == x1 and abs(y + by - y1) < 1e-6
                for (x, y), (x1, y1) in zip(drawn.points, points, strict=False)
            )  # fmt: skip
            if not moved or len(points) != len(drawn.points):
                return None
            drawn = Drawn(link, points, label, drawn.group._replace(y=drawn.group.y + by))
            self._drawn[link.id] = drawn
        return drawn.group

    def keep(self, link: Link, points: tuple[Point, ...], label: tuple[object, ...], group: Group) -> Group:
        """Remember a link as it is drawn."""
        self._drawn[link.id] = Drawn(link, points, label, group)
        return group


def bands_map(document: Document, links: Sequence[Link]) -> str:
    """Give the map that links belong to."""
    return document.map_of(links[0].from_) or links[0].parent


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    if len(one) != len(other) or one[0] != other[0] or one[3] != other[3]:
        return False
    if one[1] is not other[1] or one[2] is not other[2]:
        return False
    return all(
        a[0] is b[0] and a[1] == b[1]  # type: ignore[index]
        for a, b in zip(one[4:], other[4:], strict=True)
    )


class _Drawing:
    """One drawing of all links."""

    def __init__(
        self,
        links: Links,
        pen: Pen,
        document: Document,
        rows: list[Row],
        columns: Columns,
        context: Context,
        above: float,
    ) -> None:
        self._links = links
        self._pen = pen
        self._document = document
        self._rows = rows
        self._columns = columns
        self._context = context
        self._lines = gutters(columns)
        self._index = {row.key: place for place, row in enumerate(rows)}
        self._above = above
        self._gaps = [_gap(rows, place, above) for place in range(len(rows) + 1)]
        heights = [(low + high) / 2 for low, high in self._gaps]
        self._router = Router(rows, tuple(self._lines), heights)

    def run(self, links: Sequence[Link]) -> tuple[Group, ...]:
        found: list[Link] = []
        ways: list[Way] = []
        ends: list[tuple[End, End]] = []
        for link in links:
            one, other = self._end(link.from_), self._end(link.to)
            if one is None or other is None or (one.row, one.box) == (other.row, other.box):
                continue
            way = self._way(link, one, other)
            if way is not None:
                found.append(link)
                ways.append(way)
                ends.append((one, other))
        room: dict[tuple[str, float], float] = {("g", gutter): 1.8 for gutter in range(len(self._lines) - 1)}
        room["g", len(self._lines) - 1] = 6.0
        for place, (low, high) in enumerate(self._gaps):
            room["k", place] = max(0.0, (high - low) / 2)
        ways = beside_each_other(at_ports(ways, ends), room)
        every = [tuple(corners(way)) for way in ways]
        return self._drawn(found, every)

    def _way(self, link: Link, one: End, other: End) -> Way | None:
        over = goes_over(self._document, link, self._columns)
        if not over:
            said = link.label or self._hands(link)
            way = straight(self._rows, one, other, ROOM_TO_SAY if said else 0.0)
            if way is not None:
                return way
        low, high = min(one.row, other.row), max(one.row, other.row)
        if any(row.ground is None for row in self._rows[0 if over else low : high + 1]):
            return None
        plan = self._links.plan(self._router, link, one, other, over=over)
        return self._router.way(one, other, plan, over=over) if plan is not None else None

    def _end(self, key: str) -> End | None:
        """Find where a link ends; None if that is not shown."""
        record = self._document.records.get(key)
        if isinstance(record, Stage):
            return self._at(key, self._index.get(STAGES), key, over=True)
        if isinstance(record, Step):
            column = self._columns.of(key)
            shown = column.stage if column is not None and column.collapsed else key
            return self._at(key, self._index.get(STAGES + STAGES), shown)
        if not isinstance(record, Card) or record.lane is None:
            return None
        place = self._index.get(record.lane)
        if place is not None and self._rows[place].closed:
            return self._closed(record, place)
        return self._at(key, place, key)

    def _at(self, key: str, place: int | None, shown: str, *, over: bool = False) -> End | None:
        ground = self._rows[place].ground if place is not None else None
        box = ground.boxes.get(shown) if ground is not None else None
        return self._ended(key, place, box, over=over) if place is not None and box is not None else None

    def _closed(self, card: Card, place: int) -> End | None:
        """Give the place of a card in a collapsed lane: its column."""
        column = self._columns.of(card.step)
        if column is None or self._document.get(card.lane, Lane) is None:
            return None
        height = self._rows[place].height
        box = Rect(column.x + HALF, 2.0, column.x + column.width - HALF, max(3.0, height - 2.0))
        return self._ended(f"{card.lane} {column.step}", place, box, over=False)

    def _ended(self, key: str, place: int, box: Rect, *, over: bool) -> End:
        left = bisect_right(self._lines, box.left + 0.01) - 1
        right = bisect_left(self._lines, box.right - 0.01)
        return End(key, place, box, max(0, left), min(right, len(self._lines) - 1), over)

    def _drawn(self, links: list[Link], every: list[tuple[Point, ...]]) -> tuple[Group, ...]:
        labels: Labels | None = None
        groups = []
        for index, (link, points) in enumerate(zip(links, every, strict=True)):
            hands = self._hands(link)
            text = self._words(link, hands)
            place: tuple[Rect, Paragraph] | None = None
            if text:
                labels = labels or Labels(self._rows, every, self._above)
                place = self._place(labels, index, points, text, bool(hands))
            local = (text, hands, _relative(place[0], points) if place else None, place[1] if place else None)
            group = self._links.kept(link, points, local)
            if group is None:
                group = self._links.keep(link, points, local, self._group(link, points, hands, place))
            groups.append(group)
        return tuple(groups)

    def _hands(self, link: Link) -> tuple[tuple[str, str], ...]:
        """Give name and colour of the two departments between which something is handed over."""
        names, colors = self._context.departments, self._context.department_colors
        return tuple((names.get(key, ""), colors.get(key) or theme.MUTED) for key in hands_of(self._document, link))

    def _words(self, link: Link, hands: tuple[tuple[str, str], ...]) -> str:
        if link.label:
            return " ".join(link.label.split())
        return " › ".join(name or "?" for name, _ in hands) if any(name for name, _ in hands) else ""

    def _place(
        self, labels: Labels, index: int, points: tuple[Point, ...], text: str, dots: bool
    ) -> tuple[Rect, Paragraph] | None:
        more = 2 * DOT + 4 if dots else 0.0
        wide = self._pen.fitted(text, theme.LABEL, MOST)
        narrow = self._pen.fitted(text, theme.LABEL, max(NARROW, theme.STEP_WIDTH - 2 * HALF - 2 * PAD - more - 4))
        thin = self._pen.fitted(text, theme.LABEL, 52.0)
        options = [wide, narrow, thin]
        found = labels.place(index, points, [padded(option, more) for option in options])
        return (found[0], options[found[1]]) if found is not None else None

    def _group(
        self,
        link: Link,
        points: tuple[Point, ...],
        hands: tuple[tuple[str, str], ...],
        place: tuple[Rect, Paragraph] | None,
    ) -> Group:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        spot = place[0] if place else Rect(xs[0], ys[0], xs[0], ys[0])
        left, top = min(*xs, spot.left) - MARGIN, min(*ys, spot.top) - MARGIN
        right, bottom = max(*xs, spot.right) + MARGIN, max(*ys, spot.bottom) + MARGIN
        items = list(arrow([(x - left, y - top) for x, y in points], link.kind))
        colors = [color for _, color in hands]
        if place is not None:
            items += self._label(link, place, colors, left, top)
        elif colors:
            items += _dots_on(points, colors, left, top)
        return Group(link.id, "link", left, top, right - left, bottom - top, tuple(items))

    def _label(
        self, link: Link, place: tuple[Rect, Paragraph], colors: list[str], left: float, top: float
    ) -> list[Node]:
        spot, paragraph = place
        x, y = spot.left - left, spot.top - top
        items: list[Node] = [Box(x, y, spot.right - spot.left, spot.bottom - spot.top, theme.PAPER, None, 2.0)]
        for number, color in enumerate(colors):
            items.append(dot(x + PAD + number * (DOT + 1), y + EDGE + theme.LABEL.leading / 2 - DOT / 2, DOT, color))
        indent = PAD + (2 * DOT + 4 if colors else 0.0)
        ink = theme.readable(look_of(link.kind).stroke.color)
        return [*items, *runs(paragraph, x + indent, y + EDGE, ink)]


def _relative(spot: Rect, points: Sequence[Point]) -> tuple[float, ...]:
    x, y = points[0]
    return tuple(round(value, 6) for value in (spot.left - x, spot.top - y, spot.right - x, spot.bottom - y))


def _dots_on(points: Sequence[Point], colors: Sequence[str], left: float, top: float) -> list[Node]:
    """Put two dots on the longest stretch of a link."""
    longest = max(stretches(points), key=lambda stretch: stretch.length)
    (x1, y1), (x2, y2) = longest
    length = longest.length or 1.0
    found: list[Node] = []
    for color, share in zip(colors, (-0.55, 0.55), strict=True):
        x = (x1 + x2) / 2 + share * (DOT + 0.6) * (x2 - x1) / length - left
        y = (y1 + y2) / 2 + share * (DOT + 0.6) * (y2 - y1) / length - top
        found.append(Box(x - DOT / 2 - 0.6, y - DOT / 2 - 0.6, DOT + 1.2, DOT + 1.2, theme.PAPER, None, DOT / 2 + 0.6))
        found.append(dot(x - DOT / 2, y - DOT / 2, DOT, color))
    return found


def _gap(rows: Sequence[Row], place: int, overhead: float) -> tuple[float, float]:
    """Give the heights on the sheet between which links may run across above a row."""
    above = rows[place - 1] if place else None
    below = rows[place] if place < len(rows) else None
    up = above.height - above.ground.last if above is not None and above.ground is not None else 0.0
    down = below.ground.first if below is not None and below.ground is not None else 0.0
    edge = below.top if below is not None else above.top + above.height if above is not None else 0.0
    if above is None:
        return edge - max(overhead - 1.0, 5.0), edge - 2.0
    if below is None or up >= 7.0 or up >= down:
        return edge - max(2.0, min(up, 9.0) - 1.0), edge - 1.0
    return edge + 1.0, edge + max(2.0, min(down, 9.0) - 1.0)
