"""Small pictures of maps, drawn while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from cxdesigner.layout import theme
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.sheet import Sheet
from cxdesigner.model.change import Change
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.session import Session

_REST = 700
"""Milliseconds without an edit before a picture is drawn anew."""


class Thumbnails(QObject):
    """Draws the maps of a session one after the other, a band at a time, so that the canvas never waits.

    `size` of a picture is in device-independent pixels, `frame` the colour of the line around it. Signal:
    `drawn(str)`, the id of a map with a new picture.
    """

    drawn = Signal(str)

    def __init__(
        self, session: Session, make_sheet: Callable[[], Sheet], pens: QtPainter, size: QSize, ratio: float, frame: str
    ) -> None:
        super().__init__()
        self._session = session
        self._make_sheet = make_sheet
        self._pens = pens
        self._size = size
        self._ratio = ratio
        self._frame = frame
        self._pictures: dict[str, QPixmap] = {}
        self._waiting: list[str] = []
        self._sheet: Sheet | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._begin)
        self._slice = QTimer(self)
        self._slice.timeout.connect(self._go_on)
        session.document_changed.connect(self._follow)

    def picture(self, map_id: str) -> QPixmap | None:
        """Give the picture of a map; None if there is none yet, and it is drawn then."""
        if map_id not in self._pictures:
            self._want(map_id)
        return self._pictures.get(map_id)

    def _want(self, map_id: str) -> None:
        if map_id not in self._waiting:
            self._waiting.append(map_id)
        self._rest.start(_REST if self._pictures else 0)

    def _follow(self, change: Change | None) -> None:
        map_of = self._session.document.map_of
        stale: list[str | None] = list(self._pictures)
        if change is not None:  # of what has gone, whatever held it tells the map
            pairs = change.pairs.items()
            stale = [
                map_of(key) or (map_of(before.parent) if before is not None else None) for key, (before, _) in pairs
            ]
        for map_id in dict.fromkeys(stale):
            if map_id in self._pictures:
                self._want(map_id)

    def _begin(self) -> None:
        if self._waiting and self._session.is_previewing:
            self._rest.start(_REST)  # not while something is dragged
        elif self._waiting:
            self._slice.start()

    def _go_on(self) -> None:
        map_id = self._waiting[0]
        if map_id not in self._session.document:
            self._pictures.pop(map_id, None)
            self._next()
        elif self._sheet is None:
            self._sheet = self._make_sheet()
            self._sheet.update(self._session.document, map_id, 0.0)
        elif not self._sheet.lay_out_next():
            self._pictures[map_id] = self._draw(self._sheet.scene)
            self._next()
            self.drawn.emit(map_id)

    def _next(self) -> None:
        self._sheet = None
        del self._waiting[0]
        if not self._waiting:
            self._slice.stop()

    def _draw(self, scene: Scene) -> QPixmap:
        return thumbnail(scene, self._pens, self._size, self._ratio, self._frame)


def thumbnail(scene: Scene, pens: QtPainter, size: QSize, ratio: float, frame: str) -> QPixmap:
    """Draw a scene into a picture of a size in device-independent pixels, from the top where it is too high.

    `frame` is the colour of the line around it.
    """
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.PAPER))
    if scene.width > 0:
        scale = size.width() / scene.width
        with QPainter(picture) as painter:
            painter.scale(scale, scale)
            pens.draw_scene(painter, scene, coarse=True)
            painter.resetTransform()
            painter.setPen(QColor(frame))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0, 0, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5))
    return picture
