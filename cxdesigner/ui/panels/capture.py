"""The quick capture bar: a note is typed in a line, and lands in its lane and step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from cxdesigner.interchange.blocks import read_block
from cxdesigner.model.capture import Landing, Noted, Offer, landing_of, offer, read_note, taken
from cxdesigner.model.change import Change
from cxdesigner.model.edits.capture import capture, landing_after
from cxdesigner.model.lexicon import Lexicon, lexicon_of
from cxdesigner.model.limits import MAX_TEXT, LimitReachedError
from cxdesigner.model.records import Card, Lane, Map, Persona, Project, Stage, Step
from cxdesigner.ui.panels.capture_offers import Offers
from cxdesigner.ui.places import cell_name
from cxdesigner.ui.style.labels import CARDS, label
from cxdesigner.ui.style.text import ElidedLabel, plain_label, set_tip
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.session import Edit
    from cxdesigner.ui.workbench import Workbench

_NAMED = (Lane, Map, Persona, Project, Stage, Step)
"""What a change to makes other names."""
MOST_LINES = 500
"""So many lines are put in at once; more belong into a cell or the parking lot."""
_KIND_WIDTH = 84
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def make(bench: Workbench) -> CaptureBar:
    """Make the bar of a workbench."""
    return CaptureBar(bench)


class CaptureBar(QWidget):
    """A field, what may be meant by what is typed, and where it will land. The keyboard stays in it until Esc."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._session, self._canvas, self._look = bench.session, bench.canvas, bench.look
        self._lexicon: Lexicon | None = None
        self._offer: Offer | None = None
        self._aim: Landing | None = None
        self.setObjectName("capture")
        self.setAccessibleName(tr("Quick capture"))
        self._build()
        self.offers = Offers(self.field, self._look)
        self.offers.chosen.connect(self._take)
        self.field.textChanged.connect(self._typed)
        self.field.cursorPositionChanged.connect(self._show_offers)
        self.field.installEventFilter(self)
        self._session.document_changed.connect(self._on_document_changed)
        self._session.map_changed.connect(self._forget_names)
        self._session.selection_changed.connect(self._show_landing)
        self.setFocusProxy(self.field)
        self._show_landing()

    def _build(self) -> None:
        t = self._look.tokens
        self.field = QLineEdit()
        self.field.setObjectName("capture-field")
        self.field.setMaxLength(MAX_TEXT)
        self.field.setPlaceholderText(tr("pain: queue in the doorway @orders"))
        self.field.setAccessibleName(tr("Note"))
        self.landing = ElidedLabel("", "landing")
        self.landing.setFixedWidth(t.px(180))
        self.kind = plain_label("", "heading")
        self.kind.setMinimumWidth(t.px(_KIND_WIDTH))  # so that the field does not move for the next
        self.hint = ElidedLabel("", "muted")
        close = QToolButton()
        close.setIcon(self._look.icons.icon("close", t.muted))
        close.setAutoRaise(True)
        close.setAccessibleName(tr("Close"))
        set_tip(close, tr("Close (Esc)"))
        close.clicked.connect(self._leave)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(t.px(10))
        row.addWidget(self.kind)
        row.addWidget(self.field, 1)
        row.addWidget(plain_label("→", "muted"))
        row.addWidget(self.landing)
        row.addWidget(close)
        grid = QGridLayout(self)
        grid.setContentsMargins(t.px(14), t.px(8), t.px(8), t.px(7))
        grid.setVerticalSpacing(t.px(4))
        grid.addLayout(row, 0, 0)
        grid.addWidget(self.hint, 1, 0)

    # Names

    @property
    def lexicon(self) -> Lexicon:
        """What can be named on the map that is shown."""
        if self._lexicon is None:
            self._lexicon = lexicon_of(self._session.document, self._session.map_id)
        return self._lexicon

    def _on_document_changed(self, change: Change | None) -> None:
        if change is None or any(isinstance(record, _NAMED) for record in change.records()):
            self._forget_names()

    def _forget_names(self) -> None:
        self._lexicon = None
        self._show_landing()

    # What is typed

    @property
    def _here(self) -> tuple[str | None, str | None]:
        return self._session.selection.lane, self._session.selection.step

    def _typed(self) -> None:
        self._show_landing()
        self._show_offers()

    def _show_landing(self) -> None:
        """Say where the note will land, and light the cell."""
        if not self.isVisible():
            return
        noted = read_note(self.field.text(), self.lexicon)
        landing = landing_of(noted, self.lexicon, self._here)
        self.kind.setText(label(CARDS, landing.kind))
        self.landing.setText(cell_name(self._session.document, landing.lane, landing.step))
        warning = self._warning(noted, landing)
        self.hint.setText(
            warning or tr("kind or lane: note   @step or stage   #channel   +persona   ·   Enter adds, Esc leaves")
        )
        for line in (self.landing, self.hint):
            if line.property("lost") != bool(warning):
                line.setProperty("lost", bool(warning))
                line.style().unpolish(line)
                line.style().polish(line)
        self._light(landing if self.field.text().strip() else None)

    def _warning(self, noted: Noted, landing: Landing) -> str:
        """Say what names nothing, or which lane is not there; "" if all is well."""
        if noted.lost:
            return tr("Nothing is called {names}: it goes to the parking lot.", names=" ".join(noted.unknown))
        if noted.unknown:
            return tr("Nothing is called {names}: that stays in the text.", names=" ".join(noted.unknown))
        if noted.head is not None and noted.head.lane is None:
            kind = label(CARDS, landing.kind)
            return tr("There is no lane for “{kind}”: it goes to the parking lot.", kind=kind)
        return ""

    def _light(self, landing: Landing | None) -> None:
        if landing == self._aim:
            return
        self._aim = landing
        cell = (landing.lane, landing.step) if landing is not None and landing.lane and landing.step else None
        self._canvas.aim_at(cell)

    def _show_offers(self, *_: int) -> None:
        found = offer(self.field.text(), self.field.cursorPosition(), self.lexicon) if self.field.hasFocus() else None
        self._offer = found
        self.offers.show_names(found.names if found is not None else ())

    def _take(self, row: int) -> None:
        """Write the name that was chosen into the line."""
        given = self._offer
        if given is not None:
            line, caret = taken(self.field.text(), given, given.names[row])
            self.field.setText(line)
            self.field.setCursorPosition(caret)
            self.offers.hide()

    # What is added

    def add(self, lines: list[str]) -> bool:
        """Add a card for each line; False if that is none, or it is refused."""
        session = self._session
        name = tr("Add card") if len(lines) == 1 else tr("Add {n} cards", n=len(lines))
        change = session.perform(name, self._adding(lines))
        if change is None:
            return False
        cards = [record for record in change.added() if isinstance(record, Card)]
        placed = [card for card in cards if card.lane is not None]
        if placed:
            session.select([card.id for card in placed], (placed[-1].lane, placed[-1].step))
        return True

    def _adding(self, lines: list[str]) -> Edit:
        return partial(capture, map_id=self._session.map_id, lines=lines, lexicon=self.lexicon, here=self._here)

    def what_is_typed(self) -> list[Edit]:
        """Give what adding the note that is being typed would do, without doing it."""
        line = self.field.text()
        return [self._adding([line])] if read_note(line, self.lexicon).text else []

    def take_draft(self) -> None:
        """Add the note that is being typed."""
        if self.what_is_typed():
            self._enter()

    def _enter(self) -> None:
        line = self.field.text()
        noted = read_note(line, self.lexicon)
        if not noted.text:  # only where the next ones go
            landing = landing_of(noted, self.lexicon, self._here)
            if line.strip():
                self._session.select((), landing_after(landing, self._here))
            self.field.clear()
        elif self.add([line]):
            self.field.clear()

    def _paste(self) -> bool:
        """Add each line of what the clipboard holds; False for a single one, which goes into the field."""
        text = QGuiApplication.clipboard().text()
        if "\n" not in text.strip() and "\r" not in text.strip():
            return False
        try:
            lines = [line for row in read_block(text) for stack in row for line in stack]
        except LimitReachedError as refusal:
            self._session.told.emit(said(refusal))
            return True
        if len(lines) > MOST_LINES:
            sentence = tr("{n:,} lines are too many here: paste them into a cell or the parking lot.", n=len(lines))
            self._session.told.emit(sentence)
        elif lines and self.add([self.field.text() + lines[0], *lines[1:]]):
            self.field.clear()
        return True

    def _leave(self) -> None:
        self.offers.hide()
        self._bench.hide_panel("capture")
        self._canvas.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offers.hide()
        self._light(None)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._is_for_the_window(event)
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        elif watched is self.field and event.type() == QEvent.Type.FocusIn:
            self._show_landing()
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.offers.hide()
        return False

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        """Leave undo and redo to the window while nothing is typed: they are about the notes then."""
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if undoes and not self.field.text():
            event.ignore()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, open_offers = event.key(), self.offers.isVisible()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if open_offers and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.offers.walk(1 if key == Qt.Key.Key_Down else -1)
        elif open_offers and key == Qt.Key.Key_Tab and plain:
            self._take(max(0, self.offers.chosen_row))
        elif key in _ENTER:
            if open_offers and self.offers.chosen_row >= 0:
                self._take(self.offers.chosen_row)
            else:
                self._enter()
        elif key == Qt.Key.Key_Escape:
            if open_offers:
                self.offers.hide()
            else:
                self._leave()
        elif event.matches(QKeySequence.StandardKey.Paste):
            return self._paste()
        else:
            return False
        return True
