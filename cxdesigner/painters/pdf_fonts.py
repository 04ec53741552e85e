"""Text in a PDF: every script the same way, one code for each cluster.

A cluster of several glyphs is a composite glyph of the embedded file, and a ToUnicode map leads from each
code back to its text: so what is drawn is what HarfBuzz shaped, and what is copied is what was typed.
A face begins with a simple font, whose codes are one byte: that of a letter in ASCII is the letter's own, so that
text packs as text does. What has no place in it any more goes into a Type0 font with two bytes a code, and both
embed the same file.
Format: ISO 32000-1, 9.6.3 (TrueType), 9.7 (composite fonts) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName, PDFObjectReference, PDFString

from cxdesigner.painters.pdf_file import Stream
from cxdesigner.painters.pdf_tounicode import to_unicode
from cxdesigner.painters.pdf_truetype import Subset, metrics
from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from cxdesigner.layout.fonts import Face
    from cxdesigner.layout.glyphs import Cluster, Glyph, Piece

_NARROW: Final = (*range(0x80, 0x100), *range(1, 0x20), 0x7F)
"""The codes of one byte that are not those of letters, in the order in which they are given away."""
_WIDE: Final = range(1, 0x1_0000)
_MOST_WIDE: Final = 16_000
"""A font with more codes is followed by another: with its composites, a file must stay below 65,536 glyphs."""
_WIDEST_GAP = 50
"""Between two letters of a word, in thousandths of the em: from a tenth of it on readers see two words, so that what
is set wider than its glyphs by more than this is a wider glyph in the file.
"""
_SYMBOLIC, _ITALIC = 4, 64
_ESCAPED: Final = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})


class PdfFont:
    """The codes used of one face; `name` is what the content calls it. Those of a wide font have two bytes.

    `agreed` says by which code of one byte other fonts mean a text, and takes those of this one.
    """

    def __init__(self, name: str, face: Face, agreed: dict[str, int], *, is_wide: bool = False) -> None:
        self.name = name
        self.face = face
        self.is_wide = is_wide
        self._agreed = agreed
        self.used: dict[int, tuple[Cluster, int]] = {}
        """What each code shows, and how wide it is in units of the face."""
        self._wide = iter(_WIDE)
        self._left = _MOST_WIDE if is_wide else len(_NARROW)
        self._codes: dict[tuple[tuple[Glyph, ...], str, int], str] = {}
        self._per_unit = 1000 / face.upem
        self._widest_gap = _WIDEST_GAP / self._per_unit

    def has_room(self, clusters: Sequence[Cluster]) -> bool:
        """Whether these can be sure of a code each; a wide font takes any that come first."""
        if len(clusters) <= self._left or (self.is_wide and not self.used):
            return True
        wanted = {(cluster.glyphs, cluster.text, self._width(cluster)) for cluster in clusters}
        return len(wanted - self._codes.keys()) <= self._left

    def show(self, piece: Piece) -> str:
        """The piece as elements of a TJ array: codes, and kerning where its advances are not the natural ones."""
        out, codes = [], []
        known, widest_gap = self._codes, self._widest_gap
        for cluster in piece.clusters:
            glyphs, text, natural, advance = cluster
            width = natural if advance - natural <= widest_gap else advance
            code = known.get((glyphs, text, width)) or self._new_code(cluster, width)
            codes.append(code)
            if advance != width:
                out.append(f"({''.join(codes)}){number((width - advance) * self._per_unit)}")
                codes = []
        if codes:
            out.append(f"({''.join(codes)})")
        return "".join(out)

    def _width(self, cluster: Cluster) -> int:
        return cluster.natural if cluster.advance - cluster.natural <= self._widest_gap else cluster.advance

    def _new_code(self, cluster: Cluster, width: int) -> str:
        """A code, as it is written, for a cluster that is so wide."""
        text = cluster.text
        if self.is_wide:
            code = next(self._wide)
            self._left -= 1
        elif len(text) == 1 and " " <= text <= "~" and ord(text) not in self.used:
            code = ord(text)
        else:
            code = self._agreed_code(text)
            self._left -= 1
        self.used[code] = cluster, width
        written = (chr(code >> 8) + chr(code & 255) if self.is_wide else chr(code)).translate(_ESCAPED)
        self._codes[cluster.glyphs, text, width] = written
        return written

    def _agreed_code(self, text: str) -> int:
        """A code of one byte for a text: that of other fonts if it is free here, else one that none has if there is."""
        code = self._agreed.get(text)
        if code is None or code in self.used:
            free = [other for other in _NARROW if other not in self.used]
            of_others = set(self._agreed.values())
            code = next((other for other in free if other not in of_others), free[0])
        self._agreed.setdefault(text, code)
        return code


class PdfFonts:
    """All the fonts of a document, made as text asks for them."""

    def __init__(self) -> None:
        self._all: list[PdfFont] = []
        self._open: dict[Face, PdfFont] = {}
        self._agreed: dict[str, int] = {}
        self._spaces: dict[Face, Piece] = {}
        self.shown: dict[Piece, tuple[PdfFont, str, float]] = {}
        """What `show` gave of pieces, for those who are in a hurry."""

    def show(self, piece: Piece) -> tuple[PdfFont, str, float]:
        """The font to select, what a TJ array then needs, and how wide that is in ems."""
        shown = self.shown.get(piece)
        if shown is None:
            font = self._font(piece.face, piece.clusters)
            shown = self.shown[piece] = (font, font.show(piece), piece.advance / piece.face.upem)
        return shown

    def space(self, face: Face) -> tuple[PdfFont, str, float]:
        """Give what `show` gives of a space between two words."""
        piece = self._spaces.get(face)
        if piece is None:
            piece = self._spaces[face] = face.shape(" ")
        return self.show(piece)

    def _font(self, face: Face, clusters: Sequence[Cluster]) -> PdfFont:
        font = self._open.get(face)
        if font is None:
            font = self._opened(face, is_wide=False)
        if not font.has_room(clusters):
            font = self._opened(face, is_wide=True)
        return font

    def _opened(self, face: Face, *, is_wide: bool) -> PdfFont:
        font = self._open[face] = PdfFont(f"F{len(self._all) + 1}", face, self._agreed, is_wide=is_wide)
        self._all.append(font)
        return font

    def add_to(self, document: PDFDocument) -> PDFDictionary:
        """Put every font into the document; returns the dictionary of them that pages refer to."""
        faces: dict[Face, list[PdfFont]] = {}
        for font in self._all:
            faces.setdefault(font.face, []).append(font)
        maps = _Maps(document, self._all)
        made: dict[str, PDFObjectReference] = {}
        for face, fonts in faces.items():
            # The first one may have been given nothing, if what came first was too much for it.
            used = [font for font in fonts if font.used]
            # Wide fonts of a face are only followed by others where a file would have too many glyphs.
            for at in range(0, len(used), 2):
                made |= _Embedded(face, used[at : at + 2], maps).add_to(document)
        return PDFDictionary({font.name: made[font.name] for font in self._all if font.used})


class _Maps:
    """The maps from codes to texts: one for all narrow fonts that mean the same by them, one for each other font."""

    def __init__(self, document: PDFDocument, fonts: list[PdfFont]) -> None:
        self._document = document
        self._common: dict[int, str] = {}
        self._sharing: set[PdfFont] = set()
        self._written: dict[bytes, PDFObjectReference] = {}
        for font in fonts:
            texts = _texts(font)
            if not font.is_wide and all(self._common.get(code, text) == text for code, text in texts.items()):
                self._common |= texts
                self._sharing.add(font)

    def of(self, font: PdfFont) -> bytes:
        """Give the map of a font as it is written."""
        return to_unicode(self._common if font in self._sharing else _texts(font), is_wide=font.is_wide)

    def reference(self, data: bytes) -> PDFObjectReference:
        """Give the reference to a map in the document, which has each of them once."""
        if data not in self._written:
            self._written[data] = _stream(self._document, data)
        return self._written[data]


class _Embedded:
    """Fonts that share a file, of which at most one is narrow."""

    def __init__(self, face: Face, fonts: list[PdfFont], maps: _Maps) -> None:
        self._maps = maps
        self._face = face
        self._fonts = fonts
        self._per_unit = 1000 / face.upem
        subset = Subset(
            face, {gid for font in fonts for cluster, _ in font.used.values() for gid, _, _ in cluster.glyphs}
        )
        self._subset = subset
        self._glyphs = [
            {code: self._glyph(cluster, width) for code, (cluster, width) in sorted(font.used.items())}
            for font in fonts
        ]

    def _glyph(self, cluster: Cluster, width: int) -> int:
        glyphs = cluster.glyphs
        if len(glyphs) == 1 and glyphs[0][1:] == (0, 0) and width == cluster.natural:
            return self._subset.number(glyphs[0][0])
        return self._subset.compose(glyphs, width)

    def add_to(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """Put the fonts and all they consist of into the document; returns the references to them by name."""
        narrow = next((glyphs for font, glyphs in zip(self._fonts, self._glyphs, strict=True) if not font.is_wide), {})
        file = self._subset.file(narrow)
        texts = [self._maps.of(font) for font in self._fonts]
        base = f"{_tag(file, *texts)}+{_postscript_name(self._face)}"
        descriptor = document.Reference(self._descriptor(document, base, file))
        made = {}
        for font, glyphs, text in zip(self._fonts, self._glyphs, texts, strict=True):
            reference = self._maps.reference(text)
            facts = {"Type": PDFName("Font"), "BaseFont": PDFName(base), "ToUnicode": reference}
            facts |= (
                self._wide(document, base, descriptor, font, glyphs) if font.is_wide else self._narrow(descriptor, font)
            )
            made[font.name] = document.Reference(PDFDictionary(facts))
        return made

    def _narrow(self, descriptor: PDFObjectReference, font: PdfFont) -> dict[str, object]:
        first, last = min(font.used), max(font.used)
        return {
            "Subtype": PDFName("TrueType"),
            "FirstChar": first,
            "LastChar": last,
            "Widths": PDFArrayCompact([self._width(font, code) for code in range(first, last + 1)]),
            "FontDescriptor": descriptor,
        }

    def _wide(
        self, document: PDFDocument, base: str, descriptor: PDFObjectReference, font: PdfFont, glyphs: dict[int, int]
    ) -> dict[str, object]:
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": descriptor,
                "DW": 1000,
                "W": PDFArrayCompact([1, PDFArrayCompact([self._width(font, code) for code in font.used])]),
                # Code 0 stays for the glyph that stands for what is missing.
                "CIDToGIDMap": _stream(document, b"".join(gid.to_bytes(2, "big") for gid in (0, *glyphs.values()))),
            }
        )
        return {
            "Subtype": PDFName("Type0"),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArrayCompact([document.Reference(descendant)]),
        }

    def _width(self, font: PdfFont, code: int) -> str:
        shown = font.used.get(code)
        return "0" if shown is None else number(shown[1] * self._per_unit)

    def _descriptor(self, document: PDFDocument, base: str, file: bytes) -> PDFDictionary:
        own = metrics(self._face)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base),
                "Flags": _SYMBOLIC | (_ITALIC if own.italic_angle else 0),
                "FontBBox": PDFArrayCompact(self._subset.bounds()),
                "ItalicAngle": number(own.italic_angle),
                "Ascent": own.ascent,
                "Descent": own.descent,
                "CapHeight": own.cap_height,
                "StemV": own.stem,
                "FontFile2": _stream(document, file, {"Length1": len(file)}),
            }
        )


def _texts(font: PdfFont) -> dict[int, str]:
    return {code: cluster.text for code, (cluster, _) in font.used.items()}


def _stream(document: PDFDocument, data: bytes, more: dict[str, int] | None = None) -> PDFObjectReference:
    return document.Reference(Stream(more or {}, data, packed=True))


def _tag(*parts: bytes) -> str:
    """Six capitals that say that this is a subset: the same for the same contents."""
    digest = hashlib.sha256(b"".join(parts)).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    import uharfbuzz

    name = face.hb.face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or face.name
    return "".join(letter for letter in name if (letter.isascii() and letter.isalnum()) or letter == "-")
