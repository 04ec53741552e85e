"""What is faded looks alike on the canvas, in a PDF and in an SVG, and from afar as from near."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any, cast

import pypdf
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cxdesigner.layout.fading import SHARE, mixed, pale
from cxdesigner.layout.scene import Band, Box, Group, Picture, Scene
from cxdesigner.layout.scene import Path as Curve
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.painters.qt import QtPainter, render_image
from cxdesigner.painters.svg import write_svg
from tests.painters import scenes
from tests.parity.compare import MOST_OFF, SCALE, compare

pytestmark = pytest.mark.usefixtures("qapp")

PICTURES = Group(
    "p", "card", 20, 4, 300, 60,
    (
        Box(0, 0, 300, 60, "#ffe0b0"), Picture(5, 5, 60, 50, "photo"), Picture(75, 5, 40, 50, "sheer"),
        Picture(120, 5, 60, 50, "absent"),
    ),
)  # fmt: skip


def faded_scene() -> Scene:
    """Give the scene with everything in it, every other card and all shapes and pictures faded."""
    scene = scenes.rich()
    ids = {group.id for band in scene.bands for group in band.groups}
    faded = frozenset(key for key in ids if key in ("m-1", "l-2") or key[-1] in "02468")
    bands = tuple(band._replace(faded=faded) for band in scene.bands)
    extra = Band("more", 430.0, 70.0, (PICTURES,), frozenset({"p"}))
    return scene._replace(bands=(*bands, extra))


def pdf(scene: Scene) -> bytes:
    out = io.BytesIO()
    write_pdf(scenes.one_page(scene), out, assets=scenes.assets())
    return out.getvalue()


def pixel(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(round(x * SCALE), round(y * SCALE))


def test_the_pdf_equals_the_canvas(tmp_path: Path) -> None:
    scene = faded_scene()
    assert compare(pdf(scene), render_image(scene, SCALE, scenes.assets()), save=tmp_path) <= MOST_OFF
    assert compare(pdf(scene), render_image(scenes.rich(), SCALE, scenes.assets())) > MOST_OFF
    resources = cast("Any", pypdf.PdfReader(io.BytesIO(pdf(scene))).pages[0])["/Resources"]
    assert "/ExtGState" in resources
    assert b"/ExtGState" not in pdf(scenes.rich())


def test_colours_are_mixed_with_the_papers() -> None:
    image = render_image(faded_scene(), SCALE, scenes.assets())
    assert pixel(image, 220, 440).name() == pale("#ffe0b0")


def test_the_svg_has_the_same_colours() -> None:
    out = io.BytesIO()
    write_svg(faded_scene(), out, assets=scenes.assets())
    text = out.getvalue().decode()
    assert pale("#ffe0b0") in text
    assert "#ffe0b0" not in text
    assert len(re.findall(f'opacity="{SHARE:g}"', text)) >= 4
    assert mixed("#e4e7eb", SHARE) in text


def coarse(band: Band) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    with QPainter(image) as painter:
        QtPainter(assets=scenes.assets()).paint(painter, band, QRectF(0, 0, 400, 300), coarse=True)
    return image


def test_cards_and_curves_are_faded_from_afar_too() -> None:
    card = Group("c", "card", 10, 10, 100, 50, (Box(0, 0, 100, 50, "#336699"),))
    other = card._replace(id="d", x=150)
    across = Curve((("M", 0.0, 0.0), ("L", 300.0, 60.0), ("L", 0.0, 60.0)), "#aa0000")
    curve = Group("a", "curve", 10, 100, 300, 80, (across,))
    band = Band("l", 0.0, 200.0, (card, other, curve), frozenset({"c", "a"}))
    image = coarse(band)
    near = [abs(one - two) for one, two in zip(
        image.pixelColor(60, 35).getRgb()[:3], QColor(pale("#336699")).getRgb()[:3], strict=True
    )]  # fmt: skip
    assert max(near) <= 2
    assert image.pixelColor(200, 35) == QColor("#336699")
    assert image.pixelColor(60, 150) == QColor(pale("#aa0000"))
    assert coarse(band._replace(faded=frozenset())).pixelColor(60, 150) == QColor("#aa0000")


def test_a_painter_follows_a_filter_that_changes() -> None:
    card = Group("c", "card", 10, 10, 100, 50, (Box(0, 0, 100, 50, "#336699"),))
    plain = Band("l", 0.0, 100.0, (card,))
    pens = QtPainter()
    for coarsely in (True, False):
        seen = []
        for band in (plain, plain._replace(faded=frozenset({"c"})), plain):
            image = QImage(120, 80, QImage.Format.Format_RGB32)
            image.fill(QColor("#ffffff"))
            with QPainter(image) as painter:
                pens.paint(painter, band, coarse=coarsely)
            seen.append(image.pixelColor(60, 35).lightness())
        assert seen[0] == seen[2] < seen[1]
