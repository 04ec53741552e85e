"""The bar of a group ballot, under the canvas: of what people speak, what they said, and what to discuss first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxdesigner.layout.hit import cell_of
from cxdesigner.model.records import Persona, Step
from cxdesigner.ui.ballot import Ballot
from cxdesigner.ui.emotions import active_persona, emotion_lane, level_name
from cxdesigner.ui.panels.field_access import number_text
from cxdesigner.ui.panels.rows import Row, RowContent, signed
from cxdesigner.ui.panels.tally import Tally
from cxdesigner.ui.style.text import ElidedLabel, elided, no_mnemonic, plain_label, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

_LISTED = 3
_HEIGHT = 118
_DISPUTED_WIDTH, _WHAT_WIDTH = 124, 134
"""What the steps to discuss, and step and persona, have at least; what room there is beyond is theirs."""


class BallotBar(QWidget):
    """Shows a ballot and takes its keys, here and on the canvas; to show it begins a ballot, to hide it ends it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._session = bench.session
        self._look = bench.look
        self.ballot = Ballot(bench.session, bench.canvas.keyboard.walking, self)
        self._seen = ""
        self.setObjectName("ballot")
        self.setAccessibleName(tr("Group ballot"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.step = ElidedLabel("", "title")
        self.place = plain_label("", "muted")
        self.who = Row(bench.session, bench.look, RowContent(""))
        self.who.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.who.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.who.clicked.connect(lambda _=False: self.ballot.walk_personas(1))
        self.count = plain_label("", "count")
        self.middle, self.level = plain_label("", "strong"), plain_label("", "strong")
        self.spread = plain_label("", "muted")
        set_tip(self.spread, tr("Between which ratings the middle half of all is"))
        self.tally = Tally(bench.look)
        self.disputed = [_Disputed(self.ballot) for _ in range(_LISTED)]
        self._nothing = plain_label(
            tr("The steps on which the room disagrees will be listed here."), "muted", wrap=True
        )
        self._arrange()
        self.ballot.changed.connect(self.refresh)
        self.ballot.ended.connect(self._ended)
        bench.canvas.installEventFilter(self)

    def _arrange(self) -> None:
        t = self._look.tokens
        row = QHBoxLayout(self)
        row.setContentsMargins(t.margin, t.px(6), t.margin, t.px(6))
        row.setSpacing(t.px(10))
        self.setFixedHeight(t.px(_HEIGHT))  # whatever it says, so that the sheet stays where it is
        what = QVBoxLayout()
        what.setSpacing(t.px(3))
        for widget in (self.step, self.who, self.place):
            widget.setMinimumWidth(t.px(_WHAT_WIDTH))
            what.addWidget(widget)
        what.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(0)
        for widget in (self.count, self.middle, self.level, self.spread):
            said.addWidget(widget)
        said.addStretch(1)
        listed = QVBoxLayout()
        listed.setSpacing(t.px(2))
        listed.addWidget(plain_label(tr("Discuss these first").upper(), "heading"))
        listed.addWidget(self._nothing)
        for button in self.disputed:
            button.setMinimumWidth(t.px(_DISPUTED_WIDTH))
            listed.addWidget(button)
        listed.addStretch(1)
        end = QPushButton(tr("End"))
        end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        end.clicked.connect(lambda _=False: self.ballot.end())
        set_tip(end, tr("End the ballot (Esc)"))
        row.addLayout(what, 3)
        row.addWidget(self.tally)
        row.addLayout(said)
        row.addSpacing(t.px(10))
        row.addLayout(listed, 2)
        row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)

    # Beginning and ending

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.ballot.is_on:
            self._seen = ""
            self.ballot.begin()
            self._bench.canvas.setFocus()

    def _reveal(self) -> None:
        """Bring the step of which people speak into view, from the top of the plot to its bottom."""
        canvas, step = self._bench.canvas, self.ballot.step
        cell = cell_of(canvas.scene, canvas.columns, emotion_lane(self._session), step.id) if step is not None else None
        if cell is not None and not canvas.uncovered().contains(QRectF(cell.x, cell.y, cell.width, cell.height)):
            canvas.look_at(cell.x + cell.width / 2, cell.y + cell.height / 2)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # not only out of view with its window
            self.ballot.end()

    def _ended(self) -> None:
        if not self.isHidden():
            self._bench.hide_panel("ballot")
        self._bench.canvas.setFocus()

    # What it shows

    def refresh(self) -> None:
        """Show where the ballot stands."""
        step, spread = self.ballot.step, self.ballot.spread()
        if step is not None and step.id != self._seen:
            self._seen = step.id
            QTimer.singleShot(0, self, self._reveal)  # when the bar has taken its place under the canvas
        steps = self.ballot.steps()
        self.step.setText(step.title or tr("Step without title") if step is not None else "")
        place = tr("Step {n} of {all}", n=steps.index(step.id) + 1, all=len(steps)) if step is not None else ""
        self.place.setText(place)
        who = active_persona(self._session)
        persona = self._session.document.get(who, Persona)
        name = persona.name if persona is not None else ""
        tip = tr("Click, or press Tab: the next persona")
        self.who.show_content(RowContent(name or tr("Unnamed persona"), persona=who, tip=tip))
        self.tally.show_spread(spread)
        self.count.setText(f"n\u202f=\u202f{spread.n if spread is not None else 0}")
        if spread is None:
            self.middle.setText(tr("Press 1 to 5"))
            self.level.setText("")
            self.spread.setText(tr("one key a person"))
        else:
            self.middle.setText(tr("median {n} of 5", n=_called(spread.median)))
            self.level.setText(f"{level_name(spread.median)}  {signed(spread.median)}")
            apart = tr("half: {low} to {high} of 5", low=_called(spread.low), high=_called(spread.high))
            self.spread.setText(apart if spread.range else tr("of one mind"))
        self._list()

    def _list(self) -> None:
        found = self.ballot.most_disputed()[:_LISTED]
        self._nothing.setVisible(not found)
        for at, button in enumerate(self.disputed):
            button.setVisible(at < len(found))
            if at < len(found):
                step = self._session.document.get(found[at].emotion.step, Step)
                title = step.title if step is not None else ""
                button.show_step(found[at].emotion.step, f"{at + 1}  {title or tr('Step without title')}")
                apart = number_text(round(found[at].spread.range, 2))
                set_tip(button, tr("The middle half of the ratings is {apart} apart", apart=apart))

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.ballot.is_on and self._bench.canvas.writing.editor is None:
            return self._take(event)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.ballot.is_on and self._take(event):
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Take a key that is for the ballot; the window hears first that it is no shortcut."""
        if not self.ballot.takes(event):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.ballot.press(event)
        event.accept()
        return event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


def _called(score: float) -> str:
    """Give a score as the room calls it: from 1 to 5."""
    return number_text(round(score + 3, 2))


class _Disputed(QPushButton):
    """A step on which the room disagrees; Enter goes there too."""

    def __init__(self, ballot: Ballot) -> None:
        super().__init__()
        self.setObjectName("disputed")
        self._ballot = ballot
        self.step = ""
        self.clicked.connect(self._go)

    def show_step(self, step: str, text: str) -> None:
        """Name the step that it goes to."""
        self.step = step
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        self.setText(no_mnemonic(elided(self, self.accessibleName(), self.width() - 16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())  # no wider for a long title

    def _go(self, _checked: bool = False) -> None:
        self._ballot.go(self.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def make(bench: Workbench) -> QWidget:
    """Make the bar."""
    return BallotBar(bench)
