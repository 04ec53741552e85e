"""The least an export can be: ReportLab wraps and draws the cards of a project, in one font and without shaping.

`python -m tests.benchmarks.pdf_bare IN OUT [FONT …]`. Knows only what a measured project holds: one map, a step a
stage. With more fonts, each text is in the first one that has its letters.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.lib.textsplit import wordSplit
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
COLUMN, LABELS, MARGIN, GAP, PAD_X, PAD_Y = 102.0, 122.0, 22.0, 6.0, 7.0, 5.0
TEXT, LEADING = 10.6, 13.6


Cells = dict[tuple[str, str], list[list[str]]]


class Laid(NamedTuple):
    """A map with its cards wrapped, by lane and step, and the heights of its lanes."""

    shown: Any
    cells: Cells
    heights: list[float]
    width: float
    height: float
    others: list[TTFont]


def main(source: str, out: str, *fonts: str) -> None:
    laid = wrapped(json.loads(Path(source).read_bytes())["maps"][0], fonts)
    size = laid.width, laid.height
    page = Canvas(out, pagesize=size, initialFontName="sans", pageCompression=1, invariant=1)
    page.setTitle(laid.shown["title"])
    draw(page, laid)
    page.save()


def wrapped(shown: Any, fonts: Sequence[str] = ()) -> Laid:
    made = [TTFont(name, str(FONTS / f"cx-{name}-regular.ttf")) for name in dict.fromkeys(("sans", *fonts))]
    for font in made:
        registerFont(font)
    others = made if len(made) > 1 else []
    steps = [stage["steps"][0]["id"] for stage in shown["stages"]]
    inner = COLUMN - GAP - 2 * PAD_X
    cells: Cells = {}
    for card in shown["cards"]:
        name = _font([card["text"]], others) if others else "sans"
        lines = simpleSplit(card["text"], name, TEXT, inner)
        if others and any(stringWidth(line, name, TEXT) > inner for line in lines):
            lines = [line for _, line in wordSplit(card["text"], inner, name, TEXT)]
        cells.setdefault((card["lane"], card["step"]), []).append(lines)
    heights = [
        max(sum(_height(lines) + GAP for lines in cells.get((lane["id"], step), [])) for step in steps)
        for lane in shown["lanes"]
    ]
    return Laid(shown, cells, heights, 2 * MARGIN + LABELS + COLUMN * len(steps), 150 + sum(heights), others)


def draw(page: Canvas, laid: Laid) -> None:
    shown, cells, heights, width, height, others = laid
    steps = [stage["steps"][0]["id"] for stage in shown["stages"]]
    y = height - 40
    _text(page, MARGIN, y, [shown["title"]], others)
    for index, stage in enumerate(shown["stages"]):
        _text(page, MARGIN + LABELS + index * COLUMN, y - 30, [stage["title"], stage["steps"][0]["title"]], others)
        page.line(MARGIN + LABELS + index * COLUMN, y - 60, MARGIN + LABELS + index * COLUMN, 40)
    y -= 70
    for lane, tall in zip(shown["lanes"], heights, strict=True):
        page.line(MARGIN, y, width - MARGIN, y)
        _text(page, MARGIN, y - 14, [lane["title"]], others)
        for index, step in enumerate(steps):
            at = y - GAP
            for lines in cells.get((lane["id"], step), []):
                at -= _height(lines) + GAP
                _card(page, MARGIN + LABELS + index * COLUMN + GAP / 2, at, lines, others)
        y -= tall
    for index, emotion in enumerate(shown["emotions"]):
        page.circle(MARGIN + LABELS + (index + 0.5) * COLUMN, 20 + 5 * emotion["score"], 2)


def _height(lines: list[str]) -> float:
    return len(lines) * LEADING + 2 * PAD_Y


def _card(page: Canvas, x: float, y: float, lines: list[str], others: list[TTFont]) -> None:
    page.setFillColorRGB(0.93, 0.94, 0.96)
    page.roundRect(x, y, COLUMN - GAP, _height(lines), 3, stroke=1, fill=1)
    page.setFillColorRGB(0.12, 0.14, 0.19)
    _text(page, x + PAD_X, y + _height(lines) - PAD_Y - TEXT, lines, others)


def _font(texts: list[str], fonts: list[TTFont]) -> str:
    """The name of the first of some fonts that has all letters, or of the only one."""
    letters = set(map(ord, "".join(texts)))
    return next((str(font.fontName) for font in fonts if letters <= font.face.charToGlyph.keys()), "sans")


def _text(page: Canvas, x: float, y: float, lines: list[str], others: list[TTFont]) -> None:
    text = page.beginText(x, y)
    text.setFont(_font(lines, others) if others else "sans", TEXT, LEADING)
    for line in lines:
        text.textLine(line)
    page.drawText(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
