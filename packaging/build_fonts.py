"""Makes the fonts in `resources/fonts` out of static TrueType files; run by hand when a face is added.

    python packaging/build_fonts.py FOLDER [--out resources/fonts]

FOLDER holds the original files, at any depth. They come from the npm packages `@expo-google-fonts/noto-sans`,
`@expo-google-fonts/noto-sans-arabic` and so on (`npm pack` one and unpack it). Every row of `FACES` whose
original is found in FOLDER is written, the others are named and left alone. The same originals and the same
version of fontTools give the same bytes.

Each file becomes a family of its own with one regular style, so that no toolkit can put an installed font of
the same name, or another weight, in its place: glyph ids in a scene belong to exactly these files.

The large East Asian files are cut to the characters of the national standards, for which Python's codecs are the
tables, in titles to those of everyday characters. `coverage.json` says for each file which characters it has, so that
none is opened to be asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "fonts"


COVERAGE = "coverage.json"


class Face(NamedTuple):
    """One file: what it is made from, its name in `resources/fonts` and the family it is known by.

    `standards` are the codecs to whose characters it is cut, and `ranges` further ones, from first to last; without
    either it is left whole.
    """

    original: str
    file: str
    family: str
    standards: tuple[str, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()


def weights(original: str, stem: str, family: str) -> tuple[Face, ...]:
    """The faces of a small family in the three weights that maps are written in."""
    styles = (("400Regular", "Regular"), ("600SemiBold", "SemiBold"), ("700Bold", "Bold"))
    return tuple(
        Face(f"{original}_{style}.ttf", f"{stem}-{name.lower()}.ttf", f"{family} {name}") for style, name in styles
    )


HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))
"""The parts of syllables, single and as letters, and all 11,172 syllables."""

SPACE = (0x20, 0x20)
SYMBOLS = ((0x2100, 0x23FF), (0x2440, 0x24FF), (0x2500, 0x27FF), (0x2900, 0x2BFF))
"""Arrows, operators, signs, figures and dingbats."""

FACES = (
    *weights("NotoSans", "cx-sans", "CX Sans"),
    Face("NotoSans_400Regular_Italic.ttf", "cx-sans-italic.ttf", "CX Sans Italic"),
    *weights("NotoSansArabic", "cx-arabic", "CX Arabic"),
    *weights("NotoSansHebrew", "cx-hebrew", "CX Hebrew"),
    *weights("NotoSansBengali", "cx-bengali", "CX Bengali"),
    *weights("NotoSansTamil", "cx-tamil", "CX Tamil"),
    *weights("NotoSansThai", "cx-thai", "CX Thai"),
    *weights("NotoSansKhmer", "cx-khmer", "CX Khmer"),
    Face("NotoSansMath_400Regular.ttf", "cx-math-regular.ttf", "CX Math Regular", (), (SPACE, *SYMBOLS)),
    Face("NotoSansSymbols_400Regular.ttf", "cx-signs-regular.ttf", "CX Signs Regular", (), (SPACE, *SYMBOLS)),
    Face("NotoSansSymbols2_400Regular.ttf", "cx-figures-regular.ttf", "CX Figures Regular", (), (SPACE, *SYMBOLS)),
    Face("NotoEmoji_400Regular.ttf", "cx-emoji-regular.ttf", "CX Emoji Regular"),
    Face("NotoSansSC_400Regular.ttf", "cx-sc-regular.ttf", "CX SC Regular", ("gbk",)),
    Face("NotoSansSC_600SemiBold.ttf", "cx-sc-semibold.ttf", "CX SC SemiBold", ("gb2312",)),
    Face("NotoSansTC_400Regular.ttf", "cx-tc-regular.ttf", "CX TC Regular", ("big5hkscs",)),
    Face("NotoSansTC_600SemiBold.ttf", "cx-tc-semibold.ttf", "CX TC SemiBold", ("big5",)),
    Face("NotoSansJP_400Regular.ttf", "cx-jp-regular.ttf", "CX JP Regular", ("euc_jis_2004", "cp932")),
    Face("NotoSansJP_600SemiBold.ttf", "cx-jp-semibold.ttf", "CX JP SemiBold", ("cp932",)),
    Face("NotoSansKR_400Regular.ttf", "cx-kr-regular.ttf", "CX KR Regular", ("euc_kr",), HANGUL),
    Face("NotoSansKR_600SemiBold.ttf", "cx-kr-semibold.ttf", "CX KR SemiBold", ("euc_kr",)),
)

KEPT_FEATURES = ("ccmp", "kern", "ljmo", "mark", "mkmk", "tjmo", "vjmo")
"""Of a face that is cut: those that shaping applies by itself. The others exchange forms and widths when asked to."""

KEPT_NAMES = {0, 5, 7, 8, 9, 10, 11, 12, 13, 14}
"""Copyright, version, trademark, makers, licence; 256 and up are kept where a feature refers to them."""

NO_LONGER_TRUE = ("STAT", "DSIG", "meta")
UPRIGHT = ("vhea", "vmtx", "VORG", "BASE")
"""For lines from top to bottom, which nothing here sets."""
HINTING = ("cvt ", "fpgm", "prep", "gasp", "hdmx", "VDMX", "LTSH")

FS_REGULAR = 1 << 6
FS_USE_TYPO_METRICS = 1 << 7
FS_NAMES_ARE_FINAL = 1 << 8  # meant to keep DirectWrite from reading a weight out of the name


def rename(font: TTFont, face: Face) -> None:
    """Give the font its own family, in which it is the only and regular style."""
    postscript = face.family.replace(" ", "")
    names = font["name"]
    version = names.getDebugName(5) or ""
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES or n.nameID >= 256]
    new = {1: face.family, 2: "Regular", 3: f"{version};{postscript}", 4: face.family, 6: postscript}
    for name_id, text in new.items():
        names.setName(text, name_id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.version = max(os2.version, 4)
    os2.usWeightClass = 400
    os2.usWidthClass = 5
    os2.fsSelection = FS_REGULAR | FS_NAMES_ARE_FINAL | (os2.fsSelection & FS_USE_TYPO_METRICS)
    font["head"].macStyle = 0


def drop_hinting(font: TTFont) -> None:
    """Take the instructions out: nothing here draws hinted text."""
    for tag in HINTING:
        if tag in font:
            del font[tag]
    glyphs = font["glyf"]
    for name in glyphs.keys():  # noqa: SIM118 - not a mapping, cannot be iterated over by itself
        glyphs[name].removeHinting()
    most = font["maxp"]
    most.maxZones = 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(most, f"max{field}", 0)
    most.maxSizeOfInstructions = 0


def cut(font: TTFont, face: Face) -> None:
    """Leave only the characters of the standards in the font, and what they are drawn with."""
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.layout_features = list(KEPT_FEATURES)
    options.drop_tables += [*UPRIGHT, "MATH"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters(face))
    subsetter.subset(font)


def characters(face: Face) -> set[int]:
    """The code points of a face's standards and ranges."""
    found = {code for first, last in face.ranges for code in range(first, last + 1)}
    for standard in face.standards:
        found |= {code for code in range(sys.maxunicode + 1) if _is_in(chr(code), standard)}
    return found


def _is_in(char: str, standard: str) -> bool:
    try:
        return bool(char.encode(standard))
    except UnicodeError:
        return False


def ranges(codes: set[int]) -> str:
    """Write code points as hexadecimal ranges with spaces between: "20-7e a0"."""
    ordered = sorted(codes)
    firsts = [ordered[0], *(after for before, after in pairwise(ordered) if after > before + 1)]
    lasts = [*(before for before, after in pairwise(ordered) if after > before + 1), ordered[-1]]
    return " ".join(
        f"{first:x}-{last:x}" if last > first else f"{first:x}" for first, last in zip(firsts, lasts, strict=True)
    )


def chart(made: list[Path], out: Path) -> None:
    """Write down which characters the files have; what is there of other files stays."""
    path = out / COVERAGE
    known = json.loads(path.read_text("ascii")) if path.is_file() else {}
    for file in made:
        with TTFont(file, lazy=True) as font:
            known[file.name] = ranges(set(font.getBestCmap()))
    path.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n", "ascii", newline="\n")


def build(original: Path, face: Face, out: Path) -> Path:
    """Write `face` into the folder `out` and return its path; ValueError when the original will not do."""
    font = TTFont(original, recalcTimestamp=False, recalcBBoxes=False)
    if "glyf" not in font or "fvar" in font:
        raise ValueError(f"{original} is not a static TrueType font")
    for tag in NO_LONGER_TRUE:
        if tag in font:
            del font[tag]
    if face.standards or face.ranges:
        cut(font, face)
    drop_hinting(font)
    rename(font, face)
    font["name"].removeUnusedNames(font)
    font["head"].modified = font["head"].created
    target = out / face.file
    font.save(target)
    return target


def main(arguments: list[str]) -> int:
    """Build what can be built of `FACES`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="holds the original .ttf files, at any depth")
    parser.add_argument("--out", type=Path, default=RESOURCES)
    options = parser.parse_args(arguments)
    originals = {path.name: path for path in sorted(options.folder.rglob("*.ttf"))}
    made = []
    for face in FACES:
        if face.original in originals:
            target = build(originals[face.original], face, options.out)
            made.append(target)
            print(f"{target}  {target.stat().st_size:,} bytes")
        else:
            print(f"no {face.original} in {options.folder}: {face.file} is left as it is", file=sys.stderr)
    chart(made, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
