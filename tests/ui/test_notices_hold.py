"""A notice that comes or goes does not push the sheet away under the hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from cxdesigner.ui.panels.notices import Notice
from tests.ui.hand import Hand


def on_screen(hand: Hand, card: str) -> QPoint:
    x, y = hand.canvas.camera.to_view(*hand.middle(card))
    return hand.canvas.viewport().mapTo(hand.window, QPoint(round(x), round(y)))


@pytest.mark.parametrize("zoom", [0.6, 2.5])
@pytest.mark.parametrize("down", [0, 40])
def test_the_sheet_stays_where_it_is(start: Callable[..., Hand], zoom: float, down: int) -> None:
    hand = start("vivan-los-tacos")
    card = hand.document.cards(hand.session.map_id)[0].id
    hand.canvas.zoom_to(zoom)
    hand.canvas.verticalScrollBar().setValue(down)
    QTest.qWait(50)
    before, bar = on_screen(hand, card), hand.window.bench.notices
    bar.put(Notice("one", "Jonas works on this file too."))
    QTest.qWait(50)
    assert bar.height() > 20
    assert abs(on_screen(hand, card).y() - before.y()) <= 1
    bar.put(Notice("two", "Jonas saved this file just now: 1 card added."))
    QTest.qWait(50)
    if zoom > 1:  # where there is no more to scroll it gives way
        assert abs(on_screen(hand, card).y() - before.y()) <= 1
    for key in ("one", "two"):
        bar.take_away(key)
    QTest.qWait(50)
    assert abs(on_screen(hand, card).y() - before.y()) <= 1
