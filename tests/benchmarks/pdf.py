"""How long an export takes as a whole process, and how large file and process become."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from threading import Timer

from tests.benchmarks.measure import ROOT, TIMEOUT, Bench, MeasureError, Row, alternating

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
        yield Row("PDF, size of the file", size, ours.stat().st_size / 1024, "KiB", bare.stat().st_size / 1024, 1.2)
        if peaks[ours]:
            limit = 200 if size == "XL" else None
            yield Row("PDF, peak of memory", size, median(peaks[ours]), "MiB", median(peaks[bare]), limit, limited=True)


def seconds(bench: Bench, module: Sequence[object], out: Path, peaks: dict[Path, list[float]]) -> float:
    """Run a module that writes a file; gives how long that takes, and notes the peak of memory in MiB."""
    return timed([sys.executable, "-m", *map(str, module)], bench.environment, out, peaks)


def timed(
    command: Sequence[str],
    environment: Mapping[str, str],
    out: Path,
    peaks: dict[Path, list[float]],
    *,
    quiet: bool = False,
) -> float:
    """Run a program that writes a file, as `seconds` does a module; `quiet`: what it says is not heard."""
    out.unlink(missing_ok=True)
    heard = subprocess.DEVNULL if quiet else None
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=dict(environment), stdout=heard, stderr=heard)
    guard = Timer(TIMEOUT, process.kill)
    guard.start()
    try:
        peak = _ended(process)
        taken = time.perf_counter() - begin
    finally:
        guard.cancel()
    if process.returncode or not out.is_file():
        raise MeasureError(f"{Path(command[0]).name} wrote no {out.name} and ended with {process.returncode}")
    peaks[out] += peak
    return taken


def _ended(process: subprocess.Popen[bytes]) -> list[float]:
    """Wait for a process; give the peak of its memory in MiB, and of those it waited for, where that is known."""
    if not hasattr(os, "wait4"):
        process.wait()
        return []
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return [usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)]
