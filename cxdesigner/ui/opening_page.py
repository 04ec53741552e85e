"""What a window shows while a large file is opened in it: which one, how far that is, and a way out."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cxdesigner.ui.open_job import OpenJob
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr

_EVERY = 100
"""Milliseconds after which it is looked how far it is."""
_PARTS = 1_000
_WIDTH = 360


class OpeningPage(QWidget):
    """Shows how far a file is opened, and lets somebody cancel that: by its button, or by Esc."""

    def __init__(self, job: OpenJob, size: int, look: Look) -> None:
        """`size`: that of the file, in bytes."""
        super().__init__()
        self._job = job
        self.setObjectName("opening")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        amount = QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        sentence = tr("Opening {name} ({amount}) …", name=job.path.name, amount=amount)
        self.sentence = plain_label(sentence, "title", wrap=True)
        self.setAccessibleName(sentence)
        self.bar = QProgressBar()
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.cancel = QPushButton(tr("Cancel"))
        self._arrange(look)
        self.setFocusProxy(self.cancel)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self._looking.start(_EVERY)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._job.path.name

    @property
    def is_over(self) -> bool:
        """Whether nothing is being opened any more."""
        return self._job.is_over

    def _arrange(self, look: Look) -> None:
        px = look.tokens.px
        column = QVBoxLayout()
        column.setSpacing(px(12))
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.bar.setFixedWidth(px(_WIDTH))
        self.sentence.setFixedWidth(px(_WIDTH))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def _look(self) -> None:
        self.bar.setValue(round(self._job.done * _PARTS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.click()
        else:
            super().keyPressEvent(event)
