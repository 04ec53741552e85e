"""Where a part of a line's text stands in the line."""

from __future__ import annotations

from collections.abc import Iterator

from cxdesigner.layout.glyphs import Line, Piece


def stretches(line: Line, first: int, last: int) -> list[tuple[float, float]]:
    """Give from where to where the characters `first` up to `last` of a line's text are drawn, from left to right.

    Lengths in points from the line's left end. Text of both directions may stand in several places; neighbours are one.
    """
    found: list[tuple[float, float]] = []
    for start, left, right in sorted(_placed(line), key=lambda place: place[1]):
        if first <= start < last:
            if found and abs(found[-1][1] - left) < 0.01:
                found[-1] = found[-1][0], right
            else:
                found.append((left, right))
    return found


def _placed(line: Line) -> Iterator[tuple[int, float, float]]:
    """Give for every cluster where its text begins in the line's, and its left and right end."""
    begin = 0
    for number, (offset, piece) in enumerate(line.pieces):
        if line.starts:
            begin = line.starts[number]
        yield from _in_piece(piece, begin, offset, line.size / piece.face.upem)
        begin += len(piece.text)


def _in_piece(piece: Piece, begin: int, left: float, scale: float) -> Iterator[tuple[int, float, float]]:
    at = begin + len(piece.text) if piece.rtl else begin
    for cluster in piece.clusters:
        right = left + cluster.advance * scale
        if piece.rtl:
            at -= len(cluster.text)
        yield at, left, right
        if not piece.rtl:
            at += len(cluster.text)
        left = right
