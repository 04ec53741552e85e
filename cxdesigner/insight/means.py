"""What several people feel at one place, taken together."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from cxdesigner.model.records import Emotion


class Mean(NamedTuple):
    """The mean score, -2..2, of the `n` emotions that have one."""

    score: float
    n: int


def mean_of(emotions: Iterable[Emotion]) -> Mean | None:
    """Give the mean of those emotions that have a score; None if none has: what is not rated counts for nothing."""
    scores = [float(emotion.score) for emotion in emotions if emotion.score is not None]
    return Mean(fmean(scores), len(scores)) if scores else None
