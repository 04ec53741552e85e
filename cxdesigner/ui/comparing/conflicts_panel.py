"""The panel "Conflicts": what a merge left open, one after the other, with what each version has and a key for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cxdesigner.model.edits.conflicts import Side, settle
from cxdesigner.model.records import Conflict
from cxdesigner.ui.comparing.choice import Choice
from cxdesigner.ui.comparing.conflict_marks import ConflictMarks
from cxdesigner.ui.comparing.conflict_words import SIDES, Question, question_of
from cxdesigner.ui.panels.scrolling import ScrollColumn
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import mark, tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

WIDTH: Final = 288
PANEL: Final = "conflicts"
_WHOSE: Final[dict[Side, str]] = {
    "ours": mark("This version"),
    "theirs": mark("The other version"),
    "base": mark("As it was before both"),
}


def make(bench: Workbench) -> ConflictsPanel:
    """Make the panel of a workbench."""
    return ConflictsPanel(bench)


class ConflictsPanel(QWidget):
    """Asks what a merge left open. `current` is the number of the conflict that is asked.

    1, 2 and 3 choose, each an edit that can be undone; Enter and arrows go on without choosing.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench, self._session, self._look = bench, bench.session, bench.look
        self.current = 0
        self._known: tuple[Conflict, ...] = ()
        self.setObjectName("find")
        self.setAccessibleName(tr("Conflicts"))
        self.setFixedWidth(self._look.tokens.px(WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self.marks = ConflictMarks(bench.canvas, self)
        self._session.document_changed.connect(self._on_document_changed)
        self.refresh()

    def _build(self) -> None:
        t = self._look.tokens
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, t.margin, 0, t.margin)
        column.setSpacing(t.px(8))
        head.setContentsMargins(t.margin, 0, t.margin, 0)
        head.addWidget(plain_label(tr("Conflicts").upper(), "heading"))
        self.count = plain_label("", "muted")
        head.addWidget(self.count, 1)
        self.back = self._button("up", tr("Previous conflict (Up)"), partial(self.walk, -1))
        self.forth = self._button("down", tr("Next conflict (Enter)"), partial(self.walk, 1))
        close = self._button("close", tr("Close (Esc)"), self.close_panel)
        for button in (self.back, self.forth, close):
            head.addWidget(button)
        self.title = plain_label("", "strong", wrap=True)
        self.about = plain_label("", "muted", wrap=True)
        self.choices: dict[Side, Choice] = {}
        self.room = ScrollColumn(t.margin, t.px(8))
        for widget in (self.title, self.about):
            self.room.column.addWidget(widget)
        for number, side in enumerate(SIDES, 1):
            choice = Choice(str(number), self._look)
            choice.clicked.connect(partial(self.choose, side))
            choice.installEventFilter(self)
            self.choices[side] = choice
            self.room.column.addWidget(choice)
        self.hint = plain_label("", "muted", wrap=True)
        self.room.column.addWidget(self.hint)
        self.room.column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.room, 1)

    def _button(self, icon: str, tip: str, act) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(self._look.icons.icon(icon, self._look.tokens.muted, self._look.tokens.hairline))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(tip)
        set_tip(button, tip)
        button.clicked.connect(lambda _checked=False: act())
        return button

    # What is asked

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is open."""
        return self._session.document.project.conflicts

    @property
    def question(self) -> Question | None:
        """What is asked now; None if nothing is open."""
        open_ = self.conflicts
        return question_of(self._session.document, open_[self.current]) if open_ else None

    def refresh(self) -> None:
        """Show what is asked."""
        self._known = self.conflicts
        many = len(self._known)
        self.current = max(0, min(self.current, many - 1))
        question = self.question
        for widget in (*self.choices.values(), self.hint, self.back, self.forth):
            widget.setVisible(question is not None)
        self.count.setText(tr("{n} of {all}", n=self.current + 1, all=many) if many else "")
        if question is None:
            self.title.setText(tr("No conflicts are left."))
            self.about.setText(tr("All conflicts of merges are settled. Undo brings the last one back."))
        else:
            self.title.setText(question.title)
            self.about.setText(question.about)
            for side, choice in self.choices.items():
                choice.setVisible(side in question.values)
                if side in question.values:
                    whose = question.names.get(side) or tr(_WHOSE[side])
                    choice.show_value(question.values[side], whose, stands=side == question.stands)
            self.hint.setText(
                tr("1, 2 or 3 chooses and goes on, Enter goes on without choosing. Every choice can be undone.")
                if "base" in question.values
                else tr("1 or 2 chooses and goes on, Enter goes on without choosing. Every choice can be undone.")
            )
        self._bench.canvas.viewport().update()

    def _on_document_changed(self, _change: object) -> None:
        fresh = self.conflicts
        if fresh is self._known or fresh == self._known:
            if self.isVisible():
                self.refresh()  # what is asked about may have another name now
            return
        back = [at for at, one in enumerate(fresh) if one not in self._known]
        if back:  # an undo has opened it again
            self.current = back[0]
        self.refresh()
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """Show on the canvas what is asked about."""
        question, session = self.question, self._session
        if question is None or question.key not in session.document:
            return
        session.show_map(session.document.map_of(question.key) or session.map_id)
        session.select(question.key)
        self._bench.canvas.reveal(question.key)

    # What is done

    def walk(self, by: int) -> None:
        """Go to the next conflict, or the one before, without choosing."""
        many = len(self.conflicts)
        if many:
            self.current = (self.current + by) % many
            self.refresh()
            self.look()

    def choose(self, side: Side, _checked: bool = False) -> None:
        """Put in what a side has; the next conflict is asked then."""
        question = self.question
        if question is not None and side in question.values:
            index = self.current
            self._session.perform(tr("Settle conflict"), lambda document: settle(document, index, side))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Hide the panel; the keyboard goes back to the map."""
        self._bench.hide_panel(PANEL)
        self._bench.canvas.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        marks = self._bench.canvas.overlay.marks
        if self.marks not in marks:
            marks.append(self.marks)
        self.refresh()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        marks = self._bench.canvas.overlay.marks
        if self.marks in marks:
            marks.remove(self.marks)
        self._bench.canvas.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return False

    def _key(self, key: int) -> bool:
        chosen = {Qt.Key.Key_1: "ours", Qt.Key.Key_2: "theirs", Qt.Key.Key_3: "base"}.get(Qt.Key(key))
        if chosen is not None:
            self.choose(chosen)  # type: ignore[arg-type]
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.walk(1)
        elif key == Qt.Key.Key_Up:
            self.walk(-1)
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            return False
        return True
