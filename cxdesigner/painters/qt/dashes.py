"""Dashed lines as areas, so that dashes stay where they are while a sheet is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxdesigner.layout.scene import Command, Stroke

_FINE = 0.02
"""How far the outline of a dash may lie from the curve, in points."""
_LONG, _AT_ONCE = 32, 8
"""A line of more commands than the first is made into dashes as far as it is seen, so many commands at a time: a curve
through a hundred steps takes longer than all else in a frame. It is cut at the points that it goes through.
"""


class Dashes:
    """The dashes of a line, good as long as its commands and its stroke are the same."""

    def __init__(self, commands: tuple[Command, ...], stroke: Stroke, pen: QPen) -> None:
        self.commands = commands
        self.stroke = stroke
        self._chunks: list[_Chunk] = []
        before = 0.0
        for some, goes_on in _cut(commands):
            chunk = _Chunk(some, pen, before if goes_on else 0.0)
            before = (before if goes_on else 0.0) + chunk.path.length()
            self._chunks.append(chunk)

    def outlines(self, seen: QRectF | None) -> Iterator[QPainterPath]:
        """Give the areas of dashes that meet a rectangle (all if None), in the coordinates of the commands."""
        for chunk in self._chunks:
            if seen is None or chunk.bounds.intersects(seen):
                yield chunk.outline()


class _Chunk:
    """A piece of a line that has come so far, in points, where it begins; `bounds` is what its dashes lie in."""

    def __init__(self, commands: Sequence[Command], pen: QPen, before: float) -> None:
        self.path = path_of(commands)
        reach = pen.widthF()
        self.bounds = self.path.controlPointRect().adjusted(-reach, -reach, reach, reach)
        self._pen = pen
        self._before = before
        self._outline: QPainterPath | None = None

    def outline(self) -> QPainterPath:
        if self._outline is None:
            stroker = QPainterPathStroker(self._pen)
            stroker.setDashOffset(self._before / (self._pen.widthF() or 1.0))
            stroker.setCurveThreshold(_FINE)
            self._outline = stroker.createStroke(self.path)
        return self._outline


def _cut(commands: tuple[Command, ...]) -> Iterator[tuple[Sequence[Command], bool]]:
    """Cut a long line into pieces, each with whether it goes on from the one before."""
    if len(commands) < _LONG or any(command[0] == "Z" for command in commands):
        yield commands, False
        return
    piece: list[Command] = []
    goes_on = False
    for command in commands:
        if piece and (command[0] == "M" or len(piece) > _AT_ONCE):
            yield piece, goes_on
            goes_on = command[0] != "M"
            piece = [("M", *piece[-1][-2:])] if goes_on else []
        piece.append(command)
    yield piece, goes_on


def path_of(commands: Iterable[Command]) -> QPainterPath:
    """The path that commands draw."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command in commands:
        points = [float(number) for number in command[1:]]
        match command[0]:
            case "M":
                path.moveTo(*points)
            case "L":
                path.lineTo(*points)
            case "C":
                path.cubicTo(*points)
            case "Z":
                path.closeSubpath()
            case _:
                raise ValueError(f"no such path command: {command!r}")
    return path
