"""Whether time grows faster than the number of cards."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row
from tests.benchmarks.projects import SIZES


def rows(bench: Bench) -> Iterator[Row]:
    found = bench.child("growth_child", bench.project("L"), bench.project("XL"), bench.rounds)
    cards = SIZES["XL"].cards / SIZES["L"].cards
    for name in ("open", "layout", "PDF"):
        yield Row(f"growth of {name}", "XL / L", found[f"{name} XL"] / found[f"{name} L"], "x", cards, 1.15)
