"""What is promised at a touchpoint, and what is experienced there, side by side."""

from __future__ import annotations

from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Paragraph, Row, Table
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import cell, fact, head


def promises(about: About) -> tuple[Block, ...]:
    """List the cards with a promise or an experience in the order of the journey."""
    words = about.words
    found = [card for card in (*about.cards, *about.parked) if card.promise or card.experience]
    if not found:
        return ()
    brand = about.document.project.brand
    told: list[Block] = []
    if brand is not None and brand.promise:
        told.append(Paragraph(fact(about.pen, words["brand_promise"], brand.promise)._replace(style=style.ITALIC), 6.0))
    rows = [
        Row((about.with_place(card), (_said(about, card.promise),), (_said(about, card.experience),))) for card in found
    ]
    titles = head(words["kind_touchpoint"], words["promise_head"], words["experience"])
    return (*told, Table((3, 3, 3), tuple(rows), titles, above=8.0))


def _said(about: About, text: str) -> Text:
    return cell(text) if text else cell(about.words["not_written"], style.BODY, theme.MUTED)
