"""The map on the whole screen: all of it, then stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.layout.scene import HEADER, STAGES
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.ui.presenting import slides
from cxdesigner.ui.presenting.screen import Screen
from tests.model.builders import journey
from tests.ui.hand import CTRL, PLATFORM, SHIFT, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


@pytest.fixture
def hand(start: Start) -> Iterator[Hand]:
    hand = start("vivan-los-tacos")
    yield hand
    if hand.window.bench.presentation is not None:
        hand.window.bench.presentation.close()


def present(hand: Hand, action: str = "workshop.present") -> Screen:
    hand.run(action)
    screen = hand.window.bench.presentation
    assert screen is not None
    screen.resize(1280, 720)
    QApplication.processEvents()
    return screen


def low() -> Document:
    """Make a map of which every stage is seen at once."""
    return journey("A: a1 | B: b1 | C: c1 | D: d1 | E: e1", "actions pains")


def walk(screen: Screen, key: Qt.Key) -> int:
    """Press a key until another slide is shown; gives how often."""
    before, pressed = screen.number, 0
    while screen.number == before and pressed < 20:
        QTest.keyClick(screen, key)
        pressed += 1
    return pressed


def picture(screen: Screen) -> QImage:
    QTest.qWait(250)  # the fade from one slide to the next
    return screen.grab().toImage()


def stages(hand: Hand) -> list[str]:
    return [stage.id for stage in hand.document.stages(hand.session.map_id)]


def test_it_fills_the_screen_with_the_whole_map(hand: Hand) -> None:
    screen = present(hand)
    assert screen.isFullScreen()
    assert screen.slide.stage == ""
    assert screen.number == 0


def test_the_arrow_keys_walk_the_stages(hand: Hand) -> None:
    screen = present(hand)
    seen = [picture(screen)]
    for stage in stages(hand):
        walk(screen, Key.Key_Right)
        assert screen.slide.stage == stage
        seen.append(picture(screen))
    assert all(one != other for one, other in pairwise(seen))
    walk(screen, Key.Key_Right)
    assert screen.slide.stage == stages(hand)[-1]
    walk(screen, Key.Key_Left)
    assert screen.slide.stage == stages(hand)[-2]


@pytest.mark.parametrize(("on", "back"), [(Key.Key_Right, Key.Key_Left), (Key.Key_Space, Key.Key_PageUp)])
def test_what_is_below_comes_before_the_next_stage(hand: Hand, on: Qt.Key, back: Qt.Key) -> None:
    screen = present(hand)
    QTest.keyClick(screen, on)
    first, top = screen.number, picture(screen)
    QTest.keyClick(screen, on)
    assert screen.number == first
    below = picture(screen)
    assert below != top
    pressed = walk(screen, on)
    QTest.keyClick(screen, back)
    assert screen.number == first  # at its end, from where one came
    for _ in range(pressed):
        QTest.keyClick(screen, back)
    assert screen.number == first
    assert picture(screen) == top


def test_a_narrow_stage_has_its_neighbours_beside_it(start: Start) -> None:
    hand = start(low())
    screen = present(hand)
    QTest.keyClick(screen, Key.Key_3)
    ground = screen._ground()
    tiles = screen._tiles(ground)
    assert sum(tile.is_beside for tile in tiles) == 4
    own = next(tile for tile in tiles if tile.x == screen.slide.left and not tile.is_beside)
    titles = tiles[0].at_x + tiles[0].width * tiles[0].scale
    assert own.at_x + own.width * own.scale / 2 == pytest.approx((titles + screen.width()) / 2, abs=1)
    right = max(tile.at_x + tile.width * tile.scale for tile in tiles)
    assert right == pytest.approx(screen.width(), abs=1)


def test_the_names_of_phases_keep_off_the_edge_of_the_screen(start: Start) -> None:
    hand = start("vivan-los-tacos")
    slide = slides.slides_of(hand.document, hand.session.map_id, hand.canvas.columns, "")[1]
    first = slides.stage(hand.scene, hand.canvas.columns, slide, 1920, 1080, 0)[0]
    phase = min(hand.band(STAGES).top + group.y for group in hand.band(STAGES).groups if group.part == "phase")
    header = hand.band(HEADER)
    assert first.y <= phase - 6
    assert first.y >= max(header.top + group.y + group.height for group in header.groups)


def test_a_collapsed_stage_is_presented_as_it_is_opened(hand: Hand) -> None:
    stage = stages(hand)[1]
    screen = present(hand)
    screen.show_stage(stage)
    opened = screen.slide.right - screen.slide.left
    before = [tile for tile in screen._tiles(screen._ground()) if not tile.is_beside]
    hand.session.perform("Collapse", lambda document: set_fields(document, stage, collapsed=True))
    QApplication.processEvents()
    assert screen.slide.right - screen.slide.left < opened
    assert [tile for tile in screen._tiles(screen._ground()) if not tile.is_beside] == before
    hand.session.perform("Rename", lambda document: set_fields(document, stage, title="Compares"))
    assert screen._ground().slide.title == "Compares"
    picture(screen)


def test_the_timer_is_at_hand(hand: Hand) -> None:
    screen, time = present(hand), hand.window.bench.countdown
    QTest.keyClick(screen, Key.Key_T, CTRL | SHIFT)
    assert not time.is_set
    QTest.keyClick(screen, Key.Key_T)
    assert time.is_running
    assert 298 < time.left <= 300
    running = picture(screen)
    QTest.keyClick(screen, Key.Key_T, CTRL | SHIFT)
    assert not time.is_running
    assert picture(screen) != running
    QTest.keyClick(screen, Key.Key_T)  # what is under way is not begun anew
    assert not time.is_running
    QTest.keyClick(screen, Key.Key_Plus, SHIFT)
    assert 357 < time.left <= 360
    QTest.keyClick(screen, Key.Key_T, CTRL | SHIFT)
    assert time.is_running
    assert screen.number == 0


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([Key.Key_Space, Key.Key_PageDown, Key.Key_Return], 3),
        ([Key.Key_End], 5),
        ([Key.Key_End, Key.Key_Home], 0),
        ([Key.Key_4], 4),
        ([Key.Key_4, Key.Key_Backspace, Key.Key_PageUp], 2),
        ([Key.Key_Left], 0),
        ([Key.Key_A], 0),
    ],
)
def test_other_keys_that_walk(start: Start, keys: list[Qt.Key], number: int) -> None:
    screen = present(start(low()))
    for key in keys:
        QTest.keyClick(screen, key)
    assert screen.number == number


def test_the_mouse_walks_too(start: Start) -> None:
    screen = present(start(low()))
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton)
    assert screen.number == 2
    QTest.mouseClick(screen, Qt.MouseButton.RightButton)
    assert screen.number == 1


def test_a_stage_that_is_too_high_is_scrolled(hand: Hand) -> None:
    screen = present(hand)
    QTest.keyClick(screen, Key.Key_Right)
    top = picture(screen)
    QTest.keyClick(screen, Key.Key_Down)
    down = picture(screen)
    assert down != top
    QTest.keyClick(screen, Key.Key_Up)
    assert picture(screen) == top
    at = QPointF(600, 300)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(screen, wheel)
    assert picture(screen) != top


def test_the_screen_goes_dark_and_comes_back(hand: Hand) -> None:
    screen = present(hand)
    before = picture(screen)
    QTest.keyClick(screen, Key.Key_B)
    dark = picture(screen)
    assert dark.pixelColor(5, 5) == dark.pixelColor(400, 300) != before.pixelColor(400, 300)
    QTest.keyClick(screen, Key.Key_B)
    assert picture(screen) == before


def test_what_is_edited_meanwhile_is_shown(hand: Hand) -> None:
    screen = present(hand)
    QTest.keyClick(screen, Key.Key_Right)
    before = picture(screen)
    stage = stages(hand)[0]
    hand.session.perform("Rename", lambda document: set_fields(document, stage, title="Hears of it"))
    QApplication.processEvents()
    assert picture(screen) != before
    assert screen.slide.title == "Hears of it"


def test_it_can_begin_at_the_stage_that_is_selected(hand: Hand) -> None:
    third = stages(hand)[2]
    hand.session.select(third)
    assert present(hand, "workshop.present_here").slide.stage == third


def test_it_can_begin_at_the_stage_of_the_keyboard(hand: Hand) -> None:
    document = hand.document
    lane, stage = document.lanes(hand.session.map_id)[0], stages(hand)[1]
    hand.session.select((), (lane.id, document.steps_of(stage)[0].id))
    assert present(hand, "workshop.present_here").slide.stage == stage


def test_the_next_map_can_be_shown(hand: Hand) -> None:
    screen = present(hand)
    QTest.keyClick(screen, Key.Key_Right)
    QTest.keyClick(screen, Key.Key_PageDown, CTRL)
    assert hand.session.map_id == hand.document.maps[1].id
    assert (screen.number, screen.slide.title) == (0, hand.document.maps[1].title)
    QTest.keyClick(screen, Key.Key_PageUp, CTRL)
    assert hand.session.map_id == hand.document.maps[0].id


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F5])
def test_it_ends_and_the_keyboard_is_on_the_canvas(hand: Hand, key: Qt.Key, qtbot: QtBot) -> None:
    screen = present(hand)
    QTest.keyClick(screen, key)
    qtbot.waitUntil(lambda: hand.window.bench.presentation is None)
    hand.window.activateWindow()
    qtbot.waitUntil(hand.canvas.hasFocus)


def test_it_goes_with_its_window(start: Start, qtbot: QtBot) -> None:
    hand = start()
    screen = present(hand)
    with qtbot.waitSignal(screen.destroyed):
        hand.window.application.close_window(hand.window)
        QApplication.sendPostedEvents(None, 52)


def test_asked_for_again_the_same_screen_goes_on(hand: Hand) -> None:
    screen = present(hand)
    hand.session.select(stages(hand)[2])
    assert present(hand, "workshop.present_here") is screen
    assert screen.slide.stage == stages(hand)[2]
