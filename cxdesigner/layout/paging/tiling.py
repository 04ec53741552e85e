"""How a poster is cut into sheets of paper."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout.pages import Clip, Page, Sheets, drawn_in
from cxdesigner.layout.paging.cutting import Costs, costs_of, cuts, sheets_for
from cxdesigner.layout.paging.obstacles import obstacles_of
from cxdesigner.layout.rects import Rect
from cxdesigner.paper import POINT

MORE = 1.15
"""The share of more sheets that are taken where their cuts go through less."""
LEAST_MARGIN = 8 / POINT
"""White that marks and names of sheets need on each side."""


class Tiling(NamedTuple):
    """How a poster is cut. `area`: the part of it that is printed; `x` and `y`: where sheets begin, from the left and
    from the top of the poster, the last ones where the area ends. `width`, `height` and `margin` are those of the
    sheets, `overlap` how far each reaches into the next one. All in points.
    """

    area: Clip
    x: tuple[float, ...]
    y: tuple[float, ...]
    width: float
    height: float
    margin: float
    overlap: float
    worth: float

    @property
    def columns(self) -> int:
        """How many sheets stand side by side."""
        return len(self.x) - 1

    @property
    def rows(self) -> int:
        """How many sheets stand one below the other."""
        return len(self.y) - 1

    def name(self, column: int, row: int) -> str:
        """Name a sheet, as in "B2"."""
        return name_of(column, row)

    def shown(self, column: int, row: int) -> Rect:
        """Give the part of the poster that a sheet shows."""
        right = min(self.x[column + 1] + self.overlap, self.x[-1])
        bottom = min(self.y[row + 1] + self.overlap, self.y[-1])
        return Rect(self.x[column], self.y[row], right, bottom)


def name_of(column: int, row: int) -> str:
    """Name a sheet: letters across and numbers down, as in "B2"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def tiling_of(poster: Page, sheets: Sheets) -> Tiling:
    """Cut a poster into few sheets of a paper, upright or lying, through as little as that allows.

    What is white all around the map is not printed, but for the margin.
    """
    area = _printed(poster, sheets.margin)
    ways = _ways(area, sheets)
    fewest = min(way.needed for way in ways)
    near = [way for way in ways if way.needed <= MORE * fewest]
    obstacles = obstacles_of(poster) if any(way.needed > 1 for way in near) else ()
    across = costs_of(area.width, ((rect.left - area.x, rect.right - area.x, worth) for _, rect, worth in obstacles))
    down = costs_of(area.height, ((rect.top - area.y, rect.bottom - area.y, worth) for _, rect, worth in obstacles))
    found = [way.tiled(area, across, down) for way in near]
    return min(found, key=lambda one: (one.worth, one.columns * one.rows))


def least_sheets(poster: Page, sheets: Sheets) -> int:
    """Give how many sheets a poster takes at least, which is known long before where it is cut."""
    return min(way.needed for way in _ways(_printed(poster, sheets.margin), sheets))


def _printed(poster: Page, margin: float) -> Clip:
    """Give the part of a poster in which there is anything, with white around it as far as there is any."""
    left, top, right, bottom = poster.width, poster.height, 0.0, 0.0
    for view in poster.views:
        drawn = drawn_in(view.scene)
        left = min(left, view.x + drawn.x * view.scale)
        top = min(top, view.y + drawn.y * view.scale)
        right = max(right, view.x + (drawn.x + drawn.width) * view.scale)
        bottom = max(bottom, view.y + (drawn.y + drawn.height) * view.scale)
    left, top = max(0.0, left - margin), max(0.0, top - margin)
    return Clip(left, top, min(poster.width, right + margin) - left, min(poster.height, bottom + margin) - top)


class _Way(NamedTuple):
    """A way to lay sheets: their size, their white on each side, their overlap, and how many are needed; in points."""

    width: float
    height: float
    margin: float
    overlap: float
    needed: int

    @classmethod
    def of(cls, area: Clip, size: tuple[float, float], sheets: Sheets) -> _Way:
        width, height = size
        margin = min(max(sheets.margin, LEAST_MARGIN), 0.25 * min(size))
        inner = width - 2 * margin, height - 2 * margin
        overlap = min(sheets.overlap, 0.4 * min(inner))
        needed = sheets_for(area.width, inner[0], overlap) * sheets_for(area.height, inner[1], overlap)
        return cls(width, height, margin, overlap, needed)

    def tiled(self, area: Clip, across: Costs, down: Costs) -> Tiling:
        x = cuts(across, self.width - 2 * self.margin, self.overlap)
        y = cuts(down, self.height - 2 * self.margin, self.overlap)
        return Tiling(
            area,
            (area.x, *(area.x + at for at in x.at), area.x + area.width),
            (area.y, *(area.y + at for at in y.at), area.y + area.height),
            self.width,
            self.height,
            self.margin,
            self.overlap,
            x.worth + y.worth,
        )


def _ways(area: Clip, sheets: Sheets) -> list[_Way]:
    """Give the ways that are tried: paper with a name also lies."""
    upright = sheets.paper.width / POINT, sheets.paper.height / POINT
    sizes = [upright] if sheets.paper.is_free else [upright, upright[::-1]]
    return [_Way.of(area, size, sheets) for size in sizes]
