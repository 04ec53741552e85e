"""Sheets among text: one as it is, or one that is made as wide as a page has room for, and broken between its lanes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cxdesigner.layout.flow.strips import Block, Excerpt, Frame, Strip, strips_of
from cxdesigner.layout.pages import Clip
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import STAGES, Band, Scene
from cxdesigner.layout.theme import MARGIN

SCALES = (1.0, 0.9, 0.8, 0.72)
"""How large lanes are drawn, the largest first: the first at which all of them stand on one page, if there is one."""


class Whole(NamedTuple):
    """A whole sheet, as large as it fits on a page."""

    scene: Scene

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Give one strip, the sheet in its middle."""
        scale = min(frame.width / self.scene.width, frame.height / self.scene.height)
        x = (frame.width - self.scene.width * scale) / 2
        source = Clip(0.0, 0.0, self.scene.width, self.scene.height)
        return [Strip(self.scene.height * scale, excerpts=(Excerpt(self.scene, source, scale, x),))]


class _LaidOut(NamedTuple):
    """A sheet and what is shown of it; how high and how large that is on a page."""

    scene: Scene
    bands: list[Band]
    height: float
    scale: float


class Lanes(NamedTuple):
    """The steps and lanes of a sheet, without its margins.

    `make` lays the sheet out such that they are as wide as it is told, in points, at least `least`. The steps stand
    over the lanes again on each page. `taken`: what else stands on the first page, in points. `below`: what follows,
    for which they are made smaller if it has room on that page then.
    """

    make: Callable[[float], Scene]
    least: float
    taken: float
    above: float = 0.0
    below: tuple[Block, ...] = ()

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut the sheet into bands."""
        scene, bands = self._fitted(pen, frame)
        width = scene.width - 2 * MARGIN
        steps = [band for band in bands if not band.is_lane]
        head = sum(band.height for band in steps)
        tallest = max((band.height for band in bands if band.is_lane), default=1.0)
        scale = min(frame.width / width, frame.height / (head + tallest))
        again: tuple[Strip, ...] = ()
        found = []
        for band in bands:
            source = Clip(MARGIN, band.top, width, band.height)
            strip = Strip(band.height * scale, excerpts=(Excerpt(scene, source, scale),), head=again)
            if not band.is_lane:
                again = (strip,)
            found.append(strip._replace(keep=not band.is_lane))
        found[0] = found[0]._replace(above=self.above)
        return found

    def _fitted(self, pen: Pen, frame: Frame) -> tuple[Scene, list[Band]]:
        """Lay the sheet out at the first scale at which it fits on the first page, with what follows if that can be,
        else at the largest.
        """
        room = frame.height - self.taken
        first: _LaidOut | None = None
        scales = iter(SCALES)
        while True:
            scale = next(scales)
            found = self._laid_out(frame, scale)
            if found.height <= room:
                return self._with_below(pen, frame, found, room)[:2]
            first = first or found
            # Smaller letters, and as many more of them in a line: no lower than by both. The last scale ends it.
            if found.height * (SCALES[-1] / scale) ** 2 > room:
                return first[:2]

    def _with_below(self, pen: Pen, frame: Frame, found: _LaidOut, room: float) -> _LaidOut:
        """Lay the sheet out once more where what follows is sure to have room then, as lower as it is smaller."""
        below = sum(strip.above + strip.height for strip in strips_of(self.below, pen, frame))
        if found.height + below <= room:
            return found
        wanted = (room - below) / found.height * found.scale
        smaller = next((scale for scale in SCALES if scale <= wanted), None)
        return found if smaller is None else self._laid_out(frame, smaller)

    def _laid_out(self, frame: Frame, scale: float) -> _LaidOut:
        width = max(frame.width / scale, self.least)
        scene = self.make(width)
        bands = [_steps(band) for band in scene.bands if band.is_lane or band.key == STAGES]
        return _LaidOut(scene, bands, sum(band.height for band in bands) * frame.width / width, frame.width / width)


def _steps(band: Band) -> Band:
    """Give the part of the band of stages in which the steps are; a lane as it is."""
    top = min((group.y for group in band.groups if group.part == "step"), default=0.0)
    return band if band.is_lane else band._replace(top=band.top + top, height=band.height - top)
