"""The parking lot: cards without a place on the map, below the sheet's foot. It is for the canvas, not for exports."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.card import card_group
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.lane import Drawn
from cxdesigner.layout.pen import Pen, runs
from cxdesigner.layout.scene import PARKING, Band, Box, Group, Stroke
from cxdesigner.model.records import Card

INSET = 12.0


class ParkingInput(NamedTuple):
    """All that the parking lot depends on."""

    shown: str
    cards: tuple[Card, ...]
    columns: Columns
    context: Context
    language: str


def parking_band(pen: Pen, given: ParkingInput, kept: dict[str, Drawn]) -> Band:
    """Lay the cards out side by side, each below the shortest column so far. `kept` as for a lane."""
    title = pen.text(pen.words["parking"], theme.LANE)
    number = pen.text(count_of(pen, len(given.cards)), theme.LABEL)
    left, width = theme.MARGIN, given.columns.sheet_width - 2 * theme.MARGIN
    top = INSET + title.height + 8
    bottoms = [top] * max(1, int((width - 2 * INSET) / theme.STEP_WIDTH))
    groups = []
    for card in given.cards:
        at = bottoms.index(min(bottoms))
        group = _drawn(pen, card, given.context, kept)
        groups.append(group._replace(x=left + INSET + at * theme.STEP_WIDTH, y=bottoms[at]))
        bottoms[at] += group.height + theme.CELL_GAP
    height = max(bottoms) + INSET
    lot = Box(0, 0, width, height - 8, theme.PARKING, Stroke(theme.RULE, 1.0, (4.0, 3.0)), 6.0)
    words = (
        *runs(title, INSET, INSET, theme.INK),
        *runs(number, INSET + title.width + 8, INSET + 2.5, theme.MUTED),
    )
    frame = Group(given.shown, "parking", left, 0, width, height, (lot, *words))
    return Band(PARKING, 0.0, height + theme.MARGIN / 2, (frame, *groups))


def count_of(pen: Pen, count: int) -> str:
    """Say how many cards there are."""
    return pen.words["card"] if count == 1 else pen.words["cards"].format(n=count)


def _drawn(pen: Pen, card: Card, context: Context, kept: dict[str, Drawn]) -> Group:
    width = theme.STEP_WIDTH - theme.CELL_GAP
    drawn = kept.get(card.id)
    if drawn is None or drawn.card is not card or drawn.context is not context:
        drawn = kept[card.id] = Drawn(card, width, context, card_group(pen, card, width, context))
    return drawn.group
