"""Selecting on the canvas, with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.scene import Box
from cxdesigner.model.records import Emotion, emotion_id
from tests.ui.hand import CTRL, PLATFORM, RIGHT, SHIFT, Hand, Key, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_a_click_selects_a_card_and_its_cell(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    assert hand.ids == ("one",)
    assert hand.session.selection.cell == ("actions", "a1")


@pytest.mark.parametrize(
    ("key", "part"),
    [("A", "stage"), ("a2", "step"), ("pains", "lane-title"), ("ana", "persona"), ("map", "title")],
)
def test_a_click_selects_whatever_it_hits(hand: Hand, key: str, part: str) -> None:
    hand.click(hand.middle(key, part))
    assert hand.ids == (key,)


def test_what_is_selected_is_framed(hand: Hand) -> None:
    before = hand.picture()
    hand.click(hand.middle("one"))
    hand.move_to_pixel(hand.canvas.viewport().rect().bottomRight())
    assert differs(before, hand.picture()) > 100


@pytest.mark.parametrize(
    ("key", "part"), [("a1", "step"), ("actions", "lane-title"), ("ana", "persona"), ("map", "title")]
)
def test_a_frame_keeps_off_words_that_begin_at_the_edge(hand: Hand, key: str, part: str) -> None:
    hand.canvas.zoom_to(1.0)
    hit = hand.shown(key, part)
    hand.click((hit.x + 4, hit.y + hit.group.height / 2))
    assert hand.ids == (key,)
    frame, left = hand.canvas.overlay.framed(hit), hand.canvas.camera.to_view(hit.x, hit.y)[0]
    assert frame.left() <= left - 3.5
    if part == "title":
        about = hand.shown(key, "about")
        assert frame.bottom() + 1 <= hand.canvas.camera.to_view(about.x, about.y)[1] + 2


def test_the_frame_of_a_card_is_as_round_as_the_card(hand: Hand) -> None:
    card = hand.shown("one")
    box = next(item for item in card.group.items if isinstance(item, Box))
    for zoom in (4.0, 1.0):
        hand.canvas.zoom_to(zoom)
        assert hand.canvas.overlay.roundness(card) >= box.radius * hand.canvas.camera.scale
    hand.canvas.zoom_to(0.2)
    assert hand.canvas.overlay.roundness(card) == 3.0


@pytest.mark.parametrize("modifier", [CTRL, SHIFT])
def test_a_click_with_a_modifier_adds_and_takes_away(hand: Hand, modifier: object) -> None:
    hand.click(hand.middle("one"))
    hand.click(hand.middle("three"), modifier)  # type: ignore[arg-type]
    assert hand.ids == ("one", "three")
    hand.click(hand.middle("one"), modifier)  # type: ignore[arg-type]
    assert hand.ids == ("three",)


def test_a_click_on_an_empty_cell_selects_the_cell(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.click(hand.in_cell("pains", "a2"))
    assert hand.ids == ()
    assert hand.session.selection.cell == ("pains", "a2")


def test_a_click_beside_the_sheet_selects_nothing(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.click((hand.scene.width + 8, 100))
    assert hand.ids == ()


def test_a_right_click_keeps_what_is_selected_if_it_is_on_it(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.click(hand.middle("three"), CTRL)
    hand.click(hand.middle("three"), button=RIGHT)
    assert hand.ids == ("one", "three")
    hand.click(hand.middle("four"), button=RIGHT)
    assert hand.ids == ("four",)


def _corners(hand: Hand) -> tuple[tuple[float, float], tuple[float, float]]:
    one, three = hand.shown("one"), hand.shown("three")
    return (one.x - 3, one.y - 3), (three.x + three.group.width / 2, three.y + 4)


def test_a_rubber_band_selects_the_cards_that_it_touches(hand: Hand) -> None:
    hand.drag(*_corners(hand))
    assert set(hand.ids) == {"one", "three"}


def test_a_rubber_band_is_seen(hand: Hand) -> None:
    before = hand.picture()
    hand.drag(*_corners(hand), drop=False)
    assert differs(before, hand.picture()) > 200
    hand.release()


def test_a_rubber_band_with_ctrl_adds(hand: Hand) -> None:
    hand.click(hand.middle("four"))
    hand.drag(*_corners(hand), CTRL)
    assert set(hand.ids) == {"one", "three", "four"}


def test_a_rubber_band_begins_on_a_card_with_shift(hand: Hand) -> None:
    hand.drag(hand.middle("one"), hand.middle("three"), SHIFT)
    assert {"one", "three"} <= set(hand.ids)
    assert hand.session.undo_name == ""


def test_a_rubber_band_takes_points_of_a_curve(hand: Hand) -> None:
    x, y = hand.emotion_at("feelings", "a1", 2)
    end = hand.emotion_at("feelings", "a1", -2)
    hand.drag((x - 30, y), (end[0] + 30, end[1]))
    assert set(hand.ids) == {emotion_id("ana", "a1"), emotion_id("ben", "a1")}


def test_esc_takes_a_rubber_band_back(hand: Hand) -> None:
    hand.click(hand.middle("four"))
    hand.drag(*_corners(hand), drop=False)
    hand.key(Key.Key_Escape)
    assert hand.ids == ("four",)
    hand.release()
    assert hand.ids == ("four",)


def test_ctrl_a_selects_the_cards_that_are_shown(hand: Hand) -> None:
    hand.key(Key.Key_A, CTRL)
    assert set(hand.ids) == {"one", "two", "three", "four", "wide"}


def test_esc_selects_nothing(hand: Hand) -> None:
    hand.key(Key.Key_A, CTRL)
    hand.key(Key.Key_Escape)
    assert hand.ids == ()


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete(hand: Hand, key: Key) -> None:
    before = hand.document
    hand.click(hand.middle("one"))
    hand.click(hand.middle("four"), CTRL)
    hand.key(key)
    assert "one" not in hand.document
    assert "four" not in hand.document
    assert hand.menu_text("edit.undo") == "Undo delete 2 cards"
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert set(hand.ids) == {"one", "four"}


def test_arrows_walk_stacks_and_cells(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Down)
    assert hand.ids == ("two",)
    hand.key(Key.Key_Right)
    assert hand.ids == ("three",)
    hand.key(Key.Key_Right)
    assert hand.ids == ()
    assert hand.session.selection.cell == ("actions", "b1")
    hand.key(Key.Key_Down)
    assert hand.session.selection.cell == ("feelings", "b1")
    hand.key(Key.Key_Down)
    assert hand.ids == ("four",)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Up)
    hand.key(Key.Key_Left)
    hand.key(Key.Key_Left)
    assert hand.ids == ("one",)


def test_up_enters_a_stack_from_below(hand: Hand) -> None:
    hand.click(hand.in_cell("feelings", "a1", 0.95))
    hand.key(Key.Key_Up)
    assert hand.ids == ("two",)


def test_arrows_begin_at_the_first_cell(hand: Hand) -> None:
    hand.key(Key.Key_Right)
    assert hand.ids == ("one",)


def test_tab_walks_cells_once_one_is_selected(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_Tab)
    assert QApplication.focusWidget() is hand.canvas
    assert hand.ids == ("three",)
    hand.key(Key.Key_Backtab, SHIFT)
    assert hand.ids == ("one",)


def test_tab_leaves_the_canvas_while_no_cell_is_selected(hand: Hand) -> None:
    hand.key(Key.Key_Tab)
    assert QApplication.focusWidget() is not hand.canvas


def test_f6_walks_the_panels(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.key(Key.Key_F6)
    bench = hand.window.bench
    assert bench.inspector.isAncestorOf(QApplication.focusWidget())
    hand.key(Key.Key_F6)
    assert bench.library.isAncestorOf(QApplication.focusWidget())
    hand.key(Key.Key_F6)
    assert QApplication.focusWidget() is bench.canvas


def test_number_keys_set_a_selected_emotion(hand: Hand) -> None:
    hand.click(hand.middle(emotion_id("ana", "a2"), "point"))
    for key, score in zip("12345", (-2, -1, 0, 1, 2), strict=True):
        hand.type(key)
        assert hand.score("ana", "a2") == score
    assert hand.menu_text("edit.undo") == "Undo set emotion"


def test_number_keys_set_several_emotions_in_one_step(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle(emotion_id("ana", "a2"), "point"))
    hand.click(hand.middle(emotion_id("ben", "a1"), "point"), CTRL)
    hand.type("5")
    assert (hand.score("ana", "a2"), hand.score("ben", "a1")) == (2, 2)
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


def test_a_double_click_in_the_emotion_lane_gives_one_to_whoever_has_none_there(hand: Hand) -> None:
    hand.double_click(hand.emotion_at("feelings", "b2", 2))
    assert (hand.score("ana", "b2"), hand.score("ben", "b2")) == (2, None)
    hand.double_click(hand.emotion_at("feelings", "b2", -1))
    assert (hand.score("ana", "b2"), hand.score("ben", "b2")) == (2, -1)
    assert [type(record) for record in hand.session.selected()] == [Emotion]
    before = hand.document
    hand.double_click(hand.emotion_at("feelings", "b2", 0.5))
    assert hand.document == before


def test_a_click_does_not_move_the_view(hand: Hand) -> None:
    # A second click would hit something else.
    hand.canvas.zoom_to(3.0)
    hand.canvas.look_at(*hand.middle("wide"))
    hand.canvas.horizontalScrollBar().setValue(hand.canvas.horizontalScrollBar().value() - 700)
    wide = hand.shown("wide")
    camera = hand.canvas.camera
    hand.click((wide.x + 8, wide.y + 8))
    assert hand.ids == ("wide",)
    assert hand.canvas.camera == camera


def test_the_keyboard_is_where_an_emotion_was_set(hand: Hand) -> None:
    hand.click(hand.middle("four"))
    point = emotion_id("ana", "a1")
    hand.drag(hand.middle(point, "point"), hand.emotion_at("feelings", "a1", -1))
    assert (hand.session.selection.lane, hand.session.selection.step) == ("feelings", "a1")
    hand.key(Key.Key_Right)
    assert hand.ids == (emotion_id("ana", "a2"),)
    hand.type("5")
    assert hand.document.emotion("ana", "a2").score == 2  # type: ignore[union-attr]


def test_a_digit_in_an_empty_cell_of_the_emotion_lane_sets_an_emotion(hand: Hand) -> None:
    hand.session.select((), ("feelings", "b1"))
    hand.type("4")
    assert hand.document.emotion("ana", "b1").score == 1  # type: ignore[union-attr]


def test_tab_goes_on_to_the_next_title(hand: Hand) -> None:
    hand.double_click(hand.middle("a1", "step"))
    hand.type("Feels it")
    hand.key(Key.Key_Tab)
    hand.type("Asks around")
    hand.key(Key.Key_Return)
    assert [step.title for step in hand.document.steps("map")][:2] == ["Feels it", "Asks around"]


def test_the_outer_half_of_a_handle_is_part_of_it(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    hit = hand.shown("three", "card")
    outside = hit.x + hit.group.width + 3 / hand.canvas.camera.scale
    hand.drag((outside, hit.y + hit.group.height / 2), hand.in_cell("actions", "b1"))
    assert hand.document["three"].to == "b1"  # type: ignore[attr-defined]
