"""What a started window tells of itself. The clock is the same one in every process of the machine."""

from __future__ import annotations

import time
from pathlib import Path

from tests.benchmarks.measure import report

_found: dict[str, float] = {}


def stamp(name: str) -> None:
    """Remember that this happened now."""
    _found[name] = time.monotonic()


def report_stamps(*names: str) -> None:
    """Say when everything happened, these just now."""
    for name in names:
        stamp(name)
    report(**_found)


def report_memory() -> None:
    """Say how much memory this process takes, in MiB: `rss` with what it shares, `pss` with its part of that."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    found = {line.split()[0]: int(line.split()[1]) / 1024 for line in lines}
    report(rss=found["Rss:"], pss=found["Pss:"])
