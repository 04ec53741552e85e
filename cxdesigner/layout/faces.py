"""The marks on the emotion curve: five faces from very negative to very positive, rings, and diamonds for a mean.

What a mark rests on shows in its shape: filled where research backs it, hollow with a broken outline where it is an
assumption, and an outline on white where nobody said.
"""

from __future__ import annotations

from typing import Literal

from cxdesigner.layout.pen import circle
from cxdesigner.layout.scene import Color, Command, Path, Stroke
from cxdesigner.layout.theme import ink_on

Basis = Literal["", "assumption", "research"]
"""What a point rests on; "" where nobody said."""

_MOUTH = {-2: -3.4, -1: -1.7, 0: 0.0, 1: 1.9, 2: 3.6}
"""How far the middle of the mouth bends down for each level, on a face of radius 10."""

BROKEN = (2.0, 1.6)
"""The outline of what is assumed: lengths on and off, in points."""


def level_of(score: float) -> int:
    """Give the nearest of the five levels, -2..2; halves go away from neutral."""
    return max(-2, min(2, int(score + 0.5) if score >= 0 else -int(-score + 0.5)))


def face(x: float, y: float, radius: float, score: float, color: Color, basis: Basis = "") -> tuple[Path, ...]:
    """Draw a face about a point: outline and features in `color` on white, or on `color` in what is read on it."""
    unit = radius / 10
    level = level_of(score)
    bend = _MOUTH[level] * unit
    mouth_y = y + (3.6 if level >= 0 else 5.4) * unit
    half = 4.2 * unit
    ink = ink_on(color) if basis == "research" else color
    mouth = (
        ("M", x - half, mouth_y - bend * 0.4),
        ("C", x - half * 0.45, mouth_y + bend, x + half * 0.45, mouth_y + bend, x + half, mouth_y - bend * 0.4),
    )
    parts = [
        _outlined(circle(x, y, radius), color, radius * 0.19, basis),
        Path(circle(x - 3.4 * unit, y - 2.6 * unit, 1.15 * unit), ink),
        Path(circle(x + 3.4 * unit, y - 2.6 * unit, 1.15 * unit), ink),
        Path(mouth, None, Stroke(ink, radius * 0.17)),
    ]
    if level == -2:
        parts += [_brow(x, y, unit, side, ink) for side in (-1, 1)]
    return tuple(parts)


def _brow(x: float, y: float, unit: float, side: int, color: Color) -> Path:
    outer, inner = (x + side * 5.2 * unit, y - 5.6 * unit), (x + side * 2.0 * unit, y - 4.4 * unit)
    return Path((("M", *outer), ("L", *inner)), None, Stroke(color, unit * 1.3))


def ring(x: float, y: float, radius: float, color: Color, basis: Basis = "") -> Path:
    """Draw a ring about a point; what research backs is a disc."""
    return _outlined(circle(x, y, radius), color, radius * (0.3 if basis == "assumption" else 0.42), basis)


def diamond(x: float, y: float, radius: float, color: Color, basis: Basis = "") -> Path:
    """Draw the mark of a mean about a point."""
    shape: tuple[Command, ...] = (
        ("M", x, y - radius),
        ("L", x + radius, y),
        ("L", x, y + radius),
        ("L", x - radius, y),
        ("Z",),
    )
    return _outlined(shape, color, 1.6, basis)


def _outlined(shape: tuple[Command, ...], color: Color, width: float, basis: Basis) -> Path:
    dash = BROKEN if basis == "assumption" else ()
    return Path(shape, color if basis == "research" else "#ffffff", Stroke(color, width, dash))
