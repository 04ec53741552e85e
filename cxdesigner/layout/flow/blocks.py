"""The blocks that a text of pages is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.layout.flow.cells import Bit, Cell, Drawn, Text, bits_of, height_of, stacked
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
        found = [_line(bit, frame.width) for bit in bits]
        found[0] = found[0]._replace(above=self.above)
        last = len(found) - 1
        return [
            strip._replace(keep=(at < last and (self.keep or at in (0, last - 1))) or (self.keep and at == last))
            for at, strip in enumerate(found)
        ]


def _line(bit: Bit, width: float) -> Strip:
    ((group, to),) = stacked((bit,), 0.0, 0.0, width)
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
        return [Strip(self.width, (group,), above=self.above, keep=True)]


class Picture(NamedTuple):
    """A drawing at the left, or in the middle."""

    drawn: Drawn
    above: float = 0.0
    centered: bool = False
    keep: bool = False

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Give one strip."""
        drawn = self.drawn
        x = (frame.width - drawn.width) / 2 if self.centered else 0.0
        group = Group(drawn.key, drawn.part, x, 0.0, drawn.width, drawn.height, drawn.items)
        return [Strip(drawn.height, (group,), above=self.above, keep=self.keep)]


class Row(NamedTuple):
    """Columns side by side."""

    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Rows of the same columns, whose widths are in proportion to `shares`.

    `head` stands over them, again on each page. `gap` is the white between columns, `pad` that above and below a row;
    `ruled`: a hairline stands over each row.
    """

    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[Text, ...] = ()
    above: float = 0.0
    gap: float = 14.0
    pad: float = 5.0
    ruled: bool = True

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it into rows, and a row that is too high for a page into pieces."""
        places = self._places(frame.width)
        head: tuple[Strip, ...] = ()
        if self.head:
            cells = tuple((text,) for text in self.head)
            head = tuple(strip._replace(keep=True) for strip in self._row(pen, Row(cells), places, frame))
        found = list(head)
        for row in self.rows:
            found += [strip._replace(head=head) for strip in self._row(pen, row, places, frame)]
        if found:
            found[0] = found[0]._replace(above=self.above)
        return found

    def _places(self, width: float) -> list[tuple[float, float]]:
        room = width - self.gap * (len(self.shares) - 1)
        found, x = [], 0.0
        for share in self.shares:
            wide = room * share / sum(self.shares)
            found.append((x, wide))
            x += wide + self.gap
        return found

    def _row(self, pen: Pen, row: Row, places: Sequence[tuple[float, float]], frame: Frame) -> list[Strip]:
        cells = [bits_of(pen, cell, width) for cell, (_, width) in zip(row.cells, places, strict=True)]
        limit = max(frame.height * TALLEST, 1.0)
        return [
            self._piece(piece, places, frame.width, first=at == 0) for at, piece in enumerate(_pieces(cells, limit))
        ]

    def _piece(
        self,
        cells: Sequence[Sequence[Bit]],
        places: Sequence[tuple[float, float]],
        width: float,
        *,
        first: bool,
    ) -> Strip:
        height = max(height_of(bits) for bits in cells) + 2 * self.pad
        groups: list[Group] = []
        leads: list[tuple[int, Target | str]] = []
        if self.ruled and first:
            rule = line(0, 0, width, 0, Stroke(HAIRLINE, 0.8))
            groups.append(Group("", DECORATION, 0, 0, width, 0, (rule,)))
        for bits, (x, wide) in zip(cells, places, strict=True):
            for group, to in stacked(bits, x, self.pad, wide):
                if to is not None:
                    leads.append((len(groups), to))
                groups.append(group)
        return Strip(height, tuple(groups), leads=tuple(leads))


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
