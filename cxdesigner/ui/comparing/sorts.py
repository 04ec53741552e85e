"""The sorts of differences as the reader tells them apart: a sign, a colour and a word for each."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from cxdesigner.model.diff import What
from cxdesigner.ui.style.tokens import Tokens
from cxdesigner.ui.style.words import mark

Sort = Literal["added", "removed", "moved", "changed", "felt"]
SORTS: Final[tuple[Sort, ...]] = ("added", "removed", "moved", "changed", "felt")
SORT_OF: Final[Mapping[What, Sort]] = {
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "reworded": "changed",
    "changed": "changed",
    "felt": "felt",
}
WORDS: Final[Mapping[Sort, str]] = {
    "added": mark("Added"),
    "removed": mark("Removed"),
    "moved": mark("Moved"),
    "changed": mark("Changed"),
    "felt": mark("Curve"),
}
RADIUS: Final = 7.5
"""Half the width of a sign, in pixels."""


def color_of(sort: Sort, tokens: Tokens) -> QColor:
    """Give the colour of a sort."""
    colors: Mapping[Sort, str] = {
        "added": tokens.good,
        "removed": tokens.danger,
        "moved": tokens.accent,
        "changed": tokens.warning,
        "felt": tokens.ink,
    }
    return QColor(colors[sort])


def pen_of(sort: Sort, tokens: Tokens, width: float = 2.0) -> QPen:
    """Give the line around what is of a sort: each is broken otherwise, so that they differ without colour too."""
    pen = QPen(color_of(sort, tokens), width)
    if sort in ("removed", "moved", "changed"):
        pen.setDashPattern({"removed": [4, 2.5], "moved": [8, 2.5], "changed": [1.2, 2]}[sort])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_sign(painter: QPainter, sort: Sort, middle: QPointF, tokens: Tokens, radius: float = RADIUS) -> None:
    """Paint the sign of a sort, white on a disc: plus, minus, arrow, pencil stroke, curve."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.window), 1.5))
    painter.setBrush(color_of(sort, tokens))
    painter.drawEllipse(middle, radius, radius)
    painter.translate(middle)
    painter.scale(radius / 10, radius / 10)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.window), 2.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(_sign(sort))
    painter.restore()


class Signs:
    """Signs as pictures, which are painted many times in every frame."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._pictures: dict[tuple[Sort, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, sort: Sort, middle: QPointF, radius: float = RADIUS) -> None:
        """Paint a sign as `paint_sign` does, with its middle at a whole pixel."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        reach = ceil(radius) + 1
        picture = self._pictures.get((sort, radius, ratio))
        if picture is None:
            picture = QPixmap(QSize(2 * reach, 2 * reach) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as own:
                paint_sign(own, sort, QPointF(reach, reach), self._tokens, radius)
            self._pictures[sort, radius, ratio] = picture
        painter.drawPixmap(round(middle.x()) - reach, round(middle.y()) - reach, picture)


def _sign(sort: Sort) -> QPainterPath:
    path = QPainterPath()
    for line in _LINES[sort]:
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
    if sort == "felt":
        path.moveTo(-5.5, 3)
        path.cubicTo(-2, 3, -2, -4, 0, -1)
        path.cubicTo(2, 2, 3, -4, 5.5, -4)
    return path


_LINES: Final[Mapping[Sort, tuple[tuple[tuple[float, float], ...], ...]]] = {
    "added": (((-5, 0), (5, 0)), ((0, -5), (0, 5))),
    "removed": (((-5, 0), (5, 0)),),
    "moved": (((-5, 0), (5, 0)), ((1, -4), (5, 0), (1, 4))),
    "changed": (((-4.5, 4.5), (-3.5, 1.5), (2.5, -4.5), (4.5, -2.5), (-1.5, 3.5), (-4.5, 4.5)),),
    "felt": (),
}


def sign_box(middle: QPointF, radius: float = RADIUS) -> QRectF:
    """Give the square around a sign."""
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
