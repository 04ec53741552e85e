"""What solves which pain point."""

from __future__ import annotations

from collections.abc import Iterable

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card


def solutions(document: Document, map_id: str, cards: Iterable[Card]) -> dict[str, tuple[Card, ...]]:
    """Give for the id of each pain point among cards those of them that solve it, in their order.

    Either a card's `solves` or a link "solves" says so; whichever way that is drawn, it is the pain that is solved, and
    of two pains the one that the link leads to.
    """
    cards = tuple(cards)
    pains = {card.id for card in cards if card.kind == "pain"}
    solved: dict[str, set[str]] = {card.id: set(card.solves) for card in cards}
    for link in document.links(map_id):
        if link.kind == "solves":
            one, other = (link.from_, link.to) if link.to in pains else (link.to, link.from_)
            solved.setdefault(one, set()).add(other)
    found: dict[str, list[Card]] = {card.id: [] for card in cards if card.id in pains}
    for card in cards:
        for pain in (solved[card.id] & pains) - {card.id}:
            found[pain].append(card)
    return {pain: tuple(solving) for pain, solving in found.items()}
