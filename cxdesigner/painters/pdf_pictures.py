"""Pictures in a PDF: each embedded once, JPEG files as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName, PDFStream, PDFZCompress

from cxdesigner import pictures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from cxdesigner.layout.scene import Picture

Placed = tuple[str, tuple[float, float, float, float]]
"""The picture's name, and the x, y, width and height of all of it, of which the node's rectangle is shown."""


class PdfPictures:
    """The pictures of a document, embedded as pages ask for them."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self._decoded: dict[str, tuple[str, pictures.Pixels] | None] = {}

    def place(self, node: Picture) -> Placed | None:
        """Where the whole picture lies when its middle fills the node's rectangle; None if it cannot be read."""
        if node.asset not in self._decoded:
            self._decoded[node.asset] = self._decode(node.asset)
        known = self._decoded[node.asset]
        if known is None or node.width <= 0 or node.height <= 0:
            return None
        name, pixels = known
        crop = pictures.cover(pixels.width, pixels.height, node.width, node.height)
        scale = node.width / crop.width
        return name, (
            node.x - crop.x * scale,
            node.y - crop.y * scale,
            pixels.width * scale,
            pixels.height * scale,
        )

    def _decode(self, asset: str) -> tuple[str, pictures.Pixels] | None:
        data = self._assets.get(asset)
        if data is None:
            return None
        try:
            pixels = pictures.pixels(data, None if pictures.plain_jpeg(data) else pictures.MAX_SIDE)
        except pictures.PictureError:
            return None
        return f"P{len(self._decoded) + 1}", pixels

    def add_to(self, document: PDFDocument) -> PDFDictionary:
        """Put every picture into the document; returns the dictionary of them that pages refer to."""
        found = {}
        for asset, known in self._decoded.items():
            if known is not None:
                name, pixels = known
                found[name] = document.Reference(_image(document, pixels, self._assets[asset]))
        return PDFDictionary(found)


def _image(document: PDFDocument, pixels: pictures.Pixels, file: bytes) -> PDFStream:
    if pictures.plain_jpeg(file):
        return _stream(pixels, "DeviceRGB", file, jpeg=True)
    image = _stream(pixels, "DeviceRGB", pixels.rgb)
    if pixels.alpha is not None:
        image.dictionary["SMask"] = document.Reference(_stream(pixels, "DeviceGray", pixels.alpha))
    return image


def _stream(pixels: pictures.Pixels, space: str, data: bytes, *, jpeg: bool = False) -> PDFStream:
    facts = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(space),
    }
    if jpeg:
        facts["Filter"] = PDFArrayCompact([PDFName("DCTDecode")])
    return PDFStream(PDFDictionary(facts), data, None if jpeg else [PDFZCompress])
