"""The mouse over the canvas: what is under it, and the gesture under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.hit import hit
from cxdesigner.ui.canvas.autoscroll import AutoScroll
from cxdesigner.ui.canvas.gestures.base import FromOutside, Gesture, Press
from cxdesigner.ui.canvas.gestures.cards import MoveCards
from cxdesigner.ui.canvas.gestures.choose import choose, edge_of
from cxdesigner.ui.canvas.gestures.library import DropEntry
from cxdesigner.ui.canvas.gestures.select import Pan
from cxdesigner.ui.canvas.gestures.widths import automatic_width
from cxdesigner.ui.canvas.handing import Handing
from cxdesigner.ui.entries import Entry

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

HOVERED = ("card", "bar", "stage", "step", "lane-title", "point", "persona", "title")
"""The parts that are framed under the pointer."""
_KEYS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Mouse:
    """Turns presses, moves and releases into clicks and gestures.

    `pointer` is in pixels of the view. `still`: a click is under way, so that nothing may scroll.
    """

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self.gesture: Gesture | None = None
        self.pointer = QPoint()
        self.still = False
        self._press: Press | None = None
        self._button = Qt.MouseButton.NoButton
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._follows = False
        self._menu_is_spent = False
        self._added = False
        self.handing = Handing()
        self._scroll = AutoScroll(view, self.follow)
        view.view_changed.connect(self.follow)

    def _press_at(self, event: QMouseEvent) -> Press:
        view, at = self._view, event.position()
        x, y = view.to_sheet(at.x(), at.y())
        return Press(x, y, at.toPoint(), hit(view.scene, x, y, 6 / view.camera.scale), event.modifiers())

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a gesture; the right button cancels the one under way, the others have to wait."""
        view, button = self._view, event.button()
        self._menu_is_spent = False
        if button == Qt.MouseButton.RightButton and self.gesture is not None:
            self._menu_is_spent = self.cancel()
        elif self.gesture is None and self._press is None:
            view.writing.finish()
            view.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pointer = event.position().toPoint()
            self._button = button
            press = self._press_at(event)
            if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and view.space_held):
                self._begin(Pan(view, press))
            elif button == Qt.MouseButton.LeftButton and view.overlay.press(self.pointer):
                pass
            elif button == Qt.MouseButton.LeftButton and not view.folding.press(self.pointer):
                self._press = press
            elif button == Qt.MouseButton.RightButton:
                self._click(press, keep=True)

    def spend_menu(self) -> bool:
        """Tell whether the press that asks for a context menu has cancelled a gesture instead."""
        spent, self._menu_is_spent = self._menu_is_spent, False
        return spent

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture, begin it when the mouse has come far enough, or show what is under the pointer."""
        self.pointer = event.position().toPoint()
        self._modifiers = event.modifiers()
        press = self._press
        if press is not None and self.gesture is None:
            far = (self.pointer - press.at).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._press = None
                self._begin(choose(self._view, press), press.at)
        if self.gesture is not None:
            if self.handing.follow(self.gesture, event.globalPosition().toPoint()):
                self._scroll.stop()
                return
            self._scroll.follow(self.pointer)
            self.follow()
        elif self._press is None:
            self._point_at(event)

    def follow(self) -> None:
        """Tell the gesture where the pointer is: it has moved, or the sheet under it has."""
        gesture, view = self.gesture, self._view
        if gesture is None or self._follows:
            return
        self._follows = True  # what it previews may scroll
        try:
            if isinstance(gesture, FromOutside) and not view.viewport().rect().contains(self.pointer):
                gesture.leave()
            else:
                gesture.move(*view.to_sheet(self.pointer.x(), self.pointer.y()), self._modifiers)
        finally:
            self._follows = False

    def key(self, event: QKeyEvent) -> None:
        """Follow keys that change what the gesture does, such as the one that copies."""
        if self.gesture is not None and event.key() in _KEYS:
            self._modifiers = event.modifiers()
            self.follow()

    def _point_at(self, event: QMouseEvent) -> None:
        view, press = self._view, self._press_at(event)
        found = press.hit if press.hit is not None and press.hit.group.part in HOVERED else None
        edge = edge_of(view, press)
        shape = Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor
        if found is not None and found.group.part == "point":
            shape = Qt.CursorShape.SizeVerCursor
        elif found is not None and found.group.part == "step" and edge:
            shape = Qt.CursorShape.SplitHCursor
        if view.overlay.links.is_on_handle(self.pointer):
            shape = Qt.CursorShape.PointingHandCursor
        if view.folding.point(self.pointer, press.hit):
            shape = Qt.CursorShape.PointingHandCursor
        view.viewport().setCursor(Qt.CursorShape.OpenHandCursor if view.space_held else shape)
        if found != view.hover:
            view.hover = found
            view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """Do what the gesture showed, or click."""
        if event.button() != self._button:
            return
        press, self._press = self._press, None
        if self.gesture is not None:
            receiver = self.handing.over
            if receiver is not None and isinstance(self.gesture, MoveCards):
                keys = self.gesture.keys
                self.cancel()
                receiver.cards_dropped(keys, event.globalPosition().toPoint())
            else:
                self._drop(self.gesture)
        elif press is not None:
            self._click(press)

    def _drop(self, gesture: Gesture) -> None:
        held, bar = self._end(), self._view.verticalScrollBar()
        gesture.release()
        bar.setValue(bar.value() + held)
        self._view.viewport().update()

    def _click(self, press: Press, *, keep: bool = False) -> None:
        self._added = press.adds
        with self._keeping_still():
            self._view.keyboard.click(press, keep=keep)

    @contextmanager
    def _keeping_still(self) -> Iterator[None]:
        # What was clicked is in view: if it moved now, a second click would hit something else.
        self.still = True
        try:
            yield
        finally:
            self.still = False

    def double_click(self, event: QMouseEvent) -> None:
        """Open what was clicked twice; the edge of a step gets its automatic width back."""
        if event.button() != Qt.MouseButton.LeftButton or self.gesture is not None:
            return
        if self._added:  # whoever adds to the selection and drags it at once has not clicked twice
            self.press(event)
            return
        press, self._press = self._press_at(event), None
        if self._view.folding.press(press.at) or self._view.folding.double_click(press.hit, press.x):
            return
        with self._keeping_still():
            if press.hit is not None and press.hit.group.part == "step" and edge_of(self._view, press):
                automatic_width(self._view.session, press.hit.group.id)
            else:
                self._view.keyboard.double_click(press)

    def _begin(self, gesture: Gesture, at: QPoint | None = None) -> None:
        self.gesture = gesture
        self._view.pin()
        self._view.hover = None
        self._scroll.begin(gesture.scrolls, at if at is not None else self.pointer)
        self._view.viewport().setCursor(gesture.cursor)

    def _end(self) -> int:
        """Let go of the gesture; gives by how many pixels it has moved the sheet."""
        self.gesture = None
        self.handing.forget()
        self._scroll.stop()
        self._view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        return self._view.unpin()

    def cancel(self) -> bool:
        """Cancel the gesture under way; False if there is none."""
        self._press = None
        gesture = self.gesture
        if gesture is None:
            return False
        self._end()
        gesture.cancel()
        self._view.viewport().update()
        return True

    # Things dragged here from elsewhere

    def entry_drag_began(self, entry: Entry) -> None:
        """Begin dragging an entry of the library."""
        self.bring(DropEntry(self._view, Press(0, 0, QPoint(-1, -1), None, Qt.KeyboardModifier.NoModifier), entry))

    def bring(self, gesture: FromOutside, at: QPoint | None = None) -> None:
        """Begin a drag that comes from outside, at a point of the view; without one it is above and left of it."""
        self.cancel()
        self._view.writing.finish()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._begin(gesture, at if at is not None else QPoint(-1, -1))

    def entry_dragged(self, at: QPoint) -> None:
        """Follow what is brought to a point of the screen."""
        view = self._view.viewport()
        self.pointer = view.mapFromGlobal(at)
        if isinstance(self.gesture, FromOutside):
            if view.rect().contains(self.pointer):
                self._scroll.follow(self.pointer)
            else:
                self._scroll.stop()
            self.follow()

    def entry_dropped(self, at: QPoint) -> None:
        """Let go of what is brought."""
        self.entry_dragged(at)
        if isinstance(self.gesture, FromOutside):
            self._drop(self.gesture)
