"""One page to look at: as large as it fits, or nearer, with what is seen of it drawn sharp a moment later."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from cxdesigner.ui.panels.controls import focus_ring
from cxdesigner.ui.preview_job import PageSize, Wanted
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

_STEP = 1.25
_LEAST, _MOST = 0.01, 8.0
_AROUND = 14
_NOTCH = 120
"""What a wheel says of one notch."""


class PageView(QWidget):
    """Shows a page. Signals: `wanted(Wanted)`, a part of the page that is to be drawn; `turned(int)`, by how many
    pages somebody wants to go on; `zoomed()`.
    """

    wanted = Signal(object)
    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: PageSize | None = None
        self._number = 0
        self._zoom: float | None = None
        self._offset = QPointF()
        self._drawn: tuple[Wanted, QPixmap] | None = None
        self._sentence = ""
        self._marks: list[QRectF] = []
        self._grip: QPoint | None = None
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Page"))
        self.setMinimumSize(look.tokens.px(240), look.tokens.px(160))

    def sizeHint(self) -> QSize:
        return QSize(self._look.tokens.px(720), self._look.tokens.px(480))

    @property
    def zoom(self) -> float:
        """Device-independent pixels to a point."""
        return self._fitting() if self._zoom is None else self._zoom

    @property
    def is_drawn(self) -> bool:
        """Whether what is shown of the page is drawn as sharp as it can be."""
        return self._drawn is not None and self._drawn[0] == self._wanted()

    @property
    def picture(self) -> QPixmap | None:
        """What is drawn of the page; None for nothing yet."""
        return None if self._drawn is None else self._drawn[1]

    def show_page(self, number: int, page: PageSize, *, is_new: bool) -> None:
        """Show a page, the `number`-th from 0; `is_new`: it is not as it was drawn before."""
        if self._page is None or page[:2] != self._page[:2]:
            self._zoom, self._offset = None, QPointF()
        if number != self._number or page != self._page:
            self._drawn = None if number != self._number else self._drawn
        self._page, self._number, self._sentence = page, number, ""
        self._ask(again=is_new)
        self.update()

    def say(self, sentence: str) -> None:
        """Say a sentence in the place of a page."""
        self._sentence, self._page, self._drawn = sentence, None, None
        self.update()

    def set_marks(self, marks: list[QRectF]) -> None:
        """Frame rectangles of the page, in its points."""
        self._marks = marks
        self.update()

    def take(self, wanted: Wanted, image: QImage) -> None:
        """Show what was drawn."""
        if self._page is not None and wanted.page == self._number:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            self._drawn = wanted, pixmap
            self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer to a point of the view, the middle if None."""
        if self._page is None:
            return
        at = QPointF(self.rect().center()) if at is None else at
        corner, before = self._corner(), self.zoom
        after = min(_MOST, max(_LEAST, before * factor))
        spot = (at - corner) / before
        self._zoom = after
        self._offset = QPointF()
        self._offset = at - spot * after - self._corner()
        self._ask()
        self.zoomed.emit()

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom, self._offset = None, QPointF()
        self._ask()
        self.zoomed.emit()

    def _fitting(self) -> float:
        if self._page is None:
            return 1.0
        room = self._look.tokens.px(_AROUND) * 2
        return max(_LEAST, min((self.width() - room) / self._page.width, (self.height() - room) / self._page.height))

    def _corner(self) -> QPointF:
        """The corner of the page in the view: in the middle, moved by as much as somebody did, within reach."""
        assert self._page is not None
        zoom, around = self.zoom, self._look.tokens.px(_AROUND)
        places = []
        for room, side, offset in (
            (self.width(), self._page.width * zoom, self._offset.x()),
            (self.height(), self._page.height * zoom, self._offset.y()),
        ):
            middle = (room - side) / 2
            reach = max(0.0, side / 2 + around - room / 2)
            places.append(middle + max(-reach, min(reach, offset)))
        return QPointF(round(places[0]), round(places[1]))

    def _wanted(self) -> Wanted | None:
        if self._page is None:
            return None
        ratio, zoom, corner = self.devicePixelRatioF(), self.zoom, self._corner()
        page = QRectF(corner.x(), corner.y(), self._page.width * zoom, self._page.height * zoom)
        seen = page.intersected(QRectF(self.rect())).translated(-corner)
        left, top = floor(seen.left() * ratio), floor(seen.top() * ratio)
        width, height = ceil(seen.right() * ratio) - left, ceil(seen.bottom() * ratio) - top
        return Wanted(self._number, zoom * ratio, (left, top, width, height)) if width > 0 and height > 0 else None

    def _ask(self, *, again: bool = False) -> None:
        wanted = self._wanted()
        if wanted is not None and (again or not self.is_drawn):
            self.wanted.emit(wanted)
        self.update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.desk))
        if self._page is not None:
            corner, zoom = self._corner(), self.zoom
            sheet = QRectF(corner.x(), corner.y(), self._page.width * zoom, self._page.height * zoom)
            painter.fillRect(sheet.adjusted(-1, -1, 1, 2), QColor(t.shadow))
            painter.fillRect(sheet, QColor(t.window))
            if self._drawn is not None:
                wanted, pixmap = self._drawn
                by = zoom / wanted.scale
                left, top, width, height = (side * by for side in wanted.box)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.setClipRect(sheet)
                source = QRectF(0, 0, pixmap.width(), pixmap.height())
                painter.drawPixmap(QRectF(corner.x() + left, corner.y() + top, width, height), pixmap, source)
                painter.setClipping(False)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for mark in self._marks:
                box = QRectF(corner + mark.topLeft() * zoom, mark.size() * zoom).adjusted(-3, -3, 3, 3)
                focus_ring(painter, box, t.radius, t.accent)
        elif self._sentence:
            painter.setPen(QColor(t.muted))
            room = self.rect().adjusted(t.px(24), 0, -t.px(24), 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._sentence)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        elif self._zoom is None:
            self._wheel += event.angleDelta().y()  # a touchpad sends little by little
            turns = int(self._wheel / _NOTCH)
            if turns:
                self._wheel -= turns * _NOTCH
                self.turned.emit(-turns)
        else:
            self._move(QPointF(event.angleDelta()) / 2)
        event.accept()

    def _move(self, by: QPointF) -> None:
        before = self._corner()
        self._offset += by
        # No further than it can be seen, else the way back would begin with nothing.
        assert self._page is not None
        now, self._offset = self._corner(), QPointF()
        self._offset = now - self._corner()
        if now != before:
            self._ask()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and self._page is not None:
            now = event.position().toPoint()
            self._move(QPointF(now - self._grip))
            self._grip = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._zoom is None:
            self.zoom_by(1.0 / max(self.zoom, 0.01) * 4 / 3, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        moves = {
            Qt.Key.Key_Left: (60, 0), Qt.Key.Key_Right: (-60, 0), Qt.Key.Key_Up: (0, 60), Qt.Key.Key_Down: (0, -60),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in pages:
            self.turned.emit(pages[key])
        elif key in moves and self._zoom is not None:
            self._move(QPointF(*moves[key]))
        elif key in moves:
            self.turned.emit(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)
