"""What stands back: drawn in paler colours where it is, without being laid out again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, assert_never

from cxdesigner.insight.filter import NOTHING, Filter
from cxdesigner.layout import theme
from cxdesigner.layout.scene import Band, Box, Color, GlyphRun, Group, Node, Path, Picture, Stroke
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion

SHARE: Final = 0.3
"""How much of its colour is left of what is faded; the rest is the paper's."""


class Fading:
    """Marks in bands what a filter leaves out; remembers what it found for cards and groups that stay the same."""

    def __init__(self) -> None:
        self._filter = NOTHING
        self._faded: frozenset[str] = frozenset()
        self._shelves: dict[str, tuple[tuple[Card, ...], list[str]]] = {}
        self._emotions: tuple[tuple[Emotion, ...], list[str]] = ((), [])
        self._people: list[str] = []
        self._bands: dict[str, tuple[tuple[Group, ...], frozenset[str], frozenset[str]]] = {}

    def update(self, document: Document, map_id: str, by: Filter) -> None:
        """Find what of a map a filter leaves out: cards, and the emotions of personas."""
        if by != self._filter:
            self._filter, self._shelves, self._emotions = by, {}, ((), [])
        if not by.is_on:
            self._faded = frozenset()
            return
        shelves = {lane or "": document.cards_in_lane(map_id, lane) for lane in document.lanes_of_cards(map_id)}
        emotions = document.emotions(map_id)
        people = [persona.id for persona in document.personas if not by.shows(persona.id)]
        known = self._shelves
        if (
            known.keys() == shelves.keys()
            and all(known[lane][0] is cards for lane, cards in shelves.items())
            and self._emotions[0] is emotions
            and self._people == people
        ):
            return
        self._people = people
        self._shelves = {
            lane: known[lane] if lane in known and known[lane][0] is cards else (cards, by.faded(cards))
            for lane, cards in shelves.items()
        }
        if self._emotions[0] is not emotions:
            self._emotions = emotions, [emotion.id for emotion in emotions if not by.shows(emotion.persona)]
        faded = set(people).union(self._emotions[1], *(ids for _, ids in self._shelves.values()))
        self._faded = frozenset(faded)

    def applied(self, bands: tuple[Band, ...]) -> tuple[Band, ...]:
        """Give the bands with what is faded marked."""
        if not self._faded:
            self._bands = {}
            return bands
        self._bands = {band.key: self._known(band) for band in bands}
        return tuple(band._replace(faded=self._bands[band.key][2]) for band in bands)

    def over(self, nodes: tuple[Node, ...], ends: dict[str, tuple[str, str]]) -> tuple[Node, ...]:
        """Give what is drawn over the bands; `ends` holds the ids that a link joins: it fades with either of them."""
        if not self._faded:
            return nodes
        return tuple(
            node._replace(items=faded(node.items))
            if isinstance(node, Group) and not self._faded.isdisjoint(ends.get(node.id, (node.id,)))
            else node
            for node in nodes
        )

    def _known(self, band: Band) -> tuple[tuple[Group, ...], frozenset[str], frozenset[str]]:
        known = self._bands.get(band.key)
        if known is not None and known[0] is band.groups and known[1] is self._faded:
            return known
        found = frozenset([group.id for group in band.groups if group.id in self._faded])
        if known is not None and known[2] == found:
            found = known[2]
        return band.groups, self._faded, found


def faded(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Give nodes in the colours that they have when faded; pictures are painted that much less."""
    return tuple(map(_faded, nodes))


def _faded(node: Node) -> Node:
    if isinstance(node, GlyphRun):
        return GlyphRun(node.x, node.y, node.line, pale(node.fill))
    if isinstance(node, Box | Path):
        fill = pale(node.fill) if node.fill is not None else None
        return node._replace(fill=fill, stroke=_stroke(node.stroke))
    if isinstance(node, Picture):
        return node._replace(opacity=node.opacity * SHARE)
    if isinstance(node, Group):
        return node._replace(items=faded(node.items))
    assert_never(node)


def _stroke(stroke: Stroke | None) -> Stroke | None:
    return stroke._replace(color=pale(stroke.color)) if stroke is not None else None


def pale(color: Color) -> Color:
    """Give the colour that stands for another where that is faded."""
    return mixed(color, SHARE)


@lru_cache(maxsize=4_096)
def mixed(color: Color, share: float) -> Color:
    """Mix a share, 0..1, of a colour with the paper's."""
    channels = (
        round(share * int(color[at : at + 2], 16) + (1 - share) * int(theme.PAPER[at : at + 2], 16)) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)
