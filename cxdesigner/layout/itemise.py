"""Which script a character is of (UAX #24) and which face draws it.

A text is cut into items: stretches of one face, one script and one direction, which HarfBuzz can shape.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.layout.breaks import graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxdesigner.layout.fonts import Face

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point: no face needs a glyph for these, HarfBuzz draws nothing."""

_EMOJI = re.compile("[\u200d\ufe0f\U0001f000-\U0001fbff]")

CHARACTERS = 8192
"""Of how many characters the script, and of how many graphemes the face is kept."""

LATIN = "Latn"

EMOJI = "Zsye"
"""Stands for emoji among scripts."""

_ALIKE = {"Hira": "Kana"}
"""OpenType has one tag for both, so they need not be shaped apart."""


class Item(NamedTuple):
    """`text[start:end]`, to be shaped with `face` as `script` (ISO 15924) at a bidirectional level."""

    start: int
    end: int
    face: Face
    script: str
    level: int


class Itemiser:
    """Cuts texts for one list of faces; what it learns about a character it keeps."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self._faces = faces
        self._script = lru_cache(CHARACTERS)(_script_of)
        self._face = lru_cache(CHARACTERS)(self._choose)

    def items(self, text: str, levels: Sequence[int] | None = None) -> list[Item]:
        """The items of `text`, not empty, in logical order; without `levels` all of it is level 0."""
        characters = set(text)
        scripts = {script for script in map(self._script, characters) if script}
        plain = set(map(self._face, characters)) <= {self._faces[0], None} and not _EMOJI.search(text)
        if levels is None and plain and len(scripts) < 2:
            return [Item(0, len(text), self._faces[0], max(scripts, default=LATIN), 0)]
        faces = [self._faces[0]] * len(text) if plain else self._by_grapheme(text)
        return list(_runs(faces, self._by_character(text), levels or [0] * len(text)))

    def _by_character(self, text: str) -> list[str]:
        """The script of each character; what all scripts share is of the script before it.

        At the start it is of the first script that follows, and of Latin where there is none.
        """
        own = [self._script(char) for char in text]
        current = next(filter(None, own), LATIN)
        result = []
        for script in own:
            current = script or current
            result.append(current)
        return result

    def _by_grapheme(self, text: str) -> list[Face]:
        """The face of each character, the same for a whole grapheme; what is not seen follows the one before."""
        face = self._faces[0]
        result: list[Face] = []
        start = 0
        for end in graphemes(text):
            face = self._face(text[start:end]) or face
            result += [face] * (end - start)
            start = end
        return result

    def _choose(self, grapheme: str) -> Face | None:
        """The first face that has all of `grapheme`, or else its first character, or else the first face.

        Those made for its script come before the others, and the first one has all spaces. What no face has
        is a box then, which shows that something is there. None is for what is not seen: any face does.
        """
        points = {ord(char) for char in _UNSEEN.sub("", grapheme)}
        if not points:
            return None
        script = self._script(grapheme[0])
        if script is None and unicodedata.category(grapheme[0]) == "Zs":
            return self._faces[0]
        if script is None and _EMOJI.search(grapheme):
            script = EMOJI
        faces = sorted(self._faces, key=lambda face: script not in face.scripts)
        whole = (face for face in faces if face.coverage >= points)
        base = (face for face in faces if ord(grapheme[0]) in face.coverage)
        return next(whole, None) or next(base, None) or self._faces[0]


def _script_of(char: str) -> str | None:
    """The script of one character, as HarfBuzz has it; None for Common, Inherited and unassigned."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return _ALIKE.get(script or "", script)


def _runs(faces: list[Face], scripts: list[str], levels: Sequence[int]) -> Iterator[Item]:
    start = 0
    now = (faces[0], scripts[0], levels[0])
    for end, key in enumerate(zip(faces, scripts, levels, strict=True)):
        if key != now:
            yield Item(start, end, *now)
            start, now = end, key
    yield Item(start, len(faces), *now)
