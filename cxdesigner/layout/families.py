"""Which font files come with the program, what each is for, and which characters it has.

What characters a file has is looked up in a chart beside the files, so that none is opened before something is drawn
with it: they are 27 MB, and most maps need one of them.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STYLES = ("regular", "semibold", "bold", "italic")

EMOJI = "Zsye"
"""Stands for emoji among scripts."""


class Family(NamedTuple):
    """The files `<stem>-<style>.ttf` and the scripts they are the first choice for.

    Scripts are ISO 15924 tags; those of Han characters are what `han.form_of` gives. A style without a file uses the
    regular one.
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
        found: dict[str, str] = json.loads(self._path.read_text("ascii")) if self._path.is_file() else {}
        return found

    def coverage(self, file: str) -> frozenset[int] | None:
        """The code points of a file; None where the chart does not have it."""
        ranges = self._ranges.get(file)
        return None if ranges is None else frozenset(code for part in ranges.split() for code in _range(part))


def _range(written: str) -> range:
    """Read one of the chart's ranges, such as "20-7e" or "a0"."""
    first, _, last = written.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
