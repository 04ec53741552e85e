"""Marks that collapse and open stages and lanes and bring hidden lanes back; working in what is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cxdesigner.layout.hit import groups_of
from cxdesigner.model.document import Document
from cxdesigner.model.records import Lane, Record, Stage
from cxdesigner.ui.canvas.folding import Mark
from tests.model.builders import cards, columns, journey
from tests.ui.hand import LEFT, PLATFORM, Hand, Key, Start, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def a_map(**fields: dict[str, object]) -> Document:
    document = journey(
        "A: a1 a2 | B: b1 b2 b3 | C: c1",
        "actions pains touchpoints notes ideas",
        cards={"actions b1": "one", "actions b3": "two", "actions a1": "three", "pains b1": "four-b2"},
    )
    records: list[Record] = [record.with_(**fields.get(key, {})) for key, record in document.records.items()]
    return Document(records)


def closed() -> Document:
    """Make a map with a collapsed stage, a collapsed lane and three hidden ones."""
    hidden: dict[str, object] = {"hidden": True}
    return a_map(B={"collapsed": True}, pains={"collapsed": True}, touchpoints=hidden, notes=hidden, ideas=hidden)


def mark(hand: Hand, what: str, key: str) -> Mark:
    return next(one for one in hand.canvas.folding.marks() if one.what == what and key in one.keys)


def click(hand: Hand, found: Mark) -> None:
    at = found.rect.center().toPoint()
    QTest.mouseMove(hand.canvas.viewport(), at)
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(hand.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def whats(hand: Hand) -> list[str]:
    return [f"{one.what} {' '.join(one.keys)}" for one in hand.canvas.folding.marks()]


def folded(hand: Hand, key: str) -> bool:
    record = hand.document[key]
    assert isinstance(record, (Stage, Lane))
    return record.collapsed


def test_a_stage_is_collapsed_and_opened_by_the_mark_on_it(start: Start) -> None:
    hand = start(a_map())
    before = hand.document
    assert whats(hand) == []
    hand.move(hand.middle("B", "stage"))
    assert whats(hand) == ["close B"]
    click(hand, mark(hand, "close", "B"))
    assert folded(hand, "B")
    assert hand.menu_text("edit.undo") == "Undo collapse stage"
    assert groups_of(hand.scene, "b1", "step") == []
    hand.move(hand.middle("three"))
    assert whats(hand) == ["open B"]
    click(hand, mark(hand, "open", "B"))
    assert hand.document == before


def test_two_clicks_on_a_collapsed_stage_open_it(start: Start) -> None:
    hand = start(closed())
    hand.double_click(hand.middle("B", "stage"))
    assert not folded(hand, "B")
    hand.session.undo()
    hand.double_click(hand.middle("one", "bar"))
    assert not folded(hand, "B")
    hand.double_click(hand.middle("B", "stage"))
    assert hand.editor is not None, "an open one is renamed"


def test_a_lane_is_opened_by_the_mark_beside_its_title(start: Start) -> None:
    hand = start(closed())
    click(hand, mark(hand, "open", "pains"))
    assert not folded(hand, "pains")
    hand.shown("four", "bar")
    hand.move(hand.middle("actions", "lane-title"))
    click(hand, mark(hand, "close", "actions"))
    assert folded(hand, "actions")
    assert hand.menu_text("edit.undo") == "Undo collapse lane"


def test_hidden_lanes_leave_a_mark_that_brings_them_back(start: Start) -> None:
    hand = start(closed())
    found = mark(hand, "show", "notes")
    assert found.keys == ("touchpoints", "notes", "ideas")
    assert found.text == "3 hidden lanes" or found.text in ("3 hidden", "3")
    bottom = hand.band("pains").top + hand.band("pains").height
    assert abs(found.rect.center().y() - hand.view_of(0, bottom).y()) <= 1
    click(hand, found)
    assert [band.key for band in hand.scene.bands if band.is_lane][2:] == ["touchpoints", "notes", "ideas"]
    assert hand.ids == ("touchpoints", "notes", "ideas")
    assert hand.menu_text("edit.undo") == "Undo show lanes"


def test_hidden_lanes_are_marked_where_they_stand(start: Start) -> None:
    hidden: dict[str, object] = {"hidden": True}
    hand = start(a_map(actions=hidden, notes=hidden))
    assert whats(hand) == ["show actions", "show notes"]
    assert mark(hand, "show", "actions").rect.center().y() < mark(hand, "show", "notes").rect.center().y()


def test_the_marks_are_not_on_what_is_exported(start: Start) -> None:
    hand = start(closed())
    shown = hand.picture()
    hand.canvas.folding.marks = list  # type: ignore[method-assign]
    assert differs(shown, hand.picture()) > 50
    assert not any("hidden" in str(group.part) for band in hand.scene.bands for group in band.groups)


def test_cards_in_a_collapsed_stage_are_selected_and_dragged(start: Start) -> None:
    hand = start(closed())
    hand.click(hand.middle("two", "bar"))
    assert hand.ids == ("two",)
    assert hand.session.selection.cell == ("actions", "b3")
    hand.drag(hand.middle("two", "bar"), hand.in_cell("actions", "c1"))
    assert hand.stack("actions", "c1") == ["two"]
    hand.drag(hand.middle("three"), hand.in_cell("actions", "b2"))
    assert hand.stack("actions", "b1") == ["one", "three"]
    hand.shown("three", "bar")


def test_a_card_that_is_dragged_within_a_collapsed_stage_keeps_its_step(start: Start) -> None:
    hand = start(a_map(B={"collapsed": True}))
    before = hand.document
    x, y = hand.middle("two", "bar")
    hand.drag((x, y), (x + 8, y + 12))
    assert hand.document == before
    hand.drag((x, y), hand.in_cell("pains", "b1", 0.8))
    assert hand.stack("pains", "b3") == ["two"]


def test_arrows_go_through_a_collapsed_stage(start: Start) -> None:
    hand = start(closed())
    hand.click(hand.middle("three"))
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Right)
    assert hand.session.selection.cell == ("actions", "b1")
    hand.key(Key.Key_Right)
    assert hand.session.selection.cell == ("actions", "c1")
    hand.click(hand.middle("two", "bar"))
    hand.key(Key.Key_Left)
    assert hand.session.selection.cell == ("actions", "a2")


def test_typing_in_a_collapsed_stage_opens_it(start: Start) -> None:
    hand = start(closed())
    hand.click(hand.in_cell("actions", "b1", 0.9))
    hand.type("new")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts("actions", "b1") == ["one", "new"]
    assert not folded(hand, "B")
    hand.shown("b3", "step")


def test_editing_what_is_collapsed_opens_it(start: Start) -> None:
    hand = start(closed())
    hand.click(hand.middle("two", "bar"))
    hand.key(Key.Key_F2)
    assert hand.editor is not None
    hand.type("!")
    hand.key(Key.Key_Escape)
    assert hand.texts("actions", "b3") in (["two!"], ["!two"], ["!"])
    assert not folded(hand, "B")
    hand.session.select("four")
    hand.run("edit.text")
    assert hand.editor is not None
    assert not folded(hand, "pains")


def test_steps_are_dragged_into_and_around_a_collapsed_stage(start: Start) -> None:
    hand = start(closed())
    hand.drag(hand.middle("a2", "step"), (hand.in_cell("actions", "b1")[0], hand.middle("a2", "step")[1]))
    assert columns(hand.document).startswith("A: a1 | B: ")
    hand.session.undo()
    hand.drag(hand.middle("B", "stage"), (hand.middle("A", "stage")[0] - 80, hand.middle("A", "stage")[1]))
    assert columns(hand.document) == "B: b1 b2 b3 | A: a1 a2 | C: c1"
    assert cards(hand.document)["actions b3"] == "two"


def test_what_is_hidden_or_collapsed_is_found_by_its_column(start: Start) -> None:
    hand = start(closed())
    hand.session.select("two")
    plain = hand.picture()
    hand.session.select(())
    assert differs(plain, hand.picture()) > 20, "its bar is framed"


def test_from_afar_there_are_no_marks(start: Start) -> None:
    hand = start(closed())
    hand.canvas.zoom_to(0.2)
    assert whats(hand) == []
    assert not hand.canvas.folding.press(QPoint(5, 5))


def test_a_card_that_is_drawn_over_a_collapsed_stage_covers_all_of_it(start: Start) -> None:
    hand = start(closed())
    hand.drag(hand.edge("three", "right"), hand.in_cell("actions", "b1"))
    assert hand.card("three").to == "b3"
    hand.session.undo()
    hand.drag(hand.edge("three", "right"), hand.in_cell("actions", "c1"))
    assert hand.card("three").to == "c1"
