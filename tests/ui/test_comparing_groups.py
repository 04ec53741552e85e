"""What came or went with something larger: told with it in the list of changes, and unfolded there."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.copies import future_map
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.removal import remove
from cxdesigner.ui.comparing.sorts import SORTS
from tests.ui.hand import PLATFORM, Hand, Key
from tests.ui.test_comparing import comparing, panel, rows

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def without_stage(hand: Hand) -> Document:
    """Take the first stage out, with its steps, cards and points; gives the project as it was."""
    before = hand.document
    hand.session.perform("Remove", lambda document: remove(document, ["A"]))
    return before


def test_what_went_with_a_stage_is_one_row(hand: Hand) -> None:
    comparing(hand).show(without_stage(hand), "the backup")
    (row,) = rows(hand)
    assert row.startswith("Stage “A” removed with ")
    assert row.endswith(" cards")
    assert panel(hand).about.text() == f"Since the backup: 1 stage removed with {row.split(' with ')[1]}"
    assert [chip.text() for chip in panel(hand).sorts.values() if not chip.isHidden()] == ["1"]
    assert len(comparing(hand).entries) > 5  # all of which are marked


def test_it_is_unfolded_and_folded_by_keys(hand: Hand) -> None:
    comparing(hand).show(without_stage(hand), "the backup")
    hand.key(Key.Key_Right)
    assert len(rows(hand)) == 1  # nothing is looked at yet
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Right)
    assert len(rows(hand)) == len(comparing(hand).entries)
    assert any(row.startswith("Step “") for row in rows(hand)[1:])
    hand.key(Key.Key_End)
    assert comparing(hand).current != comparing(hand).listing.listed[0]
    hand.key(Key.Key_Left)
    assert len(rows(hand)) == 1
    assert comparing(hand).current == comparing(hand).listing.listed[0]
    hand.key(Key.Key_Home)
    assert panel(hand).list.currentIndex().row() == 0


def test_it_is_unfolded_by_a_click_on_its_arrow(hand: Hand) -> None:
    comparing(hand).show(without_stage(hand), "the backup")
    view = panel(hand).list
    QApplication.processEvents()
    row = view.visualRect(panel(hand).model.index(0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 20, row.top() + 14))
    QApplication.processEvents()
    assert len(rows(hand)) == len(comparing(hand).entries)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 60, row.top() + 14))
    QApplication.processEvents()
    assert len(rows(hand)) == len(comparing(hand).entries)
    assert comparing(hand).current == comparing(hand).listing.listed[0]


def test_a_ghost_that_is_clicked_is_shown_in_the_list(hand: Hand) -> None:
    comparing(hand).show(without_stage(hand), "the backup")
    number = next(n for n, entry in enumerate(comparing(hand).entries) if entry.record.id == "one")
    comparing(hand).go(number)
    assert len(rows(hand)) == len(comparing(hand).entries)
    assert panel(hand).list.currentIndex().row() == comparing(hand).listing.listed.index(number)
    hand.session.perform("Edit", lambda document: remove(document, ["B"]))
    comparing(hand).compare_again()
    assert comparing(hand).entries[comparing(hand).current or 0].record.id == "one"  # it stays where it was
    comparing(hand).leave_out(frozenset(SORTS))
    assert rows(hand) == []
    hand.key(Key.Key_Home)
    hand.key(Key.Key_Down)
    assert comparing(hand).current is None


def test_folded_is_said_to_who_listens(hand: Hand) -> None:
    comparing(hand).show(without_stage(hand), "the backup")
    index = panel(hand).model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Removed: {rows(hand)[0]}, folded"


def test_a_future_map_has_no_heading_and_says_nothing_of_its_title_and_author(hand: Hand) -> None:
    hand.session.perform("Future", lambda document: future_map(document, "map", "Later"))
    later = hand.document.maps[1].id
    card = next(one for one in hand.document.cards(later) if one.origin == "one")
    step = hand.document.steps(later)[-1].id
    person = hand.document.personas[0].id
    hand.session.perform("Remove", lambda document: remove(document, [card.id]))
    hand.session.perform("Feel", lambda document: set_emotion(document, person, step, score=2))
    comparing(hand).show_maps("map", later)
    assert len(rows(hand)) == 2
    assert not any("Later" in row for row in rows(hand))
    assert [panel(hand).model.number_of(row) for row in range(2)] == [0, 1]


def test_sentences_never_stand_over_each_other(hand: Hand) -> None:
    for number in range(30):
        text = "a text of several words " + "long " * (number % 7)
        edit = partial(add_card, map_id="map", lane_id="actions", step_id="a1", text=text)
        hand.session.perform("Add", edit)
    comparing(hand).show(hand.session.on_disk.document, "the file")  # type: ignore[union-attr]
    QApplication.processEvents()
    view = panel(hand).list
    assert view.verticalScrollBar().isVisible()
    metrics, model = QFontMetrics(view.itemDelegate()._plain), panel(hand).model  # type: ignore[attr-defined]
    for row in range(model.rowCount()):
        rect = view.visualRect(model.index(row))
        width = rect.width() - 2 * hand.window.bench.look.tokens.margin - 24
        words = metrics.boundingRect(QRect(0, 0, width, 999), Qt.TextFlag.TextWordWrap, model.index(row).data())
        assert words.height() <= rect.height()
