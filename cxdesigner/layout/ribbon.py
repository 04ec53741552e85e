"""How far apart the people in the room were: a quiet band along a curve, where two or more rated a step."""

from __future__ import annotations

from cxdesigner.insight.ballot import Spread, spread_of
from cxdesigner.insight.curve import monotone_segments
from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.curves import Mark, pieces
from cxdesigner.layout.pen import line
from cxdesigner.layout.plot import FACE, PLOT, RING, height_of
from cxdesigner.layout.scene import Box, Command, Group, Node, Path, Stroke
from cxdesigner.model.records import Persona

STRENGTH = 0.2
"""How much of a persona's colour its band has, the rest being paper."""


def spread_at(mark: Mark) -> Spread | None:
    """Give the ratings of a point in figures; None where fewer than two people rated."""
    if mark.emotion is None or len(mark.emotion.ratings) < 2:
        return None
    return spread_of([float(rating.score) for rating in mark.emotion.ratings])


def ribbon(persona: Persona, marks: list[Mark], columns: Columns, top: float, *, active: bool) -> list[Group]:
    """Draw the middle half of the ratings: of the active persona as a band, of others as a bar at each point."""
    rated = [(mark, spread) for mark in marks if (spread := spread_at(mark)) is not None]
    color = persona.color or theme.MUTED
    items: list[Node] = []
    if active:
        spreads = {mark.column: spread for mark, spread in rated}
        for piece in pieces(mark for mark, _ in rated):
            items += _band(piece, spreads, theme.tint(color, STRENGTH))
    else:
        for mark, spread in rated:
            items += _bar(mark.x, height_of(spread.high, 0), height_of(spread.low, 0), color)
    return [Group(persona.id, "ribbon", 0, top, columns.sheet_width, PLOT, tuple(items))] if items else []


def _band(piece: list[Mark], spreads: dict[int, Spread], color: str) -> list[Node]:
    high = [(mark.x, height_of(spreads[mark.column].high, 0)) for mark in piece]
    low = [(mark.x, height_of(spreads[mark.column].low, 0)) for mark in piece]
    if len(piece) == 1:
        (x, upper), (_, lower) = high[0], low[0]
        return [Box(x - FACE, upper, 2 * FACE, lower - upper, color, None, 3.0)] if lower > upper else []
    commands: list[Command] = [("M", *high[0])]
    commands += [("C", *first, *second, *end) for _, first, second, end in monotone_segments(high)]
    commands.append(("L", *low[-1]))
    commands += [("C", *second, *first, *start) for start, first, second, _ in reversed(monotone_segments(low))]
    return [Path((*commands, ("Z",)), color)]


def _bar(x: float, upper: float, lower: float, color: str) -> list[Node]:
    if lower <= upper:
        return []
    stroke = Stroke(color, 1.0)
    ends = [line(x - RING + 1, y, x + RING - 1, y, stroke) for y in (upper, lower)]
    return [line(x, upper, x, lower, stroke), *ends]
