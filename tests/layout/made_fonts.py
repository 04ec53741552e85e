"""Fonts made for tests: what the bundled ones cannot show, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from pathlib import Path

    from fontTools.pens.basePen import BasePen


def _draw(pen: BasePen, advance: int) -> None:
    pen.moveTo((0, 0))
    pen.lineTo((0, advance))
    pen.lineTo((advance, 0))
    pen.closePath()


def make_font(path: Path, characters: str, *, upem: int = 2048, advance: int = 1024) -> None:
    """Write a TrueType font in which each of `characters` is a triangle; the family is named as the file."""
    names = [".notdef", *(f"u{ord(char):04X}" for char in characters)]
    builder = FontBuilder(upem, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"u{ord(char):04X}" for char in characters})
    pens = {name: TTGlyphPen(None) for name in names}
    for pen in pens.values():
        _draw(pen, advance)
    builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    _finish(builder, path, names, advance)


def make_cubic_font(path: Path) -> None:
    """Write a PostScript-flavoured font whose letter "o" is one cubic curve and a line."""
    names = [".notdef", "o"]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("o"): "o"})
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.curveTo((0, 300), (500, 300), (500, 0))
    pen.closePath()
    builder.setupCFF("Cubic", {}, dict.fromkeys(names, pen.getCharString()), {})
    _finish(builder, path, names, 500)


def _finish(builder: FontBuilder, path: Path, names: list[str], advance: int) -> None:
    builder.setupHorizontalMetrics(dict.fromkeys(names, (advance, 0)))
    builder.setupHorizontalHeader(ascent=1800, descent=-400)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
