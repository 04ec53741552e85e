"""The tab at the edge of the canvas: how many cards are in the parking lot, and where they are dragged to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from cxdesigner.layout.parking import Strays
from cxdesigner.model.edits.cards import move_cards
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

_WIDTH = 24
_PAD = 12
_BADGE, _AROUND = 18, 6
_COUNTED_AFTER = 80
"""Milliseconds, so that no edit waits for it."""


class ParkingTab(QAbstractButton):
    """Opens the drawer, and takes cards while that is closed. It is hidden while the drawer is shown.

    Over the sheet only the count stands, until the pointer is on it or cards are dragged.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.canvas.viewport())
        self._bench = bench
        self._strays = Strays()
        self._is_target = self._is_wanted = False
        self.count = 0
        self.setObjectName("parking-tab")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COUNTED_AFTER)
        self._later.timeout.connect(self.recount)
        session = bench.session
        session.document_changed.connect(self._recount_soon)
        session.map_changed.connect(self._recount_soon)
        bench.canvas.view_changed.connect(self.place)
        bench.canvas.scene_changed.connect(self.place)
        bench.canvas.viewport().installEventFilter(self)
        bench.canvas.mouse.handing.receivers.append(self)
        self.recount()
        self.show()

    def _recount_soon(self, _change: object = None) -> None:
        self._later.start()

    def recount(self) -> None:
        """Count the cards without a place."""
        session = self._bench.session
        found = self._strays.of(session.document, session.map_id) if session.map_id else ((), ())
        self.count = sum(map(len, found))
        amount = tr("1 card") if self.count == 1 else tr("{n} cards", n=self.count)
        self.setAccessibleName(tr("Parking lot: {amount}", amount=amount))
        set_tip(self, tr("Cards without a place on the map (Ctrl+Shift+P): drag them here, or click to see them"))
        self.place()
        self.update()

    def place(self) -> None:
        """Stand in the middle of the right edge; the count stays where it is while the words come and go."""
        parent = self.parentWidget()
        if parent is not None:
            whole = self.sizeHint()
            small = self._bench.look.tokens.px(_BADGE + 2 * _AROUND)
            box = QRect(parent.width() - whole.width(), max(0, (parent.height() - whole.height()) // 2), 0, 0)
            box.setSize(QSize(whole.width(), whole.height() if self._has_words() else small))
            self.setGeometry(box)

    def _has_words(self) -> bool:
        """Tell whether there is room beside the sheet for them, or they are wanted."""
        canvas = self._bench.canvas
        right = canvas.own_camera.to_view(canvas.scene.width, 0)[0]
        beside = right <= canvas.viewport().width() - self._bench.look.tokens.px(_WIDTH)
        return beside or self._is_wanted or self.underMouse()

    def sizeHint(self) -> QSize:
        t = self._bench.look.tokens
        words = QFontMetrics(self._font()).horizontalAdvance(tr("Parking lot"))
        return QSize(t.px(_WIDTH), words + 2 * t.px(_PAD) + t.px(_BADGE) + t.px(_AROUND))

    def _font(self):
        font, t = self.font(), self._bench.look.tokens
        font.setFamilies([t.semibold])
        font.setPixelSize(t.small_size)
        return font

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.place()
        return done

    def follow(self, *, is_open: bool) -> None:
        """Make way for the drawer, or come back."""
        self.setVisible(not is_open)

    def _open(self) -> None:
        self._bench.show_panel("parking").setFocus()

    # Cards that are dragged here

    def cards_over(self, keys: Sequence[str], at: QPoint) -> bool:
        """Light up under cards."""
        if bool(keys) != self._is_wanted:
            self._is_wanted = bool(keys)
            self.place()
        over = bool(keys) and self.isVisible() and self.rect().contains(self.mapFromGlobal(at))
        if over != self._is_target:
            self._is_target = over
            self.update()
        return over

    def cards_dropped(self, keys: Sequence[str], at: QPoint) -> None:
        """Put cards at the end of the parking lot."""
        del at
        session = self._bench.session
        session.perform(tr("Move to parking lot"), partial(move_cards, card_ids=keys, lane_id=None, step_id=None))
        session.select(())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._bench.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._is_target
        ground = t.accent if strong else t.hover if self.underMouse() else t.panel
        painter.setPen(QPen(QColor(t.accent if strong else t.field_border), 1))
        painter.setBrush(QColor(ground))
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, 8, -0.5), t.radius + 2, t.radius + 2)
        painter.drawPath(shape)
        painter.translate(0, self.height())
        painter.rotate(-90)
        set_font(painter, t.semibold, t.small_size)
        painter.setPen(QColor(t.accent_ink if strong else t.muted))
        if self.height() >= self.sizeHint().height():
            words = QRectF(t.px(_PAD), 0, self.height() - t.px(_PAD), self.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tr("Parking lot"))
        self._paint_badge(painter, strong=strong)
        painter.end()

    def _paint_badge(self, painter: QPainter, *, strong: bool) -> None:
        t = self._bench.look.tokens
        side = t.px(_BADGE)
        number = f"{self.count:,}" if self.count < 1000 else "999+"
        set_font(painter, t.semibold, t.heading_size)
        wide = max(side, painter.fontMetrics().horizontalAdvance(number) + t.px(8))
        badge = QRectF(self.height() - wide - t.px(_AROUND), (self.width() - side) / 2, wide, side)
        painter.setPen(Qt.PenStyle.NoPen)
        filled = t.accent_ink if strong else t.accent if self.count else t.pressed
        painter.setBrush(QColor(filled))
        painter.drawRoundedRect(badge, side / 2, side / 2)
        painter.setPen(QColor(t.accent if strong else t.accent_ink if self.count else t.muted))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)
