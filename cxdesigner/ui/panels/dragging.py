"""Dragging out of a panel: one gesture, from the first move to the drop or the cancel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication


class PanelDrag(QObject):
    """Follows the mouse through the whole application until the button is let go.

    Signals: `started(object)`, `moved(QPoint)`, `dropped(QPoint)`, points on the screen, and `cancelled()`: by Esc, by
    another mouse button, or because the window lost the keyboard.
    """

    started = Signal(object)
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._what: object = None

    @property
    def is_active(self) -> bool:
        """Whether something is being dragged."""
        return self._what is not None

    def start(self, what: object, point: QPoint) -> None:
        """Begin to drag something, such as an entry of the library."""
        if self._what is not None:
            return
        self._what = what
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.started.emit(what)
        self.moved.emit(point)

    def cancel(self) -> None:
        """End without a drop."""
        if self._end():
            self.cancelled.emit()

    def _end(self) -> bool:
        if self._what is None:
            return False
        self._what = None
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        QApplication.restoreOverrideCursor()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        kind = event.type()
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if kind in (QEvent.Type.ApplicationDeactivate, QEvent.Type.WindowDeactivate):
            self.cancel()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()  # an override that is accepted keeps Esc from being a shortcut
        if event.type() == QEvent.Type.KeyPress:
            self.cancel()
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        point = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            self.moved.emit(point)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            if self._end():
                self.dropped.emit(point)
            return False  # the panel hears of the release, so that nothing in it looks pressed
        if event.type() == QEvent.Type.MouseButtonPress:
            self.cancel()
            return True
        return False
