"""How long finding takes from a key, and filtering from a click, to the painted frame that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

FRAME = 16
"""Milliseconds."""
ZOOMS = ("100 %", "fitted")


def rows(bench: Bench) -> Iterator[Row]:
    for size in ("L", "XL"):
        found = bench.child("search_child", bench.project(size), bench.rounds)
        goal = FRAME if size == "L" else None
        for zoom in ZOOMS:
            where = f"{size} {zoom}"
            bare = found["bare find"], found["bare filter"]
            yield Row("find as one types, p95", where, found[f"find {zoom}"], "ms", bare[0], goal, goal is not None)
            filtering = found[f"filter {zoom}"]
            yield Row("filter by another value, p95", where, filtering, "ms", bare[1], goal, goal is not None)
        yield Row("open find", size, found["open"], "ms")
