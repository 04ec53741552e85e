"""Which cards somebody wants to look at, while the others stand back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card

TRUTH: Final = "truth"
SUPPORT: Final = "support"
MOMENTS: Final = (TRUTH, SUPPORT)
"""The moments that can be filtered by: moments of truth, and support moments."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Values in groups: a card is looked at if it has one of the values of every group that has any.

    `personas` and `departments` are ids; a card that is for no persona in particular is for each. `evidence` holds
    kinds of evidence, "" for none; `moments` some of MOMENTS. Without any value every card is looked at.
    """

    personas: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether there is anything to filter by."""
        return any(getattr(self, group) for group in GROUPS)

    def has(self, group: str, value: str) -> bool:
        """Tell whether a value is among those of a group."""
        return value in getattr(self, group)

    def toggled(self, group: str, value: str) -> Filter:
        """Give the filter with a value more, or less if it had it."""
        return replace(self, **{group: getattr(self, group) ^ {value}})

    def within(self, group: str, values: Iterable[str]) -> Filter:
        """Give the filter with only those values of a group that are among these."""
        kept = getattr(self, group) & frozenset(values)
        return self if kept == getattr(self, group) else replace(self, **{group: kept})

    def shows(self, persona_id: str) -> bool:
        """Tell whether a persona is looked at."""
        return not self.personas or persona_id in self.personas

    def matches(self, card: Card) -> bool:
        """Tell whether a card is looked at."""
        return bool(self.among((card,)))

    def among(self, cards: Sequence[Card]) -> Sequence[Card]:
        """Give those of the cards that are looked at; a group at a time, since a map has thousands of them."""
        if self.kinds:
            cards = [card for card in cards if card.kind in self.kinds]
        if self.channels:
            cards = [card for card in cards if card.channel in self.channels]
        if self.departments:
            cards = [card for card in cards if card.department in self.departments]
        if self.personas:
            cards = [card for card in cards if not card.personas or not self.personas.isdisjoint(card.personas)]
        if self.evidence:
            cards = [card for card in cards if (card.evidence.kind if card.evidence else "") in self.evidence]
        if self.moments:
            cards = [card for card in cards if self._is_moment(card)]
        return cards

    def faded(self, cards: Sequence[Card]) -> list[str]:
        """Give the ids of those cards that are not looked at."""
        found = self.among(cards)
        if len(found) == len(cards):
            return []
        kept = {card.id for card in found}
        return [card.id for card in cards if card.id not in kept]

    def _is_moment(self, card: Card) -> bool:
        return (card.moment_of_truth and TRUTH in self.moments) or (card.support_moment and SUPPORT in self.moments)


GROUPS: Final = tuple(field.name for field in fields(Filter))
"""The groups of values, in the order in which they are offered."""
NOTHING: Final = Filter()
"""No filter: everything is looked at."""


def counted(document: Document, map_id: str, by: Filter) -> tuple[int, int]:
    """Give how many cards of a map are looked at, and how many there are; the parking lot counts."""
    shelves = [document.cards_in_lane(map_id, lane) for lane in document.lanes_of_cards(map_id)]
    return sum(len(by.among(cards)) for cards in shelves), sum(map(len, shelves))
