"""Choosing a picture: a persona's photo, or what a card shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from cxdesigner.ui.panels.editors import Editor
from cxdesigner.ui.panels.field_access import MIXED
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

_SIDE = 44


class PictureEditor(Editor):
    """A small view of the picture, and two buttons. Signal: `loaded(bytes)`: a picture file is to be taken over."""

    loaded = Signal(bytes)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.ask: Callable[[], str] = self._ask_for_file
        self.view = _Thumbnail(session, look)
        self.choose = QPushButton(tr("Choose…"))
        self.remove = QPushButton(tr("Remove"))
        self.focus = self.choose
        self.setFocusProxy(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        self.view.show_asset("" if value is MIXED else value)
        self.remove.setEnabled(value is MIXED or bool(value))

    def _choose(self) -> None:
        path = self.ask()
        if not path:
            return
        try:
            self.loaded.emit(Path(path).read_bytes())
        except OSError as error:
            sentence = tr("“{name}” could not be read: {reason}.")
            self.refused.emit(sentence.format(name=Path(path).name, reason=error.strerror or error))

    def _remove(self) -> None:
        self.edited.emit("")

    def _ask_for_file(self) -> str:
        kinds = tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"
        return QFileDialog.getOpenFileName(self, tr("Choose a picture"), "", kinds)[0]


class _Thumbnail(QWidget):
    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._asset = ""
        self.setFixedSize(_SIDE, _SIDE)

    def show_asset(self, key: str) -> None:
        """Show a picture of the project, "" for none."""
        self._asset = key
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        photo = self._look.portraits.photo(self._asset, self._session.document)
        painter.setPen(QPen(QColor(t.field_border), 1, Qt.PenStyle.SolidLine if photo else Qt.PenStyle.DashLine))
        painter.setBrush(self._look.portraits.filling(photo, frame) if photo is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, t.radius, t.radius)
        if photo is None:
            self._look.icons.draw(painter, "card-picture", frame.adjusted(13, 13, -13, -13), t.faint)
