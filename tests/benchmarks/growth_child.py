"""Reads, lays out and writes two projects in turn: `python -m tests.benchmarks.growth_child L XL ROUNDS`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.sheet import lay_out
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.storage.reading import read
from tests.benchmarks.files_child import milliseconds
from tests.benchmarks.measure import alternating, medians, report
from tests.painters import scenes


def laid_out(document: Document) -> Scene:
    """Lay out with nothing kept from before."""
    return lay_out(document, document.maps[0].id, Typesetter(Fonts.load()), Icons())


def written(scene: Scene) -> bytes:
    out = io.BytesIO()
    write_pdf(scenes.one_page(scene, "Measured"), out)
    return out.getvalue()


def main(paths: dict[str, Path], rounds: int) -> None:
    measures: dict[str, Callable[[], object]] = {}
    for size, path in paths.items():
        data = path.read_bytes()
        document = read(data).document
        measures[f"open {size}"] = partial(read, data)
        measures[f"layout {size}"] = partial(laid_out, document)
        measures[f"PDF {size}"] = partial(written, laid_out(document))
    timed = {name: partial(milliseconds, act) for name, act in measures.items()}
    report(**medians(alternating(rounds, timed)))


if __name__ == "__main__":
    main({"L": Path(sys.argv[1]), "XL": Path(sys.argv[2])}, int(sys.argv[3]))
