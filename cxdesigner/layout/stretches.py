"""Where a part of a line's text stands in the line."""

from __future__ import annotations

from collections.abc import Iterator

from cxdesigner.layout.glyphs import Line, Piece


def stretches(line: Line, first: int, last: int) -> list[tuple[float, float]]:
    """Give from where to where the characters `first` up to `last` of a line's text are drawn, from left to right.

    Lengths in points from the line's left end. Text of both directions may stand in several places; neighbours are one.
    """
    found: list[tuple[float, float]] = []
    for left, right in sorted(_placed(line, first, last)):
        if found and abs(found[-1][1] - left) < 0.01:
            found[-1] = found[-1][0], right
        else:
            found.append((left, right))
    return found


def _placed(line: Line, first: int, last: int) -> Iterator[tuple[float, float]]:
    """Give the left and right end of every cluster whose text begins within these characters of the line's."""
    begin = 0
    for number, (offset, piece) in enumerate(line.pieces):
        if line.starts:
            begin = line.starts[number]
        end = begin + len(piece.text)
        if begin < last and first < end:
            yield from _in_piece(piece, begin, offset, line.size / piece.face.upem, first, last)
        begin = end


def _in_piece(
    piece: Piece, begin: int, left: float, scale: float, first: int, last: int
) -> Iterator[tuple[float, float]]:
    rtl = piece.rtl
    at = begin + len(piece.text) if rtl else begin
    for _, text, _, advance in piece.clusters:
        right = left + advance * scale
        if rtl:
            at -= len(text)
        if first <= at < last:
            yield left, right
        if not rtl:
            at += len(text)
        left = right
