"""Whether the canvas stays alive while a project is written: drags beside a save."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

SIZE = "XL"
FRAME = 16
"""Milliseconds."""


def rows(bench: Bench) -> Iterator[Row]:
    found = bench.child("saving_child", bench.project(SIZE), bench.rounds)
    for name, what in (("first", "the first save"), ("next", "a save after an edit")):
        for share in ("p95", "longest"):
            ours, bare = found[f"{name} {share}"], found[f"alone {share}"]
            yield Row(
                f"drag a card beside {what}, {share}",
                SIZE,
                ours,
                "ms",
                bare,
                FRAME if share == "p95" else None,
                share == "p95",
            )
        yield Row(f"{what}, beside a drag", SIZE, found[f"{name} save"], "ms")
    yield Row("begin a save", SIZE, found["begin"], "ms", goal=FRAME, limited=True)
