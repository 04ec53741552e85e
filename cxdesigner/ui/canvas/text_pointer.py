"""The mouse in an open text: a click puts the caret, a drag selects, two clicks take a word, three take all."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cxdesigner.ui.canvas.text_menu import text_menu

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView


class TextPointer:
    """Takes what the mouse does in the box that holds the open text."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._held = False
        self._doubled = (-1e9, QPoint())

    def over(self, event: QMouseEvent) -> bool:
        """Tell whether the mouse is over the open text."""
        return self._is_inside(*self._at(event))

    def _is_inside(self, x: float, y: float) -> bool:
        holder = self._view.writing.holder
        if holder is None:
            return False
        left, top, width, height = holder
        return left <= x < left + width and top <= y < top + height

    def _at(self, event: QMouseEvent) -> tuple[float, float]:
        return self._view.to_sheet(event.position().x(), event.position().y())

    def press(self, event: QMouseEvent) -> bool:
        """Put the caret; False if the press is none of the text's business."""
        editor = self._view.writing.editor
        if editor is None or not self.over(event) or event.button() == Qt.MouseButton.MiddleButton:
            return False
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            when, where = self._doubled
            late = (monotonic() - when) * 1000 > QApplication.doubleClickInterval()
            far = (event.position().toPoint() - where).manhattanLength() >= QApplication.startDragDistance()
            if late or far:
                extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                editor.click(*self._at(event), extend=extend)
            else:
                editor.do("select all")
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Select while the button is held; False if it was not pressed in the text."""
        editor = self._view.writing.editor
        if editor is not None and self._held:
            editor.drag(*self._at(event))
            return True
        return False

    def release(self, event: QMouseEvent) -> bool:
        """End a drag; False if there is none."""
        held = self._held and event.button() == Qt.MouseButton.LeftButton
        self._held = self._held and not held
        return held

    def double_click(self, event: QMouseEvent) -> bool:
        """Select a word; False if it is none of the text's business."""
        editor = self._view.writing.editor
        if editor is None or not self.over(event) or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._held = True
        self._doubled = monotonic(), event.position().toPoint()
        editor.select_word(*self._at(event))
        return True

    def menu(self, event: QContextMenuEvent) -> bool:
        """Show the menu of the text; False if the event is none of its business."""
        editor, at = self._view.writing.editor, event.pos()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if editor is None or not (by_key or self._is_inside(*self._view.to_sheet(at.x(), at.y()))):
            return False
        menu = text_menu(editor, self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
        return True
