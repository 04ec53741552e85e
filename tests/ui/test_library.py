"""The library: what is in it, dragging out of it, putting in with the keyboard, finding, showing lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.personas import add_persona, leave_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Lane
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.panels.controls import CheckRow
from cxdesigner.ui.panels.library import Library
from cxdesigner.ui.panels.library_tile import Tile
from cxdesigner.ui.session import Session
from tests.ui.panels import middle, on_screen, tacos

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The offscreen platform has no window frames, no order of windows and no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

MARTA = Entry("persona", "vlt-persona-marta")
METRICS = "vlt-lane-metrics"


@pytest.fixture
def session() -> Session:
    return tacos()


@pytest.fixture
def library(qtbot: QtBot, session: Session) -> Library:
    return on_screen(qtbot, Library(session))


def tile(library: Library, entry: Entry) -> Tile:
    return next(one for one in library.tiles() if one.entry == entry)


def heard(library: Library) -> list[str]:
    """Write down what the library says of a drag, in order."""
    said: list[str] = []
    library.drag_started.connect(lambda entry: said.append(f"started {entry.kind} {entry.value}"))
    library.drag_moved.connect(lambda _: said.append("moved"))
    library.drag_dropped.connect(lambda _: said.append("dropped"))
    library.drag_cancelled.connect(lambda: said.append("cancelled"))
    library.entry_activated.connect(lambda entry: said.append(f"activated {entry.kind} {entry.value}"))
    return said


def test_it_holds_personas_structure_channels_and_cards(library: Library) -> None:
    entries = [one.entry for one in library.tiles()]
    assert entries[:3] == [MARTA, Entry("persona", "vlt-persona-joris"), Entry("new-persona")]
    assert [one.kind for one in entries[3:7]] == ["stage", "step", "lane", "divider"]
    assert [one.value for one in entries if one.kind == "touchpoint"] == [
        "website", "app", "store", "person", "phone", "chat", "social", "email",
    ]  # fmt: skip
    assert [one.value for one in entries if one.kind == "card"] == [
        "action", "thought", "pain", "opportunity", "note", "backstage",
    ]  # fmt: skip


def test_a_tile_is_dragged_from_the_first_real_move_to_the_drop(qtbot: QtBot, library: Library) -> None:
    said = heard(library)
    taken = tile(library, Entry("touchpoint", "phone"))
    start = middle(taken)
    qtbot.mousePress(taken, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(taken, start + QPoint(1, 1))
    assert said == []
    qtbot.mouseMove(taken, start + QPoint(QApplication.startDragDistance() + 1, 0))
    assert said == ["started touchpoint phone", "moved"]
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.ClosedHandCursor
    points: list[QPoint] = []
    library.drag_dropped.connect(points.append)
    qtbot.mouseMove(taken, QPoint(400, 80))
    qtbot.mouseRelease(taken, Qt.MouseButton.LeftButton, pos=QPoint(400, 80))
    assert said[-2:] == ["moved", "dropped"]
    assert points == [taken.mapToGlobal(QPoint(400, 80))]
    assert QApplication.overrideCursor() is None
    assert not taken.isDown()


def test_escape_ends_a_drag_without_a_drop(qtbot: QtBot, library: Library) -> None:
    said = heard(library)
    taken = tile(library, Entry("card", "pain"))
    qtbot.mousePress(taken, Qt.MouseButton.LeftButton, pos=middle(taken))
    qtbot.mouseMove(taken, middle(taken) + QPoint(60, 0))
    qtbot.keyClick(library, Qt.Key.Key_Escape)
    assert said[-1] == "cancelled"
    assert QApplication.overrideCursor() is None
    qtbot.mouseMove(taken, QPoint(90, 0))
    qtbot.mouseRelease(taken, Qt.MouseButton.LeftButton, pos=QPoint(90, 0))
    assert said[-1] == "cancelled"


def test_a_persona_that_goes_while_it_is_dragged_leaves_after_the_drag(
    qtbot: QtBot, library: Library, session: Session
) -> None:
    taken = tile(library, MARTA)
    qtbot.mousePress(taken, Qt.MouseButton.LeftButton, pos=middle(taken))
    qtbot.mouseMove(taken, middle(taken) + QPoint(60, 0))
    session.perform("Remove persona", lambda document: remove(document, [MARTA.value]))
    assert MARTA in [one.entry for one in library.tiles()]
    qtbot.keyClick(library, Qt.Key.Key_Escape)
    assert MARTA not in [one.entry for one in library.tiles()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_puts_in_what_has_the_keyboard(qtbot: QtBot, library: Library, key: Qt.Key) -> None:
    said = heard(library)
    tile(library, Entry("stage")).setFocus()
    qtbot.keyClick(tile(library, Entry("stage")), key)
    assert said == ["activated stage "]


def test_a_click_puts_in_once_however_often_it_is_clicked(qtbot: QtBot, library: Library) -> None:
    said = heard(library)
    step = tile(library, Entry("step"))
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert said == ["activated step "]
    qtbot.mouseDClick(step, Qt.MouseButton.LeftButton)
    assert said == ["activated step "]


def test_a_click_on_a_persona_selects_it(qtbot: QtBot, library: Library, session: Session) -> None:
    said = heard(library)
    told: list[str] = []
    session.told.connect(told.append)
    qtbot.mouseClick(tile(library, MARTA), Qt.MouseButton.LeftButton)
    assert session.selection.ids == (MARTA.value,)
    assert (said, told) == ([], [])
    qtbot.mouseDClick(tile(library, MARTA), Qt.MouseButton.LeftButton)
    assert said == [f"activated persona {MARTA.value}"]
    session.perform("x", lambda document: leave_map(document, session.map_id, MARTA.value))
    qtbot.mouseClick(tile(library, MARTA), Qt.MouseButton.LeftButton)
    assert told == ["This persona is not on the map: drag it there, or click twice to add it."]


def test_a_click_on_a_card_without_a_selected_cell_says_what_to_do(
    qtbot: QtBot, library: Library, session: Session
) -> None:
    said = heard(library)
    told: list[str] = []
    session.told.connect(told.append)
    qtbot.mouseClick(tile(library, Entry("card", "pain")), Qt.MouseButton.LeftButton)
    assert (said, told) == ([], ["Select a cell on the map first, or drag this onto one."])
    document, shown = session.document, session.map_id
    session.select((), (document.lanes(shown)[0].id, document.steps(shown)[0].id))
    qtbot.mouseClick(tile(library, Entry("card", "pain")), Qt.MouseButton.LeftButton)
    assert said == ["activated card pain"]


def test_one_click_starts_a_new_persona(qtbot: QtBot, library: Library) -> None:
    said = heard(library)
    qtbot.mouseClick(tile(library, Entry("new-persona")), Qt.MouseButton.LeftButton)
    assert said == ["activated new-persona "]


def test_arrow_keys_walk_the_tiles(qtbot: QtBot, library: Library) -> None:
    first = tile(library, Entry("stage"))
    first.setFocus()
    for key, expected in (
        (Qt.Key.Key_Right, Entry("step")),
        (Qt.Key.Key_Down, Entry("divider")),
        (Qt.Key.Key_Down, Entry("touchpoint", "app")),
        (Qt.Key.Key_Left, Entry("touchpoint", "website")),
        (Qt.Key.Key_Up, Entry("lane")),
    ):
        focused = QApplication.focusWidget()
        assert isinstance(focused, Tile)
        qtbot.keyClick(focused, key)
        now = QApplication.focusWidget()
        assert isinstance(now, Tile)
        assert now.entry == expected


def test_tab_stops_once_a_section(qtbot: QtBot, library: Library) -> None:
    tile(library, MARTA).setFocus()
    stops = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        stops.append(now.entry if isinstance(now, Tile) else now.accessibleName() if now is not None else "")
    assert stops == [Entry("stage"), "Lanes by kind", Entry("touchpoint", "website")]


def test_searching_shows_what_has_the_words_also_what_is_folded_away(qtbot: QtBot, library: Library) -> None:
    said = heard(library)
    library.search.setFocus()
    qtbot.keyClicks(library.search, "quote")
    assert [one.entry for one in library.tiles()] == [Entry("lane", "quotes"), Entry("card", "quote")]
    qtbot.keyClick(library.search, Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), Tile)
    qtbot.keyClick(library.search, Qt.Key.Key_Return)
    assert said == ["activated lane quotes"]
    qtbot.keyClick(library.search, Qt.Key.Key_Escape)
    assert MARTA in [one.entry for one in library.tiles()]


def test_more_channels_open(qtbot: QtBot, library: Library) -> None:
    section = next(one for one in library._sections if "website" in [tile.entry.value for tile in one.tiles()])
    assert section._expander is not None
    qtbot.mouseClick(section._expander, Qt.MouseButton.LeftButton)
    assert len([one for one in library.tiles() if one.entry.kind == "touchpoint"]) == 16


def lanes_shown(library: Library) -> dict[str, CheckRow]:
    """The check boxes that are seen, by what stands beside them."""
    return {row.label(): row for row in library.findChildren(CheckRow) if row.isVisibleTo(library)}


def test_a_check_box_hides_and_shows_a_lane(qtbot: QtBot, library: Library, session: Session) -> None:
    row = lanes_shown(library)["Metrics"]
    assert not row.isChecked()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    lane = session.document[METRICS]
    assert isinstance(lane, Lane)
    assert not lane.hidden
    assert session.undo_name == "Show lane"
    session.undo()
    assert not row.isChecked()


def test_it_follows_the_document_and_the_map(qtbot: QtBot, library: Library, session: Session) -> None:
    session.perform("Add persona", lambda document: add_persona(document, "Ana"))
    session.perform("Rename lane", lambda document: set_fields(document, METRICS, title="<b>R&D</b>"))
    assert "Ana" in [one.label() for one in library.tiles()]
    assert "<b>R&D</b>" in lanes_shown(library)
    session.show_map("vlt-map-future")
    qtbot.waitUntil(lambda: bool(lanes_shown(library)))
    assert "<b>R&D</b>" not in lanes_shown(library)


def test_it_speaks_of_steps_and_lanes(library: Library) -> None:
    said = " ".join(one.toolTip() for one in library.tiles())
    assert " row" not in said
    assert " column" not in said
    assert "to add a step there" in tile(library, Entry("step")).toolTip()
    assert "to add a lane there" in tile(library, Entry("lane")).toolTip()
