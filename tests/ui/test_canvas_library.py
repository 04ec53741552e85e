"""Dragging out of the library onto the map, and putting in at the selection."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from cxdesigner.model.kinds import CARD_KINDS, CHANNELS
from cxdesigner.model.records import Card, Lane, Persona, emotion_id
from tests.ui.hand import CTRL, PLATFORM, SHIFT, UNDO, Hand, Key, Start, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def _leave_text(hand: Hand) -> None:
    if hand.editor is not None:
        hand.key(Key.Key_Escape)


def test_a_persona_joins_the_map_and_gets_a_curve_when_rated(hand: Hand) -> None:
    hand.run("insert.persona")
    hand.type("Cleo")
    hand.key(Key.Key_Escape)
    cleo = hand.persona_named("Cleo").id
    hand.run("map.leave")
    assert cleo not in hand.people()
    hand.take("persona", cleo, hand.middle("map", "title"))
    assert cleo in hand.people()
    assert hand.menu_text("edit.undo") == "Undo add persona to map"
    hand.take("persona", cleo, hand.emotion_at("feelings", "a1", 2))
    hand.take("persona", cleo, hand.emotion_at("feelings", "a2", -1))
    assert (hand.score(cleo, "a1"), hand.score(cleo, "a2")) == (2, -1)
    assert hand.shown(cleo, "curve").group.items


def test_a_persona_dropped_on_a_step_gets_an_emotion_there(hand: Hand) -> None:
    hand.take("persona", "ben", hand.middle("b2", "step"))
    assert hand.score("ben", "b2") == 0
    assert hand.ids == (emotion_id("ben", "b2"),)
    hand.key(Key.Key_Z, CTRL)
    assert hand.score("ben", "b2") is None


def test_a_persona_dropped_on_a_card_is_given_it(hand: Hand) -> None:
    before = hand.picture()
    hand.take("persona", "ben", hand.middle("three"), drop=False)
    assert differs(before, hand.picture())
    hand.release()
    assert hand.card("three").personas == ("ben",)
    assert hand.score("ben", "a2") is None
    assert hand.ids == ("three",)
    assert hand.menu_text(UNDO) == "Undo give card to ben"
    again = hand.document
    hand.take("persona", "ben", hand.middle("three"))
    assert hand.document == again
    hand.take("persona", "ana", hand.middle("three"))
    assert hand.card("three").personas == ("ben", "ana")
    hand.run(UNDO)
    assert hand.document == again


def test_the_height_in_the_emotion_lane_is_the_score(hand: Hand) -> None:
    hand.take("persona", "ben", hand.emotion_at("feelings", "b1", 1.02))
    assert hand.score("ben", "b1") == 1
    hand.take("persona", "ben", hand.emotion_at("feelings", "b2", -1.5))
    assert hand.score("ben", "b2") == pytest.approx(-1.5, abs=0.11)


def test_a_persona_dropped_on_a_step_keeps_the_score_that_it_has(hand: Hand) -> None:
    before = hand.document
    hand.take("persona", "ana", hand.middle("a2", "step"))
    assert hand.document == before
    hand.take("persona", "ana", hand.emotion_at("feelings", "a2", 2))
    assert hand.score("ana", "a2") == 2


def test_a_persona_is_dragged_from_the_header_too(hand: Hand) -> None:
    hand.drag(hand.middle("ben", "persona"), hand.emotion_at("feelings", "b1", -2))
    assert hand.score("ben", "b1") == -2


@pytest.mark.parametrize(("at", "order"), [(0.1, "xAB"), (0.9, "AxB")])
def test_a_stage(hand: Hand, at: float, order: str) -> None:
    before = hand.document
    stage = hand.shown("A", "stage")
    hand.take("stage", "", (stage.x + stage.group.width * at, stage.y + 5))
    assert "".join("x" if len(one.id) > 1 else one.id for one in hand.document.stages("map")) == order
    fresh = hand.ids[0]
    assert len(hand.document.steps_of(fresh)) == 1
    assert hand.editor is not None
    hand.type("Wait")
    hand.key(Key.Key_Escape)
    assert next(one.title for one in hand.document.stages("map") if one.id == fresh) == "Wait"
    assert hand.menu_text("edit.undo") == "Undo add stage"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_a_step(hand: Hand) -> None:
    before = hand.document
    x, y = hand.middle("b1", "step")
    hand.take("step", "", (x + 20, y))
    hand.type("Pay")
    hand.key(Key.Key_Return)
    assert [step.title for step in hand.document.steps_of("B")] == ["b1", "Pay", "b2"]
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


@pytest.mark.parametrize(
    ("kind", "value", "made"), [("lane", "", "notes"), ("lane", "quotes", "quotes"), ("divider", "", "divider")]
)
def test_a_lane(hand: Hand, kind: str, value: str, made: str) -> None:
    before = hand.document
    band = hand.band("pains")
    hand.take(kind, value, (200, band.top + band.height * 0.9))
    fresh = hand.document.get(hand.ids[0], Lane)
    assert fresh is not None
    assert fresh.kind == made
    order = [lane.id for lane in hand.document.lanes("map")]
    assert order.index(fresh.id) == order.index("pains") + 1
    hand.type("Mine")
    hand.key(Key.Key_Return)
    assert hand.document.get(fresh.id, Lane).title == "Mine"  # type: ignore[union-attr]
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_a_touchpoint_by_channel(hand: Hand) -> None:
    for channel in CHANNELS:
        hand.take("touchpoint", channel, hand.in_cell("touchpoints", "b2"))
        card = hand.card(hand.ids[0])
        assert (card.kind, card.channel, card.lane, card.step) == ("touchpoint", channel, "touchpoints", "b2")
        assert hand.menu_text("edit.undo") == "Undo add touchpoint"
        hand.key(Key.Key_Escape)
        hand.run(UNDO)


def test_a_card_of_each_kind_is_typed_at_once_and_undone_in_one_step(hand: Hand) -> None:
    before = hand.document
    for kind in CARD_KINDS:
        if kind == "touchpoint":
            continue
        hand.take("card", kind, hand.in_cell("pains", "a1"))
        assert hand.editor is not None
        hand.type("Too slow")
        hand.key(Key.Key_Escape)
        card = hand.card(hand.ids[0])
        assert (card.kind, card.text, card.lane, card.step) == (kind, "Too slow", "pains", "a1")
        hand.key(Key.Key_Z, CTRL)
        assert hand.document == before
        assert hand.menu_text("edit.undo") == "Undo"
        hand.key(Key.Key_Z, CTRL | SHIFT)
        assert hand.card(card.id).text == "Too slow"
        hand.run(UNDO)


def test_a_card_stands_where_the_line_shows_it(hand: Hand) -> None:
    hand.take("card", "note", (hand.middle("two")[0], hand.shown("two").y + 2))
    fresh = hand.ids[0]
    _leave_text(hand)
    assert hand.stack("actions", "a1") == ["one", fresh, "two"]


def test_a_card_is_not_put_into_the_emotion_lane(hand: Hand) -> None:
    before = hand.document
    hand.take("card", "note", hand.in_cell("feelings", "a1"))
    assert hand.document == before
    assert hand.editor is None


def test_dropping_outside_does_nothing(hand: Hand) -> None:
    before = hand.document
    for kind, value in (("stage", ""), ("step", ""), ("lane", ""), ("card", "pain"), ("persona", "ana")):
        hand.take(kind, value, (-60 / hand.canvas.camera.scale, -24 / hand.canvas.camera.scale - 40))
        hand.take(kind, value, (hand.scene.width + 40, hand.scene.height + 40))
    assert hand.document == before
    assert hand.canvas.gesture is None
    assert QGuiApplication.overrideCursor() is None


def test_where_it_would_land_lights_up(hand: Hand) -> None:
    before = hand.picture()
    hand.take("card", "note", hand.in_cell("pains", "a2"), drop=False)
    cell = hand.cell("pains", "a2")
    at = hand.view_of(cell.x + 8, cell.y + cell.height - 6)
    assert before.pixelColor(at) != hand.picture().pixelColor(at)
    hand.key(Key.Key_Escape)
    assert differs(before, hand.picture()) == 0


def test_esc_cancels(hand: Hand) -> None:
    before, scene = hand.document, hand.scene
    hand.take("card", "note", hand.in_cell("pains", "a2"), drop=False)
    hand.key(Key.Key_Escape)
    hand.release()
    assert hand.document is before
    assert hand.scene == scene
    assert hand.session.undo_name == ""
    assert hand.canvas.gesture is None


def test_enter_puts_in_at_the_selection(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "b2"))
    tile = hand.tile("card", "pain")
    tile.setFocus()
    hand.key(Key.Key_Return)
    assert hand.editor is not None
    hand.type("Dear")
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "b2") == ["Dear"]


def test_enter_on_a_persona_gives_an_emotion_at_the_selected_step(hand: Hand) -> None:
    hand.click(hand.in_cell("pains", "b2"))
    hand.tile("persona", "ben").setFocus()
    hand.key(Key.Key_Return)
    assert hand.score("ben", "b2") == 0


def test_a_stage_is_put_in_behind_the_selected_one(hand: Hand) -> None:
    hand.click(hand.middle("A", "stage"))
    hand.tile("stage").setFocus()
    hand.key(Key.Key_Return)
    hand.type("Next")
    hand.key(Key.Key_Escape)
    assert [stage.title for stage in hand.document.stages("map")] == ["A", "Next", "B"]


def test_enter_without_a_selection_takes_the_first_cell(hand: Hand) -> None:
    hand.tile("card", "note").setFocus()
    hand.key(Key.Key_Return)
    hand.type("First")
    hand.key(Key.Key_Escape)
    assert hand.texts("actions", "a1")[-1] == "First"


def test_a_new_persona_is_named_by_typing(hand: Hand) -> None:
    before = hand.document
    hand.take("new-persona", "", hand.middle("map", "title"))
    hand.type("Dan")
    hand.key(Key.Key_Escape)
    fresh = [hand.document.get(key, Persona) for key in hand.people()]
    assert [one.name for one in fresh if one] == ["ana", "ben", "Dan"]
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_a_map_without_lanes_takes_no_card(start: Start) -> None:
    hand = start()
    hand.run("edit.select_all")
    for lane in [lane.id for lane in hand.document.lanes("map")]:
        hand.session.select(lane)
        hand.key(Key.Key_Delete)
    before = hand.document
    hand.tile("card", "note").setFocus()
    hand.key(Key.Key_Return)
    assert hand.document == before
    assert "no place" in hand.window.bench.status.message.text()
    assert not [record for record in before.records.values() if isinstance(record, Card)]
