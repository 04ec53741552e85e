"""The rows of a table by the columns that its first row names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from cxdesigner.interchange.table.columns import COLUMNS
from cxdesigner.interchange.table.csv_file import TableError
from cxdesigner.model.lexicon import fold
from cxdesigner.sentences import Sentence, say

_SAYING: Final = frozenset({"stage", "step", "lane", "text", "feeling", "emotion"})
"""Columns of which a table has one at least: of others no map can be made."""
_MOST: Final = 200
"""Sentences about what was lost; of more than that their number is told."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


class Losses:
    """What was not understood, in sentences."""

    def __init__(self) -> None:
        self._told: Counter[Sentence] = Counter()

    def tell(self, sentence: Sentence) -> None:
        """Add a sentence, unless it was told already."""
        self._told[sentence] += 1

    def sentences(self) -> tuple[Sentence, ...]:
        """Give the sentences in the order in which they were told."""
        told = list(self._told)
        more = len(told) - _MOST
        return (*told[:_MOST], *([say("{n:,} more things like these.", n=more)] if more > 0 else []))


class Entry(NamedTuple):
    """What stands in a row, by the keys of columns; `row` is its number in the table, as a spreadsheet counts."""

    row: int
    cells: Mapping[str, str]

    def text(self, key: str) -> str:
        """Give what stands in a column, "" for nothing."""
        return self.cells.get(key, "")


def entries_of(rows: Iterable[list[str]], losses: Losses) -> list[Entry]:
    """Give the rows below the head that have something in them, in the order that the column "No." says.

    Raises:
        TableError: the first row names nothing that a map could be made of.
    """
    numbered = ((number, row) for number, row in enumerate(rows, 1) if any(map(str.strip, row)))
    _, head = next(numbered, (0, []))
    columns = _columns(head)
    if _SAYING.isdisjoint(columns.values()):
        raise TableError(
            say("Its first row names no columns that are known here, such as Stage, Step, Lane, Kind and Text.")
        )
    entries, unknown = [], set()
    for number, row in numbered:
        cells = {columns[at]: cell for at, cell in enumerate(row) if at in columns and cell.strip()}
        unknown |= {at for at, cell in enumerate(row) if at not in columns and cell.strip()}
        if cells:
            entries.append(Entry(number, cells))
    for at in sorted(unknown):
        losses.tell(_left_out(at, head))
    return _in_order(entries)


def _columns(head: list[str]) -> dict[int, str]:
    """Give which columns stand where: by their titles, and those that nobody has named by what else they are called."""
    found: dict[int, str] = {}
    names = [fold(name) for name in head]
    for spelled in ([(fold(one.title), one.key) for one in COLUMNS], list(_others())):
        for at, name in enumerate(names):
            free = [key for other, key in spelled if other == name and key not in found.values()]
            if at not in found and free:
                found[at] = free[0]
    return found


def _others() -> Iterator[tuple[str, str]]:
    for column in COLUMNS:
        yield from ((fold(name), column.key) for name in (column.key.replace("_", " "), *column.also))


def _left_out(at: int, head: list[str]) -> Sentence:
    name = " ".join(head[at].split())[:60] if at < len(head) else ""
    if name:
        return say("The column “{name}” is not known here, or is there twice, so it was left out.", name=name)
    return say("The column {number} has no name, so it was left out.", number=at + 1)


def _in_order(entries: list[Entry]) -> list[Entry]:
    """Sort rows by their numbers; those without one stay below the row that they stood below."""
    last, keys = 0, []
    for entry in entries:
        number = entry.text("no").strip()
        last = int(number) if _NUMBER.fullmatch(number) else last
        keys.append(last)
    return [entries[at] for at in sorted(range(len(entries)), key=lambda at: keys[at])]
