"""How long the window stands still while unsaved changes are kept."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

SIZES = ("M", "L", "XL")
GOAL = 8
"""Milliseconds."""


def rows(bench: Bench) -> Iterator[Row]:
    for size in SIZES:
        found = bench.child("autosave_child", bench.project(size), bench.rounds)
        bare = found["dump"]
        yield Row("pause after one edit", size, found["next pause"], "ms", bare, GOAL, limited=True)
        yield Row("pause after the first edit since a save", size, found["first pause"], "ms", bare, GOAL, limited=True)
        yield Row("on the disk after one edit", size, found["next kept"], "ms", bare)
        yield Row("on the disk after the first edit", size, found["first kept"], "ms", bare)
