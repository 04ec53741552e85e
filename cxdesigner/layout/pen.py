"""What every band needs to draw, and the few shapes that several of them share."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from unicodedata import normalize

from cxdesigner.layout.direction import is_from_right
from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.scene import Box, Color, Command, GlyphRun, Group, Path, Picture, Stroke
from cxdesigner.layout.theme import INITIALS, MUTED, PAPER, ink_on
from cxdesigner.layout.typeset import TextStyle, Typesetter
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Persona

_WIDEST = 0.88
"""How much of a disc's diameter initials may take, so that their corners stay inside."""

_ROUND = 0.5522847498
"""How far the controls of a quarter circle lie from its ends, in radii."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Typesetter, icons and words, handed to everything that draws."""

    typesetter: Typesetter
    icons: Icons
    words: Words

    @property
    def from_right(self) -> bool:
        """Whether it writes in a language that is read from right to left."""
        return is_from_right(self.words.language)

    def text(self, text: str, style: TextStyle, width: float = inf, align: str = "start") -> Paragraph:
        """Set a text; see `Typesetter.paragraph`."""
        return self.typesetter.paragraph(text, style, width, align)

    def fitted(self, text: str, style: TextStyle, width: float) -> Paragraph:
        """Set a text in lines of at most `width`, aligned in the widest of them: text from the right stands there."""
        paragraph = self.typesetter.paragraph(text, style, width)
        if any(line.x for line in paragraph.lines):
            return self.typesetter.paragraph(text, style, paragraph.width)
        return paragraph

    def in_one_line(self, text: str, style: TextStyle, width: float) -> Paragraph:
        """Set a text in one line, with an ellipsis for what has no room."""
        plain = " ".join(text.split())
        whole = self.text(plain, style)
        if whole.width <= width:
            return whole
        least = max(1.0, width - self.typesetter.width("…", style))
        return self.text(f"{self.text(plain, style, least).lines[0].text.rstrip()}…", style)


def runs(paragraph: Paragraph, x: float, y: float, color: Color) -> tuple[GlyphRun, ...]:
    """Place the lines of a paragraph with its top left corner at a point."""
    top = y + paragraph.ascent
    leading = paragraph.leading
    return tuple(
        [
            GlyphRun(x + line.x, top + index * leading, line, color)
            for index, line in enumerate(paragraph.lines)
            if line.pieces
        ]
    )


def plate(paragraph: Paragraph, x: float, y: float, color: Color) -> tuple[Box | GlyphRun, ...]:
    """Place a paragraph on a piece of paper of its own, so that the lines between columns do not cross its words."""
    paper = Box(x - 3, y, paragraph.width + 6, paragraph.height, PAPER)
    return paper, *runs(paragraph, x, y, color)


def circle(x: float, y: float, radius: float) -> tuple[Command, ...]:
    """Draw a circle about a point with four curves."""
    k = radius * _ROUND
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: Stroke) -> Path:
    """Draw a straight line."""
    return Path((("M", x1, y1), ("L", x2, y2)), None, stroke)


def initials(name: str) -> str:
    """Give the first letters of the first and the last word of a name; "?" if there is nothing to take them from."""
    words = normalize("NFC", name).replace("-", " ").split()
    letters = [letter for word in words if (letter := next(filter(str.isalnum, word), ""))]
    letters = letters or [word[0] for word in words] or ["?"]
    return "".join(letters[:1] + letters[1:][-1:]).upper()


def portrait(pen: Pen, persona: Persona, x: float, y: float, diameter: float) -> tuple[Path | Picture | GlyphRun, ...]:
    """Draw a persona's photo, or its initials on its colour, in a circle whose box has its corner at a point."""
    radius = diameter / 2
    if persona.photo:
        return (Picture(x, y, diameter, diameter, persona.photo, radius, persona.name),)
    color = persona.color or MUTED
    disc = Path(circle(x + radius, y + radius, radius), color)
    letters = initials(persona.name)
    text = pen.text(letters, TextStyle(INITIALS.weight, diameter * 0.4, diameter * 0.5))
    if text.width > diameter * _WIDEST:  # emoji
        text = pen.text(letters, TextStyle(INITIALS.weight, diameter * 0.3, diameter * 0.5))
    return disc, *runs(text, x + radius - text.width / 2, y + radius - text.height / 2, ink_on(color))


def text_group(key: str, part: str, paragraph: Paragraph, x: float, y: float, color: Color, width: float) -> Group:
    """Make a group of a text that can be edited where it stands; it is as wide as the room that the text has."""
    return Group(key, part, x, y, width, paragraph.height, runs(paragraph, 0, 0, color))


def dot(x: float, y: float, diameter: float, color: Color) -> Box:
    """Draw a small disc whose box has its corner at a point."""
    return Box(x, y, diameter, diameter, color, None, diameter / 2)
