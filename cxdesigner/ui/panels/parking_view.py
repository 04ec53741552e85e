"""The cards of the parking lot as they look on the map, in a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea

from cxdesigner.layout import theme
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.parking import APART, WIDTH, Lot, Strays
from cxdesigner.layout.scene import Group
from cxdesigner.ui.canvas.camera import POINT
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

MARGIN = 14
"""Pixels left and right of the cards."""
_TOP = 6
_SLACK = 400.0
"""Points that are laid out below what is seen."""


class ParkingView(QAbstractScrollArea):
    """Shows the cards without a place on the map that the session shows. Signal: `counted(int)`: so many there are."""

    counted = Signal(int)

    def __init__(self, session: Session, canvas: CanvasView, look: Look) -> None:
        super().__init__()
        self._session, self._canvas, self._look = session, canvas, look
        self._strays, self._lot = Strays(), Lot(canvas.typesetter, Icons())
        self._ids: list[str] = []
        self._gap: int | None = None
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._lay_out_more)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for changed in (session.document_changed, session.preview_changed, session.map_changed):
            changed.connect(self.refresh)
        session.selection_changed.connect(self._follow_selection)

    # What is shown

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the cards, from top to bottom."""
        return tuple(self._ids)

    def refresh(self, _change: object = None) -> None:
        """Show the cards as they are now."""
        if not self.isVisible():
            return
        document, map_id = self._session.shown, self._session.map_id
        found = self._strays.of(document, map_id) if map_id else ((), ())
        self._ids = [card.id for part in found for card in part]
        self.counted.emit(len(self._ids))
        if map_id:
            self._lot.update(document, map_id, found, self._until())
        self._arrange()

    def _until(self) -> float:
        return (self.verticalScrollBar().value() + self.viewport().height()) / POINT + _SLACK

    def _lay_out_more(self) -> None:
        self._lot.lay_out(self._lot.groups[-1].y + _SLACK if self._lot.groups else _SLACK)
        self._arrange()

    def _arrange(self) -> None:
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(room)
        bar.setSingleStep(40)
        bar.setRange(0, max(0, round(self._lot.height * POINT) + 2 * _TOP - room))
        if self._lot.is_complete or not self._session.map_id:
            self._idle.stop()
        elif not self._idle.isActive():
            self._idle.start()
        self.moved()
        self.viewport().update()

    def moved(self) -> None:
        """Called when cards may stand elsewhere in the view."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        if self._session.map_id and not self._lot.is_complete:
            self._lot.lay_out(self._until())
        self.moved()
        self.viewport().update()

    def rect_of(self, key: str) -> QRect | None:
        """Give where a card stands in the view, in pixels; None if it is not laid out."""
        group = next((group for group in self._lot.groups if group.id == key), None)
        return self._rect(group) if group is not None else None

    def _rect(self, group: Group) -> QRect:
        top = round(group.y * POINT) + _TOP - self.verticalScrollBar().value()
        return QRect(MARGIN, top, round(group.width * POINT), round(group.height * POINT))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(t.panel))
        if not self._ids:
            self._paint_hint(painter)
        else:
            self._paint_cards(painter)
        if self._gap is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(t.accent), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            y = self._y_of_gap(self._gap)
            painter.drawLine(MARGIN, y, MARGIN + round(WIDTH * POINT), y)
        painter.end()

    def _paint_cards(self, painter: QPainter) -> None:
        top = (self.verticalScrollBar().value() - _TOP) / POINT
        seen = QRectF(0, top, WIDTH, self.viewport().height() / POINT)
        groups = [one for one in self._lot.groups if one.y <= seen.bottom() and one.y + one.height >= seen.top()]
        painter.save()
        painter.translate(MARGIN, -top * POINT)
        painter.scale(POINT, POINT)
        self._canvas.pens.paint_all(painter, groups, 0.0, 0.0)
        painter.restore()
        if len(self._lot.groups) > self._lot.parked:
            self._paint_heading(painter, self._rect(self._lot.groups[self._lot.parked]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chosen = set(self._session.selection.ids)
        for group in groups:
            if group.id in chosen:
                strong = self.hasFocus() and group.id == self._current()
                painter.setPen(QPen(QColor(self._look.tokens.accent), 2.6 if strong else 1.6))
                painter.drawRoundedRect(QRectF(self._rect(group)).adjusted(-2, -2, 2, 2), 4, 4)

    def _paint_heading(self, painter: QPainter, below: QRect) -> None:
        t = self._look.tokens
        height = round(APART * POINT)
        set_font(painter, t.semibold, t.small_size)
        painter.setPen(QColor(t.warning))
        rect = QRect(MARGIN, below.top() - height, below.width(), height - 6)
        painter.drawText(rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, tr("Lane or step is gone"))

    def _paint_hint(self, painter: QPainter) -> None:
        t = self._look.tokens
        painter.setPen(QColor(t.muted))
        set_font(painter, t.regular, t.font_size)
        rect = self.viewport().rect().adjusted(MARGIN, _TOP + 8, -MARGIN, -MARGIN)
        words = tr("Drag cards here that have no place on the map yet, paste lines, or press Ctrl+J to type notes.")
        painter.drawText(rect, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, words)

    def _current(self) -> str:
        ids = self._session.selection.ids
        return ids[-1] if ids and ids[-1] in self._ids else ""

    def _follow_selection(self) -> None:
        if self.isVisible():
            self.viewport().update()

    def reveal(self, key: str) -> None:
        """Scroll until a card is seen."""
        if key in self._ids and self._session.map_id:
            while self.rect_of(key) is None:
                self._lot.lay_out(self._lot.height + _SLACK)
            self._arrange()
        rect, bar = self.rect_of(key), self.verticalScrollBar()
        if rect is not None and rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - _TOP)
        elif rect is not None and rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + min(rect.top() - _TOP, rect.bottom() - self.viewport().height() + _TOP))

    def _y_of_gap(self, gap: int) -> int:
        groups = self._lot.groups[: self._lot.parked]
        if gap < len(groups):
            return self._rect(groups[gap]).top() - round(theme.CELL_GAP * POINT / 2)
        return self._rect(groups[-1]).bottom() + round(theme.CELL_GAP * POINT / 2) if groups else _TOP
