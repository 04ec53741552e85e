"""The group ballot: a key a person, the median at the point, and what to discuss first."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxdesigner.layout.plot import height_of
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of
from cxdesigner.ui.panels.ballot import BallotBar
from cxdesigner.ui.panels.insights import Insights
from cxdesigner.ui.panels.rows import Row
from tests.layout.builders import texts
from tests.model.builders import journey
from tests.ui.hand import CTRL, LEFT, PLATFORM, SHIFT, UNDO, Hand, Key, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
LANE = "feelings"
STEPS = ("a1", "a2", "b1", "b2")


@pytest.fixture
def hand(start) -> Hand:
    hand = start(
        journey(
            "A: a1 a2 | B: b1 b2",
            "actions feelings=emotion pains",
            personas="ana ben",
            emotions={"ana a1": 1, "ben a1": 0},
        )
    )
    hand.key(Key.Key_B, CTRL)
    assert hand.window.bench.is_shown("ballot")
    return hand


def bar(hand: Hand) -> BallotBar:
    found = hand.window.bench.panel("ballot")
    assert isinstance(found, BallotBar)
    return found


def ratings(hand: Hand, who: str, step: str) -> list[float]:
    emotion = hand.document.emotion(who, step)
    return [rating.score for rating in emotion.ratings] if emotion is not None else []


def call(hand: Hand, keys: str) -> None:
    for letter in keys:
        hand.type(letter)


def test_it_begins_with_a_key_and_ends_with_escape(hand: Hand) -> None:
    assert bar(hand).isVisible()
    assert hand.canvas.hasFocus()
    hand.window.commands.refresh()
    assert hand.window.actions_by_id["workshop.ballot"].isChecked()
    hand.key(Key.Key_Escape)
    assert not bar(hand).isVisible()
    assert hand.canvas.hasFocus()
    call(hand, "5")
    assert (hand.score("ana", "a1"), ratings(hand, "ana", "a1")) == (2, []), "a digit sets the score again"


def test_the_point_is_at_the_median_and_the_band_is_the_spread(hand: Hand) -> None:
    before = hand.picture()
    call(hand, "5142255")
    assert ratings(hand, "ana", "a1") == [2, -2, 1, -1, -1, 2, 2]
    assert hand.score("ana", "a1") == 1
    top = plot_top_of(hand.band(LANE))
    point = hand.shown("ana\x1fa1", "point")
    assert point.y + point.group.height / 2 == pytest.approx(height_of(1, top))
    (box,) = hand.shown("ana", "ribbon").group.items
    assert box.height == pytest.approx(height_of(-1, 0) - height_of(2, 0))
    assert differs(before, hand.picture()) > 0
    assert bar(hand).count.text() == "n\u202f=\u202f7"
    assert bar(hand).tally.counts() == (1, 2, 0, 1, 3)
    assert bar(hand).middle.text() == "median 4 of 5"
    assert bar(hand).level.text() == "Positive  +1"
    assert bar(hand).spread.text() == "half: 2 to 5 of 5"


def test_backspace_takes_the_last_one_back_and_the_last_of_all_brings_the_old_score_back(hand: Hand) -> None:
    call(hand, "23")
    hand.key(Key.Key_Backspace)
    assert ratings(hand, "ana", "a1") == [-1]
    hand.key(Key.Key_Backspace)
    assert (ratings(hand, "ana", "a1"), hand.score("ana", "a1")) == ([], 1)
    hand.key(Key.Key_Backspace)
    assert hand.score("ana", "a1") == 1


def test_every_rating_is_an_edit_of_its_own(hand: Hand) -> None:
    call(hand, "55")
    assert hand.menu_text(UNDO) == "Undo add rating"
    hand.key(Key.Key_Z, CTRL)
    assert (ratings(hand, "ana", "a1"), bar(hand).count.text()) == ([2], "n\u202f=\u202f1")
    hand.key(Key.Key_Z, CTRL)
    assert (ratings(hand, "ana", "a1"), hand.score("ana", "a1")) == ([], 1)
    assert bar(hand).isVisible()


def test_enter_and_the_arrows_walk_the_steps(hand: Hand) -> None:
    call(hand, "5")
    hand.key(Key.Key_Return)
    call(hand, "44")
    hand.key(Key.Key_Right)
    call(hand, "1")
    hand.key(Key.Key_Left)
    call(hand, "1")
    assert [ratings(hand, "ana", step) for step in STEPS] == [[2], [1, 1, -2], [-2], []]
    for _ in range(9):
        hand.key(Key.Key_Right)
    assert bar(hand).step.text() == "b2"
    assert bar(hand).place.text() == "Step 4 of 4"


def test_the_personas_are_switched_during_the_ballot(hand: Hand) -> None:
    call(hand, "5")
    hand.key(Key.Key_Tab)
    call(hand, "1")
    hand.key(Key.Key_Backtab, SHIFT)
    call(hand, "4")
    hand.key(Key.Key_BracketRight, CTRL)
    call(hand, "2")
    assert (ratings(hand, "ana", "a1"), ratings(hand, "ben", "a1")) == ([2, 1], [-2, -1])
    assert bar(hand).who.content.text == "ben"
    QTest.mouseClick(bar(hand).who, LEFT)
    assert bar(hand).who.content.text == "ana"


def test_a_click_on_the_map_goes_to_that_step(hand: Hand) -> None:
    hand.click(hand.in_cell(LANE, "b1"))
    call(hand, "2")
    assert ratings(hand, "ana", "b1") == [-1]
    assert bar(hand).step.text() == "b1"
    hand.click(hand.middle("ben\x1fa1", "point"))
    call(hand, "3")
    assert ratings(hand, "ben", "a1") == [0]


def test_steps_are_listed_by_disagreement_and_enter_goes_there(hand: Hand) -> None:
    call(hand, "333")
    hand.key(Key.Key_Right)
    call(hand, "3344")
    hand.key(Key.Key_Right)
    call(hand, "1155")
    hand.key(Key.Key_Right)
    shown = [button for button in bar(hand).disputed if button.isVisible()]
    assert [button.accessibleName() for button in shown] == ["1  b1", "2  a2"]
    shown[1].setFocus()
    hand.key(Key.Key_Return)
    assert bar(hand).step.text() == "a2"
    call(hand, "5")
    assert ratings(hand, "ana", "a2")[-1] == 2
    hand.canvas.setFocus()
    hand.type("d")
    assert bar(hand).step.text() == "b1"


def test_the_most_disputed_step_is_found_without_a_ballot(hand: Hand) -> None:
    call(hand, "15")
    hand.key(Key.Key_Right)
    call(hand, "34")
    hand.key(Key.Key_Escape)
    hand.session.select((), (LANE, "a2"))
    hand.run("workshop.discuss")
    assert bar(hand).isVisible()
    assert bar(hand).step.text() == "a1"
    hand.run("workshop.discuss")
    assert bar(hand).step.text() == "a2"
    hand.run("workshop.ballot")
    assert not bar(hand).isVisible()


def test_it_begins_at_the_first_step_of_which_nobody_has_said_anything(hand: Hand) -> None:
    call(hand, "4")
    hand.key(Key.Key_Escape)
    hand.session.select((), (None, None))
    hand.run("workshop.ballot")
    assert bar(hand).step.text() == "a2"


def test_the_mean_makes_way_for_the_points(hand: Hand) -> None:
    hand.key(Key.Key_Escape)
    hand.run("emotion.mean")
    hand.run("workshop.ballot")
    assert hand.session.showing.curves == "together"


def test_it_ends_with_its_button_with_the_map_and_with_the_lane(hand: Hand) -> None:
    hand.run("map.add")
    assert not bar(hand).isVisible()
    hand.window.commands.refresh()
    hand.run(UNDO)
    hand.run("workshop.ballot")
    assert bar(hand).isVisible()
    hand.session.select(LANE)
    hand.run("edit.delete")
    assert not bar(hand).isVisible()
    hand.window.commands.refresh()
    assert not hand.window.actions_by_id["workshop.ballot"].isEnabled()


def test_a_step_that_goes_leaves_the_ballot_at_another(hand: Hand) -> None:
    hand.session.select("a1")
    hand.run("edit.delete")
    assert bar(hand).step.text() == "a2"
    call(hand, "1")
    assert ratings(hand, "ana", "a2") == [-2]


def test_a_note_can_be_written_during_the_ballot(hand: Hand) -> None:
    call(hand, "1")
    hand.key(Key.Key_F2)
    call(hand, "12 minutes")
    hand.key(Key.Key_Return)
    assert hand.document.emotion("ana", "a1").note == "12 minutes"
    call(hand, "5")
    assert ratings(hand, "ana", "a1") == [-2, 2]


def test_the_ballot_is_in_the_export(hand: Hand) -> None:
    from cxdesigner.layout.sheet import lay_out
    from tests.layout.builders import icons, typesetter

    call(hand, "15")
    scene = lay_out(hand.document, "map", typesetter(), icons())
    parts = [group.part for band in scene.bands for group in band.groups]
    assert "ribbon" in parts
    legend = [text for band in scene.bands for group in band.groups if group.part == "legend" for text in texts(group)]
    assert "spread of the ratings in the room" in legend


def test_the_insights_list_what_to_discuss(hand: Hand) -> None:
    call(hand, "34")
    hand.key(Key.Key_Tab)
    call(hand, "15")
    hand.key(Key.Key_Escape)
    insights = hand.window.bench.inspector.findChild(Insights)
    assert insights is not None
    insights.read()
    rows = [row.content for row in insights.findChildren(Row) if "…" in row.content.value]
    assert [(row.persona, row.text, row.value) for row in rows] == [
        ("ben", "a1", "−1 … +1"),
        ("ana", "a1", "+0.25 … +0.75"),
    ]


def test_it_goes_on_in_another_size_of_the_interface(hand: Hand) -> None:
    call(hand, "5")
    hand.run("view.larger")
    QApplication.processEvents()
    call(hand, "4")
    assert ratings(hand, "ana", "a1") == [2, 1]
    assert bar(hand).count.text() == "n\u202f=\u202f2"
    assert hand.window.bench.curve_switch.people[0].width() > 20


def test_the_step_is_in_view_and_the_bar_fits_a_small_window(start) -> None:
    hand = start("vivan-los-tacos", size=(1280, 720))
    hand.canvas.zoom_to(1.2)
    hand.run("workshop.ballot")
    for _ in range(6):
        QApplication.processEvents()
        lane = next(band for band in hand.scene.bands if band.key == hand.session.selection.lane)
        column = hand.canvas.columns.of(hand.session.selection.step)
        assert column is not None
        seen = hand.canvas.uncovered()
        assert seen.left() <= column.x + column.width / 2 <= seen.right()
        assert seen.top() <= lane.top + lane.height / 2 <= seen.bottom()
        hand.key(Key.Key_Right)
    assert hand.window.width() == 1280
    right = max(button.geometry().right() for button in bar(hand).findChildren(QPushButton) if button.isVisible())
    assert right < bar(hand).width()
