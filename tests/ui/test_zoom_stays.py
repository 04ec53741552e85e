"""The zoom is the reader's: panels that open and maps that are walked leave it, and what is selected stays in view."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.hand import CTRL, PLATFORM, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def resize(hand: Hand, width: int, height: int) -> None:
    hand.window.resize(width, height)
    settle()


def is_fitted(hand: Hand) -> bool:
    seen, scene = hand.canvas.seen(), hand.canvas.complete_scene()
    wide, high = seen.width() / scene.width, seen.height() / scene.height
    return min(wide, high) >= 1 and (min(wide, high) < 1.2 or hand.canvas.camera.zoom == 1.0)


@pytest.mark.parametrize("panel", ["capture", "find", "ballot", "filters", "comments", "parking", "library"])
@pytest.mark.parametrize("way", ["first", "fitted"])
def test_a_panel_that_comes_or_goes_does_not_zoom(start: Start, panel: str, way: str) -> None:
    hand = start("vivan-los-tacos", size=(1280, 680))
    settle()
    if way == "fitted":
        hand.key(Key.Key_0, CTRL)
    before, room = hand.canvas.camera.zoom, hand.canvas.size()
    hand.window.bench.toggle(panel)
    settle()
    assert hand.canvas.size() != room
    assert hand.canvas.camera.zoom == before
    hand.window.bench.toggle(panel)
    settle()
    assert hand.canvas.camera.zoom == before


def test_a_window_that_changes_its_size_still_fits(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1280, 680))
    hand.key(Key.Key_0, CTRL)
    hand.window.bench.show_panel("capture")
    settle()
    resize(hand, 1700, 1000)
    assert is_fitted(hand)


@pytest.mark.parametrize("panel", ["comments", "capture"])
def test_what_is_selected_stays_in_view_beside_a_panel_that_opens(start: Start, panel: str) -> None:
    hand = start("vivan-los-tacos", size=(1280, 680))
    settle()
    hand.canvas.zoom_to(1.5)
    seen = hand.canvas.uncovered()
    cards = [group for band in hand.scene.bands for group in band.groups if group.part == "card"]
    inside = [group for group in cards if seen.contains(*hand.middle(group.id))]
    nearest = max(inside, key=lambda one: sum(hand.middle(one.id)) if panel == "comments" else hand.middle(one.id)[1])
    hand.session.select(nearest.id)
    hand.window.bench.show_panel(panel)
    settle()
    assert hand.canvas.uncovered().contains(*hand.middle(nearest.id))


def test_what_was_out_of_view_is_not_fetched(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1280, 680))
    hand.session.select(hand.document.stages(hand.session.map_id)[0].id)
    hand.canvas.zoom_to(2.0)
    hand.canvas.look_at(hand.scene.width * 0.6, hand.scene.height * 0.6)
    before = hand.canvas.seen().topLeft()
    hand.window.bench.show_panel("capture")
    settle()
    assert hand.canvas.seen().topLeft() == before


def test_a_map_that_was_fitted_comes_back_fitted(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1280, 680))
    first, second = (one.id for one in hand.document.maps)
    hand.key(Key.Key_0, CTRL)
    fitted = hand.canvas.camera
    hand.session.show_map(second)
    hand.session.show_map(first)
    assert hand.canvas.camera == fitted
    hand.session.show_map(second)
    resize(hand, 1500, 900)
    hand.session.show_map(first)
    assert is_fitted(hand)
    resize(hand, 1300, 700)
    assert is_fitted(hand)


def test_a_map_that_was_only_scrolled_comes_back_scrolled(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1000, 600))
    first, second = (one.id for one in hand.document.maps)
    settle()
    hand.canvas.verticalScrollBar().setValue(150)
    left = hand.canvas.camera
    hand.session.show_map(second)
    hand.session.show_map(first)
    assert hand.canvas.camera == left


def test_a_fitted_map_that_grows_keeps_its_zoom_until_it_is_fitted_again(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1280, 680))
    hand.key(Key.Key_0, CTRL)
    before = hand.canvas.camera.zoom
    for _ in range(2):
        hand.run("insert.stage")
        hand.key(Key.Key_Escape)
    settle()
    assert hand.canvas.camera.zoom == before
    hand.key(Key.Key_0, CTRL)
    assert is_fitted(hand)
    assert hand.canvas.camera.zoom != before
