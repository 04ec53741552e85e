"""Dragging what is on the canvas."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.model.edits.removal import remove
from cxdesigner.model.limits import MIN_STEP_WIDTH
from cxdesigner.model.records import Step, emotion_id
from tests.ui.hand import ALT, CTRL, MIDDLE, PLATFORM, RIGHT, SHIFT, Hand, Key, Point, Start, differs, where_they_differ

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

POINT = emotion_id("ana", "a2")


def _undone(hand: Hand, name: str, before: object) -> None:
    assert hand.menu_text("edit.undo") == f"Undo {name}"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def _gap(hand: Hand, step: str, part: str = "step") -> Point:
    """Give a place in the left half of a step or stage."""
    hit = hand.shown(step, part)
    return hit.x + hit.group.width * 0.3, hit.y + 4


# Structure


def test_a_stage_sideways_with_its_cards(hand: Hand) -> None:
    before = hand.document
    hand.drag(hand.middle("B", "stage"), _gap(hand, "A", "stage"))
    assert [stage.id for stage in hand.document.stages("map")] == ["B", "A"]
    assert hand.middle("four")[0] < hand.middle("one")[0]
    assert hand.ids == ("B",)
    _undone(hand, "move stage", before)


def test_a_step_within_its_stage(hand: Hand) -> None:
    before = hand.document
    hand.drag(hand.middle("a2", "step"), _gap(hand, "a1"))
    assert [step.id for step in hand.document.steps("map")] == ["a2", "a1", "b1", "b2"]
    _undone(hand, "move step", before)


def test_a_step_into_another_stage(hand: Hand) -> None:
    hand.drag(hand.middle("a1", "step"), _gap(hand, "b2"))
    assert [step.id for step in hand.document.steps_of("A")] == ["a2"]
    assert [step.id for step in hand.document.steps_of("B")] == ["b1", "a1", "b2"]
    assert hand.stack("actions", "a1") == ["one", "two"]


def test_the_last_step_of_a_stage_takes_its_stage_along_or_stays(hand: Hand) -> None:
    hand.drag(hand.middle("a1", "step"), _gap(hand, "b2"))
    hand.drag(hand.middle("a2", "step"), _gap(hand, "b2"))
    assert all(hand.document.steps_of(stage.id) for stage in hand.document.stages("map"))
    hand.picture()


@pytest.mark.parametrize(
    ("target", "down", "order"),
    [
        ("actions", 0.2, ["pains", "actions", "hidden", "feelings", "touchpoints"]),
        ("feelings", 0.2, ["actions", "hidden", "pains", "feelings", "touchpoints"]),
        ("touchpoints", 0.9, ["actions", "hidden", "feelings", "touchpoints", "pains"]),
        ("touchpoints", 0.2, ["actions", "hidden", "feelings", "pains", "touchpoints"]),
    ],
)
def test_a_lane_up_and_down_past_hidden_ones(hand: Hand, target: str, down: float, order: list[str]) -> None:
    band = hand.band(target)
    hand.drag(hand.middle("pains", "lane-title"), (60, band.top + band.height * down))
    assert [lane.id for lane in hand.document.lanes("map")] == order


def test_the_edge_of_a_step_drags_its_width(hand: Hand) -> None:
    before = hand.document
    x, y = hand.edge("a1", "right", "step")
    column = hand.canvas.columns.columns[0]
    hand.drag((x, y), (column.x + 120, y))
    width = hand.document.get("a1", Step).width  # type: ignore[union-attr]
    assert width == pytest.approx(column.x + column.width - x + 120, abs=2)
    assert hand.canvas.columns.columns[0].width == width
    _undone(hand, "change width", before)


def test_a_width_stays_within_bounds(hand: Hand) -> None:
    hand.drag(hand.edge("a1", "right", "step"), (0, hand.middle("a1", "step")[1]))
    assert hand.document.get("a1", Step).width == MIN_STEP_WIDTH  # type: ignore[union-attr]


# Cards


def test_a_card_to_another_cell(hand: Hand) -> None:
    before = hand.document
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"))
    assert hand.stack("pains", "b2") == ["three"]
    assert hand.ids == ("three",)
    assert hand.session.selection.cell == ("pains", "b2")
    _undone(hand, "move card", before)


def test_a_card_before_and_behind_another(hand: Hand) -> None:
    one = hand.shown("one")
    hand.drag(hand.middle("two"), (one.x + 20, one.y + 3))
    assert hand.stack("actions", "a1") == ["two", "one"]
    hand.drag(hand.middle("two"), hand.bottom_of("actions", "a1"))
    assert hand.stack("actions", "a1") == ["one", "two"]


def test_a_card_between_two_others(hand: Hand) -> None:
    hand.drag(hand.middle("three"), (hand.middle("two")[0], hand.shown("two").y + 2))
    assert hand.stack("actions", "a1") == ["one", "three", "two"]


def test_several_selected_cards_keep_their_shape(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("three"))
    hand.click(hand.middle("four"), CTRL)
    hand.click(hand.middle("one"), CTRL)
    hand.drag(hand.middle("three"), hand.in_cell("actions", "b1"))
    assert (hand.stack("actions", "a2"), hand.stack("actions", "b1"), hand.stack("pains", "b2")) == (
        ["one"],
        ["three"],
        ["four"],
    )
    assert set(hand.ids) == {"one", "three", "four"}
    assert hand.session.selection.cell == ("actions", "b1")
    _undone(hand, "move 3 cards", before)
    assert {"one", "three", "four"} <= set(hand.ids)
    assert hand.menu_text("edit.redo") == "Redo move 3 cards"
    hand.key(Key.Key_Y, CTRL)
    assert hand.stack("pains", "b2") == ["four"]


def test_a_shape_stays_whole_at_the_edges_of_the_map(hand: Hand) -> None:
    hand.session.select(["one", "four"])
    hand.drag(hand.middle("one"), hand.in_cell("pains", "b2"))
    assert (hand.stack("actions", "a2"), hand.stack("touchpoints", "a2")) == (["three"], [])
    assert (hand.stack("pains", "a2"), hand.stack("touchpoints", "b2")) == (["one"], ["four"])


def test_cards_of_one_cell_stay_a_stack(hand: Hand) -> None:
    hand.session.select(["two", "one"])
    hand.drag(hand.middle("two"), hand.in_cell("pains", "b2"))
    assert hand.stack("pains", "b2") == ["one", "two"]


def test_a_card_over_several_steps_goes_by_the_step_at_which_it_is_held(hand: Hand) -> None:
    wide = hand.shown("wide")
    start = wide.x + wide.group.width * 0.8, wide.y + wide.group.height / 2
    hand.drag(start, hand.in_cell("pains", "b1"))
    assert (hand.card("wide").lane, hand.card("wide").step, hand.card("wide").to) == ("pains", "a2", "b1")


def test_each_card_is_outlined_where_it_would_land(hand: Hand) -> None:
    hand.session.select(["three", "four"])
    hand.drag(hand.middle("three"), hand.in_cell("actions", "b1"), drop=False)
    picture = hand.picture()
    for key in ("three", "four"):
        hit = hand.shown(key)
        edge = picture.pixelColor(hand.view_of(hit.x + 20, hit.y + hit.group.height))
        assert edge.blue() > edge.red() + 40, key
    hand.release()


def test_a_card_that_is_not_selected_goes_alone(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.drag(hand.middle("four"), hand.in_cell("pains", "b2"))
    assert hand.stack("pains", "b2") == ["four"]
    assert hand.stack("actions", "a1") == ["one", "two"]


def test_the_cell_under_the_pointer_stays_there_while_the_layout_changes(hand: Hand) -> None:
    # Without its tallest card the lane above is lower, so that all below it would move up.
    before = hand.document
    hand.drag(hand.middle("one"), hand.in_cell("pains", "b2"), drop=False)
    for _ in range(3):
        hand.move_to_pixel(hand.canvas.pointer)
        cell = hand.cell("pains", "b2")
        assert cell.y < hand.canvas.camera.to_sheet(0, hand.canvas.pointer.y())[1] < cell.y + cell.height
    hand.release()
    assert hand.stack("pains", "b2") == ["one"]
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_neighbours_make_room_while_dragging(hand: Hand) -> None:
    before = hand.shown("four").y
    hand.drag(hand.middle("three"), (hand.middle("four")[0], hand.shown("four").y + 2), drop=False)
    assert hand.shown("four").y > before + 10
    assert "three" in [card.id for card in hand.session.shown.cell("map", "pains", "b1")]
    assert hand.stack("pains", "b1") == ["four"]
    hand.release()
    assert hand.stack("pains", "b1") == ["three", "four"]


def test_ctrl_copies_to_the_place_that_the_line_shows(hand: Hand) -> None:
    before = hand.document
    hand.drag(hand.middle("three"), (hand.middle("two")[0], hand.shown("two").y + 2), CTRL)
    stack = hand.stack("actions", "a1")
    assert (stack[0], stack[2]) == ("one", "two")
    assert hand.card(stack[1]).text == "three"
    assert hand.card(stack[1]).origin == "three"
    assert hand.stack("actions", "a2") == ["three"]
    assert hand.ids == (stack[1],)
    _undone(hand, "copy card", before)


def test_ctrl_copies_within_a_stack(hand: Hand) -> None:
    hand.drag(hand.middle("one"), hand.bottom_of("actions", "a1"), CTRL, drop=False)
    hand.move(hand.bottom_of("actions", "a1"), CTRL)
    hand.release(modifiers=CTRL)
    stack = hand.stack("actions", "a1")
    assert stack[:2] == ["one", "two"]
    assert hand.card(stack[2]).text == hand.card("one").text


def test_ctrl_copies_several_cards_as_dragging_moves_them(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("one"))
    hand.click(hand.middle("three"), CTRL)
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b1"), CTRL, drop=False)
    hand.move(hand.bottom_of("pains", "b1"), CTRL)
    hand.release(modifiers=CTRL)
    assert hand.texts("pains", "a2") == [hand.card("one").text]
    assert hand.texts("pains", "b1") == ["four", "three"]
    _undone(hand, "copy 2 cards", before)


def test_a_card_dropped_where_none_can_stand_stays(hand: Hand) -> None:
    before = hand.document
    hand.drag(hand.middle("three"), hand.in_cell("feelings", "b1"))
    hand.drag(hand.middle("three"), (200, 20))
    assert hand.document is before


@pytest.mark.parametrize(
    ("card", "side", "aim", "span"),
    [
        ("four", "right", "b2", ("b1", "b2")),
        ("four", "left", "a2", ("a2", "b1")),
        ("four", "left", "a1", ("a1", "b1")),
        ("wide", "right", "b2", ("a1", "b2")),
        ("wide", "right", "a1", ("a1", None)),
        ("wide", "left", "a2", ("a2", None)),
        ("wide", "left", "b1", ("a2", "b1")),
    ],
)
def test_an_edge_of_a_card_drags_its_span(hand: Hand, card: str, side: str, aim: str, span: tuple[str, str]) -> None:
    before = hand.document
    x = hand.in_cell("pains", aim)[0]
    start = hand.edge(card, side)
    hand.drag(start, (x, start[1]))
    assert (hand.card(card).step, hand.card(card).to) == span
    _undone(hand, "change span", before)


def test_a_span_can_grow_again_while_it_is_dragged(hand: Hand) -> None:
    before = hand.document
    start = hand.edge("wide", "right")
    hand.drag(start, (hand.in_cell("pains", "b2")[0], start[1]), drop=False)
    hand.move((hand.in_cell("pains", "a2")[0], start[1]))
    hand.release()
    assert hand.document == before


# Emotion points


@pytest.mark.parametrize(("near", "score"), [(1.9, 2), (1.1, 1), (0.1, 0), (-0.9, -1), (-1.93, -2), (0.5, 0.5)])
def test_a_point_snaps_to_the_levels(hand: Hand, near: float, score: float) -> None:
    before = hand.document
    key = emotion_id("ben", "a1") if score else POINT
    hand.drag(hand.middle(key, "point"), hand.emotion_at("feelings", "a2", near), steps=12)
    assert hand.document[key].score == score  # type: ignore[attr-defined]
    _undone(hand, "move emotion", before)


def test_shift_lets_go_of_the_levels(hand: Hand) -> None:
    aim = hand.emotion_at("feelings", "a2", 1.1)
    hand.drag(hand.middle(POINT, "point"), aim, drop=False)
    assert hand.session.shown.emotion("ana", "a2").score == 1  # type: ignore[union-attr]
    hand.move(aim, SHIFT)
    hand.release(modifiers=SHIFT)
    assert hand.score("ana", "a2") == pytest.approx(1.1, abs=0.051)


def test_the_name_of_the_level_shows_beside_the_point(hand: Hand) -> None:
    hand.drag(hand.middle(POINT, "point"), hand.emotion_at("feelings", "a2", 2), drop=False)
    with_name = hand.picture()
    x, y = hand.emotion_at("feelings", "a2", 2)
    at = hand.view_of(x + 9, y - 8)
    hand.release()
    beside = with_name.copy(at.x() + 4, at.y() - 8, 90, 16)
    without = hand.picture().copy(at.x() + 4, at.y() - 8, 90, 16)
    assert differs(beside, without) > 400


def test_a_drag_keeps_the_point_under_the_pointer(hand: Hand) -> None:
    x, y = hand.middle(POINT, "point")
    hand.drag((x, y - 4), (hand.emotion_at("feelings", "a2", 0.6)[0], y - 5), drop=False)
    assert abs(hand.middle(POINT, "point")[1] - y) < 8
    hand.release()


# What all of them have in common


def _stage(hand: Hand) -> tuple[Point, Point]:
    return hand.middle("B", "stage"), _gap(hand, "A", "stage")


def _step(hand: Hand) -> tuple[Point, Point]:
    return hand.middle("a1", "step"), _gap(hand, "b2")


def _lane(hand: Hand) -> tuple[Point, Point]:
    return hand.middle("pains", "lane-title"), (60, hand.band("actions").top + 5)


def _card(hand: Hand) -> tuple[Point, Point]:
    return hand.middle("one"), hand.in_cell("pains", "b2")


def _span(hand: Hand) -> tuple[Point, Point]:
    start = hand.edge("four", "right")
    return start, (hand.in_cell("pains", "b2")[0], start[1])


def _width(hand: Hand) -> tuple[Point, Point]:
    x, y = hand.edge("a1", "right", "step")
    return (x, y), (x + 60, y)


def _point(hand: Hand) -> tuple[Point, Point]:
    return hand.middle(POINT, "point"), hand.emotion_at("feelings", "a2", 2)


def _chip(hand: Hand) -> tuple[Point, Point]:
    return hand.middle("ben", "persona"), hand.emotion_at("feelings", "b2", 2)


ALL = [_stage, _step, _lane, _card, _span, _width, _point, _chip]
Way = Callable[[Hand], tuple[Point, Point]]


def test_esc_leaves_everything_as_it_was(hand: Hand) -> None:
    for way in ALL:
        _cancelled(hand, way)


def _cancelled(hand: Hand, way: Way) -> None:
    before, scene = hand.document, hand.scene
    hand.drag(*way(hand), drop=False)
    assert hand.canvas.gesture is not None
    hand.key(Key.Key_Escape)
    assert hand.canvas.gesture is None
    assert hand.document is before
    assert hand.session.shown is before
    assert hand.session.undo_name == ""
    assert hand.session.is_saved
    assert hand.scene == scene
    hand.move_to_pixel(hand.canvas.pointer)
    hand.release()
    assert hand.document is before
    fresh = hand.picture()
    hand.canvas._layer.forget()
    assert where_they_differ(fresh, hand.picture()) is None


def test_a_press_without_moving_is_a_click(hand: Hand) -> None:
    before = hand.document
    for way in ALL:
        start, _ = way(hand)
        hand.press(start)
        hand.move_to_pixel(hand.view_of(*start))
        assert hand.canvas.gesture is None
        hand.release(start)
        assert hand.document is before
        assert len(hand.ids) == 1


def test_where_it_would_land_is_seen(hand: Hand) -> None:
    for way in ALL:
        before = hand.picture()
        hand.drag(*way(hand), drop=False)
        assert differs(before, hand.picture()) > 150
        hand.key(Key.Key_Escape)
        hand.release()


def test_letting_go_where_it_began_changes_nothing(hand: Hand) -> None:
    before = hand.document
    for way in (_stage, _step, _lane, _card, _span, _point):
        start, _ = way(hand)
        hand.drag(start, (start[0] + 1, start[1] + 30), drop=False)
        hand.move((start[0] + 1, start[1]))
        hand.move(start)
        hand.release()
        assert hand.document == before


def test_the_cell_that_takes_a_card_lights_up(hand: Hand) -> None:
    cell = hand.cell("pains", "b2")
    at = hand.view_of(cell.x + 3, cell.y + 14)
    before = hand.picture().pixelColor(at)
    hand.drag(hand.middle("three"), (cell.x + cell.width - 8, cell.y + cell.height / 2), drop=False)
    assert hand.picture().pixelColor(at) != before
    hand.key(Key.Key_Escape)
    assert hand.picture().pixelColor(at) == before


def test_the_middle_button_does_not_disturb_a_drag(hand: Hand) -> None:
    start, end = _card(hand)
    hand.drag(start, end, drop=False)
    hand.press((30, 30), button=MIDDLE)
    hand.release((30, 30), button=MIDDLE)
    assert hand.canvas.gesture is not None
    hand.move_to_pixel(hand.canvas.pointer)
    hand.release()
    assert hand.stack("pains", "b2") == ["one"]


@pytest.mark.parametrize("how", ["right button", "focus", "window"])
def test_the_right_button_or_the_loss_of_focus_cancels(hand: Hand, qtbot: QtBot, how: str) -> None:
    before, asked = hand.document, []
    hand.window.contextMenuEvent = asked.append  # type: ignore[method-assign, assignment]
    hand.drag(*_card(hand), drop=False)
    if how == "right button":
        at = hand.canvas.pointer
        hand.press(hand.canvas.camera.to_sheet(at.x(), at.y()), button=RIGHT)
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hand.canvas.viewport().mapToGlobal(at))
        QApplication.sendEvent(hand.canvas.viewport(), menu)
        hand.release(button=RIGHT)
    elif how == "focus":
        hand.window.bench.library.setFocus()
        hand.canvas.clearFocus()
    else:
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
    assert hand.canvas.gesture is None
    assert (hand.session.shown, asked) == (before, [])
    hand.release()
    assert hand.document is before


def test_the_pointer_says_what_a_press_would_do(hand: Hand) -> None:
    for point, shape in (
        (hand.middle("one"), Qt.CursorShape.ArrowCursor),
        (hand.edge("one", "right"), Qt.CursorShape.SizeHorCursor),
        (hand.edge("one", "left"), Qt.CursorShape.SizeHorCursor),
        (hand.edge("a1", "right", "step"), Qt.CursorShape.SplitHCursor),
        (hand.middle(POINT, "point"), Qt.CursorShape.SizeVerCursor),
    ):
        hand.move(point)
        assert hand.canvas.viewport().cursor().shape() == shape


def test_a_drag_shows_its_pointer(hand: Hand) -> None:
    hand.drag(*_card(hand), drop=False)
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.key(Key.Key_Escape)
    assert hand.canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_dragging_works_on_a_map_seen_from_afar(start: Start) -> None:
    hand = start()
    hand.canvas.zoom_to(0.3)
    QApplication.processEvents()
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"))
    assert hand.stack("pains", "b2") == ["three"]


# What comes in between


def test_an_action_cancels_the_gesture_under_way(hand: Hand) -> None:
    before = hand.document
    for action in ("edit.delete", "map.add", "insert.stage"):
        hand.session.select("three")
        hand.drag(hand.middle(POINT, "point"), hand.emotion_at("feelings", "a2", 2), drop=False)
        assert hand.canvas.gesture is not None
        hand.run(action)
        assert hand.canvas.gesture is None
        assert hand.session.shown is hand.document
        hand.release()
        while hand.session.undo_name:
            hand.session.undo()
        assert hand.document == before


def test_another_map_cancels_the_gesture_under_way(hand: Hand) -> None:
    hand.run("map.add")
    hand.session.show_map("map")
    before = hand.document
    hand.drag(hand.middle("B", "stage"), _gap(hand, "A", "stage"), drop=False)
    hand.key(Key.Key_PageDown, CTRL)
    hand.picture()
    hand.release()
    assert hand.document is before
    hand.session.show_map("map")
    hand.drag(hand.middle("B", "stage"), _gap(hand, "A", "stage"), drop=False)
    hand.session.show_map(hand.document.maps[1].id)
    hand.picture()
    hand.release()
    assert hand.document is before


def test_another_map_while_selecting_selects_nothing_on_it(hand: Hand) -> None:
    hand.run("map.add")
    hand.session.show_map("map")
    hand.session.select("one")
    hand.drag(hand.in_cell("pains", "a1"), hand.in_cell("pains", "b1"), drop=False)
    hand.session.show_map(hand.document.maps[1].id)
    hand.release()
    assert hand.ids == ()


def test_an_edit_from_elsewhere_cancels_the_gesture_under_way(hand: Hand) -> None:
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"), drop=False)
    hand.session.perform("x", lambda document: remove(document, ["three"]))
    after = hand.document
    hand.picture()
    hand.release()
    assert hand.document is after


def test_looking_around_goes_on_while_dragging(hand: Hand) -> None:
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"), drop=False)
    hand.run("view.zoom_in")
    assert hand.canvas.gesture is not None
    hand.release()


@pytest.mark.parametrize("button", [RIGHT, MIDDLE])
def test_other_buttons_wait_while_the_left_one_is_pressed(hand: Hand, button: Qt.MouseButton) -> None:
    start, end = hand.middle("three"), hand.in_cell("pains", "b2")
    hand.press(start)
    hand.press(hand.middle("one"), button=button)
    hand.release(button=button)
    first, last = hand.view_of(*start), hand.view_of(*end)
    for part in (0.5, 1.0):
        hand.move_to_pixel(first + (last - first) * part)
    hand.release()
    assert hand.stack("pains", "b2") == ["three"]


@pytest.mark.parametrize(("platform", "key"), [("linux", CTRL), ("win32", CTRL), ("darwin", ALT)])
def test_the_key_that_copies_is_the_one_of_the_platform(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, platform: str, key: Qt.KeyboardModifier
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"), key)
    assert hand.texts("actions", "a2") == hand.texts("pains", "b2") == ["three"]
    hand.session.undo()
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"), ALT if key == CTRL else CTRL)
    assert hand.texts("actions", "a2") == []
