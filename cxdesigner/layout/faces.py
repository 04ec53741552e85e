"""The faces on the emotion curve: five, from very negative to very positive."""

from __future__ import annotations

from cxdesigner.layout.pen import circle
from cxdesigner.layout.scene import Color, Path, Stroke

_MOUTH = {-2: -3.4, -1: -1.7, 0: 0.0, 1: 1.9, 2: 3.6}
"""How far the middle of the mouth bends down for each level, on a face of radius 10."""


def level_of(score: float) -> int:
    """Give the nearest of the five levels, -2..2; halves go away from neutral."""
    return max(-2, min(2, int(score + 0.5) if score >= 0 else -int(-score + 0.5)))


def face(x: float, y: float, radius: float, score: float, color: Color) -> tuple[Path, ...]:
    """Draw a face about a point: outline and features in `color` on white."""
    unit = radius / 10
    level = level_of(score)
    bend = _MOUTH[level] * unit
    mouth_y = y + (3.6 if level >= 0 else 5.4) * unit
    half = 4.2 * unit
    mouth = (
        ("M", x - half, mouth_y - bend * 0.4),
        ("C", x - half * 0.45, mouth_y + bend, x + half * 0.45, mouth_y + bend, x + half, mouth_y - bend * 0.4),
    )
    parts = [
        Path(circle(x, y, radius), "#ffffff", Stroke(color, radius * 0.19)),
        Path(circle(x - 3.4 * unit, y - 2.6 * unit, 1.15 * unit), color),
        Path(circle(x + 3.4 * unit, y - 2.6 * unit, 1.15 * unit), color),
        Path(mouth, None, Stroke(color, radius * 0.17)),
    ]
    if level == -2:
        parts += [_brow(x, y, unit, side, color) for side in (-1, 1)]
    return tuple(parts)


def _brow(x: float, y: float, unit: float, side: int, color: Color) -> Path:
    outer, inner = (x + side * 5.2 * unit, y - 5.6 * unit), (x + side * 2.0 * unit, y - 4.4 * unit)
    return Path((("M", *outer), ("L", *inner)), None, Stroke(color, unit * 1.3))


def ring(x: float, y: float, radius: float, color: Color) -> Path:
    """Draw a ring about a point."""
    return Path(circle(x, y, radius), "#ffffff", Stroke(color, radius * 0.42))
