"""Input methods: what they compose in an open text, and what they ask about it.

Qt counts in UTF-16 units, a text in code points.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.ui.canvas.text_editor import TextEditor


def take(editor: TextEditor, event: QInputMethodEvent) -> None:
    """Put in what was composed, and show what is being composed."""
    buffer = editor.buffer
    editor.compose("", 0)
    if event.replacementLength():
        start = units(buffer.text, buffer.caret.offset) + event.replacementStart()
        buffer.select(points(buffer.text, start), points(buffer.text, start + event.replacementLength()))
    if event.commitString() or event.replacementLength():
        editor.put_in(event.commitString())
    preedit = event.preeditString()
    cursor = [one.start for one in event.attributes() if one.type == QInputMethodEvent.AttributeType.Cursor]
    editor.compose(preedit, points(preedit, cursor[0]) if cursor else len(preedit))


def answer(editor: TextEditor, query: Qt.InputMethodQuery, caret: QRectF) -> Any:
    """Tell an input method about a text; `caret` is where its caret is drawn. None for what is not known here."""
    buffer = editor.buffer
    text, (start, end) = buffer.text, buffer.selection
    asked = Qt.InputMethodQuery
    answers = {
        asked.ImEnabled: lambda: True,
        asked.ImCursorRectangle: lambda: caret,
        asked.ImAnchorRectangle: lambda: caret,
        asked.ImSurroundingText: lambda: text,
        asked.ImCursorPosition: lambda: units(text, buffer.caret.offset),
        asked.ImAbsolutePosition: lambda: units(text, buffer.caret.offset),
        asked.ImAnchorPosition: lambda: units(text, buffer.anchor),
        asked.ImCurrentSelection: lambda: text[start:end],
        asked.ImTextBeforeCursor: lambda: text[: buffer.caret.offset],
        asked.ImTextAfterCursor: lambda: text[buffer.caret.offset :],
        asked.ImMaximumTextLength: lambda: MAX_TEXT,
        asked.ImHints: lambda: Qt.InputMethodHint.ImhMultiLine.value,
    }
    return answers[query]() if query in answers else None


def units(text: str, offset: int) -> int:
    """Give the UTF-16 units before an offset in code points."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, count: int) -> int:
    """Give the code points that begin within the first so many UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return len(encoded[: max(0, 2 * count)].decode("utf-16-le", "ignore"))
