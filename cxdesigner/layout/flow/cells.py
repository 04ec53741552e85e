"""Texts and drawings one below the other in a column, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.layout.flow.reading import Spot, Way
from cxdesigner.layout.flow.strips import DECORATION
from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import Box, Color, GlyphRun, Group, Node
from cxdesigner.layout.structure import role_of
from cxdesigner.layout.theme import HAIRLINE, INK, MUTED
from cxdesigner.layout.typeset import TextStyle

NARROWEST = 24.0
"""The least room that a text gets, in points."""
GAP = 5.0
"""Between a mark and its text."""
ENTRY, MORE = "li", "more"
"""The parts of texts that are an entry of a list, and that go on with one."""


class Text(NamedTuple):
    """A text: what it is of (`key`, `part`, as in a group), and where it leads, if anywhere.

    `mark` stands at the left of its first line, and the text `indent` points to the right of that; where it reads from
    the right and `turns`, the other way round. In a language that is read from the right all texts begin at the right,
    and have their marks there, as are drawings, and bars grow from there.
    """

    text: str
    style: TextStyle
    color: Color = INK
    key: str = ""
    part: str = "p"
    above: float = 0.0
    indent: float = 0.0
    mark: tuple[Node, ...] = ()
    to: Target | str | None = None
    align: str = "start"
    turns: bool = True


class Drawn(NamedTuple):
    """A drawing of a given size; `alt` is said instead of it."""

    width: float
    height: float
    items: tuple[Node, ...]
    key: str = ""
    part: str = "figure"
    above: float = 0.0
    to: Target | str | None = None
    alt: str = ""


class Bar(NamedTuple):
    """A bar over the share of its column from `start` to `end`, 0..1, on a ground over all of it.

    A tick marks a start within it.
    """

    start: float
    end: float
    fill: Color
    height: float = 6.0
    key: str = ""
    part: str = "bar"
    above: float = 0.0
    to: Target | str | None = None

    def drawn(self, width: float, *, from_right: bool = False) -> tuple[Node, ...]:
        """Draw it in a column of that width, from the left or from the right."""
        start, end = (1.0 - self.start, 1.0 - self.end) if from_right else (self.start, self.end)
        low, high = sorted((start, end))
        radius = self.height / 2
        ground = Box(0, 0, width, self.height, HAIRLINE, None, radius)
        items: list[Node] = [ground]
        if high > low:
            wide = max((high - low) * width, self.height)
            items.append(Box(min(low * width, width - wide), 0, wide, self.height, self.fill, None, radius))
        if self.start:
            items.append(Box(start * width - 0.5, -1.5, 1.0, self.height + 3.0, MUTED))
        return tuple(items)


Item = Text | Drawn | Bar
Cell = Sequence[Item]


def ways_of(cell: Cell, *, headings: bool) -> list[Way]:
    """Give in which elements of a column each of its items is read; with headings, or with these as paragraphs."""
    found: list[Way] = []
    begun = entry = -1
    for number, item in enumerate(cell):
        if item.part in (ENTRY, MORE):
            begun = number if begun < 0 else begun
            entry = number if item.part == ENTRY else entry
            found.append((Spot((begun,), "L"), Spot((entry,), "LI"), Spot((), "LBody"), Spot((number,), "P")))
            continue
        begun = -1
        if item.part == DECORATION:
            found.append(())
        elif isinstance(item, Drawn) and item.alt:
            found.append((Spot((number,), "Figure", alt=item.alt),))
        else:
            found.append((Spot((number,), role_of(item.part) if headings else "P"),))
    return found


class Bit(NamedTuple):
    """A line of an item, or a drawing. `number` is that of the item in its column; `joins`: not its first line."""

    above: float
    height: float
    items: tuple[Node, ...]
    number: int
    item: Item
    joins: bool = False


def bits_of(pen: Pen, cell: Cell, width: float) -> list[Bit]:
    """Cut a column into the smallest pieces that stand by themselves."""
    bits: list[Bit] = []
    for number, item in enumerate(cell):
        if isinstance(item, Drawn):
            bits.append(Bit(item.above, item.height, _at_start(pen, item, width), number, item))
        elif isinstance(item, Bar):
            bits.append(Bit(item.above, item.height, item.drawn(width, from_right=pen.from_right), number, item))
        else:
            bits += _lines(pen, item, number, width)
    return bits


def _at_start(pen: Pen, item: Drawn, width: float) -> tuple[Node, ...]:
    """Move a drawing that is narrower than its column to where that begins."""
    if not pen.from_right or item.width >= width:
        return item.items
    return (Group("", "mark", width - item.width, 0.0, item.width, item.height, item.items),)


def _lines(pen: Pen, item: Text, number: int, width: float) -> list[Bit]:
    room = max(width - item.indent, NARROWEST)
    align = {"start": "right", "end": "left"}.get(item.align, item.align) if pen.from_right else item.align
    paragraph = pen.text(item.text, item.style, room, align)
    turned = pen.from_right or (item.turns and paragraph.lines[0].rtl)
    indent, mark = (0.0, _turned(item, width)) if turned else (item.indent, item.mark)
    bits = []
    for at in range(len(paragraph.lines)):
        run = _line(paragraph, at, indent, item.color)
        if at == 0:
            bits.append(Bit(item.above, paragraph.leading, (*mark, *run), number, item))
        else:
            bits.append(Bit(0.0, paragraph.leading, run, number, item, joins=True))
    return bits


def _turned(item: Text, width: float) -> tuple[Node, ...]:
    """Move a mark to the right edge."""
    moved = Group("", "mark", width - item.indent + GAP, 0.0, item.indent - GAP, item.style.leading, item.mark)
    return (moved,) if item.mark else ()


def _line(paragraph: Paragraph, at: int, x: float, color: Color) -> tuple[GlyphRun, ...]:
    """Place a line of a paragraph as if it were the only one."""
    line = paragraph.lines[at]
    return (GlyphRun(x + line.x, paragraph.ascent, line, color),) if line.pieces else ()


def height_of(bits: Sequence[Bit]) -> float:
    """Give the height of pieces one below the other; what is above the first one does not count."""
    return sum(bit.above + bit.height for bit in bits) - (bits[0].above if bits else 0.0)


class Placed(NamedTuple):
    """What is seen of an item, which has a `number` in its column, and where that leads."""

    group: Group
    to: Target | str | None
    number: int


def stacked(bits: Sequence[Bit], x: float, y: float, width: float) -> list[Placed]:
    """Place pieces one below the other from a point, those of an item as one group."""
    groups: list[Placed] = []
    before: int | None = None
    for bit in bits:
        y += bit.above if before is not None else 0.0
        if before == bit.number:
            last = groups[-1]
            group = grown(last.group, bit.items, y - last.group.y, bit.height)
            groups[-1] = last._replace(group=group)
        else:
            item = bit.item
            group = Group(item.key, item.part, x, y, width, bit.height, bit.items)
            groups.append(Placed(group, item.to, bit.number))
        before = bit.number
        y += bit.height
    return groups


def grown(group: Group, items: Sequence[Node], down: float, height: float) -> Group:
    """Put a line, as high as that, into a group, `down` points below its upper edge."""
    moved = [item._replace(y=item.y + down) for item in items if isinstance(item, GlyphRun)]
    return group._replace(height=down + height, items=(*group.items, *moved))
