"""The table of actions."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from cxdesigner.model.document import Document
from cxdesigner.model.records import Lane, Project, emotion_id
from cxdesigner.ui.actions.table import ACTIONS, on
from cxdesigner.ui.actions.view import SIZE
from cxdesigner.ui.canvas.whereabouts import PARTS
from tests.ui.hand import PLATFORM, Hand, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

SELECTIONS = (
    (),
    ("one",),
    ("one", "three"),
    ("A",),
    ("a1",),
    ("actions",),
    ("feelings",),
    ("map",),
    ("ana",),
    (emotion_id("ana", "a1"),),
    ("project",),
    ("one", "A", "a1", "actions", "map", "ana", emotion_id("ana", "a1"), "project"),
    ("gone",),
)
ENDING = ("file.close", "file.quit")


def empty() -> Document:
    return Document([Project.new(id="project")])


def test_ids_are_unique_and_name_their_menu() -> None:
    assert [key for key, count in Counter(spec.id for spec in ACTIONS).items() if count > 1] == []
    assert all(spec.text and spec.menu for spec in ACTIONS)


def test_no_key_calls_two_actions() -> None:
    keys = [QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys.split(", ") if keys]
    assert all(keys)
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_no_letter_opens_two_entries_of_a_menu(hand: Hand) -> None:
    bar = hand.window.menuBar()
    for menu in (bar, *bar.findChildren(QMenu)):
        texts = [action.text() for action in menu.actions()]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert [text for text in texts if "&" in text and letters[text[text.index("&") + 1].lower()] > 1] == []


def test_every_part_of_the_drawing_has_a_context_menu() -> None:
    assert [part for part in (*PARTS.values(), "cell", "sheet") if not on(part)] == []


def test_applies_never_raises(hand: Hand) -> None:
    for ids in SELECTIONS:
        hand.session.select(ids)
        for spec in ACTIONS:
            assert spec.applies(hand.window) in (True, False), (spec.id, ids)


def test_running_without_a_selection_does_nothing_bad(start: Start) -> None:
    hand = start()
    for spec in ACTIONS:
        if spec.id not in ENDING and not spec.id.startswith("help.examples"):  # large, and tested where they are opened
            hand.session.select((), (None, None))
            hand.run(spec.id)
            assert not hand.picture().isNull(), spec.id


def test_running_with_a_selection_can_be_undone(hand: Hand) -> None:
    before = hand.document
    specs = [spec for spec in ACTIONS if spec.id not in ENDING and not spec.id.startswith(("file.", "help."))]
    for ids in SELECTIONS[1:]:
        for spec in specs:
            hand.session.select(ids)
            spec.run(hand.window)
            hand.canvas.writing.finish()
            while hand.session.undo_name:
                hand.session.undo()
            assert hand.document == before, (spec.id, ids)
        # Panels of another size are made anew: those that went are to be gone, and once is enough.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        specs = [spec for spec in specs if spec.menu != SIZE]


def test_a_project_without_maps(start: Start) -> None:
    hand = start(empty())
    assert hand.document.maps == ()
    for spec in ACTIONS:
        if spec.id not in (*ENDING, "map.add"):
            assert spec.applies(hand.window) in (True, False)
            spec.run(hand.window)
            hand.picture()
    assert hand.document.maps == ()
    hand.run("map.add")
    assert len(hand.document.maps) == 1
    assert hand.scene.bands


def test_undoing_the_first_map_shows_none(start: Start) -> None:
    hand = start(empty())
    nothing = hand.picture()
    hand.run("map.add")
    assert hand.picture() != nothing
    hand.session.undo()
    assert hand.session.map_id == ""
    assert hand.scene.bands == ()
    assert hand.picture() == nothing


def test_hiding_a_lane(hand: Hand) -> None:
    hand.click(hand.middle("pains", "lane-title"))
    hand.run("map.hide_lane")
    assert hand.document.get("pains", Lane).hidden  # type: ignore[union-attr]
    assert "pains" not in [band.key for band in hand.scene.bands]
    hand.session.undo()
    hand.shown("pains", "lane-title")


def test_taking_two_personas_off_the_map_is_one_step(hand: Hand) -> None:
    before = hand.document
    hand.session.select(("ana", "ben"))
    hand.run("map.leave")
    assert hand.people() == []
    hand.session.undo()
    assert hand.document == before


def test_rating_is_one_edit_for_all_and_another_one_each_time(hand: Hand) -> None:
    before = hand.document
    changes: list[object] = []
    hand.session.document_changed.connect(changes.append)
    both = (emotion_id("ana", "a1"), emotion_id("ana", "a2"))
    for run in (lambda score: hand.run(f"emotion.{score}"), lambda score: hand.type(str(score + 3))):
        hand.canvas.setFocus()
        for score in (2, -2):
            hand.session.select(both)
            changes.clear()
            run(score)
            assert len(changes) == 1
            assert (hand.score("ana", "a1"), hand.score("ana", "a2")) == (score, score)
            hand.session.select("one")
        hand.session.undo()
        assert hand.score("ana", "a1") == 2
        hand.session.undo()
        assert hand.document == before


def test_the_menus_name_what_undo_and_redo_do(hand: Hand) -> None:
    assert (hand.menu_text("edit.undo"), hand.menu_text("edit.redo")) == ("Undo", "Redo")
    hand.session.select(("one", "three"))
    hand.run("edit.delete")
    assert hand.menu_text("edit.undo") == "Undo delete 2 cards"
    hand.run("edit.undo")
    assert (hand.menu_text("edit.undo"), hand.menu_text("edit.redo")) == ("Undo", "Redo delete 2 cards")


def test_actions_that_do_not_apply_are_grey(hand: Hand) -> None:
    grey = {key for key, action in hand.window.actions_by_id.items() if not action.isEnabled()}
    assert {"edit.undo", "edit.redo", "edit.cut", "edit.copy", "edit.delete", "map.delete", "map.next"} <= grey
    hand.click(hand.middle("one"))
    hand.window.commands.refresh()
    assert hand.window.actions_by_id["edit.cut"].isEnabled()
