"""How long the canvas's painter takes: `python -m tests.benchmarks.painter_qt`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from cxdesigner.painters.qt import QtPainter, application
from tests.painters import scenes

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxdesigner.layout.scene import Scene


def timed(what: str, draw: Callable[[], None], repeat: int = 7) -> None:
    taken = []
    for _ in range(repeat):
        start = time.perf_counter()
        draw()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:42} first {taken[0]:7.1f} ms, then best {min(taken[1:]):6.1f} ms")


def measure(scene: Scene, count: int) -> None:
    image = QImage(1280, 800, QImage.Format.Format_ARGB32_Premultiplied)
    pens = QtPainter()

    def frame(scale: float, coarse: bool, x: float = 0.0, y: float = 0.0) -> None:
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.translate(-x, -y)
        exposed = QRectF(x, y, image.width() / scale, image.height() / scale)
        pens.draw_scene(painter, scene, exposed, coarse=coarse)
        painter.end()

    fit = min(1280 / scene.width, 800 / scene.height)
    timed(f"{count} cards, 100 %, about 100 visible", lambda: frame(1.0, False, 1000, 500))
    timed(f"{count} cards, 40 %, glyphs", lambda: frame(0.4, False, 1000, 500))
    timed(f"{count} cards, 34 %, coarse", lambda: frame(0.34, True, 1000, 500))
    timed(f"{count} cards, fitted ({fit:.2f}), coarse", lambda: frame(fit, True))
    timed(f"{count} cards, fitted, glyphs", lambda: frame(fit, False), 3)


if __name__ == "__main__":
    running = application()
    measure(scenes.crowd(2_400, 60), 2_400)
    measure(scenes.crowd(10_000, 100), 10_000)
