"""The plan that lies on top of the sheets of a poster: what it becomes, which sheet goes where, how to glue them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from cxdesigner.layout import theme
from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.paging.tiling import Tiling
from cxdesigner.layout.pen import Pen, line, runs
from cxdesigner.layout.scene import HEADER, Band, Box, Group, Node, Scene, Stroke
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.paper import POINT, Paper

TITLE: Final = TextStyle("bold", 16, 20)
SIZE: Final = TextStyle("semibold", 10, 13)
HOW: Final = TextStyle("regular", 10, 14)
CUT: Final = Stroke(theme.INK, 0.9)
FRAME: Final = Stroke(theme.QUIET, 0.6)
LEAST_NAME, MOST_NAME = 4.0, 10.0
"""How large the names of the sheets are written, in points."""


def plan_page(poster: Page, pen: Pen, title: str, tiling: Tiling, paper: Paper) -> Page:
    """Draw the plan, on paper like that of the sheets. The small picture of the map in it is marked as repeated."""
    margin = tiling.margin
    room = tiling.width - 2 * margin
    count = tiling.columns * tiling.rows
    size = pen.words["plan_size"].format(
        n=count,
        paper=paper.name,
        columns=tiling.columns,
        rows=tiling.rows,
        width=round(tiling.area.width * POINT),
        height=round(tiling.area.height * POINT),
    )
    items: list[Node] = []
    y = margin
    for text, style, color, gap in (
        (" ".join(title.split()) or pen.words["untitled"], TITLE, theme.INK, 2.0),
        (size, SIZE, theme.INK, 8.0),
        (pen.words["plan_how"], HOW, theme.INK, 14.0),
    ):
        set_ = pen.text(text, style, room if style is not HOW else min(room, 420.0))
        lines = runs(set_, margin, y, color)[:3]
        items += lines
        y += len(lines) * set_.leading + gap
    area = tiling.area
    scale = min(room / area.width, (tiling.height - margin - y) / area.height)
    left = margin + (room - area.width * scale) / 2
    clip = Clip(left, y, area.width * scale, area.height * scale)
    views = [
        View(
            view.scene,
            view.scale * scale,
            left + (view.x - area.x) * scale,
            y + (view.y - area.y) * scale,
            clip,
            repeated=True,
        )
        for view in poster.views
    ]
    items += _grid(pen, tiling, left, y, scale)
    group = Group(HEADER, "plan", 0.0, 0.0, tiling.width, tiling.height, tuple(items))
    over = Scene(tiling.width, tiling.height, (Band(HEADER, 0.0, tiling.height, (group,)),))
    return Page(tiling.width, tiling.height, (*views, View(over)))


def _grid(pen: Pen, tiling: Tiling, left: float, top: float, scale: float) -> list[Node]:
    """Draw the cuts over the small picture, and the name of each sheet in its middle."""
    area = tiling.area
    xs = [left + (x - area.x) * scale for x in tiling.x]
    ys = [top + (y - area.y) * scale for y in tiling.y]
    items: list[Node] = [Box(xs[0], ys[0], xs[-1] - xs[0], ys[-1] - ys[0], None, FRAME)]
    items += [line(x, ys[0], x, ys[-1], CUT) for x in xs[1:-1]]
    items += [line(xs[0], y, xs[-1], y, CUT) for y in ys[1:-1]]
    least = min(min(other - one for one, other in pairwise(at)) for at in (xs, ys))
    large = max(LEAST_NAME, min(MOST_NAME, least / 4))
    style = TextStyle("bold", large, large)
    for row in range(tiling.rows):
        for column in range(tiling.columns):
            name = pen.text(tiling.name(column, row), style)
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            wide, high = name.width + style.size, style.size * 1.5
            items.append(Box(x - wide / 2, y - high / 2, wide, high, theme.PAPER, FRAME, high / 2))
            items += runs(name, x - name.width / 2, y - name.height / 2, theme.INK)
    return items
