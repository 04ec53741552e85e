"""Whose curve is active, which curves are shown, and copying and clearing them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from cxdesigner.model.records import Evidence, Persona
from cxdesigner.ui.panels.forms import Form
from tests.model.builders import feeling, journey
from tests.ui.hand import ALT, CTRL, LEFT, PLATFORM, UNDO, Hand, Key, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
LANE = "feelings"


@pytest.fixture
def hand(start) -> Hand:
    zoe = Persona.new(id="zoe", parent="project", name="zoe", rank="z")
    return start(
        journey(
            "A: a1 a2 | B: b1 b2",
            "actions feelings=emotion",
            personas="ana ben",
            emotions={"ana a1": 1, "ana a2": -1, "ana b1": 2, "ben a1": 0, "ben a2": 1},
            more=(zoe, feeling("ana", "b2", score=-2, feeling="Rage", note="Queue")),
        )
    )


def point(who: str, step: str) -> str:
    return f"{who}\x1f{step}"


def curves(hand: Hand) -> list[str]:
    """Give whose curves are drawn, the one on top last."""
    return [group.id for group in hand.band(LANE).groups if group.part == "curve"]


def faces(hand: Hand) -> set[str]:
    groups = [group for group in hand.band(LANE).groups if group.part == "point"]
    widest = max((group.width for group in groups), default=0)
    return {group.id.split("\x1f")[0] for group in groups if group.width == widest}


def scores(hand: Hand, who: str) -> list[float | None]:
    return [hand.score(who, step) for step in ("a1", "a2", "b1", "b2")]


def popup() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(words: str) -> None:
    """Choose from the menu that is open, with the keys."""
    menu = popup()
    names = [action.text() for action in menu.actions()]
    for _ in range(names.index(words)):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)


def click(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, LEFT),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, middle, widget.mapToGlobal(middle), LEFT, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)


# Who is active


def test_the_first_persona_is_active_until_another_is_chosen_by_its_chip(hand: Hand) -> None:
    assert (curves(hand), faces(hand)) == (["ben", "ana"], {"ana"})
    hand.click(hand.middle("ben", "persona"))
    assert (curves(hand), faces(hand)) == (["ana", "ben"], {"ben"})


def test_a_point_makes_its_persona_active(hand: Hand) -> None:
    hand.click(hand.middle(point("ben", "a2"), "point"))
    assert faces(hand) == {"ben"}
    hand.click(hand.middle(point("ana", "a1"), "point"))
    assert faces(hand) == {"ana"}


def test_a_persona_that_is_not_on_the_map_does_not_become_active(hand: Hand) -> None:
    hand.session.select("zoe")
    assert faces(hand) == {"ana"}


@pytest.mark.parametrize("keys", [(Key.Key_BracketRight, CTRL), (Key.Key_PageDown, ALT)])
def test_keys_walk_the_personas_and_the_keyboard_goes_along(hand: Hand, keys) -> None:
    hand.click(hand.middle(point("ana", "a2"), "point"))
    hand.key(*keys)
    assert hand.ids == (point("ben", "a2"),)
    hand.key(*keys)
    assert hand.ids == (point("ana", "a2"),)
    hand.run("emotion.previous")
    assert hand.ids == (point("ben", "a2"),)


def test_walking_the_personas_keeps_what_is_selected_elsewhere(hand: Hand) -> None:
    hand.session.select("a1")
    hand.run("emotion.next")
    assert (hand.ids, faces(hand)) == (("a1",), {"ben"})


# Which curves


def test_the_active_curve_alone_all_of_them_or_their_mean(hand: Hand) -> None:
    together = hand.picture()
    hand.run("emotion.single")
    assert curves(hand) == ["ana"]
    hand.run("emotion.next")
    assert curves(hand) == ["ben"]
    hand.run("emotion.mean")
    assert curves(hand) == [LANE]
    hand.window.commands.refresh()
    checked = [key for key in ("together", "single", "mean") if hand.window.actions_by_id[f"emotion.{key}"].isChecked()]
    assert checked == ["mean"]
    hand.run("emotion.together")
    hand.run("emotion.next")
    hand.session.select(())
    assert differs(hand.picture(), together) == 0
    assert hand.session.undo_name == "", "looking at it is no edit"


def test_the_switch_beside_the_lane_does_the_same_with_the_mouse(hand: Hand) -> None:
    switch = hand.window.bench.curve_switch
    assert switch.isVisible()
    click(switch.people[1])
    assert faces(hand) == {"ben"}
    click(switch.ways["mean"])
    assert curves(hand) == [LANE]
    assert switch.ways["mean"].isChecked()
    click(switch.people[0])
    assert curves(hand)[-1] == "ana", "whoever chooses a persona wants to see its curve"
    click(switch.ways["single"])
    assert curves(hand) == ["ana"]


def test_the_switch_covers_no_word_of_the_lane_and_goes_where_there_is_no_room(hand: Hand) -> None:
    switch, canvas = hand.window.bench.curve_switch, hand.canvas
    for zoom in (0.2, 0.46, 0.5, 0.8, 1.0, 1.7):
        canvas.zoom_to(zoom)
        canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
        canvas.horizontalScrollBar().setValue(0)
        if not switch.isVisible():
            assert zoom < 0.45
            continue
        assert switch.people[1].isVisible()
        scale, title = hand.shown(LANE, "scale"), hand.shown(LANE, "lane-title")
        left, top = canvas.camera.to_sheet(switch.x(), switch.y())
        right, bottom = canvas.camera.to_sheet(switch.geometry().right(), switch.geometry().bottom())
        assert top > title.y + title.group.height
        for run in scale.group.items:
            baseline = scale.y + run.y
            across = left < scale.x + run.x + run.line.width and scale.x + run.x < right
            assert not (across and top < baseline and baseline - run.line.size * 0.8 < bottom)


def test_there_is_nothing_to_switch_with_one_persona(start) -> None:
    hand = start(journey(lanes="feelings=emotion", personas="ana", emotions={"ana a1": 1}))
    assert not hand.window.bench.curve_switch.isVisible()
    assert not hand.window.actions_by_id["emotion.next"].isEnabled()


def test_a_persona_that_joins_is_on_the_switch(hand: Hand) -> None:
    hand.take("persona", "zoe", hand.middle("ana", "persona"))
    assert [disc.key for disc in hand.window.bench.curve_switch.people].count("zoe") == 1


# Copying and clearing


def test_a_curve_is_copied_to_a_persona_of_a_menu(hand: Hand) -> None:
    hand.run("emotion.copy")
    assert [action.text() for action in popup().actions()] == ["ben", "zoe"]
    choose("ben")
    assert scores(hand, "ben") == [1, -1, 2, -2]
    assert hand.document.emotion("ben", "b2").feeling == ""
    assert hand.menu_text(UNDO) == "Undo copy curve to ben"
    assert faces(hand) == {"ben"}
    hand.run(UNDO)
    assert scores(hand, "ben") == [0, 1, None, None]


def test_feelings_come_along_and_somebody_else_joins_the_map(hand: Hand) -> None:
    hand.run("emotion.copy_feelings")
    choose("zoe")
    assert scores(hand, "zoe") == [1, -1, 2, -2]
    assert hand.document.emotion("zoe", "b2").feeling == "Rage"
    assert hand.people() == ["ana", "ben", "zoe"]


@pytest.mark.parametrize(
    ("selected", "copied"),
    [
        (["b1", "b2"], [0, 1, 2, -2]),
        (["B"], [0, 1, 2, -2]),
        ([point("ana", "a2"), point("ana", "b1")], [0, -1, 2, None]),
        ([point("ana", "a2")], [1, -1, 2, -2]),
    ],
)
def test_the_selected_steps_are_copied_alone(hand: Hand, selected, copied) -> None:
    hand.session.select(selected)
    hand.run("emotion.copy")
    choose("ben")
    assert scores(hand, "ben") == copied


def test_a_sentence_says_that_curves_are_alike(hand: Hand) -> None:
    for _ in range(2):
        hand.session.show(persona="ana")
        hand.run("emotion.copy")
        choose("ben")
    assert hand.told == ["The curves are alike already, so nothing was copied."]


def test_a_curve_is_cleared_with_its_notes_kept_and_then_removed(hand: Hand) -> None:
    hand.run("emotion.clear")
    assert scores(hand, "ana") == [None] * 4
    assert hand.document.emotion("ana", "b2").note == "Queue"
    assert scores(hand, "ben") == [0, 1, None, None]
    hand.run("emotion.remove")
    assert hand.document.emotion("ana", "b2") is None
    hand.run(UNDO)
    hand.run(UNDO)
    assert scores(hand, "ana") == [1, -1, 2, -2]


def test_selected_points_are_cleared(hand: Hand) -> None:
    hand.session.select([point("ana", "a1"), point("ben", "a1")])
    hand.run("emotion.clear_points")
    assert (scores(hand, "ana")[0], scores(hand, "ben")[0]) == (None, None)
    assert scores(hand, "ana")[1] == -1
    assert hand.menu_text(UNDO) == "Undo clear points"


def test_without_a_curve_there_is_nothing_to_copy_or_clear(start) -> None:
    hand = start(journey(lanes="feelings=emotion", personas="ana ben"))
    for key in ("emotion.copy", "emotion.clear", "emotion.remove", "emotion.clear_points"):
        assert not hand.window.actions_by_id[key].isEnabled()


# What points rest on


def test_what_a_point_rests_on_is_chosen_in_the_inspector_and_seen_on_the_map(hand: Hand) -> None:
    before = hand.picture()
    hand.click(hand.middle(point("ana", "b1"), "point"))
    (form,) = [form for form in hand.window.bench.inspector.findChildren(Form) if form.isVisible()]
    assert {"evidence.kind", "evidence.source", "evidence.url", "evidence.n"} <= form.editors.keys()
    box = form.editors["evidence.kind"].focus
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClicks(box, "As")
    assert hand.document.emotion("ana", "b1").evidence == Evidence.new(kind="assumption")
    hand.session.select(())
    hand.canvas.setFocus()
    assert differs(before, hand.picture()) > 0
    dashes = [path.stroke.dash for path in hand.shown("ana", "curve").group.items]
    assert len(dashes) == 2
