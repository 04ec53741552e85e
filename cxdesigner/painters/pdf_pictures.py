"""Pictures in a PDF: each embedded once, with as many pixels as the largest place where it stands can show.

JPEG files are embedded as they are, and encoded anew only where they have clearly more pixels than that.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

from cxdesigner import pictures
from cxdesigner.painters.pdf_file import Stream
from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from cxdesigner.layout.scene import Picture

Placed = tuple[str, tuple[float, float, float, float]]
"""The picture's name, and the x, y, width and height of all of it, of which the node's rectangle is shown."""


_DENSITY: Final = 300 / 72
"""Pixels to a point that a page needs."""
_MUCH: Final = 1.5
"""A picture with less than so many times the pixels that are needed is left as it is."""


class _Embedded(NamedTuple):
    """A picture as it stands in the file: a JPEG, else rows of pixels as a PNG has them. `whole` is its full size."""

    name: str
    whole: tuple[int, int]
    width: int
    height: int
    data: bytes
    alpha: bytes | None
    is_jpeg: bool


class PdfPictures:
    """The pictures of a document, embedded as pages ask for them; `sizes` are those at which they are shown."""

    def __init__(self, assets: Mapping[str, bytes], sizes: Mapping[str, Iterable[tuple[float, float]]]) -> None:
        self._assets = assets
        self._sizes = sizes
        self._known: dict[str, _Embedded | None] = {}
        self._states: dict[float, str] = {}

    def place(self, node: Picture) -> Placed | None:
        """Where the whole picture lies when its middle fills the node's rectangle; None if it cannot be read."""
        if node.asset not in self._known:
            self._known[node.asset] = self._read(node.asset)
        known = self._known[node.asset]
        if known is None or node.width <= 0 or node.height <= 0:
            return None
        width, height = known.whole
        crop = pictures.cover(width, height, node.width, node.height)
        scale = node.width / crop.width
        return known.name, (node.x - crop.x * scale, node.y - crop.y * scale, width * scale, height * scale)

    def _read(self, asset: str) -> _Embedded | None:
        """Decode a picture, to prove it; its pixels are not kept, since a sheet may show hundreds."""
        data = self._assets.get(asset)
        if data is None:
            return None
        name = f"P{len(self._known) + 1}"
        try:
            whole = pictures.size(data)
            needed = self._needed(asset, whole)
            if not pictures.is_jpeg(data):
                width, height, rgb, alpha = pictures.packed(data, needed)
                return _Embedded(name, whole, width, height, rgb, alpha, is_jpeg=False)
            if needed < max(whole) or not pictures.plain_jpeg(data):
                data = pictures.smaller_jpeg(data, needed)
            return _Embedded(name, whole, *pictures.proved_size(data), data, None, is_jpeg=True)
        except pictures.PictureError:
            return None

    def _needed(self, asset: str, whole: tuple[int, int]) -> int:
        """Give how many pixels the longer side of a picture is to have."""
        longer = max(whole)
        shares = [
            _DENSITY * width / pictures.cover(*whole, width, height).width
            for width, height in self._sizes.get(asset, ())
            if width > 0 and height > 0
        ]
        share = max(shares, default=1.0)
        most = math.ceil(longer * share) if share * _MUCH < 1 else longer
        return max(1, min(most, pictures.MAX_SIDE))

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
    image = _stream(picture, "DeviceRGB", 3, picture.data)
    if picture.alpha is not None:
        image.dictionary["SMask"] = document.Reference(_stream(picture, "DeviceGray", 1, picture.alpha))
    return image


def _stream(picture: _Embedded, space: str, channels: int, data: bytes) -> Stream:
    facts = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(space),
        "Filter": PDFName("DCTDecode" if picture.is_jpeg else "FlateDecode"),
    }
    if not picture.is_jpeg:
        # 15: each row says which of PNG's filters it has.
        facts["DecodeParms"] = PDFDictionary({"Predictor": 15, "Colors": channels, "Columns": picture.width})
    return Stream(facts, data)
