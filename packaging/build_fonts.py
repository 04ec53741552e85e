"""Makes the fonts in `resources/fonts` out of static TrueType files; run by hand when a face is added.

    python packaging/build_fonts.py FOLDER [--out resources/fonts]

FOLDER holds the original files, at any depth. They come from the npm packages `@expo-google-fonts/noto-sans`,
`@expo-google-fonts/noto-sans-arabic` and so on (`npm pack` one and unpack it). Every row of `FACES` whose
original is found in FOLDER is written, the others are named and left alone. The same originals and the same
version of fontTools give the same bytes.

Each file becomes a family of its own with one regular style, so that no toolkit can put an installed font of
the same name, or another weight, in its place: glyph ids in a scene belong to exactly these files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "fonts"


class Face(NamedTuple):
    """One file: what it is made from, its name in `resources/fonts` and the family it is known by."""

    original: str
    file: str
    family: str


FACES = (
    Face("NotoSans_400Regular.ttf", "cx-sans-regular.ttf", "CX Sans Regular"),
    Face("NotoSans_600SemiBold.ttf", "cx-sans-semibold.ttf", "CX Sans SemiBold"),
    Face("NotoSans_700Bold.ttf", "cx-sans-bold.ttf", "CX Sans Bold"),
    Face("NotoSans_400Regular_Italic.ttf", "cx-sans-italic.ttf", "CX Sans Italic"),
)

KEPT_NAMES = {0, 5, 7, 8, 9, 10, 11, 12, 13, 14}
"""Copyright, version, trademark, makers, licence; 256 and up are kept where a feature refers to them."""

NO_LONGER_TRUE = ("STAT", "DSIG", "meta")
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


def build(original: Path, face: Face, out: Path) -> Path:
    """Write `face` into the folder `out` and return its path; ValueError when the original will not do."""
    font = TTFont(original, recalcTimestamp=False, recalcBBoxes=False)
    if "glyf" not in font or "fvar" in font:
        raise ValueError(f"{original} is not a static TrueType font")
    for tag in NO_LONGER_TRUE:
        if tag in font:
            del font[tag]
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
    for face in FACES:
        if face.original in originals:
            target = build(originals[face.original], face, options.out)
            print(f"{target}  {target.stat().st_size:,} bytes")
        else:
            print(f"no {face.original} in {options.folder}: {face.file} is left as it is", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
