"""The layouts of the maps that were shown lately, and from where each was looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from cxdesigner.layout.sheet import Sheet

KEPT = 6
"""How many maps are kept laid out; one of 2,400 cards takes about 40 MiB."""


Follows = Literal["fit", "first", ""]


class Sight(NamedTuple):
    """A zoom and the values of the scroll bars.

    `follows` the size of the window, which was `frame` (width, height) then: "fit" with the whole sheet, "first" with
    as much of it as can be read, "" not at all.
    """

    zoom: float
    across: int
    down: int
    follows: Follows = ""
    frame: tuple[int, int] = (0, 0)


class Sheets:
    """Keeps a sheet a map, the last ones shown, so that going back to a map costs what changed on it."""

    def __init__(self, make: Callable[[], Sheet]) -> None:
        self._make = make
        self._sheets: dict[str, Sheet] = {}
        self._sights: dict[str, Sight] = {}

    def of(self, map_id: str) -> Sheet:
        """Give the sheet of a map, a new one if it was not shown lately."""
        sheet = self._sheets.pop(map_id, None) or self._make()
        self._sheets[map_id] = sheet
        if len(self._sheets) > KEPT:
            del self._sheets[next(iter(self._sheets))]
        return sheet

    def leave(self, map_id: str, sight: Sight) -> None:
        """Remember from where a map was looked at."""
        self._sights[map_id] = sight

    def sight(self, map_id: str) -> Sight | None:
        """Tell from where a map was looked at when it was left, None if it never was."""
        return self._sights.get(map_id)
