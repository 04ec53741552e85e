"""What measurements have in common: rounds, children, rows. Imports nothing large, since a child's peak memory counts
from that of its parent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 400
"""Seconds after which a child is given up."""


class MeasureError(Exception):
    """A child ended without an answer."""


@dataclass(frozen=True)
class Row:
    """A line of the table. With a `goal`, what may at most be: `limited`, our figure, else the ratio of both."""

    name: str
    size: str
    ours: float
    unit: str
    bare: float | None = None
    goal: float | None = None
    limited: bool = False

    @property
    def ratio(self) -> float | None:
        return self.ours / self.bare if self.bare else None

    @property
    def verdict(self) -> str:
        value = self.ours if self.limited else self.ratio
        if self.goal is None or value is None:
            return ""
        return "met" if value <= self.goal else "missed"

    def __str__(self) -> str:
        bare = f"{self.bare:,.{_digits(self.bare)}f}" if self.bare is not None else ""
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else ""
        goal = "" if self.goal is None else f"{self.goal:g} {self.unit}" if self.limited else f"{self.goal:g}"
        ours = f"{self.ours:,.{_digits(self.ours)}f} {self.unit:<3}"
        return f"{self.name:<46}{self.size:<8}{ours:>12}{bare:>10}{ratio:>8}{goal:>9}  {self.verdict}"


HEADING = f"{'name':<46}{'size':<8}{'ours':>12}{'bare':>10}{'ratio':>8}{'goal':>9}"


def _digits(value: float) -> int:
    return 2 if value < 10 else 1 if value < 100 else 0


@dataclass(frozen=True)
class Bench:
    """Where and how often to measure. `has_screen`: windows can be shown."""

    folder: Path
    rounds: int
    environment: Mapping[str, str]
    has_screen: bool

    def project(self, size: str) -> Path:
        return self.folder / f"{size}.cxd"

    def child(self, module: str, *arguments: object) -> dict[str, Any]:
        """Run a module of this package as a process of its own; gives the JSON of the last line that it prints."""
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=dict(self.environment),
                stdout=subprocess.PIPE,
                text=True,
                timeout=TIMEOUT,
                check=True,
            )
            answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        except (subprocess.SubprocessError, ValueError, IndexError) as error:
            raise MeasureError(f"{module} {' '.join(map(str, arguments))} measured nothing: {error!r}") from error
        return answer


def report(**found: Any) -> None:
    """Hand what a child measured to its parent, and end it at once."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def alternating(rounds: int, measures: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Measure one thing after the other, round by round; a round that is not counted comes first."""
    found: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(rounds + 1):
        for name, measure in measures.items():
            value = measure()
            if number:
                found[name].append(value)
    return found


def medians(found: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: median(values) for name, values in found.items()}


def percentile(values: Iterable[float], share: float) -> float:
    """Give the smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-len(ordered) * share // 1) - 1)]
