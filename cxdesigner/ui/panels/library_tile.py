"""An entry of the library as a tile that can be dragged, focused and put in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy

from cxdesigner.model.records import Persona
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.panels.controls import focus_ring
from cxdesigner.ui.panels.library_entries import face_of
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_TALL, _LOW = 48, 30


class Tile(QAbstractButton):
    """Shows one entry.

    Signals: `pulled(Entry, QPoint)` when it is dragged off, at a point on the screen; `activated(Entry)` when it is to
    be put in at the selection; `picked(Entry)` when it is clicked; `arrow_pressed(int)`; `focused()`.
    """

    pulled = Signal(Entry, QPoint)
    activated = Signal(Entry)
    picked = Signal(Entry)
    arrow_pressed = Signal(int)
    focused = Signal()

    def __init__(self, session: Session, look: Look, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self._session = session
        self._look = look
        self._press: QPoint | None = None
        self._face = face_of(entry, look.tokens)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.tokens.px(_TALL if entry.kind == "persona" else _LOW))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.refresh()

    def refresh(self) -> None:
        """Read again what the entry is called."""
        persona = self._persona()
        self.setAccessibleName(self.label())
        self.setAccessibleDescription(self._face.tip)
        set_tip(self, f"{persona.name} · {persona.role}\n{self._face.tip}" if persona else self._face.tip)
        self.update()

    def label(self) -> str:
        """Give the name by which the entry is found."""
        persona = self._persona()
        return persona.name if persona is not None else self._face.label

    def words(self) -> str:
        """Give all text by which the entry is found."""
        persona = self._persona()
        return f"{persona.name} {persona.role}" if persona is not None else f"{self._face.label} {self.entry.value}"

    def _persona(self) -> Persona | None:
        return self._session.document.get(self.entry.value, Persona) if self.entry.kind == "persona" else None

    def sizeHint(self) -> QSize:
        return QSize(96, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            self.setDown(True)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        if (event.position().toPoint() - self._press).manhattanLength() >= QApplication.startDragDistance():
            self._press = None
            self.pulled.emit(self.entry, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._press is not None and self.rect().contains(event.position().toPoint())
        self._press = None
        self.setDown(False)
        if clicked:
            self.picked.emit(self.entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # What a click puts in is not put in twice; one on a persona only selects it.
        if event.button() == Qt.MouseButton.LeftButton and self.entry.kind == "persona":
            self.activated.emit(self.entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.entry)
        elif event.key() in ARROWS:
            self.arrow_pressed.emit(event.key())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = t.pressed if self.isDown() else t.hover if self.underMouse() else t.field
        pen = QPen(QColor(t.field_border), 1)
        if self.entry.kind == "new-persona":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, t.radius, t.radius)
        persona = self._persona()
        if persona is not None:
            self._paint_persona(painter, persona)
        else:
            self._paint_plain(painter)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)

    def _paint_persona(self, painter: QPainter, persona: Persona) -> None:
        t = self._look.tokens
        square = QRectF(t.px(8), t.px(9), t.px(30), t.px(30))
        self._look.portraits.draw(painter, square, persona, self._session.document)
        left = t.px(46)
        set_font(painter, t.semibold, t.font_size)
        top = t.px(7) if persona.role else (self.height() - t.px(18)) / 2
        self._line(painter, left, top, t.px(18), persona.name or tr("Unnamed persona"), t.ink)
        set_font(painter, t.regular, t.small_size)
        self._line(painter, left, t.px(24), t.px(17), persona.role, t.muted)

    def _paint_plain(self, painter: QPainter) -> None:
        t = self._look.tokens
        face = self._face
        side = t.px(14)
        square = QRectF(t.px(7), (self.height() - side) / 2, side, side)
        if face.fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(face.fill))
            painter.drawRoundedRect(square.adjusted(-2, -2, 2, 2), 4, 4)
            square.adjust(1, 1, -1, -1)
        self._look.icons.draw(painter, face.icon, square, face.ink)
        set_font(painter, t.regular, t.small_size)
        color = t.muted if self.entry.kind == "new-persona" else t.ink
        self._line(painter, t.px(26), 0, self.height(), face.label, color)

    def _line(self, painter: QPainter, x: float, y: float, height: float, text: str, color: str) -> None:
        room = QRectF(x, y, self.width() - x - self._look.tokens.px(4 if self.entry.kind != "persona" else 7), height)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width() + 1))
        painter.setPen(QColor(color))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
