"""The departments of the project: their names, their colours, their order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.edits.departments import add_department, move_department
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Department
from cxdesigner.ui.panels.colors import ColorEditor
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr


class Departments(QWidget):
    """A row for each department, and a field for the next one; Alt with an arrow key moves the row that is in use."""

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
        self._fill()

    def follow(self, change: Change) -> None:
        """Show what a change has made of the departments."""
        if any(isinstance(record, Department) for record in change.records()):
            self._fill()

    def _fill(self) -> None:
        departments = self._session.document.departments
        while len(self.rows) > len(departments):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(departments):
            row = Row(self._session, self._look)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, department in zip(self.rows, departments, strict=True):
            row.show_department(department)

    def _add(self) -> None:
        name = self.add.text().strip()
        if self._session.perform(tr("Add department"), partial(add_department, name=name)) is not None:
            self.add.clear()
        elif name:
            self._session.told.emit(tr("There is a department “{name}” already.", name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        row = next((row for row in self.rows if row.isAncestorOf(self.focusWidget())), None)
        if by is None or row is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        target = self.rows.index(row) + by
        if target >= 0 and row.move_to(target):
            self.rows[target].name.setFocus()


class Row(QWidget):
    """A department: its colour, its name, and a button that takes it away."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._key = ""
        self.color = ColorEditor(look)
        self.color.setFixedWidth(104)
        self.color.focus.setAccessibleName(tr("Colour"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the department"))
        self.remove = QToolButton()
        self.remove.setObjectName("quiet")
        self.remove.setIcon(look.icons.icon("close", look.tokens.muted))
        self.remove.setAccessibleName(tr("Take the department away"))
        set_tip(self.remove, tr("Take the department away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        row.addWidget(self.color)
        row.addWidget(self.remove)
        self.color.edited.connect(self._set_color)
        self.name.editingFinished.connect(self._rename)
        self.remove.clicked.connect(self._remove)

    def show_department(self, department: Department) -> None:
        """Show a department."""
        self._key = department.id
        if self.name.text() != department.name:
            self.name.setText(department.name)
        self.color.show_value(department.color)

    def move_to(self, index: int) -> bool:
        """Move the department before the one at an index among the others; False if it stays."""
        edit = partial(move_department, department_id=self._key, index=index)
        return self._session.perform(tr("Move department"), edit) is not None

    def _set_color(self, color: str) -> None:
        self._session.perform(tr("Change colour"), partial(set_fields, keys=self._key, color=color))

    def _rename(self) -> None:
        department = self._session.document.get(self._key, Department)
        if department is not None and self.name.text() != department.name:
            edit = partial(set_fields, keys=self._key, name=self.name.text())
            self._session.perform(tr("Rename department"), edit)

    def _remove(self) -> None:
        self._session.perform(tr("Take department away"), partial(remove, keys=[self._key]))
