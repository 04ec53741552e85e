"""The canvas: the sheet on its desk, seen through a camera, under the mouse and the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.hit import Hit, cell_of
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.canvas.camera import Camera
from cxdesigner.ui.canvas.careful import Care
from cxdesigner.ui.canvas.folding import Folding
from cxdesigner.ui.canvas.gestures.base import Gesture
from cxdesigner.ui.canvas.keyboard import Keyboard
from cxdesigner.ui.canvas.layer import Layer
from cxdesigner.ui.canvas.mouse import Mouse
from cxdesigner.ui.canvas.overlay import Overlay, frames
from cxdesigner.ui.canvas.sheet_area import SheetArea
from cxdesigner.ui.canvas.sheets import Sheets
from cxdesigner.ui.canvas.sticky import Sticky
from cxdesigner.ui.canvas.text_pointer import TextPointer
from cxdesigner.ui.canvas.whereabouts import extent_of_selection, in_sight, place_of
from cxdesigner.ui.canvas.writing import Writing
from cxdesigner.ui.session import Session
from cxdesigner.ui.stops import PASSING
from cxdesigner.ui.style.tokens import Tokens
from cxdesigner.ui.style.words import tr

NOTHING = Scene(0, 0, ())
NO_COLUMNS = Columns((), {}, 0, 0, 0)
"""What is shown of a project without maps."""
REST = 160
"""Milliseconds without a change in what is dragged or typed until many links follow it."""
AHEAD = 1.5
"""How much of the sheet below the view is laid out at once, in heights of the view; the rest follows when idle."""


class CanvasView(SheetArea):
    """Shows the session's map and turns mouse and keys into edits.

    `room` is at least as large as the view will be: until it was painted for the first time, what lies below that is
    not laid out.

    Signals: `scene_changed()` when something else is drawn; `comments_asked(str)`, those on a record.
    """

    scene_changed = Signal()
    comments_asked = Signal(str)

    def __init__(
        self, session: Session, sheets: Sheets, pens: QtPainter, tokens: Tokens, room: QSize | None = None
    ) -> None:
        super().__init__()
        self._room = room.height() if room is not None else 0
        self.session = session
        self.pens = pens
        self.tokens = tokens
        self.overlay = Overlay(self, tokens)
        self.hover: Hit | None = None
        self.shows_cell = True
        self._sheets = sheets
        self._shown = session.map_id
        self._sheet = sheets.of(self._shown)
        self._layer = Layer(tokens)
        self._desk = QColor(tokens.desk)
        self._care = Care()
        self.space_held = False
        self._token = 0
        self.sticky = Sticky(self)
        self.folding = Folding(self)
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)
        self.writing = Writing(self)
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._lay_out_more)
        self._rested = QTimer(self)
        self._rested.setSingleShot(True)
        self._rested.setInterval(REST)
        self._rested.timeout.connect(self._lay_out_links)
        self._text_pointer = TextPointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Journey map"))
        session.document_changed.connect(self._another_document)
        session.preview_changed.connect(self._refresh)
        session.showing_changed.connect(self._refresh)
        session.map_changed.connect(self._another_map)
        session.selection_changed.connect(self.viewport().update)
        self._show_map()

    # What is shown

    @property
    def scene(self) -> Scene:
        """The drawing, as far as it has been laid out."""
        return self._sheet.scene if self.session.map_id else NOTHING

    @property
    def columns(self) -> Columns:
        """The places of the steps."""
        return self._sheet.columns if self.session.map_id else NO_COLUMNS

    @property
    def typesetter(self) -> Typesetter:
        """What sets the texts of the sheet."""
        return self._sheet.typesetter

    def next_token(self) -> str:
        """Give a name under which several edits join into one in the history."""
        self._token += 1
        return f"canvas-{self._token}"

    def _another_document(self, _change: object) -> None:
        if self.gesture is not None:  # an edit from elsewhere: what is dragged may be gone
            self.cancel_gesture()
        self._refresh()

    def _another_map(self) -> None:
        if self.cancel_gesture():
            self.session.select(())  # not what was selected on the map before
        self._sheets.leave(self._shown, self.sight())
        self._show_map()

    def _show_map(self) -> None:
        self._shown = self.session.map_id
        self._sheet = self._sheets.of(self._shown)
        self._layer.forget()
        sight = self._sheets.sight(self._shown)
        if sight is not None:
            self.camera = Camera(sight.zoom)
        self._refresh()
        if sight is None:
            self.show_all()
        else:
            self.look_from(sight)

    def _refresh(self, _change: object = None) -> None:
        if self.session.map_id:
            until = self.camera.to_sheet(0, self._room or self.viewport().height() * (1 + AHEAD))[1]
            shown, passing = self.session.shown, self.session.shown is not self.session.document
            self._sheet.update(shown, self.session.map_id, max(until, 0.0), self.session.showing, passing=passing)
            if self._sheet.links_wait:
                self._rested.start()
            else:
                self._rested.stop()
            if not self._sheet.is_complete:
                self._idle.start()
        self._scene_is_new()

    def _lay_out_links(self) -> None:
        self._sheet.lay_out_links()
        self._scene_is_new()

    def _lay_out_more(self) -> None:
        if not self._sheet.lay_out_next():
            self._idle.stop()
            return
        self._scene_is_new()

    def _scene_is_new(self) -> None:
        self.hover = None
        self._arrange()
        self.writing.follow()
        self.viewport().update()
        self.scene_changed.emit()

    def complete_scene(self) -> Scene:
        """Lay out all that is left and give the drawing."""
        while self._sheet.lay_out_next():
            pass
        self._scene_is_new()
        return self.scene

    def moved(self) -> None:
        """Lay out what has come into view."""
        if not self._sheet.is_complete and self.seen().bottom() > 0:
            self._idle.start()

    def reveal(self, key: str) -> None:
        """Scroll until a record can be seen, unless it was found by clicking on it."""
        if self.mouse.still:
            return
        if key in self.session.document and not frames(self, key) and not self._sheet.is_complete:
            self.complete_scene()
        for found in frames(self, key)[:1]:
            middle = QPointF(found.x + found.group.width / 2, found.y + found.group.height / 2)
            if not in_sight(self, middle) and not self.sticky.shows(found):
                self.look_at(*middle.toTuple())
            return
        place = place_of(self, key)
        if place is not None and not in_sight(self, place.center()):
            self.look_at(place.center().x(), place.center().y())

    def aim_at(self, cell: tuple[str, str] | None) -> None:
        """Light up a cell, by lane and step, into which something will be put, and bring it into view."""
        self.overlay.aim = cell
        found = cell_of(self.scene, self.columns, *cell) if cell is not None else None
        if found is not None:
            middle = found.x + found.width / 2, found.y + found.height / 2
            if not self.uncovered().contains(*middle):
                self.look_at(*middle)
        self.viewport().update()

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the view into the one of the sheet that is seen there."""
        return self.sticky.camera_at(x, y).to_sheet(x, y)

    def uncovered(self) -> QRectF:
        """Give the part of the sheet that is seen and under none of the strips that stay in view, in points."""
        rect = self.clear()
        left, top = self.camera.to_sheet(rect.left(), rect.top())
        right, bottom = self.camera.to_sheet(rect.right() + 1, rect.bottom() + 1)
        return QRectF(left, top, right - left, bottom - top)

    def clear(self) -> QRect:
        """Give the part of the view that no strip covers, in pixels."""
        return self.sticky.clear()

    def to_keep(self, room: QSize) -> QRectF | None:
        """Give what is selected, or else the cell with the keyboard, if it was in view."""
        part = extent_of_selection(self)
        if part is None or self.gesture is not None:
            return None
        clear, (x, y) = self.clear(), self.camera.to_view(part.center().x(), part.center().y())
        return part if clear.left() <= x < room.width() and clear.top() <= y < room.height() else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._room = 0
        with QPainter(self.viewport()) as painter:
            if event.rect() != self.viewport().rect():
                painter.setClipRect(event.rect())  # so that no more than that is looked for
            for paint in (self._paint_sheet, self.paint_over, self.sticky.paint, self._paint_tip):
                with self._care.over(painter):
                    paint(painter)

    def _paint_sheet(self, painter: QPainter) -> None:
        try:
            scene, room, ratio = self.scene, self.viewport().rect(), self.devicePixelRatioF()
            self._layer.draw(painter, self.pens, scene, self.camera, room, ratio)
        except Exception:
            self._layer.forget()
            self.sticky.forget()
            painter.fillRect(self.viewport().rect(), self._desk)
            raise

    def _paint_tip(self, painter: QPainter) -> None:
        if self.gesture is None:
            self.folding.tip(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what the editor draws over the sheet."""
        self.overlay.paint(painter)
        if self.gesture is None:
            self.folding.paint(painter)
        else:
            self.gesture.paint(painter)

    # Mouse

    @property
    def gesture(self) -> Gesture | None:
        """The gesture under way."""
        return self.mouse.gesture

    @property
    def pointer(self) -> QPoint:
        """Where the mouse was last, in pixels of the view."""
        return self.mouse.pointer

    def cancel_gesture(self) -> bool:
        """Cancel the gesture under way; False if there is none."""
        return self.mouse.cancel()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._text_pointer.press(event):
            self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._text_pointer.move(event):
            self.mouse.move(event)
            if self._text_pointer.over(event) and self.gesture is None:
                self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._text_pointer.release(event):
            self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._text_pointer.double_click(event):
            self.mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.setAccepted(self.mouse.spend_menu() or self._text_pointer.menu(event))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.cancel_gesture()
        super().changeEvent(event)

    # Keyboard

    def edit_text(self, key: str, *, typed: str | None = None, join: str = "") -> bool:
        """Open the text of a record for typing; see `Writing.open`."""
        return self.writing.open(key, typed=typed, join=join)

    def event(self, event: QEvent) -> bool:
        # Del, Ctrl+A, Ctrl+Z and whatever else a text knows mean the text while one is typed. Other keys (Ctrl+S) are
        # the window's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            editor = self.writing.editor
            if editor.claims(event) if editor is not None else self.overlay.links.claims(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.mouse.key(event)
        if self.writing.editor is not None:
            if not self.writing.editor.press(event):
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.space_held = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.keyboard.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.writing.compose(event):
            self.keyboard.compose(event)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return True  # accents and whole scripts begin a card too
        answer = self.writing.answer(query)
        return super().inputMethodQuery(query) if answer is None else answer

    def focusNextPrevChild(self, forward: bool) -> bool:
        # In a cell Tab walks the cells, and in a text it goes on to the next; F6 leads out of the canvas.
        walks = self.session.selection.cell is not None or self.writing.editor is not None
        return not walks and super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.space_held = False  # its release goes elsewhere
        self.cancel_gesture()
        self.keyboard.rest()
        if event.reason() not in PASSING:
            self.writing.finish()
        super().focusOutEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.mouse.key(event)
        if event.key() == Qt.Key.Key_Alt:
            self.keyboard.rest()
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.space_held = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().keyReleaseEvent(event)
