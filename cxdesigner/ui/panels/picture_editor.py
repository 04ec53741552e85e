"""Choosing a picture: a persona's photo, or what a card shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxdesigner.ui.panels.cropper import Cropper
from cxdesigner.ui.panels.editors import Editor
from cxdesigner.ui.panels.field_access import MIXED
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

_SIDE = 44


class PictureEditor(Editor):
    """A small view of the picture, onto which a file can be dropped, and buttons.

    `square`: a square part of the picture can be chosen. Signals: `chosen(str)`: the picture in the file with this
    path is to be taken over; `cropped(str, Crop)`: a part of the picture with this key is to take its place.
    """

    chosen = Signal(str)
    cropped = Signal(str, object)

    def __init__(self, session: Session, look: Look, *, square: bool = False) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._asset = ""
        self.cropper: Cropper | None = None
        self.ask: Callable[[], str] = self._ask_for_file
        self.view = _Thumbnail(session, look)
        self.choose = QPushButton(tr("Choose…"))
        self.remove = QPushButton()  # by its icon: three words side by side are wider than the inspector
        self.remove.setObjectName("tight")
        self.remove.setIcon(look.icons.icon("delete", look.tokens.ink, look.tokens.faint))
        self.remove.setAccessibleName(tr("Remove"))
        set_tip(self.remove, tr("Remove"))
        self.focus = self.choose
        self.crop = QPushButton(tr("Crop"))
        if not square:
            self.crop.hide()
        self.setFocusProxy(self.choose)
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(self.choose)
        row.addWidget(self.crop)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.crop.clicked.connect(self._open_cropper)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        self._asset = "" if value is MIXED else value
        self.view.show_asset(self._asset)
        self.crop.setEnabled(bool(self._asset))
        self._close_cropper()
        self.remove.setEnabled(value is MIXED or bool(value))

    def _choose(self) -> None:
        path = self.ask()
        if path:
            self.chosen.emit(path)

    def _remove(self) -> None:
        self.edited.emit("")

    def _open_cropper(self) -> None:
        image = self._look.portraits.whole(self._asset, self._session.document)
        if image is None:
            return
        if self.cropper is None:
            self.cropper = Cropper(self._look)
            self.cropper.chosen.connect(lambda crop: self.cropped.emit(self._asset, crop))
            self.cropper.cancelled.connect(self._close_cropper)
            self._column.addWidget(self.cropper)
        self.cropper.begin(image)

    def _close_cropper(self) -> None:
        if self.cropper is not None and not self.cropper.isHidden():
            self.cropper.hide()
            self.crop.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.chosen.emit(_file(event))

    def _ask_for_file(self) -> str:
        kinds = tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"
        return QFileDialog.getOpenFileName(self, tr("Choose a picture"), "", kinds)[0]


def _file(event: QDropEvent) -> str:
    """Give the first file that is dropped, "" for none."""
    return next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")


class _Thumbnail(QWidget):
    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._asset = ""
        self.setFixedSize(look.tokens.px(_SIDE), look.tokens.px(_SIDE))

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
            inset = t.px(13)
            self._look.icons.draw(painter, "card-picture", frame.adjusted(inset, inset, -inset, -inset), t.faint)
