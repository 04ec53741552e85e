"""What needs attention on a map."""

from __future__ import annotations

from collections.abc import Iterator

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card


def all_cards(document: Document, map_id: str) -> Iterator[Card]:
    """Give all cards of a map, those of the parking lot too, lane by lane.

    Ordering the cards of all lanes among each other takes ten times as long, and a count needs no order.
    """
    for shelf in document.shelves():
        if isinstance(shelf[0], Card) and shelf[0].parent == map_id:
            for card in shelf:
                assert isinstance(card, Card)
                yield card


def pains_without_action(document: Document, map_id: str) -> tuple[Card, ...]:
    """Give the pain points that no card solves: neither a card's `solves` nor a link "solves" leads to them."""
    solved: set[str] = set()
    pains = []
    for card in all_cards(document, map_id):
        if card.solves:
            solved.update(card.solves)
        if card.kind == "pain":
            pains.append(card)
    for link in document.links(map_id):
        if link.kind == "solves":
            solved |= {link.from_, link.to}
    return tuple(card for card in pains if card.id not in solved)
