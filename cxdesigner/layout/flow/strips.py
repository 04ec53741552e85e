"""What blocks are cut into: strips, of which none is broken over two pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from cxdesigner.layout.flow.reading import Way, nested
from cxdesigner.layout.pages import Clip
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import Group, Scene

DECORATION = "decoration"
"""The part of groups that say nothing: rules and grounds."""


class Excerpt(NamedTuple):
    """What of a scene is in the rectangle `source` (points of the scene), `scale` times its size.

    Its upper left corner is at (x, y).
    """

    scene: Scene
    source: Clip
    scale: float
    x: float = 0.0
    y: float = 0.0


class Strip(NamedTuple):
    """A piece that stands on one page, its corner at the left of the text; lengths in points.

    `above`: white over it, but not at the head of a page. `keep`: it stands on the page of the strip after it, where
    there is room. `head` stands over it again where a page begins with it. `joins`: its first group goes on with the
    last one of the strip before. `leads`: where groups lead, by their number. `ways`: in which elements each group is
    read.
    """

    height: float
    groups: tuple[Group, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    above: float = 0.0
    keep: bool = False
    head: tuple[Strip, ...] = ()
    joins: bool = False
    leads: tuple[tuple[int, Target | str], ...] = ()
    ways: tuple[Way, ...] = ()


class Frame(NamedTuple):
    """The room that a block has: its width, and the height of a page."""

    width: float
    height: float


class Block(Protocol):
    """Something that can be cut into strips."""

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it for a room."""
        ...  # pragma: no cover


def strips_of(blocks: Iterable[Block], pen: Pen, frame: Frame) -> list[Strip]:
    """Cut several blocks, one after the other."""
    return [
        strip._replace(ways=tuple(nested(way, number) for way in strip.ways))
        for number, block in enumerate(blocks)
        for strip in block.strips(pen, frame)
    ]
