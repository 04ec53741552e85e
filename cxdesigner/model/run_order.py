"""The order of what two people put in at the same place: one after the other, each in a row of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cxdesigner.model.ranks import among
from cxdesigner.model.records import Card, Ranked, Record

_Cell = tuple[type[Record], str, str | None, str | None]


def apart(ours: Mapping[str, Record], theirs: Mapping[str, Record], merged: dict[str, Record]) -> None:
    """Rank anew, in the records of a merge, what stands between or level with what the other side put in there.

    The row that begins with the lower id comes first. New ranks are above the old ones, never below. Ranks that are
    alike on one side stay so, and so do those that are none of ours.
    """
    ranked = [record for record in merged.values() if isinstance(record, Ranked)]
    fresh = {_cell(record) for record in ranked if record is not ours.get(record.id)}
    cells: dict[_Cell, list[Ranked]] = {}
    for record in ranked:
        if (cell := _cell(record)) in fresh:
            cells.setdefault(cell, []).append(record)
    for cell, records in cells.items():
        records.sort(key=lambda one: (one.rank, one.id))
        sides = [_side(record, cell, ours, theirs) for record in records]
        _rows_apart(records, sides, merged)


def _cell(record: Ranked) -> _Cell:
    lane, step = (record.lane, record.step) if isinstance(record, Card) else (None, None)
    return type(record), record.parent, lane, step


def _side(record: Ranked, cell: _Cell, ours: Mapping[str, Record], theirs: Mapping[str, Record]) -> str:
    """Tell which side alone has a record in a cell, "" if both have."""
    mine, others = (
        isinstance(there := side.get(record.id), Ranked) and _cell(there) == cell for side in (ours, theirs)
    )
    return "" if mine is others else "ours" if mine else "theirs"


def _rows_apart(records: Sequence[Ranked], sides: Sequence[str], merged: dict[str, Record]) -> None:
    """Rank anew what is mixed in each stretch between records that both sides have."""
    start = 0
    for end in range(len(records) + 1):
        if end < len(records) and sides[end]:
            continue
        stretch = list(zip(records[start:end], sides[start:end], strict=True))
        rows = [[one for one, side in stretch if side == wanted] for wanted in ("ours", "theirs")]
        if all(rows):
            rows.sort(key=lambda row: row[0].id)
            first, second = rows
            if first[-1].rank >= second[0].rank:
                high = records[end].rank if end < len(records) else ""
                _put(second, max(one.rank for one, _ in stretch), high, merged)
        start = end + 1


def _put(row: Iterable[Ranked], low: str, high: str, merged: dict[str, Record]) -> None:
    row = list(row)
    try:
        ranks = among(low, high, len(row))
    except ValueError:  # ranks of another program, or no room between them: ids tell the order
        return
    for record, rank in zip(row, ranks, strict=True):
        merged[record.id] = record.with_(rank=rank)
