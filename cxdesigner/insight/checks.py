"""What needs attention on a map."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card


def pains_without_action(document: Document, map_id: str) -> tuple[Card, ...]:
    """Give the pain points that no card solves: neither a card's `solves` nor a link "solves" leads to them."""
    solved: set[str] = set()
    pains = []
    for card in document.cards_by_lane(map_id):
        if card.solves:
            solved.update(card.solves)
        if card.kind == "pain":
            pains.append(card)
    for link in document.links(map_id):
        if link.kind == "solves":
            solved |= {link.from_, link.to}
    return tuple(card for card in pains if card.id not in solved)
