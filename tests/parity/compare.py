"""How alike two painters' pictures of the same scene are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

SCALE = 4
MOST_OFF = 0.001
_LEVELS = 96


def compare(pdf: bytes, image: QImage, page: int = 0, save: Path | None = None) -> float:
    """The fraction of pixels of which a channel differs by more than 96 levels.

    `image` is the scene at four pixels a point; a page of the PDF is rasterised by pdfium at the same scale.
    With `save`, both pictures and where they differ are written to that folder.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[page].render(scale=SCALE).to_pil().convert("RGB")
    finally:
        document.close()
    other = _pil(image)
    assert drawn.size == other.size
    red, green, blue = ImageChops.difference(drawn, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    off = worst.point([255 if level > _LEVELS else 0 for level in range(256)])
    if save is not None:
        for name, picture in (("pdf", drawn), ("qt", other), ("difference", worst), ("off", off)):
            picture.save(save / f"{name}.png")
    return off.histogram()[255] / (off.width * off.height)


def _pil(image: QImage) -> Image.Image:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer(
        "RGB", (rgb.width(), rgb.height()), bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine(), 1
    )
