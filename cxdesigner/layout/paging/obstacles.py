"""What the cuts through a poster should spare: cards, points, faces, pictures and words, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import GlyphRun, Group, Node, Picture

WHOLE: Final = {"card": 4.0, "note": 4.0, "point": 6.0, "mean": 6.0, "persona": 3.0, "comment": 3.0, "bar": 1.0}
"""Parts that are spared as a whole."""
WORD, PICTURE = 3.0, 3.0
ASCENT, DESCENT = 0.78, 0.24
"""How far letters reach above and below their baseline, in sizes of their line: no more than most do."""


class Obstacle(NamedTuple):
    """Something to be spared, in points of a page."""

    kind: str
    rect: Rect
    worth: float


def obstacles_of(page: Page) -> tuple[Obstacle, ...]:
    """Find all that is on a page and should not be cut."""
    found: list[Obstacle] = []
    for view in page.views:
        places = [(group, 0.0, band.top) for band in view.scene.bands for group in band.groups]
        places += [(node, 0.0, 0.0) for node in view.scene.over if isinstance(node, Group)]
        for group, x, y in places:
            found += (one._replace(rect=_on_page(one.rect, view)) for one in _in_group(group, x, y))
    return tuple(found)


def _on_page(rect: Rect, view: View) -> Rect:
    left, top, right, bottom = (side * view.scale for side in rect)
    return Rect(left + view.x, top + view.y, right + view.x, bottom + view.y)


def _in_group(group: Group, x: float, y: float) -> Iterator[Obstacle]:
    left, top = x + group.x, y + group.y
    if group.part in WHOLE:
        yield Obstacle(group.part, Rect(left, top, left + group.width, top + group.height), WHOLE[group.part])
    yield from _in_items(group.items, left, top)


def _in_items(items: Iterable[Node], left: float, top: float) -> Iterator[Obstacle]:
    for item in items:
        if isinstance(item, GlyphRun):
            yield from _words(item, left, top)
        elif isinstance(item, Picture):
            x, y = left + item.x, top + item.y
            yield Obstacle("picture", Rect(x, y, x + item.width, y + item.height), PICTURE)
        elif isinstance(item, Group):
            yield from _in_group(item, left, top)


def _words(run: GlyphRun, left: float, top: float) -> Iterator[Obstacle]:
    """Give the words of a line: the pieces it is set of, those that touch together."""
    line = run.line
    y = top + run.y
    start = end = None
    for offset, piece in line.pieces:
        size = line.size / piece.face.upem
        bare = piece.clusters
        space = sum(one.advance for one in bare if one.text.isspace()) * size if bare[-1].text.isspace() else 0.0
        if start is None:
            start = offset
        end = offset + piece.advance * size - space
        if space:
            yield Obstacle("word", _box(left + run.x, start, end, y, line.size), WORD)
            start = None
    if start is not None and end is not None:
        yield Obstacle("word", _box(left + run.x, start, end, y, line.size), WORD)


def _box(x: float, start: float, end: float, y: float, size: float) -> Rect:
    return Rect(x + start, y - ASCENT * size, x + end, y + DESCENT * size)
