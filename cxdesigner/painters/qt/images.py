"""A scene as pixels: images in memory, and PNG files, which are drawn and written band by band."""

from __future__ import annotations

import os
from math import ceil
from typing import TYPE_CHECKING, BinaryIO, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from cxdesigner.painters.pixels import pixel_size
from cxdesigner.painters.png import PngWriter
from cxdesigner.painters.qt.painter import QtPainter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.scene import Scene

MAX_PIXELS: Final = 600_000_000
"""Pixels of an image in memory, which are 2.4 GB."""
_BAND: Final = 16_000_000
"""Pixels that are drawn at a time, in 64 MB; a band has at least as many rows as two overlaps."""
_OVERLAP: Final = 64
"""Rows drawn above and below those that are kept: at the edge of an image, Qt's smooth edges differ by a level."""
_POINTS_TO_METRES = 0.0254 / 72


def application() -> QGuiApplication:
    """The running application, or an offscreen one made now; the caller keeps it while it draws."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["cxdesigner"])


def render_image(scene: Scene, scale: float, assets: Mapping[str, bytes], fonts: Fonts | None = None) -> QImage:
    """The scene on white paper, at `scale` pixels a point (96 dots an inch are 4/3).

    Raises TooManyPixelsError if a side has more than 32,000 pixels, MemoryError if there is no room for it.
    """
    width, height = pixel_size(scene, scale)
    application()
    if width * height > MAX_PIXELS:
        raise MemoryError(f"There is no room for a picture of {width:,} × {height:,} pixels.")
    image = _blank(width, height)
    dots = round(scale / _POINTS_TO_METRES)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    _draw(QtPainter(fonts, assets), image, scene, 0, (width, height))
    return image


def render_page(page: Page, scale: float, assets: Mapping[str, bytes], fonts: Fonts | None = None) -> QImage:
    """A page on white paper, at `scale` pixels a point; raises MemoryError if there is no room for it."""
    application()
    image = _blank(max(1, ceil(page.width * scale - 1e-6)), max(1, ceil(page.height * scale - 1e-6)))
    image.setDotsPerMeterX(round(scale / _POINTS_TO_METRES))
    image.setDotsPerMeterY(round(scale / _POINTS_TO_METRES))
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        QtPainter(fonts, assets).draw_page(painter, page)
    finally:
        painter.end()
    return image


def write_image(image: QImage, out: BinaryIO) -> None:
    """Write an image as a PNG."""
    rows = image.convertToFormat(QImage.Format.Format_RGB888)
    with PngWriter(out, image.width(), image.height(), image.dotsPerMeterX()) as writer:
        writer.rows(rows.constBits(), rows.bytesPerLine(), 0, image.height())


def write_png(
    scene: Scene,
    out: BinaryIO,
    scale: float,
    assets: Mapping[str, bytes] | None = None,
    fonts: Fonts | None = None,
    *,
    band: int = _BAND,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> None:
    """Write the scene as a PNG that says how large it is on paper, drawn as `render_image` does.

    `band`: how many pixels are drawn at a time; no more than that are ever in memory. `tell` is told how many of
    how many rows are drawn. Raises TooManyPixelsError if a side would have more than 32,000 pixels.
    """
    width, height = pixel_size(scene, scale)
    application()
    pens = QtPainter(fonts, assets)
    kept = max(1, band // width - 2 * _OVERLAP, _OVERLAP) if band < width * height else height
    with PngWriter(out, width, height, round(scale / _POINTS_TO_METRES)) as writer:
        for top in range(0, height, kept):
            start, end = max(0, top - _OVERLAP), min(height, top + kept + _OVERLAP)
            image = _blank(width, end - start)
            _draw(pens, image, scene, start, (width, height))
            rows = image.convertToFormat(QImage.Format.Format_RGB888)
            del image
            writer.rows(rows.constBits(), rows.bytesPerLine(), top - start, min(kept, height - top))
            tell(min(top + kept, height), height)


def _blank(width: int, height: int) -> QImage:
    """White paper; raises MemoryError if there is no room for it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(f"There is no room for a picture of {width:,} × {height:,} pixels.")
    image.fill(0xFFFFFFFF)
    return image


def _draw(pens: QtPainter, image: QImage, scene: Scene, top: int, whole: tuple[int, int]) -> None:
    """Draw what an image holds of a scene that has `whole` pixels, from the row `top` of them on."""
    across, down = whole[0] / scene.width, whole[1] / scene.height
    painter = QPainter(image)
    try:
        painter.translate(0, -top)
        painter.scale(across, down)
        pens.draw_scene(painter, scene, QRectF(0, top / down, scene.width, image.height() / down))
    finally:
        painter.end()
