"""A glance at the other version on the canvas, in the place of the project; nothing of it can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cxdesigner.model.edits.become import become
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.comparing.comparing import Comparing
    from cxdesigner.ui.workbench import Workbench

_CLICKS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
    QEvent.Type.InputMethod,
    QEvent.Type.DragEnter,
)


class Glance(QObject):
    """Shows the other version as a preview of the session: the canvas looks from where it looked, and any edit ends it.

    Meanwhile the mouse only pans and zooms, and of the keys the canvas gets only those that scroll.
    """

    def __init__(self, bench: Workbench, comparing: Comparing) -> None:
        super().__init__(comparing)
        self._bench, self._session, self._comparing = bench, bench.session, comparing
        self._shown: object = None
        self._session.preview_changed.connect(self._follow)
        self._session.document_changed.connect(self._follow)
        bench.canvas.installEventFilter(self)
        bench.canvas.viewport().installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the other version is on the canvas."""
        return self._shown is not None

    def turn(self) -> None:
        """Show the other version, or the project again."""
        asked, session = self._comparing.asked, self._session
        if self.is_on:
            self.end()
        elif asked is not None and asked.other is not None:
            other = asked.other
            if session.map_id not in other:
                session.told.emit(tr("This map is not there in {title}.", title=asked.title))
                return
            self._bench.take_what_is_typed()
            self._bench.canvas.cancel_gesture()
            self._shown = self  # so that what hears of the preview knows whose it is
            self._shown = session.shown if session.preview(lambda document: become(document, other)) else None
            self._comparing.changed.emit()

    def end(self) -> None:
        """Show the project again."""
        if self.is_on:
            self._shown = None
            self._session.drop_preview()
            self._comparing.changed.emit()

    def _follow(self, _change: object = None) -> None:
        if self.is_on and self._shown is not self and self._session.shown is not self._shown:
            self._shown = None  # an edit, or the preview of one, has taken its place
            self._comparing.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_on:
            return False
        if event.type() in _CLICKS:
            pans = isinstance(event, QMouseEvent) and (
                event.button() == Qt.MouseButton.MiddleButton or self._bench.canvas.space_held
            )
            if not pans:
                self._session.told.emit(tr("This is only looked at: F12 shows the project as it is now."))
            return not pans
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
            return event.key() != Qt.Key.Key_Space
        return False
