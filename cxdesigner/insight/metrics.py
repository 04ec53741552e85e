"""The measures of satisfaction at a touchpoint, each with its definition."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.model.records import Ces, Csat, Nps


class Measure(NamedTuple):
    """A value and the number of answers behind it, if known."""

    value: float
    n: float | None


def nps(given: Nps) -> Measure | None:
    """Net promoter score, -100..100: % promoters (9-10) minus % detractors (0-6); None if it can't be told."""
    counts = (given.promoters, given.passives, given.detractors)
    if all(count is not None for count in counts):
        total = sum(count for count in counts if count is not None)
        if total > 0:
            return Measure(100 * ((given.promoters or 0) - (given.detractors or 0)) / total, total)
    return Measure(given.score, given.n) if given.score is not None else None


def csat(given: Csat) -> Measure | None:
    """Customer satisfaction in %: satisfied answers / all answers; None if it can't be told."""
    if given.satisfied is not None and given.total:
        return Measure(100 * given.satisfied / given.total, given.total)
    return Measure(given.score, given.n) if given.score is not None else None


def ces(given: Ces) -> Measure | None:
    """Customer effort score: the mean of answers from 1 to `scale`; None if it can't be told."""
    return Measure(given.mean, given.n) if given.mean is not None else None
