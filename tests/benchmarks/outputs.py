"""How long pictures and drawings of a large map take as whole processes, and how large file and process become."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Bench, Row, alternating
from tests.benchmarks.pdf import seconds

WIDE = 16_000
"""Pixels."""


def rows(bench: Bench) -> Iterator[Row]:
    source = bench.project("L")
    png, whole = bench.folder / "L.png", bench.folder / "L-whole.png"
    outlines, text = bench.folder / "L.svg", bench.folder / "L-text.svg"
    peaks: dict[Path, list[float]] = {path: [] for path in (png, whole, outlines, text)}
    export = ["cxdesigner", "export", source]
    commands = {
        "whole": partial(seconds, bench, ["tests.benchmarks.outputs_bare", source, whole, WIDE], whole, peaks),
        "png": partial(seconds, bench, [*export, "-o", png, "--width", WIDE], png, peaks),
        "outlines": partial(seconds, bench, [*export, "-o", outlines], outlines, peaks),
        "text": partial(seconds, bench, [*export, "-o", text, "--text", "text"], text, peaks),
    }
    found = alternating(min(bench.rounds, 2), commands)
    name = f"PNG, {WIDE:,} pixels wide"
    yield Row(name, "L", median(found["png"]), "s", median(found["whole"]), 1.0)
    yield Row(f"{name}, size of the file", "L", png.stat().st_size / 2**20, "MiB", whole.stat().st_size / 2**20, 1.0)
    if peaks[png]:
        yield Row(f"{name}, peak of memory", "L", median(peaks[png]), "MiB", median(peaks[whole]), 0.5)
    for told, path in (("outlines", outlines), ("text", text)):
        yield Row(f"SVG, {told}", "L", median(found[told]) * 1000, "ms")
        yield Row(f"SVG, {told}, size of the file", "L", path.stat().st_size / 1024, "KiB")
