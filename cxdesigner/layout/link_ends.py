"""Where links end: at the boxes of cards, steps and stages, as rows show them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.link_ground import HALF, Row
from cxdesigner.layout.link_routes import End
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import STAGES
from cxdesigner.model.records import Card, Record, Stage, Step

KnownEnds = dict[str, tuple[Record, int, End | None]]
"""By the id of a record: the record, the number of the ground that it stood on, and where it was found there."""


class Ends:
    """Finds the ends of links in rows, between gutters at `lines`; what is in `known` and still holds is not looked up.

    `known` is for these columns, and what is found goes into it.
    """

    def __init__(self, rows: Sequence[Row], lines: Sequence[float], columns: Columns, known: KnownEnds) -> None:
        self._rows = rows
        self._lines = lines
        self._columns = columns
        self._known = known
        self._index = {row.key: place for place, row in enumerate(rows)}
        self._stamps = [stamp_of(row) for row in rows]

    def of(self, record: Record | None) -> End | None:
        """Find where a link ends; None if that is not shown."""
        if record is None:
            return None
        if isinstance(record, Card):
            place = self._index.get(record.lane or "")
        else:
            place = self._index.get(STAGES if isinstance(record, Stage) else STAGES + STAGES)
        if place is None:
            return None
        known = self._known.get(record.id)
        if known is None or known[0] is not record or known[1] != self._stamps[place] or _row(known[2]) != place:
            known = record, self._stamps[place], self._found_end(record, place)
            self._known[record.id] = known
        return known[2]

    def _found_end(self, record: Record, place: int) -> End | None:
        row = self._rows[place]
        if isinstance(record, Card) and row.closed:
            return self._closed(record, place)
        shown = record.id
        if isinstance(record, Step):
            column = self._columns.of(record.id)
            shown = column.stage if column is not None and column.collapsed else shown
        box = row.ground.boxes.get(shown) if row.ground is not None else None
        if box is None:
            return None
        # The words of a step begin at its edge, so a link that came in from the side would lie on them.
        end = self._ended(record.id, place, box, over=isinstance(record, Stage))
        return end._replace(upright=isinstance(record, Step))

    def _closed(self, card: Card, place: int) -> End | None:
        """Give the place of a card in a collapsed lane: its column."""
        column = self._columns.of(card.step)
        if column is None:
            return None
        bottom = max(3.0, self._rows[place].height - 2.0)
        box = Rect(column.x + HALF, 2.0, column.x + column.width - HALF, bottom)
        return self._ended(f"{card.lane}\x1f{column.step}", place, box, over=False)._replace(upright=True)

    def _ended(self, key: str, place: int, box: Rect, *, over: bool) -> End:
        left = bisect_right(self._lines, box.left + 0.01) - 1
        right = bisect_left(self._lines, box.right - 0.01)
        return End(key, place, box, max(0, left), min(right, len(self._lines) - 1), over)


def stamp_of(row: Row) -> int:
    """Give the number of the ground of a row, -1 where it is not known."""
    return row.ground.number if row.ground is not None else -1


def _row(end: End | None) -> int:
    return end.row if end is not None else -1
