"""Damaged picture files: a sentence or a grey box, whatever the decoder makes of them."""

from __future__ import annotations

import contextlib
import io
import random
from functools import cache

import pytest
from PIL import Image

from cxdesigner import pictures
from cxdesigner.layout.scene import Picture, Scene
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.painters.qt import write_png
from cxdesigner.painters.svg import write_svg
from tests.painters import scenes

pytestmark = pytest.mark.usefixtures("qapp")


def packed(data: bytes) -> pictures.Packed:
    return pictures.packed(data, 9)


def smaller_jpeg(data: bytes) -> bytes:
    return pictures.smaller_jpeg(data, 9)


USES = (
    pictures.size,
    pictures.proved_size,
    pictures.check,
    pictures.pixels,
    pictures.plain_jpeg,
    pictures.is_jpeg,
    packed,
    smaller_jpeg,
    pictures.media_type,
    pictures.for_project,
)


def saved(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    out = io.BytesIO()
    Image.linear_gradient("L").resize((24, 16)).convert("RGB").save(out, kind, exif=exif)
    return out.getvalue()


@cache
def corpus(kind: str) -> list[bytes]:
    """Files cut off, and files with some bytes changed, most of them in the head."""
    good, chance = saved(kind), random.Random(kind)
    found = [good[: len(good) * part // 16] for part in range(16)]
    for turn in range(300):
        data = bytearray(good)
        for _ in range(chance.choice((1, 1, 2, 8))):
            data[chance.randrange(min(len(data), 200) if turn % 3 else len(data))] = chance.randrange(256)
        found.append(bytes(data))
    mark = good.find(b"II*\0") if b"II*\0" in good else good.find(b"MM\0*")
    assert mark >= 0
    found += [good[:mark] + other + good[mark + 4 :] for other in (b"????", b"\0\0\0\0", b"II+\0", b"MM\0+")]
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("use", USES, ids=lambda use: use.__name__)
def test_a_damaged_file_gives_a_sentence_or_a_picture(kind: str, use: object) -> None:
    assert callable(use)
    for data in corpus(kind):
        with contextlib.suppress(pictures.PictureError):
            use(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_damaged_file_does_not_stop_a_painter(kind: str) -> None:
    files = {str(number): data for number, data in enumerate(corpus(kind))}
    nodes = tuple(Picture(float(at % 20) * 10, float(at // 20) * 10, 9.0, 9.0, key) for at, key in enumerate(files))
    scene = Scene(200.0, 200.0, (), under=nodes)
    pdf, svg, png = io.BytesIO(), io.BytesIO(), io.BytesIO()
    write_pdf(scenes.one_page(scene), pdf, assets=files)
    write_svg(scene, svg, assets=files)
    write_png(scene, png, 1.0, assets=files)
    assert pdf.getvalue().startswith(b"%PDF-")
    assert svg.getvalue().rstrip().endswith(b"</svg>")
    assert pictures.size(png.getvalue()) == (200, 200)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_size_is_that_of_the_upright_picture(kind: str) -> None:
    drawn = pictures.pixels(saved(kind))
    assert pictures.size(saved(kind)) == pictures.proved_size(saved(kind)) == (drawn.width, drawn.height) == (16, 24)
    assert b"Camera" not in pictures.for_project(saved(kind))


def test_a_jpeg_goes_into_a_pdf_without_its_pixels_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    out, file = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (640, 320), "#336699").save(file, "JPEG")
    monkeypatch.setattr(pictures, "pixels", None)
    scene = Scene(200.0, 200.0, (), under=(Picture(0.0, 0.0, 100.0, 100.0, "a"),))
    write_pdf(scenes.one_page(scene), out, assets={"a": file.getvalue()})
    assert file.getvalue() in out.getvalue()
    assert b"/Width 640" in out.getvalue()
