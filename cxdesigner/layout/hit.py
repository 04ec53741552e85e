"""From a point on the sheet to what is there, and back."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.scene import Band, Box, Group, Path, Scene

THROUGH = frozenset({"curve", "ribbon", "neutral"})
"""Parts that lie over others and are not found themselves."""
BEHIND = frozenset({"lane", "emotion", "scale", "parking"})
"""Parts over which links can be found."""


class Hit(NamedTuple):
    """A group under a point, with its corner on the sheet."""

    group: Group
    x: float
    y: float
    band: Band


class Cell(NamedTuple):
    """A place for cards: the lane's band and the step's column, on the sheet."""

    lane: str
    step: str
    x: float
    y: float
    width: float
    height: float


def hit(scene: Scene, x: float, y: float, reach: float = 0.0) -> Hit | None:
    """Give the topmost group at a point; `reach` points around small things (points of a curve) count as them."""
    for band in scene.bands:
        if band.top <= y < band.top + band.height:
            found = next(
                (
                    group
                    for group in reversed(band.groups)
                    if group.part not in THROUGH
                    and _contains(group, x, y - band.top, reach if group.part == "point" else 0.0)
                ),
                None,
            )
            if found is None or found.part in BEHIND:
                link = link_at(scene, x, y, max(1.0, 0.6 * reach))
                if link is not None:
                    return Hit(link, link.x, link.y, band)
            return Hit(found, found.x, found.y + band.top, band) if found is not None else None
    return None


def link_at(scene: Scene, x: float, y: float, reach: float) -> Group | None:
    """Give the topmost link whose line or words are at a point, or no farther from it than `reach`."""
    for node in reversed(scene.over):
        if isinstance(node, Group) and node.part == "link" and _contains(node, x, y, reach):
            for item in node.items:
                if isinstance(item, Path) and item.stroke is not None and item.fill is None:
                    if _is_near(item, x - node.x, y - node.y, reach):
                        return node
                elif isinstance(item, Box) and _inside(item, x - node.x, y - node.y):
                    return node
    return None


def _inside(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def _is_near(path: Path, x: float, y: float, reach: float) -> bool:
    """Tell whether a point is near a path; its curves are corners, which are near enough to their chords."""
    points = [(float(command[-2]), float(command[-1])) for command in path.commands if len(command) > 2]
    return any(_distance(one, other, x, y) <= reach for one, other in pairwise(points))


def _distance(one: tuple[float, float], other: tuple[float, float], x: float, y: float) -> float:
    across, down = other[0] - one[0], other[1] - one[1]
    length = across * across + down * down
    share = max(0.0, min(1.0, ((x - one[0]) * across + (y - one[1]) * down) / length)) if length else 0.0
    return hypot(one[0] + share * across - x, one[1] + share * down - y)


def _contains(group: Group, x: float, y: float, slack: float) -> bool:
    return (
        group.x - slack <= x < group.x + group.width + slack and group.y - slack <= y < group.y + group.height + slack
    )


def groups_of(scene: Scene, key: str, part: str | None = None) -> list[Hit]:
    """Give every group that shows a record (and is this part of it), with their corners on the sheet.

    A link lies over the bands, and is given with the first of them.
    """
    found = [
        Hit(group, group.x, group.y + band.top, band)
        for band in scene.bands
        for group in band.groups
        if group.id == key and (part is None or group.part == part)
    ]
    if not found and part in (None, "link"):
        return _over(scene, key)
    return found


def _over(scene: Scene, key: str) -> list[Hit]:
    over = [node for node in scene.over if isinstance(node, Group) and node.id == key]
    return [Hit(group, group.x, group.y, scene.bands[0]) for group in over]


class Index:
    """Finds the groups that show records, among thousands; what it knows of a band holds as long as the band does."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._bands: dict[str, tuple[tuple[Group, ...], dict[str, list[Group]]]] = {}

    def groups_of(self, scene: Scene, key: str, part: str | None = None) -> list[Hit]:
        """Give what the function of this name gives, without looking at every group."""
        self._follow(scene)
        found = [
            Hit(group, group.x, group.y + band.top, band)
            for band in scene.bands
            for group in self._bands[band.key][1].get(key, ())
            if part is None or group.part == part
        ]
        if not found and part in (None, "link"):
            return _over(scene, key)
        return found

    def find(self, scene: Scene, keys: AbstractSet[str], top: float, bottom: float) -> list[Hit]:
        """Give the groups that show one of these records, in the bands between two heights of the sheet."""
        self._follow(scene)
        return [
            Hit(group, group.x, group.y + band.top, band)
            for band in scene.bands
            if band.top < bottom and top < band.top + band.height
            for key in keys & self._bands[band.key][1].keys()
            for group in self._bands[band.key][1][key]
        ]

    def _follow(self, scene: Scene) -> None:
        if scene is not self._scene:
            self._scene = scene
            self._bands = {band.key: self._known(band) for band in scene.bands}

    def _known(self, band: Band) -> tuple[tuple[Group, ...], dict[str, list[Group]]]:
        known = self._bands.get(band.key)
        if known is not None and known[0] is band.groups:
            return known
        found: dict[str, list[Group]] = {}
        for group in band.groups:
            found.setdefault(group.id, []).append(group)
        return band.groups, found


def within(scene: Scene, left: float, top: float, right: float, bottom: float, part: str = "card") -> list[Group]:
    """Give the groups of a part that a rectangle touches."""
    found = []
    for band in scene.bands:
        if band.top < bottom and top < band.top + band.height:
            found += [
                group
                for group in band.groups
                if group.part == part
                and group.x < right
                and left < group.x + group.width
                and group.y + band.top < bottom
                and top < group.y + band.top + group.height
            ]
    return found


def cell_at(scene: Scene, columns: Columns, x: float, y: float) -> Cell | None:
    """Give the cell at a point; left and right of the columns the nearest one. None outside the lanes."""
    column = columns.at(x)
    if column is None:
        return None
    for band in scene.bands:
        if band.is_lane and band.top <= y < band.top + band.height:
            return Cell(band.key, column.step, column.x, band.top, column.width, band.height)
    return None


def cell_of(scene: Scene, columns: Columns, lane: str, step: str) -> Cell | None:
    """Give the place of a cell; None if its lane or step is not shown."""
    index = columns.position.get(step)
    band = next((band for band in scene.bands if band.key == lane), None)
    if index is None or band is None:
        return None
    column = columns.columns[index]
    return Cell(lane, step, column.x, band.top, column.width, band.height)
