"""Posters on sheets of paper to glue: each sheet with its marks, and the plan in front of them."""

from __future__ import annotations

from cxdesigner.layout.pages import Clip, Page, Sheets, View, in_scene
from cxdesigner.layout.paging.assembly import plan_page
from cxdesigner.layout.paging.marks import sheet_marks
from cxdesigner.layout.paging.parts import seen_of
from cxdesigner.layout.paging.tiling import Tiling, tiling_of
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.rects import Rect


def poster_pages(poster: Page, pen: Pen, title: str, sheets: Sheets) -> tuple[Page, ...]:
    """Make the sheets of a poster, row by row, behind a plan that shows how to put them together.

    A poster that fits on one sheet is one. Sheets are labelled A1, B1 … as on them.
    """
    tiling = tiling_of(poster, sheets)
    pages = [
        _sheet(poster, pen, title, tiling, column, row)
        for row in range(tiling.rows)
        for column in range(tiling.columns)
    ]
    return (plan_page(poster, pen, title, tiling, sheets.paper), *pages) if len(pages) > 1 else tuple(pages)


def _sheet(poster: Page, pen: Pen, title: str, tiling: Tiling, column: int, row: int) -> Page:
    shown = tiling.shown(column, row)
    by_x, by_y = tiling.margin - shown.left, tiling.margin - shown.top
    clip = Clip(tiling.margin, tiling.margin, shown.right - shown.left, shown.bottom - shown.top)
    views = []
    for view in poster.views:
        moved = view._replace(x=view.x + by_x, y=view.y + by_y, clip=clip)
        seen = in_scene(clip, moved)
        part = seen_of(view.scene, Rect(seen.x, seen.y, seen.x + seen.width, seen.y + seen.height))
        if part.bands or part.over or part.under:
            views.append(moved._replace(scene=part))
    # Marks say something to those who glue the sheets only: readers that go by the structure pass over them.
    views.append(View(sheet_marks(pen, title, tiling, column, row), repeated=True))
    return Page(tiling.width, tiling.height, tuple(views), tiling.name(column, row))
