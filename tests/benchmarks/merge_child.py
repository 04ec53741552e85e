"""Merges two versions of a project again and again: `python -m tests.benchmarks.merge_child FILE ROUNDS`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxdesigner.model.change import Change
from cxdesigner.model.diff import compare
from cxdesigner.model.document import Document
from cxdesigner.model.merge import merge
from cxdesigner.model.records import Card
from cxdesigner.storage.reading import read
from cxdesigner.storage.writing import write
from tests.benchmarks.files_child import milliseconds
from tests.benchmarks.measure import alternating, medians, report

EVERY = 10


def version(document: Document, first: int, every: int = EVERY) -> Document:
    """Give a version in which every so manieth card has another text, as a file would be read."""
    cards = [record for record in document.records.values() if isinstance(record, Card)][first::every]
    change = Change.of({card.id: (card, card.with_(text=f"{card.text}.")) for card in cards})
    return document.apply(change) if change is not None else document


def main(source: Path, rounds: int) -> None:
    began = read(source.read_bytes()).document
    files = [write(one) for one in (began, version(began, 0), version(began, 5))]
    base, ours, theirs = (read(data).document for data in files)
    measures: dict[str, Callable[[], object]] = {
        "read": lambda: [read(data) for data in files],
        "merge": partial(merge, base, ours, theirs),
        "compare": partial(compare, ours, theirs),
    }
    report(**medians(alternating(rounds, {name: partial(milliseconds, act) for name, act in measures.items()})))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
