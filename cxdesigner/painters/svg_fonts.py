"""The fonts inside an SVG: of each face only what its text needs, with what shaping it takes.

Format: WOFF File Format 1.0 (W3C), which every browser reads: the tables of a font, each packed with zlib.
"""

from __future__ import annotations

import base64
import unicodedata
import zlib
from struct import pack, unpack_from
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxdesigner.layout.fonts import Face

_UNUSED: Final = ("DSIG", "STAT", "vhea", "vmtx", "JSTF", "BASE", "meta")
_PARTS: Final = "\u0e4d\u0e32\u0ecd\u0eb2\u17c1"
"""What Thai, Lao and Khmer vowels are taken apart into when they are shaped; Unicode does not decompose them."""
_STANDINS: Final = " \u2010\u25cc"
"""What shaping puts where nothing is seen, for a hyphen that does not break, and under a mark without a letter."""
_LIKE: Final = {
    "sans": "Noto Sans",
    "arabic": "Noto Sans Arabic",
    "hebrew": "Noto Sans Hebrew",
    "bengali": "Noto Sans Bengali",
    "tamil": "Noto Sans Tamil",
    "thai": "Noto Sans Thai",
    "khmer": "Noto Sans Khmer",
    "math": "Noto Sans Math",
    "signs": "Noto Sans Symbols",
    "figures": "Noto Sans Symbols 2",
    "emoji": "Noto Emoji",
    "sc": "Noto Sans CJK SC",
    "tc": "Noto Sans CJK TC",
    "jp": "Noto Sans CJK JP",
    "kr": "Noto Sans CJK KR",
}
"""What the bundled families were made of, by the second part of the name of their files."""


class Names(NamedTuple):
    """How CSS names a face: `family` is that of the file inside, `families` it and what may stand for it elsewhere."""

    family: str
    families: str
    weight: int
    style: str


def names(face: Face) -> Names:
    """Name a face such that a program that knows no embedded fonts finds the most like one that is installed."""
    stem, _, style = face.path.stem.rpartition("-")
    family = f"CX {stem.rpartition('-')[2]}"
    like = _LIKE.get(stem.rpartition("-")[2])
    others = f"'{like}', " if like else ""
    weight = {"semibold": 600, "bold": 700}.get(style, 400)
    return Names(family, f"'{family}', {others}sans-serif", weight, "italic" if style == "italic" else "normal")


def font_face(face: Face, texts: Iterable[str]) -> str:
    """The CSS rule that embeds a face with what these texts, in whatever order, take."""
    own = names(face)
    file = base64.b64encode(woff(subset(face, texts))).decode("ascii")
    return (
        f"@font-face{{font-family:'{own.family}';font-weight:{own.weight};font-style:{own.style};"
        f'src:url("data:font/woff;base64,{file}") format("woff")}}'
    )


def subset(face: Face, texts: Iterable[str]) -> bytes:
    """A TrueType file of a face with what these texts consist of, and all glyphs that shaping may make of it."""
    import uharfbuzz as hb

    characters = set(_PARTS + _STANDINS)
    for text in texts:
        # Shaping composes letters and takes them apart as suits the font.
        characters.update(text, *(unicodedata.normalize(form, text) for form in ("NFC", "NFD")))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(set(map(ord, characters)) & face.coverage)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.SubsetPlan(face.hb.face, wanted).execute().blob.data)


def woff(font: bytes) -> bytes:
    """A TrueType file packed for the web."""
    flavor, count = unpack_from(">IH", font)
    entries, bodies, at, whole = b"", b"", 44 + 20 * count, 12 + 16 * count
    for place in range(12, 12 + 16 * count, 16):
        tag, checksum, start, length = unpack_from(">4sIII", font, place)
        table = font[start : start + length]
        packed = zlib.compress(table, 9)
        packed = packed if len(packed) < length else table
        entries += pack(">4sIIII", tag, at, len(packed), length, checksum)
        padded = packed + b"\0" * (-len(packed) % 4)
        bodies, at, whole = bodies + padded, at + len(padded), whole + length + -length % 4
    head = pack(">4sIIHHIHHIIIII", b"wOFF", flavor, at, count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return head + entries + bodies
