"""Copying as a picture: what other programs find on the clipboard then."""

from __future__ import annotations

import io
import sys
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from cxdesigner.layout.scene import Scene
from cxdesigner.model.records import Asset
from cxdesigner.painters.pixels import MAX_SIDE
from cxdesigner.ui.picture_copy import FORMATS, MOST_PIXELS, PictureData
from tests.ui.conftest import small
from tests.ui.hand import CTRL, SHIFT, Hand, Key, Start


def copied(hand: Hand) -> QMimeData:
    hand.key(Key.Key_C, CTRL | SHIFT)
    return QApplication.clipboard().mimeData()


def said(hand: Hand) -> str:
    return " ".join(label.text() for label in hand.window.bench.status.findChildren(QLabel))


def as_bytes(data: QMimeData, kind: str) -> bytes:
    return bytes(data.data(kind).data())


def labels(svg: bytes) -> list[str]:
    found = (element.get("aria-label") for element in ET.fromstring(svg).iter())
    return [label for label in found if label]


def size(svg: bytes) -> tuple[float, float]:
    root = ET.fromstring(svg)
    return tuple(float(root.get(side, "").removesuffix("pt")) for side in ("width", "height"))  # type: ignore[return-value]


def test_the_map_is_there_in_every_format(hand: Hand) -> None:
    hand.session.select(())
    data = copied(hand)
    assert data.formats() == list(FORMATS)
    with Image.open(io.BytesIO(as_bytes(data, "image/png"))) as picture:
        assert picture.size == (round(2 * hand.scene.width + 0.499), round(2 * hand.scene.height + 0.499))
    assert size(as_bytes(data, "image/svg+xml")) == pytest.approx((hand.scene.width, hand.scene.height), abs=0.01)
    (page,) = PdfReader(io.BytesIO(as_bytes(data, "application/pdf"))).pages
    assert "three" in page.extract_text()
    image = data.imageData()
    assert isinstance(image, QImage)
    assert image.width() == round(2 * hand.scene.width + 0.499)
    assert "Copied the map as a picture" in said(hand)
    assert not data.hasText()
    assert as_bytes(data, "text/html") == b""


def test_selected_cards_are_there_alone(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    data = copied(hand)
    svg = as_bytes(data, "image/svg+xml")
    shown = hand.shown("one", "card")
    assert size(svg) == pytest.approx((shown.group.width + 4, shown.group.height + 4), abs=0.01)
    with Image.open(io.BytesIO(as_bytes(data, "image/png"))) as picture:  # sharp where it fills a slide
        assert 780 < max(picture.size) <= 1200
        assert picture.getpixel((1, picture.height // 2)) == picture.getpixel((1, 1)), "no line beside the card"
    assert labels(svg)
    assert "three" not in " ".join(labels(svg))
    (page,) = PdfReader(io.BytesIO(as_bytes(data, "application/pdf"))).pages
    assert "enough to stand" in page.extract_text()
    assert "three" not in page.extract_text()
    assert "Copied card as a picture" in said(hand)


def test_a_stage_is_all_that_is_below_it_with_the_titles_of_the_lanes(hand: Hand) -> None:
    hand.session.select(["B"])
    data = copied(hand)
    svg = as_bytes(data, "image/svg+xml")
    shown = set(labels(svg))
    assert {"B", "b1", "b2", "four", "pains"} <= shown
    assert not {"A", "a1", "three"} & shown
    columns = hand.canvas.columns
    own = [column for column in columns.columns if column.stage == "B"]
    wide = own[-1].x + own[-1].width - own[0].x
    assert size(svg)[0] == pytest.approx(columns.left + wide + 16, abs=0.5)


def test_a_step_is_its_column_and_a_lane_its_row(hand: Hand) -> None:
    hand.session.select(["a2"])
    shown = set(labels(as_bytes(copied(hand), "image/svg+xml")))
    assert {"a2", "three", "pains"} <= shown
    assert not {"b1", "four", "a1"} & shown
    hand.session.select(["pains"])
    svg = as_bytes(copied(hand), "image/svg+xml")
    assert set(labels(svg)) == {"pains", "four"}
    assert size(svg)[0] == pytest.approx(hand.scene.width, abs=0.01)


def test_nothing_is_drawn_before_somebody_asks(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    real = PictureData._drawn

    def noted(self: PictureData, kind: str) -> Any:
        drawn.append(kind)
        return real(self, kind)

    monkeypatch.setattr(PictureData, "_drawn", noted)
    data = copied(hand)
    assert data.formats()
    assert data.hasFormat("image/png")
    assert drawn == []
    assert as_bytes(data, "image/svg+xml") == as_bytes(data, "image/svg+xml") != b""
    assert drawn == ["image/svg+xml"]


def test_it_is_there_when_the_program_has_ended(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    data = copied(hand)
    drawn = {kind: as_bytes(data, kind) for kind in FORMATS[:3]}
    copied(hand)  # one that is replaced before has no say in it
    hand.window.application.qt.aboutToQuit.emit()
    left = QApplication.clipboard().mimeData()
    assert type(left) is QMimeData
    assert {kind: as_bytes(left, kind) for kind in FORMATS[:3]} == drawn
    assert not left.imageData().isNull()
    hand.window.application.qt.aboutToQuit.emit()
    assert QApplication.clipboard().mimeData() is left


def test_a_mistake_while_it_is_drawn_is_told_and_gives_nothing(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))
    data = PictureData(Scene(0.0, 0.0, ()), (), dict)
    assert as_bytes(data, "image/png") == b""
    assert data.imageData().isNull()
    assert [type(error) for error in told] == [ZeroDivisionError, ZeroDivisionError]


def test_what_was_copied_stays_as_it_was(hand: Hand) -> None:
    hand.session.select(())
    data = copied(hand)
    hand.click(hand.middle("two"))
    hand.key(Key.Key_Delete)
    assert "two" not in hand.document
    assert "two" in labels(as_bytes(data, "image/svg+xml"))


def test_a_large_map_gets_fewer_pixels(start: Start) -> None:
    hand = start("saas-subscription")
    hand.session.select(())
    scene = hand.scene._replace(width=8_000.0, height=6_000.0)
    image = PictureData(scene, (), dict).imageData()
    assert image.width() * image.height() == pytest.approx(MOST_PIXELS, rel=0.001)


def test_a_long_lane_is_no_longer_than_can_be_drawn(hand: Hand) -> None:
    image = PictureData(hand.scene._replace(width=20_000.0, height=90.0), (), dict).imageData()
    assert image.width() == MAX_SIDE
    assert image.height() == 144


def test_it_can_be_pasted_as_a_picture(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    copied(hand)
    before = len(hand.document.assets)
    hand.click(hand.middle("four"))
    hand.key(Key.Key_V, CTRL)
    from PySide6.QtTest import QTest

    for _ in range(200):
        QTest.qWait(20)
        if len(hand.document.assets) > before:
            break
    assert [type(asset) for asset in hand.document.assets[before:]] == [Asset]
    assert small().assets == ()
