"""Copy, cut, paste and duplicate, within a map and between windows."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

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
    assert [type(hand.document[key]) for key in hand.ids] == [Step]  # its cards come along
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
    first = f'"• {hand.card("one").text}\n• two"'
    assert QGuiApplication.clipboard().text() == f"{first}\tthree\t\n\t\tfour\nwide\t\t"


def test_a_table_comes_back_from_a_spreadsheet_as_it_was(hand: Hand) -> None:
    hand.key(Key.Key_A, CTRL)
    hand.key(C, CTRL)
    _on_clipboard(QGuiApplication.clipboard().text() + "\n")
    before = {lane: [hand.texts(lane, step) for step in ("a1", "a2", "b1")] for lane in ("actions", "pains")}
    hand.key(Key.Key_Delete)
    hand.click(hand.in_cell("actions", "a1"))
    hand.key(V, CTRL)
    assert {lane: [hand.texts(lane, step) for step in ("a1", "a2", "b1")] for lane in ("actions", "pains")} == before
    assert hand.texts("touchpoints", "a1") == ["wide"]


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


def test_a_list_loses_its_bullets(hand: Hand) -> None:
    _on_clipboard("Problems:\n1. Waits long\n2. No reply\n- [ ] Leaves")
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    assert hand.texts("pains", "a1") == ["Problems:", "Waits long", "No reply", "Leaves"]


def test_lines_without_a_cell_are_parked_and_that_is_told(hand: Hand) -> None:
    _on_clipboard("Lost\nFound")
    hand.key(V, CTRL)
    assert [card.text for card in hand.document.cell("map", None, None)] == ["Lost", "Found"]
    assert hand.told == ["2 cards put into Parking lot."]
    assert hand.window.bench.is_shown("parking")


def test_a_table_without_a_cell_begins_in_the_first_one_and_that_is_told(hand: Hand) -> None:
    _on_clipboard("x\ty")
    hand.key(V, CTRL)
    assert (hand.texts("actions", "a1")[-1], hand.texts("actions", "a2")[-1]) == ("x", "y")
    assert hand.told == ["2 cards put into actions · a1."]


@pytest.mark.parametrize(
    ("key", "part", "cell"),
    [
        ("B", "stage", ("actions", "b1")),
        ("b2", "step", ("actions", "b2")),
        ("pains", "lane-title", ("pains", "a1")),
        ("feelings", "lane-title", ("actions", "a1")),
    ],
)
def test_text_pasted_at_a_stage_a_step_or_a_lane(hand: Hand, key: str, part: str, cell: tuple[str, str]) -> None:
    _on_clipboard("Here")
    hand.click(hand.middle(key, part))
    hand.key(V, CTRL)
    assert hand.texts(*cell)[-1] == "Here"
    assert hand.told == [f"1 card put into {cell[0]} · {cell[1]}."]


def test_a_block_from_a_spreadsheet_fills_cells(hand: Hand) -> None:
    before = hand.document
    _on_clipboard('a\tb\t\nc\t"d\n""e"""\tf\r\n')
    hand.click(hand.in_cell("actions", "b1"))
    hand.key(V, CTRL)
    assert hand.texts("actions", "b1") == ["a"]
    assert hand.texts("actions", "b2") == ["b"]
    assert hand.texts("pains", "b1") == ["four", "c"]
    assert hand.texts("pains", "b2") == ['d\n"e"']
    # There was no third step to the right: it was made.
    assert hand.texts("pains", hand.document.steps_of("B")[2].id) == ["f"]
    assert hand.told == ["5 cards put into actions · b1. 1 step was added."]
    assert hand.menu_text("edit.undo") == "Undo paste 5 cards"
    hand.key(Z, CTRL)
    assert hand.document == before


def test_pasting_nothing_says_so(hand: Hand) -> None:
    QGuiApplication.clipboard().clear()
    before = hand.document
    hand.key(V, CTRL)
    assert hand.document is before
    assert hand.told == ["There is nothing to paste: copy cards, lines of text or a picture."]


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
    application.projects.new_project()
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


def test_a_table_of_a_word_processor_is_read_from_its_html(hand: Hand) -> None:
    data = QMimeData()
    data.setText("one\ntwo\tthree")
    data.setHtml("<table><tr><td><p>one</p><p>two</p></td><td>three</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    assert hand.texts("pains", "a1") == ["one\ntwo"]
    assert hand.texts("pains", "a2") == ["three"]


@pytest.mark.parametrize(
    "text",
    ["x\t" * 1_000_000, ("abcdef\t" * 99 + "x\n") * 10_000, "a line\n" * 30_000, "y" * 5_000_000, "e\u0301" * 6_000],
)
def test_a_block_past_the_limits_is_one_sentence(hand: Hand, text: str) -> None:
    _on_clipboard(text)
    hand.click(hand.in_cell("pains", "a1"))
    before = hand.document
    hand.key(V, CTRL)
    assert hand.document is before
    assert len(hand.told) == 1
    assert hand.told[0].endswith("added.") or hand.told[0].endswith("put in.")


def test_text_that_is_not_as_it_should_be_comes_in_clean(hand: Hand) -> None:
    _on_clipboard("a\x00b\x1b\n\ud800c\n" + "e" + "\u0301" * 9_000)
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    assert hand.texts("pains", "a1")[0] == "ab"
    assert hand.texts("pains", "a1")[1].endswith("c")
    assert len(hand.texts("pains", "a1")[2]) == 9_001
    hand.picture()


def test_many_cards_come_in_by_and_by_and_are_one_edit(hand: Hand, qtbot: QtBot) -> None:
    before = hand.document
    _on_clipboard("\n".join(f"note {number}" for number in range(1_200)))
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    assert 0 < len(hand.texts("pains", "a1")) < 1_200
    qtbot.waitUntil(lambda: not hand.window.bench.pasting.is_busy, timeout=30_000)
    assert hand.texts("pains", "a1") == [f"note {number}" for number in range(1_200)]
    assert hand.menu_text("edit.undo") == "Undo paste 1200 cards"
    assert len(hand.ids) == 1_200
    hand.key(Z, CTRL)
    assert hand.document == before


def test_it_can_be_cancelled_on_the_way(hand: Hand, qtbot: QtBot) -> None:
    before = hand.document
    _on_clipboard("\n".join(f"note {number}" for number in range(2_000)))
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    pasting = hand.window.bench.pasting
    pasting.say_how_far()
    link = next(one for one in hand.window.bench.status.findChildren(QPushButton) if one.text() == "Cancel")
    assert "of 2,000" in hand.window.bench.status.message.text()
    link.click()
    assert not pasting.is_busy
    assert hand.document == before
    assert hand.session.undo_name == ""
    assert hand.told == ["Pasting was cancelled, so nothing was added."]


def test_what_else_is_edited_meanwhile_ends_it(hand: Hand, qtbot: QtBot) -> None:
    _on_clipboard("\n".join(f"note {number}" for number in range(2_000)))
    hand.click(hand.in_cell("pains", "a1"))
    hand.key(V, CTRL)
    hand.session.perform("x", partial(remove, keys=["four"]))
    qtbot.waitUntil(lambda: not hand.window.bench.pasting.is_busy)
    assert hand.told == ["Only 250 of 2,000 cards were put in, since something else was changed."]


def test_a_wide_table_past_the_limit_of_steps_is_one_sentence(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("\n".join(["\t".join("x" * 499)] * 2))
    hand.session.select("b2", ("actions", "b2"))
    before = hand.document
    hand.run("edit.paste")
    assert hand.document is before
    assert len(hand.told) == 1
    assert "500 steps" in hand.told[0]
