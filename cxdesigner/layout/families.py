"""Which font files come with the program, what each is for, and which characters it has.

What characters a file has is looked up in a chart beside the files, so that none is opened before something is drawn
with it: they are 40 MB, and most maps need one of them.
"""

from __future__ import annotations

import json
from functools import cached_property
from os import SEEK_END
from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.resources import damaged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STYLES = ("regular", "semibold", "bold", "italic")

EMOJI = "Zsye"
"""Stands for emoji among scripts."""


class Family(NamedTuple):
    """The files `<stem>-<style>.ttf` and the scripts they are the first choice for.

    Scripts are ISO 15924 tags; those of Han characters are what `han.form_of` gives. A style without a file uses the
    regular one, and bold the semibold one where there is that.
    """

    stem: str
    scripts: frozenset[str]


def _family(stem: str, *scripts: str) -> Family:
    return Family(stem, frozenset(scripts))


FAMILIES = (
    _family("cx-sans", "Latn", "Grek", "Cyrl", "Deva"),
    _family("cx-arabic", "Arab"),
    _family("cx-hebrew", "Hebr"),
    _family("cx-bengali", "Beng"),
    _family("cx-tamil", "Taml"),
    _family("cx-thai", "Thai"),
    _family("cx-khmer", "Khmr"),
    _family("cx-math"),
    _family("cx-signs"),
    _family("cx-figures"),
    _family("cx-emoji", EMOJI),
    _family("cx-sc", "Hans"),
    _family("cx-tc", "Hant", "Bopo"),
    _family("cx-jp", "Jpan", "Kana"),
    _family("cx-kr", "Kore", "Hang"),
)
"""In order of preference for what no family claims. The first also has the spaces and the line's metrics."""


class Chart:
    """Which characters the files of a folder have, by its `coverage.json`; read when it is first asked."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "coverage.json"

    @cached_property
    def _ranges(self) -> Mapping[str, str]:
        if not self._path.is_file():
            return {}
        try:
            found: dict[str, str] = json.loads(self._path.read_bytes())
        except ValueError:
            raise damaged(self._path) from None
        return found

    def coverage(self, file: str) -> frozenset[int] | None:
        """The code points of a file; None where the chart does not have it."""
        ranges = self._ranges.get(file)
        return None if ranges is None else frozenset(code for part in ranges.split() for code in _range(part))


def is_whole(path: Path) -> bool:
    """Tell whether a font file has all the tables that its directory lists (OpenType 1.9, "Table directory").

    What is behind the end of a file that was cut off would be drawn as nothing.
    """
    with path.open("rb") as file:
        size = file.seek(0, SEEK_END)
        file.seek(4)
        count = int.from_bytes(file.read(2), "big")
        file.seek(12)
        rows = file.read(16 * count)
    ends = (sum(unpack_from(">II", rows, at + 8)) for at in range(0, 16 * count, 16))
    return len(rows) == 16 * count and count > 0 and max(ends) <= size


def _range(written: str) -> range:
    """Read one of the chart's ranges, such as "20-7e" or "a0"."""
    first, _, last = written.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
