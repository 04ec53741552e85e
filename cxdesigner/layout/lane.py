"""A lane as a band: its title, and its cards in stacks that never overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.card import card_group
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.pen import Pen, line, plate, runs
from cxdesigner.layout.scene import Band, Box, Group, Node, Stroke
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Lane

LINE_ROOM = 15.0
"""Height kept free above a lane for the name of a blueprint line."""
BAR, BAR_GAP, MOST_BARS = 5.0, 2.0, 12
"""Height, distance and number of the bars that stand for cards at a collapsed stage; above them is how many there are.
"""


PLACE = frozenset({"lane", "step", "to", "rank"})
"""The fields of a card that say where it stands, and nothing about how it looks."""


class Drawn(NamedTuple):
    """A card as it was drawn before; good as long as how it looks, the width and the context are the same."""

    card: Card
    width: float
    context: Context
    group: Group


class LaneInput(NamedTuple):
    """All that a lane's band depends on."""

    lane: Lane
    columns: Columns
    cards: tuple[Card, ...]
    context: Context
    line: str = ""
    """The name of the blueprint line above it, "" for none."""


def lane_band(pen: Pen, given: LaneInput, kept: dict[str, Drawn]) -> Band:
    """Lay out a lane that holds cards. `kept` holds cards as drawn before, in any lane, and gets those drawn now."""
    lane = given.lane
    above = LINE_ROOM if given.line else 0.0
    if lane.collapsed:
        return _collapsed(pen, given, above)
    title, title_height = lane_title(pen, lane, above)
    cards, bottom = _stacked(pen, given, above + theme.LANE_PADDING, kept)
    height = max(bottom + theme.LANE_PADDING, title_height, above + theme.MIN_LANE)
    frame = lane_frame(lane, given.columns, height, pen, given.line)
    return Band(lane.id, 0.0, height, (frame, title, *cards))


def lane_frame(lane: Lane, columns: Columns, height: float, pen: Pen, blueprint: str = "") -> Group:
    """Draw the line at the top of a lane: a hairline, or a named line of the service blueprint."""
    left, right = theme.MARGIN, columns.sheet_width - theme.MARGIN
    if not blueprint:
        rule = line(left, 0, right, 0, Stroke(theme.HAIRLINE, 1))
        return Group(lane.id, "lane", 0, 0, columns.sheet_width, height, (rule,))
    name = pen.text(blueprint, theme.LABEL)
    rule = line(left, 0, right, 0, Stroke(theme.QUIET, 1.2, (5.0, 3.0)))
    words = plate(name, right - name.width, 2, theme.MUTED)
    return Group(lane.id, "lane", 0, 0, columns.sheet_width, height, (rule, *words))


def lane_title(pen: Pen, lane: Lane, above: float, room: float = theme.LABEL_WIDTH - 10) -> tuple[Group, float]:
    """Draw a lane's title and subtitle; give them and the height that they need."""
    title = pen.text(lane.title or pen.words.get(lane.kind), theme.LANE, room)
    color = theme.readable(lane.color) if lane.color else theme.INK
    items = list(runs(title, 0, 0, color))
    height = title.height
    if lane.subtitle:
        subtitle = pen.text(lane.subtitle, theme.LABEL, room)
        items += runs(subtitle, 0, height + 1, theme.MUTED)
        height += subtitle.height + 1
    top = above + theme.LANE_PADDING
    return Group(
        lane.id, "lane-title", theme.MARGIN, top, room, height, tuple(items)
    ), top + height + theme.LANE_PADDING


def divider_band(pen: Pen, lane: Lane, columns: Columns) -> Band:
    """Lay out a divider: a line with a title."""
    title = pen.fitted(lane.title, theme.LANE, columns.sheet_width - 2 * theme.MARGIN)
    height = title.height + 12 if lane.title else 12.0
    color = theme.readable(lane.color) if lane.color else theme.MUTED
    rule = line(theme.MARGIN, 3, columns.sheet_width - theme.MARGIN, 3, Stroke(lane.color or theme.RULE, 1.6))
    frame = Group(lane.id, "lane", 0, 0, columns.sheet_width, height, (rule,))
    words = Group(lane.id, "lane-title", theme.MARGIN, 8, title.width, title.height, plate(title, 0, 0, color))
    if not lane.title:
        words = Group(lane.id, "lane-title", theme.MARGIN, 0, theme.LABEL_WIDTH, height, ())
    return Band(lane.id, 0.0, height, (frame, words))


def _collapsed(pen: Pen, given: LaneInput, above: float) -> Band:
    lane, count = given.lane, len(given.cards)
    title = pen.text(lane.title or pen.words.get(lane.kind), theme.LANE, theme.LABEL_WIDTH - 10)
    color = theme.readable(lane.color) if lane.color else theme.INK
    items: list[Node] = [*runs(title, 0, 0, color)]
    width = theme.LABEL_WIDTH - 10
    if lane.kind not in LANES_WITHOUT_CARDS:
        words = pen.words["card"] if count == 1 else pen.words["cards"].format(n=count)
        number = pen.text(words, theme.LABEL)
        items += plate(number, theme.LABEL_WIDTH, 2, theme.MUTED)
        width = theme.LABEL_WIDTH + number.width
    height = above + title.height + 8
    frame = lane_frame(lane, given.columns, height, pen, given.line)
    words_group = Group(lane.id, "lane-title", theme.MARGIN, above + 4, width, title.height, tuple(items))
    return Band(lane.id, 0.0, height, (frame, words_group))


def _stacked(pen: Pen, given: LaneInput, top: float, kept: dict[str, Drawn]) -> tuple[list[Group], float]:
    """Stack the cards of each column; one that covers several steps lies below all that stand there before it."""
    columns = given.columns.columns
    bottoms = [top] * len(columns)
    groups = []
    context = given.context
    rounds = in_rounds(given.cards, given.columns)
    if any(column.collapsed for column in columns):
        groups += _bars(pen, given, rounds, bottoms)
        rounds = [one for one in rounds if one[1] != one[2] or not columns[one[1]].collapsed]
    gap = theme.CELL_GAP
    for card, first, last in rounds:
        start, end = columns[first], columns[last]
        width = end.x + end.width - start.x - gap
        drawn = kept.get(card.id)
        if drawn is None or drawn.card is not card or drawn.width != width or drawn.context is not context:
            if drawn is None or drawn.width != width or drawn.context is not context or not _alike(drawn.card, card):
                drawn = Drawn(card, width, context, card_group(pen, card, width, context))
            else:
                drawn = Drawn(card, width, context, drawn.group)
            kept[card.id] = drawn
        y = bottoms[first] if first == last else max(bottoms[first : last + 1])
        group, x = drawn.group, start.x + gap / 2
        height = group.height
        if group.x != x or group.y != y:
            group = Group(group.id, group.part, x, y, width, height, group.items)
            kept[card.id] = Drawn(card, width, context, group)
        groups.append(group)
        if first == last:
            bottoms[first] = y + height + gap
        else:
            bottoms[first : last + 1] = [y + height + gap] * (last + 1 - first)
    return groups, max(bottoms, default=top) - gap


def _alike(one: Card, other: Card) -> bool:
    """Tell whether two records of a card look the same, wherever they stand: while it is dragged it does not change."""
    before, after = vars(one), vars(other)
    return all(value is after[name] or name in PLACE or value == after[name] for name, value in before.items())


def _bars(pen: Pen, given: LaneInput, rounds: list[tuple[Card, int, int]], bottoms: list[float]) -> list[Group]:
    """Draw the cards that stand within a collapsed stage as bars, in the order of its steps."""
    groups = []
    for index, column in enumerate(given.columns.columns):
        cards = [card for card, first, last in rounds if column.collapsed and first == last == index]
        if not cards:
            continue
        cards.sort(key=lambda card: column.steps.index(card.step or ""))
        x, y, width = column.x + theme.CELL_GAP / 2, bottoms[index], column.width - theme.CELL_GAP
        words = pen.words["card"] if len(cards) == 1 else pen.words["cards"].format(n=len(cards))
        text = pen.text(words, theme.LABEL, width)
        groups.append(Group(given.lane.id, "count", x, y, width, text.height, runs(text, 0, 0, theme.MUTED)))
        y += text.height + BAR_GAP
        for card in cards[:MOST_BARS]:
            groups.append(Group(card.id, "bar", x, y, width, BAR, _bar(card, width)))
            y += BAR + BAR_GAP
        bottoms[index] = y - BAR_GAP + theme.CELL_GAP
    return groups


def _bar(card: Card, width: float) -> tuple[Node, ...]:
    bar = Box(0, 0, width, BAR, theme.card_colors(card.kind, card.color).fill, Stroke(theme.RULE, 0.6), 1.5)
    if not card.channel:
        return (bar,)
    return bar, Box(0, 0, 4, BAR, theme.CHANNEL_COLOR.get(card.channel, theme.PLAIN_CHANNEL), None, 1.5)


def in_rounds(cards: Iterable[Card], columns: Columns) -> list[tuple[Card, int, int]]:
    """Order cards for stacking: the first of every cell from left to right, then the second ones, and so on.

    Gives each with the positions of the first and the last column that it covers; cards without a column are left out.
    """
    depth: dict[int, int] = {}
    found: list[tuple[int, int, int, Card, int, int]] = []
    position = columns.position
    for card in cards:
        start = position.get(card.step or "")
        if start is not None:
            first, last = (start, start) if card.to is None else columns.span(card.step, card.to) or (start, start)
            depth[start] = depth.get(start, 0) + 1
            found.append((depth[start], start, len(found), card, first, last))
    found.sort()  # no two are the third of all
    return [(card, first, last) for _, _, _, card, first, last in found]
