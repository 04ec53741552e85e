"""The parking lot: cards that have no place on the map."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.facts import facts_of
from cxdesigner.layout.report.style import cell, subheading
from cxdesigner.model.records import Card


def parking(about: About) -> tuple[Block, ...]:
    """List the cards of the parking lot, then those whose place is gone."""
    blocks: list[Block] = []
    if about.parked:
        blocks.append(_list(about, about.parked))
    if about.lost:
        blocks += [subheading(about.words["lost"]), _list(about, about.lost)]
    return tuple(blocks)


def _list(about: About, cards: Sequence[Card]) -> Table:
    rows = [Row(((about.card(card),), facts_of(about, card, whole=True) or (cell(""),))) for card in cards]
    return Table((2.0, 3.0), tuple(rows), above=8.0, gap=20.0)
