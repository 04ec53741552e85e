"""Finds and filters in a project: `python -m tests.benchmarks.search_child FILE ROUNDS`.

Bare: a line edit whose text narrows a list of the same texts by Qt's own filter; and native items, one a card, of which
those of a kind become see-through.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.insight.filter import NOTHING, Filter
from cxdesigner.model.kinds import CARD_KINDS
from cxdesigner.ui.canvas.view import CanvasView
from tests.benchmarks.measure import percentile, report
from tests.benchmarks.running import Running, frame
from tests.benchmarks.search import ZOOMS

SHARE = 0.95
WORDS = 12
"""Words of the project that are typed, letter by letter, and taken back so."""
SHOWN = 0.3
"""How much is left of a native item that is filtered out."""


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    running.rest(3.0)
    texts = [card.text for card in canvas.session.document.cards(canvas.session.map_id)]
    words = [text.split()[0] for text in texts[:: max(1, len(texts) // WORDS)]][:WORDS]
    kinds = [card.kind for card in canvas.session.document.cards(canvas.session.map_id)]
    found = {"open": _open(running, canvas)}
    bare = _Bare(texts, canvas)
    for zoom in ZOOMS:
        canvas.fit() if zoom == "fitted" else canvas.zoom_to(1.0)
        running.rest(0.5)
        found[f"find {zoom}"] = _p95(rounds, partial(_finding, running, canvas, words))
        found[f"filter {zoom}"] = _p95(rounds, partial(_filtering, running, canvas))
    bare.window.show()
    running.rest(0.5)
    found["bare find"] = _p95(rounds, partial(_typing, running, bare.window, bare.field, words))
    found["bare filter"] = _p95(rounds, partial(bare.filtering, running, kinds))
    report(**found)


def _p95(rounds: int, measure) -> float:
    return median(percentile(measure(), SHARE) for _ in range(rounds))


def _open(running: Running, canvas: CanvasView) -> float:
    """Open the panel, until it is there and can be searched."""
    window = canvas.window()
    bench = running.application.windows[-1].bench
    taken = frame(window, lambda: bench.show_panel("find").open())
    running.rest(1.0)
    return taken


def _finding(running: Running, canvas: CanvasView, words: list[str]) -> list[float]:
    bench = running.application.windows[-1].bench
    panel = bench.show_panel("find")
    panel.open("")
    running.rest(0.3)
    taken = _typing(running, canvas.window(), panel.field, words)
    panel.close_panel()
    canvas.session.select(())
    running.rest(0.3)
    return taken


def _typing(running: Running, window: QWidget, field: QLineEdit, words: list[str]) -> list[float]:
    taken = []
    for word in words:
        keys = [(Qt.Key.Key_A, letter) for letter in word] + [(Qt.Key.Key_Backspace, "")] * len(word)
        for key, letter in keys:
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
            running.rest(0.004)
            taken.append(frame(window, partial(QCoreApplication.sendEvent, field, event)))
    return taken


def _filtering(running: Running, canvas: CanvasView) -> list[float]:
    session, window = canvas.session, canvas.window()
    bench = running.application.windows[-1].bench
    bench.show_panel("filters")
    running.rest(0.3)
    taken = []
    for kind in (*CARD_KINDS, *CARD_KINDS):
        running.rest(0.02)
        taken.append(frame(window, partial(session.show, filter=Filter(kinds=frozenset({kind})))))
    session.show(filter=NOTHING)
    bench.hide_panel("filters")
    running.rest(0.3)
    return taken


class _Bare:
    """A field over a list, and native items of the size of cards."""

    def __init__(self, texts: list[str], canvas: CanvasView) -> None:
        self.window = QWidget()
        self.field = QLineEdit()
        self._narrowed = QSortFilterProxyModel()
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._narrowed.setSourceModel(QStringListModel(texts, self._narrowed))
        self.field.textChanged.connect(self._narrowed.setFilterFixedString)
        listed = QListView()
        listed.setUniformItemSizes(True)
        listed.setModel(self._narrowed)
        self._scene = QGraphicsScene()
        self._items = []
        for band in canvas.complete_scene().bands:
            for group in band.groups:
                if group.part == "card":
                    item = QGraphicsRectItem(group.x, group.y + band.top, group.width, group.height)
                    item.setBrush(Qt.GlobalColor.lightGray)
                    self._scene.addItem(item)
                    self._items.append(item)
        self._view = QGraphicsView(self._scene)
        column = QVBoxLayout(self.window)
        for widget in (self.field, listed, self._view):
            column.addWidget(widget)
        self.window.resize(canvas.window().size())
        self._view.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def filtering(self, running: Running, kinds: list[str]) -> list[float]:
        """Make the items of all kinds but one see-through, for one kind after the other."""
        taken = []
        for kind in (*CARD_KINDS, *CARD_KINDS):
            running.rest(0.02)
            taken.append(frame(self.window, partial(self._show, kind, kinds)))
        return taken

    def _show(self, kind: str, kinds: list[str]) -> None:
        for item, its in zip(self._items, kinds, strict=False):
            item.setOpacity(1.0 if its == kind else SHOWN)
        self._view.viewport().repaint()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
