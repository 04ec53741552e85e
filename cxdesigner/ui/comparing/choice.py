"""A value that can be chosen: the key that chooses it, whose it is, and what it says, as a button of several lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr


class Choice(QAbstractButton):
    """Shows a value under the name of the version that has it."""

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self._look, self._key, self._whose = look, key, ""
        t = look.tokens
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.value = plain_label("", "", wrap=True)
        self.name = plain_label("", "muted")
        words = QVBoxLayout()
        words.setSpacing(t.px(2))
        words.addWidget(self.name)
        words.addWidget(self.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.px(38), t.px(8), t.px(10), t.px(8))
        row.addLayout(words, 1)
        for label in (self.name, self.value):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_value(self, words: str, whose: str, *, stands: bool = False) -> None:
        """Show another value, and whose it is; `stands`: it is the one on the map meanwhile."""
        self._whose = whose
        whose = tr("{whose} · on the map now", whose=self._whose) if stands else self._whose
        self.name.setText(whose)
        self.value.setText(words)
        self.setAccessibleName(tr("{key}: {whose}: {value}", key=self._key, whose=whose, value=words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lit = self.hasFocus() or self.underMouse()
            painter.setPen(QPen(QColor(t.accent if lit else t.field_border), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(t.pressed if self.isDown() else t.hover if lit else t.field))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), t.radius, t.radius)
            cap = QRectF(QPointF(t.px(10), t.px(9)), QSize(t.px(19), t.px(19)))
            painter.setPen(QPen(QColor(t.track), 1))
            painter.setBrush(QColor(t.window))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(QColor(t.ink))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
