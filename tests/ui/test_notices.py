"""The quiet bar at the top of the canvas."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxdesigner.ui.panels.notices import Notice, Notices
from tests.ui.hand import Hand, Key


def bar(hand: Hand) -> Notices:
    return hand.window.bench.notices


def words(hand: Hand, key: str) -> list[str]:
    return [button.text() or button.accessibleName() for button in bar(hand).buttons(key)]


def test_it_takes_no_room_while_there_is_nothing_and_stands_above_the_canvas(hand: Hand) -> None:
    high = hand.canvas.height()
    assert not bar(hand).isVisible()
    bar(hand).put(Notice("marta", "Marta saved this file 20 seconds ago."))
    QTest.qWait(1)
    assert bar(hand).isVisible()
    assert hand.canvas.height() == high - bar(hand).height()
    assert bar(hand).mapToGlobal(bar(hand).rect().bottomLeft()).y() < hand.canvas.mapToGlobal(hand.canvas.pos()).y()
    assert hand.window.focusWidget() is hand.canvas
    QTest.mouseClick(bar(hand).buttons("marta")[0], Qt.MouseButton.LeftButton)
    QTest.qWait(1)
    assert not bar(hand).isVisible()
    assert hand.canvas.height() == high


def test_what_is_offered_is_done_by_click_and_by_keyboard(hand: Hand) -> None:
    done: list[str] = []
    bar(hand).put(
        Notice(
            "marta", "Marta saved this file.", (("Merge", lambda: done.append("m")), ("Show", lambda: done.append("s")))
        )
    )
    assert words(hand, "marta") == ["Merge", "Show", "Close"]
    QTest.mouseClick(bar(hand).buttons("marta")[1], Qt.MouseButton.LeftButton)
    for _ in range(6):
        hand.key(Key.Key_F6)
        if bar(hand).isAncestorOf(hand.window.focusWidget()):
            break
    hand.key(Key.Key_Space)
    assert done == ["s", "m"]


def test_the_keyboard_goes_back_to_the_canvas_and_not_to_what_is_offered_next(hand: Hand) -> None:
    def put() -> None:
        bar(hand).put(Notice("marta", "Marta saved this file.", (("Reload", lambda: bar(hand).take_away("marta")),)))

    bar(hand).put(Notice("copy", "A copy lies beside it.", (("Merge", lambda: None),)))
    put()
    QTest.mouseClick(bar(hand).buttons("marta")[0], Qt.MouseButton.LeftButton)
    assert hand.window.focusWidget() is hand.canvas
    put()
    bar(hand).buttons("marta")[0].setFocus()
    hand.key(Key.Key_Space)
    assert list(bar(hand).shown) == ["copy"]
    assert hand.window.focusWidget() is hand.canvas


def test_a_later_notice_about_the_same_takes_the_place_of_the_first(hand: Hand) -> None:
    bar(hand).put(Notice("marta", "First."))
    bar(hand).put(Notice("lock", "Locked.", lasts=True))
    bar(hand).put(Notice("marta", "Second."))
    assert [notice.sentence for notice in bar(hand).shown.values()] == ["Second.", "Locked."]
    assert words(hand, "lock") == []
    bar(hand).take_away("marta")
    bar(hand).take_away("marta")
    assert list(bar(hand).shown) == ["lock"]
    bar(hand).take_away("lock")
    assert not bar(hand).isVisible()


def test_it_is_still_there_when_the_interface_is_made_larger(start: Callable[..., Hand]) -> None:
    hand = start()
    bar(hand).put(Notice("marta", "Marta saved this file."))
    hand.window.application.set_scale(1.5)
    assert list(bar(hand).shown) == ["marta"]
    assert bar(hand).isVisible()


def test_a_notice_outlives_the_click_that_takes_it_away(hand: Hand) -> None:
    bar(hand).put(Notice("marta", "Marta saved this file."))
    (button,) = bar(hand).buttons("marta")
    gone: list[str] = []
    button.destroyed.connect(lambda: gone.append("button"))
    button.clicked.connect(lambda: gone.append("click"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone == ["click"], "the click ended before the button went"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == ["click", "button"]


LONG = "What was in “dentist (Ines's conflicted copy).cxd” is in this file now: 1 card added, 1 removed, 2 moved."


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_long_sentence_is_never_squeezed_by_what_is_offered(hand: Hand, count: int) -> None:
    names = ("Move the copy to the trash", "Show the changes", "Leave it")[:count]
    hand.window.resize(1024, 700)
    bar(hand).put(Notice("copy", LONG, tuple((name, lambda: None) for name in names)))
    hand.window.resize(1025, 700)
    QTest.qWait(1)
    label = bar(hand).findChild(QLabel, "notice-text")
    buttons = bar(hand).buttons("copy")
    assert label.heightForWidth(label.width()) < 3.5 * label.fontMetrics().lineSpacing()
    assert bar(hand).height() < 5 * label.fontMetrics().lineSpacing()
    parts = [label, *buttons]
    assert not any(one.geometry().intersects(other.geometry()) for one in parts for other in parts if one is not other)
    assert all(bar(hand).rect().contains(part.geometry()) for part in parts)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert buttons[-1].geometry().right() > bar(hand).width() - 20  # what closes it stands at the right


def test_offers_stand_in_lines_where_even_they_have_no_room(hand: Hand) -> None:
    bar(hand).put(Notice("copy", LONG, tuple((f"Do what is offered as number {n}", lambda: None) for n in range(6))))
    hand.window.resize(1000, 700)
    QTest.qWait(1)
    buttons = bar(hand).buttons("copy")[:-1]
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() < bar(hand).width() for button in buttons)
