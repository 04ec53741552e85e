"""The bar: the title, the save state, the maps, the buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.records import Project
from cxdesigner.ui.actions.table import ACTIONS
from cxdesigner.ui.panels.bar import BUTTONS, Bar
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
def owner() -> QObject:
    return QObject()


@pytest.fixture
def actions(owner: QObject) -> dict[str, QAction]:
    made = {key: QAction(key, owner) for key in ("edit.undo", "edit.redo", "file.export_pdf")}
    made["edit.undo"].setText("&Undo move 3 cards")
    made["edit.undo"].setShortcut("Ctrl+Z")
    made["edit.redo"].setEnabled(False)
    return made


@pytest.fixture
def bar(qtbot: QtBot, session: Session, actions: dict[str, QAction]) -> Bar:
    return on_screen(qtbot, Bar(session, actions), width=1200)


def test_it_names_the_project_and_its_state(bar: Bar, session: Session) -> None:
    assert bar.title.title() == "Vivan los Tacos — current state"
    session.show_map("vlt-map-future")
    assert bar.title.title() == "Vivan los Tacos — future state"
    session.perform("Rename", lambda document: set_fields(document, document.root, title="<i>T</i>"))
    assert bar.title.title() == "<i>T</i> — future state"


def test_maps_in_the_same_state_are_told_by_their_titles(bar: Bar, session: Session) -> None:
    session.perform("Add map", lambda document: add_map(document, "Lunch"))
    assert bar.title.title() == "Vivan los Tacos — Friday dinner at Vivan los Tacos"


def test_the_state_is_not_said_twice(bar: Bar, session: Session) -> None:
    session.perform("Rename", lambda document: set_fields(document, document.root, title=""))
    session.show_map("vlt-map-future")
    session.perform("Rename", lambda document: set_fields(document, session.map_id, title="Dinner – Future state"))
    assert bar.title.title() == "Dinner – Future state"
    session.perform("Rename", lambda document: set_fields(document, session.map_id, title="Dinner"))
    assert bar.title.title() == "Dinner — future state"


def test_it_says_whether_the_work_is_in_the_file(bar: Bar, session: Session) -> None:
    assert bar.state.text() == "Saved · vivan-los-tacos.cxd"
    session.perform("Rename", lambda document: set_fields(document, document.root, title="T"))
    assert bar.state.text() == "Edited · vivan-los-tacos.cxd"
    session.mark_saved(Path("t.cxd"))
    assert bar.state.text() == "Saved · t.cxd"


def test_a_project_without_a_file_or_a_map(qtbot: QtBot) -> None:
    bar = on_screen(qtbot, Bar(Session(Document([Project.new(id="project")])), {}), width=800)
    assert bar.title.title() == "Untitled"
    assert bar.state.text() == "Not saved yet"
    assert bar.buttons == {}


def test_a_project_that_is_only_read(qtbot: QtBot, session: Session) -> None:
    session.read_only = True
    bar = on_screen(qtbot, Bar(session, {}), width=800)
    assert bar.state.text() == "Read-only"


def test_the_title_opens_the_list_of_maps(qtbot: QtBot, bar: Bar, session: Session) -> None:
    qtbot.mouseClick(bar.title, Qt.MouseButton.LeftButton)
    (menu,) = bar.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Friday dinner at Vivan los Tacos · Current state",
        "Friday dinner without the wait · Future state",
    ]
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    assert session.map_id == "vlt-map-future"
    menu.close()


def test_buttons_follow_their_actions(qtbot: QtBot, bar: Bar, actions: dict[str, QAction]) -> None:
    assert list(bar.buttons) == ["edit.undo", "edit.redo", "file.export_pdf"]
    done: list[str] = []
    for key, action in actions.items():
        action.triggered.connect(lambda _=False, key=key: done.append(key))
    undo, redo = bar.buttons["edit.undo"], bar.buttons["edit.redo"]
    assert undo.text() == "Undo"
    assert "Undo move 3 cards (Ctrl+Z)" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert done == ["edit.undo"]
    actions["edit.redo"].setEnabled(True)
    assert redo.isEnabled()


def test_its_buttons_are_of_actions_that_there_are() -> None:
    assert set(BUTTONS) <= {spec.id for spec in ACTIONS}
