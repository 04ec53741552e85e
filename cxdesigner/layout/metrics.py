"""The metrics lane: the NPS, CSAT and CES of the touchpoints at each step, with their definitions."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.insight import metrics
from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.lane import lane_frame, lane_title
from cxdesigner.layout.pen import Pen, plate, runs
from cxdesigner.layout.scene import Band, Group
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Card, Lane


class MetricsInput(NamedTuple):
    """All that the metrics band depends on; `cards` are those that carry a measure."""

    lane: Lane
    columns: Columns
    cards: tuple[Card, ...]


def metrics_band(pen: Pen, given: MetricsInput) -> Band:
    """Lay out the metrics lane."""
    lane = given.lane
    title, title_height = lane_title(pen, lane, 0.0)
    definitions = pen.fitted(
        pen.words["definitions"], theme.LABEL, max(80.0, given.columns.right - given.columns.left - 6)
    )
    bottoms = [theme.LANE_PADDING] * len(given.columns.columns)
    groups = []
    for card in given.cards:
        index = given.columns.position.get(card.step or "")
        lines = measures(pen.words, card)
        if index is None or not lines:
            continue
        column = given.columns.columns[index]
        text = pen.fitted("\n".join(lines), theme.LABEL_BOLD, column.width - theme.CELL_GAP - 4)
        x, y = column.x + theme.CELL_GAP / 2 + 4, bottoms[index]
        groups.append(Group(card.id, "metric", x, y, text.width, text.height, runs(text, 0, 0, theme.INK)))
        bottoms[index] = y + text.height + 4
    bottom = max(bottoms, default=theme.LANE_PADDING) + 2
    words = plate(definitions, 0, 0, theme.MUTED)
    legend = Group(lane.id, "definitions", given.columns.left + 4, bottom, definitions.width, definitions.height, words)
    height = max(bottom + definitions.height + theme.LANE_PADDING, title_height)
    frame = lane_frame(lane, given.columns, height, pen)
    return Band(lane.id, 0.0, height, (frame, title, *groups, legend))


def measures(words: Words, card: Card) -> list[str]:
    """Write the measures of a card, one a line."""
    lines = []
    if card.nps is not None and (found := metrics.nps(card.nps)) is not None:
        lines.append(f"{words['nps']} {signed(found.value)}{_answers(found.n)}")
    if card.csat is not None and (found := metrics.csat(card.csat)) is not None:
        lines.append(f"{words['csat']} {found.value:.0f} %{_answers(found.n)}")
    if card.ces is not None and (found := metrics.ces(card.ces)) is not None:
        lines.append(f"{words['ces']} {_plain(found.value)} / {_plain(card.ces.scale)}{_answers(found.n)}")
    return lines


def signed(value: float) -> str:
    """Write a whole number with its sign, a real minus sign for negative ones, none for nought."""
    return f"{round(value):+d}".replace("-", "−") if round(value) else "0"


def _answers(n: float | None) -> str:
    return f" (n = {_plain(n)})" if n is not None else ""


def _plain(value: float) -> str:
    """Write a number with two decimals at most, and none that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
