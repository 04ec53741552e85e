"""Lists that drop down."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cxdesigner.ui.panels.controls import Choice
from cxdesigner.ui.style.look import Look
from tests.ui.panels import on_screen

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_list_opens_below_its_field_and_ends_within_the_window(qtbot: QtBot) -> None:
    choice = on_screen(qtbot, Choice(Look()), width=200, height=30)
    for number in range(40):
        choice.addItem(f"Kind {number}")
    choice.setCurrentIndex(30)
    choice.showPopup()
    frame = choice.view().window()
    assert frame.y() >= choice.mapToGlobal(choice.rect().bottomLeft()).y()
    assert frame.height() < 15 * 26
    choice.hidePopup()
