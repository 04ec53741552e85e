"""The canvas: the sheet on its desk, seen through a camera, under the mouse and the keyboard."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.columns import Column, Columns
from cxdesigner.layout.hit import Hit, cell_at, hit
from cxdesigner.layout.scene import STAGES, Scene
from cxdesigner.layout.sheet import Sheet
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.gestures.choose import choose, edge_of
from cxdesigner.ui.canvas.gestures.library import DropEntry
from cxdesigner.ui.canvas.gestures.select import Pan
from cxdesigner.ui.canvas.keyboard import Keyboard
from cxdesigner.ui.canvas.landing import Rect
from cxdesigner.ui.canvas.layer import Layer
from cxdesigner.ui.canvas.overlay import Overlay, frames
from cxdesigner.ui.canvas.sheet_area import SheetArea
from cxdesigner.ui.canvas.writing import Writing
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.tokens import Tokens

NOTHING = Scene(0, 0, ())
NO_COLUMNS = Columns((), {}, 0, 0, 0)
"""What is shown of a project without maps."""
PARTS = {
    "card": "card",
    "bar": "card",
    "stage": "stage",
    "phase": "stage",
    "goal": "stage",
    "step": "step",
    "lane-title": "lane-title",
    "point": "point",
    "note": "point",
    "persona": "persona",
    "title": "title",
    "about": "title",
    "link": "link",
}
"""The part of the drawing by whose name actions ask for it, for each part of a scene that has a context menu."""
AHEAD = 1.5
"""How much of the sheet below the view is laid out at once, in heights of the view; the rest follows when idle."""


class CanvasView(SheetArea):
    """Shows the session's map and turns mouse and keys into edits.

    Signals: `scene_changed()` when something else is drawn.
    """

    scene_changed = Signal()

    def __init__(self, session: Session, sheet: Sheet, pens: QtPainter, tokens: Tokens) -> None:
        super().__init__()
        self.session = session
        self.pens = pens
        self.tokens = tokens
        self.overlay = Overlay(self, tokens)
        self.gesture: Gesture | None = None
        self.hover: Hit | None = None
        self.pointer = QPoint()
        self.shows_cell = True
        self._sheet = sheet
        self._layer = Layer(tokens)
        self._desk = QColor(tokens.desk)
        self._mishap = ""
        self._press: Press | None = None
        self._button = Qt.MouseButton.NoButton
        self._space = False
        self._still = False
        self._token = 0
        self._keyboard = Keyboard(self)
        self.writing = Writing(self)
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._lay_out_more)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Journey map")
        session.document_changed.connect(self._another_document)
        session.preview_changed.connect(self._refresh)
        session.showing_changed.connect(self._refresh)
        session.map_changed.connect(self._another_map)
        session.selection_changed.connect(self.viewport().update)
        self._another_map()

    # What is shown

    @property
    def scene(self) -> Scene:
        """The drawing, as far as it has been laid out."""
        return self._sheet.scene if self.session.map_id else NOTHING

    @property
    def columns(self) -> Columns:
        """The places of the steps."""
        return self._sheet.columns if self.session.map_id else NO_COLUMNS

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
        self._refresh()
        self._layer.forget()
        self.show_all()

    def _refresh(self, _change: object = None) -> None:
        if self.session.map_id:
            until = self.camera.to_sheet(0, self.viewport().height() * (1 + AHEAD))[1]
            self._sheet.update(self.session.shown, self.session.map_id, max(until, 0.0), self.session.showing)
            if not self._sheet.is_complete:
                self._idle.start()
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
        """Keep what depends on the camera in its place."""
        self.writing.follow()
        if not self._sheet.is_complete and self.seen().bottom() > 0:
            self._idle.start()

    def reveal(self, key: str) -> None:
        """Scroll until a record can be seen, unless it was found by clicking on it."""
        if self._still:
            return
        if key in self.session.document and not frames(self.scene, key) and not self._sheet.is_complete:
            self.complete_scene()
        for found in frames(self.scene, key)[:1]:
            middle = found.x + found.group.width / 2, found.y + found.group.height / 2
            if not self.seen().contains(*middle):
                self.look_at(*middle)

    def whole_sheet(self) -> Rect:
        """Give the sheet as a rectangle."""
        return (0.0, 0.0, self.scene.width, self.scene.height)

    def column_extent(self, columns: list[Column]) -> Rect | None:
        """Give the rectangle from the stages down to the last lane over some neighbouring columns."""
        bands = [band for band in self.scene.bands if band.is_lane or band.key == STAGES]
        if not columns or not bands:
            return None
        left, right = columns[0].x, columns[-1].x + columns[-1].width
        return (left, bands[0].top, right - left, bands[-1].top + bands[-1].height - bands[0].top)

    def part_at(self, at: QPoint) -> str:
        """Tell which part of the drawing is at a point of the view, as the context menus name them."""
        x, y = self.camera.to_sheet(at.x(), at.y())
        found = hit(self.scene, x, y, 6 / self.camera.scale)
        if found is not None and found.group.part in PARTS:
            return PARTS[found.group.part]
        return "cell" if cell_at(self.scene, self.columns, x, y) is not None else "sheet"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        try:
            with QPainter(self.viewport()) as painter:
                self._paint(painter)
            self._mishap = ""
        except Exception as error:
            self._paint_desk()
            if repr(error) != self._mishap:
                self._mishap = repr(error)
                sys.excepthook(type(error), error, error.__traceback__)

    def _paint(self, painter: QPainter) -> None:
        self._layer.draw(painter, self.pens, self.scene, self.camera, self.viewport().rect(), self.devicePixelRatioF())
        self.overlay.paint(painter)
        if self.gesture is not None:
            self.gesture.paint(painter)

    def _paint_desk(self) -> None:
        self._layer.forget()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self._desk)

    # Mouse

    def _press_at(self, event: QMouseEvent) -> Press:
        x, y = self.camera.to_sheet(event.position().x(), event.position().y())
        found = hit(self.scene, x, y, 6 / self.camera.scale)
        return Press(x, y, event.position().toPoint(), found, event.modifiers())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.gesture is not None or self._press is not None:
            return  # the other buttons have to wait
        self.writing.finish()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointer = event.position().toPoint()
        self._button = event.button()
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space
        ):
            self._begin(Pan(self, self._press_at(event)))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press = self._press_at(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._click(self._press_at(event), keep=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position().toPoint()
        x, y = self.camera.to_sheet(event.position().x(), event.position().y())
        if self._press is not None and self.gesture is None:
            far = (self.pointer - self._press.at).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._begin(choose(self, self._press))
                self._press = None
        if self.gesture is not None:
            self.gesture.move(x, y, event.modifiers())
        elif self._press is None:
            self._point_at(event)

    def _point_at(self, event: QMouseEvent) -> None:
        press = self._press_at(event)
        parts = ("card", "bar", "stage", "step", "lane-title", "point", "persona", "title")
        found = press.hit if press.hit is not None and press.hit.group.part in parts else None
        edge = edge_of(self, press)
        shape = Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor
        if found is not None and found.group.part == "point":
            shape = Qt.CursorShape.SizeVerCursor
        elif found is not None and found.group.part == "step" and edge:
            shape = Qt.CursorShape.SplitHCursor
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._space else shape)
        if found != self.hover:
            self.hover = found
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != self._button:
            return
        gesture, press = self.gesture, self._press
        self._press = None
        if gesture is not None:
            held = self._end()
            gesture.release()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + held)
            self.viewport().update()
        elif press is not None:
            self._click(press)

    def _click(self, press: Press, *, keep: bool = False) -> None:
        # What was clicked is in view: if it moved now, a second click would hit something else.
        self._still = True
        self._keyboard.click(press, keep=keep)
        self._still = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.gesture is None:
            self._press = None
            self._still = True
            self._keyboard.double_click(self._press_at(event))
            self._still = False

    def _begin(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self._pinned = True  # what is dragged stays under the pointer, however wide the sheet becomes
        self.hover = None
        self.viewport().setCursor(gesture.cursor)

    def _end(self) -> int:
        """Let go of the gesture; gives by how many pixels it has moved the sheet."""
        held, self._held, self._pinned, self.gesture = self._held, 0, False, None
        self._arrange()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        return held

    def cancel_gesture(self) -> bool:
        """Cancel the gesture under way, if there is one."""
        self._press = None
        if self.gesture is None:
            return False
        gesture = self.gesture
        self._end()
        gesture.cancel()
        self.viewport().update()
        return True

    # Things dragged out of the library

    def entry_drag_began(self, entry: Entry) -> None:
        """Begin dragging an entry of the library."""
        self.writing.finish()
        self._begin(DropEntry(self, Press(0, 0, self.pointer, None, Qt.KeyboardModifier.NoModifier), entry))

    def entry_dragged(self, at: QPoint) -> None:
        """Follow the entry to a point of the screen."""
        self.pointer = self.viewport().mapFromGlobal(at)
        if isinstance(self.gesture, DropEntry):
            if self.viewport().rect().contains(self.pointer):
                self.gesture.move(
                    *self.camera.to_sheet(self.pointer.x(), self.pointer.y()), Qt.KeyboardModifier.NoModifier
                )
            else:
                self.gesture.leave()

    def entry_dropped(self, at: QPoint) -> None:
        """Let go of the entry."""
        self.entry_dragged(at)
        gesture = self.gesture
        if isinstance(gesture, DropEntry):
            self._end()
            gesture.release()
            self.viewport().update()

    # Keyboard

    def edit_text(self, key: str, *, typed: str | None = None, join: str = "") -> bool:
        """Open the text of a record for typing; see `Writing.open`."""
        return self.writing.open(key, typed=typed, join=join)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self._keyboard.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # In a cell Tab walks the cells; F6 leads out of the canvas.
        return self.session.selection.cell is None and super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False  # its release goes elsewhere
        super().focusOutEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().keyReleaseEvent(event)
