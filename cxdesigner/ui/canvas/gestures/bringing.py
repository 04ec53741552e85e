"""Dragging cards out of the parking lot onto the map, and pictures and text out of other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from cxdesigner.layout.hit import groups_of, hit
from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.gestures.base import FromOutside, Press
from cxdesigner.ui.canvas.landing import CellLanding, in_cell
from cxdesigner.ui.places import Spot, cell_name
from cxdesigner.ui.style.words import tr

_NOWHERE = Press(0, 0, QPoint(-1, -1), None, Qt.KeyboardModifier.NoModifier)


class _OntoCells(FromOutside):
    """Follows the pointer over the cells of the map."""

    def __init__(self, view) -> None:
        super().__init__(view, _NOWHERE)
        self._landing: CellLanding | None = None

    def _find(self, x: float, y: float, dragged: Sequence[str] = ()) -> CellLanding | None:
        view, session = self.view, self.view.session
        scene = view.scene
        inside = 0 <= x <= scene.width and 0 <= y <= scene.height
        return in_cell(session.shown, session.map_id, scene, view.columns, x, y, dragged) if inside else None

    def leave(self) -> None:
        self._landing = None
        self.view.viewport().update()


class DropCards(_OntoCells):
    """Drags cards that are not on the map into a stack; `picture` is carried along, held at `held`."""

    cursor = Qt.CursorShape.ClosedHandCursor
    frames = False

    def __init__(self, view, keys: Sequence[str], picture: QPixmap, held: QPoint) -> None:
        super().__init__(view)
        self._keys = tuple(keys)
        self._picture, self._held = picture, held
        self._where: tuple[str | None, str | None, int] | None = None

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        view, session = self.view, self.view.session
        self._landing = landing = self._find(x, y, self._keys)
        where = (landing.lane, landing.step, landing.index) if landing else None
        if where != self._where:
            self._where = where
            view.hold(y, session.drop_preview if landing is None else lambda: session.preview(self._edit(landing)))
        view.viewport().update()

    def leave(self) -> None:
        self._where = None
        self.view.session.drop_preview()
        super().leave()

    def _edit(self, landing: CellLanding):
        lane, step, index = landing.lane, landing.step, landing.index
        return partial(move_cards, card_ids=self._keys, lane_id=lane, step_id=step, index=index)

    def release(self) -> None:
        session, landing = self.view.session, self._landing
        session.drop_preview()
        if landing is None:
            return
        n = len(self._keys)
        session.perform(tr("Move card") if n == 1 else tr("Move {n} cards", n=n), self._edit(landing))
        session.select(self._keys, (landing.lane, landing.step))
        self.view.setFocus()

    def paint(self, painter: QPainter) -> None:
        view = self.view
        if self._landing is not None:
            view.overlay.target(painter, self._landing.cell)
        if view.viewport().rect().contains(view.pointer):
            painter.setOpacity(0.8)
            painter.drawPixmap(view.pointer - self._held, self._picture)
            painter.setOpacity(1.0)
            if len(self._keys) > 1:
                view.overlay.badge(painter, QPointF(view.pointer), str(len(self._keys)))


class DropForeign(_OntoCells):
    """Drags what another program gives onto a cell, or a single picture onto a picture card, whose it becomes.

    `put` puts it in at a spot.
    """

    def __init__(self, view, name: str, put: Callable[[Spot], object], *, fills: bool) -> None:
        super().__init__(view)
        self._name, self._put, self._fills = name, put, fills
        self._filled: str = ""

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        self._landing = self._find(x, y)
        found = hit(self.view.scene, x, y)
        card = self.view.session.document.get(found.group.id, Card) if found is not None else None
        self._filled = card.id if self._fills and card is not None and card.kind == "picture" else ""
        self.view.viewport().update()

    def leave(self) -> None:
        self._filled = ""
        super().leave()

    @property
    def would_land(self) -> bool:
        """Whether letting go here would do anything."""
        return self._landing is not None

    def release(self) -> None:
        landing = self._landing
        if landing is not None:
            self.view.setFocus()
            self._put(Spot(landing.lane, landing.step, None if self._filled else landing.index, self._filled))

    def paint(self, painter: QPainter) -> None:
        view, landing = self.view, self._landing
        if landing is None:
            return
        if self._filled:
            for card in groups_of(view.scene, self._filled, "card"):
                view.overlay.target(painter, (card.x, card.y, card.group.width, card.group.height))
        else:
            view.overlay.target(painter, landing.cell)
            view.overlay.mark(painter, landing.mark)
        where = cell_name(view.session.document, landing.lane, landing.step)
        label = tr("Replace picture") if self._filled else f"{self._name} · {where}"
        view.overlay.label(painter, view.pointer.x() + 14, view.pointer.y() + 14, label)
