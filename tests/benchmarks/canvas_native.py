"""Paints a project anew at another place or zoom, on our canvas and with Qt's own items, in turn:
`python -m tests.benchmarks.canvas_native FILE ROUNDS`.

Qt's side has a QGraphicsPathItem and a QGraphicsSimpleTextItem for each card, at the same places, with the same lines,
and nothing else of the sheet. Where words are too small to be read, our canvas draws bars for them. So that both sides
have that rule, the text items are then hidden and a QGraphicsPathItem a card holds the bars of its lines: native items
too, drawn by no line of Python.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QWidget,
)

from cxdesigner.layout.scene import Box, GlyphRun, Group, Scene
from cxdesigner.ui.canvas.camera import POINT
from cxdesigner.ui.canvas.view import CanvasView
from tests.benchmarks.canvas import MANY
from tests.benchmarks.measure import alternating, medians, percentile, report
from tests.benchmarks.running import Running

Acts = Sequence[Callable[[], object]]

SHARE = 0.95
FRAMES = 120
BAR = 0.58
"""The height of a bar, in sizes of the text."""


class Native:
    """A QGraphicsView with native items."""

    def __init__(self, scene: Scene) -> None:
        self.scene = QGraphicsScene(QRectF(0, 0, scene.width, scene.height))
        self.words: list[QGraphicsItem] = []
        self.bars: list[QGraphicsItem] = []
        font = QFont("CX Sans Regular")
        for group, top in cards(scene):
            self._card(group, top, font)
        self.view = QGraphicsView(self.scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _card(self, group: Group, top: float, font: QFont) -> None:
        place = QPointF(group.x, top + group.y)
        box = next(node for node in group.items if isinstance(node, Box))
        lines = [node for node in group.items if isinstance(node, GlyphRun)]
        shape = QPainterPath()
        shape.addRoundedRect(0, 0, box.width, box.height, box.radius, box.radius)
        card = QGraphicsPathItem(shape)
        card.setPos(place)
        card.setBrush(QBrush(QColor(box.fill or "#ffffff")))
        card.setPen(QPen(QColor(box.stroke.color), box.stroke.width) if box.stroke else QPen(Qt.PenStyle.NoPen))
        self.scene.addItem(card)
        if lines:
            self.words.append(self._words(place, lines, font))
            self.bars.append(self._bars(place, lines))

    def _words(self, place: QPointF, lines: list[GlyphRun], font: QFont) -> QGraphicsItem:
        first = lines[0]
        font.setPixelSize(round(first.line.size))
        item = QGraphicsSimpleTextItem("\n".join(run.line.text for run in lines))
        item.setFont(font)
        item.setBrush(QBrush(QColor(first.fill)))
        item.setPos(place + QPointF(first.x, first.y - first.line.size))
        self.scene.addItem(item)
        return item

    def _bars(self, place: QPointF, lines: list[GlyphRun]) -> QGraphicsItem:
        shape = QPainterPath()
        for run in lines:
            shape.addRect(run.x, run.y - BAR * run.line.size, run.line.width, BAR * run.line.size)
        item = QGraphicsPathItem(shape)
        item.setBrush(QBrush(QColor(lines[0].fill)))
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setPos(place)
        item.hide()
        self.scene.addItem(item)
        return item

    def coarse(self, wanted: bool) -> None:
        """Show bars for words, or words."""
        for item in self.words:
            item.setVisible(not wanted)
        for item in self.bars:
            item.setVisible(wanted)

    def drag(self, count: int) -> list[float]:
        """Move cards that are in view about; gives the milliseconds of each frame."""
        seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        items = [item for item in self.scene.items(seen) if item.isVisible()][:count]
        way = 24 / self.view.transform().m11()
        return [self._frame(partial(_move, items, way if number % 24 < 12 else -way)) for number in range(FRAMES)]

    def draw(self) -> list[float]:
        """Draw a line across the view; gives the milliseconds of each frame."""
        seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        path, line = QPainterPath(seen.center()), QGraphicsPathItem()
        line.setPen(QPen(QColor("#d97a2b"), 6 / self.view.transform().m11()))
        self.scene.addItem(line)
        taken = []
        for number in range(FRAMES):
            across = seen.left() + seen.width() * number / FRAMES
            path.lineTo(across, seen.center().y() + seen.height() * 0.1 * math.sin(number / 9))
            taken.append(self._frame(partial(line.setPath, path)))
        self.scene.removeItem(line)
        return taken

    def _frame(self, act: Callable[[], object]) -> float:
        begin = time.perf_counter()
        act()
        for _ in range(2):  # the scene tells the view what to paint, and the view paints it
            QCoreApplication.processEvents()
        return (time.perf_counter() - begin) * 1000

    def zoom(self, factor: float) -> None:
        self.view.setTransform(QTransform.fromScale(factor * POINT, factor * POINT))


def _move(items: Sequence[QGraphicsItem], way: float) -> None:
    for item in items:
        item.moveBy(way, 0)


def cards(scene: Scene) -> Iterator[tuple[Group, float]]:
    for band in scene.bands:
        for group in band.groups:
            if group.part == "card":
                yield group, band.top


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    canvas.fit()
    fitted = canvas.camera.zoom
    running.rest(1.0)
    native = Native(canvas.scene)
    native.view.resize(canvas.viewport().size())
    native.view.show()
    running.rest(0.5)
    sides = Sides(running, canvas, native, rounds)
    canvas.zoom_to(1.0)
    native.zoom(1.0)
    found = sides.pan("pan")
    found |= sides.zoom("zoom", 1.0)
    found |= sides.gestures("100 %", 1.0)
    found |= sides.zoom("letters", fitted)
    native.coarse(True)
    found |= sides.gestures("fitted", fitted)
    found |= sides.zoom("bars", fitted)
    report(**found)


class Sides(NamedTuple):
    """Both canvases, to be painted in turn."""

    running: Running
    canvas: CanvasView
    native: Native
    rounds: int

    def pan(self, name: str) -> dict[str, float]:
        """Paint at two places far from each other."""
        scene, seen = self.canvas.scene, self.canvas.seen()
        places = [(scene.width / 2 + side * seen.width(), scene.height / 2) for side in (-0.6, 0.6)]
        ours = [partial(self.canvas.look_at, *place) for place in places]
        bare = [partial(self.native.view.centerOn, *place) for place in places]
        return self._both(name, lambda: ours * 3, lambda: bare * 3)

    def zoom(self, name: str, zoom: float) -> dict[str, float]:
        """Paint at zooms that were not shown before."""
        fresh = count(1)

        def near() -> list[float]:
            return [zoom * (1 + 0.0005 * next(fresh)) for _ in range(6)]

        self.canvas.look_at(self.canvas.scene.width / 2, self.canvas.scene.height / 2)
        self.native.view.centerOn(self.canvas.scene.width / 2, self.canvas.scene.height / 2)
        return self._both(
            name,
            lambda: [partial(self.canvas.zoom_to, one) for one in near()],
            lambda: [partial(self.native.zoom, one) for one in near()],
        )

    def gestures(self, where: str, zoom: float) -> dict[str, float]:
        """Drag cards, and draw a line, on Qt's side only: what `canvas_child` measures on ours."""
        self.native.zoom(zoom)
        self.native.view.centerOn(self.canvas.scene.width / 2, self.canvas.scene.height / 2)
        self.running.rest(0.3)
        drags = [percentile(self.native.drag(MANY), SHARE) for _ in range(self.rounds)]
        lines = [percentile(self.native.draw(), SHARE) for _ in range(self.rounds)]
        return {f"native drag {where}": median(drags), f"native freehand {where}": median(lines)}

    def _both(self, name: str, ours: Callable[[], Acts], bare: Callable[[], Acts]) -> dict[str, float]:
        self.running.rest(0.5)
        measures = {
            f"ours {name}": lambda: typical(ours(), self.canvas.viewport()),
            f"native {name}": lambda: typical(bare(), self.native.view.viewport()),
        }
        return medians(alternating(self.rounds, measures))


def typical(acts: Acts, view: QWidget) -> float:
    """Give the milliseconds that painting takes after an act, the middle one of all acts."""
    taken = []
    for act in acts:
        begin = time.perf_counter()
        act()
        view.repaint()
        taken.append((time.perf_counter() - begin) * 1000)
    return median(taken)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
