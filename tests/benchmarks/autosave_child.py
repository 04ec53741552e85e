"""Edits whose changes are kept against a crash, each in turn: `python -m tests.benchmarks.autosave_child FILE ROUNDS`.

The window's thread does nothing but look at the clock meanwhile: the longest time between two looks is how long it
stood still. It is looked at as long again when nothing is kept, for what other programs cost.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card
from cxdesigner.ui import keeping as timing
from tests.benchmarks.measure import report
from tests.benchmarks.running import Running

EDITS = 10


def main(source: Path, rounds: int) -> None:
    timing.REST = timing.LATEST = 10**9
    running = Running(source.parent)
    running.open(source)
    running.rest(3.0)
    window = running.application.windows[-1]
    keeping, session = running.application.keeping, window.project
    card = next(key for key, record in session.document.records.items() if isinstance(record, Card))
    count = 0

    def edit() -> None:
        nonlocal count
        count += 1
        text = f"Edited {count} times"
        session.perform("Edit text", lambda document: set_fields(document, card, text=text))
        running.rest(0.05)

    found: dict[str, list[float]] = {}

    def measure(name: str) -> None:
        begin = last = time.perf_counter()
        longest = 0.0
        keeping.keep(window)
        while keeping.is_busy:
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        kept = last - begin
        found.setdefault(f"{name} kept", []).append(kept * 1000)
        found.setdefault(f"{name} pause", []).append(longest * 1000)
        begin = last = time.perf_counter()
        longest = 0.0
        while last - begin < kept:
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        found.setdefault(f"{name} alone", []).append(longest * 1000)

    for _ in range(rounds):
        edit()
        keeping.keep(window)
        keeping.wait()
        for _ in range(EDITS):
            edit()
            measure("next")
        for _ in range(3):
            while session.undo_name:
                session.undo()
            keeping.wait()  # saved: nothing is kept
            edit()
            measure("first")
        found.setdefault("dump", []).append(_dump(source))
    report(**{name: median(values) for name, values in found.items()})


def _dump(source: Path) -> float:
    """Keep everything as an autosave without our means would: in the window's thread."""
    project = json.loads(source.read_bytes())
    begin = time.perf_counter()
    data = json.dumps(project, ensure_ascii=False).encode()
    with source.with_suffix(".kept").open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
