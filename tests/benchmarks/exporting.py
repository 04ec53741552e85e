"""Whether the canvas stays alive while pages are made: drags beside an export, and the export dialog."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

FRAME = 16
"""Milliseconds."""


def rows(bench: Bench) -> Iterator[Row]:
    found = bench.child("exporting_child", bench.project("L"), bench.rounds)
    for share in ("p95", "longest"):
        ours, bare = found[f"beside {share}"], found[f"alone {share}"]
        yield Row(f"drag a card beside an export, {share}", "L", ours, "ms", bare, FRAME, limited=True)
        ours = found[f"preview {share}"]
        yield Row(f"drag a card beside new pages, {share}", "L", ours, "ms", bare, FRAME, limited=True)
    yield Row("begin an export", "L", found["begin"], "ms", goal=FRAME, limited=True)
    yield Row("open the dialog, until it is painted", "L", found["dialog"], "ms")
    yield Row("open the dialog, until there are pages", "L", found["pages"], "ms")
    yield Row("choose another paper, until there are pages", "L", found["again"], "ms")
