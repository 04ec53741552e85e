"""The context menu of an open text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cxdesigner.ui.canvas.text_editor import SK, TextEditor
from cxdesigner.ui.style.words import mark, tr

ENTRIES = (
    ("undo", mark("&Undo typing"), SK.Undo),
    ("redo", mark("&Redo typing"), SK.Redo),
    ("", "", SK.UnknownKey),
    ("cut", mark("Cu&t"), SK.Cut),
    ("copy", mark("&Copy"), SK.Copy),
    ("paste", mark("&Paste"), SK.Paste),
    ("", "", SK.UnknownKey),
    ("select all", mark("Select &all"), SK.SelectAll),
)
"""What the text does, by which words, on which key; "" for a line."""


def text_menu(editor: TextEditor, parent: QWidget) -> QMenu:
    """Make the menu; what does not apply now is grey."""
    menu = QMenu(parent)
    applies = {
        "undo": editor.buffer.can_undo,
        "redo": editor.buffer.can_redo,
        "cut": bool(editor.buffer.selected),
        "copy": bool(editor.buffer.selected),
        "paste": bool(QGuiApplication.clipboard().text()),
        "select all": bool(editor.text),
    }
    for what, words, key in ENTRIES:
        if not what:
            menu.addSeparator()
            continue
        action = menu.addAction(tr(words))
        action.setShortcut(QKeySequence(key))
        action.setEnabled(applies[what])
        action.triggered.connect(lambda _checked=False, what=what: editor.do(what))
    return menu
