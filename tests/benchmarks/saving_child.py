"""Drags while a project with pictures is written: `python -m tests.benchmarks.saving_child FILE ROUNDS`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from cxdesigner.model.edits.fields import set_fields
from tests.benchmarks.canvas_child import SHARE, SPEED, drag
from tests.benchmarks.measure import percentile, report
from tests.benchmarks.projects import with_pictures
from tests.benchmarks.running import Running

PICTURES = 50
"""Of 1.2 MiB each: 60 MiB."""
MOVES = 250


class Saves:
    """Saves the project of a window, and notes how long that takes, in milliseconds."""

    def __init__(self, running: Running) -> None:
        self._saving = running.application.saving
        self._running = running
        self._window = running.application.windows[-1]
        self._began = 0.0
        self.begun: list[float] = []
        self.taken: list[float] = []
        self._saving.saved.connect(self._end)

    def first(self) -> None:
        """Save as after opening: nothing is kept of an earlier save."""
        vars(self._window.project).pop("writer", None)
        self._begin()

    def next(self) -> None:
        """Save after an edit."""
        session = self._window.project
        title = f"Saved {len(self.taken)} times"
        session.perform("Rename", lambda document: set_fields(document, session.map_id, title=title))
        self._running.rest(0.2)
        self._begin()

    def none(self) -> None:
        """Save nothing."""

    def wait(self) -> None:
        self._running.until(lambda: not self._saving.is_busy())

    def _begin(self) -> None:
        self._began = time.perf_counter()
        self._running.application.save(self._window)
        self.begun.append((time.perf_counter() - self._began) * 1000)

    def _end(self, _session: object) -> None:
        self.taken.append((time.perf_counter() - self._began) * 1000)


def main(source: Path, rounds: int) -> None:
    path = source.with_name("pictures.cxd")
    path.write_text(json.dumps(with_pictures(json.loads(source.read_bytes()), PICTURES)), "utf-8")
    running = Running(source.parent)
    running.application.projects.slow_from = sys.maxsize
    canvas, _ = running.open(path)
    running.rest(3.0)
    canvas.fit()
    running.rest(0.3)
    saves = Saves(running)
    acts: dict[str, Callable[[], None]] = {"alone": saves.none, "first": saves.first, "next": saves.next}
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, act in acts.items():
            saves.taken.clear()
            frames = []
            for _ in range(4):
                act()
                rests, changes = drag(running, canvas, SPEED["fitted"], MOVES // 4)
                frames += [*rests, *changes]
                saves.wait()
            found.setdefault(f"{name} p95", []).append(percentile(frames, SHARE))
            found.setdefault(f"{name} longest", []).append(max(frames))
            if saves.taken:
                found.setdefault(f"{name} save", []).append(median(saves.taken))
    report(begin=median(saves.begun), **{name: median(values) for name, values in found.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
