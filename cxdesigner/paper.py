"""The sizes of paper, by the names that people and the command line use.

Those of ISO 216, and of ANSI/ASME Y14.1 for the American ones, in millimetres, upright.
"""

from __future__ import annotations

from typing import Final

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
}
PAGES: Final = (SHEET, *SIZES)
