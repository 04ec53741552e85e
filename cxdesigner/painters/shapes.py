"""What painters share: shapes that all draw alike, as scene data, and numbers as text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cxdesigner.layout.fading import mixed
from cxdesigner.layout.scene import Box, Path, Stroke

if TYPE_CHECKING:
    from cxdesigner.layout.scene import Command, Picture

OVERHANG = 8.0
"""How far, in points, what a group shows may reach beyond its rectangle: pens, shadows, badges."""

_KAPPA = 0.5522847498
"""Handle length of the cubic curve nearest to a quarter of a circle of radius 1."""

_GREY = "#e4e7eb"
_CROSS = Stroke("#b6bcc5", 1.0)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> tuple[Command, ...]:
    """A rectangle with round corners, clockwise from the left end of its top edge."""
    radius = min(radius, width / 2, height / 2)
    x0, x1, x2, x3, x4, x5 = stops(x, width, radius)
    y0, y1, y2, y3, y4, y5 = stops(y, height, radius)
    return (
        ("M", x2, y0),
        ("L", x3, y0),
        ("C", x4, y0, x5, y1, x5, y2),
        ("L", x5, y3),
        ("C", x5, y4, x4, y5, x3, y5),
        ("L", x2, y5),
        ("C", x1, y5, x0, y4, x0, y3),
        ("L", x0, y2),
        ("C", x0, y1, x1, y0, x2, y0),
        ("Z",),
    )


def stops(start: float, length: float, radius: float) -> tuple[float, float, float, float, float, float]:
    """The six coordinates along one side of a round-cornered rectangle: its end, a curve's handle, the curve's
    end, and the same again from the other side.
    """
    handle, end = radius * (1 - _KAPPA), start + length
    return start, start + handle, start + radius, end - radius, end - handle, end


def missing_picture(node: Picture) -> tuple[Box, Path]:
    """What stands for a picture whose file is missing or damaged: a quiet grey box with a cross."""
    x, y, width, height = node.x, node.y, node.width, node.height
    arm = min(width, height) / 6
    cx, cy = x + width / 2, y + height / 2
    cross: tuple[Command, ...] = (
        ("M", cx - arm, cy - arm),
        ("L", cx + arm, cy + arm),
        ("M", cx - arm, cy + arm),
        ("L", cx + arm, cy - arm),
    )
    grey, line = mixed(_GREY, node.opacity), _CROSS._replace(color=mixed(_CROSS.color, node.opacity))
    return Box(x, y, width, height, fill=grey, radius=node.radius), Path(cross, stroke=line)


@lru_cache(maxsize=65_536)
def number(value: float) -> str:
    """A number as PDF and SVG write it: at most three decimals, none that say nothing."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
