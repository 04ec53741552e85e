"""A map on the whole screen, for the room: the sheet, then stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.showing import Showing
from cxdesigner.model.document import Document
from cxdesigner.model.records import Stage
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
_OVERLAP = 0.9
"""The share of what is seen by which it is scrolled, so that the eye finds where it was."""
_BACK_BY = 185
"""How much of what stands beside a stage is covered, of 255."""
_ROUND, _MORE = 300, 60
"""Seconds of a timer that is started here, and that it is given more."""


class Ground(NamedTuple):
    """A drawing, the places of its steps, and the slide that is shown of it."""

    scene: Scene
    columns: Columns
    slide: Slide


class Screen(QWidget):
    """Shows slides of the map that a canvas shows, and follows what is edited there meanwhile.

    Signals: `moved()` when another slide is shown; `closed()`.
    """

    moved = Signal()
    closed = Signal()

    def __init__(
        self, canvas: CanvasView, pens: QtPainter, look: Look, countdown: Countdown, make_sheet: Callable[[], Sheet]
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._canvas = canvas
        self._pens = pens
        self._look = look
        self._countdown = countdown
        self._make_sheet = make_sheet
        self._sheet: Sheet | None = None
        self._expanded: tuple[Document, Showing, str] | None = None
        self._opened = Ground(self._canvas.scene, canvas.columns, Slide("", ""))
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
        return self._slides_of(self._canvas.session.shown, self._canvas.columns)

    def _slides_of(self, document: Document, columns: Columns) -> list[Slide]:
        session = self._canvas.session
        return slides.slides_of(document, session.map_id, columns, title_of_map(session.map))

    @property
    def number(self) -> int:
        """Which slide is shown, from 0."""
        return min(self._number, len(self.slides) - 1)

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return self.slides[self.number]

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

    def go_on(self) -> None:
        """Show what is below, else the next slide."""
        if not self._is_blank and self._down < self._room() - 1:
            self.scroll_by(self._page())
        else:
            self.go_to(self.number + 1)

    def go_back(self) -> None:
        """Show what is above, else the end of the slide before."""
        if not self._is_blank and self._down > 1:
            self.scroll_by(-self._page())
        elif self.number:
            self.go_to(self.number - 1)
            self.scroll_by(self._room())

    def show_stage(self, stage: str) -> None:
        """Show the slide of a stage."""
        self.go_to(next((number for number, slide in enumerate(self.slides) if slide.stage == stage), 0))

    def scroll_by(self, pixels: float) -> None:
        """Move down, or up, a slide that is higher than the screen."""
        self._down = max(0.0, min(self._down + pixels, self._room()))
        self._redraw()

    def _room(self) -> float:
        return slides.overflow(*self._ground(), self.width(), self._height())

    def _page(self) -> float:
        return _OVERLAP * slides.page(*self._ground(), self.width(), self._height())

    def _ground(self) -> Ground:
        """Give what the slide is drawn from; a collapsed stage is shown as it is when it is not."""
        slide, session = self.slide, self._canvas.session
        stage = session.shown.get(slide.stage, Stage)
        if stage is None or not stage.collapsed:
            return Ground(self._scene, self._canvas.columns, slide)
        wanted = session.shown, session.showing, stage.id
        if self._expanded != wanted:
            opened = stage.with_(collapsed=False)
            document = Document({**session.shown.records, stage.id: opened}.values())
            self._sheet = self._sheet or self._make_sheet()
            scene = self._sheet.update(document, session.map_id, showing=session.showing)
            found = self._slides_of(document, self._sheet.columns)[self.number]
            self._expanded, self._opened = wanted, Ground(scene, self._sheet.columns, found)
        return self._opened

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

    def _tiles(self, ground: Ground) -> list[Tile]:
        width, height = float(self.width()), float(self._height())
        if not ground.slide.stage:
            return slides.whole(ground.scene, width, height)
        return slides.stage(*ground, width, height, self._down)

    def _drawn(self) -> QPixmap:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(self._look.tokens.desk))
            with QPainter(picture) as painter:
                ground = self._ground()
                for tile in self._tiles(ground):
                    self._draw_tile(painter, ground.scene, tile)
            self._picture = picture
        return self._picture

    def _draw_tile(self, painter: QPainter, scene: Scene, tile: Tile) -> None:
        painter.save()
        painter.setClipRect(QRectF(tile.at_x, tile.at_y, tile.width * tile.scale, tile.height * tile.scale))
        painter.translate(tile.at_x, tile.at_y)
        painter.scale(tile.scale, tile.scale)
        painter.translate(-tile.x, -tile.y)
        exposed = QRectF(tile.x, tile.y, tile.width, tile.height)
        self._pens.draw_scene(painter, scene, exposed, coarse=tile.scale < READABLE * POINT)
        if tile.is_beside:
            veil = QColor(self._look.tokens.desk)
            veil.setAlpha(_BACK_BY)
            painter.fillRect(exposed, veil)
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
        shown = time_text(left) if self._countdown.is_running else tr("{time} held", time=time_text(left))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), shown)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        page = self._height() * 0.8
        acts: dict[int, Callable[[], object]] = {
            **dict.fromkeys(_NEXT, self.go_on),
            **dict.fromkeys(_BACK, self.go_back),
            **dict.fromkeys(_BLANK, self._blank),
            **dict.fromkeys((Qt.Key.Key_Plus, Qt.Key.Key_Equal), lambda: self._countdown.add(_MORE)),
            Qt.Key.Key_T: self._start_timer,
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
        elif key == Qt.Key.Key_T and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._countdown.pause_or_go_on()
        elif key in acts:
            acts[key]()
        elif event.text().isdecimal() and event.text().isascii():
            self.go_to(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _start_timer(self) -> None:
        """Begin a round; one that is under way goes on."""
        if not self._countdown.is_set or self._countdown.left <= 0:
            self._countdown.start(_ROUND)

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
            self.go_on()
        elif event.button() == Qt.MouseButton.RightButton:
            self.go_back()

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
