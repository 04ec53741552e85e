"""What keys and clicks on the canvas mean when no gesture is under way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxdesigner.layout import plot
from cxdesigner.layout.hit import cell_at, cell_of
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.records import Card, Emotion, Lane
from cxdesigner.ui.canvas.gestures.base import Press
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of, snapped
from cxdesigner.ui.canvas.landing import lane_bands, takes_cards
from cxdesigner.ui.inserting import rate

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

SELECTABLE = (
    "card",
    "bar",
    "stage",
    "step",
    "lane-title",
    "point",
    "note",
    "persona",
    "title",
    "about",
    "metric",
    "phase",
    "goal",
)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keyboard:
    """Selects, walks and opens texts."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def click(self, press: Press, *, keep: bool = False) -> None:
        """Select what was clicked; with Ctrl or Shift add or take away. `keep`: what is selected already stays so."""
        session = self._view.session
        group = press.hit.group if press.hit is not None else None
        cell = self._cell_at(press)
        if group is not None and group.part in SELECTABLE:
            if press.adds:
                session.toggle(group.id)
            elif not (keep and group.id in session.selection.ids):
                session.select(group.id, cell or (None, None))
        elif not press.adds:
            session.select((), cell or (None, None))

    def _cell_at(self, press: Press) -> tuple[str, str] | None:
        if press.hit is not None and press.hit.group.part in ("card", "bar"):
            card = self._view.session.document.get(press.hit.group.id, Card)
            return (card.lane, card.step) if card and card.lane and card.step else None
        columns = self._view.columns
        if not columns.left <= press.x < columns.right:
            return None
        cell = cell_at(self._view.scene, columns, press.x, press.y)
        return (cell.lane, cell.step) if cell is not None else None

    def double_click(self, press: Press) -> None:
        """Open the text under the pointer, start a card in an empty place, or set an emotion where there is none."""
        view, group = self._view, press.hit.group if press.hit is not None else None
        if group is not None and group.part in SELECTABLE and view.edit_text(group.id):
            return
        cell = self._cell_at(press)
        if cell is None or press.hit is None:
            return
        top = plot_top_of(press.hit.band)
        if top is not None:
            self._set_emotion(cell[1], snapped(plot.score_at(press.y, top), free=False))
        else:
            view.writing.start_card(*cell)

    def _set_emotion(self, step: str, score: float) -> None:
        session = self._view.session
        chosen = [record.persona for record in session.selected() if isinstance(record, Emotion)]
        shown = [persona.id for persona in session.document.personas_of(session.map_id)]
        without = [
            key for key in shown if (found := session.document.emotion(key, step)) is None or found.score is None
        ]
        who = next((key for key in chosen if key in without), None) or next(iter(without), None)
        if who is not None:
            change = session.perform("Set emotion", partial(set_emotion, persona_id=who, step_id=step, score=score))
            if change is not None:
                session.select(list(change.ids())[-1:])

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False if it means nothing here."""
        view, key = self._view, event.key()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape:
            if not view.cancel_gesture():
                view.session.select((), view.session.selection.cell)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and plain:
            return self._open()
        if key in ARROWS and plain:
            return self._walk(*ARROWS[Qt.Key(key)])
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and view.session.selection.cell:
            return self._walk(1 if key == Qt.Key.Key_Tab else -1, 0)
        text = event.text()
        if plain and text and text.isprintable() and not text.isspace():
            return self._type(text)
        return False

    def _open(self) -> bool:
        session = self._view.session
        if len(session.selection.ids) == 1 and self._view.edit_text(session.selection.ids[0]):
            return True
        return session.selection.cell is not None and self._view.writing.start_card(*session.selection.cell)

    def _type(self, text: str) -> bool:
        session = self._view.session
        chosen = session.selected()
        if chosen and all(isinstance(record, Emotion) for record in chosen) and text in "12345":
            rate(session, int(text) - 3)
            return True
        if len(chosen) == 1 and self._view.edit_text(chosen[0].id, typed=text):
            return True
        cell = session.selection.cell
        if cell is not None and not chosen and text in "12345" and self._is_emotion_lane(cell[0]):
            self._set_emotion(cell[1], int(text) - 3)
            return True
        return not chosen and cell is not None and self._view.writing.start_card(*cell, typed=text)

    def _walk(self, across: int, down: int) -> bool:
        """Go to the next card of the stack, else to the next cell."""
        view, session = self._view, self._view.session
        lanes = [band.key for band in lane_bands(view.scene)]
        steps = [column.step for column in view.columns.columns]
        if not lanes or not steps:
            return False
        lane, step = session.selection.lane, session.selection.step
        if lane not in lanes or step not in steps:
            self._enter(lanes[0], steps[0], last=False)
            return True
        if down and self._within_stack(lane, step, down):
            return True
        row = max(0, min(len(lanes) - 1, lanes.index(lane) + down))
        column = max(0, min(len(steps) - 1, steps.index(step) + across))
        if (lanes[row], steps[column]) != (lane, step):
            self._enter(lanes[row], steps[column], last=down < 0)
        return True

    def _within_stack(self, lane: str, step: str, down: int) -> bool:
        session = self._view.session
        stack = self._stack(lane, step)
        chosen = [key for key in session.selection.ids if key in stack]
        if len(chosen) != 1 or not 0 <= stack.index(chosen[0]) + down < len(stack):
            return False
        session.select(stack[stack.index(chosen[0]) + down], (lane, step))
        return True

    def _stack(self, lane: str, step: str) -> list[str]:
        """Give the cards that are seen in a cell; in the emotion lane the point of one persona."""
        session = self._view.session
        if self._is_emotion_lane(lane):
            return self._point(step)
        shown = takes_cards(session.document, session.map_id, lane, step)
        return [card.id for card in session.document.cell(session.map_id, lane, step)] if shown else []

    def _is_emotion_lane(self, lane: str | None) -> bool:
        found = self._view.session.document.get(lane, Lane)
        return found is not None and found.kind == "emotion"

    def _point(self, step: str) -> list[str]:
        """Give the emotion at a step of the persona whose emotion is selected, else of the first who has one there."""
        session = self._view.session
        chosen = [record.persona for record in session.selected() if isinstance(record, Emotion)]
        shown = [persona.id for persona in session.document.personas_of(session.map_id)]
        found = [session.document.emotion(key, step) for key in (*chosen, *shown)]
        return [emotion.id for emotion in found if emotion is not None][:1]

    def _enter(self, lane: str, step: str, *, last: bool) -> None:
        view, session = self._view, self._view.session
        stack = self._stack(lane, step)
        session.select(stack[-1 if last else 0] if stack else (), (lane, step))
        cell = cell_of(view.scene, view.columns, lane, step)
        if cell is not None and not view.seen().intersects(_rectangle(cell.x, cell.y, cell.width, cell.height)):
            view.look_at(cell.x + cell.width / 2, cell.y + cell.height / 2)


def _rectangle(x: float, y: float, width: float, height: float):
    from PySide6.QtCore import QRectF

    return QRectF(x, y, width, height)
