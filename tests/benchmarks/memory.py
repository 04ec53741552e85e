"""How much memory a window takes when nothing happens. PSS counts what other processes use too only in part."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Bench, Row
from tests.benchmarks.start import EXAMPLE


def rows(bench: Bench) -> Iterator[Row]:
    if not Path("/proc/self/smaps_rollup").exists():
        print(f"  left out: {sys.platform} does not tell in this way")
        return
    bare: list[dict[str, float]] = []
    ours: dict[str, list[dict[str, float]]] = {"example": [], "XL": []}
    for _ in range(bench.rounds):
        bare.append(bench.child("start_bare", "rest"))
        for size, found in ours.items():
            found.append(bench.child("start_ours", EXAMPLE if size == "example" else bench.project(size), "rest"))
    for size, found in ours.items():
        for name in ("rss", "pss"):
            mine, least = (median(each[name] for each in some) for some in (found, bare))
            yield Row(f"memory at rest, {name.upper()}", size, mine, "MiB", least)
