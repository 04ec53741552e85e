"""A map as a PNG, drawn as one image and written by Qt: `python -m tests.benchmarks.outputs_bare PROJECT OUT WIDTH`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.sheet import lay_out
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.painters.qt import QtPainter, application
from cxdesigner.storage.reading import read


def main(source: Path, out: Path, width: int) -> None:
    kept = application()
    document = read(source.read_bytes()).document
    scene = lay_out(document, document.maps[0].id, Typesetter(Fonts.load()), Icons())
    scale = width / scene.width
    image = QImage(width, round(scene.height * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    QtPainter().draw_scene(painter, scene)
    painter.end()
    assert kept is not None
    if not image.save(str(out)):
        raise OSError(f"{out} was not written")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
