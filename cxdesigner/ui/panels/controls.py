"""Small controls that are drawn by the program: check rows, switches, choices, expanders."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QPushButton, QSizePolicy, QStyledItemDelegate

from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import elided, no_mnemonic, set_tip

_BOX = 14
_SWITCH = QSize(32, 18)


def chevron(painter: QPainter, centre: QPointF, color: str, scale: float = 1.0, *, down: bool = True) -> None:
    """Draw a small arrowhead about a point, pointing down or to the right, in the size of the interface."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), 1.5 * scale, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    across, along = (3.5 * scale, 1.75 * scale) if down else (1.75 * scale, 3.5 * scale)
    x, y = centre.x(), centre.y()
    if down:
        points = [QPointF(x - across, y - along), QPointF(x, y + along), QPointF(x + across, y - along)]
    else:
        points = [QPointF(x - across, y - along), QPointF(x + across, y), QPointF(x - across, y + along)]
    painter.drawPolyline(points)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRectF, radius: float, color: str) -> None:
    """Draw the ring of what has the keyboard, just inside a rectangle."""
    painter.setPen(QPen(QColor(color), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.8, 0.8, -0.8, -0.8), radius, radius)


class CheckRow(QCheckBox):
    """A check box with a line of text that is shortened where it has no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._label = self._more = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_label(self, text: str, more: str = "") -> None:
        """Name what is checked; `more` about it is its tooltip."""
        self._more = more
        self.setAccessibleDescription(more)
        set_tip(self, more)
        self._label = text
        self.setAccessibleName(text)
        self.update()

    def label(self) -> str:
        """Give the name of what is checked."""
        return self._label

    def sizeHint(self) -> QSize:
        return QSize(80, self._look.tokens.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._look.tokens.px(24))

    def hitButton(self, pos: object) -> bool:
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = t.px(_BOX)
        box = QRectF(2, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        painter.setPen(QPen(QColor(t.accent if on else t.faint), 1))
        painter.setBrush(QColor(t.accent if on else t.field))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            self._look.icons.draw(painter, "check", box.adjusted(1, 1, -1, -1), t.accent_ink)
        if self.hasFocus():
            focus_ring(painter, box.adjusted(-2, -2, 2, 2), 4, t.accent)
        room = self.rect().adjusted(side + t.px(10), 0, 0, 0)
        shown = elided(self, self._label, room.width())
        set_tip(self, "\n".join(filter(None, (self._label if shown != self._label else "", self._more))))
        painter.setPen(QColor(t.ink if on else t.muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class Switch(QAbstractButton):
    """A switch: on or off, or neither while many things differ."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.mixed = False
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._look.tokens.px(_SWITCH.width()), self._look.tokens.px(_SWITCH.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isChecked() and not self.mixed
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent if on else t.track))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - 4
        middle = (track.width() - knob) / 2
        left = middle if self.mixed else (track.width() - knob - 2 if on else 2)
        painter.setBrush(QColor(t.accent_ink))
        painter.drawEllipse(QRectF(track.left() + left, track.top() + 2, knob, knob))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self.height() / 2 - 0.8, t.accent if not on else t.ink)


class Choice(QComboBox):
    """A list to choose from; the wheel scrolls the panel and never changes the choice."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style sheet does not reach the one of the system

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t = self._look.tokens
        painter = QPainter(self)
        chevron(painter, QPointF(self.width() - t.px(14), self.height() / 2), t.muted, t.scale)


class Expander(QPushButton):
    """A quiet line that opens and closes what is below it."""

    def __init__(self, look: Look, text: str, name: str = "expander") -> None:
        super().__init__()
        self._look = look
        self._text = text
        self.setObjectName(name)
        self.setCheckable(True)
        self.setText(no_mnemonic(text))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = t.ink if self.underMouse() or self.objectName() != "expander" else t.muted
        chevron(painter, QPointF(t.px(5), self.height() / 2), color, t.scale, down=self.isChecked())
        painter.setPen(QColor(color))
        room = self.rect().adjusted(t.px(15), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided(self, self._text, room.width()))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)
