"""How many pixels a picture has."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from cxdesigner.sentences import SentenceError, say

if TYPE_CHECKING:
    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.scene import Scene

MAX_SIDE: Final = 32_000
"""Pixels a side: Qt draws no farther."""


class TooManyPixelsError(SentenceError, ValueError):
    """A picture that would be too large."""


def pixel_size(scene: Scene | Page, scale: float) -> tuple[int, int]:
    """Width and height of the image of a scene or page at `scale` pixels a point.

    Raises TooManyPixelsError if a side would have more than 32,000 pixels; it tells the largest width that works.
    """
    # A part of a pixel at the edge gets a whole one, as where a PDF is drawn; floats may be a hair too large.
    width, height = (max(1, ceil(side * scale - 1e-6)) for side in (scene.width, scene.height))
    if max(width, height) > MAX_SIDE:
        raise TooManyPixelsError(
            say(
                "The picture would be {width:,} × {height:,} pixels, and at most {side:,} a side can be written: choose"
                " a width of at most {most:,} pixels.",
                width=width,
                height=height,
                side=MAX_SIDE,
                most=widest(scene),
            )
        )
    return width, height


def widest(scene: Scene | Page) -> int:
    """The largest width, in pixels, at which neither side of a scene's picture has too many."""
    return max(1, floor(MAX_SIDE * min(1.0, scene.width / scene.height)))
