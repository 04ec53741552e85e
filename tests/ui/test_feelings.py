"""A feeling in a word, typed at its point or in the inspector, with words that are near its score."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.ui.canvas.feeling import FeelingField
from cxdesigner.ui.panels.feeling_editor import FeelingEditor
from tests.layout.builders import texts
from tests.model.builders import feeling, journey
from tests.ui.hand import PLATFORM, SHIFT, UNDO, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
ONE, TWO = "ana\x1fa1", "ana\x1fa2"


@pytest.fixture
def hand(start) -> Hand:
    hand = start(
        journey(
            "A: a1 a2 a3 | B: b1",
            "feelings=emotion",
            personas="ana",
            emotions={"ana a1": -2, "ana a2": 1},
            more=(feeling("ana", "b1", score=0, feeling="Meh"),),
        )
    )
    hand.click(hand.middle(ONE, "point"))
    return hand


def field(hand: Hand) -> FeelingField:
    found = hand.canvas.keyboard.emotions.field
    assert found is not None
    return found


def felt(hand: Hand, step: str) -> str:
    return hand.document.emotion("ana", step).feeling


def offered(line: FeelingField) -> list[str]:
    """Give what the list under a line shows."""
    model = line.completer().completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_feeling_is_typed_at_its_point(hand: Hand) -> None:
    hand.key(Key.Key_F2, SHIFT)
    line = field(hand)
    assert line.isVisible()
    QTest.keyClicks(line, "Furious")
    QTest.keyClick(line, Key.Key_Return)
    assert felt(hand, "a1") == "Furious"
    assert hand.canvas.keyboard.emotions.field is None
    assert hand.canvas.hasFocus()
    assert hand.menu_text(UNDO) == "Undo set feeling"
    assert texts(hand.shown(ONE, "feeling").group) == ["Furious"]


def test_words_near_the_score_come_first_and_fewer_as_one_types(hand: Hand) -> None:
    hand.run("emotion.feeling")
    assert set(offered(field(hand))[:4]) == {"Terror", "Grief", "Loathing", "Rage"}
    QTest.keyClicks(field(hand), "oa")
    assert offered(field(hand)) == ["Loathing"]


def test_up_and_down_stay_with_a_word_that_nothing_is_like(hand: Hand) -> None:
    hand.run("emotion.feeling")
    line = field(hand)
    QTest.keyClicks(line, "zzz")
    assert offered(line) == []
    for key in (Key.Key_Down, Key.Key_Up):
        QTest.keyClick(line, key)
        assert field(hand) is line
        assert line.text() == "zzz"
        assert felt(hand, "a1") == ""
    assert "Rage" in offered(line)


def test_what_customers_call_a_feeling_is_suggested(hand: Hand) -> None:
    hand.run("emotion.feeling")
    QTest.keyClicks(field(hand), "anx")
    assert offered(field(hand)) == ["Anxious"]


def test_a_word_is_chosen_with_the_keys(hand: Hand) -> None:
    hand.run("emotion.feeling")
    line = field(hand)
    popup = line.completer().popup()
    assert popup.isVisible()
    first = offered(line)[0]
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert felt(hand, "a1") == first
    assert not popup.isVisible()


def test_tab_goes_on_to_the_feeling_at_the_next_step(hand: Hand) -> None:
    hand.run("emotion.feeling")
    QTest.keyClicks(field(hand), "Rage")
    QTest.keyClick(field(hand), Key.Key_Tab)
    QTest.keyClicks(field(hand), "Trust")
    assert hand.ids == (TWO,)
    QTest.keyClick(field(hand), Key.Key_Backtab, SHIFT)
    assert hand.ids == (ONE,)
    assert field(hand).text() == "Rage"
    QTest.keyClick(field(hand), Key.Key_Tab)
    QTest.keyClick(field(hand), Key.Key_Tab)
    assert hand.canvas.keyboard.emotions.field is None, "there is no point at the next step"
    assert (felt(hand, "a1"), felt(hand, "a2")) == ("Rage", "Trust")


def test_escape_leaves_it_as_it_was(hand: Hand) -> None:
    hand.run("emotion.feeling")
    QTest.keyClicks(field(hand), "Rage")
    QTest.keyClick(field(hand), Key.Key_Escape)
    assert felt(hand, "a1") == ""
    assert hand.session.undo_name == ""
    assert hand.canvas.hasFocus()


def test_a_click_beside_it_takes_the_word(hand: Hand) -> None:
    hand.run("emotion.feeling")
    line = field(hand)
    QTest.keyClicks(line, "Rage")
    line.completer().popup().hide()
    hand.click(hand.middle(TWO, "point"))
    assert felt(hand, "a1") == "Rage"
    assert hand.canvas.keyboard.emotions.field is None


def test_an_action_takes_the_word_first(hand: Hand) -> None:
    hand.run("emotion.feeling")
    QTest.keyClicks(field(hand), "Rage")
    hand.run("emotion.mean")
    assert felt(hand, "a1") == "Rage"


def test_a_double_click_on_the_word_opens_it_and_one_on_the_point_the_note(hand: Hand) -> None:
    hand.double_click(hand.middle("ana\x1fb1", "feeling"))
    assert field(hand).text() == "Meh"
    QTest.keyClick(field(hand), Key.Key_Escape)
    hand.double_click(hand.middle(TWO, "point"))
    assert hand.editor is not None


def test_the_line_stays_at_its_point_and_in_view(hand: Hand) -> None:
    hand.run("emotion.feeling")
    line = field(hand)
    place = line.pos()
    hand.canvas.zoom_to(2.2)
    assert line.pos() != place
    assert hand.canvas.viewport().rect().contains(line.geometry())


def test_there_is_no_line_where_the_point_is_not_drawn(hand: Hand) -> None:
    hand.run("emotion.mean")
    hand.run("emotion.feeling")
    assert hand.canvas.keyboard.emotions.field is None


def test_what_is_too_long_is_refused_in_a_sentence(hand: Hand) -> None:
    hand.run("emotion.feeling")
    field(hand).setText("x" * (MAX_TEXT + 1))
    QTest.keyClick(field(hand), Key.Key_Return)
    assert len(hand.told) == 1
    assert felt(hand, "a1") == ""


def test_the_inspector_suggests_the_same_words(hand: Hand) -> None:
    (editor,) = [one for one in hand.window.bench.inspector.findChildren(FeelingEditor) if one.isVisible()]
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "me")
    assert "Meh" in editor.words(), "words of the project too"
    assert editor.line.completer().popup().isVisible()
    popup = editor.line.completer().popup()
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    QApplication.processEvents()
    assert felt(hand, "a1") == editor.line.text() != ""
    editor.line.clear()
    QTest.keyClicks(editor.line, "Furious")
    QTest.keyClick(editor.line, Key.Key_Return)
    assert felt(hand, "a1") == "Furious"
