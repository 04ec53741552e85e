"""The pain points, and what solves them."""

from __future__ import annotations

from cxdesigner.insight.solutions import solutions
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Drawn, Item
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.pen import dot
from cxdesigner.layout.publication import Target
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import cell, head, paragraph
from cxdesigner.layout.report.told import plain
from cxdesigner.model.records import Card

DOT, STEP, MOST = 6.5, 9.0, 5


def pains(about: About) -> tuple[Block, ...]:
    """List the pain points, the most severe first."""
    words = about.words
    solved = solutions(about.document, about.shown.id, (*about.cards, *about.parked))
    found = sorted((card for card in about.cards if card.kind == "pain"), key=lambda card: -float(card.severity or 0))
    if not found:
        return ()
    open_ = sum(not solved[card.id] for card in found)
    count = words["pain_count" if len(found) == 1 else "pains_count"].format(n=len(found))
    rest = words["all_solved"] if not open_ else words["unsolved_count"].format(n=open_)
    rows = [Row((_severity(card), about.with_place(card), _solutions(about, solved[card.id]))) for card in found]
    titles = head(words["severity_head"], words["kind_pain"], words["solved_by"])
    return (
        paragraph(f"{count} {rest}", style.BODY, theme.MUTED, 4.0, keep=True),
        Table((1.0, 3.2, 3.2), tuple(rows), titles, above=8.0, named=1),
    )


def _severity(card: Card) -> tuple[Item, ...]:
    if card.severity is None:
        return (cell("–", style.BODY, theme.MUTED),)
    ink = theme.CARD_COLORS["pain"].ink
    full = round(float(card.severity))
    dots = tuple(dot(at * STEP, 4.0, DOT, ink if at < full else theme.HAIRLINE) for at in range(MOST))
    value = plain(card.severity)
    return Drawn(MOST * STEP, style.BODY.leading, dots), cell(f"{value} / {MOST}", style.SMALL, theme.MUTED)


def _solutions(about: About, cards: tuple[Card, ...]) -> tuple[Item, ...]:
    if not cards:
        return (cell(about.words["unsolved"], style.BODY_BOLD, theme.NEGATIVE_INK),)
    found: list[Item] = []
    for card in cards:
        text = about.card(card, style.BODY)
        found.append(text._replace(above=4.0 if found else 0.0, to=Target(card.id), part="td"))
        status = about.words.get(card.status, card.status)
        below = " · ".join(part for part in (card.owner, card.due, status) if part)
        found.append(cell(below, style.SMALL, theme.MUTED)._replace(indent=14.0))
    return tuple(found)
