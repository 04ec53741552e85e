"""What a started window tells of itself. The clock is the same one in every process of the machine.

Imports next to nothing, for what is imported here counts as time that the window took.
"""

from __future__ import annotations

import os
import time

_found: dict[str, float] = {}


def stamp(name: str) -> None:
    """Remember that this happened now."""
    _found[name] = time.monotonic()


def report_stamps(*names: str) -> None:
    """Say when everything happened, these just now."""
    for name in names:
        stamp(name)
    _report(_found)


def report_memory() -> None:
    """Say how much memory this process takes, in MiB: `rss` with what it shares, `pss` with its part of that."""
    with open("/proc/self/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123 - pathlib is an import
        found = {line.split()[0]: line.split()[1] for line in file}
    _report({name: int(found[f"{name.capitalize()}:"]) / 1024 for name in ("rss", "pss")})


def _report(found: dict[str, float]) -> None:
    facts = ", ".join(f'"{name}": {value:.6f}' for name, value in found.items())
    print(f"{{{facts}}}", flush=True)
    os._exit(0)
