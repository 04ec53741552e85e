"""The overview: when it shows, what it shows, where it moves the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxdesigner.layout.scene import Box, Scene
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.panels.overview import LARGEST, Overview
from tests.model.builders import journey
from tests.ui.panels import on_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.hand import Hand

# The offscreen platform has no window frames.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WIDE = Scene(1640, 500, (), under=(Box(0, 0, 1640, 500, "#ffffff"), Box(820, 0, 820, 500, "#ff0000")))
PART = QRectF(0, 0, 400, 500)


@pytest.fixture
def canvas(qtbot: QtBot) -> QWidget:
    return on_screen(qtbot, QWidget(), width=900, height=600)


@pytest.fixture
def overview(canvas: QWidget) -> Overview:
    made = Overview(canvas, QtPainter())
    made.set_scene(WIDE)
    return made


def test_it_shows_only_while_a_part_is_out_of_view(overview: Overview) -> None:
    assert overview.isHidden()
    overview.set_view(PART)
    assert overview.isVisible()
    overview.set_view(QRectF(-20, -20, 1700, 600))
    assert overview.isHidden()


def test_a_sheet_that_is_hardly_larger_than_the_view_has_none(overview: Overview) -> None:
    overview.set_view(QRectF(0, 0, 1200, 500))
    assert overview.isHidden()
    overview.set_view(QRectF(0, 0, 1100, 500))
    assert overview.isVisible()


def test_it_can_be_switched_off_for_good(start: Callable[..., Hand]) -> None:
    hand = start("vivan-los-tacos")
    hand.canvas.zoom_to(2.0)
    overview = hand.window.bench.overview
    assert overview.isVisible()
    assert hand.window.actions_by_id["view.overview"].isChecked()
    hand.run("view.overview")
    assert overview.isHidden()
    again = start("vivan-los-tacos")
    again.canvas.zoom_to(2.0)
    assert again.window.bench.overview.isHidden()
    again.run("view.overview")
    assert again.window.bench.overview.isVisible()


def test_it_keeps_the_proportions_and_stays_in_the_corner(overview: Overview, canvas: QWidget) -> None:
    overview.set_view(PART)
    assert overview.width() == LARGEST.width()
    assert overview.height() == 62
    assert overview.geometry().bottomRight() == QPoint(887, 587)
    canvas.resize(700, 400)
    assert overview.geometry().bottomRight() == QPoint(687, 387)
    assert overview.width() == 168  # in a small view it covers less


def test_it_draws_the_sheet_and_the_view(overview: Overview) -> None:
    overview.set_view(PART)
    image = overview.grab().toImage()
    assert image.pixelColor(130, 31).name() == "#ff0000"
    edge = image.pixelColor(6 + round(400 * 0.1), 31)
    assert edge.blue() > edge.red()


def test_a_new_scene_is_drawn_a_moment_later(qtbot: QtBot, overview: Overview) -> None:
    overview.set_view(PART)
    overview.set_scene(WIDE._replace(under=(Box(0, 0, 1640, 500, "#00ff00"),)))
    qtbot.waitUntil(lambda: overview.grab().toImage().pixelColor(130, 31).name() == "#00ff00")


def test_click_and_drag_move_the_view(qtbot: QtBot, overview: Overview) -> None:
    overview.set_view(PART)
    asked: list[QPointF] = []
    overview.view_requested.connect(asked.append)
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(88, 31))
    assert asked[-1] == QPointF(820, 250)
    qtbot.mouseMove(overview, QPoint(100, 31))
    assert asked[-1] == QPointF(940, 250)
    qtbot.mouseMove(overview, QPoint(500, 300))
    assert asked[-1] == QPointF(1640, 500)
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(500, 300))


def test_an_empty_scene_has_no_overview(canvas: QWidget) -> None:
    overview = Overview(canvas, QtPainter())
    overview.set_scene(Scene(0, 0, ()))
    overview.set_view(PART)
    assert overview.isHidden()


def test_a_sheet_that_is_nearly_a_line_has_a_picture(qtbot: QtBot, overview: Overview) -> None:
    overview.set_scene(Scene(100, 500_000, (), under=(Box(0, 0, 100, 500_000, "#ff0000"),)))
    overview.set_view(PART)
    assert overview.width() == 13
    qtbot.waitUntil(lambda: overview.grab().toImage().pixelColor(6, 50).red() == 255)


def test_a_cell_of_thousands_of_cards_has_an_overview(start: Callable[..., Hand]) -> None:
    stack = " ".join(f"c{number}" for number in range(3000))
    overview = start(journey("A: a1", "actions", cards={"actions a1": stack})).window.bench.overview
    assert overview.isVisible()
    assert not overview.grab().isNull()


def test_scrolling_paints_the_view_once(start: Callable[..., Hand]) -> None:
    hand = start("vivan-los-tacos")
    hand.canvas.zoom_to(2.0)
    QApplication.processEvents()
    assert hand.window.bench.overview.isVisible()
    painted = Paints(hand.canvas.viewport())
    hand.canvas.look_at(hand.scene.width / 2, hand.scene.height / 2)
    QCoreApplication.sendPostedEvents(hand.window, QEvent.Type.UpdateRequest.value)
    assert painted.rects == [hand.canvas.viewport().rect()]


class Paints(QObject):
    """Keeps the places in which a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.rects = list[QRect]()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False
