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
        for name, what in (("next", "one edit"), ("first", "the first edit since a save")):
            alone, dump = found[f"{name} alone"], found["dump"]
            yield Row(f"pause after {what}", size, found[f"{name} pause"], "ms", alone, GOAL, limited=True)
            yield Row(f"on the disk after {what}", size, found[f"{name} kept"], "ms", dump)
