"""The drawing as data.

All lengths are points (1/72 inch), x to the right, y down. A group's items are placed from the group's own
corner and a band's groups from the band's, so that either can be moved without being made again. Colours are
opaque "#rrggbb". Painters walk a scene and decide nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxdesigner.layout.glyphs import Line

Color = str
Command = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""


class Stroke(NamedTuple):
    """A pen: butt caps, round joins; `dash` is lengths on and off, in points."""

    color: Color
    width: float = 1.0
    dash: tuple[float, ...] = ()


class Box(NamedTuple):
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: Color | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


class Path(NamedTuple):
    """Lines and cubic curves; filled by the non-zero rule."""

    commands: tuple[Command, ...]
    fill: Color | None = None
    stroke: Stroke | None = None


class GlyphRun(NamedTuple):
    """A line of shaped text, its left end at `x` and its baseline at `y`."""

    x: float
    y: float
    line: Line
    fill: Color


class Picture(NamedTuple):
    """The asset with key `asset`, filling the rectangle, cropped to its shape about the middle, corners rounded.

    `opacity`: 1 for a picture that covers what is below it, less for one through which that can be seen.
    """

    x: float
    y: float
    width: float
    height: float
    asset: str
    radius: float = 0.0
    alt: str = ""
    opacity: float = 1.0


class Group(NamedTuple):
    """What shows one thing: `id` is the record it shows, `part` what it is of it ("card", "stage", "point" …)."""

    id: str
    part: str
    x: float
    y: float
    width: float
    height: float
    items: tuple[Node, ...]


Node = Box | Path | GlyphRun | Picture | Group


HEADER, STAGES, FOOT, COMMENTS = "\x1fheader", "\x1fstages", "\x1ffoot", "\x1fcomments"
"""The keys of the bands that are no lanes; no id is like them, since ids hold no control characters."""


class Band(NamedTuple):
    """A horizontal strip of the sheet, laid out by itself; `top` places it. `key` is its lane's id or one of
    those above. Groups whose ids are among `faded` are drawn as `layout.fading` fades them.
    """

    key: str
    top: float
    height: float
    groups: tuple[Group, ...]
    faded: frozenset[str] = frozenset()

    @property
    def is_lane(self) -> bool:
        """Whether it shows a lane, whose id is then its key."""
        return self.key not in (HEADER, STAGES, FOOT, COMMENTS)


class Scene(NamedTuple):
    """One sheet. `under` and `over` are drawn below and above the bands, in sheet coordinates."""

    width: float
    height: float
    bands: tuple[Band, ...]
    under: tuple[Node, ...] = ()
    over: tuple[Node, ...] = ()
    title: str = ""
    language: str = "en"
