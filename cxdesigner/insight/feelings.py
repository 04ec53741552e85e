"""Words for feelings, and which of them come near a score.

The vocabulary is Robert Plutchik's wheel of emotions: eight emotions in three strengths each, and the eight that two
neighbours make together (R. Plutchik, "The Nature of Emotions", American Scientist 89 (2001), 344–350). The wheel
orders feelings by likeness and strength; it says nothing of how a customer rates an experience, so the valence is
ours: mild, plain and intense are 2/3, 4/3 and 2, on the side of the emotion; surprise is on neither side.

Customers seldom speak in the words of the wheel, so words of theirs stand beside it, each with the valence of the
emotion on the wheel that it is near; which one that is, is ours too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple


class Feeling(NamedTuple):
    """A word of the vocabulary: its valence, -2..2, and how it is written."""

    valence: float
    english: str
    dutch: str


MILD, PLAIN, INTENSE = 2 / 3, 4 / 3, 2.0

WHEEL: Final = (
    Feeling(MILD, "Serenity", "Sereniteit"),
    Feeling(PLAIN, "Joy", "Vreugde"),
    Feeling(INTENSE, "Ecstasy", "Extase"),
    Feeling(MILD, "Acceptance", "Acceptatie"),
    Feeling(PLAIN, "Trust", "Vertrouwen"),
    Feeling(INTENSE, "Admiration", "Bewondering"),
    Feeling(MILD, "Interest", "Interesse"),
    Feeling(PLAIN, "Anticipation", "Verwachting"),
    Feeling(INTENSE, "Vigilance", "Waakzaamheid"),
    Feeling(0, "Distraction", "Afleiding"),
    Feeling(0, "Surprise", "Verrassing"),
    Feeling(0, "Amazement", "Verbijstering"),
    Feeling(-MILD, "Apprehension", "Ongerustheid"),
    Feeling(-PLAIN, "Fear", "Angst"),
    Feeling(-INTENSE, "Terror", "Doodsangst"),
    Feeling(-MILD, "Pensiveness", "Somberheid"),
    Feeling(-PLAIN, "Sadness", "Verdriet"),
    Feeling(-INTENSE, "Grief", "Rouw"),
    Feeling(-MILD, "Boredom", "Verveling"),
    Feeling(-PLAIN, "Disgust", "Afkeer"),
    Feeling(-INTENSE, "Loathing", "Walging"),
    Feeling(-MILD, "Annoyance", "Ergernis"),
    Feeling(-PLAIN, "Anger", "Boosheid"),
    Feeling(-INTENSE, "Rage", "Woede"),
    Feeling(PLAIN, "Optimism", "Optimisme"),
    Feeling(PLAIN, "Love", "Liefde"),
    Feeling(0, "Awe", "Ontzag"),
    Feeling(-MILD, "Submission", "Onderwerping"),
    Feeling(-PLAIN, "Disapproval", "Afkeuring"),
    Feeling(-PLAIN, "Remorse", "Berouw"),
    Feeling(-PLAIN, "Contempt", "Minachting"),
    Feeling(-PLAIN, "Aggressiveness", "Agressie"),
)

CUSTOMERS: Final = (
    Feeling(MILD, "Calm", "Kalm"),  # serenity
    Feeling(MILD, "Satisfied", "Tevreden"),
    Feeling(PLAIN, "Happy", "Blij"),  # joy
    Feeling(PLAIN, "Relieved", "Opgelucht"),
    Feeling(INTENSE, "Delighted", "Verrukt"),  # ecstasy
    Feeling(PLAIN, "Confident", "Zeker"),  # trust
    Feeling(MILD, "Curious", "Nieuwsgierig"),  # interest
    Feeling(PLAIN, "Excited", "Enthousiast"),  # anticipation
    Feeling(PLAIN, "Hopeful", "Hoopvol"),  # optimism
    Feeling(-MILD, "Worried", "Bezorgd"),  # apprehension
    Feeling(-MILD, "Unsure", "Onzeker"),
    Feeling(-MILD, "Confused", "Verward"),
    Feeling(-PLAIN, "Anxious", "Angstig"),  # fear
    Feeling(-PLAIN, "Nervous", "Zenuwachtig"),
    Feeling(-PLAIN, "Stressed", "Gestrest"),
    Feeling(-PLAIN, "Disappointed", "Teleurgesteld"),  # sadness
    Feeling(-MILD, "Impatient", "Ongeduldig"),  # annoyance
    Feeling(-MILD, "Irritated", "Geïrriteerd"),
    Feeling(-PLAIN, "Frustrated", "Gefrustreerd"),  # anger
    Feeling(-INTENSE, "Furious", "Razend"),  # rage
)


def suggestions(language: str, score: float | None, used: Iterable[tuple[str, float | None]] = ()) -> list[str]:
    """List words for a feeling, those nearest to a score first (unknown: in the order of the wheel).

    `language` is a BCP 47 tag; words are Dutch for nl, else English. `used` are words that the project has already,
    with the scores at which they stand: they come before words of the wheel that are as near, since a map that calls
    the same feeling by the same name can be read more easily.
    """
    dutch = language.lower().split("-")[0] == "nl"
    wheel = [(feeling.dutch if dutch else feeling.english, feeling.valence) for feeling in (*WHEEL, *CUSTOMERS)]
    valences: dict[str, tuple[str, float | None]] = {}
    for word, valence in [*((word.strip(), at) for word, at in used), *wheel]:
        if word:
            valences.setdefault(word.casefold(), (word, valence))
    found = list(valences.values())
    if score is None:
        return [word for word, _ in found]
    return [word for word, _ in sorted(found, key=lambda one: _distance(one[1], score))]


def _distance(valence: float | None, score: float) -> float:
    return abs(valence - score) if valence is not None else 2.0
