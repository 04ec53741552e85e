"""The least a report can be: ReportLab's Platypus puts the same texts in tables, in one font and without shaping.

`python -m tests.benchmarks.report_bare IN OUT`. The map on a page, a table of lanes for each stage, then pain points,
opportunities and what rests on nothing, a row each; no cover, no guide, no curves, no links.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from tests.benchmarks.pdf_bare import draw, wrapped

BODY = ParagraphStyle("body", fontName="sans", fontSize=9.8, leading=14)
HEADING = ParagraphStyle("heading", fontName="sans", fontSize=22, leading=28)
RULED = [("LINEABOVE", (0, 0), (-1, -1), 0.8, HexColor("#e3e6eb")), ("VALIGN", (0, 0), (-1, -1), "TOP")]
MARGIN = 57.0
WIDTH = A4[0] - 2 * MARGIN
LISTS = {
    "Pain points": {"pain"},
    "Opportunities": {"opportunity", "idea", "insight"},
    "Pain points that rest on nothing": {"pain"},
}


def main(source: str, out: str) -> None:
    laid = wrapped(json.loads(Path(source).read_bytes())["maps"][0])
    shown = laid.shown

    def sheet(page: Canvas, _document: object) -> None:
        scale = (A4[0] - 40) / laid.width
        page.translate(20, 200)
        page.scale(scale, scale)
        draw(page, laid)

    cards: dict[tuple[str, str], list[Flowable]] = {}
    for card in shown["cards"]:
        cards.setdefault((card["lane"], card["step"]), []).append(Paragraph(card["text"], BODY))
    story: list[Flowable] = [PageBreak()]
    for stage in shown["stages"]:
        step = stage["steps"][0]["id"]
        rows = [[Paragraph(lane["title"], BODY), cards.get((lane["id"], step), "")] for lane in shown["lanes"]]
        story += [Paragraph(stage["title"], HEADING), _table(rows), PageBreak()]
    titles = {stage["steps"][0]["id"]: stage["title"] for stage in shown["stages"]}
    for name, kinds in LISTS.items():
        found = (card for card in shown["cards"] if card["kind"] in kinds)
        rows = [[Paragraph(card["text"], BODY), Paragraph(titles[card["step"]], BODY)] for card in found]
        story += [Paragraph(name, HEADING), _table(rows)]
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, initialFontName="sans", pageCompression=1, invariant=1
    )
    document.build(story, onFirstPage=sheet)


def _table(rows: Iterable[list[Any]]) -> Table:
    return Table(list(rows), [WIDTH / 2, WIDTH / 2], style=RULED)


if __name__ == "__main__":
    main(*sys.argv[1:3])
