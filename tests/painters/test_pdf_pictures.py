"""Pictures in a PDF: once each, with the pixels that the page needs, JPEG as JPEG, the rest without loss."""

from __future__ import annotations

import io
from typing import Any, cast

import pypdf
import pytest
from PIL import Image

from cxdesigner import pictures
from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.picture_sizes import picture_sizes
from cxdesigner.layout.publication import Publication
from cxdesigner.layout.scene import Band, Group, Picture, Scene
from cxdesigner.painters.pdf import write_pdf
from tests.painters import scenes


def noise(width: int, height: int, kind: str = "JPEG", mode: str = "RGB", **more: Any) -> bytes:
    out = io.BytesIO()
    image = Image.effect_noise((width, height), 60).convert(mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((width, height)))
    image.save(out, kind, **more)
    return out.getvalue()


def page(*sizes: tuple[float, float], scale: float = 1.0, asset: str = "a") -> Page:
    card = Group("c", "card", 5, 5, 300, 300, tuple(Picture(0, 0, *size, asset) for size in sizes))
    scene = Scene(600, 600, (Band("l", 0, 600, (card,)),))
    return Page(600 * scale, 600 * scale, (View(scene, scale),))


def images(data: bytes, *pages: Page) -> list[Any]:
    out = io.BytesIO()
    write_pdf(Publication(pages), out, assets={"a": data})
    again = io.BytesIO()
    write_pdf(Publication(pages), again, assets={"a": data})
    assert out.getvalue() == again.getvalue()
    found = {}
    for one in pypdf.PdfReader(out).pages:
        for name, image in cast("Any", one)["/Resources"]["/XObject"].items():
            found[name] = image.get_object()
    return list(found.values())


def test_sizes_are_those_on_the_page() -> None:
    scenes_of = [page((30.0, 20.0), (60.0, 40.0), scale=0.5), page((30.0, 20.0))]
    assert picture_sizes(scenes_of) == {"a": {(15.0, 10.0), (30.0, 20.0)}}
    under = Scene(9, 9, (), under=(Picture(0, 0, 1, 2, "u"),), over=(Picture(0, 0, 3, 4, "o"),))
    assert picture_sizes([Page(9, 9, (View(under), View(under)))]) == {"u": {(1, 2)}, "o": {(3, 4)}}


def test_a_photo_has_300_pixels_to_the_inch_where_it_is_largest() -> None:
    (image,) = images(noise(1200, 800), page((72.0, 48.0)), page((36.0, 24.0)))
    assert (image["/Width"], image["/Height"]) == (300, 200)
    assert image["/Filter"] == "/DCTDecode"
    (larger,) = images(noise(1200, 800), page((72.0, 48.0)), page((72.0, 48.0), scale=2.5))
    assert (larger["/Width"], larger["/Height"]) == (750, 500)


def test_a_photo_with_little_more_than_that_is_left_as_it_is() -> None:
    data = noise(440, 300)
    (image,) = images(data, page((72.0, 48.0)))
    assert image._data == data
    (enlarged,) = images(data, page((500.0, 300.0)))
    assert enlarged._data == data


def test_what_is_cut_away_counts() -> None:
    (image,) = images(noise(1200, 600), page((36.0, 36.0)))
    assert (image["/Width"], image["/Height"]) == (300, 150)


def test_a_picture_without_loss_stays_so() -> None:
    for mode, bands in (("RGB", 1), ("RGBA", 2)):
        data = noise(60, 40, "PNG", mode)
        (image,) = images(data, page((72.0, 48.0)))
        wanted = pictures.pixels(data)
        assert image.get_data() == wanted.rgb
        assert ("/SMask" in image) == (bands == 2)
        if wanted.alpha is not None:
            assert image["/SMask"].get_data() == wanted.alpha
    (small,) = images(noise(1200, 800, "PNG"), page((72.0, 48.0)))
    assert (small["/Width"], small["/Height"], small["/Filter"]) == (300, 200, "/FlateDecode")


@pytest.mark.parametrize("mode", ["L", "CMYK", "turned"])
def test_other_jpegs_stay_jpegs(mode: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = noise(90, 60, exif=exif) if mode == "turned" else noise(90, 60, mode=mode)
    (image,) = images(data, page((72.0, 48.0)))
    assert (image["/Width"], image["/Height"]) == ((60, 90) if mode == "turned" else (90, 60))
    assert (image["/Filter"], image["/ColorSpace"]) == ("/DCTDecode", "/DeviceRGB")


def test_a_picture_in_no_room_is_a_box() -> None:
    assert images(noise(90, 60), page((0.0, 10.0))) != []
    out = io.BytesIO()
    write_pdf(Publication((page((0.0, 10.0), (10.0, 0.0)),)), out, assets={"a": noise(9, 9)})
    content = pypdf.PdfReader(out).pages[0].get_contents()
    assert content is not None
    assert b" Do" not in content.get_data()


def test_a_small_file_is_made_of_a_large_photo() -> None:
    out = io.BytesIO()
    write_pdf(Publication((page((26.0, 26.0)),)), out, assets={"a": scenes.photo(2000, 2000)})
    assert len(out.getvalue()) < 12_000
