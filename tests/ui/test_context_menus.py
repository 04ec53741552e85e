"""Context menus, built from the table of actions, by mouse and by keys; and why actions are off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from cxdesigner.model.records import emotion_id
from cxdesigner.ui.actions.spec import always
from cxdesigner.ui.actions.table import ACTIONS, on
from cxdesigner.ui.canvas.whereabouts import PARTS
from tests.ui.hand import NONE, PLATFORM, RIGHT, SHIFT, Hand, Key, Point

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

EVERY_PART = {*PARTS.values(), "cell", "sheet"}


def right_click(hand: Hand, point: Point) -> list[str]:
    """Click with the right button and give the entries of the menu that opens, those of menus in it too."""
    hand.click(point, button=RIGHT)
    return entries_at(hand, hand.view_of(*point))


def entries_at(hand: Hand, at: QPoint) -> list[str]:
    view = hand.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    return entries()


def entries() -> list[str]:
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    found = flat(menu)
    menu.close()
    return found


def flat(menu: QMenu) -> list[str]:
    found: list[str] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu) and inner.actions():
            found += flat(inner)
        elif not action.isSeparator():
            found.append(action.text().replace("&", ""))
    return found


def test_every_part_of_the_drawing_has_a_menu() -> None:
    for part in EVERY_PART:
        assert on(part), part


def test_actions_name_parts_that_there_are() -> None:
    assert {part for spec in ACTIONS for part in spec.on} <= EVERY_PART


def test_whatever_can_be_off_says_why() -> None:
    silent = [spec.id for spec in ACTIONS if spec.applies is not always and not spec.needs]
    assert silent == []
    for spec in ACTIONS:
        assert not spec.needs or (spec.needs[0].isupper() and spec.needs.endswith(".")), spec.id


def test_a_right_click_selects_what_is_under_it(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    shown = right_click(hand, hand.middle("a2", "step"))
    assert hand.ids == ("a2",)
    assert "Delete" in shown
    assert not any(entry.startswith("Move to parking") for entry in shown)


def test_a_right_click_on_one_of_many_keeps_them(hand: Hand) -> None:
    hand.session.select(("one", "three"))
    right_click(hand, hand.middle("three"))
    assert hand.ids == ("one", "three")
    right_click(hand, hand.middle("four"))
    assert hand.ids == ("four",)


@pytest.mark.parametrize(
    ("key", "part"),
    [("one", "card"), ("A", "stage"), ("a1", "step"), ("pains", "lane-title"), ("ana", "persona"), ("map", "title")],
)
def test_what_a_menu_holds_is_what_the_table_says(hand: Hand, key: str, part: str) -> None:
    shown = right_click(hand, hand.middle(key, part))
    assert hand.ids == (key,)
    wanted = {spec.id for spec in on(part)}
    enabled = [hand.window.actions_by_id[spec.id] for spec in ACTIONS if spec.id in wanted]
    expected = {action.text().replace("&", "") for action in enabled if action.isEnabled()}
    assert shown
    assert set(shown) == expected
    assert len(shown) == len(set(shown))


def test_an_empty_cell_and_the_paper_have_menus_of_their_own(hand: Hand) -> None:
    assert "Add card" in right_click(hand, hand.in_cell("pains", "a1"))
    assert hand.session.selection.cell == ("pains", "a1")
    shown = entries_at(hand, QPoint(4, 4))
    assert "Fit" in shown
    assert "Add card" not in shown


def test_a_point_of_a_curve_has_its_own(hand: Hand) -> None:
    shown = right_click(hand, hand.emotion_at("feelings", "a1", 1))
    assert hand.ids == (emotion_id("ana", "a1"),)
    assert "Set emotion: very positive" in shown


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Menu, NONE), (Key.Key_F10, SHIFT)])
def test_keys_open_the_menu_where_the_selection_is(hand: Hand, key: Key, modifiers: Qt.KeyboardModifier) -> None:
    hand.click(hand.middle("three"))
    hand.key(key, modifiers)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    at = hand.canvas.viewport().mapToGlobal(hand.view_of(*hand.middle("three")))
    assert menu.geometry().adjusted(-1, -1, 1, 1).contains(at)  # or nearest to it: the screen may be narrow
    assert "Duplicate" in flat(menu)
    menu.close()


def test_keys_open_the_menu_of_the_cell_and_of_nothing(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(Key.Key_Menu)
    assert "Add card" in entries()
    hand.session.select((), (None, None))
    hand.session.select(())
    hand.key(Key.Key_Menu)
    assert entries()


def test_in_a_field_the_key_opens_the_menu_of_the_field(hand: Hand) -> None:
    field = hand.window.bench.library.search
    field.setFocus()
    opened: list[QPoint] = []
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    field.customContextMenuRequested.connect(opened.append)
    hand.key(Key.Key_Menu)
    assert len(opened) == 1
    assert entries() == []


def test_choosing_from_a_menu_does_it(hand: Hand) -> None:
    hand.click(hand.middle("four"), button=RIGHT)
    menu = hand.window.commands.context_menu("card")
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "De&lete").trigger()
    assert hand.texts("pains", "b1") == []
