"""Find and replace with the keyboard and the mouse: what is typed is found, lit, walked over all maps and replaced."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.layout.scene import GlyphRun
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card, Lane, Map, Stage, Step
from cxdesigner.ui.panels.find import FindPanel
from tests.model.builders import journey
from tests.ui.hand import CTRL, SHIFT, UNDO, Hand, Key, difference, differs


def told() -> Document:
    """Make two maps and a persona in which queues are spoken of."""
    fields: dict[str, dict[str, Any]] = {
        "c1": {"text": "Queue at the door", "kind": "action"},
        "c2": {"text": "No seats"},
        "c3": {"text": "A queue, a Queue", "says": "What a quéue!", "kind": "pain"},
        "ana": {"goals": ["No queue"]},
        "map": {"title": "Dinner"},
    }
    document = journey(
        "A: a1 a2 | B: b1", "actions pains", cards={"actions a1": "c1", "actions a2": "c2", "pains b1": "c3"},
        personas="ana",
    )  # fmt: skip
    other = [
        Map.new(id="m2", parent="project", title="Lunch", rank="y"),
        Stage.new(id="m2s", parent="m2", rank="V"),
        Step.new(id="m2t", parent="m2s", title="Noon", rank="V"),
        Lane.new(id="m2l", parent="m2", kind="actions", rank="V"),
        Card.new(id="m2c", parent="m2", lane="m2l", step="m2t", text="Queue for lunch", rank="V"),
    ]
    return Document([*(one.with_(**fields.get(key, {})) for key, one in document.records.items()), *other])


@pytest.fixture
def at(start: Callable[..., Hand]) -> Hand:
    return start(told())


def panel(hand: Hand) -> FindPanel:
    found = hand.window.bench.panel("find")
    assert isinstance(found, FindPanel)
    return found


def search(hand: Hand, text: str) -> FindPanel:
    hand.key(Key.Key_F, CTRL)
    hand.type(text)
    return panel(hand)


def keys(found: FindPanel) -> list[str]:
    return [hit.key for hit in found.model.hits]


def rows(found: FindPanel) -> list[str]:
    return [str(found.model.data(found.model.index(row))) for row in range(found.model.rowCount())]


def test_typing_finds_in_all_maps_and_personas(at: Hand) -> None:
    found = search(at, "que")
    assert at.window.focusWidget() is found.field
    assert keys(found) == ["c1", "c3", "c3", "m2c", "ana"]
    assert rows(found) == [
        "Dinner · 3", "Queue at the door, Action · a1", "A queue, a Queue, Pain point · b1",
        "What a quéue!, Says · Pain point · b1", "Lunch · 1", "Queue for lunch, Card · Noon", "Persona ana · 1",
        "No queue, Goals",
    ]  # fmt: skip
    assert found.count.text() == "1 of 5"


def test_what_is_found_is_lit_on_the_sheet_and_nothing_else_changes(at: Hand) -> None:
    found = search(at, "nothing like it")
    before = at.picture()
    found.field.selectAll()
    at.type("queue")
    assert at.canvas.overlay.lights.keys == {"c1", "c3", "ana"}
    assert at.canvas.overlay.lights.current == "c1"
    assert at.ids == ()
    assert difference(before, at.picture()).getbbox() is not None
    at.key(Key.Key_Escape)
    assert not found.isVisible()
    assert at.canvas.overlay.lights.keys == set()


def test_of_the_line_under_the_title_only_the_word_is_lit_also_over_its_end(at: Hand) -> None:
    goal = " ".join(f"place{number}" for number in range(60))
    at.session.perform("x", partial(set_fields, keys=["map"], scenario="A birthday", goal=goal, author="Noone"))
    found = search(at, "birthday")
    about = next(group for group in at.scene.bands[0].groups if group.part == "about")
    before = at.picture()
    found.field.setText("nothing like it")
    left, top, right, bottom = difference(before, at.picture()).getbbox() or (0, 0, 0, 0)
    wide = at.canvas.camera.scale * about.width
    assert 0 < right - left < wide / 3
    lines = [run.line.text for run in about.items if isinstance(run, GlyphRun)]
    over = f"{lines[0].split()[-1]} {lines[1].split()[0]}"
    assert not any(over in line for line in lines)
    plain = at.picture()
    found.field.setText(over)
    lit = difference(plain, at.picture())
    left, top, right, bottom = lit.getbbox() or (0, 0, 0, 0)
    assert right - left > wide / 2
    assert lit.crop((left + (right - left) // 3, top, right - (right - left) // 3, bottom)).getbbox() is None


def test_a_part_painted_by_itself_looks_as_it_does_in_the_whole(at: Hand) -> None:
    search(at, "queue")
    at.session.select(["c1", "c3"])
    at.canvas.zoom_to(3.0)  # so that titles stay in view
    at.canvas.look_at(*at.middle("c3"))
    QApplication.processEvents()
    whole = at.picture()
    assert at.canvas.sticky.strips()
    tile = 90
    for x in range(0, whole.width(), tile):
        for y in range(0, whole.height(), tile):
            rect = QRect(x, y, tile, tile) & whole.rect()
            part = QImage(rect.size(), whole.format())
            at.canvas.viewport().render(part, QPoint(), QRegion(rect))
            assert difference(whole.copy(rect), part, 0).getbbox() is None, rect


def test_with_every_letter_other_words_are_lit(at: Hand) -> None:
    at.session.perform("x", partial(set_fields, keys=["c2"], text="A quéue that goes on and on behind the door"))
    search(at, "queue that")
    lit = at.picture()
    at.key(Key.Key_Backspace)
    at.key(Key.Key_Backspace)
    less = at.picture()
    assert differs(lit, less) > 20
    at.type("at")
    assert difference(lit, at.picture(), 0).getbbox() is None


def test_enter_walks_over_the_maps_and_back(at: Hand) -> None:
    found = search(at, "queue")
    seen = []
    for _ in range(5):
        at.key(Key.Key_Return)
        seen.append((at.ids, at.session.map_id, found.count.text()))
    assert seen == [
        (("c3",), "map", "2 of 5"), (("c3",), "map", "3 of 5"), (("m2c",), "m2", "4 of 5"),
        (("ana",), "m2", "5 of 5"), (("c1",), "map", "1 of 5"),
    ]  # fmt: skip
    at.key(Key.Key_Return, SHIFT)
    assert found.count.text() == "5 of 5"
    assert at.window.focusWidget() is found.field


def test_f3_walks_from_the_sheet(at: Hand) -> None:
    search(at, "queue")
    at.canvas.setFocus()
    at.key(Key.Key_F3)
    assert at.ids == ("c3",)
    at.key(Key.Key_F3, SHIFT)
    assert at.ids == ("c1",)
    assert at.window.focusWidget() is at.canvas


def test_f3_without_a_text_asks_for_one(at: Hand) -> None:
    at.key(Key.Key_F3)
    assert at.window.focusWidget() is panel(at).field


def test_esc_closes_and_leaves_the_hit_selected(at: Hand) -> None:
    search(at, "seats")
    at.key(Key.Key_Escape)
    assert at.ids == ("c2",)
    assert at.window.focusWidget() is at.canvas
    assert at.window.bench.library.isVisible()


def test_options_narrow_what_is_found(at: Hand) -> None:
    found = search(at, "Queue")
    QTest.mouseClick(found.case, Qt.MouseButton.LeftButton)
    assert keys(found) == ["c1", "c3", "m2c"]
    QTest.mouseClick(found.case, Qt.MouseButton.LeftButton)
    found.field.setText("que")
    QTest.mouseClick(found.words, Qt.MouseButton.LeftButton)
    assert keys(found) == []
    assert found.count.text() == "Nothing found"
    at.key(Key.Key_F3)
    assert at.ids == ()


def test_a_hit_is_chosen_in_the_list(at: Hand) -> None:
    found = search(at, "queue")
    index = found.model.index(found.model.row_of(3))
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=found.list.visualRect(index).center())
    assert at.session.map_id == "m2"
    assert at.ids == ("m2c",)
    heading = found.list.visualRect(found.model.index(0)).center()
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert at.ids == ("m2c",)


def test_an_edit_elsewhere_is_followed(at: Hand, qtbot: QtBot) -> None:
    found = search(at, "queue")
    at.key(Key.Key_Return)
    at.session.perform("Edit text", partial(set_fields, keys="c1", text="no more"))
    qtbot.waitUntil(lambda: keys(found) == ["c3", "c3", "m2c", "ana"])
    assert found.count.text() == "1 of 4"
    at.session.perform("Edit text", partial(set_fields, keys="c3", text="none", says=""))
    qtbot.waitUntil(lambda: keys(found) == ["m2c", "ana"])
    assert found.count.text() == "1 of 2"


def test_replacing_shows_before_and_after_and_is_one_undo(at: Hand) -> None:
    at.key(Key.Key_H, CTRL)
    at.type("queue")
    found = panel(at)
    assert found.row.isVisible()
    found.row.field.setFocus()
    at.type("line")
    assert found.model.replacement == "line"
    assert found.row.all.text() == "Replace all 5"
    QTest.mouseClick(found.row.all, Qt.MouseButton.LeftButton)
    assert at.card("c1").text == "line at the door"
    assert at.card("c3").text == "A line, a line"
    assert at.card("c3").says == "What a line!"
    assert at.card("m2c").text == "line for lunch"
    assert at.persona_named("ana").goals == ("No line",)
    assert at.session.undo_name == "Replace 5 texts"
    assert keys(found) == []
    assert found.count.text() == "5 texts replaced"
    assert found.field.hasFocus()
    at.run(UNDO)
    assert at.card("c1").text == "Queue at the door"
    assert at.persona_named("ana").goals == ("No queue",)


def test_only_what_is_checked_is_replaced(at: Hand) -> None:
    at.key(Key.Key_H, CTRL)
    at.type("queue")
    found = panel(at)
    index = found.model.index(found.model.row_of(0))
    spot = found.list.visualRect(index).topLeft()
    spot.setX(18)
    spot.setY(found.list.visualRect(index).center().y())
    QTest.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not found.model.is_checked(0)
    assert found.row.all.text() == "Replace 4 checked"
    found.row.field.setFocus()
    at.type("row")
    QTest.mouseClick(found.row.all, Qt.MouseButton.LeftButton)
    assert at.card("c1").text == "Queue at the door"
    assert at.card("c3").text == "A row, a row"
    assert keys(found) == ["c1"]


def test_enter_replaces_one_and_goes_to_the_next(at: Hand) -> None:
    at.key(Key.Key_H, CTRL)
    at.type("queue")
    found = panel(at)
    found.row.field.setFocus()
    at.type("row")
    at.key(Key.Key_Return)
    assert at.card("c1").text == "row at the door"
    assert at.session.undo_name == "Replace 1 text"
    assert keys(found) == ["c3", "c3", "m2c", "ana"]
    assert found.count.text() == "1 of 4"


def test_a_replacement_that_is_too_long_is_refused(at: Hand) -> None:
    at.key(Key.Key_H, CTRL)
    at.type("queue")
    found = panel(at)
    found.row.field.setMaxLength(20_000)
    found.row.field.setText("x" * 10_000)
    QTest.mouseClick(found.row.all, Qt.MouseButton.LeftButton)
    assert at.card("c1").text == "Queue at the door"
    assert len(at.told) == 1


def test_everything_is_named_for_a_screen_reader(at: Hand) -> None:
    found = search(at, "queue")
    assert all(one.accessibleName() for one in (found, found.field, found.case, found.words, found.back, found.list))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert found.model.data(found.model.index(1), role) == "Queue at the door, Action · a1"
