"""Captures notes with real key events, here and in the least that could take them, in turn:
`python -m tests.benchmarks.capture_child FILE ROUNDS`.

The least is a QLineEdit under a QGraphicsView that holds a native item for each card of the project; Enter puts what
was typed into the scene as one more. On both sides whatever the program does of its own accord after a key counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsSimpleTextItem, QLineEdit, QVBoxLayout, QWidget

from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.canvas.walking import Walking
from tests.benchmarks.canvas_native import Native
from tests.benchmarks.measure import percentile, report
from tests.benchmarks.running import Running, frame

NOTE = "She waits for the table by the door. "
CARDS = 24
A_CELL = 4
"""Notes in a cell, before Ctrl+Enter goes on to the next step."""
SHARE = 0.95


class Capture(NamedTuple):
    """Milliseconds from key to frame, of letters and of Enter; seconds that all of it took."""

    letters: list[float]
    enters: list[float]
    whole: float


class Bare:
    """A line edit whose notes go into a scene."""

    def __init__(self, native: Native) -> None:
        self.window = QWidget()
        self.field = QLineEdit()
        box = QVBoxLayout(self.window)
        box.addWidget(native.view)
        box.addWidget(self.field)
        self._native = native
        self._font = QFont("CX Sans Regular")
        self._font.setPixelSize(11)
        self._count = 0
        self.field.returnPressed.connect(self._take)

    def _take(self) -> None:
        self._count += 1
        card = QGraphicsRectItem(300 + 120 * (self._count % 6), 300 + 20 * self._count, 110, 18)
        self._native.scene.addItem(card)
        words = QGraphicsSimpleTextItem(self.field.text(), card)
        words.setFont(self._font)
        words.setPos(card.rect().topLeft())
        self.field.clear()


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    running.rest(3.0)
    canvas.zoom_to(1.0)
    native = Native(canvas.scene)
    bare = Bare(native)
    bare.window.resize(canvas.size())
    bare.window.show()
    native.zoom(1.0)
    running.rest(0.5)
    taken: dict[str, list[Capture]] = {"ours": [], "bare": []}
    for number in range(rounds + 1):
        found = {"ours": ours(running, canvas), "bare": in_field(running, bare)}
        for name, capture in found.items():
            if number:
                taken[name].append(capture)
    figures = {}
    for name, captures in taken.items():
        whole = median(one.whole for one in captures)
        figures[f"{name} card"] = whole / CARDS * 1000
        figures[f"{name} rate"] = CARDS / whole
        figures[f"{name} letter"] = median(percentile(one.letters, SHARE) for one in captures)
        figures[f"{name} enter"] = median(percentile(one.enters, SHARE) for one in captures)
    report(**figures)


def ours(running: Running, canvas: CanvasView) -> Capture:
    """Capture into cells of the middle of the map, from one step to the next; then take it back."""
    walking = Walking(canvas)
    lane = next(key for key in walking.lanes() if not walking.is_emotion_lane(key))
    steps = walking.steps()
    canvas.window().activateWindow()
    canvas.setFocus()
    walking.enter((lane, steps[len(steps) // 3]))
    canvas.session.select((), canvas.session.selection.cell)
    running.rest(0.3)
    known = len(canvas.session.document)
    found = capture(running, canvas.window(), canvas, can_go_on=True)
    canvas.writing.finish()
    assert len(canvas.session.document) == known + CARDS
    for _ in range(CARDS):
        canvas.session.undo()
    running.rest(0.3)
    return found


def in_field(running: Running, bare: Bare) -> Capture:
    """Capture into the line edit."""
    bare.window.activateWindow()
    bare.field.setFocus()
    running.rest(0.3)
    return capture(running, bare.window, bare.field, can_go_on=False)


def capture(running: Running, window: QWidget, target: QWidget, *, can_go_on: bool) -> Capture:
    """Type all notes, each key painted before the next one comes."""
    letters, enters = list[float](), list[float]()
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    begin = time.perf_counter()
    for number in range(1, CARDS + 1):
        for letter in NOTE:
            code = Qt.Key.Key_Space if letter == " " else Qt.Key.Key_A
            letters.append(frame(window, _press(target, code, none, letter)))
            running.qt.processEvents()
        goes_on = can_go_on and number % A_CELL == 0
        enters.append(frame(window, _press(target, Qt.Key.Key_Return, control if goes_on else none, "\r")))
        running.qt.processEvents()
    return Capture(letters, enters, time.perf_counter() - begin)


def _press(target: QWidget, code: Qt.Key, held: Qt.KeyboardModifier, text: str) -> Callable[[], object]:
    return partial(QCoreApplication.sendEvent, target, QKeyEvent(QEvent.Type.KeyPress, code, held, text))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
