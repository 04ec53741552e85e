"""Parts of pages as pixels, for looking at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.scene import Scene
    from cxdesigner.painters.qt.painter import QtPainter

MOST_SIDE = 6_000
"""Pixels; more than a screen has."""


class Pixels(NamedTuple):
    """Rows of pixels from the top, four bytes each: blue, green, red, and one without meaning."""

    width: int
    height: int
    data: bytes


def scene_pixels(scene: Scene, pens: QtPainter, width: int, height: int) -> Pixels:
    """Draw a scene small, as wide as the picture and from the top where it is higher."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    if scene.width > 0:
        with QPainter(image) as painter:
            painter.scale(width / scene.width, width / scene.width)
            pens.draw_scene(painter, scene, coarse=True)
    return Pixels(width, height, bytes(image.constBits()))


def page_pixels(page: Page, pens: QtPainter, scale: float, left: int, top: int, width: int, height: int) -> Pixels:
    """Draw the part of a page on white paper that begins at pixel (left, top), at `scale` pixels to a point."""
    width, height = (max(1, min(MOST_SIDE, side)) for side in (width, height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    try:
        painter.setClipRect(QRectF(-left, -top, page.width * scale, page.height * scale))
        painter.translate(-left, -top)
        painter.scale(scale, scale)
        pens.draw_page(painter, page)
    finally:
        painter.end()
    return Pixels(width, height, bytes(image.constBits()))
