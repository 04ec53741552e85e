"""The buttons of the bar: one that follows an action, and the title that opens the list of maps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy

from cxdesigner.ui.panels.controls import chevron, focus_ring
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip


class ActionButton(QPushButton):
    """A button for an action: follows whether it can be used, and says in its tooltip what it would do."""

    def __init__(self, action: QAction, text: str) -> None:
        super().__init__(text)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        if self.isEnabled() != action.isEnabled():
            self.setEnabled(action.isEnabled())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        what = action.text().replace("&", "")
        set_tip(self, f"{what} ({keys})" if keys else what)


class TitleButton(QAbstractButton):
    """The title in bold, shortened where it has no room; with an arrowhead where there are several maps."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = self._end = ""
        self.setObjectName("title")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_switching(False)

    def set_title(self, title: str, end: str = "") -> None:
        """Show a title, and after a dash what is shown of it, which is shortened last."""
        if (title, end) != (self._title, self._end):
            self._title, self._end = title, end
            self.setAccessibleName(self.title())
            set_tip(self, self.title())
            self.updateGeometry()
            self.update()

    def title(self) -> str:
        """Give the title as a whole."""
        return " — ".join(part for part in (self._title, self._end) if part)

    def set_switching(self, several: bool) -> None:
        """Say whether there are several maps to choose from."""
        self._several = several
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if several else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if several else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.title())
        px = self._look.tokens.px
        return QSize(width + px(34 if self._several else 14), px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.tokens.px(80), self._look.tokens.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._several and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.pressed if self.isDown() else t.hover))
            painter.drawRoundedRect(QRectF(self.rect()), t.radius, t.radius)
        painter.setPen(QColor(t.ink))
        room = self.rect().adjusted(t.px(6), 0, -t.px(26 if self._several else 6), 0)
        end = f" — {self._end}" if self._title and self._end else self._end
        metrics = painter.fontMetrics()
        space = max(40, room.width() + 1 - metrics.horizontalAdvance(end))
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, space)
        whole = metrics.elidedText(shown + end, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), whole)
        if self._several:
            chevron(painter, QPointF(self.width() - t.px(14), self.height() / 2), t.muted, t.scale)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)
