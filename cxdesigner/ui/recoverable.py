"""What of the start page shows what can be recovered: first thing, with a picture and with what differs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cxdesigner.storage.journal import CannotRecoverError
from cxdesigner.storage.recovery import Found, Recovered
from cxdesigner.ui.recovering import called, differs, since
from cxdesigner.ui.sharing_words import moment
from cxdesigner.ui.style.text import ElidedLabel, plain_label
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.start_page import StartPage

PICTURE = QSize(144, 90)
"""Pixels at 100 %."""
_ROWS = 3
"""How many are seen at once; the others are scrolled to."""


class Recoverable(QFrame):
    """Lists what can be recovered; takes no room where there is nothing."""

    def __init__(self, page: StartPage, offered: list[Found]) -> None:
        super().__init__(page)
        self.setObjectName("recoverable")
        self.setAccessibleName(tr("Not saved when the program ended"))
        self.page = page
        self.rows: list[RecoverableRow] = []
        tokens = page.look.tokens
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.px(8))
        inner = QWidget()
        inner.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, tokens.px(16))
        whole.addWidget(plain_label(tr("Not saved when the program ended"), "title"))
        whole.addWidget(self._scroll)
        for found in offered:
            row = RecoverableRow(self, found)
            self.rows.append(row)
            self._column.addWidget(row)
        self._unread: Iterator[RecoverableRow] = iter(tuple(self.rows))
        self._reading = QTimer(self)
        self._reading.timeout.connect(self._read_next)
        self._reading.start()
        self._fit()

    @property
    def offered(self) -> set[Path]:
        """The journals of what is offered, without what was discarded here."""
        return {row.found.file for row in self.rows if not row.is_discarded}

    def take_away(self, row: RecoverableRow) -> None:
        """Show a row no longer."""
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._fit()

    def _read_next(self) -> None:
        row = next(self._unread, None)
        if row is None:
            self._reading.stop()
        elif row in self.rows:
            row.read()

    def _fit(self) -> None:
        self.setVisible(bool(self.rows))
        shown = self.rows[:_ROWS]
        if shown:
            self._scroll.setFixedHeight(sum(row.sizeHint().height() + self._column.spacing() for row in shown))


class RecoverableRow(QFrame):
    """One project: its picture, what and where it is, what differs, and what to do."""

    def __init__(self, home: Recoverable, found: Found) -> None:
        super().__init__()
        self.setObjectName("recoverable-row")
        self._home, self.found = home, found
        self.is_discarded = False
        self._recovered: Recovered | None = None
        look, name = home.page.look, called(found)
        self.picture = plain_label()
        self.picture.setFixedSize(PICTURE * look.tokens.scale)
        self.name = ElidedLabel(name, "strong")
        self.where = ElidedLabel(_where(found), "muted")
        self.changes = plain_label("", wrap=True)
        self.recover, self.discard = QPushButton(tr("Recover")), QPushButton(tr("Discard"))
        self.recover.setObjectName("primary")
        self.recover.setAccessibleName(tr("Recover {name}", name=name))
        self.discard.setAccessibleName(tr("Discard the changes of {name}", name=name))
        self.recover.clicked.connect(self._recover)
        self.discard.clicked.connect(self._discard)
        texts, buttons, line = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        texts.setSpacing(look.tokens.px(3))
        for label in (self.name, self.where, self.changes):
            texts.addWidget(label)
        texts.addStretch(1)
        for button in (self.recover, self.discard):
            buttons.addWidget(button)
        buttons.addStretch(1)
        margin = look.tokens.px(10)
        line.setContentsMargins(margin, margin, margin, margin)
        line.setSpacing(look.tokens.px(14))
        line.addWidget(self.picture)
        line.addLayout(texts, 1)
        line.addLayout(buttons)

    def read(self) -> None:
        """Show what is in it."""
        try:
            self._recovered = self._home.page.application.recovering.look(self.found)
        except CannotRecoverError as error:
            self.changes.setText(said(error))
            self.recover.setEnabled(False)
            return
        if self._recovered is None:
            self._home.take_away(self)
            return
        sentence = tr("Not in the file: {changes}.") if self._recovered.on_disk else tr("In no file yet: {changes}.")
        changes = sentence.format(changes=differs(self._recovered))
        self.changes.setText(f"{changes} {since(self._recovered)}".strip())
        picture = self._draw(self._recovered)
        if picture is not None:
            self.picture.setPixmap(picture)

    def _draw(self, recovered: Recovered) -> QPixmap | None:
        return self._home.page.drawn(recovered.document, self.picture.size())

    def _is_there(self) -> bool:
        """Tell whether it can still be had; else say so, and show it no longer."""
        page = self._home.page
        if self.found.file in {one.file for one in page.application.recovering.found()}:
            return True
        page.tell(tr("The changes of {name} were recovered or discarded in another window.", name=called(self.found)))
        self._home.take_away(self)
        return False

    def _recover(self) -> None:
        if not self._is_there():
            return
        if self._recovered is None:
            self.read()
        if self._recovered is not None:
            page = self._home.page
            act = partial(page.application.recovering.recover, self._recovered, page.in_window)
            QTimer.singleShot(0, page.in_window, act)  # the page goes with it, and is in the middle of a click now

    def _discard(self) -> None:
        if not self._is_there():
            return
        recovering = self._home.page.application.recovering
        try:
            recovering.discard(self.found)
        except OSError as error:
            self.changes.setText(tr("It could not be discarded: {reason}.", reason=error.strerror))
            return
        self.is_discarded = True
        self.changes.setText(tr("Discarded."))
        self.recover.hide()
        self.discard.setText(tr("Bring back"))
        self.discard.setAccessibleName(tr("Bring back the changes of {name}", name=called(self.found)))
        self.discard.clicked.disconnect(self._discard)
        self.discard.clicked.connect(self._bring_back)

    def _bring_back(self) -> None:
        try:
            self._home.page.application.recovering.bring_back(self.found)
        except OSError as error:
            self.changes.setText(tr("It could not be brought back: {reason}.", reason=error.strerror))
            return
        self._home.page.fill()


def _where(found: Found) -> str:
    """Say in which folder the file is, and when the changes were kept last."""
    if found.path is None:
        return tr("changed {when}", when=moment(found.when))
    from cxdesigner.ui.start_page import folder_of

    return tr("{folder} · changed {when}", folder=folder_of(found.path), when=moment(found.when))
