"""A text that is typed where it stands: keys, mouse and clipboard. The sheet itself draws the letters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from cxdesigner.layout.caret import Caret, TextBlock
from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.ui.canvas.text_buffer import TextBuffer, tidy
from cxdesigner.ui.style.words import tr

SK = QKeySequence.StandardKey
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN_KEYS = (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
MOVES = {
    SK.MoveToNextChar: ("right", False), SK.SelectNextChar: ("right", True),
    SK.MoveToPreviousChar: ("left", False), SK.SelectPreviousChar: ("left", True),
    SK.MoveToNextWord: ("word right", False), SK.SelectNextWord: ("word right", True),
    SK.MoveToPreviousWord: ("word left", False), SK.SelectPreviousWord: ("word left", True),
    SK.MoveToPreviousLine: ("up", False), SK.SelectPreviousLine: ("up", True),
    SK.MoveToNextLine: ("down", False), SK.SelectNextLine: ("down", True),
    SK.MoveToStartOfLine: ("row start", False), SK.SelectStartOfLine: ("row start", True),
    SK.MoveToEndOfLine: ("row end", False), SK.SelectEndOfLine: ("row end", True),
    SK.MoveToStartOfBlock: ("row start", False), SK.SelectStartOfBlock: ("row start", True),
    SK.MoveToEndOfBlock: ("row end", False), SK.SelectEndOfBlock: ("row end", True),
    SK.MoveToStartOfDocument: ("start", False), SK.SelectStartOfDocument: ("start", True),
    SK.MoveToEndOfDocument: ("end", False), SK.SelectEndOfDocument: ("end", True),
}  # fmt: skip
"""Where the keys that move a caret move it on this system, and whether they select."""
CHANGES = {
    SK.Cut: "cut", SK.Copy: "copy", SK.Paste: "paste", SK.Undo: "undo", SK.Redo: "redo", SK.SelectAll: "select all",
    SK.Delete: "delete", SK.Backspace: "backspace", SK.DeleteEndOfWord: "delete word",
    SK.DeleteStartOfWord: "backspace word",
}  # fmt: skip
UNDERSTOOD = (*CHANGES, *MOVES)
"""Cutting comes first: on some systems Shift+Del means that."""


class TextEditor(QObject):
    """Edits one text.

    Signals: `changed()`, another text is to be shown; `moved()`, another caret or selection; `blinked()`;
    `committed(str text, str then)`, where `then` says what the writer wants next: "next" (Enter), "step" (Ctrl+Enter),
    "right" or "left" (Tab, Shift+Tab), "back" (Esc), "" (a click elsewhere). `refused(str)`: why something was not
    put in; what was there stays.
    """

    changed = Signal()
    moved = Signal()
    blinked = Signal()
    committed = Signal(str, str)
    refused = Signal(str)

    def __init__(self, text: str, block: TextBlock) -> None:
        super().__init__()
        self.buffer = TextBuffer(text)
        self.block = block
        self.is_caret_seen = True
        self._given = text
        self._composed = ""
        self._composed_caret = 0
        self._goal: float | None = None
        self._pivot: tuple[int, int] | None = None
        self._done = False
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._toggle)
        self.buffer.select_all()
        self._show_caret()

    @property
    def text(self) -> str:
        """What is written."""
        return self.buffer.text

    @property
    def shown(self) -> str:
        """What is to be seen: the text with what an input method is composing."""
        at = self.buffer.caret.offset
        return self.buffer.text[:at] + self._composed + self.buffer.text[at:] if self._composed else self.buffer.text

    @property
    def caret(self) -> Caret:
        """Where the caret stands in what is seen."""
        here = self.buffer.caret
        return Caret(here.offset + self._composed_caret) if self._composed else here

    @property
    def composed(self) -> tuple[int, int]:
        """Start and end in what is seen of what an input method is composing."""
        at = self.buffer.caret.offset
        return at, at + len(self._composed)

    def finish(self, then: str = "") -> None:
        """Hand the text over, once."""
        if not self._done:
            self._settle()
            self._done = True
            self._blink.stop()
            self.committed.emit(self.text, then)

    # Changes

    def put_in(self, text: str) -> bool:
        """Put a text in the place of what is selected; one past the limit is refused, and nothing is cut off."""
        if not self.buffer.insert(text):
            most = f"{MAX_TEXT:,}"
            self.refused.emit(tr("A text can hold {most} characters at most, so nothing was put in.", most=most))
            return False
        self._has_changed()
        return True

    def compose(self, text: str, caret: int) -> None:
        """Show what an input method is composing, with its caret; "" ends it."""
        text = tidy(text)
        if text == self._composed == "":
            return
        if text and self.buffer.selected:
            self.buffer.delete(ahead=True)
        self._composed, self._composed_caret = text, min(caret, len(text))
        self._has_changed()

    def _settle(self) -> None:
        """Keep what an input method is composing, as whoever clicks elsewhere expects."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        if self._composed:
            left, self._composed = self._composed, ""
            self.put_in(left)

    def _has_changed(self) -> None:
        self._goal = None
        self._show_caret()
        self.changed.emit()

    def _has_moved(self, *, goal: float | None = None) -> None:
        self._goal = goal
        self._show_caret()
        self.moved.emit()

    # Keys

    def claims(self, event: QKeyEvent) -> bool:
        """Tell whether a key means the text, even if there is an action of that key."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
        return (
            (event.key() in OWN_KEYS and plain)
            or _types(event)
            or _is_redo(event)
            or any(map(event.matches, UNDERSTOOD))
        )

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False if it means nothing here."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._settle()
        if key in ENTER:
            self._enter(event.modifiers())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.finish("left" if shift or key == Qt.Key.Key_Backtab else "right")
        elif key == Qt.Key.Key_Escape:
            self.finish("back")
        elif _types(event):
            self.put_in(event.text())
        elif (known := next(filter(event.matches, UNDERSTOOD), None)) in MOVES and known is not None:
            self._move(*MOVES[known])
        elif known is not None or _is_redo(event):
            self.do(CHANGES[known] if known is not None else "redo")
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.do("backspace" if key == Qt.Key.Key_Backspace else "delete")
        else:
            return False
        return True

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier):
            self.put_in("\n")
        else:
            self.finish("step" if modifiers & Qt.KeyboardModifier.ControlModifier else "next")

    def do(self, what: str) -> None:
        """Change the text, or what is selected of it, as one of `CHANGES` says."""
        buffer, clipboard = self.buffer, QGuiApplication.clipboard()
        match what:
            case "select all":
                buffer.select_all()
                self._has_moved()
                return
            case "copy" | "cut":
                if buffer.selected:
                    clipboard.setText(buffer.selected)
                if what == "copy" or not buffer.selected:
                    return
                buffer.delete(ahead=True)
            case "paste":
                if text := clipboard.text():
                    self.put_in(text)
                return
            case "undo":
                buffer.undo()
            case "redo":
                buffer.redo()
            case _:
                buffer.delete(ahead=what.startswith("delete"), word=what.endswith("word"))
        self._has_changed()

    def _move(self, where: str, extend: bool) -> None:
        buffer, block, caret = self.buffer, self.block, self.buffer.caret
        start, end = buffer.selection
        right, goal = where.endswith("right"), None
        ahead = right != block.reads_from_right(caret)
        match where:
            case "left" | "right" if start < end and not extend:
                caret = Caret(end) if ahead else Caret(start, ahead=True)
            case "left" | "right":
                caret = block.step(caret, right=right)
            case "word left" | "word right":
                caret = Caret(buffer.word_beside(ahead=ahead), ahead=True)
            case "up" | "down":
                goal = block.spot(caret).x if self._goal is None else self._goal
                caret = block.vertical(caret, 1 if where == "down" else -1, goal)
            case "row start":
                caret = block.row_start(caret)
            case "row end":
                caret = block.row_end(caret)
            case "start":
                caret = Caret(0, ahead=True)
            case _:
                caret = Caret(len(buffer.text))
        buffer.move(caret, extend=extend)
        self._has_moved(goal=goal)

    # Mouse; places are points of the sheet

    def click(self, x: float, y: float, *, extend: bool = False) -> None:
        """Put the caret at a point, or with `extend` select up to it."""
        self._settle()
        self._pivot = None
        self.buffer.move(self.block.at(x, y), extend=extend)
        self._has_moved()

    def select_word(self, x: float, y: float) -> None:
        """Select the word at a point; what is dragged over then is selected by words."""
        self._pivot = self.buffer.word_at(self._letter_at(x, y))
        self.buffer.select(*self._pivot)
        self._has_moved()

    def _letter_at(self, x: float, y: float) -> int:
        caret = self.block.at(x, y)
        return caret.offset if caret.ahead else max(0, caret.offset - 1)

    def drag(self, x: float, y: float) -> None:
        """Select from where the mouse was pressed to a point."""
        if self._pivot is None:
            self.buffer.move(self.block.at(x, y), extend=True)
        else:
            start, end = self.buffer.word_at(self._letter_at(x, y))
            if end <= self._pivot[0]:
                self.buffer.select(self._pivot[1], start)
            else:
                self.buffer.select(self._pivot[0], max(end, self._pivot[1]))
        self._has_moved()

    # The caret

    def _show_caret(self) -> None:
        self.is_caret_seen = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)

    def _toggle(self) -> None:
        self.is_caret_seen = not self.is_caret_seen
        self.blinked.emit()


def _types(event: QKeyEvent) -> bool:
    """Tell whether a key types something; Alt and Ctrl together are AltGr on some systems."""
    text, held = event.text(), event.modifiers()
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    if not text or bool(held & control) != bool(held & alt) or held & Qt.KeyboardModifier.MetaModifier:
        return False
    return text.isprintable() or text in ("\u200c", "\u200d", "\u200e", "\u200f")


def _is_redo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
