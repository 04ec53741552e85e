"""The outline: in step with the canvas both ways, everything done from it with keys and mouse, and read aloud."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.edits.stages import move_stage
from cxdesigner.model.records import Lane, Map, Stage
from cxdesigner.ui.panels.outline import Outline, OutlineTree
from cxdesigner.ui.panels.outline_model import KEYS
from tests.model.builders import columns, journey, lanes
from tests.ui.hand import ALT, CTRL, SHIFT, UNDO, Hand, Key


def told() -> Document:
    document = journey(
        "A: a1 a2 | B: b1", "actions feelings=emotion pains",
        cards={"actions a1": "c1 c2 c3", "pains a1": "c4", "actions b1": "c5", "parking": "c6"},
        personas="ana ben", emotions={"ana a1": -1},
    )  # fmt: skip
    fields: dict[str, dict[str, Any]] = {
        "c2": {"text": "Queue in the doorway", "kind": "pain"},
        "a1": {"title": "Orders"},
        "actions": {"title": "Pain points"},
    }
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


@pytest.fixture
def at(start: Callable[..., Hand]) -> Hand:
    hand = start(told())
    hand.run("view.outline")
    QApplication.processEvents()
    return hand


def tree(hand: Hand) -> OutlineTree:
    found = hand.window.bench.panel("outline")
    assert isinstance(found, Outline)
    return found.tree


def written(hand: Hand, index: QModelIndex | None = None) -> list[Any]:
    """Write the tree, all of it."""
    model = tree(hand)._model
    index = index or QModelIndex()
    rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return [(row.data(), written(hand, row)) if model.hasChildren(row) else row.data() for row in rows]


def pick(hand: Hand, key: str) -> QModelIndex:
    """Click on the row of a record."""
    index = tree(hand)._model.find(key)
    tree(hand).scrollTo(index)
    spot = tree(hand).visualRect(index).center()
    QTest.mouseClick(tree(hand).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    return index


def write(hand: Hand, text: str) -> None:
    """Type into the field that is open in the tree, and press Enter."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()


def test_the_map_is_a_tree(at: Hand) -> None:
    assert written(at) == [
        ("A", [
            ("Orders", [
                ("Pain points · 3", ["c1", "Queue in the doorway", "c3"]), ("feelings · 1", ["ana: -1"]),
                ("pains · 1", ["c4"]),
            ]),
            "a2",
        ]),
        ("B", [("b1", [("Pain points · 1", ["c5"])])]),
        ("Lanes · 3", ["Pain points", "feelings", "pains"]),
        ("Personas · 2", ["ana", "ben"]),
        ("Parking lot · 1", ["c6"]),
    ]  # fmt: skip


def test_it_stands_in_the_place_of_the_library_and_gives_way_to_it(at: Hand) -> None:
    bench = at.window.bench
    assert not bench.library.isVisible()
    assert at.window.focusWidget() is tree(at)
    at.run("view.library")
    assert bench.library.isVisible()
    assert not tree(at).isVisible()
    at.run("view.outline")
    at.run("view.outline")
    assert bench.library.isVisible()


def test_selecting_here_selects_there_and_shows_it(at: Hand) -> None:
    pick(at, "c5")
    assert at.ids == ("c5",)
    assert at.session.selection.cell == ("actions", "b1")
    pick(at, "ben")
    assert at.ids == ("ben",)


def test_selecting_there_selects_here_and_opens_the_way(at: Hand) -> None:
    at.click(at.middle("c4"))
    view = tree(at)
    assert view.currentIndex().data() == "c4"
    assert view.visualRect(view.currentIndex()).isValid()
    at.click(at.middle("c5"), CTRL)
    assert {index.data() for index in view.selectionModel().selectedIndexes()} == {"c4", "c5"}
    at.session.select(())
    assert not view.selectionModel().selectedIndexes()


def test_f2_renames(at: Hand) -> None:
    for key, typed in (("c4", "Too long"), ("b1", "Pays"), ("B", "After"), ("pains", "Worries"), ("ana", "Ann")):
        pick(at, key)
        at.key(Key.Key_F2)
        write(at, typed)
    document = at.document
    assert at.card("c4").text == "Too long"
    assert [document[key].title for key in ("b1", "B", "pains")] == ["Pays", "After", "Worries"]  # type: ignore[attr-defined]
    assert at.persona_named("Ann").id == "ana"
    assert "Worries · 1" in str(written(at))
    assert at.session.undo_name == "Rename persona"


def test_insert_adds_beside_and_names(at: Hand) -> None:
    pick(at, "c1")
    at.key(Key.Key_Insert)
    write(at, "new card")
    assert at.texts("actions", "a1") == ["c1", "new card", "Queue in the doorway", "c3"]
    pick(at, "a1")
    at.key(Key.Key_Insert)
    write(at, "Waits")
    pick(at, "A")
    at.key(Key.Key_Insert)
    write(at, "Pay")
    assert [stage.title for stage in at.document.stages("map")] == ["A", "Pay", "B"]
    assert [step.title for step in at.document.steps_of("A")] == ["Orders", "Waits", "a2"]
    pick(at, "actions")
    at.key(Key.Key_Insert)
    write(at, "Ideas")
    assert lanes(at.document) == "Pain points Ideas feelings pains"
    pick(at, "ana")
    at.key(Key.Key_Insert)
    write(at, "Cem")
    assert at.persona_named("Cem").id in at.people()
    pick(at, "c6")
    at.key(Key.Key_Insert)
    write(at, "later")
    assert [card.text for card in at.document.cards_in_lane("map", None)] == ["c6", "later"]


def test_delete_and_duplicate_work_on_what_is_selected(at: Hand) -> None:
    pick(at, "c3")
    at.key(Key.Key_Delete)
    assert "c3" not in at.document
    pick(at, "c5")
    at.key(Key.Key_D, CTRL)
    assert at.texts("actions", "b1") == ["c5", "c5"]
    at.run(UNDO)
    at.run(UNDO)
    assert written(at)[0][1][0][1][0] == ("Pain points · 3", ["c1", "Queue in the doorway", "c3"])


def test_alt_arrows_move_a_card(at: Hand) -> None:
    pick(at, "c1")
    at.key(Key.Key_Down, ALT)
    assert at.stack("actions", "a1") == ["c2", "c1", "c3"]
    assert at.ids == ("c1",)
    at.key(Key.Key_Right, ALT)
    assert at.stack("actions", "a2") == ["c1"]
    at.key(Key.Key_Down, ALT)
    assert at.stack("pains", "a2") == ["c1"]
    at.key(Key.Key_Up, ALT)
    at.key(Key.Key_Left, ALT)
    at.key(Key.Key_Left, ALT)
    assert at.card("c1").lane is None
    assert tree(at).currentIndex().data() == "c1"
    at.key(Key.Key_Right, ALT)
    assert at.stack("actions", "a1")[-1] == "c1"


def test_alt_arrows_move_steps_stages_lanes_and_personas(at: Hand) -> None:
    pick(at, "a2")
    at.key(Key.Key_Up, ALT)
    assert columns(at.document) == "A: a2 Orders | B: b1"
    pick(at, "a1")
    at.key(Key.Key_Down, ALT)
    assert columns(at.document) == "A: a2 | B: Orders b1"
    assert tree(at).currentIndex().data() == "Orders"
    pick(at, "B")
    at.key(Key.Key_Up, ALT)
    assert columns(at.document) == "B: Orders b1 | A: a2"
    at.key(Key.Key_Up, ALT)
    assert columns(at.document) == "B: Orders b1 | A: a2"
    pick(at, "pains")
    at.key(Key.Key_Up, ALT)
    assert [lane.id for lane in at.document.lanes("map")] == ["actions", "pains", "feelings"]
    pick(at, "ana")
    at.key(Key.Key_Down, ALT)
    assert at.people() == ["ben", "ana"]
    assert tree(at)._model.find("ana").row() == 1


def drop(hand: Hand, keys: list[str], onto: QModelIndex, where: float = 0.5) -> None:
    """Drop rows on a row, or near its upper edge before it, as the mouse does."""
    view = tree(hand)
    data: QMimeData = view._model.mimeData([view._model.find(key) for key in keys])
    assert data.hasFormat(KEYS)
    view.scrollTo(onto)
    rect = view.visualRect(onto)
    spot = QPoint(rect.center().x(), round(rect.top() + where * rect.height()))
    action, button, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(spot, action, data, button, none))
    view.dropEvent(QDropEvent(spot.toPointF(), action, data, button, none))
    QApplication.processEvents()


def test_rows_are_dropped_where_they_belong(at: Hand) -> None:
    model = tree(at)._model
    drop(at, ["c1", "c2"], model.find("b1"))
    assert at.stack("actions", "b1") == ["c5", "c1", "c2"]
    assert at.session.undo_name == "Move 2 cards"
    drop(at, ["c5"], model.find("c2"))
    assert at.stack("actions", "b1") == ["c1", "c5", "c2"]
    drop(at, ["c5"], model.index(model.rowCount() - 1, 0))
    assert at.card("c5").lane is None
    drop(at, ["c6"], model.find("c4"))
    assert at.stack("pains", "a1") == ["c6", "c4"]
    drop(at, ["c4"], model.find("actions"))
    assert "c4" in at.stack("actions", "a1")
    drop(at, ["a1"], model.find("B"))
    assert columns(at.document) == "A: a2 | B: b1 Orders"
    drop(at, ["B"], model.find("A"))
    assert columns(at.document) == "B: b1 Orders | A: a2"
    drop(at, ["pains"], model.find("actions"))
    assert [lane.id for lane in at.document.lanes("map")] == ["pains", "actions", "feelings"]
    drop(at, ["ben"], model.find("ana"))
    assert at.people() == ["ben", "ana"]
    before = at.document
    drop(at, ["c1"], model.find("ana"))
    assert at.document == before


def test_a_lane_is_hidden_and_shown_by_its_box(at: Hand) -> None:
    pick(at, "pains")
    at.key(Key.Key_Space)
    lane = at.document.get("pains", Lane)
    assert lane is not None
    assert lane.hidden
    at.key(Key.Key_Space)
    lane = at.document.get("pains", Lane)
    assert lane is not None
    assert not lane.hidden


def test_what_was_open_stays_open(at: Hand) -> None:
    view, model = tree(at), tree(at)._model
    step = model.find("a1")
    view.setExpanded(step, True)
    at.session.perform("Move stage", partial(move_stage, stage_id="A", index=1))
    assert view.isExpanded(model.find("a1"))
    change = at.session.perform("Add map", partial(add_map, title="Other"))
    assert change is not None
    other = next(record.id for record in change.added() if isinstance(record, Map))
    at.session.show_map(other)
    assert model.rowCount() == 3 + len(at.document.shelf(Stage, other))
    at.session.show_map("map")
    assert view.isExpanded(model.find("a1"))


def test_an_edit_elsewhere_changes_only_its_rows(at: Hand) -> None:
    model = tree(at)._model
    written(at)
    index = model.find("c5")
    seen: list[str] = []
    model.rowsInserted.connect(lambda *_: seen.append("in"))
    model.modelReset.connect(lambda: seen.append("reset"))
    at.session.perform("Add card", lambda d: add_card(d, "map", "actions", "b1", 0, text="first"))
    assert seen == ["in"]
    assert model.index_at(model.item(index), model.parent(index)).row() == 1
    at.session.perform("Edit", partial(set_fields, keys="c5", text="changed"))
    assert model.find("c5").data() == "changed"


def test_the_context_menu_is_that_of_the_thing(at: Hand) -> None:
    index = pick(at, "c4")
    spot = tree(at).visualRect(index).center()
    QTest.mouseClick(tree(at).viewport(), Qt.MouseButton.RightButton, pos=spot)
    QApplication.sendEvent(
        tree(at).viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, tree(at).viewport().mapToGlobal(spot)),
    )
    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    assert menus
    words = [action.text().replace("&", "") for action in menus[0].actions()]
    assert "Duplicate" in words
    menus[0].close()


def heard(widget: Any) -> list[str]:
    face = QAccessible.queryAccessibleInterface(widget)
    return [face.child(at).text(QAccessible.Text.Name) for at in range(face.childCount())]


def test_a_screen_reader_reads_what_stands_where(at: Hand) -> None:
    pick(at, "c2")
    names = heard(tree(at))
    assert "Card, pain point: Queue in the doorway, step Orders, lane Pain points, 2 of 3" in names
    assert "Stage: A, during purchase, 2 steps, 1 of 2" in names
    assert "Step: Orders, stage A, 1 of 2" in names
    face = QAccessible.queryAccessibleInterface(tree(at))
    assert face.text(QAccessible.Text.Name) == "Outline of the map"


def test_the_canvas_says_what_is_selected(at: Hand) -> None:
    at.click(at.middle("c2"))
    face = QAccessible.queryAccessibleInterface(at.canvas)
    said = "Card, pain point: Queue in the doorway, step Orders, lane Pain points, 2 of 3"
    assert face.text(QAccessible.Text.Description) == said
    at.click(at.middle("c1"), SHIFT)
    assert face.text(QAccessible.Text.Description) == "2 things are selected"
    at.session.select(())
    assert face.text(QAccessible.Text.Description) == ""


def test_what_is_moved_together_comes_back_together(at: Hand) -> None:
    pick(at, "c2")
    at.session.select(["c2", "c3"])
    before = at.document
    at.key(Key.Key_Up, ALT)
    assert at.stack("actions", "a1") == ["c2", "c3", "c1"]
    at.run(UNDO)
    assert at.document == before
