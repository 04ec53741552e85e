"""A card as a group: its box, its marks, its text and the lines below it."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.context import Context
from cxdesigner.layout.pen import Pen, dot, runs
from cxdesigner.layout.scene import Box, Group, Node, Picture, Stroke
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.model.records import Card

PAD_X = 6.0
PAD_Y = 5.0
BAR = 3.0
ICON = 9.0
RADIUS = 3.0
META_GAP = 2.5


class TextFrame(NamedTuple):
    """Where a card's text stands in the card, and how it looks; lengths in points."""

    x: float
    y: float
    width: float
    style: TextStyle
    ink: str


class Meta(NamedTuple):
    """A line below the text: an icon or a coloured dot, and words."""

    text: str
    ink: str
    icon: str = ""
    dot: str = ""


def text_frame(card: Card, width: float, picture_height: float = 0.0) -> TextFrame:
    """Tell where the text of a card of this width stands."""
    style = theme.QUOTE if card.kind == "quote" else theme.CARD
    left = PAD_X + BAR if card.kind == "touchpoint" else PAD_X
    top = PAD_Y + (picture_height + 4 if picture_height else 0.0)
    return TextFrame(left, top, max(1.0, width - left - PAD_X), style, theme.card_colors(card.kind, card.color).ink)


def card_group(pen: Pen, card: Card, width: float, context: Context) -> Group:
    """Draw a card at the origin; it is as tall as what it holds."""
    colors = theme.card_colors(card.kind, card.color)
    picture_height = (width - 2 * PAD_Y) * context.aspect(card.asset) if card.asset else 0.0
    frame = text_frame(card, width, picture_height)
    paragraph = pen.text(card.text, frame.style, frame.width)
    y = frame.y + (paragraph.height if card.text or not card.asset else -4.0)
    items: list[Node] = []
    if card.asset:
        items.append(Picture(PAD_Y, PAD_Y, width - 2 * PAD_Y, picture_height, card.asset, 2.0, card.alt))
    items += runs(paragraph, frame.x, frame.y, frame.ink)
    for meta in meta_lines(pen, card, context, colors):
        y += META_GAP
        drawn, used = _meta(pen, meta, frame.x, y, max(1.0, width - frame.x - PAD_X))
        items += drawn
        y += used
    height = y + PAD_Y
    border = Stroke(colors.border, 0.8) if colors.border else None
    box = Box(0, 0, width, height, colors.fill, border, RADIUS)
    if card.kind == "touchpoint":
        bar = Box(0, 0, BAR, height, theme.CHANNEL_COLOR.get(card.channel, theme.PLAIN_CHANNEL))
        return Group(card.id, "card", 0, 0, width, height, (box, bar, *items))
    return Group(card.id, "card", 0, 0, width, height, (box, *items))


def meta_lines(pen: Pen, card: Card, context: Context, colors: theme.CardColors) -> list[Meta]:
    """Give the lines that stand below a card's text."""
    words = pen.words
    lines = []
    quiet = theme.readable(theme.MUTED, colors.fill) if colors.ink == theme.INK else colors.ink
    department = context.departments.get(card.department, "")
    if card.channel:
        channel = words.get(card.channel, card.channel)
        known = card.channel in theme.CHANNEL_COLOR
        text = " · ".join(part for part in (channel, department) if part)
        lines.append(Meta(text, quiet, f"channel-{card.channel}" if known else "channel-other"))
    elif card.due or card.owner or card.status != "open" or department:
        status = words.get(card.status, card.status) if card.status != "open" else ""
        parts = [part for part in (department, card.owner, card.due, status) if part]
        lines.append(Meta(" · ".join(parts), quiet))
    if card.severity is not None and card.kind == "pain":
        lines.append(Meta(words["severity"].format(n=card.severity), quiet))
    if card.moment_of_truth:
        gold = theme.readable(theme.GOLD_INK, colors.fill)
        lines.append(Meta(words["moment_of_truth"], gold, "mark-moment-of-truth"))
    if card.support_moment:
        lines.append(Meta(words["support_moment"], theme.readable(theme.SUPPORT_INK, colors.fill), "mark-support"))
    whose = [context.personas[key] for key in card.personas if key in context.personas]
    return lines + [Meta(persona.name, quiet, dot=persona.color or theme.MUTED) for persona in whose]


def _meta(pen: Pen, meta: Meta, x: float, y: float, width: float) -> tuple[list[Node], float]:
    indent = ICON + 3 if meta.icon or meta.dot else 0.0
    paragraph = pen.text(meta.text, theme.LABEL, max(1.0, width - indent))
    drawn: list[Node] = []
    middle = y + theme.LABEL.leading / 2
    if meta.icon:
        drawn += pen.icons.placed(meta.icon, x, middle - ICON / 2, ICON, meta.ink)
    elif meta.dot:
        drawn.append(dot(x + 1, middle - 3, 6, meta.dot))
    drawn += runs(paragraph, x + indent, y, meta.ink)
    return drawn, paragraph.height
