"""Comments: written on anything, walked, done, counted, and shown as small marks that no export has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.comments import places_of
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Comment, Map, emotion_id
from cxdesigner.ui import login as logged_in
from cxdesigner.ui.login import login
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.panels.comments import CommentsPanel
from tests.ui.hand import PLATFORM, UNDO, Hand, Key, difference

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def panel(hand: Hand) -> CommentsPanel:
    found = hand.window.bench.panel("comments")
    assert isinstance(found, CommentsPanel)
    return found


def comments(hand: Hand) -> tuple[Comment, ...]:
    return hand.document.comments("map")


def write(hand: Hand, text: str, *, on: str = "") -> None:
    if on:
        hand.session.select(on)
    hand.run("comments.add")
    QTest.keyClicks(panel(hand).field, text)
    QTest.keyClick(panel(hand).field, Qt.Key.Key_Return)


@pytest.mark.parametrize("on", ["one", "a1", "A", "actions", "map", "ana", emotion_id("ana", "a1")])
def test_a_comment_is_written_on_what_is_selected(hand: Hand, on: str) -> None:
    write(hand, "Is it so?", on=on)
    (comment,) = comments(hand)
    assert subject(comment) == on
    assert comment.text == "Is it so?"
    assert comment.author == login()
    assert comment.date[:4].isdigit()
    assert "T" in comment.date
    assert hand.menu_text(UNDO) == "Undo add comment"


def test_the_author_is_the_name_in_the_preferences(hand: Hand) -> None:
    hand.window.application.settings.setValue("author", "Eva, of the team")
    write(hand, "Yes", on="one")
    assert comments(hand)[0].author == "Eva, of the team"


def test_a_comment_with_nothing_selected_is_on_the_map(hand: Hand) -> None:
    hand.session.select(())
    write(hand, "Well")
    assert comments(hand)[0].on == "map"


def test_the_list_says_who_when_and_what_and_a_check_settles_it(hand: Hand) -> None:
    hand.window.application.settings.setValue("author", "Eva")
    write(hand, "Is it so?", on="three")
    item = panel(hand).list.item(0)
    assert "Eva" in item.text()
    assert "“three”" in item.text()
    assert "Is it so?" in item.text()
    item.setCheckState(Qt.CheckState.Checked)
    assert comments(hand)[0].done
    assert panel(hand).list.item(0).font().strikeOut()
    hand.run(UNDO)
    assert not comments(hand)[0].done


def test_a_comment_is_edited_and_deleted_in_the_list(hand: Hand) -> None:
    write(hand, "Is it so?", on="one")
    found = panel(hand)
    found.list.setFocus()
    found.list.setCurrentRow(0)
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    assert found.field.toPlainText() == "Is it so?"
    QTest.keyClicks(found.field, "It is")
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert [comment.text for comment in comments(hand)] == ["It is"]
    found.list.setFocus()
    found.list.setCurrentRow(0)
    QTest.keyClick(found.list, Qt.Key.Key_Delete)
    assert comments(hand) == ()


def test_comments_are_walked_with_keys(hand: Hand) -> None:
    write(hand, "First", on="one")
    write(hand, "Second", on="b1")
    hand.session.select(())
    panel(hand).list.setCurrentRow(-1)
    hand.canvas.setFocus()
    seen = []
    for _ in range(3):
        hand.run("comments.next")
        seen.append(hand.ids)
    assert seen == [("one",), ("b1",), ("one",)]
    hand.run("comments.previous")
    assert hand.ids == ("b1",)
    hand.run("comments.resolve")
    assert [comment.done for comment in comments(hand)] == [False, True]


def test_the_status_bar_counts_those_that_are_open(hand: Hand) -> None:
    status = hand.window.bench.status
    status.count_now()
    assert not status.comments.isVisible()
    write(hand, "First", on="one")
    status.count_now()
    assert status.comments.text() == "1 open comment"
    hand.window.bench.hide_panel("comments")
    status.comments.click()
    assert panel(hand).isVisible()


def test_a_mark_stands_at_the_corner_and_leads_to_the_comment(hand: Hand) -> None:
    hand.session.select(())
    hand.move((5.0, 5.0))
    before = hand.picture()
    write(hand, "First", on="three")
    hand.window.bench.hide_panel("comments")
    hand.session.select(())
    hand.canvas.setFocus()
    QApplication.processEvents()
    corner = places_of(hand.scene.bands, {"three"})["three"]
    at = hand.view_of(*corner)
    after = hand.picture()
    if before.size() == after.size():
        assert difference(before, after).crop((at.x() - 6, at.y() - 4, at.x() + 2, at.y() + 2)).getbbox() is not None
    hand.click(corner)
    assert hand.ids == ("three",)
    assert panel(hand).isVisible()
    assert panel(hand).current == comments(hand)[0].id


def test_escape_leads_back_to_the_map(hand: Hand) -> None:
    hand.run("comments.add")
    QTest.keyClick(panel(hand).field, Qt.Key.Key_Escape)
    assert not panel(hand).isVisible()
    assert hand.canvas.hasFocus()
    hand.key(Key.Key_Right)


def test_the_sheet_numbers_them_when_asked_to(hand: Hand) -> None:
    write(hand, "First", on="one")
    parts = {node.part for node in hand.scene.over}
    assert "comment" not in parts
    hand.run("comments.export")
    assert "comment" in {node.part for node in hand.scene.over}
    assert hand.window.actions_by_id["comments.export"].isChecked()


def test_what_is_refused_stays_in_the_field_and_it_says_why(hand: Hand) -> None:
    hand.session.select("one")
    hand.run("comments.add")
    field = panel(hand).field
    field.setPlainText("x" * 10_001)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not comments(hand)
    assert len(hand.told) == 1
    assert "10,000" in hand.told[0]
    field.setPlainText("short")
    QTest.keyClick(field, Qt.Key.Key_Return)
    panel(hand).list.setCurrentRow(0)
    QTest.keyClick(panel(hand).list, Qt.Key.Key_Return)
    field.setPlainText("y" * 10_001)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert comments(hand)[0].text == "short"
    assert field.toPlainText() == "y" * 10_001


def test_without_a_map_it_says_what_is_missing(hand: Hand) -> None:
    hand.run("comments.add")
    panel(hand).field.setPlainText("Why?")
    hand.session.perform("", lambda document: remove(document, ["map"]))
    assert hand.session.map is None
    QTest.keyClick(panel(hand).field, Qt.Key.Key_Return)
    assert hand.told[-1] == "There is no map to comment on: add one first."
    assert panel(hand).field.toPlainText() == "Why?"


def test_ctrl_enter_ends_a_comment_and_adds_no_card(hand: Hand) -> None:
    before = len(hand.document.cards("map"))
    hand.session.select("one")
    hand.run("comments.add")
    QTest.keyClicks(panel(hand).field, "Is it so?")
    QTest.keyClick(panel(hand).field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [comment.text for comment in comments(hand)] == ["Is it so?"]
    assert len(hand.document.cards("map")) == before


@pytest.mark.parametrize(("account", "name"), [("maria", "maria"), ("root", ""), ("Administrator", ""), ("user", "")])
def test_an_account_of_anybody_is_no_author(monkeypatch: pytest.MonkeyPatch, account: str, name: str) -> None:
    monkeypatch.setattr(logged_in, "getuser", lambda: account)
    assert login() == name


def test_the_panel_asks_once_who_writes(hand: Hand) -> None:
    hand.session.select("one")
    hand.run("comments.add")
    found = panel(hand)
    assert found.field.hasFocus()
    assert found.author.isVisible()
    found.author.setFocus()
    QTest.keyClicks(found.author, "Eva")
    QTest.keyClick(found.author, Qt.Key.Key_Return)
    assert not found.author.isVisible()
    assert found.field.hasFocus()
    assert hand.window.application.preferences.author == "Eva"
    write(hand, "Is it so?")
    assert comments(hand)[0].author == "Eva"


def test_who_gives_no_name_is_asked_no_more(hand: Hand) -> None:
    write(hand, "Is it so?", on="one")
    assert not panel(hand).author.isVisible()


def test_comments_of_other_maps_are_listed_walked_and_counted(hand: Hand) -> None:
    write(hand, "Here", on="one")
    hand.run("map.duplicate")
    second = hand.session.map_id
    write(hand, "There", on=second)
    found = panel(hand).list
    rows = [found.item(row).text().splitlines()[-1] for row in range(found.count())]
    titles = [title_of_map(hand.document.get(key, Map)) for key in (second, "map")]
    assert rows == [titles[0], "There", titles[1], "Here"]
    status = hand.window.bench.status
    status.count_now()
    assert status.comments.text() == "2 open comments"
    hand.session.show_map("map")
    hand.canvas.setFocus()
    seen = []
    for _ in range(3):
        hand.run("comments.next")
        seen.append((hand.session.map_id, hand.ids))
    assert seen == [("map", ("one",)), (second, (second,)), ("map", ("one",))]
    hand.run("comments.previous")
    assert hand.session.map_id == second
    assert panel(hand).current == hand.document.comments(second)[0].id
