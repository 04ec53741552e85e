"""Comparing: a list of what differs, marks on the canvas, and a look at the other version."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.removal import remove
from cxdesigner.ui.comparing.changes_panel import ChangesPanel
from cxdesigner.ui.comparing.comparing import Comparing
from cxdesigner.ui.comparing.sorts import SORTS
from tests.ui.hand import Hand, Key, differs


def comparing(hand: Hand) -> Comparing:
    return hand.window.bench.comparing


def panel(hand: Hand) -> ChangesPanel:
    found = hand.window.bench.panel("changes")
    assert isinstance(found, ChangesPanel)
    return found


def with_(document: Document, without: tuple[str, ...] = (), **fields: dict[str, Any]) -> Document:
    """Give another version: some records otherwise, some not there."""
    return Document(
        record.with_(**fields.get(key, {})) for key, record in document.records.items() if key not in without
    )


def rows(hand: Hand) -> list[str]:
    model = panel(hand).model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def older(hand: Hand) -> Document:
    """Give a version before "two" was added, "three" moved and "one" reworded, and with a card that is gone now."""
    return with_(
        hand.document,
        ("two",),
        one={"text": "Something else"},
        three={"step": "b1"},
        four={"severity": 3},
    )


def test_what_differs_is_listed_in_words_with_a_summary(hand: Hand) -> None:
    comparing(hand).show(older(hand), "the backup of 14:05")
    assert hand.window.bench.is_shown("changes")
    assert panel(hand).about.text().startswith("Since the backup of 14:05: 1 card added")
    assert len(rows(hand)) == 4
    assert any("moved from" in row for row in rows(hand))


def test_marks_are_over_the_sheet_and_go_with_the_panel(hand: Hand) -> None:
    scene = hand.scene
    comparing(hand).show(older(hand), "the backup")
    QApplication.processEvents()
    assert hand.scene == scene  # nothing of it is in what is exported
    marked = hand.picture()
    comparing(hand).leave_out(frozenset(SORTS))
    assert differs(marked, hand.picture()) > 100
    hand.key(Key.Key_Escape)
    QApplication.processEvents()
    assert not hand.window.bench.is_shown("changes")
    assert comparing(hand).asked is None
    assert hand.canvas.hasFocus()
    assert hand.window.bench.library.isVisible()


def test_the_other_version_is_seen_from_the_same_place_and_an_edit_ends_it(hand: Hand) -> None:
    comparing(hand).show(older(hand), "the backup")
    camera, now = hand.canvas.camera, hand.session.document
    hand.key(Key.Key_F12)
    assert hand.session.shown == older(hand)
    assert hand.session.document is now
    assert hand.canvas.camera.zoom == camera.zoom
    assert comparing(hand).side_shown == "before"
    assert panel(hand).before.isChecked()
    hand.click(hand.middle("three"))
    hand.type("x")
    assert hand.ids != ("three",)
    assert hand.session.document is now
    hand.key(Key.Key_F12)
    assert hand.session.shown is now
    hand.key(Key.Key_F12)
    hand.session.perform("Edit", lambda document: set_fields(document, "four", text="otherwise"))
    assert hand.session.shown is hand.session.document
    assert comparing(hand).side_shown == "after"


def test_an_arrow_goes_to_the_next_difference_and_selects_it(hand: Hand) -> None:
    comparing(hand).show(older(hand), "the backup")
    seen = []
    for _ in range(4):
        hand.key(Key.Key_Down)
        seen.append(hand.ids)
    assert {key for ids in seen for key in ids} == {"one", "two", "three", "four"}
    hand.key(Key.Key_Up)
    assert hand.ids == seen[-2]


def test_what_is_gone_stands_faintly_in_its_cell_and_can_be_clicked(hand: Hand) -> None:
    earlier = hand.document
    hand.session.perform("Delete", lambda document: remove(document, ["four"]))
    comparing(hand).show(earlier, "the backup")
    QApplication.processEvents()
    (entry,) = comparing(hand).entries
    place = comparing(hand).marks.place_of(entry)
    assert place is not None
    cell = hand.cell("pains", "b1")
    assert cell.x <= place.left()
    assert place.right() <= cell.x + cell.width
    assert cell.y <= place.top()
    assert place.bottom() <= cell.y + cell.height
    hand.click((place.center().x(), place.center().y()))
    assert comparing(hand).current == 0


def test_it_is_compared_again_after_an_edit(hand: Hand) -> None:
    comparing(hand).show(hand.document, "the start")
    assert panel(hand).about.text().endswith(": nothing differs")
    assert not panel(hand).list.isVisible()
    hand.session.perform("Edit", lambda document: set_fields(document, "four", text="otherwise"))
    QTest.qWait(400)
    assert len(rows(hand)) == 1
    hand.session.undo()
    QTest.qWait(400)
    assert rows(hand) == []


def test_a_newer_version_has_what_it_added_as_ghosts(hand: Hand) -> None:
    newer = Document([*hand.document.records.values(), hand.card("four").with_(id="five", text="five", rank="z")])
    comparing(hand).show(newer, "Marta’s version", newer=True)
    assert panel(hand).about.text() == "In Marta’s version: 1 card added"
    plan = comparing(hand).marks.plan
    assert plan is not None
    assert plan.absent == "added"
    assert [card.id for cards in plan.gone.values() for card in cards] == ["five"]
    hand.key(Key.Key_F12)
    assert hand.session.shown == newer
