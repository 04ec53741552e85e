"""A scene as pixels: images in memory and PNG files."""

from __future__ import annotations

import os
from math import ceil
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from cxdesigner.painters.qt.painter import QtPainter
from cxdesigner.sentences import SentenceError, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.scene import Scene

MAX_SIDE = 32_000
MAX_PIXELS = 600_000_000
_POINTS_TO_METRES = 0.0254 / 72


class TooManyPixelsError(SentenceError, ValueError):
    """A picture that would be too large."""


def application() -> QGuiApplication:
    """The running application, or an offscreen one made now; the caller keeps it while it draws."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["cxdesigner"])


def pixel_size(scene: Scene, scale: float) -> tuple[int, int]:
    """Width and height of the scene's image at `scale` pixels a point.

    Raises TooManyPixelsError if a side would have more than 32,000 pixels, or all of it more than
    600 million (2.4 GB of memory).
    """
    # A part of a pixel at the edge gets a whole one, as where a PDF is drawn; floats may be a hair too large.
    width, height = (max(1, ceil(side * scale - 1e-6)) for side in (scene.width, scene.height))
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise TooManyPixelsError(
            say(
                "The picture would be {width:,} × {height:,} pixels; at most {side:,} a side and {all} million in all "
                "can be written. Choose a smaller scale.",
                width=width,
                height=height,
                side=MAX_SIDE,
                all=MAX_PIXELS // 1_000_000,
            )
        )
    return width, height


def render_image(scene: Scene, scale: float, assets: Mapping[str, bytes], fonts: Fonts | None = None) -> QImage:
    """The scene on white paper, at `scale` pixels a point (96 dots an inch are 4/3).

    Raises TooManyPixelsError if it would be too large, MemoryError if there is no room for it.
    """
    width, height = pixel_size(scene, scale)
    application()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(f"There is no room for a picture of {width:,} × {height:,} pixels.")
    image.fill(0xFFFFFFFF)
    dots = round(scale / _POINTS_TO_METRES)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    painter = QPainter(image)
    try:
        painter.scale(width / scene.width, height / scene.height)
        QtPainter(fonts, assets).draw_scene(painter, scene)
    finally:
        painter.end()
    return image


def write_png(
    scene: Scene,
    out: BinaryIO,
    scale: float,
    assets: Mapping[str, bytes] | None = None,
    fonts: Fonts | None = None,
) -> None:
    """Write the scene as a PNG that says how large it is on paper; raises as `render_image` does."""
    image = render_image(scene, scale, assets or {}, fonts)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(f"The picture could not be written as PNG: {writer.errorString()}")
    buffer.close()
    out.write(data.data())
