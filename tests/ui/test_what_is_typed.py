"""Whatever is typed somewhere is in the project before it is saved, or its window closes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from cxdesigner.model.edits.stacks import add_stacks
from cxdesigner.model.records import Card, Map
from cxdesigner.storage.project_file import load
from cxdesigner.ui.panels.map_tabs import MapTabs
from cxdesigner.ui.panels.outline import Outline
from cxdesigner.ui.panels.parking import Parking
from tests.ui.hand import CTRL, PLATFORM, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def saved(hand: Hand) -> list[str]:
    """Save, and give the texts of the cards and maps in the file."""
    hand.key(Key.Key_S, CTRL)
    hand.window.application.saving.wait()
    assert hand.session.is_saved
    assert hand.session.path is not None
    records = load(hand.session.path).document.records.values()
    return [one.text if isinstance(one, Card) else one.title for one in records if isinstance(one, Card | Map)]


def test_a_text_in_the_parking_lot(hand: Hand) -> None:
    hand.session.perform("Park", lambda document: add_stacks(document, "map", {(None, None): ["loose"]}))
    panel = hand.window.bench.show_panel("parking")
    assert isinstance(panel, Parking)
    panel.list.edit(panel.list.cards[0])
    hand.type("typed in the drawer")
    assert "typed in the drawer" in saved(hand)


def test_a_row_of_the_outline(hand: Hand) -> None:
    hand.run("view.outline")
    panel = hand.window.bench.panel("outline")
    assert isinstance(panel, Outline)
    hand.session.select("one")
    QApplication.processEvents()
    panel.tree.setFocus()
    hand.key(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hand.type("typed in the outline")
    assert "typed in the outline" in saved(hand)


def tabs(hand: Hand) -> MapTabs:
    hand.run("map.add")
    panel = hand.window.bench.panel("maps")
    assert isinstance(panel, MapTabs)
    return panel


def test_the_title_in_a_tab(hand: Hand) -> None:
    tabs(hand).rename(1)
    hand.type("typed in the tab")
    assert "typed in the tab" in saved(hand)


def test_a_text_that_is_open_in_another_window_when_the_program_ends(start: Start) -> None:
    first = start()
    first.session.select("three")
    first.key(Key.Key_F2)
    first.type("typed before")
    application = first.window.application
    asked: list[str] = []
    application.dialogs.ask_unsaved = lambda _parent, name: asked.append(name) or "cancel"  # type: ignore[method-assign]
    application.projects.new_project()
    assert not application.quit()
    assert first.card("three").text == "typed before"
    assert asked == ["small.cxd"]
    application.dialogs.ask_unsaved = lambda _parent, _name: "discard"  # type: ignore[method-assign]


def test_a_tab_has_the_menu_of_its_map(hand: Hand) -> None:
    bar = tabs(hand).bar
    first = hand.document.maps[0].id
    bar.customContextMenuRequested.emit(bar.tabRect(0).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert hand.session.map_id == first
    assert "Duplicate map" in [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
