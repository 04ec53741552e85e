"""Picture files: what is taken, what is refused, what becomes of it."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from cxdesigner import pictures
from tests.painters import scenes


def png_head(width: int, height: int) -> bytes:
    """A PNG that ends where its pixels should begin."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 100) + b"IDAT"


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def test_the_size_is_read_from_the_head() -> None:
    assert pictures.size(png_head(300, 200)) == (300, 200)


def test_64_megapixels_are_taken_and_more_are_refused_unread() -> None:
    pictures.check(png_head(8_000, 8_000))
    with pytest.raises(pictures.TooLargeError, match="65 megapixels; at most 64"):
        pictures.check(png_head(8_000, 8_100))
    with pytest.raises(pictures.TooLargeError, match="more than 64 megapixels"):
        pictures.check(png_head(100_000, 100_000))


@pytest.mark.parametrize("data", [b"", b"hello", b"<svg/>", b"GIF89a?", png_head(3, 3)[:20]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(pictures.PictureError, match="not a picture"):
        pictures.check(data)


def test_a_damaged_picture_is_refused() -> None:
    for data in (scenes.photo(kind="PNG")[:200], png_head(30, 30)):
        with pytest.raises(pictures.PictureError, match="damaged"):
            pictures.pixels(data)


def test_a_large_picture_is_made_smaller_and_stays_a_jpeg() -> None:
    data = pictures.for_project(saved(Image.new("RGB", (4_000, 1_000), "#336699"), "JPEG"))
    assert pictures.size(data) == (2048, 512)
    assert pictures.media_type(data) == "image/jpeg"
    assert pictures.plain_jpeg(data)


def test_what_is_sheer_or_came_without_loss_becomes_a_png() -> None:
    for kind in ("PNG", "RGBA"):
        data = pictures.for_project(scenes.photo(90, 60, kind))
        assert pictures.media_type(data) == "image/png"
    webp = pictures.for_project(saved(Image.new("RGBA", (20, 20), (255, 0, 0, 128)), "WEBP"))
    assert pictures.media_type(webp) == "image/png"
    assert pictures.pixels(webp).alpha == b"\x80" * 400


def test_a_photo_is_turned_upright_and_tells_nothing_of_its_maker() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    exif[0x010F] = "Camera"
    turned = saved(Image.new("RGB", (40, 20), "#336699"), "JPEG", exif=exif)
    assert not pictures.plain_jpeg(turned)
    data = pictures.for_project(turned)
    assert pictures.size(data) == (20, 40)
    assert b"Camera" not in data


def test_pixels_are_rows_of_three_bytes() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.putdata([0, 1])
    got = pictures.pixels(saved(image, "GIF"))
    assert got == pictures.Pixels(2, 1, b"\xff\x00\x00\x00\x00\xff", None)


@pytest.mark.parametrize(
    ("picture", "box", "crop"),
    [
        ((300, 200), (10, 10), (50, 0, 200, 200)),
        ((200, 300), (20, 10), (0, 100, 200, 100)),
        ((200, 100), (2, 1), (0, 0, 200, 100)),
    ],
)
def test_a_picture_covers_a_box_with_its_middle(
    picture: tuple[int, int], box: tuple[int, int], crop: tuple[int, int, int, int]
) -> None:
    assert pictures.cover(*picture, *box) == crop


def test_a_part_of_a_picture() -> None:
    image = Image.new("RGB", (90, 30), "#0000ff")
    image.paste("#ff0000", (0, 0, 30, 30))
    data = pictures.cropped(saved(image, "PNG"), pictures.Crop(-10, 5, 40, 50))
    assert pictures.size(data) == (30, 25)
    assert pictures.pixels(data).rgb == bytes((255, 0, 0)) * 30 * 25
    assert pictures.size(pictures.cropped(saved(image, "JPEG"), pictures.Crop(500, 500, 9, 9))) == (1, 1)
