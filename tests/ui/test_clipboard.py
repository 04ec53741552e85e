"""Copy, cut, paste and duplicate, within a map and between windows."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.personas import add_persona
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.limits import MAX_CARDS
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Card, Lane, Stage, Step
from cxdesigner.storage.clipboard import MEDIA_TYPE
from tests.model.builders import journey
from tests.ui.hand import CTRL, PLATFORM, SHIFT, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

C, V, X, D, Z = Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_D, Key.Key_Z


def _on_clipboard(text: str = "", fragment: bytes | None = None) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if fragment is not None:
        data.setData(MEDIA_TYPE, fragment)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_copied_card_is_pasted_into_the_selected_cell(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("one"))
    hand.key(C, CTRL)
    hand.click(hand.in_cell("pains", "b2"))
    hand.key(V, CTRL)
    assert hand.texts("pains", "b2") == [hand.card("one").text]
    fresh = hand.card(hand.ids[0])
    assert (fresh.origin, fresh.lane, fresh.step) == ("one", "pains", "b2")
    assert hand.menu_text("edit.undo") == "Undo paste"
    hand.key(Z, CTRL)
    assert hand.document == before


def test_several_cards_keep_their_places_to_each_other(hand: Hand) -> None:
    hand.click(hand.middle("one"))
    hand.click(hand.middle("three"), CTRL)
    hand.key(C, CTRL)
    hand.click(hand.in_cell("pains", "b1", 0.9))
    hand.key(V, CTRL)
    assert hand.texts("pains", "b1")[1:] == [hand.card("one").text]
    assert hand.texts("pains", "b2") == ["three"]
    assert hand.menu_text("edit.undo") == "Undo paste 2 cards"


def test_cut_and_paste_moves(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    hand.key(X, CTRL)
    assert hand.stack("actions", "a2") == []
    assert hand.menu_text("edit.undo") == "Undo cut card"
    hand.click(hand.in_cell("pains", "b2"))
    hand.key(V, CTRL)
    assert hand.texts("pains", "b2") == ["three"]


def test_duplicate_stands_beside(hand: Hand) -> None:
    before = hand.document
    hand.click(hand.middle("three"))
    hand.click(hand.middle("four"), CTRL)
    hand.key(D, CTRL)
    assert hand.texts("actions", "a2") == ["three", "three"]
    assert hand.texts("pains", "b1") == ["four", "four"]
    assert hand.menu_text("edit.undo") == "Undo duplicate"
    assert len(hand.ids) == 2
    hand.key(Z, CTRL)
    assert hand.document == before


def test_a_step_is_copied_cut_and_duplicated(hand: Hand) -> None:
    def steps() -> list[str]:
        return [step.origin or step.id for step in hand.document.steps("map")]

    before = hand.document
    hand.click(hand.in_cell("pains", "b2"))
    hand.click(hand.middle("a1", "step"))
    hand.key(D, CTRL)
    assert steps() == ["a1", "a1", "a2", "b1", "b2"]
    assert [type(hand.document[key]) for key in hand.ids] == [Step, Card, Card, Card]
    hand.key(Z, CTRL)
    hand.click(hand.middle("a1", "step"))
    hand.key(C, CTRL)
    hand.click(hand.middle("b1", "step"))
    hand.key(V, CTRL)
    assert steps() == ["a1", "a2", "b1", "a1", "b2"]
    fresh = hand.document.steps("map")[3].id
    assert len(hand.stack("actions", fresh)) == 2
    hand.picture()
    hand.key(Z, CTRL)
    hand.click(hand.in_cell("actions", "a2", 0.95))
    hand.key(V, CTRL)
    assert steps() == ["a1", "a2", "a1", "b1", "b2"]
    hand.key(Z, CTRL)
    hand.click(hand.middle("b2", "step"))
    hand.key(X, CTRL)
    assert hand.menu_text("edit.undo") == "Undo cut step"
    assert steps() == ["a1", "a2", "b1"]
    hand.click(hand.middle("A", "stage"))
    hand.key(V, CTRL)
    assert steps() == ["a1", "a2", "b2", "b1"]
    hand.key(Z, CTRL)
    hand.key(Z, CTRL)
    assert hand.document == before


@pytest.mark.parametrize(("key", "part", "kind"), [("A", "stage", Stage), ("actions", "lane-title", Lane)])
def test_duplicating_a_stage_or_a_lane_takes_its_cards_along(hand: Hand, key: str, part: str, kind: type) -> None:
    cards = hand.document.count_cards("map")
    hand.click(hand.middle(key, part))
    hand.key(D, CTRL)
    fresh = [record for record in hand.document.records.values() if type(record) is kind and record.origin == key]  # type: ignore[attr-defined]
    assert len(fresh) == 1
    assert hand.document.count_cards("map") > cards
    hand.picture()


def test_without_a_selection_nothing_is_copied(hand: Hand) -> None:
    _on_clipboard("as it was")
    for key in (C, X, D):
        hand.key(key, CTRL)
    assert QGuiApplication.clipboard().text() == "as it was"
    assert hand.session.undo_name == ""


def test_what_is_copied_is_a_table_too(hand: Hand) -> None:
    hand.key(Key.Key_A, CTRL)
    hand.key(C, CTRL)
    rows = QGuiApplication.clipboard().text().split("\n")
    assert [row.split("\t") for row in rows] == [
        [hand.card("one").text, "three", ""],
        ["two", "", ""],
        ["", "", "four"],
        ["wide", "", ""],
    ]


def test_line_breaks_and_quotes_stay_in_their_cell_of_the_table(hand: Hand) -> None:
    hand.double_click(hand.middle("three"))
    hand.type('say "no"')
    hand.key(Key.Key_Return, SHIFT)
    hand.type("twice")
    hand.key(Key.Key_Escape)
    hand.key(C, CTRL)
    assert QGuiApplication.clipboard().text() == '"say ""no""\ntwice"'


def test_lines_of_text_become_cards(hand: Hand) -> None:
    _on_clipboard("Waits long\r\n\n  No reply \nLeaves")
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    assert hand.texts("pains", "a1") == ["Waits long", "No reply", "Leaves"]
    assert {hand.card(key).kind for key in hand.ids} == {"pain"}
    assert hand.menu_text("edit.undo") == "Undo paste 3 cards"
    hand.key(Z, CTRL)
    assert hand.stack("pains", "a1") == []


def test_text_without_a_cell_goes_into_the_first_one(hand: Hand) -> None:
    _on_clipboard("Lost")
    hand.key(V, CTRL)
    assert hand.texts("actions", "a1")[-1] == "Lost"


def test_a_block_from_a_spreadsheet_fills_cells(hand: Hand) -> None:
    before = hand.document
    _on_clipboard('a\tb\t\nc\t"d\n""e"""\tf\r\n')
    hand.click(hand.in_cell("actions", "b1"))
    hand.key(V, CTRL)
    assert hand.texts("actions", "b1") == ["a"]
    assert hand.texts("actions", "b2") == ["b"]
    assert hand.texts("pains", "b1") == ["four", "c"]
    # There is no third step to the right: what would fall outside stands in the last one.
    assert hand.texts("pains", "b2") == ['d\n"e"', "f"]
    assert hand.menu_text("edit.undo") == "Undo paste 5 cards"
    hand.key(Z, CTRL)
    assert hand.document == before


def test_pasting_nothing_says_so(hand: Hand) -> None:
    QGuiApplication.clipboard().clear()
    before = hand.document
    hand.key(V, CTRL)
    assert hand.document is before
    assert hand.told == ["There is nothing to paste: copy cards, or lines of text."]


def test_paste_works_when_something_was_copied_elsewhere_meanwhile(hand: Hand) -> None:
    QGuiApplication.clipboard().clear()
    hand.click(hand.in_cell("pains", "a1"))
    _on_clipboard("From another program")
    hand.key(V, CTRL)
    assert hand.texts("pains", "a1") == ["From another program"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1, 2]",
        b'{"format": "cxdesigner", "version": 1}',
        b'{"format": "cxdesigner-fragment", "version": 1, "cards": [{"id": 7}]}',
        b'{"format": "cxdesigner-fragment", "version": 1, "cards": [{"id": "x", "text": 5}]}',
        b'{"format": "cxdesigner-fragment", "version": "new"}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_broken_data_of_our_type_is_one_sentence(hand: Hand, data: bytes) -> None:
    _on_clipboard("text beside it", data)
    before = hand.document
    hand.key(V, CTRL)
    assert hand.document is before
    assert len(hand.told) == 1
    assert hand.told[0].endswith(".")
    assert "Traceback" not in hand.told[0]


def test_a_line_past_the_limit_is_one_sentence(hand: Hand) -> None:
    _on_clipboard("short\n" + "x" * 10_001)
    before = hand.document
    hand.key(V, CTRL)
    assert hand.document is before
    assert hand.told == ["A text can hold 10,000 characters at most, so nothing was put in."]


def _full(count: int) -> Document:
    ranks = spread(count)
    cards = tuple(
        Card.new(id=f"c{index}", parent="map", lane="hidden", step="a1", rank=rank, text="x")
        for index, rank in enumerate(ranks)
    )
    document = journey("A: a1 a2", "actions hidden=notes", more=cards)
    return Document(
        record.with_(hidden=True) if record.id == "hidden" else record for record in document.records.values()
    )


def test_a_paste_past_the_limit_is_one_sentence(start: Start) -> None:
    hand = start(_full(MAX_CARDS - 2))
    hand.click(hand.in_cell("actions", "a1"))
    _on_clipboard("1\n2")
    hand.key(V, CTRL)
    assert len(hand.stack("actions", "a1")) == 2
    before = hand.document
    for _ in range(2):
        hand.key(V, CTRL)
        hand.key(C, CTRL)
    assert hand.document is before
    assert hand.told == ["A map can hold 20,000 cards at most, so nothing was added."] * 2


def _second_window(hand: Hand) -> Hand:
    application = hand.window.application
    application.new_project()
    other = Hand(application.windows[1])
    other.window.resize(1500, 900)
    other.window.activateWindow()
    QApplication.processEvents()
    other.canvas.setFocus()
    other.canvas.fit()
    for persona in other.document.personas:
        other.session.perform("x", partial(remove, keys=[persona.id]))
    return other


def test_between_two_windows_personas_are_joined_by_name(start: Start) -> None:
    hand = start()
    one = hand.card("one")
    hand.session.perform("x", lambda document: set_fields(document, "one", personas=("ana",)))
    hand.click(hand.middle("one"))
    hand.key(C, CTRL)
    other = _second_window(hand)
    other.session.perform("x", lambda document: add_persona(document, "ana", other.session.map_id))
    persona = other.persona_named("ana").id
    assert persona != "ana"
    step, lane = other.document.steps(other.session.map_id)[1].id, other.document.lanes(other.session.map_id)[0].id
    other.click(other.in_cell(lane, step))
    other.key(V, CTRL)
    assert other.texts(lane, step) == [one.text]
    assert other.card(other.ids[0]).personas == (persona,)
    assert [each.name for each in other.document.personas] == ["ana"]


def test_a_persona_that_is_not_there_comes_along(start: Start) -> None:
    hand = start()
    hand.click(hand.middle("A", "stage"))
    hand.key(C, CTRL)
    other = _second_window(hand)
    before = other.document
    other.key(V, CTRL)
    assert [each.name for each in other.document.personas_of(other.session.map_id)] == ["ana", "ben"]
    assert "A" in [stage.title for stage in other.document.stages(other.session.map_id)]
    assert other.document.emotions(other.session.map_id)
    other.picture()
    other.key(Z, CTRL)
    assert other.document == before
