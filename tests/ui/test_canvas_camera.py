"""Zooming, scrolling, panning, fitting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from cxdesigner.ui.canvas.camera import DESK, MAX_ZOOM, MIN_ZOOM
from tests.ui.hand import CTRL, LEFT, MIDDLE, PLATFORM, SHIFT, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def _scroll(hand: Hand) -> tuple[int, int]:
    return hand.canvas.horizontalScrollBar().value(), hand.canvas.verticalScrollBar().value()


def test_ctrl_and_wheel_zoom_at_the_pointer(hand: Hand) -> None:
    hand.canvas.zoom_to(3.0)
    hand.canvas.look_at(*hand.middle("one"))
    at = QPoint(300, 200)
    for amount in (120, 120, -120, 240, -360, 15, -15, 120):
        before = hand.canvas.camera
        point = before.to_sheet(at.x(), at.y())
        hand.wheel(at, amount, CTRL)
        assert hand.canvas.camera.zoom != before.zoom
        x, y = hand.canvas.camera.to_view(*point)
        assert abs(x - at.x()) <= 1
        assert abs(y - at.y()) <= 1


def test_zooming_out_and_in_again_comes_back(hand: Hand) -> None:
    hand.canvas.zoom_to(1.0)
    hand.wheel(QPoint(200, 200), 480, CTRL)
    hand.wheel(QPoint(200, 200), -480, CTRL)
    assert hand.canvas.camera.zoom == pytest.approx(1.0)


def test_the_wheel_scrolls(hand: Hand) -> None:
    hand.canvas.zoom_to(3.0)
    across, down = _scroll(hand)
    hand.wheel(QPoint(200, 200), -120)
    assert _scroll(hand)[0] == across
    assert _scroll(hand)[1] > down
    hand.wheel(QPoint(200, 200), 120)
    assert _scroll(hand) == (across, down)
    hand.wheel(QPoint(200, 200), -120, SHIFT)
    assert _scroll(hand)[0] > across
    assert _scroll(hand)[1] == down


@pytest.mark.parametrize("way", ["middle", "space"])
def test_panning(hand: Hand, way: str) -> None:
    hand.canvas.zoom_to(3.0)
    hand.canvas.look_at(*hand.middle("one"))
    before, document = _scroll(hand), hand.document
    if way == "space":
        hand.key_down(Key.Key_Space)
        assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    start = hand.canvas.camera.to_sheet(300, 300)
    end = hand.canvas.camera.to_sheet(250, 330)
    hand.drag(start, end, button=MIDDLE if way == "middle" else LEFT, drop=False)
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.release(button=MIDDLE if way == "middle" else LEFT)
    assert _scroll(hand) == (before[0] + 50, before[1] - 30)
    if way == "space":
        hand.key_up(Key.Key_Space)
        assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    assert hand.document is document
    assert hand.ids == ()


def test_esc_takes_a_pan_back(hand: Hand) -> None:
    hand.canvas.zoom_to(3.0)
    hand.canvas.look_at(*hand.middle("one"))
    before = _scroll(hand)
    hand.drag(hand.canvas.camera.to_sheet(300, 300), hand.canvas.camera.to_sheet(200, 250), button=MIDDLE, drop=False)
    assert _scroll(hand) != before
    hand.key(Key.Key_Escape)
    assert _scroll(hand) == before


def test_space_is_typed_where_a_text_is_open(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type("a b")
    hand.key(Key.Key_Escape)
    assert hand.card("three").text == "a b"
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_space_that_is_let_go_elsewhere_is_let_go(hand: Hand) -> None:
    hand.key_down(Key.Key_Space)
    hand.window.bench.library.search.setFocus()
    hand.canvas.setFocus()
    before = hand.document
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"))
    assert hand.document is not before


def test_ctrl_0_fits_and_ctrl_1_is_actual_size(hand: Hand) -> None:
    hand.key(Key.Key_1, CTRL)
    assert hand.canvas.camera.zoom == 1.0
    hand.canvas.zoom_to(2.5)
    hand.key(Key.Key_0, CTRL)
    fitted = hand.canvas.camera
    seen = hand.canvas.seen()
    assert seen.left() <= 0
    assert seen.top() <= 0
    assert seen.right() >= hand.scene.width
    assert seen.bottom() >= hand.scene.height
    hand.key(Key.Key_0, CTRL)
    assert hand.canvas.camera == fitted


def test_zoom_actions(hand: Hand) -> None:
    hand.key(Key.Key_1, CTRL)
    hand.run("view.zoom_in")
    assert hand.canvas.camera.zoom == 1.25
    hand.run("view.zoom_out")
    assert hand.canvas.camera.zoom == 1.0


def test_zoom_has_limits(hand: Hand) -> None:
    for amount, limit in ((1200, MAX_ZOOM), (-1200, MIN_ZOOM)):
        for _ in range(10):
            hand.wheel(QPoint(100, 100), amount, CTRL)
        assert hand.canvas.camera.zoom == limit
        hand.picture()


def test_a_larger_window_shows_more_while_nothing_was_zoomed(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1300, 700))
    first = hand.canvas.camera.zoom
    hand.window.resize(1900, 1200)
    QApplication.processEvents()
    second = hand.canvas.camera.zoom
    assert second > first
    hand.canvas.zoom_to(0.5)
    hand.window.resize(1300, 700)
    QApplication.processEvents()
    assert hand.canvas.camera.zoom == 0.5


def test_a_fitted_sheet_stays_fitted(start: Start) -> None:
    hand = start("vivan-los-tacos", size=(1300, 700))
    hand.key(Key.Key_0, CTRL)
    for size in ((1900, 1200), (1200, 650), (1000, 900)):
        hand.window.resize(*size)
        QApplication.processEvents()
        seen = hand.canvas.seen()
        assert seen.left() <= 0
        assert seen.right() >= hand.scene.width
        assert seen.bottom() >= hand.scene.height


def test_the_overview_moves_the_view(start: Start) -> None:
    hand = start("vivan-los-tacos")
    hand.canvas.zoom_to(2.0)
    overview = hand.window.bench.overview
    assert overview.isVisible()
    x, y = hand.scene.width * 0.7, hand.scene.height * 0.6
    hand.window.bench._look_at(QPointF(x, y))
    assert hand.canvas.seen().center().x() == pytest.approx(x, abs=2)
    assert hand.canvas.seen().center().y() == pytest.approx(y, abs=2)


def test_a_switched_off_panel_gives_its_room_to_the_canvas(hand: Hand) -> None:
    before = hand.canvas.viewport().width()
    hand.key(Key.Key_F9)
    QApplication.processEvents()
    assert hand.canvas.viewport().width() > before
    hand.key(Key.Key_F9)
    QApplication.processEvents()
    assert hand.canvas.viewport().width() == before


def test_a_fitted_sheet_needs_no_scroll_bars(start: Start) -> None:
    hand = start("saas-subscription", size=(1280, 720))
    canvas, scene = hand.canvas, hand.canvas.complete_scene()
    hand.run("view.fit")
    room = canvas.maximumViewportSize()
    high = round((room.width() - 2 * DESK) * scene.height / scene.width + 2 * DESK)
    hand.window.resize(hand.window.width(), hand.window.height() + high - room.height())
    hand.canvas.zoom_to(3.0)
    QApplication.processEvents()
    assert canvas.horizontalScrollBar().isVisible()
    assert canvas.verticalScrollBar().isVisible()
    hand.run("view.fit")
    QApplication.processEvents()
    assert not canvas.horizontalScrollBar().isVisible()
    assert not canvas.verticalScrollBar().isVisible()
    assert canvas.viewport().size() == canvas.maximumViewportSize()
