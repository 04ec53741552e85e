"""Typing on the sheet: opens a text, takes what was typed into the project, and goes on to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cxdesigner.layout.hit import Hit, groups_of
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.records import Card, Lane, Stage, Step
from cxdesigner.ui.canvas.editing import KINDS, Place, place_of, text_edit
from cxdesigner.ui.canvas.landing import lane_bands, takes_cards
from cxdesigner.ui.canvas.text_editor import TextEditor

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView


class Writing:
    """Owns the text field while one is open."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._editor: TextEditor | None = None
        self._key = ""
        self._join = ""
        self._fresh = False
        self._last: Place | None = None

    @property
    def editor(self) -> TextEditor | None:
        """The open field, None if nothing is being typed."""
        return self._editor

    def open(self, key: str, *, typed: str | None = None, join: str = "", fresh: bool = False) -> bool:
        """Open the text of a record; False if it shows none.

        `typed` replaces the text. `join`: what is typed becomes part of the edit of that name (adding the record).
        `fresh`: if nothing is typed, the record goes again.
        """
        self.finish()
        place = self._place(key)
        if place is None:
            return False
        self._key, self._join, self._fresh, self._last = key, join, fresh, place
        editor = TextEditor(self._view.viewport(), place, self._view.camera, self._view.tokens)
        editor.committed.connect(self._committed)
        editor.refused.connect(self._view.session.told)
        editor.textChanged.connect(self._typed)
        self._editor = editor
        self._view.reveal(key)
        editor.start(typed)
        self._view.viewport().update()
        return True

    def _place(self, key: str) -> Place | None:
        session = self._view.session
        record = session.document.records.get(key)
        if record is None or type(record) not in KINDS:
            return None
        found = self._shown(key, KINDS[type(record)].part)
        return place_of(record, found) if found is not None else None

    def _shown(self, key: str, part: str) -> Hit | None:
        hits = groups_of(self._view.scene, key, part)
        if not hits and part == "note":
            hits = groups_of(self._view.scene, key, "point")
        return hits[0] if hits else None

    def start_card(self, lane: str, step: str, *, index: int | None = None, typed: str | None = None) -> bool:
        """Put a card into a cell and open its text; False if the cell takes none."""
        session = self._view.session
        if not takes_cards(session.document, session.map_id, lane, step):
            return False
        token = self._view.next_token()
        edit = partial(add_card, map_id=session.map_id, lane_id=lane, step_id=step, index=index)
        change = session.perform("Add card", edit, join=token)
        if change is None:
            return False
        card = next(record for record in change.added() if isinstance(record, Card))
        session.select(card.id, (lane, step))
        if self.open(card.id, typed=typed, join=token, fresh=True):
            return True
        session.undo_quietly(token)
        return False

    def follow(self) -> None:
        """Keep the field where its text stands."""
        if self._editor is not None:
            self._last = self._place(self._key) or self._last
            if self._last is not None:
                self._editor.follow(self._last, self._view.camera)

    def _typed(self) -> None:
        """Show the sheet with what is typed: its cell grows with the text."""
        session = self._view.session
        record = session.document.records.get(self._key)
        if self._editor is not None and record is not None:
            session.preview(text_edit(record, self._editor.text)[1])

    def finish(self) -> None:
        """Take what was typed, if a field is open."""
        if self._editor is not None:
            self._editor.finish()

    def _committed(self, text: str, then: str) -> None:
        editor, key, join, fresh = self._editor, self._key, self._join, self._fresh
        if editor is None:
            return
        had_focus = editor.hasFocus()
        self._editor = None
        editor.hide()
        editor.deleteLater()
        session = self._view.session
        session.drop_preview()
        record = session.document.records.get(key)
        if record is None:
            return
        if fresh and not text.strip():
            # The card was only opened for typing: leave no trace of it, not even in the history.
            session.undo_quietly(join)
            then = "" if then == "next" else then
        elif text != getattr(record, KINDS[type(record)].field):
            name, edit = text_edit(record, text)
            session.perform(session.undo_name if join else name, edit, join=join)
        if had_focus or then:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on(record, then)

    def _go_on(self, record: object, then: str) -> None:
        session = self._view.session
        if isinstance(record, (Stage, Step, Lane)) and then in ("right", "left"):
            self._next_title(record, 1 if then == "right" else -1)
            return
        if not isinstance(record, Card) or not then or record.lane is None or record.step is None:
            return
        if then == "next":
            stack = [card.id for card in session.document.cell(session.map_id, record.lane, record.step)]
            index = stack.index(record.id) + 1 if record.id in stack else len(stack)
            self.start_card(record.lane, record.step, index=index)
            return
        cells = self._cells()
        here = (record.lane, record.step)
        position = cells.index(here) + (1 if then == "right" else -1) if here in cells else -1
        if 0 <= position < len(cells):
            session.select((), cells[position])
            self.start_card(*cells[position])

    def _next_title(self, record: Stage | Step | Lane, by: int) -> None:
        """Open the title of the stage, step or lane beside this one."""
        session = self._view.session
        if isinstance(record, Lane):
            titles = [band.key for band in lane_bands(self._view.scene)]
        elif isinstance(record, Step):
            titles = [step.id for step in session.document.steps(session.map_id)]
        else:
            titles = [stage.id for stage in session.document.stages(session.map_id)]
        position = titles.index(record.id) + by if record.id in titles else -1
        if 0 <= position < len(titles):
            session.select(titles[position])
            self.open(titles[position])

    def _cells(self) -> list[tuple[str, str]]:
        """Give the cells that hold cards as one reads them: along a lane, then the next lane."""
        session = self._view.session
        steps = [step.id for step in session.document.steps(session.map_id)]
        lanes = [band.key for band in lane_bands(self._view.scene)]
        return [
            (lane, step)
            for lane in lanes
            if steps and takes_cards(session.document, session.map_id, lane, steps[0])
            for step in steps
        ]
