"""Editors of text: a line, several lines, a list, a number, a date."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from cxdesigner.ui.panels.field_access import MIXED, number_text, parse_number

_TALLEST = 220


def tr(text: str) -> str:
    """Translate a text of the inspector."""
    return QCoreApplication.translate("inspector", text)


class Editor(QWidget):
    """Edits one value. Signals: `edited(value)`, to be taken over; `refused(str)`, a sentence, where it can't be."""

    edited = Signal(object)
    refused = Signal(str)

    focus: QWidget
    """What gets the keyboard and the name of the field."""

    def hold(self, widget: QWidget) -> None:
        """Fill the editor with the one widget that it consists of."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        self.focus = widget
        self.setFocusProxy(widget)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        """Show a value of the document, or MIXED.

        What is being typed stays where the value has not changed, unless `again`.
        """
        raise NotImplementedError

    def commit(self) -> None:
        """Hand over what was typed; where nobody typed anything, nothing is handed over."""


def leaves_undo_to_the_window(event: QEvent) -> bool:
    """Tell whether this asks who takes Ctrl+Z or Ctrl+Y, and if so let the window undo the last edit of the map.

    A field that holds nothing new would otherwise undo its own typing, which the map has taken over already.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    event.ignore()
    return True


class LineEditor(Editor):
    """A line of text; Enter or leaving it hands it over, Esc brings back what was there."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.hold(self.line)
        self._shown: str | None = None
        self.line.editingFinished.connect(self.commit)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if watched is self.line and not self._is_typed() and leaves_undo_to_the_window(event):
            return True
        if watched is self.line and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QKeyEvent.Type.ShortcutOverride and self._is_typed():
                event.accept()
                return True
            if event.type() == QKeyEvent.Type.KeyPress and self._is_typed():
                self.line.setText(self._shown or "")
                return True
        return super().eventFilter(watched, event)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        mixed = value is MIXED
        text = "" if mixed else self.write(value)
        self.line.setPlaceholderText("—" if mixed else hint or self.placeholder())
        if text != self._shown or again:
            self._shown = text
            if self.line.text() != text:
                self.line.setText(text)
                self.line.setCursorPosition(len(text) if self.line.hasFocus() else 0)
            self.line.setModified(False)

    def commit(self) -> None:
        if not self._is_typed():
            return
        text = self.line.text()
        try:
            value = self.read(text)
        except ValueError as error:
            self.line.setText(self._shown or "")
            self.refused.emit(str(error))
            return
        self.edited.emit(value)

    def _is_typed(self) -> bool:
        return self.line.isModified() and self.line.text() != self._shown

    def write(self, value: Any) -> str:
        """Write a value as it is shown."""
        return str(value)

    def read(self, text: str) -> Any:
        """Read what was typed; raises ValueError with a sentence."""
        return text

    def placeholder(self) -> str:
        """Give what stands in an empty line."""
        return ""


class NumberEditor(LineEditor):
    """A number; an empty line is none."""

    def write(self, value: Any) -> str:
        return number_text(value)

    def read(self, text: str) -> Any:
        try:
            return parse_number(text)
        except ValueError:
            raise ValueError(tr("“{text}” is not a number, so nothing changed.").format(text=text[:40])) from None


class DateEditor(LineEditor):
    """A date as the format has it."""

    def placeholder(self) -> str:
        return tr("YYYY-MM-DD")

    def read(self, text: str) -> Any:
        return text.strip()


class TextEditor(Editor):
    """Several lines, as tall as what is in them.

    Enter hands over and Shift+Enter breaks the line, as on the map; in a list Enter starts the next item.
    """

    def __init__(self, *, items: bool = False) -> None:
        super().__init__()
        self._items = items
        self.text = _GrowingText(items)
        self.hold(self.text)
        self._shown: str | None = None
        self.text.left.connect(self.commit)
        self.text.entered.connect(self.commit)
        self.text.escaped.connect(self._bring_back)
        self.text.installEventFilter(self)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint
        mixed = value is MIXED
        text = "" if mixed else "\n".join(value) if self._items else value
        self.text.setPlaceholderText("—" if mixed else tr("One a line") if self._items else "")
        if text != self._shown or again:
            self._shown = text
            if self.text.typed() != text:
                self.text.setPlainText(text)
            self.text.document().setModified(False)

    def commit(self) -> None:
        if not self._is_typed():
            return
        text = self.text.typed()
        if self._items:
            items = tuple(line.strip() for line in text.split("\n") if line.strip())
            if "\n".join(items) == self._shown:
                self._bring_back()
            else:
                self.edited.emit(items)
        else:
            self.edited.emit(text)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if watched is self.text and not self._is_typed() and leaves_undo_to_the_window(event):
            return True
        return super().eventFilter(watched, event)

    def _is_typed(self) -> bool:
        return self.text.document().isModified() and self.text.typed() != self._shown

    def _bring_back(self) -> None:
        self.text.setPlainText(self._shown or "")


class _GrowingText(QPlainTextEdit):
    left = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self, items: bool) -> None:
        super().__init__()
        self._items = items
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def typed(self) -> str:
        """Give the text as it is: toPlainText() makes no-break spaces spaces, and U+2028 a new line."""
        return self.document().toRawText().replace("\u2029", "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (control or (not self._items and not shift)):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")  # Shift+Enter would put in U+2028
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self, *_: object) -> None:
        lines = max(1.0, self.document().size().height())  # a plain text document counts lines
        wanted = round(lines * self.fontMetrics().lineSpacing()) + 12
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > _TALLEST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        height = min(wanted, _TALLEST)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            self._tell_parents()

    def _tell_parents(self) -> None:
        # A layout that is not in view drops the request of a child for more room, so all of them are told.
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            layout = parent.layout()
            if layout is not None:
                layout.invalidate()
            parent.updateGeometry()
            parent = parent.parentWidget()
