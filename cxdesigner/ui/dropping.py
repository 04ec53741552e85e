"""What other programs drop on the canvas: pictures, lines, tables. Projects are left to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from cxdesigner.ui.canvas.gestures.bringing import DropForeign
from cxdesigner.ui.pasting import files_in, is_picture, pictures_in
from cxdesigner.ui.places import Spot
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench


class Dropping(QObject):
    """Watches the canvas for drags from elsewhere."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._canvas = bench.canvas
        self._gesture: DropForeign | None = None
        self._data: QMimeData | None = None
        view = bench.canvas.viewport()
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragMoveEvent):
            return self._enter(event)
        if self._gesture is None or self._canvas.mouse.gesture is not self._gesture:
            self._gesture = None
            return False
        if kind == QEvent.Type.DragMove and isinstance(event, QDragMoveEvent):
            self._move(event)
        elif kind == QEvent.Type.DragLeave:
            self._gesture = None
            self._canvas.cancel_gesture()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
        else:
            return False
        return True

    def _enter(self, event: QDragMoveEvent) -> bool:
        data = event.mimeData()
        pictures = pictures_in(data)
        if not pictures and (files_in(data) or not (is_picture(data) or data.text().strip())):
            return False
        single = len(pictures) == 1 or (not pictures and is_picture(data))
        name = tr("Add picture") if single else tr("Add pictures") if pictures else tr("Add cards")
        self._gesture = DropForeign(self._canvas, name, self._put, fills=single)
        self._canvas.mouse.bring(self._gesture, event.position().toPoint())
        self._move(event)
        event.accept()  # of what follows only this says which places are good
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        self._canvas.mouse.entry_dragged(self._on_screen(event))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._gesture is not None and self._gesture.would_land)

    def _drop(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._data = event.mimeData()
        self._canvas.mouse.entry_dropped(self._on_screen(event))
        self._gesture = None

    def _put(self, spot: Spot) -> None:
        if self._data is not None:
            self._bench.pasting.take(self._data, spot)
        self._data = None

    def _on_screen(self, event: QDropEvent) -> QPoint:
        return self._canvas.viewport().mapToGlobal(event.position().toPoint())
