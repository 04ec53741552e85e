"""A map on the whole screen, for the room: the sheet, then stage by stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from cxdesigner.layout.scene import Scene
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.canvas.camera import POINT, READABLE
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.countdown import Countdown, time_text
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.presenting import slides
from cxdesigner.ui.presenting.slides import Slide, Tile
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

_FADE = 160
"""Milliseconds from one slide to the next."""
_FOOT, _TIME = 34, 22
"""Height of the line at the foot, and of the time in it, in pixels."""
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_BLANK = (Qt.Key.Key_B, Qt.Key.Key_Period)


class Screen(QWidget):
    """Shows slides of the map that a canvas shows, and follows what is edited there meanwhile.

    Signals: `moved()` when another slide is shown; `closed()`.
    """

    moved = Signal()
    closed = Signal()

    def __init__(self, canvas: CanvasView, pens: QtPainter, look: Look, countdown: Countdown) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._canvas = canvas
        self._pens = pens
        self._look = look
        self._countdown = countdown
        self._number = 0
        self._down = 0.0
        self._is_blank = False
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._forget_before)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(tr("Presentation"))
        self.setAccessibleName(tr("Presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self._scene: Scene = canvas.complete_scene()
        canvas.scene_changed.connect(self._follow)
        canvas.session.map_changed.connect(self._start_again)
        countdown.changed.connect(self.update)

    @property
    def slides(self) -> list[Slide]:
        """All slides, the whole map first."""
        session = self._canvas.session
        return slides.slides_of(session.shown, session.map_id, self._canvas.columns, title_of_map(session.map))

    @property
    def number(self) -> int:
        """Which slide is shown, from 0."""
        return min(self._number, len(self.slides) - 1)

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return self.slides[self.number]

    @property
    def is_blank(self) -> bool:
        """Whether the screen is dark for the moment."""
        return self._is_blank

    def go_to(self, number: int) -> None:
        """Show a slide; before the first and after the last there is none."""
        number = max(0, min(number, len(self.slides) - 1))
        self._is_blank = False
        if number != self.number:
            self._before, self._number, self._down = self._picture, number, 0.0
            self._picture = None
            self._fade.start()
            self.moved.emit()
        self.update()

    def show_stage(self, stage: str) -> None:
        """Show the slide of a stage."""
        self.go_to(next((number for number, slide in enumerate(self.slides) if slide.stage == stage), 0))

    def scroll_by(self, pixels: float) -> None:
        """Move down, or up, a slide that is higher than the screen."""
        self._down = max(0.0, min(self._down + pixels, self._room()))
        self._redraw()

    def _room(self) -> float:
        return slides.overflow(self._scene, self._canvas.columns, self.slide, self.width(), self._height())

    def _start_again(self) -> None:
        self._number, self._down = 0, 0.0
        self._redraw()

    def _follow(self) -> None:
        if self._scene is not self._canvas.scene:
            self._scene = self._canvas.scene
            self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _forget_before(self) -> None:
        self._before = None

    def _height(self) -> int:
        return self.height() - _FOOT

    # Painting

    def _tiles(self) -> list[Tile]:
        width, height = float(self.width()), float(self._height())
        if not self.slide.stage:
            return slides.whole(self._scene, width, height)
        return slides.stage(self._scene, self._canvas.columns, self.slide, width, height, self._down)

    def _drawn(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(self._look.tokens.desk))
            with QPainter(picture) as painter:
                for tile in self._tiles():
                    self._draw_tile(painter, tile)
            self._picture = picture
        return self._picture

    def _draw_tile(self, painter: QPainter, tile: Tile) -> None:
        painter.save()
        painter.setClipRect(QRectF(tile.at_x, tile.at_y, tile.width * tile.scale, tile.height * tile.scale))
        painter.translate(tile.at_x, tile.at_y)
        painter.scale(tile.scale, tile.scale)
        painter.translate(-tile.x, -tile.y)
        exposed = QRectF(tile.x, tile.y, tile.width, tile.height)
        self._pens.draw_scene(painter, self._scene, exposed, coarse=tile.scale < READABLE * POINT)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = self._look.tokens
        with QPainter(self) as painter:
            if self._is_blank:
                painter.fillRect(self.rect(), QColor(tokens.ink))
                return
            if self._before is not None:
                painter.drawPixmap(0, 0, self._before)
                painter.setOpacity(float(self._fade.currentValue()))
            painter.drawPixmap(0, 0, self._drawn())
            painter.setOpacity(1.0)
            self._draw_foot(painter)

    def _draw_foot(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        foot = QRectF(0, self._height(), self.width(), _FOOT)
        painter.fillRect(foot, QColor(tokens.panel))
        painter.setPen(QColor(tokens.muted))
        inner = foot.adjusted(16, 0, -16, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        name = self.slides[0].title
        shown = f"{name}  ›  {self.slide.title}" if self.slide.stage else name
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), shown)
        where = f"{self.number + 1} / {len(self.slides)}"
        if self._down < self._room() - 1:
            where = f"{tr('↓ more below')}    {where}"
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), where)
        if self._countdown.is_set:
            self._draw_time(painter, inner)

    def _draw_time(self, painter: QPainter, inner: QRectF) -> None:
        tokens, left = self._look.tokens, self._countdown.left
        font = painter.font()
        font.setFamily(tokens.semibold)
        font.setPixelSize(_TIME)
        painter.setFont(font)
        painter.setPen(QColor(tokens.danger if left <= 0 else tokens.ink))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), time_text(left))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        page = self._height() * 0.8
        acts: dict[int, Callable[[], object]] = {
            **{one: lambda: self.go_to(self.number + 1) for one in _NEXT},
            **{one: lambda: self.go_to(self.number - 1) for one in _BACK},
            **dict.fromkeys(_BLANK, self._blank),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(len(self.slides) - 1),
            Qt.Key.Key_Down: lambda: self.scroll_by(page / 4),
            Qt.Key.Key_Up: lambda: self.scroll_by(-page / 4),
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_F5: self.close,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_PageDown,
            Qt.Key.Key_PageUp,
        ):
            self._walk_maps(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in acts:
            acts[key]()
        elif event.text().isdecimal() and event.text().isascii():
            self.go_to(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _walk_maps(self, by: int) -> None:
        session = self._canvas.session
        maps = [one.id for one in session.document.maps]
        session.show_map(maps[(maps.index(session.map_id) + by) % len(maps)])
        self._canvas.complete_scene()
        self._follow()

    def _blank(self) -> None:
        self._is_blank = not self._is_blank
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.go_to(self.number + 1)
        elif event.button() == Qt.MouseButton.RightButton:
            self.go_to(self.number - 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scroll_by(-event.angleDelta().y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._before = None
        self._redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.closed.emit()
        return super().event(event)
