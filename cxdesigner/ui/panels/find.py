"""Find and replace: a field, what was found in all maps and personas, and the hit that is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from cxdesigner.model.edits.comments import subject
from cxdesigner.model.edits.replace import replace_texts
from cxdesigner.model.records import Comment, Department, Project, Round
from cxdesigner.model.search import Query, SearchIndex, Text
from cxdesigner.ui.panels.find_list import HitsModel, list_of, place_of
from cxdesigner.ui.panels.replace import ReplaceRow
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

WIDTH = 288
_SOON = 150
"""Milliseconds after an edit elsewhere until it is searched again, so that typing on the sheet stays quick."""
_ELSEWHERE = (Comment, Department, Project, Round)
"""What is found in these is no thing on the sheet that could be selected."""


def make(bench: Workbench) -> FindPanel:
    """Make the panel of a workbench."""
    return FindPanel(bench)


class FindPanel(QWidget):
    """Finds as one types. `current` is the number of the hit that is looked at, None for none."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._session, self._canvas, self._look = bench.session, bench.canvas, bench.look
        self._index = SearchIndex()
        self._query = Query("")
        self.current: int | None = None
        self.model = HitsModel(self._session, self)
        self.setObjectName("find")
        self.setAccessibleName(tr("Find"))
        self.setFixedWidth(self._look.tokens.px(WIDTH))
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SOON)
        self._later.timeout.connect(self._search_again)
        self._session.document_changed.connect(self._on_document_changed)
        self._session.map_changed.connect(self._light)

    def _build(self) -> None:
        t = self._look.tokens
        self.field = _field(tr("Find in all maps"), self)
        icon = QAction(self._look.icons.icon("find", t.faint), "", self.field)
        self.field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._search)
        self.case = self._option("Aa", tr("Match capitals and accents"))
        self.words = self._option("“W”", tr("Whole words only"))
        self.count = plain_label("", "muted")
        self.back = self._button("up", tr("Previous (Shift+Enter)"), partial(self.walk, -1))
        self.forth = self._button("down", tr("Next (Enter)"), partial(self.walk, 1))
        self.more = self._option(tr("Replace"), tr("Replace what is found"))
        self.more.toggled.connect(self._show_replacing)
        close = self._button("close", tr("Close (Esc)"), self.close_panel)
        self.row = ReplaceRow(self)
        self.row.changed.connect(self.model.show_replacement)
        self.row.one_asked.connect(self.replace_one)
        self.row.all_asked.connect(self.replace_all)
        self.row.hide()
        self.list = list_of(self.model, self._look)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.installEventFilter(self)
        top, low, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (top, low):
            row.setContentsMargins(t.margin, 0, t.margin, 0)
            row.setSpacing(4)
        for widget in (self.field, self.case, self.words):
            top.addWidget(widget)
        low.addWidget(self.count, 1)
        for widget in (self.back, self.forth, self.more, close):
            low.addWidget(widget)
        column.setContentsMargins(0, t.margin, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(low)
        column.addWidget(self.row)
        column.addWidget(self.list, 1)
        self._show_count()

    def _button(self, icon: str, tip: str, act) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(self._look.icons.icon(icon, self._look.tokens.muted, self._look.tokens.hairline))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(tip)
        set_tip(button, tip)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _option(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("toggle")
        button.setText(text)
        button.setCheckable(True)
        button.setAccessibleName(tip)
        set_tip(button, tip)
        button.toggled.connect(self._search)
        return button

    # Opening and closing

    def open(self, text: str | None = None, *, replacing: bool | None = None) -> None:
        """Take the keyboard, with a text to find if one is given."""
        if replacing is not None:
            self.more.setChecked(replacing)
        if text is not None:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_panel(self) -> None:
        """Close; what is looked at stays selected."""
        if self.current is not None:
            self._select()
        self._bench.hide_panel("find")
        self._canvas.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._search_again)  # the panel is painted first: a large project takes a moment

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._canvas.overlay.lights.set()
        self._canvas.viewport().update()

    # Searching

    def _on_document_changed(self, _change: object) -> None:
        if self.isVisible():
            self._later.start()

    def _search_again(self) -> None:
        """Search a document that changed; the hit that is looked at stays so."""
        if not self.isVisible():
            return
        self._later.stop()
        kept = place_of(self.model.hits[self.current]) if self.current is not None else None
        before = self.current
        self._find()
        places = [place_of(hit) for hit in self.model.hits] if kept is not None else []
        if kept in places:
            self.current = places.index(kept)
        elif before is not None and places:
            self.current = min(before, len(places) - 1)
        else:
            self.current = self._first_here()
        self._show_current()

    def _search(self, _value: object = None) -> None:
        """Search as one types: what stands here first is looked at, and nothing else is selected."""
        self._later.stop()
        self._find()
        self.current = self._first_here()
        self._show_current()
        if self.current is not None and self.model.hits[self.current].home == self._session.map_id:
            self._canvas.reveal(self.model.hits[self.current].key)

    def _find(self) -> None:
        self._index.update(self._session.document)
        self._query = Query(self.field.text(), self.case.isChecked(), self.words.isChecked())
        self.model.show(self._index.find(self._query), self._query)

    def _first_here(self) -> int | None:
        """Give the first hit on the map that is shown, from what is selected on; else the first of all."""
        hits, shown = self.model.hits, self._session.map_id
        if not hits:
            return None
        here = next((number for number, hit in enumerate(hits) if hit.home == shown), 0)
        chosen = set(self._session.selection.ids)
        if not chosen:
            return here
        return next((number for number, hit in enumerate(hits) if hit.key in chosen), here)

    # Walking

    def walk(self, by: int) -> None:
        """Go to the next hit, or the one before, over all maps; from the last one to the first."""
        if self._later.isActive():
            self._search_again()
        hits = self.model.hits
        if not hits:
            return
        here = self.current
        if here is None:
            self.current = 0 if by > 0 else len(hits) - 1
        else:
            self.current = (here + by) % len(hits)
        self._select()
        self._show_current()

    def _choose(self, index: QModelIndex) -> None:
        number = self.model.number_of(index.row())
        if number is not None:
            self.current = number
            self._select()
            self._show_current()

    def _select(self) -> None:
        """Show and select that in which the current hit stands."""
        session, hit = self._session, self.model.hits[self.current or 0]
        session.show_map(session.document.map_of(hit.key) or session.map_id)
        key = hit.key
        record = session.document.records.get(key)
        if isinstance(record, Comment):
            key = subject(record)
        if record is not None and (not isinstance(record, _ELSEWHERE) or key != hit.key):
            session.select(key)
            self._canvas.reveal(key)

    def _show_current(self) -> None:
        self._show_count()
        if self.current is not None:
            row = self.model.row_of(self.current)
            self.model.reach(row)
            index = self.model.index(row)
            with QSignalBlocker(self.list):
                self.list.setCurrentIndex(index)
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._light()

    def _light(self) -> None:
        if not self.isVisible():
            return
        hits, shown = self.model.hits, self._session.map_id
        people = {persona.id for persona in self._session.document.personas_of(shown)}
        homes = people | {shown}
        keys = frozenset([hit.key for hit in hits if hit.home in homes])
        current = hits[self.current].key if self.current is not None else ""
        self._canvas.overlay.lights.set(keys, current, self._query if keys else None)
        self._canvas.viewport().update()

    def _show_count(self) -> None:
        hits = self.model.hits
        if not self.field.text():
            self.count.setText("")
        elif not hits:
            self.count.setText(tr("Nothing found"))
        else:
            self.count.setText(tr("{n:,} of {all:,}", n=(self.current or 0) + 1, all=len(hits)))
        for button in (self.back, self.forth):
            button.setEnabled(bool(hits))
        self.row.set_counts(len(hits), len(self.model.checked()) if self.row.isVisible() else 0)

    # Replacing

    def _show_replacing(self, on: bool) -> None:
        self.row.setVisible(on)
        self.model.show_replacement(self.row.text() if on else None)
        self._show_count()

    def replace_one(self) -> None:
        """Replace in the hit that is looked at, and go to the next."""
        if self.current is not None:
            self._replace([self.model.hits[self.current]])

    def replace_all(self) -> None:
        """Replace in all hits that are checked."""
        self._replace(self.model.checked())

    def _replace(self, hits: list[Text]) -> None:
        places, query, text = [place_of(hit) for hit in hits], self._query, self.row.text()
        name = tr("Replace 1 text") if len(places) == 1 else tr("Replace {n:,} texts", n=len(places))
        change = self._session.perform(name, lambda document: replace_texts(document, places, query, text))
        if change is not None:
            self._search_again()
            if len(places) > 1 or not self.model.hits:
                self._tell_replaced(len(places))

    def _tell_replaced(self, n: int) -> None:
        self.count.setText(tr("1 text replaced") if n == 1 else tr("{n:,} texts replaced", n=n))
        if not self.model.hits:  # the buttons are grey now, and what is grey gives the keyboard to whatever is next
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.close_panel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.walk(-1 if back else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row.field.hasFocus():
            self.replace_one()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.field.hasFocus():
            self.walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            number = self.model.number_of(self.list.currentIndex().row())
            if event.key() == Qt.Key.Key_Space and self.row.isVisible() and number is not None:
                self.model.toggle(number)
                self._show_count()
                return True
        return False


def _field(words: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setObjectName("search")
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setClearButtonEnabled(False)
    return field
