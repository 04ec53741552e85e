"""Whether work goes on while a large file is opened, how long that takes, and how soon it can be cancelled."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

SIZE = "2 XL"
FRAME = 16
"""Milliseconds."""
SOON = 100
"""Milliseconds in which what somebody did seems to happen at once."""


def rows(bench: Bench) -> Iterator[Row]:
    found = bench.child("opening_child", bench.project("XL"), bench.project("L"), bench.rounds)
    yield Row("open a large file, until it is painted", SIZE, found["painted"], "ms", found["loads"])
    yield Row("open a large file, until its window says so", SIZE, found["said"], "ms", goal=500, limited=True)
    yield Row("drag elsewhere beside that, p95", "L", found["beside p95"], "ms", found["alone p95"], FRAME, True)
    yield Row("drag elsewhere beside that, longest", "L", found["beside longest"], "ms", found["alone longest"])
    yield Row("cancel, until its window is gone", SIZE, found["cancel"], "ms", goal=SOON, limited=True)
