"""Opens a project in a program that runs already: `python -m tests.benchmarks.open_child FILE ROUNDS`."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks.files_child import milliseconds
from tests.benchmarks.measure import alternating, medians, report
from tests.benchmarks.running import Running
from tests.benchmarks.start import EXAMPLE


def main(source: Path, rounds: int) -> None:
    running = Running(source.parent)
    running.open(EXAMPLE)
    running.rest(1.0)

    def painted() -> float:
        taken = running.open(source)[1]
        running.close()
        return taken

    data = source.read_bytes()
    found = alternating(rounds, {"loads": lambda: milliseconds(partial(json.loads, data)), "painted": painted})
    report(**medians(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
