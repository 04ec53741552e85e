"""What could be done, by impact and effort, and what is being done: by whom, until when."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.insight import opportunities as insight
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import ENTRY, MORE, Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.matrix import RADIUS, Matrix, disc
from cxdesigner.layout.report.style import cell, head, subheading
from cxdesigner.layout.report.told import plain
from cxdesigner.model.records import Card

ORDER = ("quick", "big", "fill", "doubt", None)


def opportunities(about: About) -> tuple[Block, ...]:
    """Draw opportunities by impact and effort, and list those of which either is not known."""
    words = about.words
    found = insight.opportunities((*about.cards, *about.parked))
    ranked = sorted(found, key=lambda card: ORDER.index(insight.quadrant(card)))
    placed = [card for card in ranked if insight.quadrant(card) is not None]
    rest = [card for card in found if insight.quadrant(card) is None]
    blocks: list[Block] = []
    if placed:
        legend = tuple(_legend(about, number, card) for number, card in enumerate(placed, 1))
        blocks.append(Matrix(tuple(placed), legend))
    if rest:
        title = subheading(words["unplaced"], above=14.0 if placed else 6.0)
        blocks += [title, Table((3.0, 2.0), tuple(_unplaced(about, rest)), above=4.0)]
    return tuple(blocks)


def _legend(about: About, number: int, card: Card) -> tuple[Text, ...]:
    words = about.words
    mark = disc(about.pen, number, RADIUS, 7.0)
    indent = 2 * RADIUS + 7
    text = card.text or words.get(f"kind_{card.kind}", card.kind)
    title = Text(text, style.BODY, theme.INK, card.id, ENTRY, 7.0, indent, mark)
    rated = ((words["impact"], card.impact), (words["effort"], card.effort))
    below = " · ".join(f"{label} {plain(value)}" for label, value in rated if value is not None)
    return title, Text(below, style.SMALL, theme.MUTED, part=MORE, indent=indent)


def _unplaced(about: About, cards: Sequence[Card]) -> list[Row]:
    rows = []
    for card in cards:
        rated = ((about.words["impact"], card.impact), (about.words["effort"], card.effort))
        known = " · ".join(f"{label} {plain(value)}" for label, value in rated if value is not None)
        rows.append(Row((about.with_place(card), (cell(known, style.BODY, theme.MUTED),))))
    return rows


def actions(about: About) -> tuple[Block, ...]:
    """List what is to be done: owner, date, state, and the department that it is of."""
    words = about.words
    found = insight.actions((*about.cards, *about.parked))
    if not found:
        return ()
    titles = head(words["action"], words["owner"], words["due"], words["status"])
    rows = []
    for card in found:
        department = about.context.departments.get(card.department, "")
        owner = cell(card.owner) if card.owner else cell(words["nobody"], style.BODY, theme.NEGATIVE_INK)
        whose = (owner, cell(department, style.SMALL, theme.MUTED)) if department else (owner,)
        due = cell(card.due) if card.due else cell(words["no_date"], style.BODY, theme.NEGATIVE_INK)
        rows.append(Row((about.with_place(card), whose, (due,), (_status(about, card),))))
    return (Table((3.4, 2.0, 1.3, 1.3), tuple(rows), titles, above=8.0),)


def _status(about: About, card: Card) -> Text:
    colors = {"done": theme.POSITIVE_INK, "dropped": theme.MUTED, "doing": theme.SUPPORT_INK}
    name = about.words.get(card.status, card.status)
    return cell(
        name, style.BODY_BOLD if card.status in ("doing", "done") else style.BODY, colors.get(card.status, theme.INK)
    )
