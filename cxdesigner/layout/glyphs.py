"""Shaped text as data: what `typeset` makes and every painter draws.

Nothing here measures or decides. Advances and offsets are in font units (`Face.upem` to the em), x to the
right and y up; positions of pieces in a line are in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxdesigner.layout.fonts import Face

Glyph = tuple[int, int, int]
"""Glyph id, offset to the right and up from where its cluster starts, in font units; both fit in 16 bits."""


class Cluster(NamedTuple):
    """The smallest thing that can be selected: the glyphs, nearly always at least one, that stand for `text`.

    `advance` is the shaped (kerned) width, `natural` the width in the font's own table: of all its glyphs but
    the marks, which take no room.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    natural: int
    advance: int


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of one face in visual order, mostly a word; shared by all the lines that contain it.

    Compared by identity, so a painter can keep what it made of a piece under the piece itself.
    `advance` is the sum of the clusters' advances, in font units; `text` is in logical order. With `rtl` its
    clusters, from left to right, stand for `text` from its end to its start.
    """

    face: Face
    clusters: tuple[Cluster, ...]
    advance: int
    text: str
    rtl: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of a paragraph at one size, in visual order; compared by identity.

    `pieces` are (offset from the line's left end in points, piece); `size` and `width` are in points;
    `start` is the offset of its first character in the paragraph's text. `x` is what alignment adds. `rtl` says
    that it reads from the right as a whole. `starts` are the offsets in `text` at which the pieces begin, or
    nothing where they are in the order of `text`.
    """

    size: float
    pieces: tuple[tuple[float, Piece], ...]
    width: float
    text: str
    start: int = 0
    x: float = 0.0
    rtl: bool = False
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Wrapped text: its lines from top to bottom, the size of the box they fill in points.

    `width` is that of the widest line, which may be less than the width the text was wrapped at.
    The baseline of line `i` is at `ascent + i * leading` below the top.
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    ascent: float
    leading: float
