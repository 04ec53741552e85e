"""The plot of an emotion lane: its size, and where scores stand in it, in points."""

from __future__ import annotations

TOP = 1.0
"""Upper edge of the plot below the top of its band."""
PLOT = 204.0
"""Height of the plot in points; ±2 lies `INSET` from its ends."""
INSET = 34.0
FACE = 8.0
"""Radius of the faces of the active persona, and in effect of the marks of a mean."""
RING = 4.2
"""Radius of the rings of the others."""


def score_at(y: float, top: float) -> float:
    """Give the score, -2..2, at a height in a plot whose upper edge is at `top`."""
    middle = top + PLOT / 2
    return max(-2.0, min(2.0, (middle - y) / (PLOT / 2 - INSET) * 2))


def height_of(score: float, top: float) -> float:
    """Give the height at which a score is drawn in a plot whose upper edge is at `top`."""
    return top + PLOT / 2 - score / 2 * (PLOT / 2 - INSET)
