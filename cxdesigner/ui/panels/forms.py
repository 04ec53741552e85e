"""A form: the fields of some records, shown and asked for as the table of fields says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.departments import give_department
from cxdesigner.model.edits.parts import set_value
from cxdesigner.model.edits.pictures import crop_picture, show_picture
from cxdesigner.model.ids import new_id
from cxdesigner.model.limits import InvalidValueError, LimitReachedError
from cxdesigner.model.records import EMOTION_KEY, Asset, Card, Department, Map, Persona, Record
from cxdesigner.pictures import Crop
from cxdesigner.ui.panels.choosers import (
    ChoiceEditor,
    DepartmentEditor,
    PeopleEditor,
    SolvesEditor,
    SwitchEditor,
    two_in_a_row,
)
from cxdesigner.ui.panels.colors import ColorEditor
from cxdesigner.ui.panels.controls import Expander
from cxdesigner.ui.panels.editors import (
    DateEditor,
    Editor,
    LineEditor,
    NumberEditor,
    Refused,
    TextEditor,
    TypedEditor,
)
from cxdesigner.ui.panels.emotion_rows import EmotionRows
from cxdesigner.ui.panels.feeling_editor import FeelingEditor
from cxdesigner.ui.panels.field_access import hint_of, record_of, shared_value
from cxdesigner.ui.panels.inspector_fields import CLOSED, FieldSpec
from cxdesigner.ui.panels.picture_editor import PictureEditor
from cxdesigner.ui.panels.score import ScoreEditor
from cxdesigner.ui.picture_job import PictureJob
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import said, tr

_JOINED = frozenset({"line", "feeling", "text", "lines", "number", "date", "score"})
"""Editors whose edits follow each other quickly: undo takes those made in a field until it is left as one."""

_LISTED = (Persona, Department, Asset, Map)
"""Records that editors offer to choose from."""


def make_editor(spec: FieldSpec, session: Session, look: Look) -> Editor:
    """Make the editor of a field."""
    makers: dict[str, Callable[[], Editor]] = {
        "line": LineEditor,
        "text": TextEditor,
        "lines": lambda: TextEditor(items=True),
        "number": NumberEditor,
        "date": DateEditor,
        "choice": lambda: ChoiceEditor(spec, look),
        "switch": lambda: SwitchEditor(tr(spec.label), look),
        "color": lambda: ColorEditor(look),
        "department": lambda: DepartmentEditor(session, look),
        "people": lambda: PeopleEditor(session, look),
        "emotions": lambda: EmotionRows(session, look),
        "feeling": lambda: FeelingEditor(session),
        "solves": lambda: SolvesEditor(session, look),
        "score": lambda: ScoreEditor(look),
        "picture": lambda: PictureEditor(session, look, square=spec.path == "photo"),
    }
    return makers[spec.editor]()


class Form(QWidget):
    """The editors of fields that some records share. It knows the records by their ids only."""

    def __init__(self, session: Session, look: Look, specs: Sequence[FieldSpec]) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._specs = tuple(specs)
        self._ids: tuple[str, ...] = ()
        self.editors: dict[str, Editor] = {}
        self._joins: dict[str, str] = {}
        self._refused: dict[tuple[tuple[str, ...], str], Refused] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for group, members in groupby(self._specs, key=lambda spec: spec.group):
            column.addWidget(self._group(group, list(members)))

    def show_records(self, ids: Iterable[str]) -> None:
        """Show the fields of these records; what was being typed goes to those that were shown before."""
        fresh = tuple(ids)
        if fresh != self._ids:
            self.commit()
            self._keep_refused()
            self._joins.clear()
            self._ids = fresh
            self.refresh(again=True)
            self._bring_refused()
        else:
            self.refresh()

    def _keep_refused(self) -> None:
        for path, editor in self.editors.items():
            if self._ids and editor.refusal is not None:
                self._refused[self._ids, path] = editor.refusal

    def _bring_refused(self) -> None:
        for path, editor in self.editors.items():
            if (refusal := self._refused.pop((self._ids, path), None)) is not None:
                editor.show_refused(refusal)

    def follow(self, change: Change | None) -> None:
        """Show what a change has made of the fields."""
        if change is None or self._concerns(change):
            self.refresh()

    def _concerns(self, change: Change) -> bool:
        if not change.pairs.keys().isdisjoint(self._ids):
            return True
        here = {spec.editor for spec in self._specs}
        if "emotions" in here and any(EMOTION_KEY in key for key in change.pairs):
            return True
        if "solves" in here and any(isinstance(record, Card) for record in change.records()):
            return True
        return any(isinstance(record, _LISTED) for record in change.records())

    def refresh(self, *, again: bool = False) -> None:
        """Read all fields from the document again."""
        found = [record_of(self._session.document, key) for key in self._ids]
        records = [record for record in found if record is not None]
        for spec in self._specs if records else ():
            self._show(spec, records, again=again)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for editor in self.editors.values():
            editor.commit()

    def what_is_typed(self) -> list[Edit]:
        """Give what handing over what is being typed would do, without doing it."""
        return [
            partial(_with_typed, ids=self._ids, path=path, editor=editor)
            for path, editor in self.editors.items()
            if isinstance(editor, TypedEditor) and editor.is_typed()
        ]

    def _show(self, spec: FieldSpec, records: Sequence[Record], *, again: bool) -> None:
        hint = hint_of(records[0], spec.path) if len(records) == 1 else ""
        self.editors[spec.path].show_value(shared_value(records, spec.path), hint, again=again)

    def _on_edited(self, spec: FieldSpec, value: Any) -> None:
        ids = self._ids
        join = self._joins.setdefault(spec.path, new_id()) if spec.editor in _JOINED else ""
        self._perform(spec, lambda document: set_value(document, ids, spec.path, value), join)

    def _on_department_named(self, spec: FieldSpec, name: str) -> None:
        ids = self._ids
        self._perform(spec, lambda document: give_department(document, ids, name), "")

    def _on_picture_chosen(self, spec: FieldSpec, path: str) -> None:
        job = PictureJob([Path(path)], self)
        job.made.connect(partial(self._on_picture_made, spec, self._ids))
        job.failed.connect(self._session.told)
        for over in (job.made, job.failed):
            over.connect(job.deleteLater)
        job.start()

    def _on_picture_made(self, spec: FieldSpec, ids: tuple[str, ...], assets: list[Asset]) -> None:
        self._perform(spec, lambda document: show_picture(document, ids, spec.path, assets[0]), "")

    def _on_picture_cropped(self, spec: FieldSpec, key: str, crop: Crop) -> None:
        ids = self._ids
        self._perform(spec, lambda document: crop_picture(document, ids, spec.path, key, crop), "")

    def _perform(self, spec: FieldSpec, edit: Edit, join: str) -> None:
        refusals: list[str] = []

        def watched(document: Document) -> Change | None:
            try:
                return edit(document)
            except (InvalidValueError, LimitReachedError) as refusal:
                refusals.append(said(refusal))
                raise

        name = tr("Change {field}", field=_in_a_sentence(tr(spec.label)))
        self._session.perform(name, watched, join=join)
        editor = self.editors[spec.path]
        kept = bool(refusals) and editor.keep(refusals[0])
        # What was refused where nothing is typed, and what the model wrote in another way, shows as it stands.
        found = [record_of(self._session.document, key) for key in self._ids]
        records = [record for record in found if record is not None]
        if records:
            self._show(spec, records, again=not kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for path, editor in self.editors.items():
                if editor.focus is watched:
                    self._joins.pop(path, None)
        return super().eventFilter(watched, event)

    def _group(self, title: str, specs: list[FieldSpec]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        body = QWidget(box)
        fields = QVBoxLayout(body)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        if title:
            expander = Expander(self._look, tr(title), "group")
            expander.setChecked(title not in CLOSED)
            expander.toggled.connect(body.setVisible)
            body.setVisible(title not in CLOSED)
            column.addWidget(expander)
        column.addWidget(body)
        self._fill(fields, specs)
        return box

    def _fill(self, fields: QVBoxLayout, specs: list[FieldSpec]) -> None:
        waiting: QWidget | None = None
        for spec in specs:
            field = self._field(spec)
            if waiting is not None:
                fields.addLayout(two_in_a_row(waiting, field if spec.half else None))
                waiting = None
                if spec.half:
                    continue
            if spec.half:
                waiting = field
            else:
                fields.addWidget(field)
        if waiting is not None:
            fields.addLayout(two_in_a_row(waiting, None))

    def _field(self, spec: FieldSpec) -> QWidget:
        editor = make_editor(spec, self._session, self._look)
        self.editors[spec.path] = editor
        editor.edited.connect(partial(self._on_edited, spec))
        editor.refused.connect(self._session.told)
        if spec.editor in _JOINED:
            editor.focus.installEventFilter(self)
        if isinstance(editor, DepartmentEditor):
            editor.named.connect(partial(self._on_department_named, spec))
        if isinstance(editor, PictureEditor):
            editor.chosen.connect(partial(self._on_picture_chosen, spec))
            editor.cropped.connect(partial(self._on_picture_cropped, spec))
        editor.focus.setAccessibleName(tr(spec.label))
        if spec.tip:
            set_tip(editor, tr(spec.tip))
        if isinstance(editor, SwitchEditor):
            return editor
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name: QLabel = plain_label(tr(spec.label), "label")
        name.setBuddy(editor.focus)
        if spec.tip:
            set_tip(name, tr(spec.tip))
        column.addWidget(name)
        column.addWidget(editor)
        return box


def _with_typed(document: Document, ids: Sequence[str], path: str, editor: TypedEditor) -> Change | None:
    try:
        return set_value(document, ids, path, editor.value())
    except ValueError:  # half a number
        return None


def _in_a_sentence(name: str) -> str:
    """Write the name of a field within a sentence: "channel", but "NPS"."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
