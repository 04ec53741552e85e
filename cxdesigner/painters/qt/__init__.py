"""Draws a scene with Qt: the canvas and PNG files. The only painter that imports PySide6."""

from cxdesigner.painters.qt.images import (
    application,
    render_image,
    render_page,
    write_image,
    write_png,
)
from cxdesigner.painters.qt.painter import QtPainter

__all__ = [
    "QtPainter",
    "application",
    "render_image",
    "render_page",
    "write_image",
    "write_png",
]
