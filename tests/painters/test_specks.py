"""A sheet so small that a card is less than a pixel high looks as it does from afar, only drawn faster."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from cxdesigner.layout.scene import Band, Box, Group, Path, Scene, Stroke
from cxdesigner.painters.qt import QtPainter
from cxdesigner.painters.qt.specks import SPECKS, draw_specks

pytestmark = pytest.mark.usefixtures("qapp")

SIDE = 60
WIDE = SIDE / SPECKS * 1.25


def card(key: str, x: float, fill: str | None) -> Group:
    return Group(key, "card", x, 0, WIDE / 4, WIDE, (Box(0, 0, WIDE / 4, WIDE, fill, Stroke("#dddddd", 0.8)),))


def drawn(*groups: Group, faded: frozenset[str] = frozenset()) -> QImage:
    paper = Box(0, 0, WIDE, WIDE, "#ffffff")
    over = Group("link", "link", 0, 0, WIDE, WIDE, (Box(0, WIDE * 0.9, WIDE, WIDE * 0.1, "#112233"),))
    scene = Scene(WIDE, WIDE, (Band("lane", 0.0, WIDE, groups, faded),), under=(paper,), over=(over,))
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    with QPainter(image) as painter:
        painter.scale(SIDE / WIDE, SIDE / WIDE)
        draw_specks(QtPainter(), painter, scene)
    return image


def test_a_card_has_its_colour_and_some_of_its_ink() -> None:
    image = drawn(card("a", 0, "#ff8080"), card("b", WIDE / 2, "#ffffff"))
    colored, white, paper = (image.pixelColor(x, 20) for x in (5, 35, 55))
    assert colored.red() > colored.green() + 80
    assert 200 < white.red() < 250
    assert paper == QColor("#ffffff")


def test_links_curves_and_cards_without_a_ground_are_drawn_as_from_afar() -> None:
    curve = Path((("M", "0", "0"), ("L", f"{WIDE / 3}", "0"), ("L", f"{WIDE / 3}", f"{WIDE}"), ("Z",)), "#00aa00", None)
    image = drawn(Group("p", "curve", 0, 0, WIDE, WIDE, (curve,)), card("none", WIDE / 2, None))
    assert image.pixelColor(15, 10).green() > image.pixelColor(15, 10).red() + 80
    assert image.pixelColor(40, 58) == QColor("#112233")
    assert image.pixelColor(40, 20) == QColor("#ffffff")


def test_a_card_that_a_filter_fades_is_paler() -> None:
    plain = drawn(card("a", 0, "#3050c0")).pixelColor(5, 20)
    assert drawn(card("a", 0, "#3050c0"), faded=frozenset("a")).pixelColor(5, 20).red() > plain.red() + 60
