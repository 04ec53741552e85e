"""Filters: what is chosen stays, the rest fades, on the sheet and in exports, and one sees that it does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cxdesigner.export.options import ExportOptions
from cxdesigner.insight.filter import NOTHING
from cxdesigner.layout.fading import pale
from cxdesigner.model.document import Document
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Department, Evidence
from cxdesigner.ui.exporting import as_shown
from cxdesigner.ui.panels.filters import Filters, values_of
from tests.model.builders import journey
from tests.ui.hand import CTRL, SHIFT, Hand, Key


def told() -> Document:
    document = journey(
        "A: a1 a2", "actions feelings=emotion pains", cards={"actions a1": "c1", "pains a1": "c2", "pains a2": "c3"},
        personas="ana ben", emotions={"ana a1": 1, "ana a2": 2, "ben a1": 0, "ben a2": -1},
        more=(Department.new(id="d1", parent="project", name="Kitchen"),),
    )  # fmt: skip
    fields: dict[str, dict[str, Any]] = {
        "c1": {"kind": "touchpoint", "channel": "app", "moment_of_truth": True, "department": "d1"},
        "c2": {"kind": "pain", "personas": ["ana"], "evidence": Evidence.new(kind="survey")},
        "c3": {"kind": "pain", "personas": ["ben"]},
    }
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


@pytest.fixture
def at(start: Callable[..., Hand]) -> Hand:
    return start(told())


def bar(hand: Hand) -> Filters:
    found = hand.window.bench.panel("filters")
    assert isinstance(found, Filters)
    return found


def choose(hand: Hand, group: str, words: str) -> QMenu:
    """Check a value in the menu of a group, with the mouse; the menu stays open."""
    button = bar(hand).buttons[group]
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert menu.isVisible()
    return menu


def faded(hand: Hand) -> set[str]:
    return {key.replace("\x1f", " ") for band in hand.scene.bands for key in band.faded}


def test_a_value_is_chosen_with_the_mouse_and_the_rest_fades(at: Hand) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    before = at.picture()
    menu = choose(at, "kinds", "Pain point")
    assert faded(at) == {"c1"}
    choose(at, "personas", "ana")
    assert faded(at) == {"c1", "c3", "ben", "ben a1", "ben a2"}
    menu.close()
    assert bar(at).count.text() == "1 of 3 cards"
    assert bar(at).buttons["kinds"].text() == "Kind: Pain point"
    spot = at.view_of(*at.edge("c1", "left"))
    bar_color, now = before.pixelColor(spot), at.picture().pixelColor(spot)
    assert now.lightness() > bar_color.lightness()
    assert at.session.undo_name == ""


def test_values_are_chosen_with_the_keyboard(at: Hand) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    assert at.window.focusWidget() is bar(at).buttons["personas"]
    at.key(Key.Key_Tab)
    assert at.window.focusWidget() is bar(at).buttons["channels"]
    menu = bar(at).buttons["channels"].menu()
    menu.popup(bar(at).mapToGlobal(bar(at).rect().bottomLeft()))
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Space)
    assert menu.isVisible()
    assert faded(at) == {"c2", "c3"}
    QTest.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()
    at.key(Key.Key_Escape)
    assert at.session.showing.filter == NOTHING
    assert not bar(at).isVisible()
    assert at.window.focusWidget() is at.canvas


def test_several_values_of_a_group_widen_it(at: Hand) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    choose(at, "evidence", "Survey")
    assert faded(at) == {"c1", "c3"}
    choose(at, "evidence", "None").close()
    assert faded(at) == set()
    assert bar(at).buttons["evidence"].text() == "Evidence: 2"


def test_moments_and_departments_can_be_filtered_by(at: Hand) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    choose(at, "moments", "Moments of truth").close()
    assert faded(at) == {"c2", "c3"}
    choose(at, "departments", "Kitchen").close()
    assert faded(at) == {"c2", "c3"}


def test_show_all_shows_all(at: Hand) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    choose(at, "kinds", "Pain point").close()
    QTest.mouseClick(bar(at).clear, Qt.MouseButton.LeftButton)
    assert faded(at) == set()
    assert bar(at).isVisible()
    assert not bar(at).count.isVisible()
    assert not at.window.actions_by_id["view.show_all"].isEnabled() or at.session.showing.filter == NOTHING


def test_what_is_offered_says_how_many_cards_have_it() -> None:
    document = told()
    assert values_of(document, "map", "kinds") == {"touchpoint": 1, "pain": 2}
    assert values_of(document, "map", "personas") == {"ana": 2, "ben": 2}
    assert values_of(document, "map", "channels") == {"app": 1}
    assert values_of(document, "map", "departments") == {"d1": 1}
    assert values_of(document, "map", "moments") == {"truth": 1, "support": 0}
    assert values_of(document, "map", "evidence")[""] == 2


def test_a_persona_that_is_deleted_is_no_longer_filtered_by(at: Hand, qtbot: QtBot) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    choose(at, "personas", "ana").close()
    at.session.perform("Delete persona", partial(remove, keys=["ana"]))
    qtbot.waitUntil(lambda: not at.session.showing.filter.is_on)
    assert faded(at) == set()


def test_a_new_card_is_counted(at: Hand, qtbot: QtBot) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    choose(at, "kinds", "Pain point").close()
    at.canvas.setFocus()
    at.session.perform("Delete card", partial(remove, keys=["c2"]))
    qtbot.waitUntil(lambda: bar(at).count.text() == "1 of 2 cards")


def test_exports_are_faded_where_that_is_wanted(at: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    at.key(Key.Key_F, CTRL | SHIFT)
    choose(at, "kinds", "Pain point").close()
    application = at.window.application
    files = []
    for number in range(2):
        out = tmp_path / f"{number}.svg"
        options = as_shown(at.session, ExportOptions("svg"))
        job = application._exporting.start(at.window, at.session, out, options)
        with qtbot.waitSignal(job.exported, timeout=30_000):
            pass
        files.append(out.read_text("utf-8"))
        bar(at).exports.click()
    assert at.session.showing.fades_exports is False
    assert pale("#1f2430") not in files[0]
    assert pale("#1f2430") in files[1]
