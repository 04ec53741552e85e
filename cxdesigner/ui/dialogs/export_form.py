"""The form of the export dialog: its rows in groups, what is set in them, and what is wrong with that, beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cxdesigner.export.options import ExportError, ExportOptions
from cxdesigner.sentences import say
from cxdesigner.ui.dialogs.export_controls import ChoiceControl, Control, make_control
from cxdesigner.ui.dialogs.export_rows import FADED, MAPS, ROWS, SINCE, Row
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import said, tr

DEFAULTS: Final[dict[str, Any]] = {field.name: field.default for field in fields(ExportOptions)}
_LABEL = 84


class Form(QScrollArea):
    """Rows to set. Signal: `changed(str)`, the field that somebody has set."""

    changed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.controls: dict[str, Control] = {}
        self._lines: dict[str, QWidget] = {}
        self._wrong: dict[str, QLabel] = {}
        self._missing = ""
        self._idle: frozenset[str] = frozenset()
        self._groups: list[tuple[QLabel, list[str]]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        px = look.tokens.px
        column.setContentsMargins(px(14), px(4), px(14), px(12))
        column.setSpacing(px(5))
        for name, rows in groupby(ROWS, key=lambda row: row.group):
            heading = plain_label(tr(name), "heading")
            heading.setContentsMargins(0, px(8), 0, px(1))
            column.addWidget(heading)
            listed = list(rows)
            for row in listed:
                column.addWidget(self._line(row))
            self._groups.append((heading, [row.field for row in listed]))
        column.addStretch(1)
        self.setWidget(inside)
        self.set_values({**DEFAULTS, MAPS: "this", FADED: False})

    def _line(self, row: Row) -> QWidget:
        px = self._look.tokens.px
        control = self.controls[row.field] = make_control(row, self._look)
        control.changed.connect(partial(self._changed, row.field))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        if row.control in ("choice", "number"):
            label = plain_label(tr(row.text), "label")
            label.setFixedWidth(px(_LABEL))
            label.setBuddy(control)
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            label.setMinimumHeight(px(28))
        line.addWidget(control, 1)
        column.addLayout(line)
        wrong = self._wrong[row.field] = plain_label("", "wrong", wrap=True)
        wrong.hide()
        column.addWidget(wrong)
        self._lines[row.field] = box
        return box

    @property
    def values(self) -> dict[str, Any]:
        """What is set, by field; fields without a row as they are by default."""
        return {**DEFAULTS, **{field: control.value for field, control in self.controls.items()}}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; fields that are not among them stay as they are."""
        for field, value in values.items():
            if field in self.controls:
                self.controls[field].set_value(value)
        self._show_rows()

    def go_to(self, field: str) -> None:
        """Put the keyboard into a row, and have it seen."""
        self.controls[field].setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._lines[field])

    def hide_rows(self, fields_: frozenset[str]) -> None:
        """Hide rows that would change nothing, until others are hidden."""
        self._idle = fields_
        self._show_rows()

    def offer(self, field: str, choices: list[tuple[Any, str]]) -> None:
        """List what can be chosen in a row; one alone is no choice."""
        control = self.controls[field]
        assert isinstance(control, ChoiceControl)
        control.offer(choices)
        self._show_rows()

    def options(self) -> ExportOptions | None:
        """Make options of what is set; None, with a sentence beside the row, if that cannot be."""
        values = {field: value for field, value in self.values.items() if field in DEFAULTS}
        shown = {row.field for row in ROWS if self._is_shown(row)}
        kept = {
            field: value if field in shown or field == "kind" else DEFAULTS[field] for field, value in values.items()
        }
        self._missing = ""
        for wrong in self._wrong.values():
            wrong.hide()
        try:
            return ExportOptions(**_read(kept))
        except ExportError as error:
            self._tell(error, kept)
            return None

    @property
    def problem(self) -> str:
        """The sentence beside a row, or what is still to be typed; "" for none."""
        return self._missing or next((label.text() for label in self._wrong.values() if not label.isHidden()), "")

    def _tell(self, error: ExportError, values: Mapping[str, Any]) -> None:
        fields_ = [row.field for row in ROWS if row.field in DEFAULTS and _is_wrong(row.field, values)]
        empty = next((row for row in ROWS if row.field in fields_[:1] and values[row.field] == ""), None)
        if empty is not None:  # nothing was typed yet: that is no mistake
            self._missing = tr("Type a value for “{name}”.", name=tr(empty.text))
            return
        together = [row.field for row in reversed(ROWS) if row.field in DEFAULTS and _mends(row.field, values)]
        label = self._wrong[(fields_ or together or ["kind"])[0]]
        label.setText(said(error))
        label.show()

    def _changed(self, field: str) -> None:
        self._show_rows()
        self.changed.emit(field)

    def _is_shown(self, row: Row) -> bool:
        values = self.values
        if row.field in self._idle or not row.is_for(values["kind"]) or not row.when(values):
            return False
        control = self.controls[row.field]
        return row.field not in (MAPS, SINCE) or (isinstance(control, ChoiceControl) and control.box.count() > 1)

    def _show_rows(self) -> None:
        shown = {row.field: self._is_shown(row) for row in ROWS}
        for field, is_shown in shown.items():
            self._lines[field].setVisible(is_shown)
        for heading, listed in self._groups:
            heading.setVisible(any(shown[field] for field in listed))


def _read(values: Mapping[str, Any]) -> dict[str, Any]:
    """Make numbers of what was typed for one; raises ExportError if it is none."""
    found = dict(values)
    for field, value in values.items():
        kind = float if DEFAULTS[field] is None else type(DEFAULTS[field])
        if kind in (int, float) and not isinstance(value, int | float) and value != DEFAULTS[field]:
            try:
                found[field] = kind(value)
            except ValueError:
                raise ExportError(say("“{text}” is no number.", text=str(value)[:40])) from None
    return found


def _is_wrong(field: str, values: Mapping[str, Any]) -> bool:
    """Tell whether a value cannot be even where all others are as they are by default."""
    return not _can_be({field: values[field]})


def _mends(field: str, values: Mapping[str, Any]) -> bool:
    """Tell whether all others can be as they are, where this one is as it is by default."""
    return _can_be({**values, field: DEFAULTS[field]})


def _can_be(values: Mapping[str, Any]) -> bool:
    try:
        ExportOptions(**_read(values))
    except ExportError:
        return False
    return True
