"""The PDF looks like the canvas: the scene with every kind of node in it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from cxdesigner.layout.scene import Box, GlyphRun, Scene
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.painters.qt import render_image
from tests.painters import scenes
from tests.parity.compare import MOST_OFF, SCALE, compare

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

pytestmark = pytest.mark.usefixtures("qapp")


def pdf(scene: Scene) -> bytes:
    out = io.BytesIO()
    write_pdf(scenes.one_page(scene), out, assets=scenes.assets())
    return out.getvalue()


def image(scene: Scene) -> QImage:
    return render_image(scene, SCALE, scenes.assets())


def test_a_scene_with_everything_looks_alike(tmp_path: Path) -> None:
    scene = scenes.rich()
    assert compare(pdf(scene), image(scene), save=tmp_path) <= MOST_OFF


def test_the_comparison_sees_a_word_that_moved() -> None:
    one, other = (Scene(100, 30, (), under=(GlyphRun(x, 20, scenes.line("Waits"), "#000000"),)) for x in (10.0, 11.0))
    assert compare(pdf(one), image(one)) <= MOST_OFF
    assert compare(pdf(one), image(other)) > MOST_OFF


def test_the_comparison_sees_a_colour() -> None:
    one, other = (Scene(100, 30, (), under=(Box(0, 0, 10, 10, fill),)) for fill in ("#ff0000", "#0000ff"))
    assert compare(pdf(one), image(other)) == pytest.approx(100 / 3000)
