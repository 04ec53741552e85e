"""Editors of text: a line, several lines, a list, a number, a date."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from cxdesigner.ui.panels.field_access import MIXED, number_text, parse_number
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

_TALLEST = 220


class Refused(NamedTuple):
    """What was typed and not taken over, and the sentence that says why."""

    text: str
    sentence: str


class Editor(QWidget):
    """Edits one value. Signals: `edited(value)`, to be taken over; `refused(str)`, a sentence, where it can't be."""

    edited = Signal(object)
    refused = Signal(str)

    focus: QWidget
    """What gets the keyboard and the name of the field."""

    refusal: Refused | None = None
    """What stands in the editor and was refused."""

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

    def keep(self, sentence: str) -> bool:
        """Keep what was refused with a sentence, if it was typed; tell whether it is kept."""
        del sentence
        return False

    def show_refused(self, refusal: Refused) -> None:
        """Put in again what was typed and refused."""


class TypedEditor(Editor):
    """An editor of something that is typed; what is refused stays in it, so that it can be mended."""

    _shown: str | None = None

    def typed(self) -> str:
        """Give what stands in the editor."""
        raise NotImplementedError

    def value(self) -> Any:
        """Read what stands in the editor as a value; raises ValueError with a sentence where it is none."""
        raise NotImplementedError

    def put(self, text: str, *, modified: bool) -> None:
        """Put a text in, as typed or as it was."""
        raise NotImplementedError

    def is_typed(self) -> bool:
        """Tell whether somebody typed what stands in the editor."""
        raise NotImplementedError

    def commit(self) -> None:
        typed = self.typed()
        if not self.is_typed():
            self._mark(None)
        elif self.refusal is None or self.refusal.text != typed:
            self._mark(None)
            self.hand_over(typed)

    def hand_over(self, text: str) -> None:
        """Have what was typed taken over."""
        raise NotImplementedError

    def keep(self, sentence: str) -> bool:
        self._mark(Refused(self.typed(), sentence))
        return True

    def show_refused(self, refusal: Refused) -> None:
        self.put(refusal.text, modified=True)
        self._mark(refusal)

    def show_text(self, text: str, *, again: bool) -> None:
        """Show a text of the document."""
        if text != self._shown or again:
            self._shown = text
            self.put(text, modified=False)
            self._mark(None)

    def bring_back(self) -> None:
        """Show again what the document has."""
        self.show_text(self._shown or "", again=True)

    def _mark(self, refusal: Refused | None) -> None:
        if refusal == self.refusal:
            return
        self.refusal = refusal
        sentence = refusal.sentence if refusal is not None else ""
        set_tip(self.focus, sentence)
        self.focus.setAccessibleDescription(sentence)
        self.focus.setProperty("refused", refusal is not None)
        self.focus.style().unpolish(self.focus)
        self.focus.style().polish(self.focus)


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


class LineEditor(TypedEditor):
    """A line of text; Enter or leaving it hands it over, Esc brings back what was there."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(2**31 - 1)  # nothing is cut off unsaid: what is too long is refused
        self.hold(self.line)
        self.line.editingFinished.connect(self.commit)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if watched is self.line and not self.is_typed() and leaves_undo_to_the_window(event):
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.is_typed():
            if event.type() == QKeyEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QKeyEvent.Type.KeyPress:
                self.bring_back()
                return True
        return super().eventFilter(watched, event)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        mixed = value is MIXED
        text = "" if mixed else self.write(value)
        self.line.setPlaceholderText("—" if mixed else hint or self.placeholder())
        self.show_text(text, again=again)

    def typed(self) -> str:
        return self.line.text()

    def value(self) -> Any:
        return self.read(self.line.text())

    def put(self, text: str, *, modified: bool) -> None:
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(len(text) if self.line.hasFocus() else 0)
        self.line.setModified(modified)

    def is_typed(self) -> bool:
        return self.line.isModified() and self.line.text() != self._shown

    def hand_over(self, text: str) -> None:
        try:
            value = self.read(text)
        except ValueError as error:
            self.keep(str(error))
            self.refused.emit(str(error))
        else:
            self.edited.emit(value)

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
            raise ValueError(tr("“{text}” is not a number, so nothing changed.", text=text[:40])) from None


class DateEditor(LineEditor):
    """A date as the format has it."""

    def placeholder(self) -> str:
        return tr("YYYY-MM-DD")

    def read(self, text: str) -> Any:
        return text.strip()


class TextEditor(TypedEditor):
    """Several lines, as tall as what is in them.

    Enter hands over and Shift+Enter breaks the line, as on the map; in a list Enter starts the next item.
    """

    def __init__(self, *, items: bool = False) -> None:
        super().__init__()
        self._items = items
        self.text = _GrowingText(items)
        self.hold(self.text)
        self.text.left.connect(self.commit)
        self.text.entered.connect(self.commit)
        self.text.escaped.connect(self.bring_back)
        self.text.installEventFilter(self)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint
        mixed = value is MIXED
        text = "" if mixed else "\n".join(value) if self._items else value
        self.text.setPlaceholderText("—" if mixed else tr("One a line") if self._items else "")
        self.show_text(text, again=again)

    def typed(self) -> str:
        return self.text.typed()

    def value(self) -> Any:
        text = self.text.typed()
        return tuple(line.strip() for line in text.split("\n") if line.strip()) if self._items else text

    def put(self, text: str, *, modified: bool) -> None:
        if self.text.typed() != text:
            self.text.setPlainText(text)
        self.text.document().setModified(modified)

    def is_typed(self) -> bool:
        return self.text.document().isModified() and self.text.typed() != self._shown

    def hand_over(self, text: str) -> None:
        value = self.value()
        if self._items and "\n".join(value) == self._shown:
            self.bring_back()
        else:
            self.edited.emit(value)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if watched is self.text and not self.is_typed() and leaves_undo_to_the_window(event):
            return True
        return super().eventFilter(watched, event)


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
