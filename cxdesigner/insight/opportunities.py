"""Opportunities: which are worth their effort, and which have become actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from cxdesigner.model.records import Card

SOLVERS: Final = frozenset({"opportunity", "idea", "insight"})
"""The kinds of cards that offer impact and effort."""
MIDDLE: Final = 3.0
Quadrant = Literal["quick", "big", "fill", "doubt"]


def opportunities(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give what could be done: opportunities, ideas and insights, and other cards with an impact or an effort."""
    return tuple(card for card in cards if card.kind in SOLVERS or card.impact is not None or card.effort is not None)


def quadrant(card: Card) -> Quadrant | None:
    """Tell in which quarter of impact (1..5) against effort (1..5) a card stands; None where either is not known.

    The middle counts as much impact and as little effort: a quick win is of an impact of 3 and more for an effort of 3
    and less.
    """
    if card.impact is None or card.effort is None:
        return None
    if card.impact >= MIDDLE:
        return "quick" if card.effort <= MIDDLE else "big"
    return "fill" if card.effort <= MIDDLE else "doubt"


def actions(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give what somebody is to do: cards with an owner, a date or a state, those due first first, done ones last."""
    found = [card for card in cards if card.owner or card.due or card.status not in ("open", "")]
    return tuple(sorted(found, key=lambda card: (card.status in ("done", "dropped"), not card.due, card.due)))
