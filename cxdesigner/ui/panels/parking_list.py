"""The parking lot under mouse and keyboard: cards are selected, walked, edited, put in another order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication

from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.ids import new_id
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.panels.parking_text import ParkingText
from cxdesigner.ui.panels.parking_view import ParkingView
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_OWN = (
    (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
)
"""Keys that mean something else on the canvas."""


class ParkingList(ParkingView):
    """Takes cards that are dragged here, and gives them off.

    Signals: `pulled(tuple, QPoint)`: cards are dragged off, at a point on the screen; `menu_asked(QPoint)`; `left()`:
    Esc was pressed.
    """

    pulled = Signal(tuple, QPoint)
    menu_asked = Signal(QPoint)
    left = Signal()

    def __init__(self, session: Session, canvas: CanvasView, look: Look) -> None:
        super().__init__(session, canvas, look)
        self._press: tuple[QPoint, str] | None = None
        self._anchor = ""
        self.text: ParkingText | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Cards in the parking lot"))

    # Selecting

    def _chosen(self) -> list[str]:
        ids = set(self._session.selection.ids)
        return [key for key in self._ids if key in ids]

    def _select(self, key: str, *, toggles: bool = False, extends: bool = False) -> None:
        if toggles:
            self._session.select(
                [one for one in self._chosen() if one != key] if key in self._chosen() else [*self._chosen(), key]
            )
        elif extends and self._anchor in self._ids:
            first, last = self._ids.index(self._anchor), self._ids.index(key)
            between = self._ids[min(first, last) : max(first, last) + 1]
            self._session.select(between if first <= last else between[::-1])
        else:
            self._session.select(key)
        if not extends:
            self._anchor = key
        self.reveal(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._ids and not self._chosen() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._select(self._ids[0])
        self.viewport().update()

    # Mouse

    def _at(self, point: QPoint) -> str:
        return next((group.id for group in self._lot.groups if self._rect(group).contains(point)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish_text()
        key = self._at(event.position().toPoint())
        modifiers = event.modifiers()
        toggles = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if not key:
            self._session.select(())
        elif toggles or extends or key not in self._chosen():
            self._select(key, toggles=toggles, extends=extends)
        if key and event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint(), key

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._press is None or (at - self._press[0]).manhattanLength() < QApplication.startDragDistance():
            return
        keys = tuple(self._chosen())
        if keys:
            self.pulled.emit(keys, event.globalPosition().toPoint())
        self._press = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if press is not None and plain and len(self._chosen()) > 1:
            self._select(press[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self._at(event.position().toPoint())
        if key:
            self.edit(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._chosen():
            self.menu_asked.emit(event.globalPos())

    def picture_of_drag(self) -> tuple[QPixmap, QPoint]:
        """Give the card that is held as a picture, and where in it the pointer is."""
        at, key = self._press or (QPoint(), "")
        rect = self.rect_of(key)
        if rect is None:
            return QPixmap(), QPoint()
        return self.viewport().grab(rect), at - rect.topLeft()

    # Keyboard

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and any(event.key() == key and event.modifiers() & modifier for key, modifier in _OWN)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        current = self._current()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            self._shift(by) if alt else self._walk(by, extends=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._ids:
            self._select(self._ids[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and current:
            self.edit(current)
        elif key == Qt.Key.Key_A and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._session.select(self._ids)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip() and event.text().isprintable() and not (modifiers & _COMMAND):
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _type(self, typed: str) -> None:
        """Write the text of the chosen card anew, or a card of its own where none is chosen, as on the map."""
        join, key = "", self._current()
        if not key:
            join = new_id()
            add = partial(add_card, map_id=self._session.map_id, lane_id=None, step_id=None)
            change = self._session.perform(tr("Add card"), add, join=join)
            key = next((record.id for record in change.added()), "") if change is not None else ""
        self.edit(key, join=join)
        if self.text is not None:
            self.text.insertPlainText(typed)

    def _walk(self, by: int, *, extends: bool) -> None:
        if not self._ids:
            return
        current = self._current()
        index = self._ids.index(current) + by if current else 0
        self._select(self._ids[max(0, min(index, len(self._ids) - 1))], extends=extends)

    def _shift(self, by: int) -> None:
        """Move what is selected up or down among the others."""
        chosen = self._chosen()
        if chosen:
            others = [key for key in self._ids[: self._lot.parked] if key not in chosen]
            above = sum(key in others for key in self._ids[: self._ids.index(chosen[0])])
            self._put(chosen, max(0, min(above + by, len(others))))
            self.reveal(chosen[0])

    def _put(self, keys: Sequence[str], index: int) -> None:
        document = self._session.document
        inside = all(key in self._ids for key in keys)
        name = tr("Move in the parking lot") if inside else tr("Move to parking lot")
        there = [key for key in keys if document.get(key, Card) is not None]
        edit = partial(move_cards, card_ids=there, lane_id=None, step_id=None, index=index)
        self._session.perform(name, edit)
        self._session.select(keys)

    # Text

    def edit(self, key: str, *, join: str = "") -> None:
        """Open the text of a card; `join` as for `Session.perform`."""
        card = self._session.document.get(key, Card)
        if card is not None:
            self.finish_text()
            self._session.select(key)
            self.reveal(key)
            self.text = ParkingText(self.viewport(), self._session, self._look, card, join)
            self.text.ended.connect(self._text_ended)
            self.moved()
            self.text.start()

    def finish_text(self) -> None:
        """Take what was typed, if a text is open."""
        if self.text is not None:
            self.text.finish()

    def _text_ended(self) -> None:
        text, self.text = self.text, None
        if text is not None:
            had_focus = text.hasFocus()
            text.hide()
            text.deleteLater()
            if had_focus:
                self.setFocus()

    def moved(self) -> None:
        if self.text is not None:
            rect = self.rect_of(self.text.key)
            if rect is not None:
                self.text.setGeometry(rect)

    # Cards that are dragged here

    def cards_over(self, keys: Sequence[str], at: QPoint) -> bool:
        """Show where cards would go; False if they are not over the drawer."""
        here = self.viewport().mapFromGlobal(at)
        over = bool(keys) and self.isVisible() and self.viewport().rect().contains(here)
        gap = self._gap_at(here.y()) if over else None
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()
        return over

    def cards_dropped(self, keys: Sequence[str], at: QPoint) -> None:
        """Put cards into the parking lot, where they were let go."""
        gap = self._gap_at(self.viewport().mapFromGlobal(at).y())
        staying = [key for key in self._ids[: self._lot.parked] if key not in keys]
        self._put(keys, sum(key in staying for key in self._ids[:gap]))
        self.setFocus()

    def _gap_at(self, y: int) -> int:
        """Give the number of parked cards that stand above a height of the view."""
        parked = self._lot.groups[: self._lot.parked]
        return sum(self._rect(group).center().y() < y for group in parked)
