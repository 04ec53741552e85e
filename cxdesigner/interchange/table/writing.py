"""Maps as the bytes of a table, and what of them is not in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxdesigner.interchange.table.columns import Row
from cxdesigner.interchange.table.csv_file import write_csv
from cxdesigner.interchange.table.losses import Loss, losses_of
from cxdesigner.interchange.table.rows import table_of
from cxdesigner.interchange.table.xlsx_file import cut_in, write_xlsx
from cxdesigner.model.document import Document

_PARTED: Final = " · "
_REPEATED: Final = ("map", "state", "stage", "purchase")


def written(document: Document, map_ids: Sequence[str], kind: str) -> bytes:
    """Write maps as a table of this kind: "csv" or "xlsx".

    Raises:
        KeyError: there is no such map.
    """
    table = table_of(document, map_ids)
    return write_csv(table) if kind == "csv" else write_xlsx(table)


def losses_in(document: Document, map_ids: Sequence[str], kind: str) -> tuple[Loss, ...]:
    """Say what of maps is not in such a table, or not whole."""
    cut = cut_in(table_of(document, map_ids)) if kind == "xlsx" else ()
    return (*(Loss(sentence, warns=True) for sentence in cut), *losses_of(document, map_ids))


def as_text(document: Document, map_ids: Sequence[str]) -> str:
    """Write maps as a table for those who look at it: a line a row, of what stands in it and not in the one above."""
    table = table_of(document, map_ids)
    lines = [_PARTED.join(column.title for column in table.columns)]
    above: Row = {}
    for row in table.rows:
        repeated = {key for key in _REPEATED if row.get(key) == above.get(key)}
        cells = [str(row[column.key]) for column in table.columns if column.key in row and column.key not in repeated]
        lines.append(_PARTED.join(" ".join(cell.split()) for cell in cells))
        above = row
    return "\n".join(lines)
