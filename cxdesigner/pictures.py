"""Picture files: their size, whether they may be used, and their pixels.

The only module that opens a picture file. Everything here takes and gives bytes; a file that is not a
picture, or one too large, raises PictureError with a sentence for people. Pillow takes 20 ms to import and most
projects hold no pictures: it is imported with the first one.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.sentences import Sentence, SentenceError, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

MAX_PIXELS = 64_000_000
MAX_SIDE = 2048
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_JPEG_QUALITY = 88
_ORIENTATION = 0x0112
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""EXIF orientation, which says how the picture lies, to the Image.Transpose that sets it upright."""

_NO_PICTURE = say("This file is not a picture that can be read.")
DAMAGED = say("The picture is damaged and cannot be read.")


class PictureError(SentenceError, ValueError):
    """A file that cannot be used as a picture."""


class TooLargeError(PictureError):
    """A picture of more than 64 megapixels."""


class Pixels(NamedTuple):
    """A decoded picture: rows from the top, three bytes a pixel; `alpha` a byte a pixel, None if opaque."""

    width: int
    height: int
    rgb: bytes
    alpha: bytes | None


class Packed(NamedTuple):
    """A picture without loss: zlib streams of rows, each with the PNG filter that it begins with; three bytes a pixel,
    and one of `alpha`, None if it is opaque.
    """

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
    """Width and height in pixels of the picture as it is drawn, upright; read from the file's head."""
    with _opened(data) as image:
        return _upright_size(image)


def proved_size(data: bytes) -> tuple[int, int]:
    """The size, as `size` gives it, of a picture that was decoded once to see that all of it is there."""
    check(data)
    with _opened(data) as image, _guarded(DAMAGED):
        found = _upright_size(image)
        # A JPEG is read whole at an eighth of its size too, in a 64th of the memory.
        image.draft(None, (1, 1))
        image.load()
        return found


def check(data: bytes) -> None:
    """Raise PictureError if this is no picture, TooLargeError if it has more than 64 megapixels; decodes nothing."""
    width, height = size(data)
    if width * height > MAX_PIXELS:
        megapixels = width * height / 1_000_000
        raise TooLargeError(
            say(
                "The picture has {megapixels:.0f} megapixels; at most {amount} can be used.",
                megapixels=megapixels,
                amount=MAX_PIXELS // 1_000_000,
            )
        )


def for_project(data: bytes) -> bytes:
    """The picture as a project keeps it: upright, sRGB bytes, no side over 2048 pixels, no metadata.

    A PNG if anything in it is see-through or it came without loss, otherwise a JPEG.
    """
    return _encoded(*_upright(data, MAX_SIDE))


def cropped(data: bytes, crop: Crop) -> bytes:
    """A part of the picture, as a project keeps pictures; what of it lies outside the picture is left out."""
    image, kind = _upright(data, None)
    left, top = max(0, round(crop.x)), max(0, round(crop.y))
    right = max(left + 1, min(image.width, round(crop.x + crop.width)))
    bottom = max(top + 1, min(image.height, round(crop.y + crop.height)))
    with _guarded(DAMAGED):
        return _encoded(image.crop((left, top, right, bottom)), kind)


def _encoded(image: Image.Image, kind: str | None) -> bytes:
    out = io.BytesIO()
    with _guarded(DAMAGED):
        if kind in ("PNG", "GIF", "BMP") or image.mode == "RGBA":
            image.save(out, "PNG", optimize=True)
        else:
            image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue()


def pixels(data: bytes, max_side: int | None = None) -> Pixels:
    """The decoded picture, made smaller if a side is longer than `max_side` pixels."""
    image, _ = _upright(data, max_side)
    with _guarded(DAMAGED):
        if image.mode == "RGB":
            return Pixels(image.width, image.height, image.tobytes(), None)
        alpha = image.getchannel("A").tobytes()
        return Pixels(image.width, image.height, image.convert("RGB").tobytes(), alpha)


def packed(data: bytes, max_side: int) -> Packed:
    """The picture as files keep it without loss, made smaller if a side is longer than `max_side` pixels."""
    image, _ = _upright(data, max_side)
    with _guarded(DAMAGED):
        if image.mode == "RGB":
            return Packed(image.width, image.height, _rows(image), None)
        return Packed(image.width, image.height, _rows(image.convert("RGB")), _rows(image.getchannel("A")))


def smaller_jpeg(data: bytes, max_side: int) -> bytes:
    """A JPEG as a three-channel one that stands upright, with no side longer than `max_side` pixels."""
    check(data)
    image = _opened(data)
    with _guarded(DAMAGED):
        # The decoder leaves out what is not needed: an eighth, a quarter or half of the size is enough to begin with.
        image.draft("RGB", (max_side, max_side))
        turn = _turn(image)
        image.load()
        upright = image.convert("RGB") if turn is None else image.transpose(turn).convert("RGB")
        if max(upright.size) > max_side:
            upright.thumbnail((max_side, max_side))
        return _encoded(upright, "JPEG")


def is_jpeg(data: bytes) -> bool:
    """Whether these bytes are a JPEG of any kind."""
    with _opened(data) as image:
        return image.format == "JPEG"


def plain_jpeg(data: bytes) -> bool:
    """Whether these bytes are a three-channel JPEG that stands upright, so that it can be embedded as is."""
    with _opened(data) as image:
        return image.format == "JPEG" and image.mode == "RGB" and _turn(image) is None


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


def _rows(image: Image.Image) -> bytes:
    """The pixels of a picture as a PNG has them, filtered and deflated."""
    out = io.BytesIO()
    image.save(out, "PNG")
    data = out.getvalue()
    found, at = [], 8
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IDAT":
            found.append(data[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(found)


@contextlib.contextmanager
def _guarded(sentence: Sentence) -> Iterator[None]:
    """Have whatever Pillow raises become a PictureError: a damaged file makes it raise anything at all."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures, which `check` judges, and of damage, which is told as an error or is none.
            warnings.simplefilter("ignore")
            yield
    except PictureError:
        raise
    except Exception as error:
        raise PictureError(sentence) from error


def _opened(data: bytes) -> Image.Image:
    with _guarded(_NO_PICTURE):
        from PIL import Image

        try:
            return Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise TooLargeError(
                say(
                    "The picture has more than {amount} megapixels, which is the most that can be used.",
                    amount=MAX_PIXELS // 1_000_000,
                )
            ) from error


def _upright(data: bytes, max_side: int | None) -> tuple[Image.Image, str | None]:
    """The decoded picture, upright, RGB or RGBA, no side over `max_side` pixels; and its file's format."""
    check(data)
    image = _opened(data)
    with _guarded(DAMAGED):
        from PIL import Image

        kind, turn = image.format, _turn(image)
        image.load()
        if turn is not None:
            image = image.transpose(turn)
        if max_side is not None:
            image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
        return _flat(image), kind


def _upright_size(image: Image.Image) -> tuple[int, int]:
    from PIL import Image

    lying = (
        Image.Transpose.ROTATE_90,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.TRANSVERSE,
    )
    return (image.height, image.width) if _turn(image) in lying else image.size


def _turn(image: Image.Image) -> Image.Transpose | None:
    """What sets an opened picture upright; None if it stands. Decodes nothing."""
    with _guarded(DAMAGED):
        from PIL import Image

        if image.format == "TIFF":  # Pillow turns these itself.
            return None
        # That of a PNG would decode the pixels, to look for what stands behind them.
        turn = _TURNS.get(Image.Image.getexif(image).get(_ORIENTATION, 1))
        return None if turn is None else Image.Transpose(turn)


def _flat(image: Image.Image) -> Image.Image:
    """RGBA if any pixel is see-through, otherwise RGB."""
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        lowest = rgba.getchannel("A").getextrema()[0]
        return rgba if isinstance(lowest, int | float) and lowest < 255 else rgba.convert("RGB")
    return image.convert("RGB")
