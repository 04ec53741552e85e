"""Scores as people set them, on the map and in the inspector: what they are drawn to, and what they are called."""

from __future__ import annotations

from cxdesigner.layout.faces import level_of
from cxdesigner.ui.style.labels import LEVELS, label

SNAP = 0.16
"""How near to one of the five levels a score is drawn to it."""


def level_name(score: float) -> str:
    """Name the level nearest to a score."""
    return label(LEVELS, str(level_of(score)))


def snapped(score: float, *, free: bool) -> float:
    """Round a score to a tenth, or unless it is to be `free` to one of the levels when it is near."""
    level = round(score)
    return float(level) if not free and abs(score - level) < SNAP else round(score, 1) + 0.0  # never -0.0
