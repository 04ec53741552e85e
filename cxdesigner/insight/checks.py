"""What needs attention on a map."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card


def pains_without_action(document: Document, map_id: str) -> tuple[Card, ...]:
    """Give the pain points that no card solves: neither a card's `solves` nor a link "solves" leads to them."""
    cards = document.cards(map_id)
    solved = {key for card in cards for key in card.solves}
    for link in document.links(map_id):
        if link.kind == "solves":
            solved |= {link.from_, link.to}
    return tuple(card for card in cards if card.kind == "pain" and card.id not in solved)
