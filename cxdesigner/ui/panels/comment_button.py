"""The button beside what stands on no sheet, such as a department: it tells of comments, and begins one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton

from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr


class CommentButton(QToolButton):
    """Is lit while there are open comments on what it stands beside, on whichever map they were made.

    Signals: `asked(str)`, the comments on this record.
    """

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._key = ""
        self.open = -1
        self.setObjectName("quiet")
        self.setAccessibleName(tr("Comment"))
        self.clicked.connect(lambda: self.asked.emit(self._key))

    def show_key(self, key: str, count: int) -> None:
        """Stand beside a record on which there are so many open comments."""
        self._key = key
        if count == self.open:
            return
        self.open = count
        t = self._look.tokens
        self.setIcon(self._look.icons.icon("comment", t.warning if count else t.faint))
        tip = tr("1 open comment") if count == 1 else tr("{n} open comments", n=count)
        tip = tip if count else tr("Add a comment")
        set_tip(self, tip)
        self.setAccessibleDescription(tip)
