"""Reads and writes a project again and again: `python -m tests.benchmarks.files_child FILE ROUNDS`."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxdesigner.files import FileOps
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card
from cxdesigner.storage.project_file import save
from cxdesigner.storage.reading import read
from cxdesigner.storage.writing import Writer
from tests.benchmarks.measure import alternating, medians, report


def milliseconds(act: Callable[[], object]) -> float:
    """Time one call; nothing that was there before is collected meanwhile, and what it gives is not thrown away."""
    gc.collect()
    begin = time.perf_counter()
    result = act()
    taken = time.perf_counter() - begin
    del result
    return taken * 1000


def dump(value: object, path: Path) -> None:
    with path.open("wb") as file:
        file.write(json.dumps(value, separators=(",", ":")).encode())
        file.flush()
        os.fsync(file.fileno())
    FileOps().sync_folder(path.parent)


class Again:
    """Saves a project in which one text has changed since it was saved before."""

    def __init__(self, document: Document, path: Path) -> None:
        self._document, self._path, self._writer = document, path, Writer()
        save(document, path, self._writer)

    def __call__(self) -> None:
        card = next(record for record in self._document.records.values() if isinstance(record, Card))
        self._document = self._document.apply(Change.of({card.id: (card, card.with_(text=f"{card.text}."))}))
        save(self._document, self._path, self._writer)


def main(source: Path, rounds: int) -> None:
    data = source.read_bytes()
    value, document = json.loads(data), read(data).document
    measures: dict[str, Callable[[], object]] = {
        "loads": partial(json.loads, data),
        "read": partial(read, data),
        "dump": partial(dump, value, source.with_suffix(".dumped")),
        "save": partial(save, document, source.with_suffix(".saved")),
        "again": Again(document, source.with_suffix(".again")),
    }
    timed = {name: partial(milliseconds, act) for name, act in measures.items()}
    report(**medians(alternating(rounds, timed)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
