"""How long an export takes as a whole process, and how large file and process become."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import ROOT, Bench, Row, alternating

GOALS = {"S": 3.5, "M": 2.5, "L": 1.5, "XL": 1.5}


def rows(bench: Bench) -> Iterator[Row]:
    for size, goal in GOALS.items():
        source, ours, bare = bench.project(size), bench.folder / f"{size}.pdf", bench.folder / f"{size}-bare.pdf"
        peaks: dict[Path, list[float]] = {ours: [], bare: []}
        commands = {
            "bare": partial(seconds, bench, ["tests.benchmarks.pdf_bare", source, bare], bare, peaks),
            "ours": partial(seconds, bench, ["cxdesigner", "export", source, "-o", ours], ours, peaks),
        }
        found = alternating(bench.rounds, commands)
        yield Row("PDF", size, median(found["ours"]) * 1000, "ms", median(found["bare"]) * 1000, goal)
        yield Row("PDF, size of the file", size, ours.stat().st_size / 1024, "KiB", bare.stat().st_size / 1024, 1.5)
        if peaks[ours]:
            limit = 200 if size == "XL" else None
            yield Row("PDF, peak of memory", size, median(peaks[ours]), "MiB", median(peaks[bare]), limit, limited=True)


def seconds(bench: Bench, module: Sequence[object], out: Path, peaks: dict[Path, list[float]]) -> float:
    """Run a module that writes a file; gives how long that takes, and notes the peak of memory in MiB."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *map(str, module)], cwd=ROOT, env=dict(bench.environment))
    if not hasattr(os, "wait4"):
        process.wait()
        return time.perf_counter() - begin
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    peaks[out].append(usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
    return taken
