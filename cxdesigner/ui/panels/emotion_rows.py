"""How each persona feels at the step of the selected touchpoint."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from cxdesigner.model.document import Document
from cxdesigner.model.records import emotion_id
from cxdesigner.ui.emotions import level_name
from cxdesigner.ui.panels.editors import Editor
from cxdesigner.ui.panels.field_access import MIXED
from cxdesigner.ui.panels.rows import Row, RowContent, sign_color, signed
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr


class EmotionRows(Editor):
    """A row a persona of the map; a click selects the emotion, whose score is then edited. The value is the step."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._empty = plain_label("", "muted", wrap=True)
        self._column.addWidget(self._empty)
        self._rows: list[Row] = []
        self.focus = self
        self._step = ""

    def rows(self) -> list[Row]:
        """Give the rows that are shown."""
        return list(self._rows)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        document = self._session.document
        personas = document.personas_of(self._session.map_id)
        self._step = "" if value is MIXED or value is None else str(value)
        people = [persona.id for persona in personas] if self._step in document else []
        while len(self._rows) > len(people):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for place, key in enumerate(people):
            content = self._content(document, key)
            if place == len(self._rows):
                row = Row(self._session, self._look, content)
                row.clicked.connect(partial(self._select, place))
                self._column.addWidget(row)
                self._rows.append(row)
            self._rows[place].show_content(content)
        nobody = tr("Nobody is on this map yet: drag a persona onto it.")
        elsewhere = tr("These stand at different steps.") if value is MIXED else tr("It stands at no step.")
        self._empty.setText(elsewhere if self._step not in document else nobody)
        self._empty.setVisible(not people)

    def _content(self, document: Document, persona_id: str) -> RowContent:
        emotion = document.emotion(persona_id, self._step)
        if emotion is None or emotion.score is None:
            words = emotion.feeling if emotion is not None else ""
            return RowContent(words or tr("Not rated"), "", "", persona_id, muted=not words)
        level = level_name(emotion.score)
        color = sign_color(self._look, emotion.score)
        text = emotion.feeling or level
        return RowContent(text, signed(emotion.score), color, persona_id, tip=f"{text} · {level}")

    def _select(self, place: int, *_: object) -> None:
        personas = self._session.document.personas_of(self._session.map_id)
        if place < len(personas):
            self._session.select(emotion_id(personas[place].id, self._step))
