"""Where on the pages of a file each group stands: once, though it may be drawn on several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cxdesigner.layout.pages import Clip, Page, View, in_scene
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import Group, Node, Scene

_LITTLE = 1e-6


class Place(NamedTuple):
    """A group on a page: the numbers, from 0, of the page and of the view on it, and what can be seen of it, in
    points of the page.
    """

    page: int
    view: int
    box: Clip


class Places:
    """Finds where groups stand: on the first page that shows them whole, else on the one that shows most of them.

    Views that repeat something do not count.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self._found: dict[tuple[int, int], Place] = {}
        self._targets: dict[Target, list[tuple[int, Place]]] = {}
        shares: dict[tuple[int, int], float] = {}
        groups: dict[tuple[int, int], Group] = {}
        for number, page in enumerate(pages):
            for at, view in enumerate(page.views):
                if view.repeated:
                    continue
                scene = id(view.scene)
                for group, share, box in _seen(view):
                    key = scene, id(group)
                    if share > shares.get(key, 0.0) + _LITTLE:
                        shares[key] = share
                        groups[key] = group
                        self._found[key] = Place(number, at, box)
        # A place that was found later may be on an earlier page than that of another scene.
        for key, place in sorted(self._found.items(), key=lambda one: one[1].page):
            group = groups[key]
            for target in (Target(group.id, group.part), Target(group.id)):
                self._targets.setdefault(target, []).append((key[0], place))

    def of(self, target: Target) -> Place | None:
        """Give the place of the first group that a target means; None if no page shows one."""
        found = self._targets.get(target._replace(beside=""), [])
        if target.beside:
            scenes = {scene for scene, _ in self._targets.get(Target(target.beside), [])}
            found = [one for one in found if one[0] in scenes]
        return found[0][1] if found else None

    def stands(self, scene: Scene, group: Group, page: int, view: int) -> bool:
        """Tell whether this view on this page is the place of a group of a scene."""
        place = self._found.get((id(scene), id(group)))
        return place is not None and (place.page, place.view) == (page, view)


def _seen(view: View) -> Iterator[tuple[Group, float, Clip]]:
    """Give what a view shows of each group: the share of its area, 0..1, and where that is on the page."""
    clip = in_scene(view.clip, view) if view.clip is not None else None
    for group, x, y in _groups(view.scene):
        left, top, right, bottom = x, y, x + group.width, y + group.height
        share = 1.0
        if clip is not None:
            left, right = max(left, clip.x), min(right, clip.x + clip.width)
            top, bottom = max(top, clip.y), min(bottom, clip.y + clip.height)
            if right < left or bottom < top:
                continue
            share = _share(right - left, group.width) * _share(bottom - top, group.height)
        scale = view.scale
        yield (
            group,
            share,
            Clip(view.x + left * scale, view.y + top * scale, (right - left) * scale, (bottom - top) * scale),
        )


def _share(shown: float, whole: float) -> float:
    return shown / whole if whole > 0 else 1.0


def _groups(scene: Scene) -> Iterator[tuple[Group, float, float]]:
    """Give all groups of a scene with their corners on it, in the order in which they are drawn."""
    yield from _within(scene.under, 0.0, 0.0)
    for band in scene.bands:
        yield from _within(band.groups, 0.0, band.top)
    yield from _within(scene.over, 0.0, 0.0)


def _within(nodes: Iterable[Node], x: float, y: float) -> Iterator[tuple[Group, float, float]]:
    for node in nodes:
        if isinstance(node, Group):
            yield node, x + node.x, y + node.y
            yield from _within(node.items, x + node.x, y + node.y)
