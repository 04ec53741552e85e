"""Shapes that all painters draw alike, as scene data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.layout.scene import Box, Path, Stroke

if TYPE_CHECKING:
    from cxdesigner.layout.scene import Command, Picture

_KAPPA = 0.5522847498
"""Handle length of the cubic curve nearest to a quarter of a circle of radius 1."""

_GREY = "#e4e7eb"
_CROSS = Stroke("#b6bcc5", 1.0)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> tuple[Command, ...]:
    """A rectangle with round corners, clockwise from the left end of its top edge."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _KAPPA)
    right, bottom = x + width, y + height
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


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
    return Box(x, y, width, height, fill=_GREY, radius=node.radius), Path(cross, stroke=_CROSS)
