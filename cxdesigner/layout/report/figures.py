"""Net promoter score, satisfaction and effort at touchpoints, with what each means."""

from __future__ import annotations

from cxdesigner.insight import metrics
from cxdesigner.insight.metrics import Measure
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Paragraph, Row, Table
from cxdesigner.layout.flow.cells import Bar, Cell
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.metrics import signed
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import cell, fact, head
from cxdesigner.layout.report.told import plain
from cxdesigner.model.records import Card


def figures(about: About) -> tuple[Block, ...]:
    """List the measured touchpoints in the order of the journey, below the definitions."""
    words = about.words
    rows = []
    for card in (*about.cards, *about.parked):
        cells = _measures(about, card)
        if any(cells):
            rows.append(Row((about.with_place(card), *(found or (cell("–", color=theme.MUTED),) for found in cells))))
    if not rows:
        return ()
    names = [words[name] for name in ("nps", "csat", "ces")]
    told = [_definition(about, name) for name in ("nps", "csat", "ces", "n")]
    return (*told, Table((3.2, 1.6, 1.6, 1.6), tuple(rows), head(words["kind_touchpoint"], *names), above=10.0))


def _definition(about: About, name: str) -> Paragraph:
    label = about.words["n_head" if name == "n" else name]
    text = fact(about.pen, label, about.words[f"{name}_definition"], least=44.0)
    return Paragraph(text, 7.0 if name == "nps" else 2.0, keep=True)


def _measures(about: About, card: Card) -> tuple[Cell, Cell, Cell]:
    """Give what is measured at a card, an empty cell for what is not."""
    nps = metrics.nps(card.nps) if card.nps is not None else None
    csat = metrics.csat(card.csat) if card.csat is not None else None
    ces = metrics.ces(card.ces) if card.ces is not None else None
    top = float(card.ces.scale) if card.ces is not None else 7.0
    return (
        _cell(about, nps, signed(nps.value), 0.5, (nps.value + 100) / 200) if nps is not None else (),
        _cell(about, csat, f"{csat.value:.0f} %", 0.0, csat.value / 100) if csat is not None else (),
        _cell(about, ces, f"{plain(ces.value)} / {plain(top)}", 0.0, (ces.value - 1) / max(top - 1, 1))
        if ces is not None
        else (),
    )


def _cell(about: About, found: Measure, value: str, start: float, end: float) -> Cell:
    color = theme.NEGATIVE_INK if end < start else theme.POSITIVE_INK if start else style.ACCENT
    end = min(max(end, 0.0), 1.0)
    n = about.words["n"].format(n=plain(found.n)) if found.n is not None else about.words["n_unknown"]
    return cell(value, style.BODY_BOLD), Bar(start, end, color, 5.0, above=3.0), cell(n, style.SMALL, theme.MUTED, 3.0)
