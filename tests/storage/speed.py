"""How long reading and writing take at 10,000 cards, against json: python -m tests.storage.speed.

Medians of processor time, in milliseconds, all in turns so that a busy machine slows all alike.
"""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable
from typing import Any

from cxdesigner.model.integrity import loose_ends
from cxdesigner.storage.codec import Writer, read

ROUNDS = 21


def project(cards: int) -> bytes:
    """Make a project of one map with texts of about 60 characters."""
    text = "The customer waits for an answer and calls the shop again, "
    content = {
        "format": "cxdesigner",
        "version": 1,
        "id": "p",
        "maps": [
            {
                "id": "m",
                "rank": "V",
                "stages": [
                    {"id": "s", "rank": "V", "steps": [{"id": f"t-{n}", "rank": f"V{n:03}V"} for n in range(100)]}
                ],
                "lanes": [{"id": f"l-{n}", "rank": f"V{n:03}V", "kind": "actions"} for n in range(20)],
                "cards": [
                    {
                        "id": f"c-{n}",
                        "rank": f"V{n:06}V",
                        "lane": f"l-{n % 20}",
                        "step": f"t-{n // 20 % 100}",
                        "kind": "action",
                        "text": f"{text}{n}",
                    }
                    for n in range(cards)
                ],
            }
        ],
    }
    return json.dumps(content, indent=2).encode() + b"\n"


def main() -> None:
    """Print a line for each."""
    data = project(10_000)
    raw = json.loads(data)
    document = read(data).document
    kept = Writer()
    assert kept.write(document) == data
    tasks: dict[str, Callable[[], Any]] = {
        "json.loads": lambda: json.loads(data),
        "read": lambda: read(data),
        "loose_ends": lambda: loose_ends(document),
        "json.dumps, compact": lambda: json.dumps(raw, separators=(",", ":")),
        "write": lambda: Writer().write(document),
        "write again": lambda: kept.write(document),
    }
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            task()
            times[name].append((time.process_time() - start) * 1000)
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        base = "json.loads" if name in ("json.loads", "read", "loose_ends") else "json.dumps, compact"
        print(f"{name:20} {median:6.1f} ms  {median / medians[base]:5.2f} x {base}")


if __name__ == "__main__":
    main()
