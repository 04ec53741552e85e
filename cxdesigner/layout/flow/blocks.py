"""The blocks that a text of pages is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cxdesigner.layout.flow.cells import Bit, Cell, Drawn, Text, bits_of, height_of, stacked, ways_of
from cxdesigner.layout.flow.reading import Spot, Way, nested
from cxdesigner.layout.flow.strips import DECORATION, Frame, Strip
from cxdesigner.layout.pen import Pen, line
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import Color, Group, Stroke
from cxdesigner.layout.theme import HAIRLINE

TALLEST = 0.6
"""How much of a page a row of a table may fill before it is broken."""


class Paragraph(NamedTuple):
    """A text over the whole width. No line of it stands alone on a page. `keep`: it stands with what follows."""

    text: Text
    above: float = 0.0
    keep: bool = False

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it into lines."""
        bits = bits_of(pen, (self.text,), frame.width)
        (way,) = ways_of((self.text,), headings=True)
        found = [_line(bit, frame.width)._replace(ways=(way,)) for bit in bits]
        found[0] = found[0]._replace(above=self.above)
        last = len(found) - 1
        return [
            strip._replace(keep=(at < last and (self.keep or at in (0, last - 1))) or (self.keep and at == last))
            for at, strip in enumerate(found)
        ]


def _line(bit: Bit, width: float) -> Strip:
    ((group, to, _),) = stacked((bit,), 0.0, 0.0, width)
    return Strip(bit.height, (group,), joins=bit.joins, leads=((0, to),) if to is not None else ())


class Space(NamedTuple):
    """White, but not at the head of a page."""

    height: float

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Give a strip with nothing in it."""
        return [Strip(0.0, above=self.height)]


class Rule(NamedTuple):
    """A line across."""

    above: float = 0.0
    color: Color = HAIRLINE
    width: float = 0.8

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Give a strip as high as the line is wide, which stands with what follows."""
        rule = line(0.0, self.width / 2, frame.width, self.width / 2, Stroke(self.color, self.width))
        group = Group("", DECORATION, 0, 0, frame.width, self.width, (rule,))
        return [Strip(self.width, (group,), above=self.above, keep=True, ways=((),))]


class Picture(NamedTuple):
    """A drawing where lines begin, or in the middle."""

    drawn: Drawn
    above: float = 0.0
    centered: bool = False
    keep: bool = False

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Give one strip."""
        drawn = self.drawn
        free = frame.width - drawn.width
        x = free / 2 if self.centered else free if pen.from_right else 0.0
        group = Group(drawn.key, drawn.part, x, 0.0, drawn.width, drawn.height, drawn.items)
        ways = tuple(ways_of((drawn,), headings=True))
        return [Strip(drawn.height, (group,), above=self.above, keep=self.keep, ways=ways)]


class Row(NamedTuple):
    """Columns side by side. `level`: how deep it is among contents, 0 or 1."""

    cells: tuple[Cell, ...]
    level: int = 0


Reads = Literal["table", "list", "contents", "texts"]
"""As what rows of columns are read: a list is one of cells, and contents are one of rows; texts are by themselves."""


class Table(NamedTuple):
    """Rows of the same columns, whose widths are in proportion to `shares`; the first one is where lines begin.

    `head` stands over them, again on each page. `gap` is the white between columns, `pad` that above and below a row;
    `ruled`: a hairline stands over each row. `named`: which column names what a row is about, -1 for none. No row of
    several stands alone on a page; `whole`: all of them stand on one, if they can.
    """

    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[Text, ...] = ()
    above: float = 0.0
    gap: float = 14.0
    pad: float = 5.0
    ruled: bool = True
    reads: Reads = "table"
    named: int = 0
    whole: bool = False

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it into rows, and a row that is too high for a page into pieces."""
        places = self._places(frame.width, from_right=pen.from_right)
        head: tuple[Strip, ...] = ()
        if self.head:
            row = Row(tuple((text,) for text in self.head))
            columns = [
                _column(place, cell, self._title(at))
                for at, (place, cell) in enumerate(zip(places, row.cells, strict=True))
            ]
            head = tuple(strip._replace(keep=True) for strip in self._row(pen, row, columns, frame))
        found = list(head)
        outer = 0
        for number, row in enumerate(self.rows):
            outer = outer if row.level else number
            columns = [
                _column(place, cell, self._way(number, at, outer), (number, at), headings=self.reads == "texts")
                for at, (place, cell) in enumerate(zip(places, row.cells, strict=True))
            ]
            found += [strip._replace(head=head) for strip in self._row(pen, row, columns, frame)]
            found[-1] = found[-1]._replace(keep=self._keeps(number))
        if found:
            found[0] = found[0]._replace(above=self.above)
        return found

    def _keeps(self, number: int) -> bool:
        """Tell whether a row stands on a page with the next one."""
        last = len(self.rows) - 1
        return number < last and (self.whole or number in (0, last - 1))

    def _title(self, at: int) -> Way:
        """Give where a cell of the head is read: one without words is the title of nothing."""
        cell = Spot((at,), "TH", "Column") if self.head[at].text else Spot((at,), "TD")
        return Spot((), "Table"), Spot((-1,), "TR"), cell

    def _way(self, row: int, column: int, outer: int) -> Way:
        """Give where a cell is read; `outer` is the last row, so far, that is not deep among contents."""
        if self.reads == "table":
            cell = Spot((column,), "TH", "Row") if column == self.named else Spot((column,), "TD")
            return Spot((), "Table"), Spot((row,), "TR"), cell
        if self.reads == "list":
            return Spot((), "L"), Spot((row, column), "LI"), Spot((), "LBody")
        if self.reads == "contents":
            way = Spot((), "TOC"), Spot((outer,), "TOCI")
            # Behind the texts of the outer one.
            return way if row == outer else (*way, Spot((outer + 1,), "TOC"), Spot((row,), "TOCI"))
        return ()

    def _places(self, width: float, *, from_right: bool) -> list[tuple[float, float]]:
        room = width - self.gap * (len(self.shares) - 1)
        found, x = [], 0.0
        for share in self.shares:
            wide = room * share / sum(self.shares)
            found.append((width - x - wide if from_right else x, wide))
            x += wide + self.gap
        return found

    def _row(self, pen: Pen, row: Row, columns: Sequence[_Column], frame: Frame) -> list[Strip]:
        cells = [bits_of(pen, cell, column.width) for cell, column in zip(row.cells, columns, strict=True)]
        limit = max(frame.height * TALLEST, 1.0)
        return [
            self._piece(piece, columns, frame.width, first=at == 0) for at, piece in enumerate(_pieces(cells, limit))
        ]

    def _piece(self, cells: Sequence[Sequence[Bit]], columns: Sequence[_Column], width: float, *, first: bool) -> Strip:
        height = max(height_of(bits) for bits in cells) + 2 * self.pad
        groups: list[Group] = []
        ways: list[Way] = []
        leads: list[tuple[int, Target | str]] = []
        if self.ruled and first:
            rule = line(0, 0, width, 0, Stroke(HAIRLINE, 0.8))
            groups.append(Group("", DECORATION, 0, 0, width, 0, (rule,)))
            ways.append(())
        for bits, column in zip(cells, columns, strict=True):
            if not bits:
                # The cell is there, for those who count them.
                groups.append(Group("", DECORATION, column.x, self.pad, column.width, 0, ()))
                ways.append(column.way)
            for group, to, number in stacked(bits, column.x, self.pad, column.width):
                if to is not None:
                    leads.append((len(groups), to))
                groups.append(group)
                ways.append(column.items[number])
        return Strip(height, tuple(groups), leads=tuple(leads), ways=tuple(ways))


class _Column(NamedTuple):
    """Where a cell is, and where it and its items are read."""

    x: float
    width: float
    way: Way
    items: tuple[Way, ...]


def _column(
    place: tuple[float, float], cell: Cell, way: Way, at: tuple[int, ...] = (), *, headings: bool = False
) -> _Column:
    items = tuple((*way, *nested(own, *at)) if own else () for own in ways_of(cell, headings=headings))
    return _Column(*place, way, items)


def _pieces(cells: Sequence[Sequence[Bit]], limit: float) -> list[list[list[Bit]]]:
    """Deal the lines of a row into pieces of at most that height, each with as much of every column as it takes."""
    rest = [list(bits) for bits in cells]
    found: list[list[list[Bit]]] = []
    while any(rest) or not found:
        piece = []
        for bits in rest:
            taken = 1 if bits else 0
            while taken < len(bits) and height_of(bits[: taken + 1]) <= limit:
                taken += 1
            piece.append(bits[:taken])
            del bits[:taken]
        found.append(piece)
    return found
