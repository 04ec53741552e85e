"""The lowest and the highest point of a persona's journey."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import Emotion


class Extremes(NamedTuple):
    """The emotions at the lowest and the highest point; of equal ones the first on the way."""

    lowest: Emotion
    highest: Emotion


def extremes(document: Document, map_id: str, persona_id: str) -> Extremes | None:
    """Find the two points of a persona's curve; None where nothing is rated, or all of it alike."""
    found = [document.emotion(persona_id, step.id) for step in document.steps(map_id)]
    rated = [emotion for emotion in found if emotion is not None and emotion.score is not None]
    if not rated:
        return None
    lowest, highest = min(rated, key=_score), max(rated, key=_score)
    return Extremes(lowest, highest) if lowest.score != highest.score else None


def _score(emotion: Emotion) -> float:
    return float(emotion.score or 0)
