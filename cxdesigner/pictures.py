"""Picture files: their size, whether they may be used, and their pixels.

The only module that opens a picture file. Everything here takes and gives bytes; a file that is not a
picture, or one too large, raises PictureError with a sentence for people. Pillow takes 20 ms to import and most
projects hold no pictures: it is imported with the first one.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 64_000_000
MAX_SIDE = 2048
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_JPEG_QUALITY = 88


class PictureError(ValueError):
    """A file that cannot be used as a picture; says why in a sentence."""


class Pixels(NamedTuple):
    """A decoded picture: rows from the top, three bytes a pixel; `alpha` a byte a pixel, None if opaque."""

    width: int
    height: int
    rgb: bytes
    alpha: bytes | None


class Crop(NamedTuple):
    """A rectangle of a picture, in its pixels."""

    x: float
    y: float
    width: float
    height: float


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, read from the file's head; as stored, before any turn that it asks for."""
    with _opened(data) as image:
        return image.size


def check(data: bytes) -> None:
    """Raise PictureError if this is no picture, or has more than 64 megapixels; decodes nothing."""
    width, height = size(data)
    if width * height > MAX_PIXELS:
        megapixels = width * height / 1_000_000
        raise PictureError(
            f"The picture has {megapixels:.0f} megapixels; at most {MAX_PIXELS // 1_000_000} can be used."
        )


def for_project(data: bytes) -> bytes:
    """The picture as a project keeps it: upright, sRGB bytes, no side over 2048 pixels, no metadata.

    A PNG if anything in it is see-through or it came without loss, otherwise a JPEG.
    """
    from PIL import Image, ImageOps

    image = _decoded(data)
    lossless = image.format in ("PNG", "GIF", "BMP")
    image = ImageOps.exif_transpose(image)
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    image = _flat(image)
    out = io.BytesIO()
    if lossless or image.mode == "RGBA":
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue()


def pixels(data: bytes, max_side: int | None = None) -> Pixels:
    """The decoded picture, made smaller if a side is longer than `max_side` pixels."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(_decoded(data))
    if max_side is not None:
        image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    image = _flat(image)
    if image.mode == "RGB":
        return Pixels(image.width, image.height, image.tobytes(), None)
    alpha = image.getchannel("A").tobytes()
    return Pixels(image.width, image.height, image.convert("RGB").tobytes(), alpha)


def plain_jpeg(data: bytes) -> bool:
    """Whether these bytes are a three-channel JPEG that stands upright, so that it can be embedded as is."""
    with _opened(data) as image:
        upright = image.getexif().get(0x0112, 1) == 1
        return image.format == "JPEG" and image.mode == "RGB" and upright


def media_type(data: bytes) -> str:
    """The file's media type, such as "image/png"."""
    from PIL import Image

    with _opened(data) as image:
        return Image.MIME.get(image.format or "", "application/octet-stream")


def cover(width: float, height: float, box_width: float, box_height: float) -> Crop:
    """The largest middle part of a picture with the shape of a box."""
    if width * box_height > height * box_width:
        kept = height * box_width / box_height
        return Crop((width - kept) / 2, 0.0, kept, height)
    kept = width * box_height / box_width
    return Crop(0.0, (height - kept) / 2, width, kept)


def _opened(data: bytes) -> Image.Image:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures when it opens them; `check` is where that is judged.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError("This file is not a picture that can be read.") from error


def _decoded(data: bytes) -> Image.Image:
    from PIL import Image

    check(data)
    image = _opened(data)
    try:
        image.load()
    except (OSError, ValueError, SyntaxError, IndexError, Image.DecompressionBombError) as error:
        raise PictureError("The picture is damaged and cannot be read.") from error
    return image


def _flat(image: Image.Image) -> Image.Image:
    """RGBA if any pixel is see-through, otherwise RGB."""
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        lowest = rgba.getchannel("A").getextrema()[0]
        return rgba if isinstance(lowest, int | float) and lowest < 255 else rgba.convert("RGB")
    return image.convert("RGB")
