"""Steps: the columns of a map."""

from __future__ import annotations

import pytest

from cxdesigner.model.edits.steps import add_step, move_step
from cxdesigner.model.records import Map, Step
from tests.model.builders import after, cards, columns, columns_of, emotions, journey

OTHER = (Map.new(id="other", parent="project"), *columns_of("other", "O: o1 o2"))
COLUMNS = "A: a1 a2 a3 | B: b1"


@pytest.mark.parametrize(
    ("index", "expected"),
    [(None, "a1 a2 a3 new"), (0, "new a1 a2 a3"), (2, "a1 a2 new a3"), (-1, "new a1 a2 a3"), (99, "a1 a2 a3 new")],
)
def test_a_new_step_stands_before_the_one_at_the_index(index: int | None, expected: str) -> None:
    document = journey(COLUMNS)
    assert columns(after(document, add_step(document, "A", "new", index))) == f"A: {expected} | B: b1"


@pytest.mark.parametrize("stage", ["no", "a1", "map"])
def test_there_is_no_step_without_a_stage(stage: str) -> None:
    assert add_step(journey(), stage, "new") is None


@pytest.mark.parametrize(
    ("step", "stage", "index", "expected"),
    [
        ("a1", "A", 1, "A: a2 a1 a3 | B: b1"),
        ("a1", "A", 99, "A: a2 a3 a1 | B: b1"),
        ("a3", "A", 0, "A: a3 a1 a2 | B: b1"),
        ("a3", "A", -1, "A: a3 a1 a2 | B: b1"),
        ("a1", "B", 0, "A: a2 a3 | B: a1 b1"),
        ("a2", "B", 1, "A: a1 a3 | B: b1 a2"),
        ("a2", "B", 99, "A: a1 a3 | B: b1 a2"),
    ],
)
def test_a_step_moves_into_a_stage_before_the_one_at_the_index_among_the_others(
    step: str, stage: str, index: int, expected: str
) -> None:
    document = journey(COLUMNS)
    assert columns(after(document, move_step(document, step, stage, index))) == expected


def test_everything_under_a_step_comes_along() -> None:
    stacks = {"actions a1": "x y", "touchpoints a1": "z"}
    document = journey(COLUMNS, cards=stacks, personas="ann", emotions={"ann a1": 1})
    change = move_step(document, "a1", "B", 1)
    assert change is not None
    assert list(change.ids()) == ["a1"]
    fresh = document.apply(change)
    assert cards(fresh) == stacks
    assert emotions(fresh) == {"ann a1": 1}


def test_a_stage_whose_last_step_leaves_keeps_an_empty_one() -> None:
    document = journey(COLUMNS, cards={"actions b1": "x"})
    fresh = after(document, move_step(document, "b1", "A", 0))
    assert [step.id for step in fresh.steps_of("A")] == ["b1", "a1", "a2", "a3"]
    (empty,) = fresh.steps_of("B")
    assert empty == Step.new(id=empty.id, parent="B", rank="V")
    assert cards(fresh) == {"actions b1": "x"}


@pytest.mark.parametrize(
    ("step", "stage", "index"),
    [
        ("a1", "A", 0),
        ("a1", "A", -4),
        ("a3", "A", 2),
        ("a3", "A", 99),
        ("b1", "B", 5),
        ("no", "A", 0),
        ("A", "B", 0),
        ("a1", "no", 0),
        ("a1", "a2", 0),
        ("a1", "O", 0),
        ("o1", "B", 0),
        ("lost", "B", 0),
    ],
)
def test_a_step_does_not_move(step: str, stage: str, index: int) -> None:
    document = journey(COLUMNS, more=(*OTHER, Step.new(id="lost", parent="gone")))
    assert move_step(document, step, stage, index) is None


def test_several_steps_stand_together_then() -> None:
    document = journey("A: a1 a2 a3 | B: b1 b2")
    assert columns(after(document, move_step(document, ["b1", "no", "a1"], "A", 1))) == "A: a2 a1 b1 a3 | B: b2"
    assert move_step(document, ["a2", "a1"], "A", 0) is None


def test_every_stage_that_several_steps_leave_keeps_an_empty_one() -> None:
    document = journey("A: a1 | B: b1 | C: c1")
    fresh = after(document, move_step(document, ["a1", "b1"], "C", 9))
    assert [step.id for step in fresh.steps_of("C")] == ["c1", "a1", "b1"]
    assert [[step.title for step in fresh.steps_of(stage)] for stage in "AB"] == [[""], [""]]
