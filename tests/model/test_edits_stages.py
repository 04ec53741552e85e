"""Stages: column groups of a map."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.stages import add_stage, move_stage
from cxdesigner.model.records import Map, Stage
from tests.model.builders import after, cards, columns, columns_of, emotions, journey

THREE = "A: a1 a2 | B: b1 | C: c1"


def phase(document: Document, title: str) -> str:
    return next(stage.phase for stage in document.stages("map") if stage.title == title)


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (None, "A: a1 a2 | B: b1 | C: c1 | New: one"),
        (0, "New: one | A: a1 a2 | B: b1 | C: c1"),
        (1, "A: a1 a2 | New: one | B: b1 | C: c1"),
        (-1, "New: one | A: a1 a2 | B: b1 | C: c1"),
        (99, "A: a1 a2 | B: b1 | C: c1 | New: one"),
    ],
)
def test_a_new_stage_stands_before_the_one_at_the_index(index: int | None, expected: str) -> None:
    document = journey(THREE)
    assert columns(after(document, add_stage(document, "map", "New", index, ["one"]))) == expected


def test_a_new_stage_has_its_steps_in_order() -> None:
    document = journey(THREE)
    fresh = after(document, add_stage(document, "map", "New", 1, ["one", "two", "three"]))
    assert columns(fresh) == "A: a1 a2 | New: one two three | B: b1 | C: c1"


def test_a_new_stage_has_one_step_without_a_title_if_none_are_named() -> None:
    document = journey(THREE)
    fresh = after(document, add_stage(document, "map", "New"))
    (step,) = fresh.steps_of(fresh.stages("map")[-1].id)
    assert step.title == ""


@pytest.mark.parametrize(("index", "expected"), [(0, "before"), (1, "before"), (2, "during"), (3, "after")])
def test_a_new_stage_is_in_the_phase_of_the_one_before_it(index: int, expected: str) -> None:
    document = journey(THREE)
    for key, value in (("A", "before"), ("B", "during"), ("C", "after")):
        document = document.apply(change) if (change := set_fields(document, key, phase=value)) else document
    assert phase(after(document, add_stage(document, "map", "New", index)), "New") == expected


def test_the_first_stage_of_a_map_is_before_the_purchase() -> None:
    document = journey("")
    assert phase(after(document, add_stage(document, "map", "New")), "New") == "before"


@pytest.mark.parametrize(("map_id", "steps"), [("no", [""]), ("A", [""]), ("map", [])])
def test_there_is_no_stage_without_a_map_or_steps(map_id: str, steps: list[str]) -> None:
    assert add_stage(journey(), map_id, "New", step_titles=steps) is None


@pytest.mark.parametrize(
    ("stage", "index", "expected"),
    [
        ("A", 1, "B: b1 | A: a1 a2 | C: c1"),
        ("A", 2, "B: b1 | C: c1 | A: a1 a2"),
        ("A", 99, "B: b1 | C: c1 | A: a1 a2"),
        ("C", 0, "C: c1 | A: a1 a2 | B: b1"),
        ("C", -1, "C: c1 | A: a1 a2 | B: b1"),
        ("B", 0, "B: b1 | A: a1 a2 | C: c1"),
    ],
)
def test_a_stage_moves_before_the_one_at_the_index_among_the_others(stage: str, index: int, expected: str) -> None:
    document = journey(THREE)
    assert columns(after(document, move_stage(document, stage, index))) == expected


def test_everything_under_a_stage_comes_along() -> None:
    stacks = {"actions a1": "x", "actions b1": "y", "touchpoints c1": "z"}
    document = journey(THREE, cards=stacks, personas="ann", emotions={"ann a1": 1})
    change = move_stage(document, "A", 2)
    assert change is not None
    assert list(change.ids()) == ["A"]
    fresh = document.apply(change)
    assert cards(fresh) == stacks
    assert emotions(fresh) == {"ann a1": 1}


@pytest.mark.parametrize(
    ("stage", "index"), [("A", 0), ("A", -5), ("B", 1), ("C", 2), ("C", 99), ("no", 0), ("a1", 0), ("map", 0)]
)
def test_a_stage_that_stands_there_already_or_is_none_does_not_move(stage: str, index: int) -> None:
    assert move_stage(journey(THREE), stage, index) is None


def test_stages_of_other_maps_stay() -> None:
    other = (Map.new(id="other", parent="project"), *columns_of("other", "O: o1"))
    document = journey(THREE, more=other)
    fresh = after(document, move_stage(document, "A", 2))
    assert columns(fresh, "other") == "O: o1"
    assert isinstance(fresh["O"], Stage)


def test_several_stages_stand_together_then() -> None:
    document = journey(THREE, cards={"actions c1": "x", "actions a1": "wide-a2"})
    change = move_stage(document, ["C", "no", "A"], 1)
    assert columns(after(document, change)) == "B: b1 | A: a1 a2 | C: c1"
    assert cards(after(document, change)) == {"actions a1": "wide-a2", "actions c1": "x"}
    assert move_stage(document, ["B", "A"], 0) is None
