"""What solves which pain point."""

from __future__ import annotations

from collections.abc import Iterable

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card


def solutions(document: Document, map_id: str, cards: Iterable[Card]) -> dict[str, tuple[Card, ...]]:
    """Give for the id of each pain point among cards those of them that solve it, in their order.

    Either a card's `solves` or a link "solves" says so; whichever way that is drawn, it is the pain that is solved.
    """
    cards = tuple(cards)
    pains = {card.id for card in cards if card.kind == "pain"}
    said = {(card.id, solved) for card in cards for solved in card.solves}
    drawn = {(link.from_, link.to) for link in document.links(map_id) if link.kind == "solves"}
    pairs = said | drawn | {(other, one) for one, other in drawn}
    return {
        pain: tuple(card for card in cards if (card.id, pain) in pairs and (card.id not in pains or card.solves))
        for card in cards
        if (pain := card.id) in pains
    }
