"""The status bar: counts, what needs attention, what was told, the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card, Project
from cxdesigner.ui.panels.status import Status
from cxdesigner.ui.panels.zoom import LEAST, MOST, ZoomControl
from cxdesigner.ui.session import Session
from tests.ui.panels import on_screen, tacos

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The offscreen platform has no window frames.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def session() -> Session:
    return tacos()


@pytest.fixture
def status(qtbot: QtBot, session: Session) -> Status:
    return on_screen(qtbot, Status(session), width=1200, height=30)


def links(status: Status) -> list[QPushButton]:
    return [button for button in status.findChildren(QPushButton, "link") if not button.isHidden()]


def zoom(status: Status) -> ZoomControl:
    return status.findChildren(ZoomControl)[0]


def test_it_counts_and_follows_a_moment_later(qtbot: QtBot, status: Status, session: Session) -> None:
    assert status.counts.text() == "5 stages · 10 steps · 38 cards"
    session.perform("Add card", lambda document: add_card(document, session.map_id, None, None, text="Later"))
    assert status.counts.text() == "5 stages · 10 steps · 38 cards"
    qtbot.waitUntil(lambda: status.counts.text() == "5 stages · 10 steps · 39 cards")


def test_one_of_a_thing_is_not_many(qtbot: QtBot) -> None:
    empty = Session(Document([Project.new(id="project")]))
    status = on_screen(qtbot, Status(empty), width=900, height=30)
    assert status.counts.text() == "0 stages · 0 steps · 0 cards"
    assert status.attention.isHidden()


def test_a_click_selects_the_pain_points_without_action(qtbot: QtBot, status: Status, session: Session) -> None:
    assert status.attention.text() == "2 pain points have no action"
    qtbot.mouseClick(status.attention, Qt.MouseButton.LeftButton)
    chosen = session.selected()
    assert len(chosen) == 2
    assert all(isinstance(card, Card) and card.kind == "pain" for card in chosen)
    session.perform("Delete", lambda document: remove(document, [chosen[0].id]))
    qtbot.waitUntil(lambda: status.attention.text() == "1 pain point has no action")
    session.perform("Delete", lambda document: remove(document, [chosen[1].id]))
    qtbot.waitUntil(status.attention.isHidden)


def test_a_sentence_is_told_with_words_to_click_and_fades(qtbot: QtBot, status: Status, session: Session) -> None:
    done: list[str] = []
    status._fading.setInterval(60)
    status.tell("Exported <b>map</b>.pdf", [("Open", lambda: done.append("open")), ("Show", lambda: None)])
    assert status.message.text() == "Exported <b>map</b>.pdf"
    assert status.message.textFormat() == Qt.TextFormat.PlainText
    qtbot.waitUntil(lambda: len(links(status)) == 2)
    qtbot.mouseClick(links(status)[0], Qt.MouseButton.LeftButton)
    assert done == ["open"]
    qtbot.waitUntil(lambda: status.message.text() == "")
    assert links(status) == []


def test_what_the_session_tells_is_shown(status: Status, session: Session) -> None:
    session.told.emit("A map can hold 64 lanes at most, so nothing was added.")
    assert status.message.text().startswith("A map can hold")
    status.tell("Something else")
    assert status.message.text() == "Something else"


def test_the_zoom_is_shown_without_being_asked_for(status: Status) -> None:
    asked: list[float] = []
    status.zoom_requested.connect(asked.append)
    for factor in (LEAST, 0.82, 1.0, MOST):
        status.set_zoom(factor)
        assert zoom(status).percent.text() == f"{round(factor * 100)} %"
    assert asked == []


def test_the_zoom_is_asked_for_with_buttons_and_slider(qtbot: QtBot, status: Status) -> None:
    asked: list[float] = []
    fitted: list[bool] = []
    status.zoom_requested.connect(asked.append)
    status.fit_requested.connect(lambda: fitted.append(True))
    status.set_zoom(0.82)
    control = zoom(status)
    for button in (control.larger, control.smaller, control.percent, control.fit):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [0.9, 0.75, 1.0]
    assert fitted == [True]
    control.slider.setFocus()
    qtbot.keyClick(control.slider, Qt.Key.Key_End)
    assert asked[-1] == pytest.approx(MOST)
    qtbot.keyClick(control.slider, Qt.Key.Key_Home)
    assert asked[-1] == pytest.approx(LEAST)


def test_a_word_to_click_stays_while_the_sentence_before_it_changes(qtbot: QtBot, status: Status) -> None:
    done: list[int] = []
    status.tell("Putting in 1 of 3 …", [("Cancel", lambda: done.append(1))])
    qtbot.wait(10)
    button = next(link for link in links(status) if link.text() == "Cancel")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    status.tell("Putting in 1,002 of 3,000 …", [("Cancel", lambda: done.append(2))])
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert done == [2]
    assert button.width() >= button.sizeHint().width()
