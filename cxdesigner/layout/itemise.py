"""Which script a character is of (UAX #24) and which face draws it.

A text is cut into items: stretches of one face, one script and one direction, which HarfBuzz can shape.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.layout.breaks import graphemes
from cxdesigner.layout.families import EMOJI

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxdesigner.layout.fonts import Face

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point: no face needs a glyph for these, HarfBuzz draws nothing."""

_EMOJI = re.compile(
    "[\u200d\u20e3\ufe0f\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728"
    "\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001fbff]"
)
"""What is drawn as an emoji unless it is said not to be (UTS #51, Emoji_Presentation), and what says that it is."""

_AS_TEXT = "\ufe0e"

CHARACTERS = 8192
"""Of how many characters the script, and of how many graphemes the face is kept."""

LATIN = "Latn"

HAN = "Hani"

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
        self._plain = lru_cache(CHARACTERS)(self._is_plain)

    def items(self, text: str, levels: Sequence[int] | None = None, form: str = "") -> list[Item]:
        """The items of `text`, not empty, in logical order; without `levels` all of it is level 0.

        `form` is that of Han characters, one of `han.FORMS`, and of the punctuation that is written with them; "" where
        there are none.
        """
        characters = set(text)
        scripts = {script for script in map(self._script, characters) if script}
        plain = all(map(self._plain, characters, repeat(form)))
        if levels is None and plain and len(scripts) < 2:
            return [Item(0, len(text), self._faces[0], max(scripts, default=LATIN), 0)]
        by_character = self._by_character(text)
        faces = [self._faces[0]] * len(text) if plain else self._by_grapheme(text, by_character, form)
        # A script with rules for its syllables would take sequences of emoji apart.
        shaped = [LATIN if EMOJI in face.scripts else script for face, script in zip(faces, by_character, strict=True)]
        return list(_runs(faces, shaped, levels or [0] * len(text)))

    def _is_plain(self, char: str, form: str) -> bool:
        """Whether the first face has a character, and none that stands beside it can change that."""
        face = self._face(char, self._script(char) or LATIN, form)
        has = face is self._faces[0] and ord(char) in face.coverage
        return (has or face is None) and not _EMOJI.search(char)

    def _by_character(self, text: str) -> list[str]:
        """The script of each character; what all scripts share is of the script before it.

        At the start it is of the first script that follows, and of Latin where there is none. A bracket that closes is
        of the script of the one that opened.
        """
        own = [self._script(char) for char in text]
        current = next(filter(None, own), LATIN)
        opened: list[str] = []
        result = []
        for char, script in zip(text, own, strict=True):
            current = script or current
            shown = current
            if script is None:
                kind = unicodedata.category(char)
                if kind in ("Ps", "Pi"):
                    opened.append(current)
                elif kind in ("Pe", "Pf") and opened:
                    shown = opened.pop()
            result.append(shown)
        return result

    def _by_grapheme(self, text: str, scripts: list[str], form: str) -> list[Face]:
        """The face of each character, the same for a whole grapheme; what is not seen follows the one before."""
        face = self._faces[0]
        result: list[Face] = []
        start = 0
        for end in graphemes(text):
            face = self._face(text[start:end], scripts[start], form) or face
            result += [face] * (end - start)
            start = end
        return result

    def _choose(self, grapheme: str, script: str, form: str) -> Face | None:
        """The first face that has all of `grapheme`, or else its first character, or else the first face.

        Those made for its script come before the others; of what all scripts share, `script` is that around it. What no
        face has is a box then, which shows that something is there. None is for what is not seen: any face does.
        """
        seen = _UNSEEN.sub("", grapheme)
        if not seen:
            return None
        if script == HAN:
            script = form
        if self._script(grapheme[0]) is None and _EMOJI.search(grapheme) and _AS_TEXT not in grapheme:
            script = EMOJI

        def rank(face: Face) -> int:
            """Made for the script, the first, with punctuation for the Han characters around, or any other."""
            if script in face.scripts:
                return 0
            if EMOJI in face.scripts and _AS_TEXT in grapheme:
                return 4
            return 1 if face is self._faces[0] else 2 if form in face.scripts else 3

        faces = sorted(self._faces, key=rank)
        points, composed = set(map(ord, seen)), set(map(ord, unicodedata.normalize("NFC", seen)))
        whole = (face for face in faces if face.coverage >= points or face.coverage >= composed)
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
