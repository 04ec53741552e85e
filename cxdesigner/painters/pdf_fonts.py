"""Text in a PDF: every script the same way, one Type0 font a face, one code for each cluster.

A cluster of several glyphs is a composite glyph of the embedded file, and a ToUnicode map leads from each
code back to its text: so what is drawn is what HarfBuzz shaped, and what is copied is what was typed.
Format: ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from cxdesigner.painters.pdf_file import Stream
from cxdesigner.painters.pdf_truetype import Subset, metrics
from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

    from cxdesigner.layout.fonts import Face
    from cxdesigner.layout.glyphs import Cluster, Glyph, Piece

_MOST_CODES = 16_000
"""A font with more codes is followed by another: with its composites it must stay below 65,536 glyphs."""
_WIDEST_GAP = 50
"""Between two letters of a word, in thousandths of the em: from a tenth of it on readers see two words, so that what
is set wider than its glyphs by more than this is a wider glyph in the file.
"""
_SYMBOLIC, _ITALIC = 4, 64
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class PdfFont:
    """The codes used of one face; `name` is what the content calls it."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self._codes: dict[tuple[tuple[Glyph, ...], str, int], str] = {}
        self._used: list[tuple[Cluster, int]] = []
        self._per_unit = 1000 / face.upem
        self._widest_gap = _WIDEST_GAP / self._per_unit

    def room_for(self, clusters: int) -> bool:
        """Whether so many clusters more can be sure of a code."""
        return len(self._used) + clusters <= _MOST_CODES or not self._used

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
                out.append(f"<{''.join(codes)}>{number((width - advance) * self._per_unit)}")
                codes = []
        if codes:
            out.append(f"<{''.join(codes)}>")
        return "".join(out)

    def _new_code(self, cluster: Cluster, width: int) -> str:
        """A code, as it is written, for a cluster that is so wide."""
        self._used.append((cluster, width))
        # Code 0 stays for the glyph that stands for what is missing.
        code = self._codes[cluster.glyphs, cluster.text, width] = f"{len(self._used):04x}"
        return code

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Put the font and all it consists of into the document; returns the reference to it."""
        subset = Subset(self.face, {gid for cluster, _ in self._used for gid, _, _ in cluster.glyphs})
        gids = [0, *(self._glyph(subset, cluster, width) for cluster, width in self._used)]
        file = subset.file()
        to_unicode = _to_unicode([cluster.text for cluster, _ in self._used])
        base = f"{_tag(file, to_unicode)}+{_postscript_name(self.face)}"
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base, subset, file)),
                "DW": 1000,
                "W": PDFArrayCompact([1, PDFArrayCompact(self._widths())]),
                "CIDToGIDMap": _stream(document, b"".join(gid.to_bytes(2, "big") for gid in gids)),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArrayCompact([document.Reference(descendant)]),
                "ToUnicode": _stream(document, to_unicode),
            }
        )
        return document.Reference(font)

    def _glyph(self, subset: Subset, cluster: Cluster, width: int) -> int:
        glyphs = cluster.glyphs
        if len(glyphs) == 1 and glyphs[0][1:] == (0, 0) and width == cluster.natural:
            return subset.number(glyphs[0][0])
        return subset.compose(glyphs, width)

    def _widths(self) -> list[str]:
        return [number(width * self._per_unit) for _, width in self._used]

    def _descriptor(self, document: PDFDocument, base: str, subset: Subset, file: bytes) -> PDFDictionary:
        own = metrics(self.face)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base),
                "Flags": _SYMBOLIC | (_ITALIC if own.italic_angle else 0),
                "FontBBox": PDFArrayCompact(subset.bounds()),
                "ItalicAngle": number(own.italic_angle),
                "Ascent": own.ascent,
                "Descent": own.descent,
                "CapHeight": own.cap_height,
                "StemV": own.stem,
                "FontFile2": _stream(document, file, {"Length1": len(file)}),
            }
        )


class PdfFonts:
    """All the fonts of a document, made as text asks for them."""

    def __init__(self) -> None:
        self._all: list[PdfFont] = []
        self._open: dict[Face, PdfFont] = {}
        self._spaces: dict[Face, Piece] = {}
        self._shown: dict[Piece, tuple[PdfFont, str]] = {}

    def show(self, piece: Piece) -> tuple[PdfFont, str]:
        """The font to select and what a TJ array then needs, kept for as long as the document is written."""
        shown = self._shown.get(piece)
        if shown is None:
            font = self._font(piece.face, len(piece.clusters))
            shown = self._shown[piece] = (font, font.show(piece))
        return shown

    def space(self, face: Face) -> tuple[PdfFont, str]:
        """Give what `show` gives of a space between two words."""
        piece = self._spaces.get(face)
        if piece is None:
            piece = self._spaces[face] = face.shape(" ")
        return self.show(piece)

    def _font(self, face: Face, clusters: int) -> PdfFont:
        font = self._open.get(face)
        if font is None or not font.room_for(clusters):
            font = self._open[face] = PdfFont(f"F{len(self._all) + 1}", face)
            self._all.append(font)
        return font

    def add_to(self, document: PDFDocument) -> PDFDictionary:
        """Put every font into the document; returns the dictionary of them that pages refer to."""
        return PDFDictionary({font.name: font.add_to(document) for font in self._all})


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


def _to_unicode(texts: list[str]) -> bytes:
    """The map from codes, counted from 1, to texts. What has no text has no entry, for readers show an empty
    one as a control character.
    """
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>\n"
        for code, text in enumerate(texts, 1)
        if text
    ]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")
