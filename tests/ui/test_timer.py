"""The timer in the bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cxdesigner.ui.countdown import Countdown, time_text
from cxdesigner.ui.panels.timer_button import TimerButton
from tests.ui.hand import PLATFORM, Hand

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(300, "5:00"), (299.2, "5:00"), (61, "1:01"), (0.3, "0:01"), (0, "+0:00"), (-12.7, "+0:12"), (-75, "+1:15")],
)
def test_seconds_in_words(seconds: float, shown: str) -> None:
    assert time_text(seconds) == shown


def test_it_counts_down_holds_and_goes_on(qapp: object) -> None:
    clock = Clock()
    time = Countdown(clock)
    time.pause_or_go_on()
    assert not time.is_set
    time.start(60)
    clock.now += 10
    assert (time.left, time.is_running) == (50, True)
    time.pause_or_go_on()
    clock.now += 100
    assert (time.left, time.is_running) == (50, False)
    time.add(60)
    assert (time.left, time.is_running) == (110, False)
    time.pause_or_go_on()
    clock.now += 20
    assert time.left == 90
    time.stop()
    assert (time.is_set, time.left) == (False, 0)


def test_more_time_begins_where_there_is_none_or_it_is_up(qapp: object) -> None:
    clock = Clock()
    time = Countdown(clock)
    time.add(60)
    clock.now += 75
    assert time.left == -15
    time.add(60)
    assert time.left == 60


def test_it_says_once_that_the_time_is_up(qtbot: QtBot) -> None:
    clock = Clock()
    time = Countdown(clock)
    said: list[bool] = []
    time.ended.connect(lambda: said.append(True))
    time.start(5)
    clock.now += 5
    with qtbot.waitSignal(time.ended):
        pass
    clock.now += 1
    with qtbot.waitSignal(time.changed):
        pass
    assert said == [True]


def test_the_menu_starts_it_and_the_bar_shows_it(hand: Hand) -> None:
    assert not hand.window.actions_by_id["workshop.timer.stop"].isEnabled()
    hand.run("workshop.timer.5")
    button = hand.window.bench.bar.findChild(TimerButton)
    assert button is not None
    assert button.isVisible()
    assert button.text() == "5:00"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "5:00 held"
    hand.run("workshop.timer.more")
    assert button.text() == "6:00 held"
    hand.run("workshop.timer.hold")
    assert button.text() == "6:00"
    hand.run("workshop.timer.stop")
    assert not button.isVisible()


def test_the_other_button_has_more(hand: Hand, qtbot: QtBot) -> None:
    hand.run("workshop.timer.1")
    button = hand.window.bench.bar.findChild(TimerButton)
    assert button is not None
    time = hand.window.bench.countdown
    for label, seconds in (("One more minute", 120), ("Five more minutes", 420)):
        choose(button, label, qtbot)
        assert round(time.left) == seconds
    choose(button, "Stop the timer", qtbot)
    assert not time.is_set


def choose(button: TimerButton, label: str, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.RightButton)
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    at = button.rect().center()
    QApplication.sendEvent(button, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, button.mapToGlobal(at)))
    menu = next(menu for menu in button.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text() == label)
    action.trigger()
    menu.close()


def test_the_last_half_minute_stands_out_and_the_end_more(hand: Hand) -> None:
    clock = Clock()
    time = Countdown(clock)
    button = TimerButton(time)
    time.start(31)
    assert button.property("level") == ""
    clock.now += 5
    time.changed.emit()
    assert button.property("level") == "last"
    clock.now += 40
    time.changed.emit()
    assert (button.property("level"), button.text()) == ("over", "+0:14")
