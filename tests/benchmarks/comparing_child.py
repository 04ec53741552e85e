"""Compares a project with a version of it in its window: `python -m tests.benchmarks.comparing_child FILE ROUNDS`.

Bare: the same sheet painted anew, with nothing to compare. What the list of changes shows is made later, and not waited
for.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import report
from tests.benchmarks.merge_child import version
from tests.benchmarks.running import Running, frame

EVERY = 100
"""Of so many cards one is another in the version."""


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    canvas, _ = running.open(source)
    running.rest(2.0)
    canvas.fit()
    running.rest(0.5)
    window = running.application.windows[-1]
    comparing, other = window.bench.comparing, version(window.project.document, 0, EVERY)
    found: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)
        running.rest(0.7)

    for _ in range(rounds):
        note("paint", frame(window, canvas.viewport().update))
        note("show", frame(window, partial(comparing.show, other, "a version")))
        note("there", frame(window, comparing.switch))
        note("back", frame(window, comparing.switch))
        comparing.close()
        running.rest(0.5)
    report(**{name: median(values) for name, values in found.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
