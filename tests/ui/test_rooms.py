"""Panels around the canvas in a small window."""

from __future__ import annotations

import pytest

from tests.ui.hand import PLATFORM, Hand

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_bars_make_way_where_little_of_the_canvas_would_be_left(hand: Hand) -> None:
    bench = hand.window.bench
    hand.window.resize(1280, 660)
    hand.picture()
    bench.show_panel("capture")
    hand.picture()
    bench.show_panel("ballot")
    assert bench.is_shown("ballot")
    assert not bench.is_shown("capture")


def test_bars_stand_one_above_the_other_where_there_is_room(hand: Hand) -> None:
    bench = hand.window.bench
    hand.window.resize(1600, 1000)
    hand.picture()
    bench.show_panel("capture")
    hand.picture()
    bench.show_panel("ballot")
    assert bench.is_shown("capture")
