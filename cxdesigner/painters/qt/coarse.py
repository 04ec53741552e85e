"""Drawing at sizes where text cannot be read: bars for lines, and everything alike in one call."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, assert_never

from PySide6.QtCore import QRectF, Qt

from cxdesigner.layout.scene import Box, GlyphRun, Group, Path, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from cxdesigner.layout.scene import Node, Stroke
    from cxdesigner.painters.qt.painter import QtPainter

_PAPER = "#ffffff"
_INK = 0.45
"""How much of the text's colour a bar has; the rest is what it stands on. Letters cover about as much."""
_BAR_TOP, _BAR_BOTTOM = 0.56, 0.02
"""Where a bar lies, in sizes of the text above and below its baseline: about the small letters."""
_LEGIBLE = 16.0
"""Text of this size in points can still be read when all else is bars: it keeps its letters."""
_TINY = (2.0, 11.0)
"""Paths of more and less points than these both ways, such as a card's icons and dots, are drawn as rectangles:
a map has thousands of them, and none has four pixels here.
"""


class _Single(NamedTuple):
    """What is drawn by itself, placed from (x, y)."""

    node: GlyphRun | Path | Picture
    x: float
    y: float


class _Style(NamedTuple):
    fill: str | None
    stroke: Stroke | None


class Piece(NamedTuple):
    """What a group holds, made ready by itself: its rectangles and singles by level, and the level above them all."""

    items: tuple[Node, ...]
    batches: tuple[tuple[int, _Style, tuple[QRectF, ...]], ...]
    singles: tuple[tuple[int, _Single], ...]
    top: int


_Bounds = tuple[float, float, float, float]
_ACROSS, _DOWN = 128.0, 512.0
"""Points of a tile."""
_KEPT = 3_000
"""Groups that are kept ready."""
_MANY = 6
"""A group over more tiles than this is compared with all."""


class _Placed:
    """Where groups lie, and the level above each: by tiles, so that one is compared only with those near it."""

    def __init__(self) -> None:
        self._wide: list[tuple[_Bounds, int]] = []
        self._tiles: dict[tuple[int, int], list[tuple[_Bounds, int]]] = {}

    def near(self, bounds: _Bounds) -> list[tuple[int, int]] | None:
        """Give the tiles that a group touches, None if they are many."""
        left, top, right, bottom = bounds
        x1, x2, y1, y2 = int(left // _ACROSS), int(right // _ACROSS), int(top // _DOWN), int(bottom // _DOWN)
        if (x2 - x1 + 1) * (y2 - y1 + 1) > _MANY:
            return None
        return [(x, y) for x in range(x1, x2 + 1) for y in range(y1, y2 + 1)]

    def above(self, bounds: _Bounds, near: list[tuple[int, int]] | None) -> int:
        """The lowest level above everything that a group covers."""
        tiles = self._tiles
        found = _over(self._wide, bounds, 0)
        for at in tiles if near is None else near:
            if at in tiles:
                found = _over(tiles[at], bounds, found)
        return found

    def put(self, bounds: _Bounds, near: list[tuple[int, int]] | None, level: int) -> None:
        """Remember a group."""
        if near is None:
            self._wide.append((bounds, level))
            return
        for at in near:
            self._tiles.setdefault(at, []).append((bounds, level))


def _over(others: list[tuple[_Bounds, int]], bounds: _Bounds, least: int) -> int:
    """The highest level of those that a group covers, at least that which is given."""
    left, top, right, bottom = bounds
    for (x1, y1, x2, y2), level in others:
        if level > least and x1 < right and left < x2 and y1 < bottom and top < y2:
            least = level
    return least


class Coarse:
    """Nodes made ready to be drawn with few calls.

    Rectangles alike are drawn together, level by level: what comes later in its own group lies higher, and so does a
    group that covers an earlier one. Groups beside each other share their levels.
    """

    def __init__(self, kept: dict[int, Piece] | None = None) -> None:
        self._kept = kept
        self._batches: dict[tuple[int, _Style], list[QRectF]] = {}
        self._single: dict[int, list[_Single]] = {}

    def draw(self, pens: QtPainter, painter: QPainter, x: float, y: float) -> None:
        """Draw everything, placed from (x, y)."""
        before = painter.transform()
        painter.translate(x, y)
        order = sorted(self._batches, key=lambda key: key[0])
        singles = dict(self._single)
        for key in order:
            level, style = key
            for below in sorted(number for number in singles if number < level):
                _draw_singles(pens, painter, singles.pop(below))
            painter.setPen(pens.pen(style.stroke) if style.stroke is not None else Qt.PenStyle.NoPen)
            painter.setBrush(pens.brush(style.fill))
            painter.drawRects(self._batches[key])
        for level in sorted(singles):
            _draw_singles(pens, painter, singles[level])
        painter.setTransform(before)

    def add(self, nodes: Iterable[Node], x: float, y: float, level: int) -> int:
        """Take in nodes placed from (x, y), the first one at `level`; returns the level above all of them."""
        top = level
        placed = _Placed()
        for are_groups, some in groupby(nodes, lambda node: isinstance(node, Group)):
            if not are_groups:
                level = top = self._add_items(some, x, y, top)
                continue
            for node in some:
                assert isinstance(node, Group)
                bounds = x + node.x, y + node.y, x + node.x + node.width, y + node.y + node.height
                near = placed.near(bounds)
                above = self._add_group(node, bounds[0], bounds[1], max(level, placed.above(bounds, near)))
                placed.put(bounds, near, above)
                top = max(top, above)
        return top

    def _add_group(self, group: Group, x: float, y: float, level: int) -> int:
        """Take in what a group holds; what it was made into is kept if somebody keeps it."""
        if self._kept is None:
            return self._add_items(group.items, x, y, level)
        piece = self._kept.get(id(group.items))
        if piece is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            piece = self._kept[id(group.items)] = _piece_of(group.items)
        for above, style, rects in piece.batches:
            self._batches.setdefault((level + above, style), []).extend([rect.translated(x, y) for rect in rects])
        for above, single in piece.singles:
            moved = single._replace(x=x + single.x, y=y + single.y)
            self._single.setdefault(level + above, []).append(moved)
        return level + piece.top

    def as_piece(self, items: tuple[Node, ...]) -> Piece:
        """Make the items of a group ready where they stand; for a new one."""
        top = self._add_items(items, 0.0, 0.0, 0)
        batches = tuple((level, style, tuple(rects)) for (level, style), rects in self._batches.items())
        singles = tuple((level, single) for level, some in self._single.items() for single in some)
        return Piece(items, batches, singles, top)

    def _add_items(self, items: Iterable[Node], x: float, y: float, level: int) -> int:
        filled: list[tuple[QRectF, str]] = []
        after_rule = False
        for node in items:
            rule = _rule(node, filled)
            if rule is not None:
                # As the lines between columns, of which there may be a hundred: they do not hide each other.
                self._rect(level, rule[0], rule[1].translated(x, y))
                after_rule = True
                continue
            level += after_rule
            after_rule = False
            if isinstance(node, Box):
                level = self._box(node, x + node.x, y + node.y, level)
                if node.fill is not None:
                    filled.append((QRectF(node.x, node.y, node.width, node.height), node.fill))
            elif isinstance(node, GlyphRun) and node.line.size < _LEGIBLE:
                self._bar(node, x, y, level, _ground(filled, node.x, node.y))
            elif isinstance(node, Path):
                around = _around(node)
                if all(_TINY[0] < side < _TINY[1] for side in (around.width(), around.height())):
                    ground = _ground(filled, around.x(), around.y())
                    level = self._blot(node, around.translated(x, y), level, ground)
                else:
                    self._single.setdefault(level, []).append(_Single(_undashed(node, _PAPER), x, y))
                if node.fill is not None:
                    filled.append((around, node.fill))
            elif isinstance(node, GlyphRun | Picture):
                self._single.setdefault(level, []).append(_Single(node, x, y))
            elif isinstance(node, Group):
                level = self._add_items(node.items, x + node.x, y + node.y, level)
                continue
            else:
                assert_never(node)
            level += 1
        return level + after_rule

    def _box(self, node: Box, x: float, y: float, level: int) -> int:
        """Take in a box; returns the highest level it needed. Its corners are too small to be seen round."""
        stroke, width, height = node.stroke, node.width, node.height
        if stroke is None or stroke.dash or node.fill is None:
            self._rect(level, _Style(node.fill, stroke), QRectF(x, y, width, height))
            return level
        # Two filled rectangles take half the time of one with a pen.
        half = stroke.width / 2
        outer = QRectF(x - half, y - half, width + stroke.width, height + stroke.width)
        inner = QRectF(x + half, y + half, max(0.0, width - stroke.width), max(0.0, height - stroke.width))
        self._rect(level, _Style(stroke.color, None), outer)
        self._rect(level + 1, _Style(node.fill, None), inner)
        return level + 1

    def _bar(self, node: GlyphRun, x: float, y: float, level: int, ground: str) -> None:
        if not node.line.text.strip():
            return
        size = node.line.size
        style = _Style(_blend(node.fill, ground), None)
        top = y + node.y - _BAR_TOP * size
        height = (_BAR_TOP + _BAR_BOTTOM) * size
        self._rect(level, style, QRectF(x + node.x, top, node.line.width, height))

    def _blot(self, node: Path, around: QRectF, level: int, ground: str) -> int:
        """Take in a small path as a rectangle; returns the highest level it needed."""
        x, y, width, height = around.x(), around.y(), around.width(), around.height()
        if node.fill is not None:
            return self._box(Box(x, y, width, height, node.fill, node.stroke), x, y, level)
        if node.stroke is not None:
            self._rect(level, _Style(_blend(node.stroke.color, ground), None), around)
        return level

    def _rect(self, level: int, style: _Style, rect: QRectF) -> None:
        self._batches.setdefault((level, style), []).append(rect)


def _piece_of(items: tuple[Node, ...]) -> Piece:
    return Coarse().as_piece(items)


def coarse_of(nodes: Iterable[Node], kept: dict[int, Piece] | None = None) -> Coarse:
    """The nodes, ready to be drawn coarsely from the corner that they are placed from.

    `kept` holds what groups were made into, and gets those that are new: for what is made ready again and again.
    """
    made = Coarse(kept)
    made.add(nodes, 0.0, 0.0, 0)
    return made


def _draw_singles(pens: QtPainter, painter: QPainter, singles: Iterable[_Single]) -> None:
    for node, x, y in singles:
        if isinstance(node, Path):
            pens.draw_path(painter, node, x, y)
        elif isinstance(node, Picture):
            pens.draw_picture(painter, node, x, y)
        else:
            pens.draw_text(painter, node, x, y)


def _around(path: Path) -> QRectF:
    """A rectangle around a path, its curves' handles too."""
    numbers = [[float(number) for number in command[1:]] for command in path.commands]
    xs = [x for points in numbers for x in points[::2]] or [0.0]
    ys = [y for points in numbers for y in points[1::2]] or [0.0]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _rule(node: Node, filled: list[tuple[QRectF, str]]) -> tuple[_Style, QRectF] | None:
    """A line straight across or down as the rectangle that it covers; None for anything else."""
    if not isinstance(node, Path) or node.fill is not None or len(node.commands) != 2 or node.stroke is None:
        return None
    start, end = node.commands
    if (start[0], end[0]) != ("M", "L"):
        return None
    x1, y1, x2, y2 = (float(number) for number in (*start[1:], *end[1:]))
    if x1 != x2 and y1 != y2:
        return None
    stroke = _undashed(node, _ground(filled, x1, y1)).stroke
    assert stroke is not None
    half = stroke.width / 2
    across, down = (half, 0.0) if x1 == x2 else (0.0, half)
    rect = QRectF(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).adjusted(-across, -down, across, down)
    return _Style(stroke.color, None), rect


def _undashed(path: Path, ground: str) -> Path:
    """A dashed line as a paler solid one: cutting it into dashes that cannot be seen takes longer than all the rest."""
    stroke = path.stroke
    if stroke is None or not stroke.dash:
        return path
    drawn = sum(stroke.dash[::2]) / sum(stroke.dash) if sum(stroke.dash) else 1.0
    return path._replace(stroke=stroke._replace(color=_blend(stroke.color, ground, drawn), dash=()))


def _ground(filled: list[tuple[QRectF, str]], x: float, y: float) -> str:
    """The colour under a point: that of the last shape drawn around it."""
    for rect, fill in reversed(filled):
        if rect.contains(x, y):
            return fill
    return _PAPER


@lru_cache(maxsize=4_096)
def _blend(ink: str, ground: str, share: float = _INK) -> str:
    channels = (
        round(share * int(ink[at : at + 2], 16) + (1 - share) * int(ground[at : at + 2], 16)) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)
