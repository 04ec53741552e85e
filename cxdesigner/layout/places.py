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

    Views that repeat something do not count. `together` are scenes, such as the parts of a sheet, that share groups:
    each of these stands once.
    """

    def __init__(self, pages: Sequence[Page], together: Iterable[Sequence[Scene]] = ()) -> None:
        self._sheets = {id(scene): id(scenes[0]) for scenes in together for scene in scenes}
        self._found: dict[tuple[int, int], Place] = {}
        self._targets: dict[Target, list[tuple[int, int, Place]]] = {}
        shares: dict[tuple[int, int], float] = {}
        groups: dict[tuple[int, int], tuple[Group, Group]] = {}
        for number, page in enumerate(pages):
            for at, view in enumerate(page.views):
                if view.repeated:
                    continue
                scene = self.sheet_of(view.scene)
                for group, outer, share, box in _seen(view):
                    key = scene, id(group)
                    if share > shares.get(key, 0.0) + _LITTLE:
                        shares[key] = share
                        groups[key] = group, outer
                        self._found[key] = Place(number, at, box)
        # A place that was found later may be on an earlier page than that of another scene.
        for key, place in sorted(self._found.items(), key=lambda one: one[1].page):
            group, outer = groups[key]
            for target in (Target(group.id, group.part), Target(group.id)):
                self._targets.setdefault(target, []).append((key[0], id(outer), place))

    def of(self, target: Target) -> Place | None:
        """Give the place of the first group that a target means; None if no page shows one."""
        found = self._first(target)
        return found[2] if found is not None else None

    def holder(self, target: Target) -> tuple[int, int] | None:
        """Give its sheet, as `sheet_of` does, and the identity of the outermost group that it is or is in."""
        found = self._first(target)
        return found[:2] if found is not None else None

    def _first(self, target: Target) -> tuple[int, int, Place] | None:
        found = self._targets.get(target._replace(beside=""), [])
        if target.beside:
            scenes = {scene for scene, _, _ in self._targets.get(Target(target.beside), [])}
            found = [one for one in found if one[0] in scenes]
        return found[0] if found else None

    def sheet_of(self, scene: Scene) -> int:
        """Give what is the same for all parts of a sheet, and for no other scene."""
        return self._sheets.get(id(scene), id(scene))

    def stands(self, scene: Scene, group: Group, page: int, view: int) -> bool:
        """Tell whether this view on this page is the place of a group of a scene."""
        place = self._found.get((self.sheet_of(scene), id(group)))
        return place is not None and (place.page, place.view) == (page, view)


def _seen(view: View) -> Iterator[tuple[Group, Group, float, Clip]]:
    """Give what a view shows of each group, and the outermost one that it is in: the share of its area, 0..1, and where
    that is on the page.
    """
    clip, scale = in_scene(view.clip, view) if view.clip is not None else None, view.scale
    for group, outer, left, top in _groups(view.scene):
        x, y, width, height, share = left, top, group.width, group.height, 1.0
        if clip is not None:
            x, y = max(left, clip.x), max(top, clip.y)
            width = min(left + group.width, clip.x + clip.width) - x
            height = min(top + group.height, clip.y + clip.height) - y
            if width < 0 or height < 0:
                continue
            share = _share(width, group.width) * _share(height, group.height)
        yield group, outer, share, Clip(view.x + x * scale, view.y + y * scale, width * scale, height * scale)


def _share(shown: float, whole: float) -> float:
    return shown / whole if whole > 0 else 1.0


def _groups(scene: Scene) -> Iterator[tuple[Group, Group, float, float]]:
    """Give all groups of a scene, the outermost ones that they are in, and their corners, in the order of drawing."""
    yield from _within(scene.under, None, 0.0, 0.0)
    for band in scene.bands:
        yield from _within(band.groups, None, 0.0, band.top)
    yield from _within(scene.over, None, 0.0, 0.0)


def _within(
    nodes: Iterable[Node], outer: Group | None, x: float, y: float
) -> Iterator[tuple[Group, Group, float, float]]:
    for node in nodes:
        if isinstance(node, Group):
            yield node, outer or node, x + node.x, y + node.y
            yield from _within(node.items, outer or node, x + node.x, y + node.y)
