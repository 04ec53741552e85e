"""What links look like: a line style and a head for each kind, so that they differ without colour too."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Final, NamedTuple

from cxdesigner.layout.pen import circle
from cxdesigner.layout.scene import Command, Node, Path, Stroke

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
