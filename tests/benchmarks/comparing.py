"""How soon a comparison is on the canvas, and how soon one sees the other version and the project again."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row
from tests.benchmarks.opening import SOON


def rows(bench: Bench) -> Iterator[Row]:
    for size in ("L", "XL"):
        found = bench.child("comparing_child", bench.project(size), bench.rounds)
        yield Row(
            "show how a version differs, until it is painted", size, found["show"], "ms", found["paint"], SOON, True
        )
        yield Row("F12, until the other version is painted", size, found["there"], "ms", found["paint"], SOON, True)
        yield Row("F12 again, until the project is painted", size, found["back"], "ms", found["paint"], SOON, True)
