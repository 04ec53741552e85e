"""Dragging cards: to another place, or over more steps."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from cxdesigner.layout.hit import groups_of
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.duplicate import copy_cards
from cxdesigner.model.edits.spans import set_span
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.landing import CellLanding, in_cell


def copy_key(platform: str) -> Qt.KeyboardModifier:
    """Give the key that copies what is dragged: Option (which Qt calls Alt) on macOS, elsewhere Ctrl."""
    return Qt.KeyboardModifier.AltModifier if platform == "darwin" else Qt.KeyboardModifier.ControlModifier


class MoveCards(Gesture):
    """Drags the selected cards into a stack; with Ctrl, or Option on macOS, it copies them."""

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        session = view.session
        if press.hit.group.id not in session.selection.ids:
            session.select(press.hit.group.id)
        order = {card.id: index for index, card in enumerate(_in_stack_order(session.document, session.map_id))}
        chosen = [key for key in session.selection.ids if session.document.get(key, Card) is not None]
        self._ids = sorted(chosen, key=lambda key: order.get(key, 0))
        self._landing: CellLanding | None = None
        self._copies = False
        self._at = press.at
        self._offset = view.camera.to_view(press.hit.x, press.hit.y)
        self._ghost = _ghost(view, press)
        self._where: tuple[str | None, str | None, int, bool] | None = None

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        view, session = self.view, self.view.session
        self._at = view.pointer
        self._copies = bool(modifiers & copy_key(sys.platform))
        # Copied cards leave their own where they are, so those count in the stack.
        going = () if self._copies else set(self._ids)
        if self._copies:
            view.hold(y, session.drop_preview)
            y = view.camera.to_sheet(view.pointer.x(), view.pointer.y())[1]
        self._landing = in_cell(session.shown, session.map_id, view.scene, view.columns, x, y, going)
        landing = self._landing
        where = (landing.lane, landing.step, landing.index, self._copies) if landing else None
        if where != self._where:
            self._where = where
            plain = landing is None or self._copies
            view.hold(y, session.drop_preview if plain else lambda: session.preview(self._edit()))
        view.viewport().update()

    def _edit(self):
        landing = self._landing
        assert landing is not None
        edit = copy_cards if self._copies else move_cards
        ids = tuple(self._ids)
        return partial(edit, card_ids=ids, lane_id=landing.lane, step_id=landing.step, index=landing.index)

    def release(self) -> None:
        session = self.view.session
        session.drop_preview()
        if self._landing is None:
            return
        count = len(self._ids)
        what = "card" if count == 1 else f"{count} cards"
        change = session.perform(f"{'Copy' if self._copies else 'Move'} {what}", self._edit())
        cell = (self._landing.lane, self._landing.step)
        if change is not None and self._copies:
            session.select([record.id for record in change.added() if isinstance(record, Card)], cell)
        else:
            session.select(self._ids, cell)

    def paint(self, painter: QPainter) -> None:
        if self._landing is not None:
            self.view.overlay.target(painter, self._landing.cell)
            if self._copies:
                self.view.overlay.mark(painter, self._landing.mark)
        across, down = self._at.x() - self.press.at.x(), self._at.y() - self.press.at.y()
        painter.setOpacity(0.8)
        painter.drawPixmap(int(self._offset[0] + across), int(self._offset[1] + down), self._ghost)
        painter.setOpacity(1.0)
        if len(self._ids) > 1:
            self.view.overlay.badge(painter, self._at, str(len(self._ids)))


def _in_stack_order(document: Document, map_id: str) -> list[Card]:
    return [card for lane in document.lanes(map_id) for card in document.cards_in_lane(map_id, lane.id)]


def _ghost(view, press: Press) -> QPixmap:
    """Paint the card under the pointer once, to be carried along."""
    assert press.hit is not None
    group, scale, ratio = press.hit.group, view.camera.scale, view.devicePixelRatioF()
    pixmap = QPixmap(max(1, int(group.width * scale * ratio) + 2), max(1, int(group.height * scale * ratio) + 2))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.scale(scale, scale)
        view.pens.paint(painter, group._replace(x=0.0, y=0.0), QRectF(0, 0, group.width, group.height))
    return pixmap


class SpanCard(Gesture):
    """Drags an edge of a card, so that it covers more steps or fewer."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, view, press: Press, *, right: bool) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self._key = press.hit.group.id
        card = view.session.document.get(self._key, Card)
        assert card is not None
        self._fixed = (card.step if right else card.to or card.step) or ""
        self._last: str | None = None
        view.session.select(self._key)

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        column = self.view.columns.at(x)
        if column is not None and column.step != self._last:
            self._last = column.step
            self.view.session.preview(self._edit())

    def _edit(self):
        return partial(_spanned, key=self._key, one=self._fixed, other=self._last or self._fixed)

    def release(self) -> None:
        self.view.session.perform("Change span", self._edit())

    def paint(self, painter: QPainter) -> None:
        for hit in groups_of(self.view.scene, self._key, "card"):
            self.view.overlay.target(painter, (hit.x, hit.y, hit.group.width, hit.group.height))


def _spanned(document: Document, key: str, one: str, other: str) -> Change | None:
    return set_span(document, key, one, other)
