"""The quiet bar at the top of the canvas: what happened to the file meanwhile, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from cxdesigner.ui.panels.notice_layout import NoticeLayout
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import no_mnemonic, plain_label, set_tip
from cxdesigner.ui.style.words import tr

JOINED: Final = "joined"
"""The key of the notice about what a merge gave, or left open."""


class Notice(NamedTuple):
    """A sentence with what can be done about it, as words with what each does; the first is what most people want.

    `key` names what it is about: a later one with the same key takes its place. What `lasts` has no Close: it goes when
    one of the offers is taken, or when it is no longer so. What `warns` stands out: work may be lost. One that stands
    `below` another, named by its key, goes with that.
    """

    key: str
    sentence: str
    offers: tuple[tuple[str, Callable[[], object]], ...] = ()
    lasts: bool = False
    warns: bool = False
    below: str = ""


class Notices(QFrame):
    """Shows notices, one below the other, and takes no room while there is none. It never takes the keyboard.

    Signals: `left()` when what had the keyboard, since somebody put it there, has gone; `grew(int)` when it takes so
    many pixels more, or less.
    """

    left = Signal()
    grew = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("notices")
        self.setAccessibleName(tr("Notices"))
        self._look = look
        self.room = 0
        """Pixels that it takes from the canvas."""
        self._rows: dict[str, QFrame] = {}
        self._below: dict[str, QWidget] = {}
        self.shown: dict[str, Notice] = {}
        """What is shown, by key."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_room()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_room()

    def _tell_room(self) -> None:
        before, self.room = self.room, 0 if self.isHidden() else self.height()
        if self.room != before:
            self.grew.emit(self.room - before)

    def put(self, notice: Notice) -> None:
        """Show a notice, in the place of the one before about the same."""
        row = self._row(notice)
        old = self._rows.get(notice.key)
        self._column.insertWidget(self._column.indexOf(old) if old is not None else -1, row)
        if old is not None:
            self._remove(old)
        self._rows[notice.key], self.shown[notice.key] = row, notice
        self.show()

    def unfold(self, key: str, more: QWidget) -> None:
        """Show more about a notice below it, until it goes; or no longer, if that is shown."""
        if not self._fold(key) and key in self._rows:
            self._column.insertWidget(self._column.indexOf(self._rows[key]) + 1, more)
            self._below[key] = more

    def _fold(self, key: str) -> bool:
        below = self._below.pop(key, None)
        if below is not None:
            self._remove(below)
        return below is not None

    def take_away(self, key: str) -> None:
        """Take a notice away, if it is shown."""
        self._fold(key)
        row = self._rows.pop(key, None)
        if row is not None:
            del self.shown[key]
            self._remove(row)
            for notice in [*self.shown.values()]:
                if notice.below == key:
                    self.take_away(notice.key)
            self.setVisible(bool(self._rows))

    def buttons(self, key: str) -> list[QPushButton]:
        """Give what can be clicked in a notice, from left to right."""
        return self._rows[key].findChildren(QPushButton) if key in self._rows else []

    def _row(self, notice: Notice) -> QFrame:
        row, tokens = QFrame(), self._look.tokens
        row.setObjectName("notice-below" if notice.below else "notice-warning" if notice.warns else "notice")
        margins = QMargins(tokens.px(12), tokens.px(5), tokens.px(8), tokens.px(5))
        layout = NoticeLayout(row, margins, tokens.px(8))
        sign: QLabel | None = None
        if notice.warns or notice.below:
            sign, side = plain_label(""), QSize(tokens.px(16), tokens.px(16))
            picture = QPixmap(side)
            picture.fill(Qt.GlobalColor.transparent)
            sign.setPixmap(self._look.icons.icon("warning", tokens.warning).pixmap(side) if notice.warns else picture)
        label: QLabel = plain_label(notice.sentence, "notice-text", wrap=True)
        offers: list[QWidget] = []
        close: QPushButton | None = None
        for word, act in notice.offers:
            button = QPushButton(no_mnemonic(word))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, act=act: act())
            offers.append(button)
        if not notice.lasts:
            close = QPushButton()
            close.setObjectName("quiet")
            close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            close.setIcon(self._look.icons.icon("close", tokens.muted))
            close.setAccessibleName(tr("Close"))
            set_tip(close, tr("Close"))
            close.clicked.connect(lambda: self.take_away(notice.key))
        layout.hold(label, offers, close, sign)
        return row

    def _remove(self, row: QWidget) -> None:
        focus = self.window().focusWidget()
        has_keyboard = focus is not None and row.isAncestorOf(focus)
        row.hide()
        self._column.removeWidget(row)
        # It keeps its parent: without one it would be Python's, and gone at once, amid the click on a button in it.
        row.deleteLater()
        if has_keyboard:  # Qt would put it on what is offered next
            self.left.emit()
