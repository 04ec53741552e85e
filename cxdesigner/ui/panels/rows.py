"""A row that can be clicked: a portrait, a few words, and a value at its end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cxdesigner.model.records import Persona
from cxdesigner.ui.panels.controls import focus_ring
from cxdesigner.ui.panels.field_access import number_text
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip

_HEIGHT, _PORTRAIT = 32, 20


@dataclass(frozen=True, slots=True)
class RowContent:
    """What a row says: `persona` is the id of whose portrait it shows, "" for none; colours are tokens, "" for ink."""

    text: str
    value: str = ""
    value_color: str = ""
    persona: str = ""
    muted: bool = False
    tip: str = ""


class Row(QAbstractButton):
    """Shows its content on one line, the text shortened where it has no room."""

    def __init__(self, session: Session, look: Look, content: RowContent, *, chosen: bool = False) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.setFixedHeight(look.tokens.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_content(content, chosen=chosen)

    def show_content(self, content: RowContent, *, chosen: bool = False) -> None:
        """Say something else; `chosen` marks what is selected."""
        self.content = content
        self._chosen = chosen
        self.setAccessibleName(f"{content.text} {content.value}".strip())
        set_tip(self, content.tip or content.text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._look.tokens.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._look.tokens.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.accent if self._chosen else t.field_border), 1))
        ground = t.pressed if self.isDown() else t.hover if self.underMouse() else t.field
        painter.setBrush(QColor(t.accent_soft if self._chosen else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.radius, t.radius)
        right = self._paint_value(painter)
        self._paint_text(painter, right)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)

    def _paint_value(self, painter: QPainter) -> int:
        t, content = self._look.tokens, self.content
        right = self.width() - 8
        if content.value:
            set_font(painter, t.semibold, t.small_size)
            width = painter.fontMetrics().horizontalAdvance(content.value)
            painter.setPen(QColor(content.value_color or t.ink))
            room = QRectF(right - width, 0, width + 1, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, content.value)
            right -= width + 6
        return right

    def _paint_text(self, painter: QPainter, right: int) -> None:
        t, content = self._look.tokens, self.content
        left, side = t.px(8), t.px(_PORTRAIT)
        persona = self._session.document.get(content.persona, Persona)
        if persona is not None:
            square = QRectF(left, (self.height() - side) / 2, side, side)
            self._look.portraits.draw(painter, square, persona, self._session.document)
            left += side + t.px(8)
        set_font(painter, t.regular, t.font_size if persona is not None else t.small_size)
        painter.setPen(QColor(t.muted if content.muted else t.ink))
        text = content.text.replace("\n", " ")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, right - left))
        room = QRectF(left, 0, max(0, right - left) + 1, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def signed(value: float) -> str:
    """Write a score with its sign, so that it does not depend on its colour."""
    text = number_text(round(value, 2))
    return f"+{text}" if value > 0 else text


def sign_color(look: Look, value: float) -> str:
    """Give the colour of a score."""
    t = look.tokens
    if value <= -0.5:
        return t.danger
    return t.good if value >= 0.5 else t.muted
