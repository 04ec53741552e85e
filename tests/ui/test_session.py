"""Undo, redo, several maps: what the window shows of the project."""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from cxdesigner.model.change import Change
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Map
from cxdesigner.ui.session import Doing
from tests.ui.hand import CTRL, PLATFORM, REDO, SHIFT, UNDO, Hand, Key, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


@pytest.fixture
def maps(hand: Hand) -> tuple[str, str]:
    """Add a second map, and show the first one."""
    hand.run("map.add")
    second = hand.session.map_id
    hand.session.show_map("map")
    return "map", second


def test_a_new_map_is_shown_and_can_be_drawn_on(hand: Hand) -> None:
    before = hand.document
    hand.run("map.add")
    assert hand.session.map_id != "map"
    assert hand.session.map is not None
    assert hand.session.map.title == "New map"
    assert hand.canvas.columns.columns
    hand.run("insert.card")
    hand.type("Here")
    hand.key(Key.Key_Escape)
    hand.run(UNDO)
    hand.run(UNDO)
    assert hand.document == before
    assert hand.session.map_id == "map"


def test_maps_are_switched(hand: Hand, maps: tuple[str, str]) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_PageDown, CTRL)
    assert hand.session.map_id == maps[1]
    assert hand.ids == ()
    assert {band.key for band in hand.scene.bands}.isdisjoint({"actions", "pains"})
    hand.key(Key.Key_PageDown, CTRL)
    assert hand.session.map_id == "map"
    hand.shown("one")
    hand.key(Key.Key_PageUp, CTRL)
    assert hand.session.map_id == maps[1]


def test_the_last_map_is_not_deleted(hand: Hand) -> None:
    before = hand.document
    hand.run("map.delete")
    assert hand.document is before
    assert not hand.window.actions_by_id["map.delete"].isEnabled()


def test_deleting_a_map_shows_another_and_undo_shows_it_again(hand: Hand, maps: tuple[str, str]) -> None:
    before = hand.document
    hand.run("map.delete")
    assert hand.session.map_id == maps[1]
    assert hand.document.get("map", Map) is None
    hand.run(UNDO)
    assert hand.document == before
    assert hand.session.map_id == "map"
    hand.shown("one")


def test_undo_and_redo_show_the_map_that_they_change(hand: Hand, maps: tuple[str, str]) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Delete)
    hand.session.show_map(maps[1])
    hand.run(UNDO)
    assert hand.session.map_id == "map"
    assert hand.ids == ("one",)
    hand.session.show_map(maps[1])
    hand.run(REDO)
    assert hand.session.map_id == "map"
    assert "one" not in hand.document


def test_undoing_what_was_added_shows_its_map_too(hand: Hand, maps: tuple[str, str]) -> None:
    hand.click(hand.in_cell("pains", "a1"))
    hand.type("New")
    hand.key(Key.Key_Escape)
    hand.session.show_map(maps[1])
    hand.run(UNDO)
    assert hand.session.map_id == "map"
    assert hand.stack("pains", "a1") == []


def test_a_change_of_a_persona_stays_on_the_map_that_is_shown(hand: Hand, maps: tuple[str, str]) -> None:
    hand.double_click(hand.middle("ana", "persona"))
    hand.type("Anna")
    hand.key(Key.Key_Escape)
    hand.session.show_map(maps[1])
    hand.run(UNDO)
    assert hand.session.map_id == maps[1]


def test_undo_selects_what_changed_and_redo_too(hand: Hand) -> None:
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"))
    hand.click(hand.middle("two"))
    hand.key(Key.Key_Z, CTRL)
    assert hand.ids == ("three",)
    hand.click(hand.middle("two"))
    hand.key(Key.Key_Z, CTRL | SHIFT)
    assert hand.ids == ("three",)
    assert hand.stack("pains", "b2") == ["three"]


def test_undo_brings_what_changed_into_view(hand: Hand) -> None:
    hand.canvas.zoom_to(4.0)
    hand.canvas.look_at(*hand.middle("wide"))
    hand.session.select("wide")
    hand.run("edit.delete")
    hand.canvas.look_at(0, 0)
    hand.run(UNDO)
    assert hand.canvas.seen().contains(*hand.middle("wide"))


def test_a_new_edit_forgets_what_was_undone(hand: Hand, qtbot: QtBot) -> None:
    hand.session.select("one")
    hand.run("edit.delete")
    hand.run(UNDO)
    hand.session.select("two")
    hand.run("edit.delete")
    assert hand.session.redo_name == ""
    qtbot.waitUntil(lambda: not hand.window.actions_by_id[REDO].isEnabled())


def test_what_is_not_saved_shows_in_the_title(hand: Hand) -> None:
    assert not hand.window.isWindowModified()
    hand.session.select("one")
    hand.run("edit.delete")
    assert hand.window.isWindowModified()
    hand.run(UNDO)
    assert not hand.window.isWindowModified()


def test_a_long_row_of_edits_is_undone_and_redone(hand: Hand) -> None:
    states = [hand.document]
    hand.drag(hand.middle("B", "stage"), (hand.shown("A", "stage").x + 5, hand.middle("A", "stage")[1]))
    states.append(hand.document)
    hand.drag(hand.middle("pains", "lane-title"), (60, hand.band("actions").top + 5))
    states.append(hand.document)
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"))
    states.append(hand.document)
    hand.session.select("A")
    hand.run("edit.delete")
    states.append(hand.document)
    for state in reversed(states[:-1]):
        hand.key(Key.Key_Z, CTRL)
        assert hand.document == state
    for state in states[1:]:
        hand.key(Key.Key_Y, CTRL)
        assert hand.document == state


def test_an_edit_that_does_not_apply_ends_the_preview(hand: Hand) -> None:
    before, told = hand.picture(), list[object]()
    hand.session.document_changed.connect(told.append)
    assert hand.session.preview(partial(set_fields, keys=["two"], text="Otherwise"))
    assert differs(before, hand.picture())
    assert hand.session.perform("x", lambda _document: None) is None
    assert not hand.session.is_previewing
    assert not differs(before, hand.picture())
    assert told == []


def test_edits_that_cancel_each_other_out_are_told_and_undone_one_by_one(hand: Hand) -> None:
    before, told = hand.document, list[Change]()
    hand.session.document_changed.connect(told.append)
    there = Doing("there", partial(set_fields, keys=["two"], text="Otherwise"))
    back = Doing("back", partial(set_fields, keys=["two"], text=hand.card("two").text))
    assert all(hand.session.perform_all([there, back]))
    assert [len(change.pairs) for change in told] == [0]
    assert hand.document == before
    assert hand.session.undo_name == "back"
    hand.run(UNDO)
    assert hand.card("two").text == "Otherwise"
