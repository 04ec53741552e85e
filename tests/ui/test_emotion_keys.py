"""Several personas' emotions with the keys alone: digits rate, arrows walk, Tab goes to the next persona."""

from __future__ import annotations

import pytest

from tests.model.builders import journey
from tests.ui.hand import CTRL, PLATFORM, SHIFT, UNDO, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
LANE = "feelings"


@pytest.fixture
def hand(start) -> Hand:
    hand = start(journey("A: a1 a2 | B: b1", "actions feelings=emotion pains", personas="ana ben cleo"))
    hand.session.select((), (LANE, "a1"))
    return hand


def scores(hand: Hand) -> dict[str, list[float | None]]:
    return {who: [hand.score(who, step) for step in ("a1", "a2", "b1")] for who in ("ana", "ben", "cleo")}


def press(hand: Hand, keys: str) -> None:
    """Type: a digit rates, ">" is the right arrow, "|" Tab, "/" Shift+Tab."""
    for letter in keys:
        match letter:
            case ">":
                hand.key(Key.Key_Right)
            case "|":
                hand.key(Key.Key_Tab)
            case "/":
                hand.key(Key.Key_Backtab, SHIFT)
            case _:
                hand.type(letter)


def test_a_curve_is_typed_step_by_step(hand: Hand) -> None:
    press(hand, "5>1>3")
    assert scores(hand)["ana"] == [2, -2, 0]
    assert hand.ids == ("ana\x1fb1",)


def test_all_personas_are_typed_step_by_step(hand: Hand) -> None:
    press(hand, "5|4|3|2|1|2|3|4|5")
    assert scores(hand) == {"ana": [2, -1, 0], "ben": [1, -2, 1], "cleo": [0, -1, 2]}


def test_tab_stays_within_the_lane_and_shift_tab_goes_back(hand: Hand) -> None:
    press(hand, "/5|||||||||||||1//3")
    assert scores(hand) == {"ana": [2, None, 0], "ben": [None] * 3, "cleo": [None, None, -2]}
    assert hand.canvas.hasFocus()


def test_a_digit_rates_the_active_persona_where_others_have_points_already(hand: Hand) -> None:
    press(hand, "5|")
    press(hand, "1")
    assert scores(hand)["ben"][0] == -2
    hand.session.select((), (LANE, "a1"))
    press(hand, "2")
    assert (scores(hand)["ana"][0], scores(hand)["ben"][0]) == (2, -1)


def test_a_score_is_mended_at_once(hand: Hand) -> None:
    press(hand, "53")
    assert scores(hand)["ana"][0] == 0
    hand.key(Key.Key_Z, CTRL)
    assert scores(hand)["ana"][0] == 2


def test_plus_and_minus_go_in_small_steps_that_are_undone_as_one(hand: Hand) -> None:
    press(hand, "5+--")
    assert scores(hand)["ana"][0] == pytest.approx(1.8)
    press(hand, ">3-")
    assert scores(hand)["ana"][:2] == pytest.approx([1.8, -0.1])
    hand.run(UNDO)
    assert scores(hand)["ana"][1] == 0
    hand.run(UNDO)
    hand.run(UNDO)
    assert scores(hand)["ana"][:2] == [2, None]


def test_several_selected_points_are_rated_together(hand: Hand) -> None:
    press(hand, "5|4")
    hand.session.select(["ana\x1fa1", "ben\x1fa1"])
    press(hand, "1")
    assert (scores(hand)["ana"][0], scores(hand)["ben"][0]) == (-2, -2)


def test_elsewhere_digits_and_tab_are_what_they_were(hand: Hand) -> None:
    hand.session.select((), ("actions", "a1"))
    hand.key(Key.Key_Tab)
    assert hand.session.selection.cell == ("actions", "a2")
    hand.type("5")
    assert hand.editor is not None


def test_a_map_without_personas_has_nobody_to_rate(start) -> None:
    hand = start(journey(lanes="feelings=emotion"))
    hand.session.select((), (LANE, "a1"))
    press(hand, "5")
    assert hand.document.emotions("map") == ()


def test_a_point_that_is_double_clicked_into_being_belongs_to_the_active_persona(hand: Hand) -> None:
    hand.session.show(persona="ben")
    place = hand.emotion_at(LANE, "a1", 1)
    hand.double_click(place)
    assert scores(hand)["ben"][0] == 1
    hand.double_click(hand.emotion_at(LANE, "a1", -1))
    assert scores(hand)["ana"][0] == -1, "and to the next one where it has one"
