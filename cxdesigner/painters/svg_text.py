"""Text in an SVG as text, which can be selected, found and edited, in the fonts that the file brings along.

A line is one element, in the order in which it is read. Each word in it has a place of its own: where the fonts are
those of the file, it is the place that it would have anyway; where a program knows no embedded fonts, words begin where
they do on the canvas all the same.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from cxdesigner.layout.families import EMOJI
from cxdesigner.painters.shapes import number
from cxdesigner.painters.svg_fonts import font_face, names
from cxdesigner.painters.svg_words import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.layout.fonts import Face
    from cxdesigner.layout.glyphs import Line, Piece
    from cxdesigner.layout.scene import GlyphRun

_LATIN_FEATURES: Final = "'kern','liga' 0,'clig' 0,'locl' 0"
_KHMER_FEATURES: Final = "'kern','liga' 0,'locl' 0"
"""As `layout.fonts` shapes; what depends on a language is off there since it is told none."""


class RealText:
    """Writes lines of text; `definitions` holds the fonts that they are written in, once all are."""

    def __init__(self) -> None:
        self._faces: dict[Face, str] = {}
        self._texts: dict[Face, set[str]] = {}

    @property
    def definitions(self) -> list[str]:
        """The style sheet, as lines."""
        rules = [
            "text{white-space:pre;text-rendering:geometricPrecision;font-kerning:normal;"
            f"font-feature-settings:{_LATIN_FEATURES}}}"
        ]
        for face, name in self._faces.items():
            own = names(face)
            style = "" if own.style == "normal" else f"font-style:{own.style};"
            khmer = f"font-feature-settings:{_KHMER_FEATURES};" if "Khmr" in face.scripts else ""
            emoji = "font-variant-emoji:text;" if EMOJI in face.scripts else ""
            rules.append(font_face(face, self._texts[face]))
            rules.append(f".{name}{{font-family:{own.families};font-weight:{own.weight};{style}{khmer}{emoji}}}")
        return ["<style>", *rules, "</style>"] if self._faces else []

    def show(self, node: GlyphRun) -> str:
        """The element that draws a line, or those that do; empty if there is nothing to be seen of it."""
        line = node.line
        if not line.text.strip():
            return ""
        pieces = line.pieces
        if line.starts:
            pieces = tuple(piece for _, piece in sorted(zip(line.starts, pieces, strict=True), key=itemgetter(0)))
        apart = any(_is_emoji(piece) for _, piece in pieces) and any(_is_special(piece) for _, piece in pieces)
        return "".join(
            self._element(node, tuple(some))
            for _, some in groupby(pieces, (lambda one: _is_emoji(one[1])) if apart else (lambda _: False))
        )

    def _element(self, node: GlyphRun, pieces: tuple[tuple[float, Piece], ...]) -> str:
        main = next((piece.face for _, piece in pieces if piece.text.strip()), pieces[0][1].face)
        spans = "".join(self._spans(node.line, pieces, node.x, main))
        way = ' direction="rtl"' if node.line.rtl else ""
        return (
            f'<text class="{self._class(main)}" x="{number(node.x)}" y="{number(node.y)}" '
            f'font-size="{number(node.line.size)}" fill="{node.fill}" xml:space="preserve"{way}>{spans}</text>'
        )

    def _spans(self, line: Line, pieces: tuple[tuple[float, Piece], ...], x: float, main: Face) -> Iterator[str]:
        """Give the words of a line, in the order in which they are read, with the spaces behind them."""
        bidi = line.rtl or any(piece.rtl for _, piece in line.pieces)
        waiting = ""
        for offset, piece in pieces:
            self._class(piece.face)
            self._texts[piece.face].add(piece.text)
            text = escaped(piece.text)
            if not bidi and not piece.text.strip() and waiting:
                waiting += text
                continue
            yield waiting and f"{waiting}</tspan>"
            waiting = f"<tspan{self._place(line, x + offset, piece, bidi=bidi)}{self._of(piece, main)}>{text}"
        yield waiting and f"{waiting}</tspan>"

    def _place(self, line: Line, x: float, piece: Piece, *, bidi: bool) -> str:
        if not bidi:
            return f' x="{number(x)}"'
        if piece.rtl:
            x += piece.advance * line.size / piece.face.upem
        way = "rtl" if piece.rtl else "ltr"
        return f' x="{number(x)}" direction="{way}" style="unicode-bidi:isolate-override"'

    def _of(self, piece: Piece, main: Face) -> str:
        return "" if piece.face is main else f' class="{self._class(piece.face)}"'

    def _class(self, face: Face) -> str:
        name = self._faces.get(face)
        if name is None:
            name = self._faces[face] = f"f{len(self._faces) + 1}"
            self._texts[face] = set()
        return name


def _is_emoji(piece: Piece) -> bool:
    return EMOJI in piece.face.scripts


def _is_special(piece: Piece) -> bool:
    """Whether text around it would be shaped by the rules of its script, which take sequences of emoji apart."""
    return not _is_emoji(piece) and "Latn" not in piece.face.scripts
