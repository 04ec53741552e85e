"""Every script that there are fonts for: drawn without a box, alike on canvas, PDF and SVG, and found as typed."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from cxdesigner.layout.scene import Scene
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.painters.qt import render_image
from cxdesigner.painters.svg import write_svg
from tests import scripts
from tests.parity.compare import MOST_OFF, SCALE, compare
from tests.scripts import MIXED, SAMPLES, Sample

ALL = {**SAMPLES, **MIXED}
FIRST = {"CX Sans Regular"}
MOST_OFF_IN_SVG = 0.005
"""Outlines are filled by another rasteriser than letters are, which shows along their edges."""

every_script = pytest.mark.parametrize("name", ALL)
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


def from_svg(scene: Scene) -> QImage:
    out = io.BytesIO()
    write_svg(scene, out)
    image = QImage(round(scene.width * SCALE), round(scene.height * SCALE), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(out.getvalue())).render(painter, QRectF(0, 0, scene.width * SCALE, scene.height * SCALE))
    painter.end()
    return image


@every_script
def test_it_is_drawn_without_a_box_in_the_face_that_is_made_for_it(name: str) -> None:
    made = scripts.paragraph(ALL[name])
    assert scripts.boxes(made) == ""
    assert {piece.face.name for line in made.lines for _, piece in line.pieces} - FIRST == ALL[name].faces


@every_script
@pytest.mark.parametrize("weight", ["semibold", "bold", "italic"])
def test_in_every_style_it_is_drawn_without_a_box(name: str, weight: str) -> None:
    assert scripts.boxes(scripts.paragraph(ALL[name], style=TextStyle(weight, 9.0, 13.0))) == ""


@every_script
@pytest.mark.usefixtures("qapp")
def test_the_pdf_and_the_svg_equal_the_canvas(name: str, tmp_path: Path) -> None:
    scene = scripts.scene(scripts.paragraph(ALL[name]))
    scene = scene._replace(width=round(scene.width), height=round(scene.height))
    pdf = scripts.pdf([scene])
    canvas = render_image(scene, SCALE, {})
    assert compare(pdf, canvas, save=tmp_path) <= MOST_OFF
    assert compare(pdf, from_svg(scene)) <= MOST_OFF_IN_SVG


@needs_pdftotext
@pytest.mark.parametrize("name", SAMPLES)
def test_poppler_finds_every_line_as_it_was_typed(name: str, tmp_path: Path) -> None:
    made = scripts.paragraph(SAMPLES[name])
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    assert scripts.by_poppler(path) == [scripts.typed(made)]


@pytest.mark.parametrize("name", SAMPLES)
def test_pdfium_finds_every_line_as_it_was_typed(name: str, tmp_path: Path) -> None:
    made = scripts.paragraph(SAMPLES[name])
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    assert scripts.by_pdfium(path) == [scripts.typed(made)]


@pytest.mark.parametrize("name", MIXED)
def test_where_directions_mix_no_letter_is_lost(name: str, tmp_path: Path) -> None:
    """The order is the reader's: it guesses where one direction ends, and which way a bracket then opens."""
    made = scripts.paragraph(MIXED[name])
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    (found,) = scripts.by_pdfium(path)
    letters = [sorted("".join(lines).replace("(", ")").replace(" ", "")) for lines in (found, scripts.typed(made))]
    assert letters[0] == letters[1]


def test_what_a_word_is_made_of_is_near_enough_to_be_read_as_one(tmp_path: Path) -> None:
    """In Bengali a letter can stand so far from the one before that a reader would see two words."""
    made = scripts.paragraph(Sample("bn", "বন্ধুত্বপূর্ণ শংকামুক্ত জীবন"))
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    assert scripts.by_pdfium(path) == [scripts.typed(made)]
