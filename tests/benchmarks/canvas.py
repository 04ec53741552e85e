"""How long the canvas takes from an event to the painted frame, in the running program with all its panels."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.measure import Bench, Row

CHANGES = {"L": 16, "XL": 33}
"""Milliseconds for a frame in which the layout changes."""
ANEW = (
    ("another place", "100 %", "pan", 1.0),
    ("another zoom", "100 %", "zoom", 1.0),
    ("bars for words on both", "fitted", "bars", 0.2),
    ("letters on the bare side", "fitted", "letters", None),
)
"""What is painted, at which zoom, its key among what was measured, and the goal."""
ZOOMS = ("100 %", "fitted")
MANY = 50
"""How many cards are dragged together."""


def rows(bench: Bench) -> Iterator[Row]:
    for size, goal in CHANGES.items():
        found = bench.child("canvas_child", bench.project(size), bench.rounds)
        native = bench.child("canvas_native", bench.project(size), bench.rounds)
        for zoom in ZOOMS:
            where = f"{size} {zoom}"
            rests, changes = found[f"drag {zoom} rests"], found[f"drag {zoom} changes"]
            yield Row("drag a card, p95, same layout", where, rests, "ms", goal=4, limited=True)
            yield Row("drag a card, p95, new layout", where, changes, "ms", goal=goal, limited=True)
            rests, changes = found[f"drag {MANY} {zoom} rests"], found[f"drag {MANY} {zoom} changes"]
            bare = native[f"native drag {zoom}"]
            yield Row(f"drag {MANY} cards, p95, same layout", where, rests, "ms", bare, 16, limited=True)
            yield Row(f"drag {MANY} cards, p95, new layout", where, changes, "ms", bare, goal, limited=True)
            drawn, bare = found[f"freehand {zoom}"], native[f"native freehand {zoom}"]
            yield Row("draw a curve, p95", where, drawn, "ms", bare, 16, limited=True)
        if size == "L":
            yield Row("type in a card, p95", f"{size} 100 %", found["type"], "ms", goal=16, limited=True)
        for what, zoom, key, limit in ANEW:
            ours, bare = native[f"ours {key}"], native[f"native {key}"]
            yield Row(f"paint all anew, {what}", f"{size} {zoom}", ours, "ms", bare, limit)
