"""How long joining two versions takes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row


def rows(bench: Bench) -> Iterator[Row]:
    for size in ("L", "XL"):
        found = bench.child("merge_child", bench.project(size), bench.rounds)
        yield Row("merge two versions, each a tenth edited", size, found["merge"], "ms", found["read"], 1)
        yield Row("tell what differs between them", size, found["compare"], "ms", found["read"], 1)
