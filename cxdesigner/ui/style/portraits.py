"""Personas as round portraits: the photo, or initials on the persona's colour."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from cxdesigner import pictures
from cxdesigner.layout.pen import initials
from cxdesigner.layout.theme import PAPER, ink_on
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Persona
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.tokens import Tokens

_KEPT = 200
_SIDE = 192


class Portraits:
    """Draws portraits; photos are decoded once, small."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._photos: dict[str, QImage | None] = {}

    def draw(self, painter: QPainter, rect: QRectF, persona: Persona, document: Document) -> None:
        """Draw a persona's portrait into a square."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        photo = self.photo(persona.photo, document)
        if photo is not None:
            painter.setBrush(self.filling(photo, rect))
            painter.drawEllipse(rect)
        else:
            color = persona.color or self._tokens.muted
            painter.setBrush(QColor(color))
            painter.drawEllipse(rect)
            painter.setPen(QColor(ink_on(color)))
            set_font(painter, self._tokens.bold, rect.height() * 0.38)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(persona.name))
        painter.restore()

    def photo(self, key: str, document: Document) -> QImage | None:
        """Give a picture of the project, small; None if it is not there or can't be read."""
        if not key:
            return None
        if key not in self._photos:
            if len(self._photos) >= _KEPT:
                self._photos.clear()
            self._photos[key] = _decoded(document.get(key, Asset))
        return self._photos[key]

    @staticmethod
    def whole(key: str, document: Document) -> QImage | None:
        """Give a picture of the project in its own size; None if it is not there or can't be read."""
        return _decoded(document.get(key, Asset), None)

    @staticmethod
    def filling(image: QImage, rect: QRectF) -> QBrush:
        """Give a brush that fills a rectangle with the middle of a picture."""
        crop = pictures.cover(image.width(), image.height(), rect.width(), rect.height())
        scale = rect.width() / crop.width
        brush = QBrush(image)
        brush.setTransform(QTransform(scale, 0, 0, scale, rect.x() - crop.x * scale, rect.y() - crop.y * scale))
        return brush


def _decoded(asset: Asset | None, side: int | None = _SIDE) -> QImage | None:
    if asset is None:
        return None
    try:
        found = pictures.pixels(base64.b64decode(asset.data), side)
    except (pictures.PictureError, binascii.Error, ValueError):
        return None
    width, height = found.width, found.height
    image = QImage(found.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    if found.alpha is None:
        return image.convertToFormat(QImage.Format.Format_RGB32)
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    image.setAlphaChannel(QImage(found.alpha, width, height, width, QImage.Format.Format_Alpha8))
    return _on_white(image)


def _on_white(image: QImage) -> QImage:
    """Give a picture as it looks on the sheet, whatever the colour of the panel."""
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill(QColor(PAPER))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet
