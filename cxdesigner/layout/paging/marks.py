"""What stands around a sheet of a poster: marks to cut along, its name, and the names of those that it is glued to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cxdesigner.layout import theme
from cxdesigner.layout.paging.tiling import Tiling
from cxdesigner.layout.pen import Pen, line, runs
from cxdesigner.layout.scene import HEADER, Band, Group, Node, Path, Scene, Stroke
from cxdesigner.layout.typeset import TextStyle

MARK: Final = Stroke(theme.BLACK, 0.4)
AWAY, LONG = 3.0, 11.0
"""How far a mark stays away from the poster, and how long it is."""
NAME: Final = TextStyle("bold", 9, 11)
SMALL: Final = TextStyle("regular", 6.5, 8)
ARROW, WING = 8.0, 1.6


def sheet_marks(pen: Pen, title: str, tiling: Tiling, column: int, row: int) -> Scene:
    """Draw what stands in the margins of a sheet, in points of the sheet."""
    shown, margin = tiling.shown(column, row), tiling.margin
    right, bottom = margin + shown.right - shown.left, margin + shown.bottom - shown.top
    xs = margin, margin + tiling.x[column + 1] - tiling.x[column]
    ys = margin, margin + tiling.y[row + 1] - tiling.y[row]
    name = tiling.name(column, row)
    items: list[Node] = []
    for x in xs:
        items.append(line(x, margin - AWAY - LONG, x, margin - AWAY, MARK))
        items.append(line(x, bottom + AWAY, x, bottom + AWAY + LONG, MARK))
    for y in ys:
        items.append(line(margin - AWAY - LONG, y, margin - AWAY, y, MARK))
        items.append(line(right + AWAY, y, right + AWAY + LONG, y, MARK))
    items += _names(pen, title, tiling, column, row, right)
    if column:
        items += _across(pen, tiling.name(column - 1, row), name, xs[0] + 4, bottom, left=True)
    if column + 1 < tiling.columns:
        items += _across(pen, name, tiling.name(column + 1, row), xs[1] - 4, bottom, left=False)
    if row:
        items += _down(pen, tiling.name(column, row - 1), name, margin, ys[0] + 4, top=True)
    if row + 1 < tiling.rows:
        items += _down(pen, name, tiling.name(column, row + 1), margin, ys[1] - 4, top=False)
    group = Group(HEADER, "marks", 0.0, 0.0, tiling.width, tiling.height, tuple(items))
    return Scene(tiling.width, tiling.height, (Band(HEADER, 0.0, tiling.height, (group,)),))


def _names(pen: Pen, title: str, tiling: Tiling, column: int, row: int, right: float) -> Iterator[Node]:
    """Write the name of the sheet and what it is of above the poster."""
    name = pen.text(tiling.name(column, row), NAME)
    y = tiling.margin - AWAY - name.height
    yield from runs(name, tiling.margin + 4, y, theme.INK)
    number = pen.text(f"{row * tiling.columns + column + 1} / {tiling.columns * tiling.rows}", SMALL)
    start, end = tiling.margin + 4 + name.width + 6, right - number.width - 4
    yield from runs(number, end, y + 2, theme.MUTED)
    words = pen.text(" ".join(title.split()), SMALL, max(1.0, end - start - 8))
    yield from runs(words, start, y + 2, theme.MUTED)[:1]


def _across(pen: Pen, one: str, other: str, x: float, bottom: float, *, left: bool) -> Iterator[Node]:
    """Name two sheets side by side below the poster, beginning or ending at the cut between them."""
    first, second = pen.text(one, SMALL), pen.text(other, SMALL)
    wide = first.width + ARROW + 4 + second.width
    start = x if left else x - wide
    y = bottom + AWAY
    yield from runs(first, start, y, theme.INK)
    yield from runs(second, start + wide - second.width, y, theme.INK)
    yield _arrow(start + first.width + 2, y + first.height / 2, ARROW, 0.0)


def _down(pen: Pen, one: str, other: str, margin: float, y: float, *, top: bool) -> Iterator[Node]:
    """Name two sheets one above the other left of the poster, beginning or ending at the cut between them."""
    first, second = pen.text(one, SMALL), pen.text(other, SMALL)
    high = first.height + ARROW + 2 + second.height
    start = y if top else y - high
    right = margin - AWAY
    yield from runs(first, right - first.width, start, theme.INK)
    yield from runs(second, right - second.width, start + high - second.height, theme.INK)
    yield _arrow(right - max(first.width, second.width) / 2, start + first.height + 1, 0.0, ARROW)


def _arrow(x: float, y: float, across: float, down: float) -> Path:
    """Draw a line with a head at each end."""
    a, d = (WING, 0.0) if across else (0.0, WING)
    end_x, end_y = x + across, y + down
    return Path(
        (
            ("M", x, y), ("L", end_x, end_y),
            ("M", x + a + d, y + d + a), ("L", x, y), ("L", x + a - d, y + d - a),
            ("M", end_x - a + d, end_y - d + a), ("L", end_x, end_y), ("L", end_x - a - d, end_y - d - a),
        ),
        None,
        Stroke(theme.INK, 0.5),
    )  # fmt: skip
