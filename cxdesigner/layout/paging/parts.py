"""Parts of sheets as scenes: only what is seen of them, so that nothing is written on a page that is not on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from cxdesigner.layout.paging.breaking import Stretch
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Node, Path, Scene
from cxdesigner.layout.theme import PAPER

GROUND: Final = frozenset({"lane", "curve", "ribbon", "emotion", "neutral", "scale", "stage", "goal", "rule"})
"""Parts that a break may go through: what runs through the whole sheet, and what is drawn anew for a page."""
NEAR = 0.5
"""Points by which things may overlap and still stand beside each other: half a pen."""
OVERHANG: Final = 8.0
"""How far, in points, what a group shows may reach beyond its rectangle."""


def part_of(
    scene: Scene, bands: Iterable[Band], area: Rect, shown: Callable[[Band, Group], bool] | None = None
) -> Scene:
    """Give a scene with only what meets an area of the sheet: of these bands, and of what lies under and over them.

    `shown` tells which of the groups of bands are wanted.
    """
    kept = []
    for band in bands:
        if band.top < area.bottom and area.top < band.top + band.height:
            groups = [
                group
                for group in band.groups
                if _meets(group, band.top, area) and (shown is None or shown(band, group))
            ]
            if groups:
                kept.append(band._replace(groups=tuple(groups)))
    under = tuple(node for node in scene.under if isinstance(node, Path) and _path_meets(node, area))
    over = tuple(node for node in scene.over if not isinstance(node, Group) or _meets(node, 0.0, area))
    return scene._replace(bands=tuple(kept), under=under, over=over)


def seen_of(scene: Scene, area: Rect) -> Scene:
    """Give a scene with all that is seen in an area of the sheet, also what reaches out of its group; words that lie
    beside the area are left out.
    """
    wider = Rect(area.left - OVERHANG, area.top - OVERHANG, area.right + OVERHANG, area.bottom + OVERHANG)
    part = part_of(scene, scene.bands, wider)
    bands = [
        band._replace(groups=tuple(_without_words(group, band.top, area) for group in band.groups))
        for band in part.bands
    ]
    over = tuple(_without_words(node, 0.0, area) if isinstance(node, Group) else node for node in part.over)
    return part._replace(bands=tuple(bands), over=over)


def _without_words(group: Group, top: float, area: Rect) -> Group:
    """Take the lines of text out of a group that are wholly outside an area."""
    x, y = group.x, top + group.y
    if area.left <= x and x + group.width <= area.right and area.top <= y and y + group.height <= area.bottom:
        return group
    kept = tuple(item for item in group.items if not isinstance(item, GlyphRun) or _is_seen(item, x, y, area))
    return group._replace(items=kept)


def _is_seen(run: GlyphRun, x: float, y: float, area: Rect) -> bool:
    left, base, size = x + run.x, y + run.y, run.line.size
    across = left - size < area.right and area.left < left + run.line.width + size
    return across and base - 2 * size < area.bottom and area.top < base + size


def _meets(group: Group, top: float, area: Rect) -> bool:
    y = top + group.y
    return (
        group.x < area.right - NEAR
        and area.left + NEAR < group.x + group.width
        and y < area.bottom - NEAR
        and area.top + NEAR < y + max(group.height, 2 * NEAR + 0.01)
    )


def _path_meets(path: Path, area: Rect) -> bool:
    xs = [float(x) for command in path.commands for x in command[1::2]]
    ys = [float(y) for command in path.commands for y in command[2::2]]
    return min(xs) <= area.right and area.left <= max(xs) and min(ys) <= area.bottom and area.top <= max(ys)


def without_cut_words(scene: Scene, across: Stretch, pages: Iterable[Stretch]) -> Scene:
    """Leave what is written out of a part of a sheet where it would be cut, and is whole on another of the pages.

    A card stays there as a box, and a link as a line: they go on on that page.
    """
    places = [one for one in pages if one != across]

    def is_cut(x: float, width: float) -> bool:
        whole = Stretch(x, x + width)
        return not across.holds(whole) and any(one.holds(whole) for one in places)

    bands = []
    for band in scene.bands:
        groups = [
            _boxed(group, is_cut) if group.part == "card" and is_cut(group.x, group.width) else group
            for group in band.groups
            if group.part in GROUND or group.part == "card" or not is_cut(group.x, group.width)
        ]
        bands.append(band._replace(groups=tuple(groups)))
    over = tuple(_boxed(node, is_cut) if isinstance(node, Group) else node for node in scene.over)
    return scene._replace(bands=tuple(bands), over=over)


def _boxed(group: Group, is_cut: Callable[[float, float], bool]) -> Group:
    """Take the words that are cut out of a group, and the plates that they lie on."""
    cut = [
        item
        for item in group.items
        if isinstance(item, GlyphRun) and is_cut(group.x + item.x, max(item.line.width, NEAR))
    ]
    if not cut:
        return group
    return group._replace(items=tuple(item for item in group.items if item not in cut and not _is_plate(item, cut)))


def _is_plate(item: Node, words: Iterable[GlyphRun]) -> bool:
    return (
        isinstance(item, Box)
        and item.fill == PAPER
        and item.stroke is None
        and any(
            item.x <= run.x and run.x + run.line.width <= item.x + item.width and item.y < run.y < item.y + item.height
            for run in words
        )
    )


def wholes_across(scene: Scene) -> list[Stretch]:
    """Give what should stay whole where a sheet is broken across: all but its ground, and the words of links."""
    found = [
        Stretch(group.x, group.x + group.width)
        for band in scene.bands
        if band.is_lane
        for group in band.groups
        if group.part not in GROUND
    ]
    for node in scene.over:
        assert isinstance(node, Group)
        words = [run for run in node.items if isinstance(run, GlyphRun)]
        found += [Stretch(node.x + run.x, node.x + run.x + run.line.width) for run in words]
    return found


def wholes_down(band: Band, room: float) -> list[Stretch]:
    """Give what should stay whole where a band is broken down, and the lines of what is higher than `room`."""
    found = []
    for group in band.groups:
        if group.part == "lane":
            continue
        top = band.top + group.y
        if group.height <= room:
            found.append(Stretch(top, top + group.height))
        else:
            found += [_line(top, run) for run in group.items if isinstance(run, GlyphRun)]
    return found


def _line(top: float, run: GlyphRun) -> Stretch:
    return Stretch(top + run.y - 1.1 * run.line.size, top + run.y + 0.35 * run.line.size)
