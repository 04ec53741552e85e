"""Editing the feeling of an emotion: a line that suggests words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from cxdesigner.ui.emotions import feeling_words
from cxdesigner.ui.panels.editors import LineEditor
from cxdesigner.ui.session import Session

ROWS = 8
"""How many suggestions are seen at once."""


def complete(line: QLineEdit, words: Iterable[str]) -> QCompleter:
    """Let a line suggest words, in this order, that hold what is typed."""
    completer = QCompleter(line)
    completer.setModel(QStringListModel(list(words), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(ROWS)
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("suggestions")
    line.setCompleter(completer)
    return completer


class FeelingEditor(LineEditor):
    """A line of text with words near the score of what is selected; Down shows all of them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._completer = complete(self.line, ())
        model = self._completer.model()
        assert isinstance(model, QStringListModel)
        self._model = model
        self._completer.activated.connect(self._chosen)
        self.line.textEdited.connect(self._renew)

    def words(self) -> list[str]:
        """Give what is suggested."""
        return self._model.stringList()

    def _renew(self, _text: str = "") -> None:
        fresh = feeling_words(self._session)
        if self._model.stringList() != fresh:
            self._model.setStringList(fresh)

    def _chosen(self, word: str) -> None:
        self.put(word, modified=True)
        self.commit()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        down = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        if watched is self.line and down and event.key() == Qt.Key.Key_Down:
            self._renew()
            self._completer.setCompletionPrefix("")
            self._completer.complete()
            return True
        return super().eventFilter(watched, event)
