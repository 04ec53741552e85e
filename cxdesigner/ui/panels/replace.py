"""What is put in the place of what was found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cxdesigner.ui.style.words import tr

_MARGIN = 12


class ReplaceRow(QWidget):
    """A field and two buttons. Signals: `changed(str)` as one types, `one_asked()` and `all_asked()`."""

    changed = Signal(str)
    one_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Replace with"))
        self.field.setAccessibleName(tr("Replace with"))
        self.field.textChanged.connect(self.changed)
        self.one = QPushButton(tr("Replace"))
        self.one.clicked.connect(self.one_asked)
        self.all = QPushButton()
        self.all.clicked.connect(self.all_asked)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(6)
        buttons.addWidget(self.one)
        buttons.addWidget(self.all)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 4)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.set_counts(0, 0)

    def text(self) -> str:
        """Give what is put in."""
        return self.field.text()

    def set_counts(self, found: int, checked: int) -> None:
        """Say how many texts were found, and in how many of them would be replaced."""
        self.one.setEnabled(found > 0)
        self.all.setEnabled(checked > 0)
        every = checked == found
        self.all.setText(tr("Replace all {n:,}", n=checked) if every else tr("Replace {n:,} checked", n=checked))
