"""A part of a sheet as a scene of its own, in which there is nothing of what lies around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Node, Path, Picture, Scene

GROUNDS: Final = frozenset({"lane", "emotion", "curve", "ribbon", "neutral", "scale", "rule"})
"""Parts that go on beyond a cutout; any other one is shown whole or not at all."""
_SLACK: Final = 0.5
"""Points by which the line around a thing may reach out."""


def side_by_side(scene: Scene, clips: Iterable[Clip]) -> Page:
    """Make a page of parts of a sheet, beside each other, their upper edges in line."""
    views, x, bottom = [], 0.0, 0.0
    for clip in clips:
        views.append(View(cutout(scene, clip), 1.0, x, 0.0, Clip(x, 0.0, clip.width, clip.height)))
        x, bottom = x + clip.width, max(bottom, clip.height)
    return Page(x, bottom, tuple(views))


def cutout(scene: Scene, clip: Clip) -> Scene:
    """Give the part of a sheet that is within a rectangle.

    Things that are cut by its edge are left out; grounds, lines and curves go on beyond it, and so are to be clipped.
    Words and pictures outside it are left out wherever they stand.
    """
    bands = []
    for band in scene.bands:
        down = band.top - clip.y
        if down < clip.height and down + band.height > 0:
            groups = tuple(_groups(band.groups, Clip(clip.x, -down, clip.width, clip.height), 0.0))
            bands.append(Band(band.key, down, band.height, groups, band.faded))
    over = _groups((node for node in scene.over if isinstance(node, Group)), clip, clip.y)
    loose = tuple(_within((node for node in scene.over if not isinstance(node, Group)), clip))
    under = _moved(tuple(_within(scene.under, clip)), clip)
    return Scene(
        clip.width, clip.height, tuple(bands), under, (*_moved(loose, clip), *over), scene.title, scene.language
    )


def _groups(groups: Iterable[Group], clip: Clip, up: float) -> Iterator[Group]:
    """Give the groups in a rectangle, placed from its left edge, and `up` points higher."""
    for group in groups:
        if _is_whole(group, clip) or (group.part in GROUNDS and _meets(group, clip)):
            own = Clip(clip.x - group.x, clip.y - group.y, clip.width, clip.height)
            yield group._replace(x=group.x - clip.x, y=group.y - up, items=tuple(_within(group.items, own)))


def _within(nodes: Iterable[Node], clip: Clip) -> Iterator[Node]:
    """Give the nodes that may show something in a rectangle, where they are."""
    for node in nodes:
        if isinstance(node, Group):
            if _meets(node, clip):
                own = Clip(clip.x - node.x, clip.y - node.y, clip.width, clip.height)
                yield node._replace(items=tuple(_within(node.items, own)))
        elif isinstance(node, GlyphRun):
            high = node.line.size
            if _meets(Clip(node.x, node.y - high, node.line.width, 1.3 * high), clip):
                yield node
        elif isinstance(node, Box | Picture):
            if _meets(node, clip):
                yield node
        elif isinstance(node, Path):
            yield node
        else:
            assert_never(node)


def _moved(nodes: tuple[Node, ...], clip: Clip) -> tuple[Node, ...]:
    return (Group("", "", -clip.x, -clip.y, clip.x + clip.width, clip.y + clip.height, nodes),) if nodes else ()


def _meets(one: Group | Box | Picture | Clip, clip: Clip) -> bool:
    return (
        one.x < clip.x + clip.width
        and clip.x < one.x + one.width
        and one.y < clip.y + clip.height
        and clip.y < one.y + one.height
    )


def _is_whole(group: Group, clip: Clip) -> bool:
    return (
        clip.x - _SLACK <= group.x
        and group.x + group.width <= clip.x + clip.width + _SLACK
        and clip.y - _SLACK <= group.y
        and group.y + group.height <= clip.y + clip.height + _SLACK
    )
