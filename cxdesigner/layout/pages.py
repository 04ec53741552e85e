"""Pages: parts of scenes, each at a place and a size, as every painter draws them.

All lengths are points, y down; a page's own are counted from its upper left corner.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from cxdesigner.layout.scene import Group, Scene
from cxdesigner.paper import POINT, Paper

Orientation = Literal["auto", "portrait", "landscape"]
Fit = Literal["page", "width"] | float
STRIP, SMALL = 20.0, 600.0
"""Height of the strip for a footer on pages whose shorter side is this long, or less; in points."""
LOUD, LEAST_STRIP = 0.7, 2 / 3
"""A footer is as high as it can be when the map is drawn at this size: its words are as large as those of cards then.
And the share of that which it is at least, so that it can be read.
"""
EDGE = 22.0
"""White at the sides of a sheet, `theme.MARGIN`, for which pages do not wait."""
SPARE = 12.0
"""White below the footer of a page that is as large as the sheet, which has white of its own above it."""


class Clip(NamedTuple):
    """A rectangle of a page."""

    x: float
    y: float
    width: float
    height: float


class View(NamedTuple):
    """A scene on a page, `scale` times its size, its upper left corner at (x, y); only what is in `clip` is shown.

    `repeated`: it was on a page before, such as titles at the head of each page. Readers that go by the structure of
    a file pass over it.
    """

    scene: Scene
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    clip: Clip | None = None
    repeated: bool = False


def in_scene(clip: Clip, view: View) -> Clip:
    """Give the rectangle of a scene that a rectangle of the page shows."""
    scale = view.scale
    return Clip((clip.x - view.x) / scale, (clip.y - view.y) / scale, clip.width / scale, clip.height / scale)


class Page(NamedTuple):
    """A page; its views are drawn one over the other. `label` is what readers call it, "" for its number."""

    width: float
    height: float
    views: tuple[View, ...]
    label: str = ""


class Setup(NamedTuple):
    """How a sheet stands on paper. `paper` None: one page as large as the sheet. `margin` is white on each side.

    "auto": paper with a name lies if the sheet is wider than high, and one's own size is taken as it is. `fit`: "page",
    the whole sheet on one; "width", as wide as the paper; or times its size, such as 0.75. `footer`: a strip is kept
    free for one above the lower margin.
    """

    paper: Paper | None = None
    orientation: Orientation = "auto"
    margin: float = 10 / POINT
    fit: Fit = "page"
    footer: bool = False

    def inside(self, width: float, height: float) -> Clip:
        """Give the part of a page of this size that is within the margins, and above the strip."""
        margin = min(self.margin, 0.4 * min(width, height))
        strip = min(strip_of(width, height), 0.4 * (height - 2 * margin)) if self.footer else 0.0
        return Clip(margin, margin, width - 2 * margin, height - 2 * margin - strip)

    def strip(self, width: float, height: float) -> Clip:
        """Give the part of a page of this size for the footer: below the map, at the end of one as large as it."""
        high = strip_of(width, height)
        if self.paper is None:
            return Clip(EDGE, height - high - SPARE, width - 2 * EDGE, high)
        inside = self.inside(width, height)
        return Clip(inside.x, inside.y + inside.height, inside.width, high)


def strip_of(width: float, height: float) -> float:
    """Give the height of the footer of a page: somewhat larger on large pages, that are read from farther away."""
    return STRIP * math.pow(max(1.0, min(width, height) / SMALL), 0.7)


def quiet(page: Page, strip: Clip) -> Clip:
    """Make a strip lower where the map above it is small, so that the footer does not speak louder; its end stays."""
    share = min(1.0, max(LEAST_STRIP, page.views[-1].scale / LOUD * STRIP / strip.height))
    high = strip.height * share
    return strip._replace(y=strip.y + strip.height - high, height=high)


def strip_below(page: Page) -> Clip:
    """Give the part of a page for a footer right below the map that is its only view, and as wide."""
    (view,) = page.views
    drawn = drawn_in(view.scene)
    y = view.y + (drawn.y + drawn.height) * view.scale
    return Clip(view.x + drawn.x * view.scale, y, drawn.width * view.scale, strip_of(page.width, page.height))


class Sheets(NamedTuple):
    """The paper that a poster is printed on, with the white on each side, and how far each sheet reaches into the next
    one; in points.
    """

    paper: Paper
    margin: float = 10 / POINT
    overlap: float = 10 / POINT


def size_of(setup: Setup, scene: Scene) -> tuple[float, float]:
    """Give the width and height of the pages."""
    if setup.paper is None:
        scale = setup.fit if isinstance(setup.fit, float) else 1.0
        width, height = scene.width * scale, scene.height * scale
        return width, height + (strip_of(width, height) + SPARE if setup.footer else 0.0)
    return turned(setup.paper, setup.orientation, is_wide=scene.width > scene.height)


def turned(paper: Paper, orientation: Orientation, *, is_wide: bool) -> tuple[float, float]:
    """Give the width and height of paper as it lies or stands, by itself as what is on it is wide or not; in points."""
    width, height = paper.width / POINT, paper.height / POINT
    if orientation == "auto" and paper.is_free:
        return width, height
    short, long = sorted((width, height))
    return (long, short) if orientation == "landscape" or (orientation == "auto" and is_wide) else (short, long)


def drawn_in(scene: Scene) -> Clip:
    """Give the part of a sheet in which there is anything: all but its own white margins."""
    boxes = [
        (group.x, band.top + group.y, group.x + group.width, band.top + group.y + group.height)
        for band in scene.bands
        for group in band.groups
        if group.width < scene.width
    ]
    boxes += [(one.x, one.y, one.x + one.width, one.y + one.height) for one in scene.over if isinstance(one, Group)]
    if not boxes:
        return Clip(0.0, 0.0, scene.width, scene.height)
    left, top, right = min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes)
    # The lines between columns reach down to the end of the last lane.
    ends = [box[3] for box in boxes] + [band.top + band.height for band in scene.bands if band.is_lane]
    return Clip(left, top, right - left, max(ends) - top)


def pages_of(scene: Scene, setup: Setup) -> tuple[Page, ...]:
    """Place a sheet on a page by itself, or in the middle of one, as large as it fits."""
    width, height = size_of(setup, scene)
    if setup.paper is None:
        return (Page(width, height, (View(scene, width / scene.width),)),)
    inside, drawn = setup.inside(width, height), drawn_in(scene)
    return (in_the_middle(scene, width, height, inside, min(inside.width / drawn.width, inside.height / drawn.height)),)


def in_the_middle(scene: Scene, width: float, height: float, inside: Clip, scale: float) -> Page:
    """Make a page with a sheet in the middle of a part of it, `scale` times its size."""
    drawn = drawn_in(scene)
    x = inside.x + (inside.width - drawn.width * scale) / 2 - drawn.x * scale
    y = inside.y + (inside.height - drawn.height * scale) / 2 - drawn.y * scale
    return Page(width, height, (View(scene, scale, x, y),))
