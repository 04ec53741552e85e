"""The command palette, and the page of shortcuts."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxdesigner.ui.actions.table import ACTIONS
from cxdesigner.ui.canvas_keys import GROUPS
from cxdesigner.ui.palette import Palette
from cxdesigner.ui.palette_entries import plain
from tests.ui.hand import CTRL, PLATFORM, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def opened(hand: Hand) -> Palette:
    hand.key(Key.Key_K, CTRL)
    palette = hand.window.commands.palette
    assert palette is not None
    assert palette.isVisible()
    return palette


def texts(palette: Palette) -> list[str]:
    return [found.choice.text for found in palette.found()]


def test_it_lists_every_action_with_its_menu_its_keys_and_why_it_is_off(hand: Hand) -> None:
    hand.session.select((), (None, None))
    palette = opened(hand)
    by_id = {found.choice.key: found.choice for found in palette.found()}
    assert set(by_id) == {spec.id for spec in ACTIONS} - {"view.palette"}
    assert by_id["edit.duplicate"].path == "Edit"
    assert by_id["edit.duplicate"].keys == "Ctrl+D"
    assert by_id["edit.duplicate"].needs == "Select a card, a step, a stage or a lane first."
    assert by_id["view.larger"].path == "View ▸ Interface size"
    for spec in ACTIONS:
        if spec.id in by_id:
            assert bool(by_id[spec.id].needs) != hand.window.actions_by_id[spec.id].isEnabled(), spec.id


def test_letters_find_and_enter_does(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    palette = opened(hand)
    hand.type("dup")
    assert texts(palette)[0] == "Duplicate"
    hand.key(Key.Key_Return)
    assert not palette.isVisible()
    assert len(hand.stack("actions", "a2")) == 2
    assert hand.menu_text("edit.undo").startswith("Undo duplicate")


def test_arrows_walk_round(hand: Hand) -> None:
    palette = opened(hand)
    hand.key(Key.Key_Up)
    assert palette.list.currentIndex().row() == len(palette.found()) - 1
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    hand.key(Key.Key_PageDown)
    assert palette.list.currentIndex().row() == 13


def test_esc_gives_the_keyboard_back(hand: Hand) -> None:
    hand.window.bench.library.search.setFocus()
    before = QApplication.focusWidget()
    palette = opened(hand)
    assert QApplication.focusWidget() is palette.line
    hand.key(Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_the_keys_that_opened_it_close_it(hand: Hand) -> None:
    palette = opened(hand)
    hand.key(Key.Key_K, CTRL)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is hand.canvas


def test_a_click_elsewhere_closes_it(hand: Hand) -> None:
    palette = opened(hand)
    hand.canvas.setFocus()
    assert not palette.isVisible()


def test_what_is_off_says_why_and_stays(hand: Hand) -> None:
    palette = opened(hand)
    hand.type("undo")
    hand.key(Key.Key_Return)
    assert palette.isVisible()
    assert hand.window.bench.status.message.text() == "There is nothing to undo."


def test_what_was_used_last_comes_first_also_in_another_window(hand: Hand) -> None:
    opened(hand)
    hand.type("100 %")
    hand.key(Key.Key_Return)
    assert hand.canvas.camera.zoom == pytest.approx(1)
    hand.session.select((), (None, None))
    assert texts(opened(hand))[0] == "100 %"
    assert hand.window.application.memory.commands() == ["view.actual"]


def test_what_can_be_done_with_the_selection_comes_before_the_rest(hand: Hand) -> None:
    hand.click(hand.middle("a1", "step"))
    keys = [found.choice.key for found in opened(hand).found()]
    on_step = [spec.id for spec in ACTIONS if "step" in spec.on and hand.window.actions_by_id[spec.id].isEnabled()]
    assert set(keys[: len(on_step)]) == set(on_step)


def test_steps_personas_and_maps_are_gone_to(hand: Hand) -> None:
    opened(hand)
    hand.type("go b1")
    hand.key(Key.Key_Return)
    assert hand.ids == ("b1",)
    opened(hand)
    hand.type("go ben")
    hand.key(Key.Key_Return)
    assert hand.ids == ("ben",)
    first = hand.session.map_id
    hand.run("map.add")
    opened(hand)
    hand.type("go map")
    hand.key(Key.Key_Return)
    assert hand.session.map_id == first


def test_nothing_found_is_said(hand: Hand) -> None:
    palette = opened(hand)
    hand.type("qqqq")
    assert palette.found() == []
    assert [label.text() for label in palette.findChildren(QLabel) if label.isVisible()] == [
        "Nothing has a name like this."
    ]
    hand.key(Key.Key_Return)
    assert palette.isVisible()


def test_it_fits_into_a_small_window_and_follows_it(start: Start) -> None:
    hand = start(size=(800, 560))
    palette = opened(hand)
    assert hand.window.bench.rect().contains(palette.geometry())
    hand.window.resize(1200, 800)
    QApplication.processEvents()
    assert abs(palette.geometry().center().x() - hand.window.bench.rect().center().x()) <= 1


def test_typing_is_not_lost_by_looking(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("Wai")
    opened(hand)
    hand.key(Key.Key_Escape)
    hand.type("ts")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a1") == ["Waits"]


def shown(hand: Hand) -> list[str]:
    page = hand.window.bench.shortcuts
    QTest.qWait(1)
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_page_of_shortcuts_has_all_of_them(hand: Hand) -> None:
    before = QApplication.focusWidget()
    hand.key(Key.Key_F1)
    words = shown(hand)
    for spec in ACTIONS:
        if spec.keys:
            assert plain(spec.text) in words, spec.id
    for title, keys in GROUPS:
        assert title in words
        assert {one.text for one in keys} <= set(words)
    hand.key(Key.Key_Escape)
    assert not hand.window.bench.shortcuts.isVisible()
    assert QApplication.focusWidget() is before


def test_the_page_of_shortcuts_is_searched(hand: Hand) -> None:
    hand.key(Key.Key_Slash, CTRL)
    assert hand.window.bench.shortcuts.isVisible()
    hand.type("zoom in")
    words = shown(hand)
    assert "Zoom in" in words
    assert "Zoom out" not in words
    hand.window.bench.shortcuts.search.setText("qqqq")
    assert "No shortcut has these words." in shown(hand)


def test_keys_of_the_canvas_say_who_hears_them() -> None:
    handled = {one.handled for _, keys in GROUPS for one in keys}
    handled -= {name for name in handled if name.startswith("presenting.") and find_spec(f"cxdesigner.ui.{name}")}
    assert [name for name in handled if find_spec(f"cxdesigner.ui.canvas.{name}") is None] == []


def test_the_page_of_shortcuts_leaves_nothing_half_in_sight(hand: Hand) -> None:
    hand.key(Key.Key_F1)
    page = hand.window.bench.shortcuts
    assert page.isVisible()
    assert page.geometry() == hand.window.bench.rect()
