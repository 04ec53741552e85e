"""How fast notes are captured with the keyboard, every key painted, against a line edit whose notes go into a scene."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

FRAME = 16
"""Milliseconds."""


def rows(bench: Bench) -> Iterator[Row]:
    found = bench.child("capture_child", bench.project("L"), bench.rounds)
    yield Row("a note typed and entered", "L 100 %", found["ours card"], "ms", found["bare card"])
    yield Row("notes a second (more is better)", "L 100 %", found["ours rate"], "/s", found["bare rate"])
    yield Row("a letter, p95", "L 100 %", found["ours letter"], "ms", found["bare letter"], goal=FRAME, limited=True)
    yield Row("Enter, and the next card open, p95", "L 100 %", found["ours enter"], "ms", found["bare enter"])
