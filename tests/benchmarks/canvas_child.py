"""Drags and types in a project: `python -m tests.benchmarks.canvas_child FILE ROUNDS`.

Mouse moves come every 8 ms, as from a mouse of 125 Hz. A frame's time counts from when its move was due, so that what
the program does of its own accord in between (the overview map, garbage) counts where it is in the way.
"""

from __future__ import annotations

import math
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from cxdesigner.layout.plot import PLOT
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of
from cxdesigner.ui.canvas.view import CanvasView
from tests.benchmarks.canvas import MANY, ZOOMS
from tests.benchmarks.measure import percentile, report
from tests.benchmarks.running import Running, frame, mouse

EVERY = 0.008
ENOUGH, AT_MOST = 60, 1_500
SPEED = {"100 %": 24.0, "fitted": 5.0}
"""Pixels from one move to the next: some moves stay in a cell, others leave it."""
TYPED = "What she says while she waits for the table by the door. "
SHARE = 0.95
STROKE = 240
"""Moves in a curve that is drawn freehand."""


class Frames(NamedTuple):
    """Milliseconds of the frames in which the layout stayed the same and of those in which it changed."""

    rests: list[float]
    changes: list[float]


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    running.rest(3.0)
    found: dict[str, float] = {}
    for zoom in ZOOMS:
        canvas.fit() if zoom == "fitted" else canvas.zoom_to(1.0)
        running.rest(0.3)
        drags = [drag(running, canvas, SPEED[zoom], AT_MOST) for _ in range(rounds)]
        found[f"drag {zoom} rests"] = median(percentile(one.rests, SHARE) for one in drags)
        found[f"drag {zoom} changes"] = median(percentile(one.changes, SHARE) for one in drags)
        canvas.session.select(near_the_middle(canvas, MANY))
        drags = [drag(running, canvas, SPEED[zoom], AT_MOST) for _ in range(rounds)]
        found[f"drag {MANY} {zoom} rests"] = median(percentile(one.rests, SHARE) for one in drags)
        found[f"drag {MANY} {zoom} changes"] = median(percentile(one.changes, SHARE) for one in drags)
        canvas.session.select()
        found[f"freehand {zoom}"] = median(percentile(freehand(running, canvas), SHARE) for _ in range(rounds))
    canvas.zoom_to(1.0)
    running.rest(0.3)
    found["type"] = median(percentile(typing(running, canvas), SHARE) for _ in range(rounds))
    report(**found)


def drag(running: Running, canvas: CanvasView, speed: float, moves: int) -> Frames:
    """Drag a card about in the middle of the view, then cancel."""
    frames = Frames([], [])
    x, y = at_a_card(canvas)
    window = canvas.window()
    view = canvas.viewport().rect()
    mouse(canvas, QEvent.Type.MouseButtonPress, x, y)
    mouse(canvas, QEvent.Type.MouseMove, x + 20, y)
    running.rest(0.1)
    due = time.perf_counter()
    for number in range(moves):
        way = number * speed
        across = view.width() * (0.5 + 0.35 * _to_and_fro(way / view.width()))
        down = view.height() * (0.5 + 0.3 * math.sin(way / view.height() * 1.7))
        due = max(due + EVERY, time.perf_counter())
        running.until(partial(_has_come, due))
        late = (time.perf_counter() - due) * 1000
        before = canvas.scene
        taken = late + frame(window, partial(mouse, canvas, QEvent.Type.MouseMove, across, down))
        (frames.rests if canvas.scene is before else frames.changes).append(taken)
        if min(map(len, frames)) >= ENOUGH:
            break
    canvas.cancel_gesture()
    running.rest(0.3)
    return frames


def _has_come(due: float) -> bool:
    return time.perf_counter() >= due


def _to_and_fro(way: float) -> float:
    """Give a place between -1 and 1 that moves at an even pace."""
    return 1 - 2 * abs(way % 2 - 1)


def at_a_card(canvas: CanvasView) -> tuple[float, float]:
    """Give a point of the view in the middle of a card, near the middle."""
    middle = canvas.viewport().rect().center()
    places = [
        canvas.camera.to_view(group.x + group.width / 2, band.top + group.y + group.height / 2)
        for band in canvas.scene.bands
        for group in band.groups
        if group.part == "card"
    ]
    return min(places, key=lambda place: math.hypot(place[0] - middle.x(), place[1] - middle.y()))


def near_the_middle(canvas: CanvasView, count: int) -> list[str]:
    """Give the cards of a map that are nearest to the middle of the view."""
    middle = canvas.seen().center()
    places = [
        (math.hypot(group.x + group.width / 2 - middle.x(), band.top + group.y - middle.y()), group.id)
        for band in canvas.scene.bands
        for group in band.groups
        if group.part == "card"
    ]
    return [key for _, key in sorted(places)[:count]]


def freehand(running: Running, canvas: CanvasView) -> list[float]:
    """Draw an emotion curve across the view in waves, then cancel."""
    band = next(band for band in canvas.scene.bands if plot_top_of(band) is not None)
    canvas.look_at(canvas.scene.width / 2, band.top + band.height / 2)
    running.rest(0.2)
    middle = canvas.camera.to_view(0, (plot_top_of(band) or 0.0) + PLOT / 2)[1]
    width, taken = canvas.viewport().width(), list[float]()
    left = max(0.0, canvas.camera.to_view(canvas.columns.left, 0)[0]) + 60
    shift = Qt.KeyboardModifier.ShiftModifier
    mouse(canvas, QEvent.Type.MouseButtonPress, left, middle, shift)
    due = time.perf_counter()
    for number in range(STROKE):
        across = left + (width - left - 60) * number / STROKE
        down = middle + 60 * canvas.camera.scale * math.sin(number / 9)
        due = max(due + EVERY, time.perf_counter())
        running.until(partial(_has_come, due))
        late = (time.perf_counter() - due) * 1000
        move = partial(mouse, canvas, QEvent.Type.MouseMove, across, down, shift)
        taken.append(late + frame(canvas.window(), move))
    assert canvas.gesture is not None
    canvas.cancel_gesture()
    running.rest(0.3)
    return taken


def typing(running: Running, canvas: CanvasView) -> list[float]:
    """Type into a card, letter by letter, then take it back."""
    x, y = at_a_card(canvas)
    mouse(canvas, QEvent.Type.MouseButtonPress, x, y)
    mouse(canvas, QEvent.Type.MouseButtonRelease, x, y)
    canvas.edit_text(canvas.session.selection.ids[0])
    running.rest(0.2)
    taken = []
    for letter in TYPED * 2:
        key = Qt.Key.Key_Space if letter == " " else Qt.Key.Key_A
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        running.rest(EVERY)
        taken.append(frame(canvas.window(), partial(QCoreApplication.sendEvent, canvas, event)))
    canvas.writing.finish()
    canvas.session.undo()
    running.rest(0.2)
    return taken


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
