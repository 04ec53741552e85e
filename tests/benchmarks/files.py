"""How long opening and saving take."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

SIZE = "XL"


def rows(bench: Bench) -> Iterator[Row]:
    for size in ("M", "L", SIZE):
        found = bench.child("files_child", bench.project(size), bench.rounds)
        yield Row("open: read, validate and check", size, found["read"], "ms", found["loads"], 4)
        yield Row("save: write atomically", size, found["save"], "ms", found["dump"], 2.5)
        yield Row("save again after an edit", size, found["again"], "ms", found["dump"], 2.5)
    if bench.has_screen:
        found = bench.child("open_child", bench.project(SIZE), bench.rounds)
        yield Row("open in a running program, until painted", SIZE, found["painted"], "ms", found["loads"], 25)
