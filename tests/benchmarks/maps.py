"""How long the canvas takes from choosing another map to the painted frame, in the running program."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

FRAME = 16
"""Milliseconds in which another map of 2,400 cards is to be there."""


def rows(bench: Bench) -> Iterator[Row]:
    for size in ("L", "XL"):
        found = bench.child("maps_child", bench.project(size), bench.rounds)
        yield Row("show a map for the first time", size, found["first"], "ms", found["bare"])
        goal = FRAME if size == "L" else None
        yield Row("show a map again", size, found["again"], "ms", goal=goal, limited=goal is not None)
        yield Row("show a map again, by two scenes", size, found["again"], "ms", found["bare"])
