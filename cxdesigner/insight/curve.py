"""The emotion curve: smooth, and never beyond its points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]
"""A cubic Bézier curve: start, two controls, end."""


def monotone_segments(points: Sequence[Point]) -> list[Segment]:
    """Join points (x ascending) by a monotone cubic curve, one Bézier segment between any two.

    Between two points the curve never leaves the range of their values, so it has no peak that nobody gave.
    Slopes after F. N. Fritsch and J. Butland, "A method for constructing local monotone piecewise cubic
    interpolants", SIAM J. Sci. Stat. Comput. 5 (1984): the weighted harmonic mean of the slopes beside a point,
    zero where they differ in sign.
    """
    if len(points) < 2:
        return []
    widths = [b[0] - a[0] for a, b in pairwise(points)]
    slopes = [(b[1] - a[1]) / width for (a, b), width in zip(pairwise(points), widths, strict=True)]
    tangents = [slopes[0], *_inner_tangents(widths, slopes), slopes[-1]]
    segments = []
    for index, (start, end) in enumerate(pairwise(points)):
        third = widths[index] / 3
        first = (start[0] + third, start[1] + tangents[index] * third)
        second = (end[0] - third, end[1] - tangents[index + 1] * third)
        segments.append((start, first, second, end))
    return segments


def _inner_tangents(widths: list[float], slopes: list[float]) -> list[float]:
    tangents = []
    for index in range(1, len(slopes)):
        before, after = slopes[index - 1], slopes[index]
        if before * after <= 0:
            tangents.append(0.0)
            continue
        left, right = 2 * widths[index] + widths[index - 1], widths[index] + 2 * widths[index - 1]
        tangents.append((left + right) / (left / before + right / after))
    return tangents


def value_at(segment: Segment, x: float) -> float:
    """Give the height of a segment at an x within it. The controls stand at thirds, so x runs evenly along it."""
    (x0, y0), (_, y1), (_, y2), (x3, y3) = segment
    t = (x - x0) / (x3 - x0)
    s = 1 - t
    return s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3
