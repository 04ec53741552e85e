"""At which sizes pictures stand on the pages of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cxdesigner.layout.pages import Page
from cxdesigner.layout.scene import Group, Node, Picture


def picture_sizes(pages: Sequence[Page]) -> Mapping[str, frozenset[tuple[float, float]]]:
    """Give width and height, in points of the page, of every rectangle that an asset fills, by the asset's key."""
    found: dict[str, set[tuple[float, float]]] = {}
    scenes = {(id(view.scene), view.scale): view for page in pages for view in page.views}
    for view in scenes.values():
        scene = view.scene
        for nodes in (scene.under, *(band.groups for band in scene.bands), scene.over):
            _gather(nodes, view.scale, found)
    return {asset: frozenset(sizes) for asset, sizes in found.items()}


def _gather(nodes: Iterable[Node], scale: float, found: dict[str, set[tuple[float, float]]]) -> None:
    for node in nodes:
        if isinstance(node, Group):
            _gather(node.items, scale, found)
        elif isinstance(node, Picture):
            found.setdefault(node.asset, set()).add((node.width * scale, node.height * scale))
