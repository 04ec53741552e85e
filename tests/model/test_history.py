"""Undo, redo, joined changes, and what a file should hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document, shelf_of
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.history import History
from cxdesigner.model.placement import rank_all
from cxdesigner.model.records import Card, Lane, Map, Persona, Project, Record
from tests.model.builders import cards, journey


def opened() -> History:
    return History(journey(cards={"actions a1": "x y"}))


def typed(history: History, text: str, join: str = "") -> Change:
    """Commit a change of the text of card x."""
    change = set_fields(history.document, "x", text=text)
    assert change is not None
    return history.commit(f"Type {text}", change, join)


def text(history: History) -> str:
    card = history.document.get("x", Card)
    assert card is not None
    return card.text


def names(history: History) -> str:
    return f"{history.undo_name} | {history.redo_name}"


def test_there_is_nothing_to_undo_at_first() -> None:
    history = opened()
    assert names(history) == " | "
    assert history.undo() is None
    assert history.redo() is None
    assert history.is_saved


def test_a_commit_applies_the_change_and_gives_it() -> None:
    history = opened()
    change = set_fields(history.document, "x", text="1")
    assert change is not None
    assert history.commit("Type", change) is change
    assert text(history) == "1"
    assert names(history) == "Type | "
    assert not history.is_saved


def test_undo_and_redo_replace_the_document_and_give_what_they_applied() -> None:
    history = opened()
    start = history.document
    first = typed(history, "1")
    second = typed(history, "2")
    end = history.document
    assert history.undo() == second.inverse()
    assert names(history) == "Type 1 | Type 2"
    assert history.undo() == first.inverse()
    assert names(history) == " | Type 1"
    assert history.document == start
    assert history.undo() is None
    assert history.redo() == first
    assert history.redo() == second
    assert history.redo() is None
    assert history.document == end


def test_a_commit_forgets_what_was_undone() -> None:
    history = opened()
    typed(history, "1")
    typed(history, "2")
    history.undo()
    typed(history, "3")
    assert names(history) == "Type 3 | "
    history.undo()
    assert text(history) == "1"


def test_changes_with_the_same_join_are_one_with_the_name_of_the_first() -> None:
    history = opened()
    for value in ("1", "12", "123"):
        typed(history, value, join="text of x")
    assert names(history) == "Type 1 | "
    history.undo()
    assert text(history) == "x"
    history.redo()
    assert text(history) == "123"


def test_changes_with_another_join_or_none_are_their_own() -> None:
    history = opened()
    typed(history, "1", join="a")
    typed(history, "2", join="b")
    typed(history, "3")
    typed(history, "4")
    for expected in ("3", "2", "1", "x"):
        history.undo()
        assert text(history) == expected


def test_joined_changes_that_cancel_out_are_no_change() -> None:
    history = opened()
    typed(history, "1", join="a")
    typed(history, "x", join="a")
    assert names(history) == " | "
    assert history.is_saved


def test_nothing_joins_what_is_saved() -> None:
    history = opened()
    typed(history, "1", join="a")
    history.mark_saved()
    typed(history, "12", join="a")
    assert not history.is_saved
    history.undo()
    assert text(history) == "1"
    assert history.is_saved


def test_nothing_joins_what_is_undone() -> None:
    history = opened()
    typed(history, "1", join="a")
    history.undo()
    typed(history, "2", join="a")
    history.undo()
    assert text(history) == "x"


def test_the_document_is_the_saved_one_again_after_undo_and_redo() -> None:
    history = opened()
    typed(history, "1")
    history.mark_saved()
    assert history.is_saved
    history.undo()
    assert not history.is_saved
    history.redo()
    assert history.is_saved
    typed(history, "2")
    history.undo()
    assert history.is_saved


def test_a_saved_state_that_is_forgotten_never_comes_back() -> None:
    history = opened()
    typed(history, "1")
    history.mark_saved()
    history.undo()
    typed(history, "2")
    assert not history.is_saved
    history.undo()
    assert not history.is_saved


def test_what_is_saved_is_what_was_being_written_and_not_what_stands() -> None:
    history = opened()
    typed(history, "1", join="a")
    history.mark_writing()
    assert history.is_writing
    assert history.is_being_saved
    typed(history, "12", join="a")
    assert not history.is_being_saved
    history.mark_saved()
    assert not history.is_writing
    assert not history.is_saved
    history.undo()
    assert text(history) == "1"
    assert history.is_saved


def test_what_was_being_written_and_is_forgotten_never_comes_back() -> None:
    history = opened()
    typed(history, "1")
    history.mark_writing()
    history.undo()
    typed(history, "2")
    history.mark_saved()
    assert not history.is_saved
    history.undo()
    assert not history.is_saved


def test_what_did_not_get_to_the_disk_is_not_saved() -> None:
    history = opened()
    typed(history, "1")
    history.mark_writing()
    history.drop_writing()
    assert not history.is_writing
    assert not history.is_saved
    history.undo()
    assert history.is_saved


def test_what_was_being_written_before_a_change_that_is_retracted_is_saved() -> None:
    for mark, is_saved in ((History.mark_saved, True), (History.drop_writing, False)):
        history = opened()
        typed(history, "1")
        history.mark_writing()
        history.undo()
        typed(history, "2", join="a")
        mark(history)
        history.retract("a")
        assert names(history) == " | Type 1"
        history.redo()
        assert text(history) == "1"
        assert history.is_saved == is_saved


def test_what_is_retracted_while_something_is_written_is_not_saved_by_that() -> None:
    history = opened()
    typed(history, "1")
    history.mark_writing()
    history.undo()
    typed(history, "2", join="a")
    history.retract("a")
    history.mark_saved()
    assert not history.is_saved
    history.redo()
    assert history.is_saved


_STEPS = st.sampled_from(
    ["type", "type", "join", "undo", "redo", "retract", "mark_writing", "mark_saved", "drop_writing", "mark_unsaved"]
)


@given(st.lists(_STEPS, max_size=30))
def test_only_what_is_in_the_file_is_ever_called_saved(steps: list[str]) -> None:
    history = opened()
    file = history.document
    writing = None
    for number, step in enumerate(steps):
        if step in ("type", "join"):
            typed(history, str(number), join="a" if step == "join" else "")
        elif step == "retract":
            history.retract("a")
        else:
            getattr(history, step)()
        if step == "mark_writing":
            writing = history.document
        elif step == "mark_saved":
            file, writing = writing or history.document, None
        elif step == "drop_writing":
            writing = None
        assert not history.is_saved or history.document == file, steps
        assert not history.is_being_saved or history.document == writing, steps


def test_mark_unsaved_forgets_every_saved_state() -> None:
    history = opened()
    history.mark_unsaved()
    assert not history.is_saved
    typed(history, "1", join="a")
    typed(history, "2", join="a")
    history.undo()
    assert not history.is_saved
    history.mark_saved()
    assert history.is_saved


def test_what_is_retracted_leaves_no_trace() -> None:
    history = opened()
    typed(history, "1")
    change = typed(history, "2", join="a")
    assert history.retract("a") == change.inverse()
    assert names(history) == "Type 1 | "
    assert text(history) == "1"


def test_only_the_last_change_of_that_join_is_retracted() -> None:
    history = opened()
    assert history.retract("a") is None
    typed(history, "1", join="a")
    assert history.retract("b") is None
    typed(history, "2")
    assert history.retract("a") is None
    assert history.retract("") is None
    assert text(history) == "2"


def test_a_saved_state_that_is_retracted_never_comes_back() -> None:
    history = opened()
    typed(history, "1", join="a")
    history.mark_saved()
    history.retract("a")
    assert not history.is_saved
    typed(history, "2")
    assert not history.is_saved


def undone() -> History:
    """Give a history in which a saved change was undone."""
    history = opened()
    typed(history, "1")
    history.mark_saved()
    history.undo()
    return history


def test_what_was_undone_can_be_redone_after_a_change_that_is_retracted() -> None:
    history = undone()
    typed(history, "2", join="a")
    typed(history, "3", join="a")
    history.retract("a")
    assert names(history) == " | Type 1"
    assert not history.is_saved
    history.redo()
    assert text(history) == "1"
    assert history.is_saved


def test_only_what_the_retracted_change_itself_made_forgotten_comes_back() -> None:
    history = undone()
    typed(history, "2", join="a")
    typed(history, "3")
    history.undo()
    history.retract("a")
    assert names(history) == " | "

    history = opened()
    typed(history, "1", join="a")
    typed(history, "2")
    history.undo()
    typed(history, "3", join="a")
    history.retract("a")
    assert names(history) == " | "


def test_nothing_comes_back_once_the_project_was_saved_in_between() -> None:
    for mark in (History.mark_saved, History.mark_unsaved):
        history = undone()
        typed(history, "2", join="a")
        mark(history)
        history.retract("a")
        assert names(history) == " | "
        assert not history.is_saved


# --- projects without ranks ---------------------------------------------------------------------------------------


def rankless(*lanes_of_cards: str | None) -> Document:
    records: list[Record] = [
        Project.new(id="project"),
        Map.new(id="map", parent="project"),
        Lane.new(id="two", parent="map", kind="notes"),
        Lane.new(id="one", parent="map", kind="notes"),
        Persona.new(id="zoe", parent="project"),
        Persona.new(id="ann", parent="project"),
    ]
    return Document([*records, *(_card(99 - at, lane) for at, lane in enumerate(lanes_of_cards))])


def _card(number: int, lane: str | None, rank: str = "") -> Card:
    return Card.new(id=f"c{number}", parent="map", lane=lane, step=lane and "s", rank=rank)


def in_order(document: Document) -> dict[object, list[str]]:
    return {shelf_of(shelf[0]): [record.id for record in shelf] for shelf in document.shelves()}


def test_a_project_without_ranks_gets_them_in_the_order_in_which_it_stands() -> None:
    read = rankless("one", "two", None, "one")
    history = History(read)
    assert history.document != read
    assert all(record.rank for record in history.document.cards("map"))
    assert in_order(history.document) == in_order(read)
    assert history.document.lanes("map")[0].id == "two"


@given(st.lists(st.sampled_from(["one", "two", None]), max_size=20))
def test_cards_without_ranks_keep_the_order_that_the_file_has_over_all_lanes(lanes: list[str | None]) -> None:
    read = rankless(*lanes)
    assert [card.id for card in History(read).document.cards("map")] == [card.id for card in read.cards("map")]


def test_lanes_that_have_ranks_keep_them() -> None:
    ranked = [_card(1, "one", "k"), _card(2, "one", "F")]
    read = Document([*rankless("two").records.values(), *ranked])
    document = History(read).document
    assert [card.id for card in document.cards_in_lane("map", "one")] == ["c2", "c1"]
    assert document["c1"] is ranked[0]


def test_a_project_with_ranks_is_left_as_it_is() -> None:
    document = journey(cards={"actions a1": "x y"})
    assert rank_all(document) is None
    assert History(document).document is document


def test_a_project_that_nobody_edited_is_written_as_it_was_read() -> None:
    read = rankless("one")
    history = History(read)
    assert history.to_save is read
    change = add_card(history.document, "map", None, None, text="new")
    assert change is not None
    history.commit("Add card", change)
    assert history.to_save is history.document
    assert "new" in cards(history.document)["parking"]
    history.undo()
    assert history.to_save is read
    history.redo()
    assert history.to_save is history.document
