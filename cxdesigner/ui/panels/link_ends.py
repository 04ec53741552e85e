"""What a link joins, in the inspector: both ends, to go to, and a button that turns it round."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxdesigner.model.edits.links import added_key, reverse_links
from cxdesigner.model.records import Link
from cxdesigner.ui.names import text_of
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import no_mnemonic, plain_label, set_tip
from cxdesigner.ui.style.words import tr

_RIGHT = Qt.TextElideMode.ElideRight
LONGEST = 60
"""Characters of a text by which an end is named."""


class LinkEnds(QWidget):
    """Two buttons that select the ends, and one that reverses the link."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._link: Link | None = None
        self.start, self.end = QPushButton(), QPushButton()
        self.reverse = QPushButton(tr("Reverse"))
        set_tip(self.reverse, tr("Turn the link round"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, button in ((tr("From"), self.start), (tr("To"), self.end)):
            column.addWidget(plain_label(words, "muted"))
            button.setObjectName("end")
            button.clicked.connect(partial(self._select, button))
            column.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self.reverse)
        row.addStretch(1)
        column.addLayout(row)
        self.reverse.clicked.connect(self._reverse)

    def show_link(self, link: Link) -> None:
        """Show what a link joins."""
        self._link = link
        for button, key in ((self.start, link.from_), (self.end, link.to)):
            name = self._name(key)
            width = button.fontMetrics().averageCharWidth() * 30
            button.setText(no_mnemonic(button.fontMetrics().elidedText(name, _RIGHT, width)))
            button.setAccessibleName(name)
            set_tip(button, name)

    def _name(self, key: str) -> str:
        return text_of(self._session.document.records.get(key))[:LONGEST] or tr("Without text")

    def _select(self, button: QPushButton) -> None:
        if self._link is not None:
            self._session.select(self._link.from_ if button is self.start else self._link.to)

    def _reverse(self) -> None:
        link, session = self._link, self._session
        if link is not None and session.perform(tr("Reverse link"), partial(reverse_links, keys=[link.id])) is not None:
            session.select(added_key(session.document, session.map_id, link.to, link.from_))
