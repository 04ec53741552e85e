"""What the programs noted, and whether the file holds it in the end.

A line of a ledger is JSON: `{"do": number, "kind": …, …}` before an edit, `{"saved": number}` once all edits up to
that one, of this start, are in the file; each is on the disk before the program goes on.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card
from cxdesigner.storage.project_file import load


class Ledger:
    """Notes what one start of a program does."""

    def __init__(self, folder: Path, name: str, start: int) -> None:
        self._file = (folder / f"{name}.{start}.ledger").open("ab", buffering=0)

    def note(self, **fields: Any) -> None:
        """Note something; it is on the disk then."""
        self._file.write(json.dumps(fields).encode() + b"\n")
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Note nothing more."""
        self._file.close()


class Verdict(NamedTuple):
    """What was done, and what of it is lost."""

    counts: Counter[str]
    lost: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Say it, a line each."""
        yield from (f"{name} {count:,}" for name, count in sorted(self.counts.items()))
        yield f"lost {len(self.lost)}"
        yield from self.lost[:20]


def verdict(folder: Path, names: Sequence[str]) -> Verdict:
    """Compare what was acknowledged with what the file holds."""
    document = load(folder / "plan.cxd").document
    lines = [_read(file) for name in names for file in sorted(folder.glob(f"{name}.*.ledger"))]
    everything = [line for ledger in lines for line in ledger]
    replaced = {line["replaced"] for line in everything if line.get("kind") == "reword"}
    kept = json.dumps([conflict.model_dump(mode="json") for conflict in document.project.conflicts])
    counts: Counter[str] = Counter()
    lost = []
    for ledger in lines:
        upto = max((line["saved"] for line in ledger if "saved" in line), default=-1)
        counts.update(line["event"] for line in ledger if "event" in line)
        for line in ledger:
            if "do" not in line:
                continue
            counts["edits"] += 1
            if line["do"] <= upto:
                counts["edits acknowledged"] += 1
                if not _is_there(line, document, replaced, kept):
                    lost.append(json.dumps(line))
    counts["conflicts in the file"] = len(document.project.conflicts)
    counts["cards in the file"] = sum(isinstance(record, Card) for record in document.records.values())
    return Verdict(counts, tuple(lost))


def _read(file: Path) -> list[dict[str, Any]]:
    found = []
    for line in file.read_bytes().splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:  # it was killed while it wrote
            break
    return found


def _is_there(line: dict[str, Any], document: Document, replaced: set[str], kept: str) -> bool:
    card = document.get(line["card"], Card)
    if card is None:
        return False
    match line["kind"]:
        case "add":
            return True
        case "reword":
            text = line["text"]
            return card.text == text or text in replaced or text in kept
        case "vote":
            return any(vote.id == line["vote"] for vote in card.votes)
        case kind:
            raise ValueError(kind)
