"""Measures the program against the least that the same work takes: `python -m tests.benchmarks [names] [--quick]`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import HEADING, ROOT, Bench, MeasureError
from tests.benchmarks.screen import screen

GROUPS = {
    "start": "from the start of the process to what is painted; bare: a window with an empty QGraphicsView",
    "pdf": "exporting, the whole process; bare: ReportLab, wrapping and drawing the same cards",
    "paper": "a report, and a poster on sheets; bare: ReportLab with Platypus, and with the cards drawn once",
    "rivals": "a PDF made of our SVG, the whole process; bare: what another program took for it, where it is installed",
    "scripts": "exporting maps in other scripts; bare: the same texts by ReportLab, unshaped, in the same fonts",
    "outputs": "pictures and drawings, the whole process; bare: one image in memory, written by Qt",
    "files": "opening and saving; bare: json.loads; json.dumps, writing and two fsyncs",
    "saving": "dragging while a project with 60 MiB of pictures is written; bare: the same drag alone",
    "merge": "joining two versions, and telling them apart; bare: reading the three files",
    "comparing": "a version beside the project, on the canvas; bare: the same sheet painted anew",
    "opening": "a file of 20,000 cards and 60 MiB of pictures beside a drag; bare: json.loads, the same drag",
    "autosave": "keeping unsaved changes; bare: the longest pause when nothing is kept; json.dumps, writing and fsync",
    "canvas": "dragging, typing, painting anew; bare: QGraphicsView with native items",
    "capture": "notes typed and entered; bare: QLineEdit, and QGraphicsScene with native items",
    "search": "finding and filtering; bare: Qt's filter of a list, and native items made see-through",
    "exporting": "dragging while pages are made in another process; bare: the same drag alone",
    "maps": "showing another map; bare: QGraphicsView with another QGraphicsScene of native items",
    "growth": "time at XL by time at L; bare: how many times as many cards there are",
    "memory": "two seconds after a project was painted; bare: a window with an empty QGraphicsView",
}
WITH_WINDOWS = frozenset(
    (
        "autosave",
        "start",
        "canvas",
        "capture",
        "comparing",
        "exporting",
        "maps",
        "memory",
        "opening",
        "saving",
        "search",
    )
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*GROUPS, []], help="what to measure (default: everything)")
    parser.add_argument("-n", type=int, default=5, metavar="N", help="rounds to take the median of (default: 5)")
    parser.add_argument("--quick", action="store_true", help="one round, to see that everything works")
    given = parser.parse_args(arguments)
    rounds = 1 if given.quick else max(1, given.n)
    names = [name for name in GROUPS if name in given.names or not given.names]
    with TemporaryDirectory(prefix="cxdesigner-bench-") as folder:
        mine = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]),
            # Compiled modules are kept, as they are where the program is installed; but not in this checkout.
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
            # Nobody's settings, recent files and logs.
            **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), folder),
        }
        mine.pop("PYTHONDONTWRITEBYTECODE", None)
        with screen(mine) as shown:
            _measure(Bench(Path(folder), rounds, shown or mine, shown is not None), names)
    return 0


def _measure(bench: Bench, names: Sequence[str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.projects", str(bench.folder)],
        cwd=ROOT, env=dict(bench.environment), check=True,
    )  # fmt: skip
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores, load {_load()}; ", end="")
    print(f"medians of {bench.rounds} rounds, ours and bare in turn\n\n{HEADING}", flush=True)
    for name in names:
        print(f"\n{name}: {GROUPS[name]}", flush=True)
        if name in WITH_WINDOWS and not bench.has_screen:
            print("  left out: there is no X display, and Xvfb is not installed to make one", flush=True)
            continue
        begin = time.monotonic()
        try:
            for row in import_module(f"tests.benchmarks.{name}").rows(bench):
                print(row, flush=True)
        except MeasureError as error:
            print(f"  broke off: {error}", flush=True)
        print(f"  ({time.monotonic() - begin:.0f} s)", flush=True)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
