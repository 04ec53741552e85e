"""How long it takes from the start of the process until something is painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import ROOT, Bench, Row, alternating

EXAMPLE = ROOT / "resources" / "examples" / "vivan-los-tacos.cxd"


def rows(bench: Bench) -> Iterator[Row]:
    frames: list[float] = []

    def ours(path: Path) -> float:
        begin = time.monotonic()
        stamps = bench.child("start_ours", path)
        frames.append(stamps["first"] - begin)
        return float(stamps["shown"] - begin)

    def bare() -> float:
        begin = time.monotonic()
        return float(bench.child("start_bare")["first"] - begin)

    measures: dict[str, Callable[[], float]] = {
        "bare": bare,
        "example": partial(ours, EXAMPLE),
        "L": partial(ours, bench.project("L")),
    }
    found = alternating(bench.rounds, measures)
    least = median(found["bare"]) * 1000
    # A first frame is painted before the file is looked at: both files' starts count. The first two are not counted.
    yield Row("first painted window", "", median(frames[2:]) * 1000, "ms", least, 1.3)
    yield Row("example map painted", "example", median(found["example"]) * 1000, "ms", least, 2.7)
    yield Row("map painted", "L", median(found["L"]) * 1000, "ms", least, 4)
