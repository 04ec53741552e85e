"""Stages, steps, lanes and maps, changed by the menus."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from cxdesigner.model.document import Document
from cxdesigner.model.records import Lane, Map, Stage, Step
from cxdesigner.ui.structuring import future_title
from tests.model.builders import cards, columns, journey, lanes
from tests.ui.hand import PLATFORM, RIGHT, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def a_map() -> Document:
    return journey(
        "A: a1 a2 | B: b1 b2 | C: c1",
        "actions pains emotion touchpoints",
        cards={"actions a1": "one two", "actions a2": "three", "pains b1": "four-b2", "touchpoints c1": "five"},
        personas="ana",
        emotions={"ana a1": 1, "ana a2": -1, "ana b1": 2},
        more=(Map.new(id="other", parent="project", title="Elsewhere", rank="W"),),
    )


@pytest.fixture
def hand(start: Start) -> Hand:
    return start(a_map())


def offered(hand: Hand, part: str) -> list[str]:
    """Give what a right click on a part of the drawing offers."""
    menu = hand.window.commands.context_menu(part)
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()] if menu else []


def choose(hand: Hand, action: str, text: str) -> None:
    """Choose from the menu that an action opens."""
    menu = hand.window.actions_by_id[action].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(found for found in menu.actions() if found.text() == text).trigger()


@pytest.mark.parametrize(
    ("key", "part", "action", "expected"),
    [
        ("B", "stage", "insert.stage_before", "A: a1 a2 | new: ? | B: b1 b2 | C: c1"),
        ("B", "stage", "insert.stage", "A: a1 a2 | B: b1 b2 | new: ? | C: c1"),
        ("b2", "step", "insert.step_before", "A: a1 a2 | B: b1 new b2 | C: c1"),
        ("b1", "step", "insert.step", "A: a1 a2 | B: b1 new b2 | C: c1"),
        ("B", "stage", "insert.step_before", "A: a1 a2 | B: new b1 b2 | C: c1"),
    ],
)
def test_stages_and_steps_are_put_in_before_or_behind(
    hand: Hand, key: str, part: str, action: str, expected: str
) -> None:
    before = hand.document
    hand.click(hand.middle(key, part))
    hand.run(action)
    hand.type("new")
    hand.key(Key.Key_Escape)
    steps = {step.id for step in before.steps("map")}
    found = columns(hand.document)
    for step in hand.document.steps("map"):
        if step.id not in steps and not step.title:
            found = found.replace(step.id, "?")
    assert found == expected
    hand.session.undo()
    assert hand.document == before


def test_lanes_are_put_in_above_or_below(hand: Hand) -> None:
    hand.click(hand.middle("pains", "lane-title"))
    hand.run("insert.lane_above")
    hand.type("above")
    hand.key(Key.Key_Escape)
    hand.click(hand.middle("pains", "lane-title"))
    hand.run("insert.lane")
    hand.type("below")
    hand.key(Key.Key_Escape)
    assert lanes(hand.document) == "actions above pains below emotion touchpoints"


def test_splitting_a_stage_opens_the_title_of_the_new_one(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("b2", "step"))
    hand.run("map.split")
    hand.type("New")
    hand.key(Key.Key_Escape)
    assert columns(hand.document) == "A: a1 a2 | B: b1 | New: b2 | C: c1"
    hand.session.undo()
    hand.session.undo()
    assert hand.document == before
    hand.click(hand.middle("b1", "step"))
    hand.window.commands.refresh()
    assert not hand.window.actions_by_id["map.split"].isEnabled()
    hand.run("map.split")
    assert hand.document == before


def test_merging_with_the_next(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("a1", "step"))
    hand.run("map.merge_next")
    assert columns(hand.document) == "A: a1 / a2 | B: b1 b2 | C: c1"
    assert hand.texts("actions", "a1") == ["one", "two", "three"]
    assert hand.score("ana", "a1") == 0
    assert hand.told[-1] == "Steps merged: the score of 1 persona is now the mean."
    assert hand.ids == ("a1",)
    hand.session.undo()
    assert hand.document == before
    hand.click(hand.middle("B", "stage"))
    hand.run("map.merge_next")
    assert columns(hand.document) == "A: a1 a2 | B / C: b1 b2 c1"
    assert hand.menu_text("edit.undo") == "Undo merge stages"


def test_merging_all_that_are_selected(hand: Hand) -> None:
    hand.session.select(("b2", "a2", "b1"))
    hand.run("map.merge")
    assert columns(hand.document).startswith("A: a1 a2 / b1 / b2 | B: ")
    hand.session.undo()
    hand.session.select(("A", "B", "C"))
    hand.run("map.merge")
    assert columns(hand.document) == "A / B / C: a1 a2 b1 b2 c1"


def test_a_merge_says_of_how_many_personas_scores_are_averaged(start: Start) -> None:
    felt = {"ana a1": 1, "ana a2": -1, "ben a1": 2, "ben a2": 1, "cas a1": 2, "cas a2": 2, "dee a1": 1}
    hand = start(journey("A: a1 a2 a3", "emotion", personas="ana ben cas dee", emotions=felt))
    hand.session.select(("a1", "a2"))
    hand.run("map.merge")
    assert hand.told[-1] == "Steps merged: scores of 2 personas are now the mean."
    hand.told.clear()
    hand.session.select(("a1", "a3"))
    hand.run("map.merge")
    assert hand.told == []


@pytest.mark.parametrize(("key", "part"), [("a1", "step"), ("A", "stage"), ("pains", "lane-title")])
def test_what_was_duplicated_is_renamed_with_f2(hand: Hand, key: str, part: str) -> None:
    hand.click(hand.middle("four"))
    before = hand.document
    hand.click(hand.middle(key, part))
    hand.run("edit.duplicate")
    (copy,) = hand.session.selected()
    assert copy.id not in before
    hand.key(Key.Key_F2)
    hand.type("Renamed")
    hand.key(Key.Key_Return)
    renamed = hand.document[copy.id]
    assert isinstance(renamed, Stage | Step | Lane)
    assert renamed.title == "Renamed"


def test_moving_by_keys(hand: Hand) -> None:
    shift = ("edit.move_right", "edit.move_left", "edit.move_up", "edit.move_down")
    hand.click(hand.middle("a2", "step"))
    hand.run(shift[0])
    assert columns(hand.document) == "A: a1 | B: a2 b1 b2 | C: c1"
    hand.run(shift[1])
    assert columns(hand.document) == "A: a1 a2 | B: b1 b2 | C: c1"
    hand.click(hand.middle("A", "stage"))
    hand.run(shift[0])
    assert columns(hand.document) == "B: b1 b2 | A: a1 a2 | C: c1"
    hand.click(hand.middle("emotion", "lane-title"))
    hand.run(shift[2])
    assert lanes(hand.document) == "actions emotion pains touchpoints"
    hand.run(shift[3])
    assert lanes(hand.document) == "actions pains emotion touchpoints"
    assert hand.ids == ("emotion",)


def test_a_width_is_automatic_again(hand: Hand) -> None:
    hand.drag(
        hand.edge("a1", "right", "step"), (hand.edge("a1", "right", "step")[0] + 40, hand.middle("a1", "step")[1])
    )
    step = hand.document.get("a1", Step)
    assert step is not None
    assert step.width is not None
    hand.click(hand.middle("a1", "step"))
    hand.run("map.automatic_width")
    step = hand.document.get("a1", Step)
    assert step is not None
    assert step.width is None


def test_collapsing_and_pinning_are_switched(hand: Hand) -> None:
    actions, commands = hand.window.actions_by_id, hand.window.commands
    hand.click(hand.middle("B", "stage"))
    hand.run("map.collapse")
    commands.refresh()
    assert hand.document.get("B", Stage).collapsed  # type: ignore[union-attr]
    assert actions["map.collapse"].isChecked()
    hand.run("map.collapse")
    assert not hand.document.get("B", Stage).collapsed  # type: ignore[union-attr]
    hand.click(hand.middle("pains", "lane-title"))
    for action, field in (("map.collapse", "collapsed"), ("map.pin_lane", "pinned")):
        for wanted in (True, False):
            hand.run(action)
            commands.refresh()
            assert getattr(hand.document["pains"], field) is wanted
            assert actions[action].isChecked() is wanted


def test_hidden_lanes_come_back(hand: Hand) -> None:
    hand.session.select(("pains", "touchpoints"))
    hand.run("map.hide_lane")
    assert [band.key for band in hand.scene.bands if band.is_lane] == ["actions", "emotion"]
    hand.run("map.show_lanes")
    assert [band.key for band in hand.scene.bands if band.is_lane] == ["actions", "pains", "emotion", "touchpoints"]
    assert hand.ids == ("pains", "touchpoints")


def test_the_lanes_of_a_kind_of_map(hand: Hand) -> None:
    hand.run("insert.lanes.metrics")
    kinds = [lane.kind for lane in hand.document.lanes("map")]
    assert kinds == ["actions", "pains", "emotion", "metrics", "touchpoints"]
    assert hand.menu_text("edit.undo") == "Undo add lanes"
    hand.run("insert.lanes.metrics")
    assert hand.told == ["The map has all of these lanes."]


def test_duplicating_in_place(hand: Hand) -> None:
    hand.click(hand.middle("B", "stage"))
    hand.run("edit.duplicate")
    assert columns(hand.document) == "A: a1 a2 | B: b1 b2 | B: b1 b2 | C: c1"
    hand.click(hand.middle("actions", "lane-title"))
    hand.run("edit.duplicate")
    assert lanes(hand.document) == "actions actions pains emotion touchpoints"


def test_a_map_is_duplicated_and_shown(hand: Hand) -> None:
    hand.run("map.duplicate")
    assert hand.session.map_id not in ("map", "other")
    assert cards(hand.document, hand.session.map_id) == cards(hand.document)
    hand.session.undo()
    assert hand.session.map_id == "map"


def test_the_map_of_the_future_is_ready_to_edit(hand: Hand) -> None:
    hand.run("map.future")
    shown = hand.session.map
    assert shown is not None
    assert (shown.state, shown.origin, shown.title) == ("future", "map", "Future state")
    (copy,) = [card for card in hand.document.cards(shown.id) if card.origin == "one"]
    hand.double_click(hand.middle(copy.id))
    hand.type("better")
    hand.key(Key.Key_Escape)
    assert hand.card(copy.id).text == "better"
    assert hand.card("one").text == "one"
    assert hand.document["map"].state == "current"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Friday dinner", "en", "Friday dinner – future state"),
        ("Friday dinner, current state", "en", "Friday dinner, future state"),
        ("Current state of dinner", "en", "Future state of dinner"),
        ("Diner op vrijdag", "nl-BE", "Diner op vrijdag – toekomstige situatie"),
        ("Huidige situatie", "nl", "Toekomstige situatie"),
        (" ", "en", "Future state"),
    ],
)
def test_the_title_of_the_future(title: str, language: str, expected: str) -> None:
    assert future_title(title, language) == expected


def test_moving_a_selection_to_another_map(hand: Hand) -> None:
    before = hand.document
    hand.run("map.future")
    future = hand.session.map_id
    hand.session.show_map("map")
    hand.session.select(("one", "four"))
    choose(hand, "map.move_to", "Future state")
    assert cards(hand.document) == {"actions a1": "two", "actions a2": "three", "touchpoints c1": "five"}
    assert cards(hand.document, future)["actions a1"] == "one two one"
    assert cards(hand.document, future)["pains b1"] == "four-b2 four-b2"
    assert hand.session.map_id == "map"
    hand.session.undo()
    assert cards(hand.document) == cards(before)
    hand.session.show_map("map")
    hand.session.select(("B", "actions"))
    choose(hand, "map.copy_to", "Elsewhere")
    assert columns(hand.document, "other") == "B: b1 b2"
    assert lanes(hand.document, "other") == "actions"
    assert hand.menu_text("edit.undo") == "Undo copy to “Elsewhere”"


def test_there_is_nowhere_to_move_to_with_one_map(start: Start) -> None:
    hand = start()
    hand.click(hand.middle("one"))
    hand.window.commands.refresh()
    assert not hand.window.actions_by_id["map.move_to"].isEnabled()


def test_what_a_right_click_offers(hand: Hand) -> None:
    hand.click(hand.middle("a2", "step"), button=RIGHT)
    found = offered(hand, "step")
    for text in (
        "Add step",
        "Add step before",
        "Split stage here",
        "Merge with next",
        "Duplicate",
        "Delete",
        "Move",
    ):
        assert text in found
    hand.click(hand.middle("B", "stage"), button=RIGHT)
    assert {"Add stage", "Add stage before", "Merge with next", "Collapse", "Move to map"} <= {*offered(hand, "stage")}
    hand.click(hand.middle("pains", "lane-title"), button=RIGHT)
    found = offered(hand, "lane-title")
    assert {"Add lane", "Add lane above", "Hide lane", "Collapse", "Pin lane in view", "Duplicate"} <= {*found}
    assert hand.document.get("pains", Lane) is not None


def test_a_menu_of_a_part_opens_no_menu_for_what_is_about_it_alone(hand: Hand) -> None:
    hand.session.select(["B"])
    offers = offered(hand, "stage")
    assert "Merge with next" in offers
    assert "Add comment" in offers  # which would be alone in its menu
    assert "Comments" not in offers


def test_the_menu_map_is_short(hand: Hand) -> None:
    bar = [action.menu() for action in hand.window.menuBar().actions()]
    lengths = {m.title(): sum(not one.isSeparator() for one in m.actions()) for m in bar if isinstance(m, QMenu)}
    assert max(lengths.values()) <= 16, lengths
