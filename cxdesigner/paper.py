"""The sizes of paper, by the names that people and the command line use, and sizes of one's own.

Those of ISO 216, and of ANSI/ASME Y14.1 for the American ones, in millimetres, upright.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cxdesigner.sentences import SentenceError, say

SHEET: Final = "sheet"
"""One page as large as the map."""
SIZES: Final = {
    "A5": (148.0, 210.0),
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "A1": (594.0, 841.0),
    "A0": (841.0, 1189.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
    "ANSI C": (431.8, 558.8),
    "ANSI D": (558.8, 863.6),
    "ANSI E": (863.6, 1117.6),
}
PAGES: Final = (SHEET, *SIZES)
POINT: Final = 25.4 / 72
"""Millimetres to the point."""
LEAST, MOST = 50.0, 50_000.0
"""How long a side may be, in millimetres: a card is about as wide as the least."""

_FREE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|\")", re.IGNORECASE)
_UNITS: Final = {"mm": 1.0, "cm": 10.0, "in": 25.4, '"': 25.4}


class PaperError(SentenceError, ValueError):
    """A paper that there is not."""


class Paper(NamedTuple):
    """A size of paper in millimetres: a name's upright, one's own as it was given."""

    name: str
    width: float
    height: float

    @property
    def is_free(self) -> bool:
        """Whether it is a size of one's own, which is not turned unless that is asked for."""
        return self.name not in SIZES


def paper_of(text: str) -> Paper:
    """Read the name of a paper, in whatever case, or a size such as "500x900mm" or "20x30in".

    Raises:
        PaperError: it is neither.
    """
    wanted = _plain(text)
    for name, (width, height) in SIZES.items():
        if _plain(name) == wanted:
            return Paper(name, width, height)
    found = _FREE.fullmatch(text.strip().replace(",", "."))
    if found is None:
        raise PaperError(
            say(
                "There is no paper “{text}”: it is {known}, or a size such as 500x900mm.",
                text=text[:40],
                known=", ".join(SIZES),
            )
        )
    unit = _UNITS[found[3].lower()]
    width, height = float(found[1]) * unit, float(found[2]) * unit
    if not LEAST <= min(width, height) <= max(width, height) <= MOST:
        raise PaperError(
            say(
                "A page of {text} cannot be made: each side is from {least:g} to {most:,.0f} mm.",
                text=text[:40],
                least=LEAST,
                most=MOST,
            )
        )
    return Paper(text.strip(), width, height)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).casefold()
