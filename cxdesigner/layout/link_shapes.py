"""What links look like: a line style and a head for each kind, so that they differ without colour too."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Final, NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.context import Context
from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.link_labels import EDGE, MOST, NARROW, PAD, padded, stretches
from cxdesigner.layout.linked import Joined
from cxdesigner.layout.pen import Pen, circle, dot, runs
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import Box, Command, GlyphRun, Group, Node, Path, Stroke
from cxdesigner.model.records import Link

Point = tuple[float, float]
ROUND = 4.0
"""Radius of the corners of a link."""
HEAD, WING = 5.0, 2.6
"""Length and half the width of an arrow head."""
_K = 0.5522847498


class Look(NamedTuple):
    """How a kind of link is drawn."""

    stroke: Stroke
    head: str


LOOKS: Final = {
    "leads_to": Look(Stroke("#4a5263", 1.1), "filled"),
    "solves": Look(Stroke("#1d7a4e", 1.2, (3.6, 2.2)), "open"),
    "hands_over": Look(Stroke("#9a5b00", 1.7), "filled"),
    "repeats": Look(Stroke("#7a46ad", 1.2, (7.0, 2.4)), "double"),
}
PLAIN: Final = Look(Stroke("#5b6270", 1.1), "filled")


def look_of(kind: str) -> Look:
    """Give the look of a kind of link, a plain one for kinds that are not known."""
    return LOOKS.get(kind, PLAIN)


def arrow(points: Sequence[Point], kind: str) -> tuple[Node, ...]:
    """Draw a link along points, its head at the last one."""
    look = look_of(kind)
    line = Path(_rounded(points), None, look.stroke)
    start = Path(tuple(circle(*points[0], look.stroke.width + 0.6)), look.stroke.color)
    return line, start, *_head(points, look)


def _head(points: Sequence[Point], look: Look) -> tuple[Node, ...]:
    (x1, y1), (x, y) = points[-2], points[-1]
    length = hypot(x - x1, y - y1) or 1.0
    across, down = (x - x1) / length, (y - y1) / length
    color = look.stroke.color
    if look.head == "open":
        return (Path(_wings(x, y, across, down), "#ffffff", Stroke(color, 1.0)),)
    heads = [Path(_wings(x, y, across, down), color)]
    if look.head == "double" and length > 2.4 * HEAD:
        heads.append(Path(_wings(x - across * HEAD * 0.9, y - down * HEAD * 0.9, across, down), color))
    return tuple(heads)


def _wings(x: float, y: float, across: float, down: float) -> tuple[Command, ...]:
    back = x - across * HEAD, y - down * HEAD
    one = back[0] - down * WING, back[1] + across * WING
    other = back[0] + down * WING, back[1] - across * WING
    return ("M", *one), ("L", x, y), ("L", *other), ("Z",)


def _rounded(points: Sequence[Point]) -> tuple[Command, ...]:
    commands: list[Command] = [("M", *points[0])]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        first, second = hypot(at[0] - before[0], at[1] - before[1]), hypot(after[0] - at[0], after[1] - at[1])
        radius = min(ROUND, first / 2, second / 2)
        if radius < 0.2:
            commands.append(("L", *at))
            continue
        one, other = _toward(at, before, radius / first), _toward(at, after, radius / second)
        commands.append(("L", *one))
        commands.append(("C", *_toward(one, at, _K), *_toward(other, at, _K), *other))
    return (*commands, ("L", *points[-1]))


def _toward(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


DOT = 4.6
BESIDE = 6.0
"""How far a mark keeps from the words of a link."""
SHORT = 8 * BESIDE
"""A stretch up to this long would hide under a mark, or look like two."""
MARGIN = 4.0
"""How far what is drawn of a link may reach beyond its line."""


class Said(NamedTuple):
    """What is said of a link: words, set in some widths, and the colours of two departments."""

    text: str
    colors: tuple[str, ...]
    options: tuple[Paragraph, ...]

    @property
    def indent(self) -> float:
        """The room that the colours take before the words."""
        return 2 * DOT + 4 if self.colors else 0.0

    @property
    def sizes(self) -> list[Point]:
        """Width and height of each of the options."""
        return [padded(option, self.indent) for option in self.options]

    def with_option(self, which: int) -> Said:
        """Choose one of the widths."""
        return self._replace(options=self.options[which : which + 1])


def told(joined: Joined, context: Context) -> tuple[str, tuple[str, ...]]:
    """Give the words of a link, its label or else from whom to whom it hands over, and the colours of these two."""
    names = [context.departments.get(key, "") for key in joined.hands]
    colors = tuple(context.department_colors.get(key) or theme.MUTED for key in joined.hands)
    return " ".join(joined.link.label.split()) or (
        " › ".join(name or "?" for name in names) if any(names) else ""
    ), colors


def said_of(pen: Pen, joined: Joined, context: Context) -> Said | None:
    """Set what is to be said of a link; None for nothing."""
    text, colors = told(joined, context)
    if not text:
        return Said("", colors, ()) if colors else None
    indent = 2 * DOT + 4 if colors else 0.0
    narrow = max(NARROW, theme.STEP_WIDTH - 2 * PAD - indent - 10)
    return Said(text, colors, tuple(pen.fitted(text, theme.LABEL, width) for width in (MOST, narrow, 52.0)))


def link_group(link: Link, points: Sequence[Point], said: Said | None, spot: Rect | None) -> Group:
    """Draw a link through points, with what is said of it: words at a spot, or two dots on its line."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    around = spot if spot is not None else Rect(xs[0], ys[0], xs[0], ys[0])
    left, top = min(*xs, around.left) - MARGIN, min(*ys, around.top) - MARGIN
    right, bottom = max(*xs, around.right) + MARGIN, max(*ys, around.bottom) + MARGIN
    items = list(arrow([(x - left, y - top) for x, y in points], link.kind))
    if said is not None and spot is not None:
        items += _label(link, said, spot, left, top)
    elif said is not None and said.colors:
        items += _dots_on(points, said.colors, left, top)
    return Group(link.id, "link", left, top, right - left, bottom - top, tuple(items))


def mark_place(group: Group) -> Point:
    """Give where a mark on a link belongs, on the sheet: at the end of its words, else midway on its longest stretch.

    Beside that where it would hide what is short. The place is the upper right corner of what stands there, as of a
    card.
    """
    ground = next((item for item in group.items if isinstance(item, Box)), None)
    if ground is not None and any(isinstance(item, GlyphRun) for item in group.items):
        return group.x + ground.x + ground.width + BESIDE, group.y + ground.y - BESIDE / 3
    line = next(item for item in group.items if isinstance(item, Path))
    points = [(float(command[-2]), float(command[-1])) for command in line.commands]
    longest = max(stretches(points), key=lambda stretch: stretch.length)
    (x1, y1), (x2, y2) = longest
    x, y = group.x + (x1 + x2) / 2 + BESIDE / 2, group.y + (y1 + y2) / 2 + BESIDE / 2
    if ground is None and longest.length > SHORT:
        return x, y
    # There are dots in the middle, or there is not much more than a head.
    upright = abs(y2 - y1) > abs(x2 - x1)
    return (x + 1.5 * BESIDE, y) if upright else (x, y - 1.5 * BESIDE)


def _label(link: Link, said: Said, spot: Rect, left: float, top: float) -> list[Node]:
    x, y = spot.left - left, spot.top - top
    items: list[Node] = [Box(x, y, spot.right - spot.left, spot.bottom - spot.top, theme.PAPER, None, 2.0)]
    for number, color in enumerate(said.colors):
        items.append(dot(x + PAD + number * (DOT + 1), y + EDGE + theme.LABEL.leading / 2 - DOT / 2, DOT, color))
    ink = theme.readable(look_of(link.kind).stroke.color)
    return [*items, *runs(said.options[0], x + PAD + said.indent, y + EDGE, ink)]


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
