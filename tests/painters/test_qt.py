"""The Qt painter: culling, coarse drawing, fonts, pictures, images."""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path as FilePath
from typing import Any, cast

import PySide6
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from cxdesigner.layout.families import STYLES
from cxdesigner.layout.fonts import Face, Fonts
from cxdesigner.layout.glyphs import Line
from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Node, Path, Picture, Scene, Stroke
from cxdesigner.painters.pixels import pixel_size
from cxdesigner.painters.qt import QtPainter, render_image, write_png
from cxdesigner.painters.qt.fonts import QtFonts
from cxdesigner.painters.qt.paper import page_in_steps
from tests.painters import scenes

pytestmark = pytest.mark.usefixtures("qapp")


def painted(
    *nodes: Node, scale: float = 1.0, coarse: bool = False, exposed: QRectF | None = None, **files: bytes
) -> QImage:
    image = QImage(round(100 * scale), round(60 * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    try:
        QtPainter(None, files).draw_scene(painter, Scene(100, 60, (), under=nodes), exposed, coarse=coarse)
    finally:
        painter.end()
    return image


def color(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def ink(image: QImage) -> int:
    """How many pixels are not paper."""
    data = bytes(image.constBits())
    return sum(1 for at in range(0, len(data), 4) if data[at : at + 3] != b"\xff\xff\xff")


def test_groups_and_bands_add_their_offsets() -> None:
    inner = Group("b", "in", 5, 5, 10, 10, (Box(1, 1, 8, 8, "#ff0000"),))
    band = Band("l", 20, 30, (Group("a", "card", 30, 0, 20, 20, (inner,)),))
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QtPainter().draw_scene(painter, Scene(100, 60, (band,)))
    painter.end()
    assert color(image, 36, 26) == "#ff0000"
    assert color(image, 43, 33) == "#ff0000"
    assert color(image, 35, 25) == color(image, 44, 34) == "#ffffff"


def test_what_is_not_exposed_is_left_out() -> None:
    cards = tuple(Group(str(at), "card", 40 * at, 0, 20, 20, (Box(0, 0, 20, 20, "#00ff00"),)) for at in range(3))
    image = painted(*cards, exposed=QRectF(0, 0, 25, 25))
    assert color(image, 10, 10) == "#00ff00"
    assert color(image, 90, 10) == "#ffffff"


def test_the_painter_gives_the_transform_back() -> None:
    image = QImage(820, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.7, 0.7)
    before = painter.transform()
    for coarse in (False, True):
        QtPainter(None, scenes.assets()).draw_scene(painter, scenes.rich(), coarse=coarse)
        assert painter.transform() == before
    painter.end()


@pytest.mark.parametrize("size", [9.0, 8.25, 10.4, 40.0])
@pytest.mark.parametrize("scale", [1, 8])
def test_text_is_drawn_at_every_size(size: float, scale: int) -> None:
    text = GlyphRun(2, 45, scenes.line("HI", size), "#000000")
    image = painted(text, scale=scale)
    stem = scale * size / 10  # about the width of the letter's strokes
    assert ink(image) > 20 * stem * stem


def test_fractional_sizes_are_not_rounded() -> None:
    widths = []
    for size in (8.6, 9.4):
        image = painted(GlyphRun(0, 30, scenes.line("HHHHHH", size), "#000000"), scale=10)
        columns = [x for x in range(image.width()) if any(color(image, x, y) == "#000000" for y in (260, 280))]
        widths.append(columns[-1] - columns[0])
    assert widths[1] / widths[0] == pytest.approx(9.4 / 8.6, abs=0.01)


def test_coarse_draws_bars_in_a_lighter_ink_and_keeps_large_letters() -> None:
    small = painted(Box(0, 0, 100, 60, "#ffff00"), GlyphRun(10, 30, scenes.line("Waits here"), "#000000"), coarse=True)
    bar = {color(small, x, 27) for x in range(12, 40)}
    assert len(bar) == 1
    assert bar.isdisjoint({"#ffff00", "#000000"})
    large = painted(GlyphRun(10, 40, scenes.line("Waits", 30), "#000000"), coarse=True)
    assert "#ffffff" in {color(large, x, 30) for x in range(12, 60)}


def test_coarse_keeps_what_lies_above_above() -> None:
    image = painted(
        Group(
            "a",
            "card",
            0,
            0,
            60,
            60,
            (
                Box(0, 0, 60, 60, "#ff0000", Stroke("#000000", 2)),
                Path((("M", 0, 0), ("L", 60, 0), ("L", 60, 60), ("L", 0, 60), ("Z",)), "#00ff00"),
                Box(10, 10, 20, 20, "#0000ff"),
            ),
        ),
        Box(20, 20, 20, 20, "#ff00ff"),
        coarse=True,
    )
    assert color(image, 5, 50) == "#00ff00"
    assert color(image, 15, 15) == "#0000ff"
    assert color(image, 25, 25) == "#ff00ff"


def test_coarse_draws_icons_as_small_rectangles() -> None:
    image = painted(
        Path((("M", 10, 10), ("C", 14, 10, 18, 14, 18, 18), ("L", 10, 18), ("Z",)), "#ff0000"),
        Path((("M", 30, 10), ("L", 38, 18), ("M", 38, 10), ("L", 30, 18)), stroke=Stroke("#0000ff")),
        Path((("M", 50, 10), ("L", 58, 10)), stroke=Stroke("#00ff00", 2)),
        coarse=True,
    )
    assert color(image, 17, 11) == "#ff0000"
    assert color(image, 34, 11) == color(image, 34, 14) != "#ffffff"
    assert color(image, 54, 10) == "#00ff00"


@pytest.mark.parametrize("asset", ["absent", "bad"])
def test_a_picture_that_cannot_be_read_is_a_quiet_box(asset: str) -> None:
    image = painted(Picture(10, 10, 40, 30, asset), bad=b"not a picture")
    assert color(image, 12, 12) == "#e4e7eb"
    assert color(image, 30, 25) != "#e4e7eb"


def test_a_picture_covers_its_rectangle_about_the_middle() -> None:
    file = Image.new("RGB", (300, 100), "#ff0000")
    file.paste("#0000ff", (100, 0, 200, 100))
    out = io.BytesIO()
    file.save(out, "PNG")
    image = painted(Picture(10, 10, 40, 40, "p", 20.0), p=out.getvalue())
    assert color(image, 30, 30) == color(image, 14, 30) == "#0000ff"
    assert color(image, 11, 11) == "#ffffff"


def test_a_font_that_is_not_the_bundled_one_is_refused(tmp_path: FilePath) -> None:
    # Qt is asked for the family that the regular file registered, whose `head` is another one.
    painted(GlyphRun(0, 20, scenes.line("A"), "#000000"))
    path = tmp_path / "other.ttf"
    with TTFont(scenes.face("bold").path) as font:
        font["name"].setName(scenes.face("regular").name, 1, 3, 1, 0x409)
        font.save(path)
    text = Line(10.0, ((0.0, Face(path).shape("A")),), 6.0, "A")
    with pytest.raises(RuntimeError, match="not the one that came with the program"):
        QtFonts().runs(text)


def test_all_bundled_fonts_are_what_qt_draws_with() -> None:
    fonts = Fonts.load()
    assert QtPainter(fonts), "a font that is another one is refused"
    for face in {face for style in STYLES for face in fonts.faces(style)}:
        assert QtFonts([face]), face.name


def test_a_font_is_opened_when_it_is_first_drawn() -> None:
    fonts = Fonts.load()
    QtPainter(fonts)
    opened = {face.path.name for style in STYLES for face in fonts.faces(style) if "hb" in vars(face)}
    assert opened == {f"cx-sans-{style}.ttf" for style in STYLES}


def test_an_unknown_node_is_refused() -> None:
    with pytest.raises(AssertionError):
        painted(cast("Any", ("circle", 1, 2)))
    with pytest.raises(AssertionError):
        painted(cast("Any", ("circle", 1, 2)), coarse=True)


def test_a_png_says_how_large_it_is() -> None:
    out = io.BytesIO()
    write_png(scenes.rich(), out, 2.0, scenes.assets())
    with Image.open(out) as image:
        assert image.size == (1640, 1000)
        assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)


def test_too_large_a_picture_is_refused_with_a_sentence() -> None:
    wide, high = Scene(10_000, 100, ()), Scene(300, 10_000, ())
    assert pixel_size(wide, 3.2) == (32_000, 320)
    with pytest.raises(ValueError, match="32,000 a side can be written: choose a width of at most 32,000 pixels"):
        render_image(wide, 3.3, {})
    with pytest.raises(ValueError, match="choose a width of at most 960 pixels"):
        write_png(high, io.BytesIO(), 3.3)
    assert pixel_size(high, 960 / 300) == (960, 32_000)


def test_there_is_no_image_in_memory_without_bounds() -> None:
    with pytest.raises(MemoryError, match="no room for a picture of 25,000 × 25,000 pixels"):
        render_image(Scene(10_000, 10_000, ()), 2.5, {})


@pytest.mark.parametrize("rows", [1, 65, 129, 150, 400, 10_000])
@pytest.mark.parametrize("scale", [0.7, 2.0])
def test_a_picture_in_bands_is_the_one_that_is_drawn_in_one_piece(rows: int, scale: float) -> None:
    scene = scenes.rich()
    whole = render_image(scene, scale, scenes.assets()).convertToFormat(QImage.Format.Format_RGB888)
    out = io.BytesIO()
    write_png(scene, out, scale, scenes.assets(), band=rows * whole.width())
    with Image.open(out) as image:
        assert image.size == (whole.width(), whole.height())
        stride = whole.bytesPerLine()
        other = Image.frombuffer("RGB", image.size, bytes(whole.constBits()), "raw", "RGB", stride, 1)
        assert ImageChops.difference(image, other).getbbox() is None


def test_qt_takes_no_references_to_none() -> None:
    """PySide6 6.12.0 drops one for many calls, until Python 3.11 aborts."""
    if sys.version_info >= (3, 12):  # None is immortal from here on, so that only the version can be watched
        assert PySide6.__version_info__ < (6, 12)
        return
    scene = scenes.crowd(1_500)
    image = QImage(1000, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pens = QtPainter()
    pens.draw_scene(painter, scene)
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(3):  # 1,500 cards of five primitives each
        pens.draw_scene(painter, scene)
        pens.draw_scene(painter, scene, coarse=True)
    gc.collect()
    painter.end()
    assert abs(sys.getrefcount(None) - before) < 500


def test_from_afar_a_group_over_another_is_drawn_over_it() -> None:
    field = Group("lane", "field", 0, 0, 300, 60, (Box(0, 0, 300, 30, "#ffffff"), Box(0, 30, 300, 30, "#eeeeee")))
    curve = Path((("M", 0.0, 45.0), ("L", 300.0, 45.0)), None, Stroke("#ff0000", 6))
    scene = Scene(300, 60, (Band("lane", 0, 60, (field, Group("ana", "curve", 0, 0, 300, 60, (curve,)))),))
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QtPainter().draw_scene(painter, scene, coarse=True)
    painter.end()
    assert image.pixelColor(150, 45).name() == "#ff0000"


def test_a_page_in_steps_is_the_page_that_is_drawn_at_once() -> None:
    scene = scenes.rich()
    views = (View(scene, 0.4, 10.0, 10.0, Clip(10.0, 10.0, 300.0, 120.0)), View(scenes.crowd(90), 0.05, 20.0, 150.0))
    page, images = Page(400.0, 260.0, views), []
    for in_steps in (True, False):
        image = QImage(800, 520, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.scale(2, 2)
        if in_steps:
            assert sum(1 for _ in page_in_steps(QtPainter(None, scenes.assets()), painter, page)) > 5
        else:
            QtPainter(None, scenes.assets()).draw_page(painter, page)
        assert painter.transform() == QTransform.fromScale(2, 2)
        painter.end()
        images.append(image)
    assert images[0] == images[1]
    assert ink(images[0]) > 5_000
