"""Typing on the sheet: opens a text, takes what was typed into the project, and goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QPainter
from PySide6.QtWidgets import QScrollBar

from cxdesigner.layout.hit import Hit
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card, Emotion, Lane, Record, Stage, Step
from cxdesigner.ui.canvas import input_method
from cxdesigner.ui.canvas.editing import KINDS, Place, place_of, text_edit, text_of
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.canvas.text_editor import TextEditor
from cxdesigner.ui.canvas.text_marks import caret_rect, paint_box, paint_hint, paint_text_marks
from cxdesigner.ui.canvas.turning import title_beside
from cxdesigner.ui.session import Doing, Edit
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

MARGIN = 14
"""Pixels that stay between the caret and the edge of the view."""


class Writing:
    """Owns the text that is open."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._editor: TextEditor | None = None
        self._key = ""
        self._join = ""
        self._fresh = False
        self._typed_over = False
        self._place: Place | None = None
        self._scene: Scene | None = None
        self._ascents: dict[TextStyle, float] = {}

    @property
    def editor(self) -> TextEditor | None:
        """The text that is open, None if nothing is being typed."""
        return self._editor

    @property
    def holder(self) -> tuple[float, float, float, float] | None:
        """The box on the sheet of what holds the open text, in points."""
        return self._place.holder if self._editor is not None and self._place is not None else None

    def open(self, key: str, *, typed: str | None = None, join: str = "", fresh: bool = False) -> bool:
        """Open the text of a record; False if it shows none.

        `typed` replaces the text. `join`: what is typed becomes part of the edit of that name (adding the record).
        `fresh`: if nothing is typed, the record goes again.
        """
        self.finish()
        self._view.folding.open_up(key, join)
        self._view.reveal(key)
        place = self._find(key)
        record = self._view.session.document.records.get(key)
        if place is None or record is None:
            return False
        self._key, self._join, self._fresh, self._place = key, join, fresh, place
        self._typed_over = False
        self._view.overlay.links.end()
        self._editor = editor = TextEditor(text_of(record) or "", place.block)
        editor.committed.connect(self._committed)
        editor.refused.connect(self._view.session.told)
        editor.changed.connect(self._typed)
        editor.moved.connect(self._caret_moved)
        editor.blinked.connect(self._blinked)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed is not None:
            editor.put_in(typed)
        self._caret_moved()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)
        return True

    def mark_typed_over(self) -> None:
        """Let Esc give back the text as it was: a stray key may have opened it, and nobody asked for the text."""
        self._typed_over = True

    def _find(self, key: str) -> Place | None:
        record = self._view.session.shown.records.get(key)
        if record is None or type(record) not in KINDS:
            return None
        found = self._shown(key, KINDS[type(record)].part)
        return place_of(record, found, self._ascent_of) if found is not None else None

    def _ascent_of(self, style: TextStyle) -> float:
        if style not in self._ascents:
            self._ascents[style] = self._view.typesetter.paragraph("", style).ascent
        return self._ascents[style]

    def _shown(self, key: str, part: str) -> Hit | None:
        hits = self._view.find(key, part)
        if not hits and part == "note":
            hits = self._view.find(key, "point")
        return hits[0] if hits else None

    def start_card(
        self,
        lane: str,
        step: str,
        *,
        index: int | None = None,
        typed: str | None = None,
        before: Sequence[Doing] = (),
    ) -> bool:
        """Put a card into a cell and open its text; False if the cell takes none. What is `before` is done anyway."""
        session = self._view.session
        if not takes_cards(session.document, session.map_id, lane, step):
            session.perform_all(before)
            return False
        token = self._view.next_token()
        edit = partial(add_card, map_id=session.map_id, lane_id=lane, step_id=step, index=index)
        change = session.perform_all([*before, Doing(tr("Add card"), edit, token)])[-1]
        if change is None:
            return False
        card = next(record for record in change.added() if isinstance(record, Card))
        session.select(card.id, (lane, step))
        if self.open(card.id, typed=typed, join=token, fresh=True):
            return True
        session.undo_quietly(token)
        return False

    # While it is open

    def follow(self) -> None:
        """Find the text again in what is drawn now."""
        if self._editor is not None and self._scene is not self._view.scene:
            self._scene = self._view.scene
            self._place = self._find(self._key) or self._place
            if self._place is not None:
                self._editor.block = self._place.block

    def _typed(self) -> None:
        """Show the sheet with what is typed: its cell grows with the text."""
        session = self._view.session
        record = session.document.records.get(self._key)
        if self._editor is not None and record is not None:
            session.preview(text_edit(record, self._editor.shown)[1], typing=True)
            self._caret_moved()

    def _caret_moved(self) -> None:
        view, editor = self._view, self._editor
        if editor is not None:
            if not view.mouse.still:
                self._bring_into_view(editor)
            view.viewport().update()
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)

    def _bring_into_view(self, editor: TextEditor) -> None:
        """Scroll until the caret can be seen; titles that stay in view need it along their row only."""
        view, record = self._view, self._view.session.document.records.get(self._key)
        rect, room = caret_rect(view.camera, editor.block.spot(editor.caret)), view.sticky.clear()
        if not isinstance(record, Lane):
            _scroll(view.horizontalScrollBar(), rect.left(), rect.right(), (room.left(), room.right()))
        if not isinstance(record, (Stage, Step)):
            _scroll(view.verticalScrollBar(), rect.top(), rect.bottom(), (room.top(), room.bottom()))

    def _blinked(self) -> None:
        # A title may be seen in a strip that stays in view, elsewhere than it stands.
        record = self._view.session.document.records.get(self._key)
        if self._editor is not None and isinstance(record, Card):
            rect = caret_rect(self._view.camera, self._editor.block.spot(self._editor.caret))
            self._view.viewport().update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))
        else:
            self._view.viewport().update()

    def paint(self, painter: QPainter, accent: QColor) -> None:
        """Paint caret and selection."""
        if self._editor is not None and self._place is not None:
            if self._place.hint:
                paint_hint(painter, self._view, self._place)
            if not self._editor.shown and isinstance(self._view.session.document.records.get(self._key), Emotion):
                paint_box(painter, self._view.camera, self._editor.block.spot(self._editor.caret))
            paint_text_marks(painter, self._view.camera, self._editor, self._place.ink, accent)

    def compose(self, event: QInputMethodEvent) -> bool:
        """Take what an input method gives; False if no text is open."""
        if self._editor is not None:
            input_method.take(self._editor, event)
        return self._editor is not None

    def answer(self, query: Qt.InputMethodQuery) -> Any:
        """Tell an input method about the open text; None for what is not known here."""
        editor = self._editor
        if editor is None:
            return None
        return input_method.answer(editor, query, caret_rect(self._view.camera, editor.block.spot(editor.caret)))

    # When it closes

    def finish(self) -> None:
        """Take what was typed, if a text is open."""
        if self._editor is not None:
            self._editor.finish()

    def what_is_begun(self) -> list[Edit]:
        """Give what finishing would do to a record in which nothing is typed yet, without doing it."""
        is_empty = self._editor is not None and self._fresh and not self._editor.shown.strip()
        return [partial(remove, keys=[self._key])] if is_empty else []

    def _committed(self, text: str, then: str) -> None:
        editor, key, join, fresh = self._editor, self._key, self._join, self._fresh
        unasked, then = then == "back" and self._typed_over, "" if then == "back" else then
        if editor is None:
            return
        self._editor = self._place = self._scene = None
        editor.deleteLater()
        session = self._view.session
        self._view.viewport().update()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)
        record = session.document.records.get(key)
        doing: list[Doing] = []
        if record is None:
            then = ""
        elif fresh and not text.strip():
            # The card was only opened for typing: leave no trace of it, not even in the history.
            session.undo_quietly(join)
            then = "" if then == "next" else then
        elif text != text_of(record):
            name, edit = text_edit(record, text)
            doing = [Doing(session.undo_name if join else name, edit, join)]
        if isinstance(record, Card) and record.lane is not None and record.step is not None and then:
            self._next_card(record, record.lane, record.step, then, doing)
            return
        done = any(session.perform_all(doing))
        if done and unasked:
            session.undo()  # so that redo has what was typed, if it was meant after all
            session.told.emit(tr("Esc gave back what was there before; Redo brings back what was typed."))
        if record is not None and then:
            self._next_title(record, then)

    def _next_title(self, record: Record, then: str) -> None:
        """Open the title or note beside, as the key that ended the typing asks; beside a card are cells."""
        session = self._view.session
        if not isinstance(record, Card):
            by = {"right": 1, "step": 1, "left": -1}.get(then, 0)
            beside = title_beside(self._view, record, by) if by else None
            if beside is not None:
                session.select(beside, self._cell_at(beside))
                self.open(beside)

    def _cell_at(self, key: str) -> tuple[str | None, str | None] | None:
        """Give the cell of an emotion, so that the keyboard is there; other things keep it where it was."""
        emotion = self._view.session.document.get(key, Emotion)
        return (self._view.session.selection.lane, emotion.step) if emotion is not None else None

    def _next_card(self, card: Card, lane: str, step: str, then: str, doing: Sequence[Doing]) -> None:
        """Take what was typed and put the next card into its cell, both at once: the sheet is laid out once."""
        session = self._view.session
        if then == "next":
            stack = [one.id for one in session.document.cell(session.map_id, lane, step)]
            self.start_card(lane, step, index=stack.index(card.id) + 1 if card.id in stack else None, before=doing)
            return
        cells = self._cells(lane if then == "step" else None)
        position = cells.index((lane, step)) + (-1 if then == "left" else 1) if (lane, step) in cells else -1
        if 0 <= position < len(cells):
            if not self.start_card(*cells[position], before=doing):
                session.select((), cells[position])
            return
        session.perform_all(doing)
        if then == "step":
            session.told.emit(tr("This is the last step: press Ctrl+G to add one."))

    def _cells(self, only: str | None) -> list[tuple[str, str]]:
        """Give the cells that hold cards as one reads them: along a lane, then the next lane, or along one lane."""
        session = self._view.session
        steps = [column.step for column in self._view.columns.columns]
        lanes = [only] if only is not None else [band.key for band in self._view.scene.bands if band.is_lane]
        return [
            (lane, step)
            for lane in lanes
            if steps and takes_cards(session.document, session.map_id, lane, steps[0])
            for step in steps
        ]


def _scroll(bar: QScrollBar, first: float, last: float, room: tuple[int, int]) -> None:
    beyond = min(0.0, first - MARGIN - room[0]) or max(0.0, last + MARGIN - room[1])
    if beyond:
        bar.setValue(bar.value() + round(beyond))
