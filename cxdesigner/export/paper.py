"""A map on paper: one page, the map as large as it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxdesigner.paper import SHEET, SIZES

if TYPE_CHECKING:
    from cxdesigner.layout.scene import Scene
    from cxdesigner.painters.pdf import PdfPage

MARGIN: Final = 10.0
"""White on each side of the map, in millimetres."""
_POINT = 72 / 25.4


def on_paper(scene: Scene, name: str) -> PdfPage:
    """Place a sheet in the middle of a page of this name, which lies if the sheet is wider than high."""
    from cxdesigner.painters.pdf import PdfPage

    if name == SHEET:
        return PdfPage(scene, scene.width, scene.height)
    short, long = (side * _POINT for side in SIZES[name])
    width, height = (long, short) if scene.width > scene.height else (short, long)
    margin = MARGIN * _POINT
    scale = min((width - 2 * margin) / scene.width, (height - 2 * margin) / scene.height)
    x, y = (width - scene.width * scale) / 2, (height - scene.height * scale) / 2
    return PdfPage(scene, width, height, scale, x, y)
