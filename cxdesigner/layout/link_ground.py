"""The ground on which links are drawn: rows with things in them, and the gutters and gaps left free between.

A row is a lane, or one of the two rows of the stages band: the stages, and the steps. Gap `k` runs across above row
`k`, the last one below all of them; gutter `g` runs down left of column `g`, the last but one to the right of the last
column and the last one in the margin of the sheet, where nothing stands. All lengths are points, y from the top of
the row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from itertools import count
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.rects import Bins, Rect
from cxdesigner.layout.scene import STAGES, Band, Box, GlyphRun, Group, Node

HALF = 3.0
"""Half the width of a gutter: cards stand this far from the edge of their column."""
BELOW = 2.0
"""How far below the words of a step a link ends: letters such as g reach below their line."""
WHOLE = frozenset({"card", "bar", "count", "point", "note", "metric", "definitions", "step", "steps", "stage", "goal"})
"""Parts that are not crossed at all; of others only the words are not."""
PASSABLE = frozenset({"card", "definitions", "lane"})
"""Parts with free strips above and below, along which one gets round them."""
FILLED = frozenset({"card", "bar", "point", "note"})
"""Parts of which nothing reaches out."""
OPEN = frozenset({"point", "bar"})
"""Parts that stand inside a column, however narrow it is."""


class Ground(NamedTuple):
    """What is in a row. `solid`: everything that is not crossed; `first` and `last`: where the first of it begins and
    the last ends. `across`: gutter → what lies across it, with whether one gets round it; `boxes`: id → where it is.
    `busy`: there are curves in it. `hard` and `soft`: the gutters that are closed, and those with a way round.
    `number` tells it from every other one, and `passage` from all through which links run otherwise.
    """

    solid: Bins
    first: float
    last: float
    across: dict[int, list[tuple[Rect, bool]]]
    boxes: dict[str, Rect]
    busy: bool
    hard: tuple[int, ...]
    soft: tuple[int, ...]
    number: int
    passage: int = 0


class Row(NamedTuple):
    """A row where it stands on the sheet; `ground` None if it has not been laid out. `closed`: a collapsed lane."""

    key: str
    top: float
    height: float
    ground: Ground | None
    closed: bool = False


def gutters(columns: Columns) -> list[float]:
    """Give the middle of each gutter across."""
    inner = [column.x for column in columns.columns] + [columns.right]
    return [*inner[:-1], inner[-1] + 1.0, columns.sheet_width - theme.MARGIN + 9.0]


class Grounds:
    """Keeps what is known of each band as long as it is the same band."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Group, ...], Columns, Ground]] = {}
        self._numbers = count()

    def rows(
        self, bands: Iterable[Band], missing: Container[str], columns: Columns, closed: Container[str]
    ) -> list[Row]:
        """Give the rows from top to bottom; `missing` are the bands that have not been laid out, `closed` lanes are
        collapsed.
        """
        found: list[Row] = []
        kept: dict[str, tuple[tuple[Group, ...], Columns, Ground]] = {}
        for band in bands:
            if band.key == STAGES:
                found += self._stages(band, columns, kept, known=STAGES not in missing)
            elif band.is_lane:
                ground = None if band.key in missing else self._ground(band.key, band.groups, columns, kept)
                found.append(Row(band.key, band.top, band.height, ground, band.key in closed))
        self._known = kept
        return found

    def _stages(
        self,
        band: Band,
        columns: Columns,
        kept: dict[str, tuple[tuple[Group, ...], Columns, Ground]],
        *,
        known: bool,
    ) -> list[Row]:
        steps = [group for group in band.groups if group.part in ("step", "steps")]
        above = [group for group in band.groups if group.part in ("stage", "goal")]
        if not known or not steps or not above:
            return [Row(STAGES, band.top, band.height, None)]
        top, middle = min(group.y for group in above), min(group.y for group in steps)
        before = self._known.get(STAGES)
        if before is not None and before[1] is columns and _alike(before[0], band.groups):
            upper, lower = before[2], self._known[STAGES + STAGES][2]
        else:
            upper = _ground([group._replace(y=group.y - top) for group in above], columns, next(self._numbers))
            lower = _ground([group._replace(y=group.y - middle) for group in steps], columns, next(self._numbers))
        kept[STAGES] = band.groups, columns, upper
        kept[STAGES + STAGES] = band.groups, columns, lower
        height = band.height - middle
        return [
            Row(STAGES, band.top + top, middle - top, upper),
            Row(STAGES + STAGES, band.top + middle, height, lower),
        ]

    def _ground(
        self,
        key: str,
        groups: tuple[Group, ...],
        columns: Columns,
        kept: dict[str, tuple[tuple[Group, ...], Columns, Ground]],
    ) -> Ground:
        known = self._known.get(key)
        if known is not None and known[1] is columns and _alike(known[0], groups):
            ground = known[2]
        else:
            ground = _ground(groups, columns, next(self._numbers))
            if known is not None and known[1] is columns and known[2].across == ground.across:
                ground = ground._replace(passage=known[2].passage)
        kept[key] = groups, columns, ground
        return ground


def _alike(before: tuple[Group, ...], after: tuple[Group, ...]) -> bool:
    """Tell whether groups take the same places: what is written in a card is nothing to links."""
    if before is after:
        return True
    return len(before) == len(after) and all(
        one.part == other.part
        and one.id == other.id
        and one[2:6] == other[2:6]
        and (one.items is other.items or one.part in FILLED or one.items == other.items)
        for one, other in zip(before, after, strict=True)
    )


def _ground(groups: Iterable[Group], columns: Columns, number: int) -> Ground:
    lines = gutters(columns)
    solid: list[Rect] = []
    across: dict[int, list[tuple[Rect, bool]]] = {}
    boxes: dict[str, Rect] = {}
    busy = False
    for group in groups:
        if group.part == "card":  # nearly all are
            rect = Rect(group.x, group.y, group.x + group.width, group.y + group.height)
            solid.append(rect)
            boxes.setdefault(group.id, rect)
            _lay_across(across, rect, lines, passable=True)
            continue
        busy = busy or group.part == "emotion"
        if group.part in WHOLE:
            rect = Rect(group.x, group.y, group.x + group.width, group.y + group.height)
            solid.append(rect)
            if group.part in ("bar", "stage", "step", "steps"):
                below = BELOW if group.part in ("step", "steps") else 0.0
                boxes.setdefault(group.id, rect._replace(bottom=rect.bottom + below))
            if group.part == "stage":
                rect = rect._replace(left=rect.left + 2, right=rect.right - 2)  # stages have a gap between them
            if group.part not in OPEN:
                _lay_across(across, rect, lines, passable=group.part in PASSABLE)
        if group.part not in FILLED:
            for rect in words_of(group.items, group.x, group.y):
                solid.append(rect)
                _lay_across(across, rect, lines, passable=group.part in PASSABLE)
    for found in across.values():
        found.sort(key=lambda one: one[0].top)
    first = min((rect.top for rect in solid), default=0.0)
    last = max((rect.bottom for rect in solid), default=0.0)
    soft = tuple(sorted(gutter for gutter, rects in across.items() if all(passable for _, passable in rects)))
    hard = tuple(sorted(across.keys() - set(soft)))
    return Ground(Bins(solid), first, last, across, boxes, busy, hard, soft, number, number)


def words_of(nodes: Iterable[Node], x: float, y: float) -> Iterator[Rect]:
    """Give the rectangles of all lines of text, and of the paper that is put below them, placed from (x, y)."""
    for node in nodes:
        if isinstance(node, GlyphRun):
            left, base = x + node.x, y + node.y
            yield Rect(left, base - node.line.size, left + node.line.width, base + 0.3 * node.line.size)
        elif isinstance(node, Group):
            yield from words_of(node.items, x + node.x, y + node.y)
        elif isinstance(node, Box) and node.fill == theme.PAPER:
            yield Rect(x + node.x, y + node.y, x + node.x + node.width, y + node.y + node.height)


def _lay_across(across: dict[int, list[tuple[Rect, bool]]], rect: Rect, lines: list[float], *, passable: bool) -> None:
    first = bisect_right(lines, rect.left - HALF + 0.01)
    last = bisect_left(lines, rect.right + HALF - 0.01)
    for gutter in range(first, last):
        across.setdefault(gutter, []).append((rect, passable))
