"""Many cards from their texts."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.stacks import add_block, add_stacks
from cxdesigner.model.limits import MAX_CARDS, MAX_STEPS, MAX_TEXT, InvalidValueError, LimitReachedError
from cxdesigner.model.records import Card, Lane
from tests.model.builders import PARKING, after, cards, columns, journey

MAP = journey("A: a1 | B: b1 b2", "actions emotion pains ideas", cards={"pains a1": "x"})


def test_texts_become_cards_at_the_ends_of_their_stacks() -> None:
    document = after(MAP, add_block(MAP, "map", ("pains", "a1"), [[["one", "two"], ["three"]], [[], ["four"]]]))
    assert cards(document) == {"pains a1": "x one two", "pains b1": "three", "ideas b1": "four"}
    assert [card.kind for card in document.cell("map", "pains", "a1")[1:]] == ["pain", "pain"]


def test_rows_go_into_lanes_for_cards_and_what_is_left_over_into_the_last() -> None:
    rows = [[["one"]], [["two"]], [], [["three"]], [["four"]]]
    document = after(MAP, add_block(MAP, "map", ("actions", "b1"), rows))
    assert cards(document) == {"actions b1": "one", "pains a1": "x", "pains b1": "two", "ideas b1": "three four"}


def test_lanes_that_show_no_cards_are_passed_over() -> None:
    document = Document(
        record.with_(hidden=record.kind == "pains", collapsed=record.kind == "ideas")
        if isinstance(record, Lane)
        else record
        for record in MAP.records.values()
    )
    fresh = after(document, add_block(document, "map", ("actions", "b1"), [[["one"]], [["two"]]]))
    assert cards(fresh) == {"actions b1": "one two", "pains a1": "x"}


def test_steps_that_are_missing_are_made_at_the_end() -> None:
    document = after(MAP, add_block(MAP, "map", ("actions", "b2"), [[["one"], [], ["three"]]]))
    steps = document.steps_of("B")
    assert [step.id for step in steps[:2]] == ["b1", "b2"]
    assert len(steps) == 4
    assert [card.text for card in document.cell("map", "actions", steps[3].id)] == ["three"]


def test_a_map_without_steps_gets_a_stage() -> None:
    bare = journey("", "actions")
    document = after(bare, add_block(bare, "map", ("actions", None), [[["one"], ["two"]]]))
    (stage,) = document.stages("map")
    assert [document.cell("map", "actions", step.id)[0].text for step in document.steps_of(stage.id)] == ["one", "two"]


@pytest.mark.parametrize("cell", [(None, None), ("emotion", "a1"), ("gone", "a1")])
def test_what_has_no_lane_is_parked(cell: tuple[str | None, str | None]) -> None:
    document = after(MAP, add_block(MAP, "map", cell, [[["one"], ["two"]], [["three"]]]))
    assert cards(document) == {"pains a1": "x", PARKING: "one two three"}
    assert columns(document) == columns(MAP)


def test_cards_without_ranks_stay_before_those_that_are_added() -> None:
    document = Document(
        record.with_(rank="") if isinstance(record, Card) else record for record in MAP.records.values()
    )
    fresh = after(document, add_block(document, "map", ("pains", "a1"), [[["one", "two"]]]))
    assert cards(fresh) == {"pains a1": "x one two"}


def test_a_stack_that_comes_by_and_by_is_never_ranked_anew() -> None:
    document, left = MAP, 3_000
    while left:
        left -= 50
        change = add_stacks(document, "map", {("pains", "a1"): ["x"] * 50}, {("pains", "a1"): left})
        assert change is not None
        assert len(change.pairs) == 50
        document = document.apply(change)
    assert max(len(card.rank) for card in document.cards("map")) <= 6


def test_nothing_is_no_change() -> None:
    assert add_block(MAP, "map", ("pains", "a1"), []) is None
    assert add_block(MAP, "map", (None, None), []) is None


def test_past_a_limit_it_is_refused() -> None:
    with pytest.raises(LimitReachedError, match="cards"):
        add_block(MAP, "map", ("pains", "a1"), [[["x"] * MAX_CARDS]])
    with pytest.raises(LimitReachedError, match="steps"):
        add_block(MAP, "map", ("pains", "b2"), [[["x"]] * MAX_STEPS])
    with pytest.raises(InvalidValueError):
        add_block(MAP, "map", ("pains", "a1"), [[["x" * (MAX_TEXT + 1)]]])


def test_without_the_map_there_is_nothing_to_put_cards_on() -> None:
    assert add_block(MAP, "no", (None, None), [[["x"]]]) is None
