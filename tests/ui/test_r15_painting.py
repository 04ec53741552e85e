"""A mistake in painting leaves the rest drawn, is told once, and closes nothing (R15)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.scene import Band
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.canvas.overlay import Overlay
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.hooks import Hooks
from tests.ui.hand import Hand, Key, difference


@pytest.fixture
def sentences(hand: Hand, tmp_path: Path) -> Iterator[list[str]]:
    """Give what is told, as the program tells it."""
    hooks, told = Hooks(tmp_path / "log"), list[str]()
    hooks.tell(hand.window.application)
    hand.window.application.mishap_told.connect(told.append)
    hooks.install()
    yield told
    hooks.remove()


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let painting one band go wrong, halfway through."""

    def begin(key: str) -> None:
        whole = QtPainter.paint

        def paint(self: QtPainter, painter: QPainter, what: Any, *given: Any, **named: Any) -> None:
            if isinstance(what, Band) and what.key == key:
                painter.translate(1000, 1000)
                painter.setOpacity(0.1)
                painter.setClipRect(0, 0, 1, 1)
                raise RuntimeError("a mistake in a band")
            whole(self, painter, what, *given, **named)

        monkeypatch.setattr(QtPainter, "paint", paint)

    return begin


def rows_that_differ(hand: Hand, before: Any) -> tuple[float, float]:
    """Give the first and the last height on the sheet at which the canvas differs from how it was."""
    hand.canvas._layer.forget()
    box = difference(before, hand.picture()).getbbox()
    assert box is not None
    ratio = hand.canvas.devicePixelRatioF()
    top, bottom = (hand.canvas.camera.to_sheet(0, y / ratio)[1] for y in (box[1], box[3]))
    return top, bottom


@pytest.mark.parametrize("zoom", [0.6, 0.3])
def test_r15_a_band_that_cannot_be_painted_leaves_the_rest_drawn(
    hand: Hand, sentences: list[str], spoil: Callable[[str], None], zoom: float
) -> None:
    hand.canvas.zoom_to(zoom)
    hand.session.select()
    before = hand.picture()
    spoil("pains")
    band = hand.band("pains")
    hand.canvas._layer._bands.clear()
    top, bottom = rows_that_differ(hand, before)
    slack = 6 / zoom
    assert band.top - slack < top < bottom < band.top + band.height + slack
    for _ in range(3):
        rows_that_differ(hand, before)
    assert len(sentences) == 1
    assert "Something went wrong in the program" in sentences[0]


def test_r15_work_goes_on_after_a_mistake_in_painting(
    hand: Hand, sentences: list[str], spoil: Callable[[str], None]
) -> None:
    spoil("pains")
    hand.canvas._layer.forget()
    hand.picture()
    hand.session.select("three")
    hand.type("Waits")
    hand.key(Key.Key_Escape)
    hand.session.select("two")
    hand.key(Key.Key_Delete)
    assert "two" not in hand.document
    assert len(sentences) == 1


def test_r15_a_mistake_over_the_sheet_leaves_the_sheet_drawn(
    hand: Hand, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.session.select()
    before = hand.picture()

    def paint(_self: Overlay, painter: QPainter) -> None:
        painter.translate(500, 500)
        raise RuntimeError("a mistake over the sheet")

    monkeypatch.setattr(Overlay, "paint", paint)
    after = hand.picture()
    inked = difference(before, after).histogram()[255]
    assert inked < before.width() * before.height() / 100
    hand.picture()
    assert len(sentences) == 1


def test_r15_a_sheet_that_cannot_be_laid_out_is_a_desk(
    hand: Hand, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: CanvasView) -> None:
        raise RuntimeError("a mistake in a layout")

    with monkeypatch.context() as context:
        context.setattr(CanvasView, "scene", property(fail))
        context.setattr(Overlay, "paint", lambda *_: None)
        context.setattr(type(hand.canvas.sticky), "paint", lambda *_: None)
        context.setattr(type(hand.canvas.folding), "paint", lambda *_: None)
        context.setattr(type(hand.canvas.folding), "tip", lambda *_: None)
        picture = hand.picture()
    assert picture.pixelColor(QPointF(picture.rect().center()).toPoint()).name() == hand.canvas.tokens.desk.lower()
    assert len(sentences) == 1
    assert hand.picture().pixelColor(picture.rect().center()) != picture.pixelColor(picture.rect().center())


def test_r15_what_is_handed_out_is_not_drawn_in_part(hand: Hand, spoil: Callable[[str], None]) -> None:
    spoil("pains")
    picture = QPixmap(100, 100)
    with QPainter(picture) as painter, pytest.raises(RuntimeError):
        QtPainter(Fonts.load()).draw_scene(painter, hand.scene)
