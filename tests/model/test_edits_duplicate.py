"""Duplicating beside the original, and copying cards into a stack."""

from __future__ import annotations

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.duplicate import duplicate
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Emotion
from tests.model.builders import journey


def a_map() -> Document:
    return journey(
        "A: a1 a2 | B: b1",
        "actions pains",
        cards={"actions a1": "one two", "actions a2": "three", "pains b1": "four"},
        personas="ana",
        emotions={"ana a1": 1},
    )


def after(change: Change | None) -> Document:
    assert change is not None
    document = a_map().apply(change)
    assert not list(loose_ends(document))
    return document


def origins(document: Document, lane: str, step: str) -> list[str]:
    return [card.origin or card.id for card in document.cell("map", lane, step)]


def test_cards_come_to_the_ends_of_their_stacks() -> None:
    document = after(duplicate(a_map(), "map", ["one", "four"]))
    assert origins(document, "actions", "a1") == ["one", "two", "one"]
    assert origins(document, "pains", "b1") == ["four", "four"]


def test_steps_come_after_the_last_of_them_with_their_cards_and_emotions() -> None:
    document = after(duplicate(a_map(), "map", ["a1"]))
    steps = [step.id for step in document.steps_of("A")]
    assert [document[key].origin or key for key in steps] == ["a1", "a1", "a2"]  # type: ignore[attr-defined]
    assert origins(document, "actions", steps[1]) == ["one", "two"]
    emotion = document.emotion("ana", steps[1])
    assert isinstance(emotion, Emotion)
    assert emotion.score == 1


def test_stages_and_lanes_come_after_the_last_of_them() -> None:
    document = after(duplicate(a_map(), "map", ["A", "pains"]))
    assert [stage.origin or stage.id for stage in document.stages("map")] == ["A", "A", "B"]
    assert [lane.origin or lane.id for lane in document.lanes("map")] == ["actions", "pains", "pains"]
    assert origins(document, "actions", "a2") == ["three"]


def test_what_comes_along_is_not_copied_twice() -> None:
    document = after(duplicate(a_map(), "map", ["one", "A", "a2", "four", "pains"]))
    assert len(document.stages("map")) == 3
    assert [len(document.steps_of(stage.id)) for stage in document.stages("map")] == [2, 2, 1]
    assert origins(document, "actions", "a1") == ["one", "two"]
    assert origins(document, "pains", "b1") == ["four"]


def test_nothing_is_no_change() -> None:
    assert duplicate(a_map(), "map", []) is None
    assert duplicate(a_map(), "no map", ["one"]) is None
