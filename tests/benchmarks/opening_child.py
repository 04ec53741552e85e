"""Opens a large file while work goes on: `python -m tests.benchmarks.opening_child XL L ROUNDS`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.canvas_child import SHARE, SPEED, drag
from tests.benchmarks.measure import percentile, report
from tests.benchmarks.projects import doubled, with_pictures
from tests.benchmarks.running import Painted, Running

PICTURES = 50
"""Of 1.2 MiB each: 60 MiB."""
MOVES = 60


def main(source: Path, other: Path, rounds: int) -> None:
    path = source.with_name("large.cxd")
    data = json.dumps(with_pictures(doubled(json.loads(source.read_bytes())), PICTURES)).encode()
    path.write_bytes(data)
    running = Running(source.parent)
    application = running.application
    canvas, _ = running.open(other)
    running.rest(2.0)
    canvas.fit()
    running.rest(0.3)
    found: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)

    for _ in range(rounds):
        begin = time.perf_counter()
        json.loads(data)
        note("loads", (time.perf_counter() - begin) * 1000)
        frames = drag(running, canvas, SPEED["fitted"], MOVES)
        note("alone p95", percentile([*frames.rests, *frames.changes], SHARE))
        note("alone longest", max([*frames.rests, *frames.changes]))

        begin = time.perf_counter()
        application.projects.open_files([path])
        window = application.windows[-1]
        said = Painted(window.centralWidget())
        running.until(lambda said=said: said.at is not None)  # type: ignore[misc]
        note("said", (time.perf_counter() - begin) * 1000)
        running.until(lambda window=window: window.session is not None)  # type: ignore[misc]
        painted = Painted(window.bench.canvas.viewport())
        running.until(lambda painted=painted: painted.at is not None)  # type: ignore[misc]
        note("painted", (time.perf_counter() - begin) * 1000)
        running.rest(1.0)
        running.close()

        application.projects.open_files([path])
        window = application.windows[-1]
        shown = []
        while window.is_opening:  # what follows is laid out and painted, which is measured elsewhere
            frames = drag(running, canvas, SPEED["fitted"], 5)
            shown += [*frames.rests, *frames.changes] if window.is_opening else []
        note("beside p95", percentile(shown, SHARE))
        note("beside longest", max(shown))
        running.rest(1.0)
        running.close()

        application.projects.open_files([path])
        running.rest(0.2)
        begin = time.perf_counter()
        application.windows[-1].centralWidget().cancel.click()  # type: ignore[attr-defined]
        running.qt.processEvents()
        note("cancel", (time.perf_counter() - begin) * 1000)
        assert len(application.windows) == 1
        running.rest(0.5)
    report(**{name: median(values) for name, values in found.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
