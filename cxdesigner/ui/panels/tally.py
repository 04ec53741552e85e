"""The tally of a ballot: how many people gave which of the five levels, large enough for a room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesigner.insight.ballot import LEVELS, Spread
from cxdesigner.layout.faces import face
from cxdesigner.ui.emotions import level_name
from cxdesigner.ui.panels.rows import sign_color
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.icons import draw_path
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

_COLUMN, _BAR, _FACE, _NUMBER, _KEY = 40, 30, 9, 24, 16
"""Across a column, and from the top: a row of counts, the bars, the faces, a row of keys."""
_COUNT_SIZE, _KEY_SIZE = 18, 11


class Tally(QWidget):
    """How many people gave each level, as a number and a bar; under the faces the keys that add one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._spread: Spread | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        px = self._look.tokens.px
        return QSize(px(5 * _COLUMN), px(_NUMBER + _BAR + 2 * _FACE + 8 + _KEY))

    def show_spread(self, spread: Spread | None) -> None:
        """Show ratings, None for nothing yet."""
        self._spread = spread
        said = ", ".join(f"{level_name(level)}: {n}" for level, n in zip(LEVELS, self.counts(), strict=True) if n)
        self.setAccessibleName(said or tr("Nobody has said anything yet"))
        self.update()

    def counts(self) -> tuple[int, ...]:
        """Give how many people gave each level."""
        return self._spread.counts if self._spread is not None else (0,) * len(LEVELS)

    def x_of(self, score: float) -> float:
        """Give where a score stands across."""
        return (score + 2.5) * self.width() / len(LEVELS)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t, px = self._look.tokens, self._look.tokens.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor, most = px(_NUMBER + _BAR), max(*self.counts(), 4)
        painter.setPen(QPen(QColor(t.hairline), 1))
        painter.drawLine(QPointF(0, floor + 0.5), QPointF(self.width(), floor + 0.5))
        for level, n in zip(LEVELS, self.counts(), strict=True):
            color = sign_color(self._look, float(level)) if n else t.track_hover
            tall = px(_BAR) * n / most
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(self.x_of(level) - px(13), floor - tall, px(26), tall), 2, 2)
            for path in face(self.x_of(level), floor + px(_FACE + 4), px(_FACE), float(level), color):
                draw_path(painter, path)
            set_font(painter, t.bold if n else t.regular, px(_COUNT_SIZE))
            painter.setPen(QColor(color if n else t.muted))
            painter.drawText(self._room(level, 0, _NUMBER), Qt.AlignmentFlag.AlignCenter, str(n))
            self._key(painter, level)
        if self._spread is not None:
            self._median(painter, self.x_of(self._spread.median), floor)

    def _room(self, level: int, top: int, height: int) -> QRectF:
        px = self._look.tokens.px
        return QRectF(self.x_of(level) - px(_COLUMN) / 2, px(top), px(_COLUMN), px(height))

    def _key(self, painter: QPainter, level: int) -> None:
        """Draw the key that adds to a level, so that nobody takes it for a count."""
        t, px = self._look.tokens, self._look.tokens.px
        room = self._room(level, _NUMBER + _BAR + 2 * _FACE + 8, _KEY)
        cap = QRectF(room.center().x() - px(8), room.top() + 0.5, px(16), room.height() - 1)
        painter.setPen(QPen(QColor(t.hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 3, 3)
        set_font(painter, t.regular, px(_KEY_SIZE))
        painter.setPen(QColor(t.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(level + 3))

    def _median(self, painter: QPainter, x: float, floor: float) -> None:
        px = self._look.tokens.px
        painter.setPen(QPen(QColor(self._look.tokens.panel), 1))
        painter.setBrush(QColor(self._look.tokens.ink))
        painter.drawPolygon(
            [QPointF(x, floor - px(4)), QPointF(x + px(5), floor + px(4)), QPointF(x - px(5), floor + px(4))]
        )
