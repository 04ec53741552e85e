"""The maps of a project as tabs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot

from cxdesigner.layout.scene import GlyphRun
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.ui.canvas.sheets import KEPT
from cxdesigner.ui.panels.map_tabs import MapTabs
from tests.ui.hand import PLATFORM, UNDO, Hand, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
LEFT = Qt.MouseButton.LeftButton


def tabs_of(hand: Hand) -> MapTabs:
    panel = hand.window.bench.panel("maps")
    assert isinstance(panel, MapTabs)
    return panel


def titles(bar: QTabBar) -> list[str]:
    return [bar.tabText(index) for index in range(bar.count())]


def test_one_map_has_no_tabs(hand: Hand) -> None:
    assert not hand.window.bench.is_shown("maps")


def test_a_second_map_brings_tabs_and_a_click_shows_the_other(hand: Hand) -> None:
    first = hand.session.map_id
    hand.run("map.add")
    bar = tabs_of(hand).bar
    assert bar.isVisible()
    assert titles(bar) == [hand.document.maps[0].title or "Untitled map", "New map"]
    assert bar.currentIndex() == 1
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(0).center())
    assert hand.session.map_id == first


def test_undoing_the_second_map_takes_the_tabs_away(hand: Hand) -> None:
    hand.run("map.add")
    hand.run(UNDO)
    assert not hand.window.bench.is_shown("maps")


def test_every_tab_gets_its_picture(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    bar = tabs_of(hand).bar
    qtbot.waitUntil(lambda: not any(bar.tabIcon(index).isNull() for index in range(2)))
    images = [bar.tabIcon(index).pixmap(bar.iconSize()).toImage() for index in range(2)]
    assert images[0] != images[1]


def test_the_picture_follows_an_edit(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    bar = tabs_of(hand).bar
    qtbot.waitUntil(lambda: not bar.tabIcon(0).isNull())
    before = bar.tabIcon(0).pixmap(bar.iconSize()).toImage()
    hand.session.select(hand.document.stages(hand.session.map_id)[0].id)
    hand.run("edit.delete")
    qtbot.waitUntil(lambda: bar.tabIcon(0).pixmap(bar.iconSize()).toImage() != before, timeout=10_000)


def test_dragging_a_tab_moves_the_map(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    bar = tabs_of(hand).bar
    before = [one.id for one in hand.document.maps]
    start_at, end_at = bar.tabRect(0).center(), bar.tabRect(1).center() + QPoint(60, 0)
    QTest.mousePress(bar, LEFT, pos=start_at)
    for step in range(1, 11):
        QTest.mouseMove(bar, start_at + (end_at - start_at) * step / 10)
        QApplication.processEvents()
    QTest.mouseRelease(bar, LEFT, pos=end_at)
    qtbot.waitUntil(lambda: [one.id for one in hand.document.maps] == before[::-1])
    assert hand.session.map_id == before[0]
    assert hand.session.undo_name == "Move map"
    hand.run(UNDO)
    assert [one.id for one in hand.document.maps] == before
    assert [bar.tabData(index) for index in range(2)] == before


def test_a_double_click_renames(start: Start) -> None:
    hand = start("vivan-los-tacos")
    bar = tabs_of(hand).bar
    QTest.mouseDClick(bar, LEFT, pos=bar.tabRect(1).center())
    editor = bar.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "R&D evening")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert hand.document.maps[1].title == "R&D evening"
    assert bar.tabText(1) == "R&&D evening"
    assert hand.session.undo_name == "Rename map"


def test_esc_leaves_the_title(start: Start) -> None:
    hand = start("vivan-los-tacos")
    bar = tabs_of(hand).bar
    before = hand.document.maps[1].title
    QTest.mouseDClick(bar, LEFT, pos=bar.tabRect(1).center())
    editor = bar.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Nothing")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert hand.document.maps[1].title == before


def test_the_button_adds_a_map(start: Start) -> None:
    hand = start("vivan-los-tacos")
    tabs = tabs_of(hand)
    QTest.mouseClick(tabs.add, LEFT)
    assert len(hand.document.maps) == 3
    assert tabs.bar.count() == 3
    assert hand.session.map_id == hand.document.maps[2].id


def test_going_back_to_a_map_finds_it_as_it_was_left(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1000, 600))
    first, second = (one.id for one in hand.document.maps)
    hand.canvas.zoom_to(1.4)
    hand.canvas.look_at(500, 400)
    left = hand.canvas.camera
    scene = hand.scene
    hand.session.show_map(second)
    assert hand.canvas.camera != left
    hand.session.show_map(first)
    assert hand.canvas.camera == left
    assert hand.scene.bands == scene.bands


def test_a_map_that_was_changed_meanwhile_is_drawn_as_it_is(start: Start) -> None:
    hand = start("vivan-los-tacos")
    first, second = (one.id for one in hand.document.maps)
    stage = hand.document.stages(first)[0].id
    hand.session.show_map(second)
    hand.session.perform("Rename", lambda document: set_fields(document, stage, title="Hears of it"))
    hand.session.show_map(first)
    texts = [item.line.text for item in hand.shown(stage, "stage").group.items if isinstance(item, GlyphRun)]
    assert " ".join(texts) == "Hears of it"


def test_more_maps_than_are_kept_can_be_walked(start: Start) -> None:
    hand = start("vivan-los-tacos")
    for _ in range(KEPT):
        hand.run("map.add")
    for one in hand.document.maps:
        hand.session.show_map(one.id)
        assert hand.scene.title == one.title
