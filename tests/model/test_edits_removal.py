"""Removing anything, with all that goes along and all that pointed to it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import (
    Asset,
    Brand,
    Card,
    Comment,
    Department,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Snapshot,
    Stage,
    Vote,
)
from tests.model.builders import PARKING, after, cards, columns, columns_of, emotions, feeling, journey, lanes


def without(document: Document, *keys: str) -> Document:
    return after(document, remove(document, keys))


def gone(before: Document, now: Document) -> set[str]:
    return before.records.keys() - now.records.keys()


def link(key: str, first: str, last: str) -> Link:
    return Link.new(id=key, parent="map", from_=first, to=last)


def comment(key: str, on: str) -> Comment:
    return Comment.new(id=key, parent="map", on=on)


# --- what is removed, and what goes along ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "record",
    [
        Card.new(id="new", parent="map"),
        Department.new(id="new", parent="project"),
        Persona.new(id="new", parent="project"),
        Map.new(id="new", parent="project"),
        Stage.new(id="new", parent="map"),
        Snapshot.new(id="new", parent="project"),
        Asset.new(id="new", parent="project"),
        Round.new(id="new", parent="map"),
        comment("new", ""),
        link("new", "A", "B"),
        feeling("ann", "a1"),
    ],
)
def test_records_of_any_kind_are_removed(record: Record) -> None:
    document = journey(more=(record,))
    assert gone(document, without(document, record.id)) == {record.id}


@pytest.mark.parametrize("keys", [[], ["no"], ["project"]])
def test_there_is_nothing_to_remove(keys: list[str]) -> None:
    assert remove(journey(), keys) is None


def test_any_iterable_of_ids_will_do() -> None:
    document = journey(cards={"actions a1": "x y z"})
    ids: Iterable[str] = (key for key in ("x", "z", "x"))
    assert cards(after(document, remove(document, ids))) == {"actions a1": "y"}


def test_the_project_stays_whatever_else_goes() -> None:
    document = journey(cards={"actions a1": "x"})
    assert gone(document, without(document, "project", "x")) == {"x"}


def test_a_map_takes_everything_on_it_along() -> None:
    rest: tuple[Record, ...] = (
        Map.new(id="other", parent="project"),
        *columns_of("other", "O: o1"),
        Card.new(id="there", parent="other"),
        Card.new(id="lost", parent="map", lane="gone", step="gone"),
        link("k", "x", "y"),
        Round.new(id="r", parent="map"),
        comment("c", ""),
        Department.new(id="d", parent="project"),
    )
    document = journey(
        cards={"actions a1": "x-b1", PARKING: "y"}, personas="ann", emotions={"ann a1": 1, "ann gone": 2}, more=rest
    )
    left = without(document, "map")
    assert set(left.records) == {"project", "other", "O", "o1", "there", "d", "ann"}


def test_a_stage_takes_its_steps_and_they_take_what_stands_only_there() -> None:
    document = journey(
        "A: a1 a2 | B: b1",
        cards={"actions a1": "x y-a2", "actions a2": "z-b1", "actions b1": "w", PARKING: "p"},
        personas="ann",
        emotions={"ann a1": 1, "ann b1": 2},
    )
    left = without(document, "A")
    assert columns(left) == "B: b1"
    assert {place: set(stack.split()) for place, stack in cards(left).items()} == {
        "actions b1": {"z", "w"},
        PARKING: {"p"},
    }
    assert emotions(left) == {"ann b1": 2}


def test_a_step_takes_the_cards_that_stand_only_there_and_its_emotions() -> None:
    document = journey(cards={"actions a1": "x", "actions a2": "y"}, personas="ann", emotions={"ann a1": 1})
    left = without(document, "a1")
    assert columns(left) == "A: a2 | B: b1"
    assert cards(left) == {"actions a2": "y"}
    assert emotions(left) == {}


def test_a_lane_takes_its_cards() -> None:
    document = journey(cards={"actions a1": "x y-b1", "touchpoints a1": "t"})
    left = without(document, "actions")
    assert lanes(left) == "touchpoints"
    assert cards(left) == {"touchpoints a1": "t"}


def test_a_card_that_would_shrink_goes_with_its_lane() -> None:
    document = journey(cards={"actions a1": "x-b1"})
    assert cards(without(document, "actions", "a1")) == {}


def test_a_persona_takes_its_emotions_from_every_map() -> None:
    more = (Map.new(id="other", parent="project", personas=("ann",)), *columns_of("other", "O: o1"))
    document = journey(
        personas="ann bob", emotions={"ann a1": 1, "bob a1": 2}, more=(*more, feeling("ann", "o1", "other"))
    )
    left = without(document, "ann")
    assert emotions(left) == {"bob a1": 2}
    assert left.emotions("other") == ()


def test_a_stage_whose_steps_all_go_goes_too() -> None:
    assert columns(without(journey("A: a1 a2 | B: b1"), "a1", "a2")) == "B: b1"
    assert columns(without(journey("A: a1 a2 | B: b1"), "a1")) == "A: a2 | B: b1"


# --- the last stage -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("A B", "A: a1"),
        ("a1 a2 b1", "A: a1"),
        ("A b1", "A: a1"),
        ("B", "A: a1 a2"),
        ("A", "B: b1"),
    ],
)
def test_the_last_stage_of_a_map_stays_with_its_first_step(keys: str, expected: str) -> None:
    assert columns(without(journey("A: a1 a2 | B: b1"), *keys.split())) == expected


def test_the_last_stage_with_one_step_can_not_be_removed() -> None:
    document = journey("A: a1", cards={"actions a1": "x"})
    assert remove(document, ["A"]) is None
    assert remove(document, ["a1"]) is None
    assert cards(without(document, "A", "x")) == {}


def test_the_last_stage_goes_with_its_map() -> None:
    assert set(without(journey("A: a1"), "map", "A", "a1").records) == {"project"}


def test_a_stage_that_was_read_without_steps_stays_until_it_is_removed() -> None:
    document = journey("A: a1 | B: b1", cards={"actions a1": "x"}, more=(Stage.new(id="E", parent="map", rank="0V"),))
    assert gone(document, without(document, "x")) == {"x"}
    assert gone(document, without(document, "A", "B")) == {"A", "B", "a1", "b1", "x"}
    assert gone(document, without(document, "E")) == {"E"}
    assert remove(journey("", more=(Stage.new(id="E", parent="map"),)), ["E"]) is None


# --- what pointed to it ---------------------------------------------------------------------------------------------


def test_links_to_what_is_removed_go() -> None:
    links = (link("k1", "x", "y"), link("k2", "y", "x"), link("k3", "y", "z"), link("k4", "A", "b1"))
    document = journey(cards={"actions a1": "x y z"}, more=links)
    assert gone(document, without(document, "x")) == {"x", "k1", "k2"}
    assert gone(document, without(document, "B")) == {"B", "b1", "k4"}


def test_comments_on_what_is_removed_go_and_comments_on_those() -> None:
    comments = (
        comment("c4", "c3"),
        comment("c1", "x"),
        comment("c2", "k"),
        comment("c3", "c2"),
        comment("stays", "y"),
        comment("free", ""),
    )
    document = journey(cards={"actions a1": "x y"}, more=(*comments, link("k", "x", "y")))
    assert gone(document, without(document, "x")) == {"x", "k", "c1", "c2", "c3", "c4"}


def test_other_references_to_what_is_removed_are_cleared() -> None:
    pointing = Card.new(
        id="pointing",
        parent="map",
        personas=("ann", "bob"),
        solves=("x", "y"),
        department="d",
        asset="picture",
        votes=(Vote.new(id="v1", round="r1"), Vote.new(id="v2", round="r2")),
    )
    document = journey(
        cards={"actions a1": "x y"},
        personas="ann bob",
        more=(
            pointing,
            Department.new(id="d", parent="project"),
            Asset.new(id="picture", parent="project"),
            Round.new(id="r1", parent="map"),
            Round.new(id="r2", parent="map"),
            Persona.new(id="zoe", parent="project", photo="picture"),
        ),
    )
    start = document.project
    brand = start.with_(brand=Brand.new(name="Taco", logo="picture"))
    document = Document([*document.records.values(), brand])
    left = without(document, "ann", "x", "d", "picture", "r1")
    assert left["pointing"] == pointing.with_(
        personas=("bob",), solves=("y",), department="", asset="", votes=pointing.votes[1:]
    )
    assert left["map"] == document["map"].with_(personas=("bob",))
    assert left["zoe"] == document["zoe"].with_(photo="")
    assert left.project == brand.with_(brand=Brand.new(name="Taco"))
    assert left["y"] is document["y"]


def test_references_that_led_nowhere_before_are_kept() -> None:
    lost = Card.new(
        id="lost", parent="map", lane="gone", step="gone", solves=("no",), personas=("no",), department="no"
    )
    document = journey(cards={"actions a1": "x"}, more=(lost, comment("c", "no"), link("k", "no", "y")))
    assert gone(document, without(document, "x")) == {"x"}
    assert without(document, "x")["lost"] is lost


def test_a_card_that_shrinks_loses_its_references_too() -> None:
    document = journey("A: a1 | B: b1", cards={"actions a1": "x-b1", "actions b1": "y"})
    document = Document([*document.records.values(), document["x"].with_(solves=("y",))])
    left = without(document, "b1")
    assert left["x"] == document["x"].with_(to=None, solves=())


def test_a_copy_keeps_its_origin() -> None:
    document = journey(cards={"actions a1": "x"}, more=(Card.new(id="copy", parent="map", origin="x"),))
    assert without(document, "x")["copy"] is document["copy"]


def test_removing_comes_back_by_the_inverse() -> None:
    document = journey(cards={"actions a1": "x-b1 y"}, personas="ann", emotions={"ann a1": 1})
    for keys in (["A"], ["map"], ["ann"], ["actions"]):
        change = remove(document, keys)
        assert change is not None
        assert document.apply(change).apply(change.inverse()) == document
    assert isinstance(document.project, Project)


def test_a_card_only_for_a_persona_that_goes_is_for_everybody() -> None:
    card = Card.new(id="x", parent="map", personas=("ann",))
    document = journey(personas="ann bob", more=(card,))
    assert after(document, remove(document, ["ann"]))["x"] == card.with_(personas=())
