"""From text to positioned glyphs: order, faces, shaping, line breaks, alignment.

A text's hard lines (between newlines) are paragraphs of their own to the bidirectional algorithm. Widths are
summed up as whole numbers, in units of which every face's em is a multiple, so that a text fits exactly into
the width that was measured for it.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_left, bisect_right
from contextlib import contextmanager
from functools import lru_cache
from math import floor, inf, isfinite, lcm
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.layout import bidi, breaks, han
from cxdesigner.layout.direction import is_from_right
from cxdesigner.layout.glyphs import Line, Paragraph, Piece
from cxdesigner.layout.itemise import Itemiser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxdesigner.layout.fonts import Face, Fonts
    from cxdesigner.layout.itemise import Item

PARAGRAPHS = 32768
"""How many paragraphs are kept: three texts each for 10,000 cards."""

EM = lcm(1000, 2048)
"""In so many units to the em widths are summed up; the em of every bundled face is a part of it."""

WORDS = 16384
"""How many words are kept for each style: about 20 MB when full."""

LONGEST = 32
"""Words that are longer, such as a sentence in Thai, hardly come again and are not kept."""

MANY = 600
"""Objects made at once that are worth keeping from the garbage collector: somewhat fewer than those at which it looks
at all that is new, and every hundredth time at everything there is.
"""

_HARD = re.compile("[\n\u2028\u2029]")
_LONE = re.compile("[\ud800-\udfff]")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_WORD = re.compile(f"(?:[^ ]| (?=[{_MARKS}]))+ ?| ")
"""A word with the space after it; a space that carries a mark is a letter."""


class TextStyle(NamedTuple):
    """How text looks: one of `fonts.STYLES`, the size and the distance of two baselines in points."""

    weight: str
    size: float
    leading: float


class Word(NamedTuple):
    """A Latin word without and with the space after it, and how wide they are.

    `whole` says that no line may end inside.
    """

    alone: Piece
    units: int
    spaced: Piece
    spaced_units: int
    whole: bool


class Row(NamedTuple):
    """A line before it is aligned: where it is in the text, its pieces from left to right, its width."""

    start: int
    end: int
    pieces: list[tuple[int, Piece]]
    units: int
    rtl: bool = False
    starts: tuple[int, ...] = ()


class Part(NamedTuple):
    """A shaped word of a hard line: its item, its piece, and where the piece's clusters start in the text."""

    item: Item
    piece: Piece
    starts: list[int]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from running: laying out makes many small tuples and no cycles.

    Where there are many of them, it is not to look at them afterwards either: now and again that would take it a tenth
    of a second, in the middle of whatever is dragged or typed. References still count, and neither layout nor gestures
    leave anything behind that they do not free; `gc.unfreeze` has it look at everything again.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_count()[0] > MANY:
                gc.freeze()
            gc.enable()


class Typesetter:
    """Sets text in the faces it is given, for one language, and keeps what it has set."""

    def __init__(self, fonts: Fonts, language: str = "") -> None:
        self._fonts = fonts
        self._form = han.form_in(language)
        self._from_right = is_from_right(language)
        self._others: dict[tuple[str, bool], Typesetter] = {(self._form, self._from_right): self}
        self._styles: dict[str, _Style] = {}
        self._kept = lru_cache(PARAGRAPHS)(self._set)

    def speaking(self, language: str) -> Typesetter:
        """The typesetter for a language (a BCP 47 tag): this one where both write alike.

        They know each other, so that going back to a language finds what was set in it.
        """
        manner = han.form_in(language), is_from_right(language)
        other = self._others.get(manner)
        if other is None:
            other = self._others[manner] = Typesetter(self._fonts, language)
            other._others, other._styles = self._others, self._styles
        return other

    def paragraph(self, text: str, style: TextStyle, width: float = inf, align: str = "start") -> Paragraph:
        """Set `text` in lines no wider than `width` points, aligned in it: "start", "center", "end", "left" or "right".

        Only a single grapheme, or several that are drawn as one cluster, can be wider. Where `width` is
        infinite lines are aligned in the widest of them; `Paragraph.width` is the widest line's in any case.
        Start is the right side for a hard line whose first letter is written from the right, and in a language that
        is for one with any such letter: a name in other letters often comes first there. A newline ends a line; an
        empty text is one empty line.

        Each `Line.text` is as it was typed; spaces where a line wraps are in no line, as are the spaces at
        the end of a hard line that do not fit. A tab is drawn as a space, a lone surrogate as U+FFFD.
        """
        return self._kept(text, style, width, align)

    def width(self, text: str, style: TextStyle) -> float:
        """The width in points of the widest line of `text` when nothing is wrapped."""
        return self._kept(text, style, inf, "start").width

    def _set(self, text: str, style: TextStyle, width: float, align: str) -> Paragraph:
        text = _LONE.sub("\ufffd", text)
        weight, size, leading = style
        factor = size / EM
        rows = self._rows(text, self._style(weight), _limit(width, factor))
        widest = max([row.units for row in rows]) * factor
        room = width if isfinite(width) else widest
        lines = tuple([_line(text, row, size, factor, _indent(row, room - row.units * factor, align)) for row in rows])
        face = self._fonts.faces(weight)[0]
        points = size / face.upem
        ascent = (leading - (face.ascent - face.descent) * points) / 2 + face.ascent * points
        return Paragraph(lines, widest, len(lines) * leading, ascent, leading)

    def _style(self, weight: str) -> _Style:
        style = self._styles.get(weight)
        if style is None:
            style = self._styles[weight] = _Style(self._fonts.faces(weight))
        return style

    def _rows(self, text: str, style: _Style, limit: float) -> list[Row]:
        rows: list[Row] = []
        start = 0
        form = han.form_of(text, self._form)
        for hard in _HARD.split(text):
            if not hard:
                rows.append(Row(start, start, [], 0))
            else:
                simple = style.simple(hard, start, limit) if breaks.is_simple(hard) else None
                rows += simple or style.any(hard, start, limit, form, from_right=self._from_right)
            start += len(hard) + 1
        return rows


class _Style:
    """The faces of one style, the words shaped with them, and both ways to make rows of a hard line."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self._first = faces[0]
        self._itemiser = Itemiser(faces)
        self._word = lru_cache(WORDS)(self._make_word)
        self._kept = lru_cache(WORDS)(self._shape)

    def simple(self, text: str, offset: int, limit: float) -> list[Row] | None:
        """The rows of a text for which `breaks.is_simple` holds; None where a line ends inside a word."""
        rows: list[Row] = []
        pieces: list[tuple[int, Piece]] = []
        start = end = used = right = 0
        strings = text.split(" ")
        words = [self._word(string) for string in strings]
        alone = words[0].alone
        for string, word in zip(strings, words, strict=True):
            before = alone
            alone, units, spaced, spaced_units, whole = word
            if used + units > limit:
                if units > limit or not whole:
                    return None
                pieces[-1] = (pieces[-1][0], before)
                rows.append(Row(offset + start, offset + end - 1, pieces, right))
                pieces = []
                start = end
                used = 0
            pieces.append((used, spaced))
            right = used + units
            used += spaced_units
            end += len(string) + 1
        pieces[-1] = (pieces[-1][0], alone)
        rows.append(Row(offset + start, offset + end - 1, pieces, right))
        return rows

    def any(self, text: str, offset: int, limit: float, form: str, *, from_right: bool) -> list[Row]:
        """The rows of any hard line that is not empty; `form` is that of its Han characters."""
        drawn = text.replace("\t", " ")
        own = 1 if from_right and bidi.has_rtl_letter(text) else None
        levels, base = bidi.levels(text, own) if bidi.has_rtl(text) else (None, 0)
        parts, at = self._parts(drawn, levels, form)
        firsts = [part.starts[0] for part in parts]
        rows = []
        for start, end in breaks.wrap(drawn, at, limit):
            line = parts[max(bisect_right(firsts, start) - 1, 0) : bisect_left(firsts, end)]
            starts: tuple[int, ...] = ()
            if levels is not None:
                line = [line[index] for index in bidi.visual_order([part.item.level for part in line])]
                starts = tuple([max(part.starts[0] - start, 0) for part in line])
            pieces = []
            x = 0
            for part in line:
                piece = self._slice(part, start, end)
                pieces.append((x, piece))
                x += piece.advance * (EM // piece.face.upem)
            rows.append(Row(offset + start, offset + end, pieces, x, base == 1, starts))
        return rows

    def _parts(self, text: str, levels: Sequence[int] | None, form: str) -> tuple[list[Part], list[int]]:
        """The shaped words of `text` in logical order, and the width before each offset, for `wrap`."""
        parts: list[Part] = []
        at = [0] + [-1] * len(text)
        width = 0
        for item in self._itemiser.items(text, levels, form):
            scale = EM // item.face.upem
            rtl = item.level % 2 == 1
            for match in _WORD.finditer(text, item.start, item.end):
                piece = self._piece(item.face, match[0], item.script, rtl)
                offset = match.start()
                starts = []
                for cluster in reversed(piece.clusters) if rtl else piece.clusters:
                    starts.append(offset)
                    offset += len(cluster.text)
                    width += cluster.advance * scale
                    at[offset] = width
                parts.append(Part(item, piece, starts))
        return parts, at

    def _slice(self, part: Part, start: int, end: int) -> Piece:
        """What of `part` is between the offsets; glyphs stay as they were shaped in the whole word."""
        item, piece, starts = part
        begin = starts[0]
        text = piece.text[max(start - begin, 0) : end - begin]
        if text == piece.text:
            return piece
        if text + " " == piece.text:
            return self._piece(piece.face, text, item.script, piece.rtl)
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        if piece.rtl:
            low, high = len(starts) - high, len(starts) - low
        clusters = piece.clusters[low:high]
        return Piece(piece.face, clusters, sum(cluster.advance for cluster in clusters), text, piece.rtl)

    def _piece(self, face: Face, text: str, script: str, rtl: bool) -> Piece:
        return (self._kept if len(text) <= LONGEST else self._shape)(face, text, script, rtl)

    def _shape(self, face: Face, text: str, script: str, rtl: bool) -> Piece:
        """A word; the space after it is added to what the word is without, since nothing kerns across it."""
        if len(text) < 2 or text[-1] != " ":
            return face.shape(text, script, rtl=rtl)
        word = self._piece(face, text[:-1], script, rtl)
        space = self._piece(face, " ", script, rtl)
        clusters = space.clusters + word.clusters if rtl else word.clusters + space.clusters
        return Piece(face, clusters, word.advance + space.advance, text, rtl)

    def _make_word(self, text: str) -> Word:
        alone = self._piece(self._first, text, "Latn", False)
        spaced = self._piece(self._first, text + " ", "Latn", False)
        scale = EM // self._first.upem
        whole = text.isalnum() or len(breaks.line_breaks(text)) == 1
        return Word(alone, alone.advance * scale, spaced, spaced.advance * scale, whole)


def _limit(width: float, factor: float) -> float:
    """The most units whose width in points is not above `width`, as it is reported, rounding and all."""
    if not isfinite(width):
        return width
    limit = floor(width / factor) + 1
    while limit * factor > width:
        limit -= 1
    return limit


def _indent(row: Row, spare: float, align: str) -> float:
    """The offset of a row's left end in points where `spare` points of its line are free."""
    if align == "center":
        return spare / 2
    if align in ("left", "right"):
        return spare if align == "right" else 0.0
    return spare if (align == "end") != row.rtl else 0.0


def _line(text: str, row: Row, size: float, factor: float, x: float) -> Line:
    start, end, pieces, units, rtl, starts = row
    placed = tuple([(x * factor, piece) for x, piece in pieces])
    return Line(size, placed, units * factor, text[start:end], start, x, rtl, starts)
