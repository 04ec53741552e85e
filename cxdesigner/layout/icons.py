"""The icons: line drawings on a square of 16, kept as files of a small part of SVG.

Such a file holds only `path` elements, each with `d` (absolute M, L, C and Z, every one with its letter) and then
either `fill="currentColor"` or `fill="none" stroke="currentColor" stroke-width="…"`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.layout.scene import Path, Stroke
from cxdesigner.resources import resource

if TYPE_CHECKING:
    import pathlib

    from cxdesigner.layout.scene import Color, Command

GRID = 16
"""The side of the square that an icon is drawn on."""

_KEPT = 4096
_PATH = re.compile(r'<path d="([^"]*)" fill="(?:currentColor|none" stroke="currentColor" stroke-width="([\d.]+))"')
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


class IconPath(NamedTuple):
    """One path of an icon, on the square of `GRID`: stroked with a pen of `width`, or filled where that is None."""

    commands: tuple[Command, ...]
    width: float | None


class Icons:
    """The icons of a folder, by default the bundled ones, each read when it is first asked for."""

    def __init__(self, folder: pathlib.Path | None = None) -> None:
        self._files = {file.stem: file for file in (folder or resource("icons")).glob("*.svg")}
        self._paths: dict[str, tuple[IconPath, ...]] = {}
        self._placed = lru_cache(_KEPT)(self._place)

    @property
    def names(self) -> frozenset[str]:
        """The names of all icons."""
        return frozenset(self._files)

    def paths(self, name: str) -> tuple[IconPath, ...]:
        """Give what an icon is made of, bottom first; raises KeyError where there is no such icon."""
        paths = self._paths.get(name)
        if paths is None:
            paths = self._paths[name] = _parse(self._files[name].read_text("utf-8"))
        return paths

    def placed(self, name: str, x: float, y: float, size: float, color: Color) -> tuple[Path, ...]:
        """Draw an icon in a square of `size` whose top left corner is at a point; raises KeyError as `paths` does."""
        return self._placed(name, x, y, size, color)

    def _place(self, name: str, x: float, y: float, size: float, color: Color) -> tuple[Path, ...]:
        scale = size / GRID
        placed = []
        for path in self.paths(name):
            commands = tuple([_move(command, x, y, scale) for command in path.commands])
            if path.width is None:
                placed.append(Path(commands, color))
            else:
                placed.append(Path(commands, None, Stroke(color, path.width * scale)))
        return tuple(placed)


def _parse(text: str) -> tuple[IconPath, ...]:
    return tuple(
        [
            IconPath(
                tuple([(letter, *map(float, numbers.split())) for letter, numbers in _COMMAND.findall(drawing)]),
                float(width) if width else None,
            )
            for drawing, width in _PATH.findall(text)
        ]
    )


def _move(command: Command, x: float, y: float, scale: float) -> Command:
    letter, *numbers = command
    return (letter, *[(y if odd % 2 else x) + float(number) * scale for odd, number in enumerate(numbers)])
