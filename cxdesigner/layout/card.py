"""A card as a group: its box, its marks, its text and the lines below it."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.context import PLAIN_ASPECT, Context
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
DIVIDE = "\u00a0· "
"""Stands between the parts of a line below the text; no line begins with it."""
NARROW = 24.0
"""Words that have less room than this beside their icon stand below it."""
TALLEST = 3.0
"""Height / width of the room that a picture gets at most."""


class TextFrame(NamedTuple):
    """Where a card's text stands in the card, and how it looks; lengths in points."""

    x: float
    y: float
    width: float
    style: TextStyle
    ink: str


class Meta(NamedTuple):
    """A line below the text: an icon or a coloured dot, and words; `whose` is the id of the persona that it names."""

    text: str
    ink: str
    icon: str = ""
    dot: str = ""
    whose: str = ""


def whose(card: str, persona: str) -> str:
    """Give the id of the group in a card, which draws nothing, where it names a persona; its part is "whose"."""
    return f"{card}\x1f{persona}"


def text_frame(card: Card, width: float, picture_height: float = 0.0) -> TextFrame:
    """Tell where the text of a card of this width stands; `picture_height` is that of its picture, if it has one."""
    style = theme.QUOTE if card.kind == "quote" else theme.CARD
    pad = min(PAD_X, width / 6)
    left = pad + BAR if card.kind == "touchpoint" else pad
    if card.kind == "picture" and not card.asset:
        picture_height = _inner(width) * PLAIN_ASPECT
    top = PAD_Y + (picture_height + 4 if picture_height else 0.0)
    return TextFrame(left, top, width - left - pad, style, theme.card_colors(card.kind, card.color).ink)


def _inner(width: float) -> float:
    return width - 2 * PAD_Y


def card_group(pen: Pen, card: Card, width: float, context: Context) -> Group:
    """Draw a card at the origin; it is as tall as what it holds."""
    colors = theme.card_colors(card.kind, card.color)
    shown, picture_height = _picture(pen, card, width, context)
    frame = text_frame(card, width, picture_height)
    paragraph = pen.text(card.text, frame.style, frame.width)
    y = frame.y + (paragraph.height if card.text or not shown else -4.0)
    items: list[Node] = [*shown, *runs(paragraph, frame.x, frame.y, frame.ink)]
    for meta in meta_lines(pen, card, context, colors):
        y += META_GAP
        drawn, used = _meta(pen, meta, frame.x, y, frame.width)
        items += drawn
        if meta.whose:
            items.append(Group(whose(card.id, meta.whose), "whose", frame.x, y, frame.width, used, ()))
        y += used
    height = y + PAD_Y
    border = Stroke(colors.border, 0.8) if colors.border else None
    box = Box(0, 0, width, height, colors.fill, border, RADIUS)
    if card.kind == "touchpoint":
        bar = Box(0, 0, BAR, height, theme.CHANNEL_COLOR.get(card.channel, theme.PLAIN_CHANNEL))
        return Group(card.id, "card", 0, 0, width, height, (box, bar, *items))
    return Group(card.id, "card", 0, 0, width, height, (box, *items))


def _picture(pen: Pen, card: Card, width: float, context: Context) -> tuple[tuple[Node, ...], float]:
    """Draw a card's picture, whole, or the place for it on a picture card that has none yet; give its height too."""
    inner = _inner(width)
    if card.asset:
        aspect = context.aspect(card.asset)
        height = max(1.0, inner * min(aspect, TALLEST))
        wide = min(inner, max(1.0, height / aspect))
        # Beside words a picture may go without saying; alone it is at least said that there is one.
        alt = card.alt or ("" if card.text.strip() else pen.words["undescribed"])
        return (Picture((width - wide) / 2, PAD_Y, wide, height, card.asset, 2.0, alt),), height
    if card.kind == "picture":
        height = inner * PLAIN_ASPECT
        side = min(18.0, height * 0.8)
        icon = pen.icons.placed("card-picture", (width - side) / 2, PAD_Y + (height - side) / 2, side, theme.QUIET)
        return (Box(PAD_Y, PAD_Y, inner, height, theme.HAIRLINE, None, 2.0), *icon), height
    return (), 0.0


def meta_lines(pen: Pen, card: Card, context: Context, colors: theme.CardColors) -> list[Meta]:
    """Give the lines that stand below a card's text."""
    words = pen.words
    lines = []
    quiet = theme.readable(theme.MUTED, colors.fill) if colors.ink == theme.INK else colors.ink
    department = context.departments.get(card.department, "")
    if card.channel:
        channel = words.get(card.channel, card.channel)
        known = card.channel in theme.CHANNEL_COLOR
        text = DIVIDE.join(part for part in (channel, department) if part)
        lines.append(Meta(text, quiet, f"channel-{card.channel}" if known else "channel-other"))
    elif card.due or card.owner or card.status != "open" or department:
        status = words.get(card.status, card.status) if card.status != "open" else ""
        parts = [part for part in (department, card.owner, card.due, status) if part]
        lines.append(Meta(DIVIDE.join(parts), quiet))
    if card.severity is not None and card.kind == "pain":
        lines.append(Meta(words["severity"].format(n=card.severity), quiet))
    if card.moment_of_truth:
        gold = theme.readable(theme.GOLD_INK, colors.fill)
        lines.append(Meta(words["moment_of_truth"], gold, "mark-moment-of-truth"))
    if card.support_moment:
        lines.append(Meta(words["support_moment"], theme.readable(theme.SUPPORT_INK, colors.fill), "mark-support"))
    people = [context.personas[key] for key in card.personas if key in context.personas]
    unnamed = words["unnamed"]
    return lines + [Meta(one.name or unnamed, quiet, dot=one.color or theme.MUTED, whose=one.id) for one in people]


def _meta(pen: Pen, meta: Meta, x: float, y: float, width: float) -> tuple[list[Node], float]:
    indent = ICON + 3 if meta.icon or meta.dot else 0.0
    drawn: list[Node] = []
    middle = y + theme.LABEL.leading / 2
    above = 0.0
    if indent and width - indent < NARROW:
        indent, above = 0.0, theme.LABEL.leading
    paragraph = pen.text(meta.text, theme.LABEL, width - indent)
    # Words from the right have their mark at their right, where they begin.
    turned = paragraph.lines[0].rtl
    at = x + width - ICON if turned else x
    if meta.icon:
        drawn += pen.icons.placed(meta.icon, at, middle - ICON / 2, ICON, meta.ink)
    elif meta.dot:
        drawn.append(dot(at + (2 if turned else 1), middle - 3, 6, meta.dot))
    drawn += runs(paragraph, x + (0.0 if turned else indent), y + above, meta.ink)
    return drawn, above + paragraph.height
