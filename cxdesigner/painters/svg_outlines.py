"""Text in an SVG as outlines: drawn alike wherever the file is opened, whatever fonts there are.

Every glyph and word is defined once and used by reference; a line carries its words as a label, so that it can be read
aloud.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxdesigner.painters.shapes import number
from cxdesigner.painters.svg_words import escaped, path_data

if TYPE_CHECKING:
    from cxdesigner.layout.fonts import Face
    from cxdesigner.layout.glyphs import Glyph, Piece
    from cxdesigner.layout.scene import GlyphRun

_EM: Final = 1000
"""Units to the em of the glyphs in the file, whatever the font's own are."""


class Outlines:
    """Draws lines of text; `definitions` is what they refer to, an element a line."""

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._glyphs: dict[tuple[Face, int], str] = {}
        self._words: dict[Piece, str] = {}

    def show(self, node: GlyphRun) -> str:
        """The element that draws a line; empty if there is nothing to be seen of it."""
        line = node.line
        scale = line.size / _EM
        words = ((self._word(piece), offset) for offset, piece in line.pieces)
        uses = "".join(_use(name, offset / scale, 0.0) for name, offset in words if name)
        if not uses:
            return ""
        size = f"{scale:.7g}"
        return (
            f'<g transform="translate({number(node.x)} {number(node.y)}) scale({size} -{size})" '
            f'fill="{node.fill}" role="img" aria-label="{escaped(line.text)}">{uses}</g>'
        )

    def _word(self, piece: Piece) -> str:
        """The name of a piece's group of glyphs; empty if there is nothing to be seen of it."""
        name = self._words.get(piece)
        if name is None:
            uses = self._uses(piece)
            name = f"w{len(self._words) + 1}" if uses else ""
            self._words[piece] = name
            if uses:
                self.definitions.append(f'<g id="{name}">{"".join(uses)}</g>')
        return name

    def _uses(self, piece: Piece) -> list[str]:
        uses, pen, scale = [], 0, _EM / piece.face.upem
        for cluster in piece.clusters:
            for glyph in cluster.glyphs:
                name = self._glyph(piece.face, glyph)
                if name:
                    uses.append(_use(name, (pen + glyph[1]) * scale, glyph[2] * scale))
            pen += cluster.advance
        return uses

    def _glyph(self, face: Face, glyph: Glyph) -> str:
        key = (face, glyph[0])
        name = self._glyphs.get(key)
        if name is None:
            outline = face.outline(glyph[0])
            name = f"g{len(self._glyphs) + 1}" if outline else ""
            self._glyphs[key] = name
            if outline:
                self.definitions.append(f'<path id="{name}" d="{path_data(outline, _EM / face.upem)}"/>')
        return name


def _use(name: str, x: float, y: float) -> str:
    across, up = number(x), number(y)
    place = (f' x="{across}"' if across != "0" else "") + (f' y="{up}"' if up != "0" else "")
    return f'<use xlink:href="#{name}"{place}/>'
