"""What a presentation shows one after the other: the whole map, then a stage at a time."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.scene import STAGES, Scene
from cxdesigner.model.document import Document

MOST, GOOD, READ = 2.6, 1.6, 1.3
"""Pixels to the point: at most, where letters would look lost on a wall; as is read from the back with ease, where a
stage has to be scrolled; and as can just be read there, where that shows all of it at once."""

AIR = 6.0
"""Points of the sheet above the names of the phases, so that they do not stand at the very edge of a screen."""


class Slide(NamedTuple):
    """A part of the sheet: all of it for `stage` "", else the columns from `left` to `right`, in points."""

    stage: str
    title: str
    left: float = 0.0
    right: float = 0.0


def slides_of(document: Document, map_id: str, columns: Columns, title: str) -> list[Slide]:
    """Give the slides of a map; `title` is that of the whole. A stage that has no columns has no slide."""
    slides = [Slide("", title)]
    for stage in document.stages(map_id):
        own = [column for column in columns.columns if column.stage == stage.id]
        if own:
            slides.append(Slide(stage.id, stage.title, own[0].x, own[-1].x + own[-1].width))
    return slides


class Tile(NamedTuple):
    """A part of the sheet (points) and where it goes on the screen (pixels): `scale` pixels to the point.

    One that `is_beside` what is told of stands back.
    """

    x: float
    y: float
    width: float
    height: float
    at_x: float
    at_y: float
    scale: float
    is_beside: bool = False


def whole(scene: Scene, width: float, height: float) -> list[Tile]:
    """Fit the whole sheet into a screen."""
    if scene.width <= 0 or scene.height <= 0:
        return []
    scale = min(width / scene.width, height / scene.height, MOST)
    left, top = (width - scene.width * scale) / 2, (height - scene.height * scale) / 2
    return [Tile(0, 0, scene.width, scene.height, left, max(0.0, top), scale)]


def stage(scene: Scene, columns: Columns, slide: Slide, width: float, height: float, down: float) -> list[Tile]:
    """Fit a stage with the lanes' titles into the width of a screen; what is too high is seen from `down` pixels on.

    The stage and its steps stay at the top, the lanes move under them. What there is room for of the stages before and
    after it stands beside it.
    """
    top, head, foot = _extent(scene)
    labels = columns.left
    scale = _scale(scene, columns, slide, width, height)
    before, after = _beside(columns, slide, width / scale - labels - (slide.right - slide.left))
    left = (width - (labels + before + slide.right - slide.left + after) * scale) / 2
    down = max(0.0, min(down, overflow(scene, columns, slide, width, height)))
    seen = max(0.0, height - head * scale)
    parts = (
        (0.0, labels, False),
        (slide.left - before, before, True),
        (slide.left, slide.right - slide.left, False),
        (slide.right, after, True),
    )
    tiles = []
    for x, wide, beside in parts:
        if wide > 0:
            rest = min(seen / scale, foot)
            tiles.append(Tile(x, top, wide, head, left, 0.0, scale, beside))
            tiles.append(Tile(x, top + head + down / scale, wide, rest, left, head * scale, scale, beside))
            left += wide * scale
    return tiles


def _beside(columns: Columns, slide: Slide, room: float) -> tuple[float, float]:
    """Give how much of the sheet (points) is shown before a stage and after it; it stands in the middle if it can."""
    before, after = max(0.0, slide.left - columns.left), max(0.0, columns.right - slide.right)
    shown = min(before, max(room / 2, room - after, 0.0))
    return shown, min(after, max(room - shown, 0.0))


def overflow(scene: Scene, columns: Columns, slide: Slide, width: float, height: float) -> float:
    """Tell by how many pixels a stage is too high for the screen."""
    if not slide.stage:
        return 0.0
    _, head, foot = _extent(scene)
    scale = _scale(scene, columns, slide, width, height)
    return max(0.0, (head + foot) * scale - height)


def page(scene: Scene, columns: Columns, slide: Slide, width: float, height: float) -> float:
    """Give how many pixels of the lanes of a stage are seen at a time."""
    return max(0.0, height - _extent(scene)[1] * _scale(scene, columns, slide, width, height))


def _scale(scene: Scene, columns: Columns, slide: Slide, width: float, height: float) -> float:
    """Give the scale at which a stage is shown: all of it if it can be read then, else all its width."""
    _, head, foot = _extent(scene)
    wide = width / (columns.left + slide.right - slide.left)
    high = height / (head + foot)
    return min(wide, MOST, high if high >= READ else GOOD)


def _extent(scene: Scene) -> tuple[float, float, float]:
    """Give the top and height of the stages, and the height of the lanes below them, in points."""
    head = next((band for band in scene.bands if band.key == STAGES), None)
    if head is None:
        return 0.0, 0.0, scene.height
    lanes = [band for band in scene.bands if band.is_lane]
    bottom = lanes[-1].top + lanes[-1].height if lanes else head.top + head.height
    air = min(AIR, head.top)
    return head.top - air, head.height + air, bottom - head.top - head.height
