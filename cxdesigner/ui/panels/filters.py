"""The bar that says what of a map is looked at: a button a group of values, the count, and how to see all again."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from cxdesigner.insight.filter import GROUPS, MOMENTS, NOTHING, SUPPORT, TRUTH, counted
from cxdesigner.model.document import Document
from cxdesigner.model.kinds import CARD_KINDS, CHANNELS, EVIDENCE_KINDS
from cxdesigner.model.records import Card
from cxdesigner.ui.panels.flow import Flow
from cxdesigner.ui.style import labels
from cxdesigner.ui.style.text import no_mnemonic, plain_label, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

_SOON = 150
_LONGEST = 24
"""Letters of a value that a button shows."""


def make(bench: Workbench) -> Filters:
    """Make the bar of a workbench."""
    return Filters(bench)


def group_words(group: str) -> str:
    """Name a group of values."""
    names = {
        "personas": tr("Persona"),
        "channels": tr("Channel"),
        "departments": tr("Department"),
        "kinds": tr("Kind"),
        "evidence": tr("Evidence"),
        "moments": tr("Moments"),
    }
    return names[group]


def value_words(document: Document, group: str, value: str) -> str:
    """Name a value of a group."""
    if group == "personas":
        return next((one.name for one in document.personas if one.id == value), "") or tr("Unnamed")
    if group == "departments":
        return next((one.name for one in document.departments if one.id == value), "") or tr("Unnamed")
    if group == "channels":
        return labels.label(labels.CHANNELS, value)
    if group == "kinds":
        return labels.label(labels.CARDS, value)
    if group == "evidence":
        return labels.label(labels.EVIDENCE, value) if value else tr("None")
    return {TRUTH: tr("Moments of truth"), SUPPORT: tr("Support moments")}[value]


def values_of(document: Document, map_id: str, group: str) -> dict[str, int]:
    """Give the values that can be filtered by, each with how many cards of a map have it.

    Personas and departments are all offered, of channels and kinds those that the map has.
    """
    cards = document.cards(map_id)
    found = Counter(value for card in cards for value in _values(card, group))
    if group == "personas":
        everybody = sum(not card.personas for card in cards)
        return {one.id: found[one.id] + everybody for one in document.personas_of(map_id)}
    if group == "departments":
        return {one.id: found[one.id] for one in document.departments}
    known = {"channels": CHANNELS, "kinds": CARD_KINDS, "evidence": (*EVIDENCE_KINDS, ""), "moments": MOMENTS}[group]
    if group in ("evidence", "moments"):
        return {value: found[value] for value in known}
    order = (*known, *sorted(found.keys() - set(known)))
    return {value: found[value] for value in order if value and found[value]}


def _values(card: Card, group: str) -> tuple[str, ...]:
    if group == "personas":
        return card.personas
    if group == "moments":
        return tuple(name for name, on in ((TRUTH, card.moment_of_truth), (SUPPORT, card.support_moment)) if on)
    if group == "evidence":
        return (card.evidence.kind if card.evidence is not None else "",)
    return ({"channels": card.channel, "departments": card.department, "kinds": card.kind}[group],)


class Filters(QWidget):
    """A filter is on as long as a value is chosen; the bar is shown as long as that, or until it is closed."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._session, self._look = bench.session, bench.look
        self.setObjectName("filters")
        self.setAccessibleName(tr("Filter"))
        self.buttons = {group: self._button(group) for group in GROUPS}
        self.count = plain_label("", "muted")
        self.exports = QCheckBox(tr("In exports too"))
        set_tip(self.exports, tr("Fade in exports what is faded here"))
        self.exports.toggled.connect(lambda on: self._session.show(fades_exports=on))
        self.clear = QPushButton(tr("Show all"))
        self.clear.setObjectName("link")
        self.clear.clicked.connect(self.show_all)
        close = QToolButton()
        close.setObjectName("quiet")
        close.setIcon(self._look.icons.icon("close", self._look.tokens.muted))
        close.setIconSize(QSize(16, 16))
        close.setAccessibleName(tr("Show all and close"))
        set_tip(close, tr("Show all and close (Esc)"))
        close.clicked.connect(self.close_bar)
        self._arrange(close)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SOON)
        self._later.timeout.connect(self._follow_document)
        self._session.showing_changed.connect(self.follow)
        self._session.document_changed.connect(self._follow_soon)
        self._session.map_changed.connect(self.follow)
        self.follow()

    def _follow_soon(self, _change: object) -> None:
        self._later.start()

    def _arrange(self, close: QToolButton) -> None:
        t, flowing = self._look.tokens, QWidget()
        flow = Flow(flowing, t.px(4))
        for widget in (*self.buttons.values(), self.count, self.exports, self.clear):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.margin, t.px(6), t.px(8), t.px(6))
        row.setSpacing(t.px(4))
        row.addWidget(flowing, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._beside = (self.count, self.exports, self.clear, close)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        height = next(iter(self.buttons.values())).sizeHint().height()  # known now that it has its style
        for other in self._beside:
            other.setFixedHeight(height)

    def _button(self, group: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("facet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = StayingMenu(button)
        menu.aboutToShow.connect(partial(self._fill, group, menu))
        button.setMenu(menu)
        return button

    def open(self) -> None:
        """Take the keyboard."""
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_all(self) -> None:
        """Look at every card again."""
        self._session.show(filter=NOTHING)

    def close_bar(self) -> None:
        """Look at every card again, and close."""
        self.show_all()
        self._bench.hide_panel("filters")

    # Values

    def _fill(self, group: str, menu: QMenu) -> None:
        session = self._session
        menu.clear()
        for value, number in values_of(session.document, session.map_id, group).items():
            words = no_mnemonic(value_words(session.document, group, value))
            action = QAction(f"{words}\t{number:,}", menu)
            action.setCheckable(True)
            action.setChecked(session.showing.filter.has(group, value))
            action.triggered.connect(partial(self.toggle, group, value))
            menu.addAction(action)
        if menu.isEmpty():
            menu.addAction(tr("There are none on this map")).setEnabled(False)

    def toggle(self, group: str, value: str, _checked: bool = False) -> None:
        """Filter by a value too, or no longer."""
        self._session.show(filter=self._session.showing.filter.toggled(group, value))

    def _follow_document(self) -> None:
        document, by = self._session.document, self._session.showing.filter
        kept = by.within("personas", [one.id for one in document.personas])
        kept = kept.within("departments", [one.id for one in document.departments])
        self._session.show(filter=kept)
        self.follow()

    def follow(self) -> None:
        """Say what is looked at."""
        session = self._session
        by, document = session.showing.filter, session.document
        for group, button in self.buttons.items():
            chosen = sorted(getattr(by, group))
            words = group_words(group)
            if len(chosen) == 1:
                words = tr("{group}: {value}", group=words, value=_short(value_words(document, group, chosen[0])))
            elif chosen:
                words = tr("{group}: {n}", group=words, n=len(chosen))
            button.setText(no_mnemonic(words))
            button.setAccessibleName(words)
            if button.property("on") != bool(chosen):
                button.setProperty("on", bool(chosen))
                button.style().unpolish(button)
                button.style().polish(button)
        for widget in (self.count, self.exports, self.clear):
            widget.setVisible(by.is_on)
        self.exports.setChecked(session.showing.fades_exports)
        if by.is_on and session.map_id:
            looked_at, every = counted(document, session.map_id, by)
            self.count.setText(tr("{n:,} of {all:,} cards", n=looked_at, all=every))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class StayingMenu(QMenu):
    """A menu that stays open while things in it are checked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._check(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._check(self.activeAction()):
            super().keyPressEvent(event)

    def _check(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True
