"""What the rows of the export dialog are set with. Each has a value, and says when somebody changed it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cxdesigner.ui.dialogs.export_rows import OWN, Row
from cxdesigner.ui.panels.controls import CheckRow, Choice, Expander
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr


class Control(QWidget):
    """Signal: `changed()` when somebody, and not the program, has set another value."""

    changed = Signal()

    @property
    def value(self) -> Any:
        """What is set; for a number that cannot be read, its text."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError


class ChoiceControl(Control):
    """A list; what is typed into the field below it where a value of one's own is chosen."""

    def __init__(self, row: Row, look: Look) -> None:
        super().__init__()
        self.box = Choice(look)
        self.box.setAccessibleName(tr(row.text))
        for value, name in row.choices:
            self.box.addItem(name if name == value else tr(name), value)  # A4 is A4 everywhere
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.tokens.px(4))
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.field: QLineEdit | None = None
        if row.own:
            self.box.addItem(tr(row.own_text), OWN)
            self.field = QLineEdit()
            self.field.setPlaceholderText(tr("Such as {example}", example=row.own))
            self.field.setAccessibleName(tr("{name}, own value", name=tr(row.text)))
            self.field.textEdited.connect(self.changed)
            self.field.hide()
            column.addWidget(self.field)
        self.box.activated.connect(self._choose)

    def offer(self, choices: list[tuple[Any, str]]) -> None:
        """List other values, with names that need no translation; the one that is chosen stays if it is there."""
        value = self.value
        self.box.clear()
        for one, name in choices:
            self.box.addItem(name, one)
        self.set_value(value)

    @property
    def value(self) -> Any:
        value = self.box.currentData()
        return self.field.text().strip() if value == OWN and self.field is not None else value

    def set_value(self, value: Any) -> None:
        at = next((at for at in range(self.box.count()) if self.box.itemData(at) == value), -1)
        if at < 0 and self.field is not None:
            at = self.box.count() - 1
            if self.field.text().strip() != value:
                self.field.setText(str(value))
        self.box.setCurrentIndex(max(0, at))
        if self.field is not None:
            self.field.setVisible(self.box.currentData() == OWN)

    def _choose(self, _index: int) -> None:
        if self.field is not None:
            typing = self.box.currentData() == OWN
            self.field.setVisible(typing)
            if typing:
                self.field.setFocus()
        self.changed.emit()


class CheckControl(Control):
    """A box to check."""

    def __init__(self, row: Row, look: Look) -> None:
        super().__init__()
        self.box = CheckRow(look)
        self.box.set_label(tr(row.text))
        self.box.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)

    @property
    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)
        self.box.update()


class NumberControl(Control):
    """A number, written as the reader's country does, with its unit behind it."""

    def __init__(self, row: Row, look: Look) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(tr(row.text))
        self.field.setFixedWidth(look.tokens.px(104 if row.empty else 64))
        self._may_be_empty = bool(row.empty)
        self.field.setPlaceholderText(tr(row.empty) if row.empty else "")
        self.field.textEdited.connect(self.changed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.tokens.px(6))
        line.addWidget(self.field)
        line.addWidget(plain_label(tr(row.unit) if row.unit else "", "muted"))
        line.addStretch(1)
        self.setFocusProxy(self.field)

    @property
    def value(self) -> Any:
        text = self.field.text().strip()
        if self._may_be_empty and not text:
            return None
        number, is_number = QLocale().toDouble(text)
        try:
            return number if is_number else float(text.replace(",", "."))
        except ValueError:
            return text

    def set_value(self, value: Any) -> None:
        if self.value == value:
            return
        locale = QLocale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        is_number = isinstance(value, int | float)
        self.field.setText(locale.toString(float(value), "g", 6) if is_number else str(value or ""))


class ManyControl(Control):
    """Boxes, several of which may be checked; folded away under their name where the row says so."""

    def __init__(self, row: Row, look: Look) -> None:
        super().__init__()
        self.boxes: dict[str, CheckRow] = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.tokens.px(8))
        grid.setVerticalSpacing(0)
        for at, (value, name) in enumerate(row.choices):
            box = self.boxes[value] = CheckRow(look)
            box.set_label(tr(name), tr(row.tips[value]) if value in row.tips else "")
            box.toggled.connect(partial(self._toggled))
            grid.addWidget(box, at // 2, at % 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._all = row.folds
        self.setFocusProxy(next(iter(self.boxes.values())))
        if row.folds:
            self.fold = Expander(look, tr(row.text))
            self.fold.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.fold.toggled.connect(inside.setVisible)
            inside.hide()
            column.addWidget(self.fold)
            self.setFocusProxy(self.fold)
        column.addWidget(inside)
        self.notes = {value: plain_label(tr(note), "muted", wrap=True) for value, note in row.notes.items()}
        for note in self.notes.values():
            note.setContentsMargins(look.tokens.px(24), 0, 0, look.tokens.px(2))
            note.hide()
            column.addWidget(note)

    @property
    def value(self) -> Any:
        chosen = tuple(value for value, box in self.boxes.items() if box.isChecked())
        return () if self._all and len(chosen) == len(self.boxes) else chosen

    def set_value(self, value: Any) -> None:
        chosen = self.boxes if self._all and not value else value
        for one, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(one in chosen)
            box.blockSignals(False)
            box.update()
        self._show_notes()

    def _show_notes(self) -> None:
        for value, note in self.notes.items():
            note.setVisible(self.boxes[value].isChecked())

    def _toggled(self, _on: bool) -> None:
        self._show_notes()
        if self._all and not any(box.isChecked() for box in self.boxes.values()):
            self.set_value(())  # a report without parts is none: that is how all of them are asked for
        self.changed.emit()


def make_control(row: Row, look: Look) -> Control:
    """Make what a row is set with."""
    makers: dict[str, type[ChoiceControl | CheckControl | NumberControl | ManyControl]] = {
        "choice": ChoiceControl,
        "check": CheckControl,
        "number": NumberControl,
        "many": ManyControl,
    }
    return makers[row.control](row, look)
