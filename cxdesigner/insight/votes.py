"""What the dots of a vote add up to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Round, Vote


class Count(NamedTuple):
    """A card with the votes for it, and how many dots they are."""

    card: Card
    votes: tuple[Vote, ...]
    dots: float


class Result(NamedTuple):
    """A round (None for votes that are in none) and its cards, those with the most dots first."""

    round: Round | None
    counts: tuple[Count, ...]

    @property
    def dots(self) -> float:
        """All dots."""
        return sum(count.dots for count in self.counts)


def results(document: Document, map_id: str, cards: Iterable[Card]) -> tuple[Result, ...]:
    """Count the votes for cards, round by round; of equal ones the first is first. What is in no round comes last."""
    cards = tuple(cards)
    rounds: list[Round | None] = list(document.rounds(map_id))
    known = {one.id for one in document.rounds(map_id)}
    found = []
    for one in [*rounds, None]:
        counts = []
        for card in cards:
            votes = tuple(vote for vote in card.votes if (vote.round == one.id if one else vote.round not in known))
            if votes:
                counts.append(Count(card, votes, sum(vote.n for vote in votes)))
        if counts or one is not None:
            found.append(Result(one, tuple(sorted(counts, key=lambda count: -count.dots))))
    return tuple(found)
