"""Where one department hands over to another: that is where a customer has to tell the story again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Record, Stage, Step


class HandOver(NamedTuple):
    """From what to what, and what is handed over, if anybody has said."""

    start: Record
    end: Record
    label: str = ""


def drawn_handovers(document: Document, map_id: str, shown: Iterable[Card]) -> tuple[HandOver, ...]:
    """Give the links "hands over" between cards that are shown, steps and stages, in the order of the file."""
    cards = {card.id for card in shown}
    joined = [
        (document.records.get(link.from_), document.records.get(link.to), link.label)
        for link in document.links(map_id)
        if link.kind == "hands_over"
    ]
    return tuple(
        HandOver(start, end, label)
        for start, end, label in joined
        if start is not None and end is not None and _is_shown(start, cards) and _is_shown(end, cards)
    )


def _is_shown(end: Record, cards: set[str]) -> bool:
    return end.id in cards if isinstance(end, Card) else isinstance(end, Step | Stage)


def owner_changes(cards: Sequence[Card]) -> tuple[HandOver, ...]:
    """Give where the department of touchpoints, in the order of the journey, is another than that of the one before.

    Touchpoints without a department are passed over.
    """
    owned = [card for card in cards if card.kind == "touchpoint" and card.department]
    return tuple(HandOver(one, other) for one, other in pairwise(owned) if one.department != other.department)
