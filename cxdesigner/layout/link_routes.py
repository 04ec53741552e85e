"""Finding a way for a link: along gutters and gaps, round what stands there.

A way is a chain of lines, down and across in turn. It is chosen among few by what it costs: how long it is, how often
it turns and what it has to get round. What a way is chosen by are places in the grid and not heights, so that a lane
that grows changes no way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxdesigner.layout.link_ground import Row
from cxdesigner.layout.rects import Rect

ROW = 40.0
"""What it costs to pass a row, in points across."""
TURN, ROUND, SIDE = 14.0, 150.0, 22.0
"""What a turn costs, getting round something, and ending at a side of a card, where there is less room for a head."""
FAR, NEAR = 1e9, 0.01
STRAIGHT = 5.0
"""Half the width that a straight way needs."""

Strip = tuple[str, int] | None
"""In which gutter ("g", n) or gap ("k", n) a line runs; None where it has its place for itself."""


class Line(NamedTuple):
    """A line of a way: `at` is its x if it runs down, else its y on the sheet."""

    down: bool
    at: float
    strip: Strip = None


class Way(NamedTuple):
    """From (x, y) on the edge of one end to that of the other; `sides` are which edges: "top bottom left right"."""

    start: tuple[float, float]
    lines: tuple[Line, ...]
    end: tuple[float, float]
    sides: tuple[str, str]


class End(NamedTuple):
    """An end of a link: its row, its box in the row, the gutters beside it."""

    id: str
    row: int
    box: Rect
    left: int
    right: int
    over: bool = False
    """Whether links come to it from above the stages."""
    upright: bool = False
    """Whether links come to it only from above and below."""


class Exit(NamedTuple):
    """A way out of an end: by a side into a gutter, and so or straight into a gap."""

    side: str
    gap: int
    x: float
    gutter: int | None
    cost: float


class Plan(NamedTuple):
    """Which exits a way takes, and which gutters between; it holds whatever the heights of rows are."""

    first: Exit
    last: Exit
    gutters: tuple[int, ...]


class Router:
    """Finds ways over rows; `gap_y` are the heights of the gaps, `lines` the middles of the gutters."""

    def __init__(self, rows: Sequence[Row], lines: Sequence[float], gap_y: Sequence[float]) -> None:
        self.rows = rows
        self.lines = lines
        self.gap_y = gap_y
        self.hard = [0] * len(lines)
        self.soft = [0] * len(lines)
        self.stamps: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        for index, row in enumerate(rows):
            hard, soft = (row.ground.hard, row.ground.soft) if row.ground is not None else ((), ())
            for gutter in hard:
                self.hard[gutter] |= 1 << index
            for gutter in soft:
                self.soft[gutter] |= 1 << index
            self.stamps.append((hard, soft))

    def exits(self, end: End) -> list[Exit]:
        """Give the ways out of an end."""
        if end.over:
            return [Exit("top", 0, (end.box.left + end.box.right) / 2, None, 0.0)]
        found = []
        middle = (end.box.left + end.box.right) / 2
        if self._is_clear(end.row, end.box, above=True):
            found.append(Exit("top", end.row, middle, None, 0.0))
        if self._is_clear(end.row, end.box, above=False):
            found.append(Exit("bottom", end.row + 1, middle, None, 0.0))
        y = (end.box.top + end.box.bottom) / 2
        for side, gutter in () if end.upright else (("left", end.left), ("right", end.right)):
            for gap, low, high in ((end.row, -FAR, y), (end.row + 1, y, FAR)):
                between = [rect for rect, _ in self._across(end.row, gutter) if rect.top < high and rect.bottom > low]
                if all(self._passable(end.row, gutter, rect) for rect in between):
                    cost = SIDE + TURN + ROW / 2 + ROUND * len(between)
                    found.append(Exit(side, gap, self.lines[gutter], gutter, cost))
        return found

    def _across(self, row: int, gutter: int) -> list[tuple[Rect, bool]]:
        ground = self.rows[row].ground
        return ground.across.get(gutter, []) if ground is not None else []

    def _passable(self, row: int, gutter: int, rect: Rect) -> bool:
        return any(one == rect and passable for one, passable in self._across(row, gutter))

    def _is_clear(self, row: int, box: Rect, *, above: bool) -> bool:
        """Tell whether nothing stands between a box and the end of its row."""
        ground = self.rows[row].ground
        assert ground is not None
        free = box._replace(top=-FAR, bottom=box.top) if above else box._replace(top=box.bottom, bottom=FAR)
        return not ground.solid.meet(free)

    def plan(self, firsts: Sequence[Exit], lasts: Sequence[Exit], *, over: bool) -> Plan | None:
        """Choose a way from one of some exits to one of others; `over`: it goes over the stages. None for no way."""
        best, least = None, float("inf")
        for first in firsts:
            for last in lasts:
                cost = first.cost + last.cost
                if cost >= least:
                    continue
                for gutters, more in self._between(first, last, over=over):
                    if cost + more < least:
                        best, least = Plan(first, last, gutters), cost + more
        return best

    def _between(self, first: Exit, last: Exit, *, over: bool) -> Iterator[tuple[tuple[int, ...], float]]:
        """Give the gutters to take from one gap to the other, with what that costs."""
        if over and (first.gap or last.gap):
            up, down = self._to_top(first, last.x), self._to_top(last, first.x)
            xs = [first.x, *(self.lines[gutter] for gutter in (*up, *down)), last.x]
            across = sum(abs(a - b) for a, b in pairwise(xs))
            turns = (up != (first.gutter,)) + (down != (last.gutter,))
            yield (*up, *down), across + ROW * (first.gap + last.gap) + 4 * TURN * turns
        elif first.gap == last.gap:
            yield (), abs(first.x - last.x) + TURN
        else:
            yield from self._down(first, last)

    def _to_top(self, exit_: Exit, other: float) -> tuple[int, ...]:
        """Give the gutter in which to go up over the stages, none for what is there already."""
        if exit_.gap == 0:
            return ()
        mask = (1 << exit_.gap) - 1
        free = [gutter for gutter in range(len(self.lines)) if not self.hard[gutter] & mask]
        return (
            min(
                free,
                key=lambda gutter: (
                    abs(self.lines[gutter] - exit_.x)
                    + 0.9 * abs(self.lines[gutter] - other)
                    + ROUND * (self.soft[gutter] & mask).bit_count()
                ),
            ),
        )

    def _down(self, first: Exit, last: Exit) -> Iterator[tuple[tuple[int, ...], float]]:
        low, high = sorted((first.gap, last.gap))
        mask = (1 << high) - (1 << low)
        near = {self._near(first.x), self._near(first.x) - 1, self._near(last.x), self._near(last.x) - 1}
        near |= {exit_.gutter for exit_ in (first, last) if exit_.gutter is not None}
        wanted = sorted(gutter for gutter in near if 0 <= gutter < len(self.lines))
        free = [gutter for gutter in wanted if not self.hard[gutter] & mask]
        if not free:
            every = [gutter for gutter in range(len(self.lines)) if not self.hard[gutter] & mask]
            middle = (first.x + last.x) / 2
            free = sorted(every, key=lambda gutter: abs(self.lines[gutter] - middle))[:2]
        for gutter in free:
            x = self.lines[gutter]
            cost = abs(first.x - x) + abs(last.x - x) + ROW * (high - low)
            cost += ROUND * (self.soft[gutter] & mask).bit_count()
            cost += TURN * ((gutter != first.gutter) + (gutter != last.gutter))
            yield (gutter,), cost

    def _near(self, x: float) -> int:
        return next((index for index, at in enumerate(self.lines) if at > x), len(self.lines) - 1)

    # From a plan to a way on the sheet

    def way(self, one: End, other: End, plan: Plan, *, over: bool) -> Way:
        """Lay a planned way."""
        start, head = self._out(one, plan.first)
        end, tail = self._out(other, plan.last)
        middle: list[Line] = []
        gaps = [plan.first.gap, *([0] if over and plan.first.gap and plan.last.gap else []), plan.last.gap]
        for gutter, (top, bottom) in zip(plan.gutters, pairwise(gaps), strict=False):
            middle += [self._across_gap(top), *self._along(gutter, top, bottom), self._across_gap(bottom)]
        if not plan.gutters:
            middle = [self._across_gap(plan.first.gap)]
        lines = merged([*head, *middle, *reversed(tail)])
        return Way(start, tuple(lines), end, (plan.first.side, plan.last.side))

    def _across_gap(self, gap: int) -> Line:
        return Line(False, self.gap_y[gap], ("k", gap))

    def _out(self, end: End, exit_: Exit) -> tuple[tuple[float, float], list[Line]]:
        top = self.rows[end.row].top
        if exit_.gutter is None:
            y = top + (end.box.top if exit_.side == "top" else end.box.bottom)
            return (exit_.x, y), [Line(True, exit_.x)]
        y = top + (end.box.top + end.box.bottom) / 2
        x = end.box.left if exit_.side == "left" else end.box.right
        within = self._within(exit_.gutter, end.row, y - top, up=exit_.gap == end.row)
        return (x, y), [Line(False, y), *within]

    def _along(self, gutter: int, top: int, bottom: int) -> list[Line]:
        """Run down a gutter from one gap to another, round what lies across it."""
        up = bottom < top
        lines: list[Line] = []
        for row in range(top - 1, bottom - 1, -1) if up else range(top, bottom):
            lines += self._within(gutter, row, None, up=up)
            lines.append(self._across_gap(row if up else row + 1))
        return lines[:-1]

    def _within(self, gutter: int, row: int, start: float | None, *, up: bool) -> list[Line]:
        """Run down a gutter in one row from a height in it (None: from its edge)."""
        lines = [Line(True, self.lines[gutter], ("g", gutter))]
        top, at = self.rows[row].top, start
        for _ in range(64):
            rect = self._next(row, gutter, at, up=up)
            if rect is None:
                break
            y = rect.bottom + 3 if up else rect.top - 3
            left, right = self._beside(rect)
            gutter = left if abs(self.lines[left] - lines[-1].at) <= abs(self.lines[right] - lines[-1].at) else right
            lines += [Line(False, top + y), Line(True, self.lines[gutter], ("g", gutter))]
            at = y
        return lines

    def _next(self, row: int, gutter: int, at: float | None, *, up: bool) -> Rect | None:
        found = [rect for rect, _ in self._across(row, gutter)]
        if at is not None:
            found = [rect for rect in found if (rect.bottom <= at if up else rect.top >= at)]
        if not found:
            return None
        return max(found, key=lambda rect: rect.bottom) if up else min(found, key=lambda rect: rect.top)

    def _beside(self, rect: Rect) -> tuple[int, int]:
        """Give the gutters to the left and right of what lies across several columns."""
        left = max((index for index, x in enumerate(self.lines) if x <= rect.left), default=0)
        right = min((index for index, x in enumerate(self.lines) if x >= rect.right), default=len(self.lines) - 1)
        return left, right


def merged(lines: Sequence[Line]) -> list[Line]:
    """Join lines that run on in the same place; between two that run the same way elsewhere nothing is needed twice."""
    found: list[Line] = []
    for line in lines:
        if found and found[-1].down == line.down:
            found[-1] = line
            continue
        found.append(line)
    changed = True
    while changed:
        changed = False
        for index in range(len(found) - 2):
            one, other = found[index], found[index + 2]
            if one.down == other.down and one.strip is not None and one.strip == other.strip:
                found[index : index + 3] = [one]
                changed = True
                break
    return found


def straight(rows: Sequence[Row], one: End, other: End, least: float = 0.0) -> Way | None:
    """Give the straight way between two ends that stand above or beside each other with nothing between.

    It is at least as long as `least`.
    """
    way = _straight_down(rows, one, other) or _straight_across(rows, one, other)
    if way is None or abs(way.start[0] - way.end[0]) + abs(way.start[1] - way.end[1]) < least:
        return None
    return way


def may_be_straight(one: End, other: End) -> bool:
    """Tell whether two ends stand above or beside each other, whatever is between."""
    above = min(one.box.right, other.box.right) - max(one.box.left, other.box.left) >= 2 * STRAIGHT
    return above or one.row == other.row


def _straight_down(rows: Sequence[Row], one: End, other: End) -> Way | None:
    first = (rows[one.row].top + one.box.top, rows[one.row].top + one.box.bottom)
    second = (rows[other.row].top + other.box.top, rows[other.row].top + other.box.bottom)
    left, right = max(one.box.left, other.box.left), min(one.box.right, other.box.right)
    if right - left < 2 * STRAIGHT or (first[0] < second[1] and second[0] < first[1]):
        return None
    x = (left + right) / 2
    down = first[1] <= second[0]
    low, high = (first[1], second[0]) if down else (second[1], first[0])
    top, bottom = sorted((one.row, other.row))
    if not _is_free(rows, top, bottom, Rect(x - STRAIGHT, low, x + STRAIGHT, high)):
        return None
    sides = ("bottom", "top") if down else ("top", "bottom")
    start, end = (low, high) if down else (high, low)
    return Way((x, start), (Line(True, x),), (x, end), sides)


def _straight_across(rows: Sequence[Row], one: End, other: End) -> Way | None:
    if one.row != other.row:
        return None
    top, bottom = max(one.box.top, other.box.top), min(one.box.bottom, other.box.bottom)
    if bottom - top < 2 * STRAIGHT:
        return None
    y = (top + bottom) / 2
    right = one.box.right <= other.box.left
    low, high = (one.box.right, other.box.left) if right else (other.box.right, one.box.left)
    base = rows[one.row].top
    if low > high or not _is_free(rows, one.row, one.row, Rect(low, base + y - STRAIGHT, high, base + y + STRAIGHT)):
        return None
    sides = ("right", "left") if right else ("left", "right")
    start, end = (low, high) if right else (high, low)
    return Way((start, base + y), (Line(False, base + y),), (end, base + y), sides)


def _is_free(rows: Sequence[Row], first: int, last: int, rect: Rect) -> bool:
    for row in rows[first : last + 1]:
        local = Rect(rect.left, rect.top - row.top + NEAR, rect.right, rect.bottom - row.top - NEAR)
        if row.ground is None or row.ground.solid.meet(local):
            return False
    return True


def corners(way: Way) -> list[tuple[float, float]]:
    """Give the points of a way from its start to its end."""
    points = [way.start]
    for one, other in pairwise(way.lines):
        points.append((one.at, other.at) if one.down else (other.at, one.at))
    return [*points, way.end]
