"""The departments of the project: their names, their colours, their order."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.edits.comments import count_open
from cxdesigner.model.edits.departments import add_department, move_department
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Comment, Department
from cxdesigner.ui.panels.colors import ColorEditor
from cxdesigner.ui.panels.comment_button import CommentButton
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.stops import has_keyboard
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr


class Departments(QWidget):
    """A row for each department, and a field for the next one; Alt with an arrow key moves the row that is in use.

    Signals: `comments_asked(str)`, those on a department.
    """

    comments_asked = Signal(str)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.rows: list[Row] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.add = QLineEdit()
        self.add.setPlaceholderText(tr("Add a department"))
        self.add.setAccessibleName(tr("Name of the next department"))
        self.add.returnPressed.connect(self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._column)
        whole.addWidget(self.add)
        self.show_all()

    def follow(self, change: Change) -> None:
        """Show what a change has made of the departments."""
        if any(isinstance(record, Department | Comment) for record in change.records()):
            self.show_all()

    @property
    def in_use(self) -> str:
        """The id of the department whose row has the keyboard, "" for none."""
        row = self._row_in_use()
        return row.key if row is not None else ""

    def _row_in_use(self) -> Row | None:
        return next(filter(has_keyboard, self.rows), None)

    def choose(self, keys: Collection[str]) -> Row | None:
        """Light the rows of what is selected, and give the first of them."""
        found = [row for row in self.rows if row.choose(chosen=row.key in keys)]
        return found[0] if found else None

    def show_all(self) -> None:
        """Show the departments as they are."""
        departments = self._session.document.departments
        while len(self.rows) > len(departments):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(departments):
            row = Row(self._session, self._look)
            row.comment.asked.connect(self.comments_asked)
            self.rows.append(row)
            self._column.addWidget(row)
        commented = count_open(self._session.document)
        for row, department in zip(self.rows, departments, strict=True):
            row.show_department(department, commented[department.id])
        self.choose(self._session.selection.ids)

    def commit(self) -> None:
        """Take the names that are being typed."""
        for row in self.rows:
            row.rename()
        if self.add.text().strip():
            self._add()

    def what_is_typed(self) -> list[Edit]:
        """Give what `commit` would do, without doing it."""
        added = self.add.text().strip()
        edits = [edit for row in self.rows for edit in row.what_is_typed()]
        return [*edits, partial(add_department, name=added)] if added else edits

    def _add(self) -> None:
        name = self.add.text().strip()
        if self._session.perform(tr("Add department"), partial(add_department, name=name)) is not None:
            self.add.clear()
        elif name:
            self._session.told.emit(tr("There is a department “{name}” already.", name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        row = self._row_in_use()
        if by is None or row is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        target = self.rows.index(row) + by
        if target >= 0 and row.move_to(target):
            self.rows[target].name.setFocus()


class Row(QWidget):
    """A department: its name, its colour, and buttons that lead to the comments on it and take it away."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self.key = ""
        self.color = ColorEditor(look)
        self.color.setFixedWidth(look.tokens.px(92))
        self.color.focus.setAccessibleName(tr("Colour"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the department"))
        self.comment = CommentButton(look)
        self.remove = QToolButton()
        self.remove.setObjectName("quiet")
        self.remove.setIcon(look.icons.icon("close", look.tokens.muted))
        self.remove.setAccessibleName(tr("Take the department away"))
        set_tip(self.remove, tr("Take the department away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.name, 1)
        row.addWidget(self.color)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.comment)
        buttons.addWidget(self.remove)
        row.addLayout(buttons)
        self.color.edited.connect(self._set_color)
        self.name.editingFinished.connect(self.rename)
        self.remove.clicked.connect(self._remove)

    def show_department(self, department: Department, comments: int) -> None:
        """Show a department, on which there are so many open comments."""
        self.key = department.id
        self.comment.show_key(department.id, comments)
        if self.name.text() != department.name:
            self.name.setText(department.name)
        self.color.show_value(department.color)

    def choose(self, *, chosen: bool) -> bool:
        """Look like what is selected, or no longer."""
        if chosen != bool(self.name.property("chosen")):
            self.name.setProperty("chosen", chosen)
            self.name.style().unpolish(self.name)
            self.name.style().polish(self.name)
        return chosen

    def move_to(self, index: int) -> bool:
        """Move the department before the one at an index among the others; False if it stays."""
        edit = partial(move_department, department_id=self.key, index=index)
        return self._session.perform(tr("Move department"), edit) is not None

    def _set_color(self, color: str) -> None:
        self._session.perform(tr("Change colour"), partial(set_fields, keys=self.key, color=color))

    def rename(self) -> None:
        """Take the name that is being typed."""
        for edit in self.what_is_typed():
            self._session.perform(tr("Rename department"), edit)

    def what_is_typed(self) -> list[Edit]:
        """Give what `rename` would do, without doing it."""
        department = self._session.document.get(self.key, Department)
        is_new = department is not None and self.name.text() != department.name
        return [partial(set_fields, keys=self.key, name=self.name.text())] if is_new else []

    def _remove(self) -> None:
        self._session.perform(tr("Take department away"), partial(remove, keys=[self.key]))
