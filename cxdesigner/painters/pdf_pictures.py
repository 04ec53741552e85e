"""Pictures in a PDF: each embedded once, JPEG files as they are."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName

from cxdesigner import pictures
from cxdesigner.painters.pdf_file import Stream
from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from cxdesigner.layout.scene import Picture

Placed = tuple[str, tuple[float, float, float, float]]
"""The picture's name, and the x, y, width and height of all of it, of which the node's rectangle is shown."""


class _Embedded(NamedTuple):
    """A picture as it stands in the file: a JPEG as it is, else rows of pixels, deflated."""

    name: str
    width: int
    height: int
    data: bytes
    alpha: bytes | None
    is_jpeg: bool


class PdfPictures:
    """The pictures of a document, embedded as pages ask for them."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self._known: dict[str, _Embedded | None] = {}
        self._states: dict[float, str] = {}

    def place(self, node: Picture) -> Placed | None:
        """Where the whole picture lies when its middle fills the node's rectangle; None if it cannot be read."""
        if node.asset not in self._known:
            self._known[node.asset] = self._read(node.asset)
        known = self._known[node.asset]
        if known is None or node.width <= 0 or node.height <= 0:
            return None
        crop = pictures.cover(known.width, known.height, node.width, node.height)
        scale = node.width / crop.width
        return known.name, (
            node.x - crop.x * scale,
            node.y - crop.y * scale,
            known.width * scale,
            known.height * scale,
        )

    def _read(self, asset: str) -> _Embedded | None:
        """Decode a picture, to prove it; its pixels are not kept, since a sheet may show hundreds."""
        data = self._assets.get(asset)
        if data is None:
            return None
        name = f"P{len(self._known) + 1}"
        try:
            if pictures.plain_jpeg(data):
                return _Embedded(name, *pictures.proved_size(data), data, None, is_jpeg=True)
            width, height, rgb, alpha = pictures.pixels(data, pictures.MAX_SIDE)
        except pictures.PictureError:
            return None
        packed = None if alpha is None else zlib.compress(alpha)
        return _Embedded(name, width, height, zlib.compress(rgb), packed, is_jpeg=False)

    def state(self, opacity: float) -> str:
        """The name of the graphics state in which pictures are painted with an opacity, 0..1."""
        return self._states.setdefault(opacity, f"A{len(self._states) + 1}")

    def states(self) -> dict[str, PDFDictionary]:
        """The graphics states that pages refer to, under their place among the resources; nothing if there are none."""
        states = {name: PDFDictionary({"ca": number(opacity)}) for opacity, name in self._states.items()}
        return {"ExtGState": PDFDictionary(states)} if states else {}

    def add_to(self, document: PDFDocument) -> PDFDictionary:
        """Put every picture into the document; returns the dictionary of them that pages refer to."""
        known = [picture for picture in self._known.values() if picture is not None]
        return PDFDictionary({picture.name: document.Reference(_image(document, picture)) for picture in known})


def _image(document: PDFDocument, picture: _Embedded) -> Stream:
    image = _stream(picture, "DeviceRGB", picture.data, "DCTDecode" if picture.is_jpeg else "FlateDecode")
    if picture.alpha is not None:
        image.dictionary["SMask"] = document.Reference(_stream(picture, "DeviceGray", picture.alpha, "FlateDecode"))
    return image


def _stream(picture: _Embedded, space: str, data: bytes, packing: str) -> Stream:
    facts = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(space),
        "Filter": PDFArrayCompact([PDFName(packing)]),
    }
    return Stream(facts, data)
