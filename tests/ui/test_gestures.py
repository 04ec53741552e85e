"""Gestures on the canvas: curves drawn by hand, several things at once, guides, and scrolling at the edges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Column
from cxdesigner.model.records import Step, emotion_id
from cxdesigner.ui.canvas.autoscroll import AT_EDGE, FASTEST, MARGIN, speed
from cxdesigner.ui.canvas.gestures.freehand import Strokes
from cxdesigner.ui.canvas.gestures.widths import Width, step_name, width_at
from tests.ui.hand import ALT, CTRL, LEFT, NONE, PLATFORM, SHIFT, Hand, Key, Point, Start, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

ANA1, ANA2, BEN1 = emotion_id("ana", "a1"), emotion_id("ana", "a2"), emotion_id("ben", "a1")


def _undone(hand: Hand, name: str, before: object) -> None:
    assert hand.menu_text("edit.undo") == f"Undo {name}"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


# Emotion points


def test_several_points_are_dragged_by_the_same_change(hand: Hand) -> None:
    before = hand.document
    hand.session.select([ANA1, ANA2, BEN1, "one"])
    hand.drag(hand.middle(ANA2, "point"), hand.emotion_at("feelings", "a2", 0), drop=False, steps=12)
    shown = hand.session.shown
    assert [shown[key].score for key in (ANA1, ANA2, BEN1)] == [2, 0, 1]  # type: ignore[attr-defined]
    hand.release()
    assert (hand.score("ana", "a1"), hand.score("ana", "a2"), hand.score("ben", "a1")) == (2, 0, 1)
    assert set(hand.ids) == {ANA1, ANA2, BEN1, "one"}
    _undone(hand, "move 3 emotions", before)


def test_a_point_at_the_end_of_the_scale_stays_there_while_others_go_on(hand: Hand) -> None:
    hand.session.select([ANA1, ANA2])
    hand.drag(hand.middle(ANA2, "point"), hand.emotion_at("feelings", "a2", 1), steps=12)
    assert (hand.score("ana", "a1"), hand.score("ana", "a2")) == (2, 1)
    hand.drag(hand.middle(ANA1, "point"), hand.emotion_at("feelings", "a1", 0), steps=12)
    assert (hand.score("ana", "a1"), hand.score("ana", "a2")) == (0, -1)


def test_a_point_that_is_not_selected_is_dragged_alone(hand: Hand) -> None:
    hand.session.select([ANA1, BEN1])
    hand.drag(hand.middle(ANA2, "point"), hand.emotion_at("feelings", "a2", 0), steps=12)
    assert (hand.score("ana", "a1"), hand.score("ana", "a2"), hand.score("ben", "a1")) == (1, 0, 0)
    assert hand.ids == (ANA2,)


# A curve drawn by hand


def _draw(hand: Hand, points: list[Point], *, drop: bool = True) -> None:
    hand.press(points[0], SHIFT)
    for point in points[1:]:
        hand.move(point, SHIFT)
    if drop:
        hand.release(modifiers=SHIFT)


def _way(hand: Hand, *scores: float) -> list[Point]:
    """Give a line through scores at the middles of the steps from the first on."""
    return [hand.emotion_at("feelings", step, score) for step, score in zip(("a1", "a2", "b1", "b2"), scores)]  # noqa: B905


def test_shift_and_a_drag_along_the_lane_draw_the_curve_of_the_active_persona(hand: Hand) -> None:
    before = hand.document
    _draw(hand, _way(hand, -2, 1, 0.5, 2))
    assert [hand.score("ana", step) for step in ("a1", "a2", "b1", "b2")] == pytest.approx([-2, 1, 0.5, 2], abs=0.25)
    assert hand.score("ben", "a1") == 0
    _undone(hand, "draw curve", before)


def test_the_active_persona_is_the_one_that_is_shown_so_or_whose_point_is_selected(hand: Hand) -> None:
    hand.session.show(persona="ben")
    _draw(hand, _way(hand, 1, 1))
    assert (hand.score("ana", "a2"), hand.score("ben", "a2")) == (-1, 1)
    hand.session.show(persona="")
    hand.click(hand.middle(BEN1, "point"))
    _draw(hand, _way(hand, -1, -1, -1))
    assert (hand.score("ana", "b1"), hand.score("ben", "b1")) == (None, -1)


def test_where_the_pointer_is_quick_the_steps_between_get_scores_too(hand: Hand) -> None:
    first, *_, last = _way(hand, -1, 0, 0, 2)
    _draw(hand, [first, last])
    assert [hand.score("ana", step) for step in ("a1", "a2", "b1", "b2")] == pytest.approx([-0.8, 0, 1, 1.8], abs=0.25)


def test_a_curve_is_seen_while_it_is_drawn_and_esc_takes_it_back(hand: Hand) -> None:
    before, picture = hand.document, hand.picture()
    _draw(hand, _way(hand, 2, 2, 2), drop=False)
    assert hand.session.shown.emotion("ana", "b1").score == pytest.approx(2, abs=0.11)  # type: ignore[union-attr]
    assert differs(picture, hand.picture()) > 500
    hand.key(Key.Key_Escape)
    assert hand.session.shown is before
    hand.release()
    assert (hand.document, hand.session.undo_name) == (before, "")


def test_shift_and_a_drag_elsewhere_select(hand: Hand) -> None:
    hand.click(hand.middle("four"))
    hand.drag(hand.middle("one"), hand.middle("three"), SHIFT)
    assert set(hand.ids) == {"four", "one", "three"}
    x, y = hand.middle("feelings", "lane-title")
    hand.drag((x, y), hand.middle("one"), SHIFT)
    assert hand.session.undo_name == ""


def test_shift_and_a_click_on_a_point_select_it_too(hand: Hand) -> None:
    hand.click(hand.middle(ANA1, "point"))
    hand.click(hand.middle(ANA2, "point"), SHIFT)
    assert hand.ids == (ANA1, ANA2)
    assert hand.session.undo_name == ""


COLUMNS = [Column(str(at), "S", at * 100.0, 100.0, at == 0, (str(at),)) for at in range(4)]


def _heights(*points: Point) -> dict[str, float]:
    strokes = Strokes(COLUMNS, *points[0])
    for point in points[1:]:
        strokes.line_to(*point)
    return strokes.heights


def test_the_line_counts_near_the_middle_of_a_step() -> None:
    assert _heights((0, 5), (20, 5)) == {}
    assert _heights((20, 0), (80, 60)) == pytest.approx({"0": 30})
    assert _heights((50, 1), (350, 7)) == pytest.approx({"0": 1.17, "1": 3, "2": 5, "3": 6.83}, abs=0.01)


def test_a_trembling_hand_is_smoothed() -> None:
    trembling = [(x, 10 + 3 * (-1) ** x) for x in range(20, 80)]
    assert _heights(*trembling)["0"] == pytest.approx(10, abs=0.3)
    wavering = [(40.0, 1.0), (50.0, 1.0), (50.0, 1.1), (60.0, 1.1)]
    assert _heights(*wavering)["0"] == pytest.approx(1.05, abs=0.03)


def test_the_last_pass_counts() -> None:
    assert _heights((0, 0), (250, 0), (250, 8), (0, 8)) == pytest.approx({"0": 8, "1": 8, "2": 8})
    assert _heights((0, 0), (150, 0), (150, 3), (150, 6))["1"] == 6


def test_a_collapsed_stage_has_no_middle_to_pass() -> None:
    strokes = Strokes([COLUMNS[0], COLUMNS[1]._replace(collapsed=True)], 0, 1)
    strokes.line_to(300, 1)
    assert strokes.heights == {"0": 1}


# Stages, steps and lanes


def test_several_stages_steps_and_lanes_are_dragged_together(start: Start) -> None:
    hand = start()
    before = hand.document
    hand.session.select(["a1", "b1"])
    x, y = hand.middle("b2", "step")
    hand.drag(hand.middle("a1", "step"), (x + 40, y))
    assert [step.id for step in hand.document.steps("map")] == ["a2", "b2", "a1", "b1"]
    _undone(hand, "move 2 steps", before)
    hand.session.select(["actions", "pains"])
    lane = hand.band("touchpoints")
    hand.drag(hand.middle("actions", "lane-title"), (60, lane.top + lane.height - 4))
    shown = [lane.id for lane in hand.document.lanes("map") if not lane.hidden]
    assert shown == ["feelings", "touchpoints", "actions", "pains"]
    _undone(hand, "move 2 lanes", before)
    hand.session.select("B")
    hand.run("insert.stage")
    hand.type("C")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    third = next(stage.id for stage in hand.document.stages("map") if stage.id not in "AB")
    hand.session.select(["A", "B"])
    hand.drag(hand.middle("A", "stage"), (hand.shown(third, "stage").x + hand.shown(third, "stage").group.width - 4, y))
    assert [stage.id for stage in hand.document.stages("map")] == [third, "A", "B"]


def test_lanes_make_room_while_one_is_dragged(hand: Hand) -> None:
    before = hand.band("pains").top
    lane = hand.band("touchpoints")
    hand.drag(hand.middle("pains", "lane-title"), (60, lane.top + lane.height - 4), drop=False)
    assert hand.band("pains").top > before + 10
    assert hand.band("touchpoints").top < lane.top
    hand.key(Key.Key_Escape)
    assert hand.band("pains").top == before


def test_what_is_let_go_on_itself_stays(hand: Hand) -> None:
    before = hand.document
    hand.session.select(["a1", "b1"])
    x, y = hand.middle("a1", "step")
    hand.drag((x, y), (x + 15, y + 20))
    assert hand.document is before
    assert hand.ids == ("a1", "b1")


# Widths and spans


def test_a_width_is_drawn_to_those_of_others_and_to_the_automatic_one() -> None:
    auto = theme.STEP_WIDTH
    others = [("near", 130.0), ("far", 130.0), ("wide", 300.0)]
    assert width_at(128, others, 7) == Width(130, "near")
    assert width_at(128, others, 1) == Width(128)
    assert width_at(301, others, 7) == Width(300, "wide")
    assert width_at(auto + 3, others, 7) == Width(None)
    assert width_at(auto + 3, [], 0) == Width(auto + 3)
    assert width_at(auto + 3, [("same", auto + 3)], 7) == Width(auto + 3, "same")
    assert width_at(auto + 1, [("auto", auto)], 7) == Width(None)


def test_the_edge_of_a_step_snaps_to_the_width_of_its_neighbour_unless_shift_is_held(hand: Hand) -> None:
    x, y = hand.edge("a2", "right", "step")
    hand.drag((x, y), (x + 40, y))
    wide = hand.document.get("a2", Step).width  # type: ignore[union-attr]
    x, y = hand.edge("a1", "right", "step")
    hand.drag((x, y), (x + 37, y), drop=False)
    assert hand.session.shown.get("a1", Step).width == wide  # type: ignore[union-attr]
    hand.move_to_pixel(hand.canvas.pointer, SHIFT)
    hand.release(modifiers=SHIFT)
    assert hand.document.get("a1", Step).width not in (wide, None)  # type: ignore[union-attr]


def test_a_double_click_on_the_edge_of_a_step_gives_the_automatic_width_back(hand: Hand) -> None:
    x, y = hand.edge("a1", "right", "step")
    hand.drag((x, y), (x + 60, y))
    before = hand.document
    hand.double_click(hand.edge("a1", "right", "step"))
    assert hand.document.get("a1", Step).width is None  # type: ignore[union-attr]
    assert hand.editor is None
    _undone(hand, "automatic width", before)


def _labels(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is written beside the pointer."""
    written: list[str] = []
    monkeypatch.setattr(hand.canvas.overlay, "label", lambda _painter, _x, _y, text: written.append(text))
    return written


def test_the_width_is_written_beside_the_pointer(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = hand.edge("a2", "right", "step")
    hand.drag((x, y), (x + 40, y))
    written = _labels(hand, monkeypatch)
    x, y = hand.edge("a1", "right", "step")
    hand.drag((x, y), (x + 37, y), drop=False)
    hand.picture()
    assert written[-1] == f"{hand.canvas.columns.columns[1].width:.0f} pt, as a2"
    hand.move((x + 80, y))
    hand.picture()
    assert written[-1] == f"{hand.canvas.columns.columns[0].width:.0f} pt"
    hand.move((x + 1, y))
    hand.picture()
    assert written[-1] == f"{theme.STEP_WIDTH:.0f} pt, automatic"
    hand.key(Key.Key_Escape)


def test_the_steps_that_a_card_covers_are_named(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    written = _labels(hand, monkeypatch)
    start = hand.edge("four", "right")
    hand.drag(start, (hand.in_cell("pains", "b2")[0], start[1]), drop=False)
    picture = hand.picture()
    assert written[-1] == "b1 – b2"
    column = hand.canvas.columns.columns[2]
    found = [picture.pixelColor(hand.view_of(column.x, y)) for y in range(200, 260)]
    assert any(color.blue() > color.red() + 60 for color in found)
    hand.move((hand.in_cell("pains", "b1")[0], start[1]))
    hand.picture()
    assert written[-1] == "b1"
    hand.release()


def test_a_step_without_a_title_is_named_by_its_number(hand: Hand) -> None:
    hand.session.perform("x", _untitled)
    assert step_name(hand.document, "map", "a2") == "Step 2"
    assert step_name(hand.document, "map", "b1") == "b1"


def _untitled(document):  # type: ignore[no-untyped-def]
    from cxdesigner.model.edits.fields import set_fields

    return set_fields(document, "a2", title=" ")


def test_adding_to_the_selection_and_dragging_at_once_is_no_double_click(hand: Hand) -> None:
    hand.click(hand.middle("four"))
    x, y = hand.middle("three")
    hand.click((x, y), CTRL)
    at = hand.view_of(x, y)
    hand._buttons |= LEFT
    hand._send(QEvent.Type.MouseButtonDblClick, at, LEFT, NONE)
    hand.move(hand.in_cell("actions", "b1"))
    assert hand.editor is None
    hand.release()
    assert (hand.stack("actions", "b1"), hand.stack("pains", "b2")) == (["three"], ["four"])


# The rubber band


def test_a_rubber_band_selects_while_it_is_drawn(hand: Hand) -> None:
    one, three = hand.shown("one"), hand.shown("three")
    hand.drag((one.x - 3, one.y - 3), (one.x + 20, one.y + 10), drop=False)
    assert hand.ids == ("one",)
    hand.move((three.x + 20, three.y + 4))
    assert set(hand.ids) == {"one", "three"}
    hand.release()


def test_shift_adds_and_ctrl_toggles_what_a_rubber_band_touches(hand: Hand) -> None:
    one, three = hand.shown("one"), hand.shown("three")
    start, end = (one.x - 3, one.y - 3), (three.x + 20, three.y + 4)
    hand.session.select(["one", "four"])
    hand.drag(start, end, CTRL)
    assert set(hand.ids) == {"four", "three"}
    hand.drag(start, end, SHIFT)
    assert set(hand.ids) == {"four", "three", "one"}


# Keys and the wheel meanwhile


def test_the_key_that_copies_works_while_the_mouse_rests(hand: Hand) -> None:
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"), drop=False)
    assert [card.text for card in hand.session.shown.cell("map", "actions", "a2")] == []
    QTest.keyPress(hand.canvas, Qt.Key.Key_Control, CTRL)
    hand.move_to_pixel(hand.canvas.pointer, CTRL)
    assert [card.text for card in hand.session.shown.cell("map", "actions", "a2")] == ["three"]
    hand.move(hand.in_cell("pains", "b2"), CTRL)
    assert [card.text for card in hand.session.shown.cell("map", "pains", "b2")] == ["three"]
    hand.release(modifiers=CTRL)
    assert hand.texts("pains", "b2") == hand.texts("actions", "a2") == ["three"]


def test_the_wheel_scrolls_while_something_is_dragged_and_the_gesture_follows(start: Start) -> None:
    hand = start()
    hand.canvas.zoom_to(2.5)
    hand.canvas.look_at(*hand.middle("one"))
    one = hand.middle("one")
    hand.drag(one, (one[0] + 30, one[1] + 12), drop=False)
    at = hand.canvas.pointer
    before = hand.canvas.verticalScrollBar().value()
    for _ in range(20):
        hand.wheel(at, -240)
    assert hand.canvas.verticalScrollBar().value() > before + 300
    _, y = hand.canvas.camera.to_sheet(at.x(), at.y())
    hand.release()
    landed = hand.card("one")
    assert landed.lane in ("pains", "touchpoints")
    assert hand.band(landed.lane or "").top <= y + 60


# Scrolling at the edges


def test_the_speed_grows_towards_the_edge_and_past_it() -> None:
    assert speed(0) == speed(-5) == 0
    assert 0 < speed(MARGIN / 4) < speed(MARGIN / 2) < speed(MARGIN) == AT_EDGE < speed(1.5 * MARGIN)
    assert speed(10_000) == FASTEST


def _zoomed(start: Start) -> Hand:
    hand = start()
    hand.canvas.zoom_to(3.0)
    hand.canvas.look_at(*hand.middle("one"))
    return hand


def test_a_card_dragged_to_the_edge_scrolls_while_the_mouse_rests(start: Start, qtbot: QtBot) -> None:
    hand = _zoomed(start)
    view, bar = hand.canvas.viewport().rect(), hand.canvas.horizontalScrollBar()
    before = bar.value()
    hand.drag(hand.middle("one"), hand.middle("one"), drop=False)
    hand.move_to_pixel(view.center())
    hand.move_to_pixel(QPoint(view.right() + 40, view.center().y()))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert bar.value() > before
    hand.move_to_pixel(QPoint(view.right() - 60, view.center().y()))
    step = hand.canvas.columns.at(hand.canvas.camera.to_sheet(hand.canvas.pointer.x(), 0)[0])
    hand.release()
    assert step is not None
    assert hand.card("one").step == step.step != "a1"
    value = bar.value()
    qtbot.wait(60)
    assert bar.value() == value


@pytest.mark.parametrize(
    ("key", "part", "across", "down"),
    [("A", "stage", True, False), ("a1", "step", True, False), ("actions", "lane-title", False, True)],
)
def test_structure_scrolls_along_its_own_way_only(
    start: Start, qtbot: QtBot, key: str, part: str, across: bool, down: bool
) -> None:
    hand = start()
    hand.canvas.zoom_to(4.0)
    hand.canvas.look_at(*hand.middle(key, part))
    bars = hand.canvas.horizontalScrollBar(), hand.canvas.verticalScrollBar()
    for bar in bars:
        bar.setValue(max(0, bar.value() - 200))
    before = [bar.value() for bar in bars]
    hand.drag(hand.middle(key, part), hand.middle(key, part), drop=False)
    view = hand.canvas.viewport().rect()
    hand.move_to_pixel(view.center())
    hand.move_to_pixel(view.bottomRight() + QPoint(30, 30))
    qtbot.waitUntil(lambda: any(bar.value() != value for bar, value in zip(bars, before, strict=True)))
    assert [bar.value() > value for bar, value in zip(bars, before, strict=True)] == [across, down]
    hand.key(Key.Key_Escape)
    hand.release()


def test_a_drag_that_begins_at_the_edge_does_not_run_away(start: Start, qtbot: QtBot) -> None:
    hand = _zoomed(start)
    hand.canvas.horizontalScrollBar().setValue(0)
    one = hand.shown("one")
    bar = hand.canvas.horizontalScrollBar()
    left = hand.canvas.camera.to_view(one.x, 0)[0]
    bar.setValue(round(bar.value() + left - 5))
    before = bar.value()
    at = hand.canvas.camera.to_sheet(12, hand.canvas.camera.to_view(0, one.y + 10)[1])
    hand.drag(at, (at[0] + 1, at[1] + 15), drop=False)
    qtbot.wait(80)
    assert bar.value() == before
    hand.key(Key.Key_Escape)
    hand.release()


def test_a_rubber_band_goes_on_past_the_edge(start: Start, qtbot: QtBot) -> None:
    hand = _zoomed(start)
    one = hand.shown("one")
    hand.canvas.look_at(one.x + 40, one.y + 40)
    hand.press((one.x - 2, one.y - 4))
    view = hand.canvas.viewport().rect()
    hand.move_to_pixel(view.center())
    hand.move_to_pixel(view.bottomRight() + QPoint(60, 60))
    qtbot.waitUntil(lambda: {"one", "two", "three", "four"} <= set(hand.ids))
    hand.release()


def test_an_entry_of_the_library_scrolls_once_it_has_been_inside(start: Start, qtbot: QtBot) -> None:
    hand = _zoomed(start)
    bar = hand.canvas.horizontalScrollBar()
    before = bar.value()
    assert before > 0
    view = hand.canvas.viewport().rect()
    hand.pull("card", "note")
    hand.move_to_pixel(QPoint(4, view.center().y()))
    qtbot.wait(60)
    assert bar.value() == before
    hand.move_to_pixel(view.center())
    hand.move_to_pixel(QPoint(4, view.center().y()))
    qtbot.waitUntil(lambda: bar.value() < before)
    hand.key(Key.Key_Escape)
    hand.move_to_pixel(view.center())
    hand.release()


def test_option_is_not_needed_to_move(hand: Hand) -> None:
    hand.drag(hand.middle("three"), hand.in_cell("pains", "b2"), ALT)
    assert hand.texts("pains", "b2") == ["three"]
