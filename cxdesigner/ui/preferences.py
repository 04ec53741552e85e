"""What somebody has set for good: who they are, on what they print, how large the interface is."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

from cxdesigner.paper import PAGES, SHEET

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

SCALES: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The sizes of the interface; 1.0 is for the screen of a laptop, 1.5 for a projector."""

_AUTHOR, _SCALE, _PAPER, _OVERVIEW = "author", "interface_scale", "paper", "overview_map"
_LONGEST = 200


class Preferences:
    """Reads and writes settings; what is not as it should be in their file counts as not set."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def author(self) -> str:
        """The name that stands on what is made here; "" for none."""
        found = self._settings.value(_AUTHOR)
        # An INI file takes a name with a comma for a list.
        name = ", ".join(map(str, found)) if isinstance(found, list) else found
        return name.strip()[:_LONGEST] if isinstance(name, str) else ""

    def set_author(self, name: str) -> None:
        """Remember a name."""
        self._settings.setValue(_AUTHOR, " ".join(name.split())[:_LONGEST])

    @property
    def paper(self) -> str:
        """The page on which PDFs are made, one of `paper.PAGES`."""
        found = self._settings.value(_PAPER)
        return found if isinstance(found, str) and found in PAGES else SHEET

    def set_paper(self, name: str) -> None:
        """Remember a page."""
        self._settings.setValue(_PAPER, name)

    @property
    def overview(self) -> bool:
        """Whether the overview map is shown where a map is larger than the view."""
        return str(self._settings.value(_OVERVIEW, "true")).lower() != "false"  # an INI file holds texts

    def set_overview(self, *, shown: bool) -> None:
        """Remember whether the overview map is shown."""
        self._settings.setValue(_OVERVIEW, "true" if shown else "false")

    @property
    def scale(self) -> float:
        """How large the interface is, one of SCALES."""
        try:
            wanted = float(str(self._settings.value(_SCALE, 1.0)))
        except ValueError:
            return 1.0
        return 1.0 if isnan(wanted) else min(SCALES, key=lambda scale: abs(scale - wanted))

    def set_scale(self, scale: float) -> None:
        """Remember a size of the interface."""
        self._settings.setValue(_SCALE, scale)


def next_scale(scale: float, by: int) -> float:
    """Give the size that follows a size (`by` 1) or is before it (-1); that itself where there is none."""
    place = SCALES.index(scale) + by
    return SCALES[place] if 0 <= place < len(SCALES) else scale
