"""Shows one map and another of the same size in turn: `python -m tests.benchmarks.maps_child FILE ROUNDS`.

Bare: a QGraphicsView that is given one of two QGraphicsScenes in turn, with native items for the cards in them.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QGraphicsScene

from cxdesigner.ui.canvas.view import CanvasView
from tests.benchmarks.canvas_native import Native, typical
from tests.benchmarks.measure import report
from tests.benchmarks.running import Running, frame


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    running.rest(2.0)
    canvas.zoom_to(1.0)
    session = canvas.session
    one = session.map_id
    first, again = [], []
    for _ in range(rounds):
        session.show_map(one)
        running.application.windows[-1].commands.run("map.duplicate")
        other = session.map_id
        assert other != one
        session.show_map(one)
        running.rest(0.3)
        window = canvas.window()
        first.append(frame(window, partial(session.show_map, other)))
        running.rest(2.0)
        for key in (one, other) * 3:
            again.append(frame(window, partial(session.show_map, key)))
            running.rest(0.05)
        session.undo()
        running.rest(0.2)
    report(first=median(first), again=median(again), bare=bare(running, canvas))


def bare(running: Running, canvas: CanvasView) -> float:
    """Give the milliseconds in which a QGraphicsView shows another scene."""
    canvas.complete_scene()
    natives = [Native(canvas.scene), Native(canvas.scene)]
    view = natives[0].view
    natives[0].zoom(1.0)
    view.resize(canvas.viewport().size())
    view.show()
    running.rest(0.5)
    scenes: list[QGraphicsScene] = [one.scene for one in natives]
    acts = [partial(view.setScene, scene) for scene in (scenes[1], scenes[0]) * 4]
    return typical(acts, view.viewport())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
