"""Drags while a report is exported and while pages are made: `python -m tests.benchmarks.exporting_child FILE N`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from cxdesigner.export.options import ExportOptions
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from tests.benchmarks.canvas_child import SHARE, SPEED, drag
from tests.benchmarks.measure import percentile, report
from tests.benchmarks.running import Running

MOVES = 250
SIZES = ("A3", "A4")


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    running.rest(3.0)
    canvas.fit()
    running.rest(0.3)
    exporting = Exporting(running, canvas, source.with_suffix(".pdf"))
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        _drag(running, canvas, found, "alone", lambda: None)
        found.setdefault("begin", []).append(exporting.begin())
        _drag(running, canvas, found, "beside", exporting.go_on)
        exporting.end()
        dialog = _dialog(running, canvas, found)
        _drag(running, canvas, found, "preview", dialog.compose)
        dialog.close()
        running.rest(0.2)
    report(**{name: median(values) for name, values in found.items()})


class Exporting:
    """Exports a report again and again."""

    def __init__(self, running: Running, canvas: CanvasView, out: Path) -> None:
        self._running, self._out = running, out
        self._window = running.application.windows[-1]
        self._exporting = running.application._exporting

    def begin(self) -> float:
        """Begin an export; gives how long that takes, in milliseconds."""
        start = time.perf_counter()
        options = ExportOptions(report=True, page="A4")
        self._exporting.start(self._window, self._window.project, self._out, options)
        return (time.perf_counter() - start) * 1000

    def go_on(self) -> None:
        """Begin another one when the last one is over."""
        if not self._exporting.is_busy:
            self.begin()

    def end(self) -> None:
        """Wait for the last one."""
        self._running.until(lambda: not self._exporting.is_busy)


def _drag(
    running: Running, canvas: CanvasView, found: dict[str, list[float]], name: str, meanwhile: Callable[[], None]
) -> None:
    frames = []
    for _ in range(4):
        meanwhile()
        rests, changes = drag(running, canvas, SPEED["fitted"], MOVES // 4)
        frames += [*rests, *changes]
    found.setdefault(f"{name} p95", []).append(percentile(frames, SHARE))
    found.setdefault(f"{name} longest", []).append(max(frames))


def _dialog(running: Running, canvas: CanvasView, found: dict[str, list[float]]) -> ExportDialog:
    start = time.perf_counter()
    window = running.application.windows[-1]
    running.application.ask_export(window, "pdf")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    running.until(lambda: dialog.pages.view.isVisible() and bool(running.qt.processEvents() or True))
    found.setdefault("dialog", []).append((time.perf_counter() - start) * 1000)
    running.until(lambda: dialog.pages.view.is_drawn)
    found.setdefault("pages", []).append((time.perf_counter() - start) * 1000)
    start = time.perf_counter()
    wanted = next(size for size in SIZES if size != dialog.form.values["page"])
    dialog.form.set_values({"page": wanted})
    dialog.compose()
    running.until(lambda: not dialog.job.is_composing and dialog.pages.view.is_drawn)
    found.setdefault("again", []).append((time.perf_counter() - start) * 1000)
    return dialog


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
