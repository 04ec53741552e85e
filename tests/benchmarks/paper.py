"""How long what is printed of a large map takes as a whole process, and how large the file becomes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Bench, Row, alternating
from tests.benchmarks.pdf import seconds


def rows(bench: Bench) -> Iterator[Row]:
    source = bench.project("L")
    report, poster, tables, sheet = (bench.folder / f"L-{name}.pdf" for name in ("report", "poster", "tables", "sheet"))
    peaks: dict[Path, list[float]] = {path: [] for path in (report, poster, tables, sheet)}
    export = ["cxdesigner", "export", source]
    commands = {
        "tables": partial(seconds, bench, ["tests.benchmarks.report_bare", source, tables], tables, peaks),
        "report": partial(seconds, bench, [*export, "-o", report, "--report"], report, peaks),
        "sheet": partial(seconds, bench, ["tests.benchmarks.pdf_bare", source, sheet], sheet, peaks),
        "poster": partial(seconds, bench, [*export, "-o", poster, "--poster", "A0", "--on", "A4"], poster, peaks),
    }
    found = alternating(min(bench.rounds, 2), commands)
    for name, ours, bare, goal in (("Report", report, tables, 1.0), ("Poster, A0 on A4", poster, sheet, 4.0)):
        own, other = ours.stem.removeprefix("L-"), bare.stem.removeprefix("L-")
        yield Row(name, "L", median(found[own]) * 1000, "ms", median(found[other]) * 1000, goal)
        yield Row(f"{name}, size of the file", "L", ours.stat().st_size / 1024, "KiB", bare.stat().st_size / 1024)
        if peaks[ours]:
            yield Row(f"{name}, peak of memory", "L", median(peaks[ours]), "MiB", median(peaks[bare]))
