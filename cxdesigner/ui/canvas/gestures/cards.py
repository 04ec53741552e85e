"""Dragging cards to another place."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout.hit import cell_of
from cxdesigner.model.change import Change
from cxdesigner.model.edits.shapes import Hold, copy_shape, places_of, shift_cards
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.gestures.ghost import Ghost
from cxdesigner.ui.canvas.landing import CellLanding, in_cell, in_stack
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr


def copy_key(platform: str) -> Qt.KeyboardModifier:
    """Give the key that copies what is dragged: Option (which Qt calls Alt) on macOS, elsewhere Ctrl."""
    return Qt.KeyboardModifier.AltModifier if platform == "darwin" else Qt.KeyboardModifier.ControlModifier


class MoveCards(Gesture):
    """Drags the selected cards as one shape; with Ctrl, or Option on macOS, it copies them."""

    frames = False

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        session, key = view.session, press.hit.group.id
        if key not in session.selection.ids:
            session.select(key)
        self._ids = [one for one in session.selection.ids if session.document.get(one, Card) is not None]
        self._hold = Hold(key, _held_step(view, key, press.x))
        self._ghost = Ghost(view, press.hit, press.x, press.y, len(self._ids))
        self._copies = False
        self._landing: CellLanding | None = None
        # Those that are drawn where they would land; copies are new ones each time.
        self._landed = frozenset(self._ids)
        self._where: tuple[str | None, str | None, int, bool] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The cards that are dragged, in the order of the selection."""
        return tuple(self._ids)

    def leave(self) -> None:
        """Forget where they would land: the pointer is beside the canvas."""
        self._landing = self._where = None
        self._landed = frozenset(self._ids)
        self.view.session.drop_preview()
        self.view.viewport().update()

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        view = self.view
        copies = bool(modifiers & copy_key(sys.platform))
        if copies != self._copies:
            self._copies = copies
            self._where = None
            self._show(y, None)
            x, y = view.to_sheet(view.pointer.x(), view.pointer.y())
        self._landing = landing = self._find(x, y)
        where = (landing.lane, landing.step, landing.index, copies) if landing else None
        if where != self._where:
            self._where = where
            self._show(y, self._edit() if landing is not None else None)
        view.viewport().update()

    def _find(self, x: float, y: float) -> CellLanding | None:
        """Find where the one that is held would land: under the pointer, unless the shape is at an edge of the map."""
        view, session = self.view, self.view.session
        landing = in_cell(session.shown, session.map_id, view.scene, view.columns, x, y, self._landed)
        if landing is None:
            return None
        landing = self._in_own_step(landing, y)
        places = places_of(session.document, self._ids, self._hold, landing.lane, landing.step)
        here = places[self._hold.card]
        if (here.lane, here.step) == (landing.lane, landing.step):
            return landing
        cell = cell_of(view.scene, view.columns, here.lane, here.step)
        if cell is None:
            return None
        return in_stack(session.shown, session.map_id, view.scene, cell, y, self._landed)

    def _in_own_step(self, landing: CellLanding, y: float) -> CellLanding:
        """Let a card that stays within a collapsed stage stay at its step."""
        view, session = self.view, self.view.session
        held, column = session.document.get(self._hold.card, Card), view.columns.of(landing.step)
        own = held.step if held is not None and column is not None and held.step in column.steps else None
        cell = cell_of(view.scene, view.columns, landing.lane or "", own or "")
        return in_stack(session.shown, session.map_id, view.scene, cell, y, self._landed) if cell else landing

    def _show(self, y: float, edit: Edit | None) -> None:
        """Preview an edit, or nothing, and keep what is under the pointer there."""
        session, found = self.view.session, list[Change | None]()
        if edit is None:
            self.view.hold(y, session.drop_preview)
        else:
            self.view.hold(y, lambda: found.append(session.preview(edit)))
        copied = [record.id for change in found if change is not None for record in change.added()]
        self._landed = frozenset(copied if self._copies else self._ids)

    def _edit(self) -> Edit:
        # The landing is where the first step of the card that is held comes to stand.
        landing = self._landing
        assert landing is not None
        ids = tuple(self._ids)
        shift = copy_shape if self._copies else shift_cards
        hold, lane, step, index = Hold(self._hold.card), landing.lane, landing.step, landing.index
        return partial(shift, card_ids=ids, hold=hold, lane_id=lane, step_id=step, index=index)

    def release(self) -> None:
        session, landing = self.view.session, self._landing
        session.drop_preview()
        if landing is None:
            return
        n = len(self._ids)
        if self._copies:
            name = tr("Copy card") if n == 1 else tr("Copy {n} cards", n=n)
        else:
            name = tr("Move card") if n == 1 else tr("Move {n} cards", n=n)
        change = session.perform(name, self._edit())
        cell = (landing.lane, landing.step)
        if change is not None and self._copies:
            session.select([record.id for record in change.added() if isinstance(record, Card)], cell)
        else:
            session.select(session.selection.ids, cell)

    def paint(self, painter: QPainter) -> None:
        view, landing = self.view, self._landing
        if landing is not None:
            cell = cell_of(view.scene, view.columns, landing.lane, landing.step)
            place = (cell.x, cell.y, cell.width, cell.height) if cell else landing.cell
            view.overlay.target(painter, place, quiet=True)
        view.overlay.landed(painter, self._landed)
        self._ghost.paint(painter)


def _held_step(view, key: str, x: float) -> int:
    """Tell by which of the steps that it covers a card is held."""
    card, column = view.session.document.get(key, Card), view.columns.at(x)
    if card is None or column is None or card.to is None:
        return 0
    order = {step.id: index for index, step in enumerate(view.session.document.steps(card.parent))}
    first, last = order.get(card.step or ""), order.get(card.to)
    if first is None or last is None:
        return 0
    return max(0, min(order[column.step], last) - first)
