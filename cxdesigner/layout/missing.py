"""What no bundled font has: drawn as boxes, and told before anything is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.layout.scene import GlyphRun, Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxdesigner.layout.glyphs import Piece
    from cxdesigner.layout.scene import Node, Scene

_NOT_DEFINED = 0
"""The glyph, in every font, that stands for what the font does not have."""


class Missing(NamedTuple):
    """The characters of a record's texts that are drawn as boxes, each once, in the order in which they are drawn.

    `id` is that of the innermost group around them: of a card, a stage, a persona, or of the map itself.
    """

    id: str
    characters: str


def missing_in(scenes: Iterable[Scene]) -> tuple[Missing, ...]:
    """Find what is drawn as boxes, by record, in the order in which the records are drawn."""
    found: dict[str, dict[str, None]] = {}
    known: dict[Piece, str] = {}
    for scene in scenes:
        _look("", scene.under, found, known)
        for band in scene.bands:
            _look(band.key, band.groups, found, known)
        _look("", scene.over, found, known)
    return tuple(Missing(key, "".join(characters)) for key, characters in found.items())


def _look(key: str, nodes: Iterable[Node], found: dict[str, dict[str, None]], known: dict[Piece, str]) -> None:
    for node in nodes:
        if isinstance(node, Group):
            _look(node.id or key, node.items, found, known)
        elif isinstance(node, GlyphRun):
            for _, piece in node.line.pieces:
                lost = known.get(piece)
                if lost is None:
                    lost = known[piece] = _lost(piece)
                if lost:
                    found.setdefault(key, {}).update(dict.fromkeys(lost))


def _lost(piece: Piece) -> str:
    """The characters of a piece, in the order of its text, that are boxes."""
    boxes = [cluster.text for cluster in piece.clusters if any(gid == _NOT_DEFINED for gid, _, _ in cluster.glyphs)]
    characters = "".join(reversed(boxes) if piece.rtl else boxes)
    return "".join(char for char in characters if ord(char) not in piece.face.coverage)
