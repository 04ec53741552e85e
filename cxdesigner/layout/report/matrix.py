"""Impact against effort, drawn: each opportunity a numbered disc in one of four quarters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.insight.opportunities import quadrant
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Drawn, Text
from cxdesigner.layout.flow.strips import Frame, Strip
from cxdesigner.layout.pen import Pen, circle, line, runs
from cxdesigner.layout.report import style
from cxdesigner.layout.scene import Box, Node, Path, Stroke
from cxdesigner.model.records import Card

SHARE, LARGEST = 0.56, 320.0
"""How much of the width the square is, and its side at most in points."""
RADIUS, ASIDE, INSET = 8.5, 24.0, 36.0
"""Of discs, and the white at the sides of the square, and above and below in it, where the quarters are named."""
CORNERS = (("quick", 0, 0), ("big", 1, 0), ("fill", 0, 1), ("doubt", 1, 1))
"""The quarters: their names, and whether each is the right one, and the lower one."""


class Matrix(NamedTuple):
    """Cards that have both an impact and an effort, 1..5, with what `legend` says of each beside it."""

    cards: tuple[Card, ...]
    legend: tuple[tuple[Text, ...], ...]
    above: float = 10.0

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it as a table of one row: the square, and the legend."""
        side = min(frame.width * SHARE, LARGEST, frame.height * 0.5)
        cell = (
            self._axis(pen, side),
            Drawn(side, side, self._square(pen, side), alt=self._said(pen)),
            self._effort(pen, side),
        )
        beside = [text for texts in self.legend for text in texts]
        shares = (side, frame.width - side - 20.0)
        row = Row((cell, tuple(beside)))
        return Table(shares, (row,), above=self.above, gap=20.0, ruled=False, pad=0.0, reads="texts").strips(pen, frame)

    def _said(self, pen: Pen) -> str:
        """Say which numbers are in which quarter."""
        quarters = [quadrant(card) for card in self.cards]
        found = [
            (name, ", ".join(str(number) for number, quarter in enumerate(quarters, 1) if quarter == name))
            for name, _, _ in CORNERS
        ]
        title = f"{pen.words['impact']}, {pen.words['effort']}"
        return "; ".join(
            [title, *(f"{pen.words[f'quadrant_{name}']}: {numbers}" for name, numbers in found if numbers)]
        )

    def _axis(self, pen: Pen, side: float) -> Text:
        return Text(f"{pen.words['impact']} ↑", style.SMALL, theme.MUTED, part="axis")

    def _effort(self, pen: Pen, side: float) -> Text:
        return Text(f"{pen.words['effort']} →", style.SMALL, theme.MUTED, part="axis", above=4.0, align="right")

    def _square(self, pen: Pen, side: float) -> tuple[Node, ...]:
        half = side / 2
        items: list[Node] = [
            Box(0, 0, side, side, theme.PAPER, Stroke(theme.RULE, 0.8)),
            Box(0.4, 0.4, half - 0.4, half - 0.4, theme.POSITIVE_FIELD),
            line(half, 0, half, side, Stroke(theme.RULE, 0.8)),
            line(0, half, side, half, Stroke(theme.RULE, 0.8)),
        ]
        for name, right, lower in CORNERS:
            text = pen.text(pen.words[f"quadrant_{name}"], style.SMALL_BOLD)
            x = side - text.width - 7 if right else 7.0
            y = side - text.height - 5 if lower else 5.0
            items += runs(text, x, y, theme.POSITIVE_INK if name == "quick" else theme.MUTED)
        for number, (x, y) in enumerate(places(self.cards, side), 1):
            items += disc(pen, number, x, y)
        return tuple(items)


def disc(pen: Pen, number: int, x: float, y: float) -> tuple[Node, ...]:
    """Draw a number on a disc about a point."""
    ink = theme.CARD_COLORS["opportunity"].ink
    text = pen.text(str(number), style.SMALL_BOLD)
    shape = Path(circle(x, y, RADIUS), ink, Stroke(theme.PAPER, 1.2))
    return shape, *runs(text, x - text.width / 2, y - text.height / 2, theme.PAPER)


def places(cards: Sequence[Card], side: float) -> list[tuple[float, float]]:
    """Place cards in the square, from its upper left corner; those at the same point stand side by side."""
    wide, high = side - 2 * ASIDE, side - 2 * INSET
    taken: dict[tuple[float, float], int] = {}
    found = []
    for card in cards:
        at = float(card.effort or 0), float(card.impact or 0)
        before = taken.get(at, 0)
        taken[at] = before + 1
        shift = (before + 1) // 2 * (1 if before % 2 else -1) * 2 * RADIUS
        x = ASIDE + (at[0] - 1) / 4 * wide + shift
        found.append((min(max(x, RADIUS), side - RADIUS), side - INSET - (at[1] - 1) / 4 * high))
    return found
