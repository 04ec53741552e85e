"""Where on the pages of a file each group stands: once, though it may be drawn on several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


_Seen = tuple[float, int, int, View, Group, Group, tuple[float, float, float, float]]
"""The share of a group that a view shows, the page and the number of the view, the view, the group, the outermost one
that it is in, and the rectangle of the scene that is seen of it.
"""


class Places:
    """Finds where groups stand: on the first page that shows them whole, else on the one that shows most of them.

    Views that repeat something do not count. `together` are scenes, such as the parts of a sheet, that share groups:
    each of these stands once.
    """

    def __init__(self, pages: Sequence[Page], together: Iterable[Sequence[Scene]] = ()) -> None:
        self._sheets = {id(scene): id(scenes[0]) for scenes in together for scene in scenes}
        self._found: dict[tuple[int, int], Place] = {}
        self._named: dict[str, list[tuple[int, int, Place, str]]] = {}
        best: dict[tuple[int, int], _Seen] = {}
        for number, page in enumerate(pages):
            for at, view in enumerate(page.views):
                if not view.repeated:
                    _look(view, number, at, self.sheet_of(view.scene), best)
        # A place that was found later may be on an earlier page than that of another scene.
        for key, (_, number, at, view, group, outer, shown) in sorted(best.items(), key=lambda one: one[1][1]):
            x, y, width, height = shown
            box = Clip(view.x + x * view.scale, view.y + y * view.scale, width * view.scale, height * view.scale)
            place = self._found[key] = Place(number, at, box)
            self._named.setdefault(group.id, []).append((key[0], id(outer), place, group.part))

    def of(self, target: Target) -> Place | None:
        """Give the place of the first group that a target means; None if no page shows one."""
        found = self._first(target)
        return found[2] if found is not None else None

    def holder(self, target: Target) -> tuple[int, int] | None:
        """Give its sheet, as `sheet_of` does, and the identity of the outermost group that it is or is in."""
        found = self._first(target)
        return found[:2] if found is not None else None

    def _first(self, target: Target) -> tuple[int, int, Place, str] | None:
        found = [one for one in self._named.get(target.id, ()) if target.part in ("", one[3])]
        if target.beside:
            scenes = {one[0] for one in self._named.get(target.beside, ())}
            found = [one for one in found if one[0] in scenes]
        return found[0] if found else None

    def sheet_of(self, scene: Scene) -> int:
        """Give what is the same for all parts of a sheet, and for no other scene."""
        return self._sheets.get(id(scene), id(scene))

    def stands(self, scene: Scene, group: Group, page: int, view: int) -> bool:
        """Tell whether this view on this page is the place of a group of a scene."""
        place = self._found.get((self.sheet_of(scene), id(group)))
        return place is not None and (place.page, place.view) == (page, view)


def _look(view: View, page: int, number: int, sheet: int, best: dict[tuple[int, int], _Seen]) -> None:
    """Note the groups of which a view shows more than those before it did."""
    clip = in_scene(view.clip, view) if view.clip is not None else None
    for group, outer, left, top in _groups(view.scene):
        shown, share = (left, top, group.width, group.height), 1.0
        if clip is not None:
            x, y = max(left, clip.x), max(top, clip.y)
            width = min(left + group.width, clip.x + clip.width) - x
            height = min(top + group.height, clip.y + clip.height) - y
            if width < 0 or height < 0:
                continue
            shown, share = (x, y, width, height), _share(width, group.width) * _share(height, group.height)
        key = sheet, id(group)
        before = best.get(key)
        if share > (before[0] if before is not None else 0.0) + _LITTLE:
            best[key] = share, page, number, view, group, outer, shown


def _share(shown: float, whole: float) -> float:
    return shown / whole if whole > 0 else 1.0


def _groups(scene: Scene) -> list[tuple[Group, Group, float, float]]:
    """Give all groups of a scene, the outermost ones that they are in, and their corners, in the order of drawing."""
    found: list[tuple[Group, Group, float, float]] = []
    _gather(scene.under, None, 0.0, 0.0, found)
    for band in scene.bands:
        _gather(band.groups, None, 0.0, band.top, found)
    _gather(scene.over, None, 0.0, 0.0, found)
    return found


def _gather(
    nodes: Iterable[Node], outer: Group | None, x: float, y: float, found: list[tuple[Group, Group, float, float]]
) -> None:
    for node in nodes:
        if isinstance(node, Group):
            left, top, outermost = x + node.x, y + node.y, outer or node
            found.append((node, outermost, left, top))
            _gather(node.items, outermost, left, top, found)
