"""The layouts of the maps that were shown lately, and from where each was looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cxdesigner.layout.sheet import Sheet

KEPT = 6
"""How many maps are kept laid out; one of 2,400 cards takes about 40 MiB."""


class Sight(NamedTuple):
    """A zoom and the values of the scroll bars."""

    zoom: float
    across: int
    down: int


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

    def leave(self, map_id: str, sight: Sight | None) -> None:
        """Remember from where a map was looked at, None for as it is seen at first."""
        if sight is None:
            self._sights.pop(map_id, None)
        else:
            self._sights[map_id] = sight

    def sight(self, map_id: str) -> Sight | None:
        """Tell from where a map was looked at when it was left."""
        return self._sights.get(map_id)
