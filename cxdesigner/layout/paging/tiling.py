"""How a poster is cut into sheets of paper."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout.pages import Clip, Page, Sheets, drawn_in
from cxdesigner.layout.paging.cutting import Extent, cuts, sheets_for
from cxdesigner.layout.paging.obstacles import Obstacle, obstacles_of
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
    obstacles = obstacles_of(poster)
    found = [_tiled(area, obstacles, size, sheets) for size in _sizes(sheets)]
    fewest = min(one.columns * one.rows for one in found)
    near = [one for one in found if one.columns * one.rows <= MORE * fewest]
    return min(near, key=lambda one: (one.worth, one.columns * one.rows))


def least_sheets(poster: Page, sheets: Sheets) -> int:
    """Give how many sheets a poster takes at least, which is known long before where it is cut."""
    area = _printed(poster, sheets.margin)
    found = []
    for size in _sizes(sheets):
        (width, height), overlap = _room(size, sheets)
        found.append(sheets_for(area.width, width, overlap) * sheets_for(area.height, height, overlap))
    return min(found)


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


def _tiled(area: Clip, obstacles: tuple[Obstacle, ...], size: tuple[float, float], sheets: Sheets) -> Tiling:
    width, height = size
    inner, overlap = _room(size, sheets)
    across = [Extent(rect.left - area.x, rect.right - area.x, worth) for _, rect, worth in obstacles]
    down = [Extent(rect.top - area.y, rect.bottom - area.y, worth) for _, rect, worth in obstacles]
    x, y = cuts(area.width, inner[0], overlap, across), cuts(area.height, inner[1], overlap, down)
    return Tiling(
        area,
        (area.x, *(area.x + at for at in x.at), area.x + area.width),
        (area.y, *(area.y + at for at in y.at), area.y + area.height),
        width,
        height,
        _margin(size, sheets),
        overlap,
        x.worth + y.worth,
    )


def _sizes(sheets: Sheets) -> list[tuple[float, float]]:
    """Give the sizes of sheets that are tried: paper with a name also lies."""
    upright = sheets.paper.width / POINT, sheets.paper.height / POINT
    return [upright] if sheets.paper.is_free else [upright, upright[::-1]]


def _margin(size: tuple[float, float], sheets: Sheets) -> float:
    return min(max(sheets.margin, LEAST_MARGIN), 0.25 * min(size))


def _room(size: tuple[float, float], sheets: Sheets) -> tuple[tuple[float, float], float]:
    """Give the width and height within the margins of a sheet, and how far it reaches into the next one."""
    margin = _margin(size, sheets)
    inner = size[0] - 2 * margin, size[1] - 2 * margin
    return inner, min(sheets.overlap, 0.4 * min(inner))
