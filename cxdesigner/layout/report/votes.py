"""What the people in the room voted for."""

from __future__ import annotations

from cxdesigner.insight.votes import Count, Result, results
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Bar, Cell, Item
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import cell, paragraph, subheading
from cxdesigner.layout.report.told import plain, voters


def votes(about: About) -> tuple[Block, ...]:
    """List the rounds, in each what got the most dots first."""
    blocks: list[Block] = []
    for result in results(about.document, about.shown.id, (*about.cards, *about.parked)):
        blocks += _round(about, result, first=not blocks)
    return tuple(blocks)


def _round(about: About, result: Result, *, first: bool) -> list[Block]:
    words, found = about.words, result.round
    title = (found.title or words["round"]) if found is not None else words["no_round"]
    dots = words["dots_each"].format(n=plain(found.dots)) if found is not None and found.dots is not None else ""
    state = words["round_open" if found.open else "round_closed"] if found is not None else ""
    total = _dots(about, result.dots)
    line = " · ".join(part for part in (total, dots, state) if part)
    blocks: list[Block] = [
        subheading(title, above=10.0 if first else 16.0),
        paragraph(line, style.SMALL, theme.MUTED, 2.0),
    ]
    if result.counts:
        most = max(count.dots for count in result.counts)
        rows = tuple(Row((about.with_place(count.card), _bar(about, count, most))) for count in result.counts)
        blocks.append(Table((3.0, 3.4), rows, above=6.0, gap=20.0))
    return blocks


def _bar(about: About, count: Count, most: float) -> Cell:
    said = voters(count.votes)
    fill = theme.CARD_COLORS["opportunity"].ink
    bar = Bar(0.0, count.dots / most if most else 0.0, fill, above=3.0)
    found: list[Item] = [cell(_dots(about, count.dots), style.BODY_BOLD), bar]
    return [*found, cell(said, style.SMALL, theme.MUTED, 3.0)] if said else found


def _dots(about: About, dots: float) -> str:
    return about.words["vote"] if dots == 1 else about.words["votes"].format(n=plain(dots))
