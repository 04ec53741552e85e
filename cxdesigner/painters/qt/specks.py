"""Drawing a sheet so small that no card is a pixel high: a card is a plain rectangle, and text is not seen at all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from cxdesigner.layout import theme
from cxdesigner.layout.scene import Box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cxdesigner.layout.scene import Band, Group, Scene
    from cxdesigner.painters.qt.painter import QtPainter

SPECKS = 0.012
"""Pixels a point below which a sheet is drawn like this: a card of two lines is half a pixel high there."""
_INK = 0.13
"""How much of the ink of text a card has from so far."""


def draw_specks(pens: QtPainter, painter: QPainter, scene: Scene) -> None:
    """Draw a whole scene, in points. All else than cards, such as curves, is drawn as from afar."""
    for node in scene.under:
        pens.paint(painter, node, coarse=True)
    for band in scene.bands:
        _band(pens, painter, band)
    for node in scene.over:
        pens.paint(painter, node, coarse=True)


def _band(pens: QtPainter, painter: QPainter, band: Band) -> None:
    rest, alike = [], dict[str, list[QRectF]]()
    for group in band.groups:
        fill = _fill(group)
        if fill is not None:
            alike.setdefault(fill, []).append(QRectF(group.x, band.top + group.y, group.width, group.height))
        else:
            rest.append(group)
    pens.paint_all(painter, rest, 0.0, band.top, coarse=True)
    painter.setPen(Qt.PenStyle.NoPen)
    for fill, rects in alike.items():
        painter.setBrush(_seen(fill))
        painter.drawRects(rects)
    pens.veil(painter, band, 0.0, band.top)


def _fill(group: Group) -> str | None:
    """Give the colour of a card; None for what is no card, or has none."""
    ground = group.items[0] if group.part == "card" and group.items else None
    return ground.fill if isinstance(ground, Box) else None


@lru_cache(maxsize=1_024)
def _seen(fill: str) -> QColor:
    """Give the colour that a card and its text have together from so far."""
    ground, ink = QColor(fill), QColor(theme.INK)
    pairs = (ground.red(), ink.red()), (ground.green(), ink.green()), (ground.blue(), ink.blue())
    return QColor(*(round((1 - _INK) * one + _INK * other) for one, other in pairs))
