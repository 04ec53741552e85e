"""Dragging a link out of a card, step or stage."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout.hit import Hit, hit
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.links import add_link, added_key, can_link, likely
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.landing import CellLanding, in_cell
from cxdesigner.ui.style.words import tr

ENDS = ("card", "bar", "step", "stage")
"""The parts of the drawing between which links run."""


class DragLink(Gesture):
    """Draws an arrow to what it is let go on: a card, a step or a stage, or an empty place, which gets a card."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view, press: Press, source: Hit) -> None:
        super().__init__(view, press)
        self._source = source
        self._target: Hit | None = None
        self._landing: CellLanding | None = None
        self._at = QPointF(press.at)

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        view, session = self.view, self.view.session
        self._at = QPointF(view.pointer)
        found = hit(view.scene, x, y)
        self._target, self._landing = None, None
        if found is not None and found.group.part in ENDS:
            if can_link(session.document, session.map_id, self._source.group.id, found.group.id):
                self._target = found
        elif not (found is not None and found.group.id == self._source.group.id):
            self._landing = in_cell(session.document, session.map_id, view.scene, view.columns, x, y)
        view.viewport().update()

    def release(self) -> None:
        if self._target is not None:
            link(self.view.session, self._source.group.id, self._target.group.id)
        elif self._landing is not None and self._landing.lane is not None and self._landing.step is not None:
            link_to_new_card(
                self.view, self._source.group.id, self._landing.lane, self._landing.step, self._landing.index
            )

    def cancel(self) -> None:
        self._target, self._landing = None, None

    def paint(self, painter: QPainter) -> None:
        overlay = self.view.overlay
        if self._target is not None:
            overlay.target(painter, _box(self._target))
        elif self._landing is not None and self._landing.lane is not None:
            overlay.target(painter, self._landing.cell)
            overlay.mark(painter, self._landing.mark)
        end = self._at if self._target is None else None
        overlay.links.arrow(painter, _box(self._source), _box(self._target) if self._target else None, end)


def _box(found: Hit) -> tuple[float, float, float, float]:
    return found.x, found.y, found.group.width, found.group.height


def link(session, from_: str, to: str) -> bool:
    """Link two things and select the link; False if they are linked so already."""
    map_id = session.map_id
    start, end, _ = likely(session.document, from_, to)
    change = session.perform(tr("Link"), lambda document: add_link(document, map_id, from_, to))
    key = added_key(session.document, map_id, start, end)
    if key:
        session.select(key)
    return change is not None


def link_to_new_card(view, from_: str, lane: str, step: str, index: int | None = None) -> None:
    """Put a card into a cell, link to it and open its text; if nothing is typed, both go again."""
    session, map_id, token = view.session, view.session.map_id, view.next_token()

    def edit(document: Document) -> Change | None:
        added = add_card(document, map_id, lane, step, index)
        if added is None:
            return None
        card = next(record for record in added.added() if isinstance(record, Card))
        linked = add_link(document.apply(added), map_id, from_, card.id)
        return added.then(linked) if linked is not None else added

    change = session.perform(tr("Add linked card"), edit, join=token)
    card = next((record for record in change.added() if isinstance(record, Card)), None) if change else None
    if card is not None:
        session.select(card.id, (lane, step))
        view.writing.open(card.id, join=token, fresh=True)
