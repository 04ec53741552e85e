"""What is remembered of windows: where they stood, which panels they showed, and how each project was looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QSettings

    from cxdesigner.export.options import Kind

MOST_VIEWS = 60
_PLACE, _PANELS, _WIDTHS, _VIEWS = "window/place", "window/panels", "window/widths", "window/views"
_EXPORTS, _SET = "exports", "exportsset"

Box = tuple[int, int, int, int]
"""Left, top, width and height on the screens."""


class Place(NamedTuple):
    """Where a window stood, before it filled the screen if it did."""

    box: Box
    is_maximized: bool


class View(NamedTuple):
    """How a project was looked at: which map, how large (1 is 100 %), and which point of it stood in the corner."""

    map_id: str
    zoom: float
    x: float
    y: float


class Export(NamedTuple):
    """How a project was exported: options as flags, the kind of file, "this" map, "all" or the id of one, and where."""

    flags: tuple[str, ...]
    kind: Kind
    maps: str
    out: Path


class Remembered:
    """Reads and writes settings; what is not as it should be in their file counts as never remembered."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def place(self) -> Place | None:
        """Give where the last window was."""
        found = self._read(_PLACE)
        if not isinstance(found, list) or len(found) != 5 or not all(isinstance(one, int) for one in found):
            return None
        left, top, width, height, maximized = found
        return Place((left, top, width, height), bool(maximized)) if width > 0 and height > 0 else None

    def set_place(self, place: Place) -> None:
        """Remember where a window is."""
        self._write(_PLACE, [*place.box, int(place.is_maximized)])

    def hidden_panels(self) -> frozenset[str]:
        """Give which of library and inspector were hidden."""
        found = self._read(_PANELS)
        return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()

    def set_hidden_panels(self, names: Iterable[str]) -> None:
        """Remember which of library and inspector are hidden."""
        self._write(_PANELS, sorted(names))

    def width(self, side: str) -> int:
        """Give the width, at 100 %, to which a panel was dragged; 0 for never."""
        found = self._read(_WIDTHS)
        width = found.get(side, 0) if isinstance(found, dict) else 0
        return width if isinstance(width, int) and 0 < width < 10_000 else 0

    def set_width(self, side: str, width: int) -> None:
        """Remember the width of a panel, 0 for its own."""
        found = self._read(_WIDTHS)
        self._write(_WIDTHS, {**(found if isinstance(found, dict) else {}), side: width})

    def view(self, path: Path) -> View | None:
        """Give how a project was looked at when it was last closed."""
        for name, *rest in self._views():
            if name == str(path) and len(rest) == 4 and isinstance(rest[0], str) and _are_numbers(rest[1:]):
                return View(rest[0], *map(float, rest[1:]))
        return None

    def set_view(self, path: Path, view: View) -> None:
        """Remember how a project is looked at."""
        others = [one for one in self._views() if one[0] != str(path)]
        rounded = [round(one, 3) for one in view[1:]]
        self._write(_VIEWS, [[str(path), view.map_id, *rounded], *others[: MOST_VIEWS - 1]])

    def export(self, path: Path) -> Export | None:
        """Give how a project was exported the last time."""
        return self._export(_EXPORTS, path)

    def set_export(self, path: Path, export: Export) -> None:
        """Remember how a project was exported."""
        self._write_export(_EXPORTS, path, export)

    def set_for_export(self, path: Path) -> Export | None:
        """Give what was set for the exports of a project the last time, whether there was one or not."""
        return self._export(_SET, path)

    def keep_set_for_export(self, path: Path, export: Export) -> None:
        """Remember what is set for the exports of a project."""
        self._write_export(_SET, path, export)

    def _export(self, key: str, path: Path) -> Export | None:
        from cxdesigner.export.options import KINDS

        for name, *rest in self._rows(key):
            if name == str(path) and len(rest) >= 3 and all(isinstance(one, str) for one in rest) and rest[0] in KINDS:
                kind, maps, out, *flags = rest
                return Export(tuple(flags), kind, maps, Path(out))
        return None

    def _write_export(self, key: str, path: Path, export: Export) -> None:
        others = [one for one in self._rows(key) if one[0] != str(path)]
        row = [str(path), export.kind, export.maps, str(export.out), *export.flags]
        self._write(key, [row, *others[: MOST_VIEWS - 1]])

    def _views(self) -> list[list[Any]]:
        return self._rows(_VIEWS)

    def _rows(self, key: str) -> list[list[Any]]:
        found = self._read(key)
        return [one for one in found if isinstance(one, list) and one] if isinstance(found, list) else []

    def _read(self, key: str) -> Any:
        # As JSON, since an INI file knows no lists of lists, and takes numbers for texts.
        try:
            return json.loads(str(self._settings.value(key, "null")))
        except (ValueError, RecursionError):
            return None

    def _write(self, key: str, value: Any) -> None:
        self._settings.setValue(key, json.dumps(value, separators=(",", ":")))


def _are_numbers(values: Sequence[object]) -> bool:
    return all(isinstance(one, int | float) and -1e9 < one < 1e9 for one in values)


def on_screens(box: Box, screens: Sequence[Box]) -> Box:
    """Give a box as it was if its upper edge can be reached with the mouse, else moved onto the nearest screen.

    No larger than that screen.
    """
    left, top, width, height = box
    for x, y, wide, high in screens:
        reach = min(left + width, x + wide) - max(left, x)
        if reach >= min(width, 160) and y <= top <= y + high - 40 and width <= wide and height <= high:
            return box
    if not screens:
        return box
    x, y, wide, high = min(screens, key=lambda screen: (-_shared(box, screen), _distance(box, screen)))
    width, height = min(width, wide), min(height, high)
    return min(max(left, x), x + wide - width), min(max(top, y), y + high - height), width, height


def _shared(one: Box, other: Box) -> int:
    across, down = (min(one[i] + one[i + 2], other[i] + other[i + 2]) - max(one[i], other[i]) for i in (0, 1))
    return max(0, across) * max(0, down)


def _distance(one: Box, other: Box) -> float:
    across, down = (one[i] + one[i + 2] / 2 - other[i] - other[i + 2] / 2 for i in (0, 1))
    return across * across + down * down
