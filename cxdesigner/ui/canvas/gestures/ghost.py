"""What is carried under the pointer while cards are dragged: the one that is held, others behind it, their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from cxdesigner.layout.hit import Hit

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

SHADOW = 9
"""Pixels by which the shadow reaches beyond the cards."""
BEHIND = 2
"""How many other cards are seen behind the one that is held, at most."""
STEP = 4.0
"""Pixels by which each lies farther to the right and down."""
ROUND = 4.0


class Ghost:
    """A picture of cards, painted when it is first needed and again when the zoom changes."""

    def __init__(self, view: CanvasView, hit: Hit, x: float, y: float, count: int) -> None:
        """Lift `count` cards by the one at `hit`, held at a point of the sheet."""
        self._view = view
        self._group = hit.group
        self._grip = x - hit.x, y - hit.y
        self._count = count
        self._scale = 0.0
        self._picture = QPixmap()

    def paint(self, painter: QPainter) -> None:
        """Paint it at the pointer; the painter stands in the view, in pixels."""
        view = self._view
        if self._scale != view.camera.scale:
            self._scale = view.camera.scale
            self._picture = self._painted()
        at = QPointF(view.pointer) - QPointF(*self._grip) * self._scale
        painter.drawPixmap(at - QPointF(SHADOW, SHADOW), self._picture)
        if self._count > 1:
            view.overlay.badge(painter, at + QPointF(self._group.width * self._scale, 0.0), str(self._count))

    def _painted(self) -> QPixmap:
        group, scale, ratio = self._group, self._scale, self._view.devicePixelRatioF()
        card = QRectF(0, 0, group.width * scale, group.height * scale)
        behind = min(BEHIND, self._count - 1) * STEP
        size = card.size() + QRectF(0, 0, 2 * SHADOW + behind, 2 * SHADOW + behind).size()
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(SHADOW, SHADOW)
            self._shadow(painter, card.adjusted(0, 0, behind, behind))
            tokens = self._view.tokens
            for number in range(min(BEHIND, self._count - 1), 0, -1):
                painter.setPen(QPen(QColor(tokens.track), 1))
                painter.setBrush(QColor(tokens.window))
                painter.drawRoundedRect(card.translated(number * STEP, number * STEP), ROUND, ROUND)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.window))
            painter.drawRoundedRect(card, ROUND, ROUND)
            painter.scale(scale, scale)
            self._view.pens.paint(painter, group._replace(x=0.0, y=0.0), QRectF(0, 0, group.width, group.height))
        return picture

    def _shadow(self, painter: QPainter, rect: QRectF) -> None:
        ink = QColor(self._view.tokens.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(SHADOW, 0, -1):
            ink.setAlpha(round(3 + 14 * (1 - reach / SHADOW) ** 2))
            painter.setBrush(ink)
            grown = rect.adjusted(2 - reach, 3 - reach, reach - 2, reach - 1)
            painter.drawRoundedRect(grown, ROUND + reach, ROUND + reach)
