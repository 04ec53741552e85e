"""Pages: parts of scenes, each at a place and a size, as every painter draws them.

All lengths are points, y down; a page's own are counted from its upper left corner.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from cxdesigner.layout.scene import Scene
from cxdesigner.paper import POINT, Paper

Orientation = Literal["auto", "portrait", "landscape"]


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

    "auto": paper with a name lies if the sheet is wider than high, and one's own size is taken as it is.
    """

    paper: Paper | None = None
    orientation: Orientation = "auto"
    margin: float = 10 / POINT


def size_of(setup: Setup, scene: Scene) -> tuple[float, float]:
    """Give the width and height of the pages."""
    if setup.paper is None:
        return scene.width, scene.height
    width, height = setup.paper.width / POINT, setup.paper.height / POINT
    if setup.orientation == "auto" and setup.paper.is_free:
        return width, height
    lies = scene.width > scene.height if setup.orientation == "auto" else setup.orientation == "landscape"
    short, long = sorted((width, height))
    return (long, short) if lies else (short, long)


def pages_of(scene: Scene, setup: Setup) -> tuple[Page, ...]:
    """Place a sheet in the middle of a page, as large as it fits."""
    width, height = size_of(setup, scene)
    if setup.paper is None:
        return (Page(width, height, (View(scene),)),)
    margin = min(setup.margin, 0.4 * min(width, height))
    scale = min((width - 2 * margin) / scene.width, (height - 2 * margin) / scene.height)
    x, y = (width - scene.width * scale) / 2, (height - scene.height * scale) / 2
    return (Page(width, height, (View(scene, scale, x, y),)),)
