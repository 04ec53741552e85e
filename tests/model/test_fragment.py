"""What is copied."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.fragment import Fragment, copy_out
from cxdesigner.model.records import Asset, Card, Department, Lane, Link, Map, Persona, Step
from tests.model.builders import PARKING, columns_of, feeling, journey


def link(key: str, first: str, last: str) -> Link:
    return Link.new(id=key, parent="map", from_=first, to=last)


@pytest.fixture
def document() -> Document:
    return journey(
        "A: a1 a2 | B: b1",
        cards={
            "touchpoints a1": "t",
            "actions a2": "z",
            "actions a1": "x y",
            "actions b1": "w",
            PARKING: "p q",
        },
        personas="bob ann",
        emotions={"ann a1": 1, "bob b1": 2},
        more=(
            Map.new(id="other", parent="project", rank="z"),
            *columns_of("other", "O: o1"),
            Card.new(id="far", parent="other", lane="actions", step="a1"),
            link("k1", "x", "t"),
            link("k2", "x", "w"),
            link("k3", "A", "a2"),
        ),
    )


def copied(document: Document, keys: str) -> str:
    return " ".join(record.id for record in copy_out(document, "map", keys.split(" ")).records).replace("\x1f", "@")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("x", "x"),
        ("p t w z x", "x z w t p k1 k2"),
        ("x t", "x t k1"),
        ("actions", "actions x y z w k2"),
        ("B", "B b1 w bob@b1 bob"),
        ("A", "A a1 a2 x y z t ann@a1 k1 k3 ann"),
        ("B A", "A B a1 a2 b1 x y z w t ann@a1 bob@b1 k1 k2 k3 bob ann"),
        ("a2", "a2 z"),
        ("a1 B", "B a1 b1 x y w t ann@a1 bob@b1 k1 k2 bob ann"),
        ("bob\x1fb1", "bob@b1 bob"),
        ("", ""),
        ("no far O o1 map project ann", ""),
    ],
)
def test_what_is_named_is_copied_in_the_order_of_the_map_with_what_is_in_it(
    document: Document, keys: str, expected: str
) -> None:
    assert copied(document, keys) == expected


def test_a_card_in_two_of_them_is_copied_once(document: Document) -> None:
    assert copied(document, "x A actions").split().count("x") == 1


def test_what_cards_and_emotions_refer_to_comes_along() -> None:
    records = (
        Department.new(id="d1", parent="project", rank="a"),
        Department.new(id="d2", parent="project", rank="b"),
        Asset.new(id="picture", parent="project"),
        Asset.new(id="photo", parent="project"),
        Asset.new(id="unused", parent="project"),
        Persona.new(id="zoe", parent="project", rank="1", photo="photo"),
        Persona.new(id="max", parent="project", rank="2"),
        Card.new(id="x", parent="map", personas=("zoe", "gone"), department="d2", asset="picture", solves=("y",)),
        feeling("max", "b1"),
    )
    document = journey(more=records)
    assert copied(document, "x") == "x zoe d2 photo picture"
    assert copied(document, "B") == "B b1 max@b1 max"


def test_cards_whose_lane_or_step_is_missing_are_copied_last() -> None:
    lost = Card.new(id="lost", parent="map", lane="gone", step="a1", rank="1")
    stray = Card.new(id="stray", parent="map", lane="actions", step="gone", rank="1")
    document = journey(cards={"actions b1": "x", PARKING: "p"}, more=(lost, stray))
    assert copied(document, "lost stray x p") == "x stray p lost"


def test_a_fragment_gives_its_records_by_class(document: Document) -> None:
    fragment = copy_out(document, "map", ["B", "actions"])
    assert [lane.id for lane in fragment.of(Lane)] == ["actions"]
    assert [step.id for step in fragment.of(Step)] == ["b1"]
    assert fragment.of(Map) == ()
    assert Fragment(()).of(Card) == ()
