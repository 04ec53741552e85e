"""Parts of a sheet among text: the whole of it, or the columns of a stage with the titles of the lanes."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout.flow.strips import Excerpt, Frame, Strip
from cxdesigner.layout.pages import Clip
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import STAGES, Band, Scene

LARGEST = 1.0
"""The scale of an excerpt that has room."""


class Whole(NamedTuple):
    """A whole sheet, as large as it fits on a page."""

    scene: Scene
    above: float = 0.0

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Give one strip, the sheet in its middle."""
        scale = min(frame.width / self.scene.width, (frame.height - self.above) / self.scene.height)
        height = self.scene.height * scale
        x = (frame.width - self.scene.width * scale) / 2
        source = Clip(0.0, 0.0, self.scene.width, self.scene.height)
        return [Strip(height, excerpts=(Excerpt(self.scene, source, scale, x),), above=self.above)]


class Columns(NamedTuple):
    """What stands from `left` to `right` on a sheet, beside the titles of the lanes, which end at `labels`.

    It breaks between lanes, and the steps stand over it again on each page. A small sheet is not enlarged.
    """

    scene: Scene
    labels: float
    left: float
    right: float
    inset: float = 0.0
    above: float = 0.0

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it into bands."""
        bands = [_steps(band) for band in self.scene.bands if band.is_lane or band.key == STAGES]
        head = next((band.height for band in bands if band.key == STAGES), 0.0)
        tallest = max((band.height for band in bands if band.is_lane), default=0.0)
        wide = self.labels - self.inset + self.right - self.left
        scale = min(LARGEST, frame.width / wide, (frame.height - self.above) / max(head + tallest, 1.0))
        stages: tuple[Strip, ...] = ()
        found = []
        for band in bands:
            strip = self._strip(band, scale)
            if band.key == STAGES:
                stages = (strip,)
                found.append(strip._replace(keep=True))
            else:
                found.append(strip._replace(head=stages))
        if found:
            found[0] = found[0]._replace(above=self.above)
        return found

    def _strip(self, band: Band, scale: float) -> Strip:
        labels = Clip(self.inset, band.top, self.labels - self.inset, band.height)
        columns = Clip(self.left, band.top, self.right - self.left, band.height)
        excerpts = (
            Excerpt(self.scene, labels, scale),
            Excerpt(self.scene, columns, scale, labels.width * scale),
        )
        return Strip(band.height * scale, excerpts=excerpts)


def _steps(band: Band) -> Band:
    """Give the part of the band of stages in which the steps are; a lane as it is."""
    top = min((group.y for group in band.groups if group.part == "step"), default=0.0)
    return band if band.is_lane else band._replace(top=band.top + top, height=band.height - top)
