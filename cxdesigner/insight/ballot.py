"""What the people in the room said of a step: the middle, the spread, and where they disagree most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import Emotion

LEVELS = (-2, -1, 0, 1, 2)


class Spread(NamedTuple):
    """Ratings in figures, all of them scores, -2..2: `low` and `high` are the quartiles, `counts` the number of
    ratings at each of the five levels (one between levels counts at the nearer one, away from neutral).
    """

    n: int
    median: float
    low: float
    high: float
    variance: float
    counts: tuple[int, ...]

    @property
    def range(self) -> float:
        """The interquartile range: how far apart the middle half of the people are."""
        return self.high - self.low


class Disagreement(NamedTuple):
    """A step and how far apart the people in the room are about it."""

    emotion: Emotion
    spread: Spread


def spread_of(scores: Sequence[float]) -> Spread | None:
    """Describe ratings; None if there are none.

    Quartiles by linear interpolation between the two ratings beside them: definition 7 of R. J. Hyndman and Y. Fan,
    "Sample quantiles in statistical packages", The American Statistician 50 (1996). The variance is that of all who
    are there, not an estimate for others.
    """
    if not scores:
        return None
    ordered = sorted(scores)
    levels = [_level(score) for score in ordered]
    mean = sum(ordered) / len(ordered)
    return Spread(
        len(ordered),
        _quantile(ordered, 0.5),
        _quantile(ordered, 0.25),
        _quantile(ordered, 0.75),
        sum((score - mean) ** 2 for score in ordered) / len(ordered),
        tuple(levels.count(level) for level in LEVELS),
    )


def disagreements(document: Document, map_id: str, persona_id: str) -> list[Disagreement]:
    """List a persona's steps with two or more ratings that differ, those most worth talking about first.

    The first is the one with the largest interquartile range: the measure of dispersion of ratings in levels, which
    one odd voice does not move. The variance decides among equals, since with few people many ranges are the same;
    after that the order of the steps.
    """
    found = []
    for step in document.steps(map_id):
        emotion = document.emotion(persona_id, step.id)
        spread = spread_of([rating.score for rating in emotion.ratings]) if emotion is not None else None
        if emotion is not None and spread is not None and spread.variance > 0:
            found.append(Disagreement(emotion, spread))
    return sorted(found, key=lambda one: (-one.spread.range, -one.spread.variance))


def _level(score: float) -> int:
    return int(score + 0.5) if score >= 0 else -int(-score + 0.5)


def _quantile(ordered: Sequence[float], share: float) -> float:
    at = (len(ordered) - 1) * share
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (ordered[above] - ordered[below]) * (at - below))
