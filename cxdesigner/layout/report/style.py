"""How the texts of a report look, and the blocks that most parts need."""

from __future__ import annotations

from typing import Final

from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Paragraph
from cxdesigner.layout.flow.cells import GAP, Text
from cxdesigner.layout.pen import Pen, dot, runs
from cxdesigner.layout.scene import Box, Color, Node, Stroke
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.model.records import Card, Persona

ACCENT: Final = "#2f5bd7"

DISPLAY: Final = TextStyle("bold", 33, 40)
CHAPTER: Final = TextStyle("bold", 22, 28)
HEADING: Final = TextStyle("bold", 16, 21)
SUBHEADING: Final = TextStyle("semibold", 11, 15)
LEAD: Final = TextStyle("regular", 12, 17.5)
BODY: Final = TextStyle("regular", 9.8, 14)
BODY_BOLD: Final = TextStyle("semibold", 9.8, 14)
ITALIC: Final = TextStyle("italic", 9.8, 14)
QUOTE: Final = TextStyle("italic", 13, 19)
SMALL: Final = TextStyle("regular", 8.6, 12)
SMALL_BOLD: Final = TextStyle("semibold", 8.6, 12)

LABELS: Final = 88.0
"""Width of the column of labels of facts, in points."""
DOT: Final = 6.0


def section_id(map_id: str, part: str) -> str:
    """Give the id of the groups of a part of a map's report; no record has it."""
    return f"\x1f{map_id}\x1f{part}"


def chapter(text: str, key: str, color: Color = theme.INK, above: float = 0.0) -> Paragraph:
    """Make the heading of a chapter."""
    return Paragraph(Text(text, CHAPTER, color, key, "h1"), above, keep=True)


def heading(text: str, key: str, above: float = 30.0) -> Paragraph:
    """Make the heading of a part."""
    return Paragraph(Text(text, HEADING, theme.INK, key, "h2"), above, keep=True)


def subheading(text: str, key: str = "", above: float = 16.0) -> Paragraph:
    """Make a heading within a part."""
    return Paragraph(Text(text, SUBHEADING, theme.INK, key, "h3"), above, keep=True)


def paragraph(
    text: str,
    style: TextStyle = BODY,
    color: Color = theme.INK,
    above: float = 6.0,
    key: str = "",
    *,
    keep: bool = False,
) -> Paragraph:
    """Make a paragraph."""
    return Paragraph(Text(text, style, color, key), above, keep)


def head(*texts: str) -> tuple[Text, ...]:
    """Make the head of a table."""
    return tuple(Text(text, SMALL, theme.MUTED, "", "th") for text in texts)


def cell(text: str, style: TextStyle = BODY, color: Color = theme.INK, above: float = 0.0) -> Text:
    """Make a text in a table."""
    return Text(text, style, color, "", "td", above)


def fact(pen: Pen, label: str, value: str, above: float = 0.0, least: float = LABELS) -> Text:
    """Make a value with its label before it, in a column of at least so many points."""
    indent = max(least, pen.typesetter.width(label, SMALL) + 8)
    shown = pen.text(label, SMALL, indent - GAP, "right" if pen.from_right else "left")
    return Text(value, BODY, theme.INK, "", "td", above, indent, runs(shown, 0, 1.2, theme.MUTED), turns=False)


def person(persona: Persona, unnamed: str, style: TextStyle = BODY, part: str = "td") -> Text:
    """Make the name of a persona with a dot of its colour."""
    mark = dot(0, (style.leading - DOT) / 2, DOT, persona.color or theme.MUTED)
    name = persona.name or unnamed
    return Text(name, style, theme.INK if persona.name else theme.MUTED, "", part, 0.0, DOT + 5, (mark,))


def swatch(card: Card, leading: float = BODY.leading) -> tuple[Node, ...]:
    """Draw a small square in the colours of a card."""
    colors = theme.card_colors(card.kind, card.color)
    top = (leading - 8) / 2
    box = Box(0, top, 8, 8, colors.fill, Stroke(theme.tint(colors.ink, 0.55), 0.7), 2.0)
    if card.kind == "touchpoint":
        return box, Box(0, top, 2.5, 8, theme.CHANNEL_COLOR.get(card.channel, theme.PLAIN_CHANNEL))
    return (box,)
