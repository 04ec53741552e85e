"""The foot of the export dialog: the file, what stands in its way, what became of the last one, and the buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import no_mnemonic, plain_label
from cxdesigner.ui.style.words import tr

Link = tuple[str, Callable[[], None]]
"""Words to click, and what they do."""


class Foot(QFrame):
    """The widgets; what they do is decided elsewhere."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.tokens.px
        self._px = px
        self.setObjectName("exportfoot")
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        self.reason = plain_label("", "wrong", wrap=True)
        self.reason.hide()
        self.news = plain_label("", "news")
        self.links: list[QPushButton] = []
        self._is_over = False
        self._runs: list[Callable[[], None]] = []
        self.browse = QPushButton(tr("Browse …"))
        self.shut = QPushButton(tr("Close"))
        self.print = QPushButton(tr("Print …"))
        self.export = QPushButton(tr("Export"))
        self.export.setObjectName("primary")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        label = plain_label(tr("File"), "label")
        label.setBuddy(self.path)
        row.addWidget(label)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        row.addSpacing(px(12))
        for button in (self.shut, self.print, self.export):
            row.addWidget(button)
        self._news = QWidget()
        self._line = QHBoxLayout(self._news)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(4))
        self._line.addWidget(self.news)
        self._line.addStretch(1)
        self._news.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(9), px(14), px(10))
        column.setSpacing(px(5))
        column.addWidget(self._news)
        column.addWidget(self.reason)
        column.addLayout(row)

    def refuse(self, sentence: str) -> None:
        """Say what stands in the way of an export, "" for nothing."""
        self.reason.setText(sentence)
        self.reason.setVisible(bool(sentence))

    def forget(self) -> None:
        """Say no more of what is over, since something else is set now."""
        if self._is_over:
            self.tell("")

    def tell(self, sentence: str, links: Sequence[Link] = (), *, is_over: bool = False) -> None:
        """Say what becomes of an export, "" for nothing; the keyboard stays where it is, or goes to the export.

        `is_over`: nothing more comes of it, and it may be forgotten.
        """
        self._is_over = is_over
        self.news.setText(sentence)
        self._news.setVisible(bool(sentence))
        self._runs = [run for _, run in links]
        if [no_mnemonic(text) for text, _ in links] == [link.text() for link in self.links]:
            return  # they stay: a click may have begun on one of them
        if any(link.hasFocus() for link in self.links):
            self.export.setFocus()
        for link in self.links:
            self._line.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(at, text) for at, (text, _) in enumerate(links)]

    def _link(self, at: int, text: str) -> QPushButton:
        button = QPushButton(no_mnemonic(text))
        button.setObjectName("link")
        button.setAccessibleDescription(self.news.text())
        button.clicked.connect(lambda _on: self._runs[at]())
        self._line.insertWidget(self._line.count() - 1, button)
        return button
