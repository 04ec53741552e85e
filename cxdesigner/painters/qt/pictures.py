"""Assets as brushes that Qt can fill a shape with, at about the size they are drawn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QImage, QTransform

from cxdesigner import pictures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from cxdesigner.layout.scene import Picture

_KEPT = 200


class Pictures:
    """Decodes each asset once and keeps it at the sizes it is drawn at, in steps of two."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self._images: dict[str, QImage | None] = {}
        self._smaller: dict[tuple[str, int], QImage] = {}

    def brush(self, node: Picture, rect: QRectF, painter: QPainter) -> QBrush | None:
        """A brush that fills `rect` with the picture's middle; None if there is no such picture."""
        image = self._image(node.asset)
        if image is None or rect.width() <= 0 or rect.height() <= 0:
            return None
        crop = pictures.cover(image.width(), image.height(), rect.width(), rect.height())
        shown = _device_scale(painter) * rect.width() / crop.width
        image, shrunk = self._at(node.asset, image, shown)
        scale = rect.width() / crop.width * shrunk
        brush = QBrush(image)
        brush.setTransform(
            QTransform(scale, 0, 0, scale, rect.x() - crop.x * scale / shrunk, rect.y() - crop.y * scale / shrunk)
        )
        return brush

    def _image(self, asset: str) -> QImage | None:
        if asset not in self._images:
            if len(self._images) >= _KEPT:
                self._images.clear()
                self._smaller.clear()
            self._images[asset] = _decoded(self._assets.get(asset))
        return self._images[asset]

    def _at(self, asset: str, image: QImage, shown: float) -> tuple[QImage, float]:
        """The picture halved until it is less than twice the size shown, and by how much it was made smaller.

        Qt looks at four pixels only when it makes a picture smaller, and those in between would be lost.
        """
        halvings = max(0, math.floor(-math.log2(shown))) if shown > 0 else 0
        halvings = min(halvings, min(image.width(), image.height()).bit_length() - 1)
        if halvings == 0:
            return image, 1.0
        small = self._smaller.get((asset, halvings))
        if small is None:
            small = image.scaled(
                max(1, image.width() >> halvings),
                max(1, image.height() >> halvings),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._smaller[asset, halvings] = small
        return small, image.width() / small.width()


def _device_scale(painter: QPainter) -> float:
    """Device pixels to one unit of the painter."""
    transform = painter.deviceTransform()
    return math.sqrt(abs(transform.determinant()))


def _decoded(data: bytes | None) -> QImage | None:
    if data is None:
        return None
    try:
        picture = pictures.pixels(data, pictures.MAX_SIDE)
    except pictures.PictureError:
        return None
    width, height = picture.width, picture.height
    image = QImage(picture.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    if picture.alpha is None:
        return image.convertToFormat(QImage.Format.Format_RGB32)
    # convertToFormat copies, so the bytes need not outlive this call.
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    image.setAlphaChannel(QImage(picture.alpha, width, height, width, QImage.Format.Format_Alpha8))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
