"""The preferences: who somebody is, on what they print, how large the interface is. What is set counts at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from cxdesigner.paper import PAGES, SHEET
from cxdesigner.ui.panels.controls import Choice
from cxdesigner.ui.preferences import SCALES
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.style.look import Look

_WIDTH = 280


class Settings(QWidget):
    """A column of fields at the right; `leave` hides it."""

    def __init__(self, application: Application, look: Look, leave: Callable[[], object]) -> None:
        super().__init__()
        self._application = application
        self._look = look
        self._leave = leave
        t = self._look.tokens
        self.setObjectName("settings")
        self.setAccessibleName(tr("Preferences"))
        self.setFixedWidth(t.px(_WIDTH))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(t.px(14), t.px(12), t.px(14), t.px(12))
        self._column.setSpacing(t.px(4))
        self._column.addLayout(self._head())
        self.author = QLineEdit(self._application.preferences.author)
        self.author.setMaxLength(200)
        self.author.setPlaceholderText(tr("Your name"))
        self.author.editingFinished.connect(self._set_author)
        self._field(
            tr("Author"), self.author, tr("Stands on new maps and comments, and tells others who has a file open")
        )
        self.paper_box = Choice(self._look)
        names = {
            SHEET: tr("As large as the map"),
            "Letter": tr("Letter"),
            "Legal": tr("Legal"),
            "Tabloid": tr("Tabloid"),
        }
        for page in PAGES:
            self.paper_box.addItem(names.get(page, page), page)
        self.paper_box.setCurrentIndex(self.paper_box.findData(self._application.preferences.paper))
        self.paper_box.activated.connect(self._set_paper)
        self._field(tr("Paper"), self.paper_box, tr("Of PDFs: the map stands on it as large as it fits"))
        self.size_box = Choice(self._look)
        for scale in SCALES:
            self.size_box.addItem(tr("{n} %", n=round(scale * 100)), scale)
        self.size_box.setCurrentIndex(self.size_box.findData(self._application.preferences.scale))
        self.size_box.activated.connect(self._set_scale)
        self._field(tr("Size of the interface"), self.size_box, tr("Of panels, bars and menus; the map has its zoom"))
        self._column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        shut = QToolButton()
        shut.setObjectName("quiet")
        shut.setIcon(self._look.icons.icon("close", self._look.tokens.muted))
        shut.setAccessibleName(tr("Close"))
        set_tip(shut, tr("Close"))
        shut.clicked.connect(self._shut)
        row = QHBoxLayout()
        row.addWidget(plain_label(tr("Preferences"), "strong"), 1)
        row.addWidget(shut)
        return row

    def _field(self, name: str, editor: QWidget, hint: str) -> None:
        label = plain_label(name, "label")
        label.setBuddy(editor)
        label.setContentsMargins(0, self._look.tokens.px(10), 0, 0)
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(hint)
        for widget in (label, editor, plain_label(hint, "muted", wrap=True)):
            self._column.addWidget(widget)

    def open(self) -> None:
        """Put the keyboard into the first field."""
        self.author.setFocus(Qt.FocusReason.OtherFocusReason)
        self.author.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._shut()
        else:
            super().keyPressEvent(event)

    def _shut(self) -> None:
        self._set_author()
        self._leave()

    def _set_author(self) -> None:
        if self.author.text().strip() != self._application.preferences.author:
            self._application.sign(self.author.text())

    def _set_paper(self, index: int) -> None:
        self._application.preferences.set_paper(self.paper_box.itemData(index))

    def _set_scale(self, index: int) -> None:
        # Later, since all panels are made anew then, this one too, and this is its list speaking.
        scale, application = self.size_box.itemData(index), self._application
        QTimer.singleShot(0, application, lambda: application.set_scale(scale))
