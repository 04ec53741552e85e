"""From a point on the sheet to what is there, and back."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.scene import Band, Group, Scene

THROUGH = frozenset({"curve", "ribbon", "neutral"})
"""Parts that lie over others and are not found themselves."""


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
            for group in reversed(band.groups):
                slack = reach if group.part == "point" else 0.0
                if _contains(group, x, y - band.top, slack) and group.part not in THROUGH:
                    return Hit(group, group.x, group.y + band.top, band)
    return None


def _contains(group: Group, x: float, y: float, slack: float) -> bool:
    return (
        group.x - slack <= x < group.x + group.width + slack and group.y - slack <= y < group.y + group.height + slack
    )


def groups_of(scene: Scene, key: str, part: str | None = None) -> list[Hit]:
    """Give every group that shows a record (and is this part of it), with their corners on the sheet."""
    return [
        Hit(group, group.x, group.y + band.top, band)
        for band in scene.bands
        for group in band.groups
        if group.id == key and (part is None or group.part == part)
    ]


class Index:
    """Finds the groups that show records, among thousands; what it knows of a band holds as long as the band does."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._bands: dict[str, tuple[tuple[Group, ...], dict[str, list[Group]]]] = {}

    def find(self, scene: Scene, keys: AbstractSet[str], top: float, bottom: float) -> list[Hit]:
        """Give the groups that show one of these records, in the bands between two heights of the sheet."""
        if scene is not self._scene:
            self._scene = scene
            self._bands = {band.key: self._known(band) for band in scene.bands}
        return [
            Hit(group, group.x, group.y + band.top, band)
            for band in scene.bands
            if band.top < bottom and top < band.top + band.height
            for key in keys & self._bands[band.key][1].keys()
            for group in self._bands[band.key][1][key]
        ]

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
