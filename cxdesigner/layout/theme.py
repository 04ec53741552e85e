"""Sizes and colours of the sheet, in points at 100 %."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from cxdesigner.layout.typeset import TextStyle

INK: Final = "#1f2430"
MUTED: Final = "#5b6270"
HAIRLINE: Final = "#e3e6eb"
RULE: Final = "#c9ced8"
QUIET: Final = "#8b929e"
"""Lines and pictures that stand back."""
PAPER: Final = "#ffffff"
BLACK: Final = "#000000"
GOLD: Final = "#b57a00"
GOLD_INK: Final = "#7a5200"
SUPPORT_INK: Final = "#1d4f91"

TITLE: Final = TextStyle("bold", 21, 26)
SUBTITLE: Final = TextStyle("regular", 10.5, 14.5)
STAGE: Final = TextStyle("semibold", 13, 16)
STEP: Final = TextStyle("semibold", 11.5, 14.5)
LANE: Final = TextStyle("semibold", 11.5, 14.5)
CARD: Final = TextStyle("regular", 10.6, 13.6)
QUOTE: Final = TextStyle("italic", 10.6, 13.6)
NAME: Final = TextStyle("semibold", 10.6, 13.4)
LABEL: Final = TextStyle("regular", 9, 11.6)
LABEL_BOLD: Final = TextStyle("semibold", 9, 11.6)
PHASE: Final = TextStyle("bold", 9, 11.6)
NOTE: Final = TextStyle("italic", 9.4, 12)
FEELING: Final = TextStyle("semibold", 9, 11.6)
INITIALS: Final = TextStyle("bold", 9, 11.6)

PHASE_COLOR: Final = {"before": "#3e6fd9", "during": "#0b776c", "after": "#8a4fbf"}
PLAIN_PHASE: Final = "#5b6270"


class CardColors(NamedTuple):
    """What a kind of card looks like; `border` None for none."""

    fill: str
    ink: str
    border: str | None = None


CARD_COLORS: Final = {
    "action": CardColors("#eef1f6", INK),
    "touchpoint": CardColors(PAPER, INK, "#d3d8e2"),
    "thought": CardColors("#dde7fb", "#1c2f5e"),
    "quote": CardColors(PAPER, INK, "#c9d4ee"),
    "pain": CardColors("#fbe7e2", "#7a2416"),
    "opportunity": CardColors("#e1f3e8", "#11573a"),
    "idea": CardColors("#eaf5d6", "#3c5210"),
    "insight": CardColors("#dff2f4", "#0c4a55"),
    "promise": CardColors("#fdebdc", "#6d380c"),
    "evidence": CardColors("#f1f0ea", "#45423a"),
    "frontstage": CardColors("#e3f0fa", "#12446b"),
    "backstage": CardColors("#f1ecf8", "#47307a"),
    "support": CardColors("#f5e9f0", "#5f2650"),
    "picture": CardColors("#f6f7f9", MUTED),
    "note": CardColors("#fff3d1", "#5a4300"),
}
PLAIN_CARD: Final = CardColors("#f3f4f6", INK)

CHANNEL_COLOR: Final = {
    "website": "#3a6fe0", "app": "#3a6fe0", "search": "#3a6fe0",
    "store": "#0b8a7c", "person": "#0b8a7c", "event": "#0b8a7c", "device": "#0b8a7c",
    "phone": "#b9781a", "chat": "#b9781a", "messaging": "#b9781a",
    "social": "#8a4fbf", "email": "#8a4fbf", "ad": "#8a4fbf", "post": "#8a4fbf", "document": "#8a4fbf",
    "other": "#5b6270",
}  # fmt: skip
PLAIN_CHANNEL: Final = "#5b6270"

DASHES: Final = (
    (), (8.0, 3.0), (8.0, 2.6, 1.6, 2.6), (14.0, 4.0), (8.0, 2.6, 1.6, 2.6, 1.6, 2.6), (14.0, 3.0, 5.0, 3.0),
)  # fmt: skip
"""Line styles by which the curves of the personas of a map differ, besides their colours: all with long strokes, since
a line of short ones is an assumption."""

POSITIVE_FIELD: Final = "#f3faf6"
NEGATIVE_FIELD: Final = "#fdf4f2"
NEUTRAL_LINE: Final = "#b9bfca"
POSITIVE_INK: Final = "#1d7a4e"
NEGATIVE_INK: Final = "#b3372a"

MARGIN: Final = 22.0
LABEL_WIDTH: Final = 122.0
STEP_WIDTH: Final = 102.0
COLLAPSED_WIDTH: Final = 76.0
"""The width of a stage that is collapsed to one column."""
MIN_WIDTH: Final = 480.0
CELL_GAP: Final = 6.0
"""Space between neighbouring cards, across and down."""
LANE_PADDING: Final = 8.0
MIN_LANE: Final = 46.0


def card_colors(kind: str, color: str) -> CardColors:
    """Give the colours of a card: those of its kind, or of its own colour with the ink that can be read on it."""
    plain = CARD_COLORS.get(kind, PLAIN_CARD)
    return CardColors(color, ink_on(color), plain.border) if color else plain


def ink_on(color: str) -> str:
    """Give ink or white, whichever has more contrast on a colour; black where neither has 4.5:1 (WCAG 2.2)."""
    best = max(PAPER, INK, key=lambda ink: contrast(ink, color))
    return best if contrast(best, color) >= 4.5 else BLACK


@lru_cache(maxsize=1_024)  # asked anew for each card, of a few colours
def luminance(color: str) -> float:
    """Give the relative luminance of "#rrggbb", 0..1 (WCAG 2.2)."""
    parts = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1..21 (WCAG 2.2)."""
    first, second = sorted((luminance(one), luminance(other)))
    return (second + 0.05) / (first + 0.05)


def tint(color: str, share: float) -> str:
    """Thin a colour: `share` of it on paper, 0..1."""
    parts = [round(255 + (int(color[index : index + 2], 16) - 255) * share) for index in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def readable(color: str, on: str = PAPER, ratio: float = 4.5) -> str:
    """Darken a colour until it can be read on another one; lighten it where even black can't be (ratio up to 4.5)."""
    goal = 0 if contrast(BLACK, on) >= ratio else 255
    parts = [int(color[index : index + 2], 16) for index in (1, 3, 5)]
    while contrast(color, on) < ratio:
        parts = [goal + int((part - goal) * 0.9) for part in parts]
        color = "#" + "".join(f"{part:02x}" for part in parts)
    return color
