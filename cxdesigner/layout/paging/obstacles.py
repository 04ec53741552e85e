"""What the cuts through a poster should spare: cards, points, faces, pictures and words, and what each is worth."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import GlyphRun, Group, Picture

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
        finder = _Finder(view, found)
        for band in view.scene.bands:
            for group in band.groups:
                finder.group(group, 0.0, band.top)
        for group in (node for node in view.scene.over if isinstance(node, Group)):
            finder.group(group, 0.0, 0.0)
    return tuple(found)


class _Finder:
    """Puts what a view shows of groups into a list. There is a thing for each word of a map, each placed once."""

    def __init__(self, view: View, found: list[Obstacle]) -> None:
        self._x, self._y, self._scale = view.x, view.y, view.scale
        self._found = found

    def group(self, group: Group, x: float, y: float) -> None:
        """Find what is in a group that stands in something at (x, y)."""
        left, top = x + group.x, y + group.y
        if group.part in WHOLE:
            self._add(group.part, left, top, left + group.width, top + group.height, WHOLE[group.part])
        for item in group.items:
            if isinstance(item, GlyphRun):
                self._words(item, left, top)
            elif isinstance(item, Picture):
                x, y = left + item.x, top + item.y
                self._add("picture", x, y, x + item.width, y + item.height, PICTURE)
            elif isinstance(item, Group):
                self.group(item, left, top)

    def _add(self, kind: str, left: float, top: float, right: float, bottom: float, worth: float) -> None:
        x, y, scale = self._x, self._y, self._scale
        rect = Rect(left * scale + x, top * scale + y, right * scale + x, bottom * scale + y)
        self._found.append(Obstacle(kind, rect, worth))

    def _words(self, run: GlyphRun, left: float, top: float) -> None:
        """Find the words of a line: the pieces it is set of, those that touch together."""
        line = run.line
        x, y = left + run.x, top + run.y
        upper, lower = y - ASCENT * line.size, y + DESCENT * line.size
        start = end = None
        for offset, piece in line.pieces:
            size = line.size / piece.face.upem
            bare = piece.clusters
            ends = bare[-1].text.isspace()
            space = sum([one.advance for one in bare if one.text.isspace()]) * size if ends else 0.0
            if start is None:
                start = offset
            end = offset + piece.advance * size - space
            if space:
                self._add("word", x + start, upper, x + end, lower, WORD)
                start = None
        if start is not None and end is not None:
            self._add("word", x + start, upper, x + end, lower, WORD)
