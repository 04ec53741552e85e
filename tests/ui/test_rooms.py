"""Panels around the canvas in a small window."""

from __future__ import annotations

import pytest

from tests.ui.hand import PLATFORM, Hand, Key

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


def test_versions_take_the_place_of_the_inspector_and_give_it_back(hand: Hand) -> None:
    bench = hand.window.bench
    hand.picture()
    sheet = hand.canvas.geometry()
    hand.run("file.versions")
    hand.picture()
    assert (bench.is_shown("versions"), bench.is_shown("inspector")) == (True, False)
    assert hand.canvas.geometry() == sheet  # the map keeps its room
    assert not bench.application.remembered.hidden_panels()
    hand.key(Key.Key_Escape)
    hand.picture()
    assert (bench.is_shown("versions"), bench.is_shown("inspector")) == (False, True)
    assert hand.canvas.geometry() == sheet


def test_the_inspector_takes_its_place_back_when_it_is_asked_for(hand: Hand) -> None:
    bench = hand.window.bench
    hand.run("file.versions")
    hand.run("view.inspector")
    assert (bench.is_shown("versions"), bench.is_shown("inspector")) == (False, True)


def test_an_inspector_that_was_hidden_stays_so_behind_versions(hand: Hand) -> None:
    bench = hand.window.bench
    hand.run("view.inspector")
    hand.run("file.versions")
    hand.run("file.versions")
    assert (bench.is_shown("versions"), bench.is_shown("inspector")) == (False, False)
    assert bench.application.remembered.hidden_panels() == {"inspector"}


def test_one_panel_of_each_side_stands_beside_the_map_while_versions_are_compared(hand: Hand) -> None:
    bench = hand.window.bench
    hand.run("file.versions")
    bench.comparing.show(hand.document, "the backup")
    hand.picture()
    shown = [key for key in ("library", "inspector", "versions", "changes") if bench.is_shown(key)]
    assert shown == ["versions", "changes"]
    hand.key(Key.Key_Escape)
    bench.hide_panel("versions")
    assert (bench.is_shown("library"), bench.is_shown("inspector")) == (True, True)
