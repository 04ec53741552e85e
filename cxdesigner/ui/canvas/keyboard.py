"""What keys and clicks on the canvas mean when no gesture is under way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from cxdesigner.layout import plot
from cxdesigner.layout.hit import cell_at
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.emotion_keys import EmotionKeys
from cxdesigner.ui.canvas.gestures.base import Press
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of, snapped
from cxdesigner.ui.canvas.shifting import Shifting
from cxdesigner.ui.canvas.walking import Walking
from cxdesigner.ui.emotions import active_persona, people_of
from cxdesigner.ui.style.words import tr

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
    "feeling",
    "persona",
    "title",
    "about",
    "metric",
    "phase",
    "goal",
    "link",
)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keyboard:
    """Selects and opens texts; what walks and what moves is in its own class."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self.walking = Walking(view)
        self.shifting = Shifting(view)
        self.emotions = EmotionKeys(view, self.walking)
        view.refitted.connect(self._stay_in_view)

    def click(self, press: Press, *, keep: bool = False) -> None:
        """Select what was clicked; with Ctrl or Shift add or take away. `keep`: what is selected already stays so."""
        session = self._view.session
        if not keep and self._view.overlay.links.click(press):
            return
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
        if group is not None and group.part == "feeling" and self.emotions.open_feeling(group.id):
            return
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
        shown = [active_persona(session), *(persona.id for persona in people_of(session))]
        without = [
            key for key in shown if (found := session.document.emotion(key, step)) is None or found.score is None
        ]
        who = next(iter(without), None)
        if who is not None:
            change = session.perform(tr("Set emotion"), partial(set_emotion, persona_id=who, step_id=step, score=score))
            if change is not None:
                session.select(list(change.ids())[-1:])

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False if it means nothing here."""
        view, key, held = self._view, event.key(), event.modifiers()
        control, alt = bool(held & Qt.KeyboardModifier.ControlModifier), bool(held & Qt.KeyboardModifier.AltModifier)
        shift, plain = bool(held & Qt.KeyboardModifier.ShiftModifier), not control and not alt
        if view.overlay.links.key(event):
            return True
        if key == Qt.Key.Key_Escape:
            if not view.cancel_gesture():
                view.session.select((), view.session.selection.cell)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and plain:
            return self._open()
        if plain and self.emotions.press(event):
            return True
        if key in ARROWS and not alt:
            return self._arrow(*ARROWS[Qt.Key(key)], shift=shift, control=control)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not alt:
            return self.walking.walk_to_end(last=key == Qt.Key.Key_End, of_map=control)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and view.session.selection.cell:
            return self.walking.walk(1 if key == Qt.Key.Key_Tab else -1, 0)
        text = event.text()
        if control == alt and text and text.isprintable() and not text.isspace():
            return self._begin_text(text)
        return False

    def _arrow(self, across: int, down: int, *, shift: bool, control: bool) -> bool:
        if control:
            return bool(across) and self.walking.walk_stages(across)
        return self.walking.extend(across, down) if shift else self.walking.walk(across, down)

    def rest(self) -> None:
        """Take what is moved from now on as an edit of its own."""
        self.shifting.rest()

    def _stay_in_view(self) -> None:
        """Show where the keyboard is again, after a panel that came or went made the view look elsewhere."""
        view, ids = self._view, self._view.session.selection.ids
        if view.gesture is not None:
            return
        if len(ids) == 1 and view.find(ids[0]):
            view.reveal(ids[0])
        else:
            self.walking.reveal_cell()

    def _open(self) -> bool:
        session = self._view.session
        if len(session.selection.ids) == 1 and self._view.edit_text(session.selection.ids[0]):
            return True
        here = self.walking.here()
        return here is not None and self._view.writing.start_card(*here)

    def _begin_text(self, typed: str | None) -> bool:
        """Open the text of what is selected, or start a card in the cell."""
        session, walking = self._view.session, self.walking
        chosen, here = session.selected(), walking.here()
        if len(chosen) == 1 and self._view.edit_text(chosen[0].id, typed=typed):
            self._view.writing.mark_typed_over()
            return True
        if not chosen:
            here = here or walking.first_in_view()
            if here is not None and self._view.writing.start_card(*here, typed=typed):
                return True
        if here is not None and not chosen and walking.is_emotion_lane(here[0]):
            session.told.emit(tr("Nobody has rated this yet: press 1 to 5, then type a note."))
        else:
            session.told.emit(tr("There is no text to write in: choose one card, one title or one cell."))
        return True

    def compose(self, event: QInputMethodEvent) -> None:
        """Begin a text with what an input method gives, as a key does."""
        text = event.commitString()
        if self._view.overlay.links.refuse():
            return
        if text and text.isprintable() and not text.isspace():
            if not self.emotions.type(text):
                self._begin_text(text)
        elif event.preeditString() and self._begin_text(None):
            self._view.writing.compose(event)
