"""Editing a score: five faces, and a slider between them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesigner.layout.faces import face, level_of
from cxdesigner.ui.emotions import level_name, snapped
from cxdesigner.ui.panels.controls import focus_ring
from cxdesigner.ui.panels.editors import Editor
from cxdesigner.ui.panels.field_access import MIXED
from cxdesigner.ui.panels.rows import sign_color, signed
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.icons import draw_path
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

_EDGE, _FACES, _TRACK, _NAME, _TALL = 16, 14, 40, 54, 72
"""Places within the slider at 100 %, in which all of it is drawn, and then made as large as the interface is."""
_LEVEL_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_MORE, _LESS = (Qt.Key.Key_Right, Qt.Key.Key_Up), (Qt.Key.Key_Left, Qt.Key.Key_Down)
_NONE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OWN_KEYS = (*_LEVEL_KEYS, *_MORE, *_LESS, *_NONE)


class ScoreEditor(Editor):
    """A score from −2 to 2, or none. Every move of the slider is handed over at once; undo takes them as one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.slider = _Faces(look)
        self.hold(self.slider)
        self.slider.asked = self.edited.emit

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        self.slider.show_score(None if value is MIXED else value, mixed=value is MIXED)


class _Faces(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._score: float | None = None
        self._mixed = False
        self.asked: Any = None
        self.setFixedHeight(look.tokens.px(_TALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, tr("Drag, or press 1 to 5; the arrow keys go in small steps, Delete takes the rating away"))

    def sizeHint(self) -> QSize:
        return QSize(self._look.tokens.px(180), self._look.tokens.px(_TALL))

    def show_score(self, score: float | None, *, mixed: bool) -> None:
        """Show a score, None for not rated."""
        self._score, self._mixed = score, mixed
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """Say what the score is."""
        if self._score is None:
            return "—" if self._mixed else tr("Not rated")
        return f"{level_name(self._score)}  {signed(self._score)}"

    def x_of(self, score: float) -> float:
        """Give where a score is on the slider, at 100 %."""
        return _EDGE + (score + 2) / 4 * (self._width - 2 * _EDGE)

    @property
    def _width(self) -> float:
        return self.width() / self._look.tokens.scale

    def _score_at(self, x: float, *, free: bool) -> float:
        score = max(-2.0, min(2.0, (x / self._look.tokens.scale - _EDGE) / max(1, self._width - 2 * _EDGE) * 4 - 2))
        return snapped(score, free=free)

    def _ask(self, score: float | None) -> None:
        if score != self._score or self._mixed:
            self.asked(score)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if event.position().y() < self._look.tokens.px(_TRACK - 10):
                self._ask(float(round(self._score_at(event.position().x(), free=True))))
            else:
                self._slide(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._slide(event)

    def _slide(self, event: QMouseEvent) -> None:
        free = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._ask(self._score_at(event.position().x(), free=free))

    def event(self, event: QEvent) -> bool:
        # Digits and Delete are shortcuts of the window too; here they are for the score.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, score = event.key(), self._score or 0.0
        if key in _LEVEL_KEYS:
            self._ask(float(_LEVEL_KEYS.index(Qt.Key(key)) - 2))
        elif key in (*_MORE, *_LESS):
            step = 0.1 if key in _MORE else -0.1
            self._ask(round(max(-2.0, min(2.0, score + step)), 1))
        elif key in _NONE:
            self._ask(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(t.scale, t.scale)
        here = level_of(self._score) if self._score is not None else None
        for level in range(-2, 3):
            color = t.track_hover if level != here else sign_color(self._look, float(level))
            for path in face(self.x_of(level), _FACES, 10.5, float(level), color):
                draw_path(painter, path)
        painter.setPen(QPen(QColor(t.track), 2, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self.x_of(-2), _TRACK), QPointF(self.x_of(2), _TRACK))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.track))
        for level in range(-2, 3):
            painter.drawEllipse(QPointF(self.x_of(level), _TRACK), 2.5, 2.5)
        if self._score is not None:
            painter.setBrush(QColor(sign_color(self._look, self._score)))
            painter.setPen(QPen(QColor(t.panel), 2))
            painter.drawEllipse(QPointF(self.x_of(self._score), _TRACK), 7, 7)
        set_font(painter, t.semibold, t.small_size / t.scale)
        painter.setPen(QColor(sign_color(self._look, self._score) if self._score is not None else t.muted))
        room = QRectF(0, _NAME - 4, self._width, 20)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.words())
        painter.resetTransform()
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)
