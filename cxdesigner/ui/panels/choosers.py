"""Editors that choose: from a list, on or off, a colour, a department, personas, pain points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxdesigner.model.records import Card
from cxdesigner.ui.panels.controls import CheckRow, Choice, Switch
from cxdesigner.ui.panels.editors import Editor
from cxdesigner.ui.panels.field_access import MIXED
from cxdesigner.ui.panels.inspector_fields import FieldSpec
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.labels import label
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr

_MOST_PAINS = 40


class ChoiceEditor(Editor):
    """One of the values of the format; another one, from a newer release, is shown as it is."""

    def __init__(self, spec: FieldSpec, look: Look) -> None:
        super().__init__()
        self.box = Choice(look)
        self.hold(self.box)
        if spec.optional:
            self.box.addItem(tr("None"), "")
        for value in spec.choices or ():
            self.box.addItem(label(spec.choices or {}, value), value)
        self._known = self.box.count()
        self.box.setPlaceholderText("—")
        self.box.activated.connect(lambda index: self.edited.emit(self.box.itemData(index)))

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        with QSignalBlocker(self.box):
            index = -1 if value is MIXED else self.box.findData(value)
            while self.box.count() > self._known and index < self._known:
                self.box.removeItem(self._known)
            if index < 0 and value is not MIXED:
                self.box.addItem(str(value) or tr("None"), value)
                index = self.box.count() - 1
            self.box.setCurrentIndex(index)


class SwitchEditor(Editor):
    """On or off, its name on the left."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__()
        self.switch = Switch(look)
        self.focus = self.switch
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        self._name = plain_label(text)
        row.addWidget(self._name, 1)
        row.addWidget(self.switch)
        self.setFocusProxy(self.switch)
        self.switch.clicked.connect(self._hand_over)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        self.switch.mixed = value is MIXED
        self.switch.setChecked(value is True)
        self.switch.update()

    def _hand_over(self, on: bool) -> None:
        self.edited.emit(on)

    def mousePressEvent(self, event: Any) -> None:
        if self._name.geometry().contains(event.position().toPoint()):
            self.switch.click()


class DepartmentEditor(Editor):
    """A department of the project, or a new one. Signal: `named(str)`: a new one is wanted for the selection."""

    named = Signal(str)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self.box = Choice(look)
        self.box.setPlaceholderText("—")
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of the department"))
        self.name.setAccessibleName(tr("Name of the department"))
        self.name.hide()
        self.hold(self.box)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.name)
        self.box.activated.connect(self._choose)
        self.name.editingFinished.connect(self._finish)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        departments = [("", tr("None"))]
        departments += [(one.id, one.name) for one in self._session.document.departments]
        with QSignalBlocker(self.box):
            self.box.clear()
            for key, name in departments:
                self.box.addItem(name, key)
            if value is not MIXED and self.box.findData(value) < 0:
                self.box.addItem(str(value), value)
            self.box.addItem(tr("New department…"), None)
            self.box.setCurrentIndex(-1 if value is MIXED else self.box.findData(value))
        self._value = value

    def _choose(self, index: int) -> None:
        if index < self.box.count() - 1:
            self.edited.emit(self.box.itemData(index))
            return
        self.show_value(self._value)
        self.box.hide()
        self.name.clear()
        self.name.show()
        self.name.setFocus()

    def _finish(self) -> None:
        if self.name.isHidden():
            return
        self.name.hide()
        self.box.show()
        if self.name.text().strip():
            self.named.emit(self.name.text())

    def commit(self) -> None:
        self._finish()


class ChecksEditor(Editor):
    """Several things of a list, each with a check box; the value is the ids of those that are checked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = plain_label("", "muted", wrap=True)
        self._column.addWidget(self._empty)
        self._rows: dict[str, CheckRow] = {}
        self._value: tuple[str, ...] = ()
        self.focus = self

    def rows(self) -> dict[str, CheckRow]:
        """Give the check boxes by the ids of what they stand for."""
        return dict(self._rows)

    def show_items(self, items: Sequence[tuple[str, str]], checked: Any, empty: str) -> None:
        """Show things as (id, name), and which of them are checked."""
        self._value = () if checked is MIXED else tuple(checked)
        if list(self._rows) != [key for key, _ in items]:
            for row in self._rows.values():
                row.hide()
                row.deleteLater()
            self._rows = {key: self._row(key) for key, _ in items}
        for key, name in items:
            self._rows[key].set_label(name)
            self._rows[key].setChecked(key in self._value)
        self._empty.setText(empty)
        self._empty.setVisible(not items)

    def _row(self, key: str) -> CheckRow:
        row = CheckRow(self._look)
        row.clicked.connect(lambda on: self._toggle(key, on))
        self._column.addWidget(row)
        return row

    def _toggle(self, key: str, on: bool) -> None:
        rest = tuple(one for one in self._value if one != key)
        self.edited.emit((*rest, key) if on else rest)


class PeopleEditor(ChecksEditor):
    """Personas of the project."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(look)
        self._session = session

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        items = [(one.id, one.name or tr("Unnamed persona")) for one in self._session.document.personas]
        self.show_items(items, value, tr("Drag a new persona out of the library."))


class SolvesEditor(ChecksEditor):
    """Pain points of the map: those that are solved, and those nearest to the card."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(look)
        self._session = session

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        document, shown = self._session.document, self._session.map_id
        chosen = set() if value is MIXED else set(value)
        order = {step.id: place for place, step in enumerate(document.steps(shown))}
        here = self._here(order)
        pains = [card for card in document.cards_by_lane(shown) if card.kind == "pain"]
        pains.sort(key=lambda card: (card.id not in chosen, abs(order.get(card.step or "", 9999) - here)))
        near = sorted(pains[:_MOST_PAINS], key=lambda card: order.get(card.step or "", 9999))
        titles = {step.id: step.title for step in document.steps(shown)}
        twins = Counter(card.text for card in near)
        items = []
        for card in near:
            text, where = card.text or tr("Pain point without text"), titles.get(card.step or "", "")
            items.append((card.id, f"{text} · {where}" if where and twins[card.text] > 1 else text))
        self.show_items(items, value, tr("There are no pain points on this map yet."))

    def _here(self, order: dict[str, int]) -> int:
        cards: Iterable[Any] = (record for record in self._session.selected() if isinstance(record, Card))
        return next((order.get(card.step or "", 0) for card in cards), 0)


def two_in_a_row(left: QWidget, right: QWidget | None) -> QHBoxLayout:
    """Put two fields side by side, each half as wide as the panel."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(left, 1)
    if right is not None:
        row.addWidget(right, 1)
    else:
        row.addStretch(1)
    return row
