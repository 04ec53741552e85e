"""What needs attention."""

from __future__ import annotations

from cxdesigner.insight.checks import all_cards, pains_without_action
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Link, Record
from tests.model.builders import journey


def pain(key: str, lane: str | None = "pains", step: str | None = "a1", map_id: str = "map") -> Card:
    return Card.new(id=key, parent=map_id, lane=lane, step=step, kind="pain", text=key)


def made(*more: Record) -> Document:
    return journey(lanes="pains ideas", cards={"ideas a1": "i1", "parking": "p1"}, more=more)


def test_all_cards_of_the_map_are_given_wherever_they_stand() -> None:
    document = made(pain("one"), pain("lost", lane="gone"), pain("elsewhere", map_id="other"))
    assert sorted(card.id for card in all_cards(document, "map")) == ["i1", "lost", "one", "p1"]


def test_a_pain_point_that_nothing_solves_has_no_action() -> None:
    solver = Card.new(id="idea", parent="map", lane="ideas", step="a1", kind="idea", solves=["two"])
    link = Link.new(id="link", parent="map", from_="i1", to="three", kind="solves")
    other = Link.new(id="other", parent="map", from_="i1", to="one", kind="leads_to")
    document = made(pain("one"), pain("two"), pain("three"), pain("parked", None, None), solver, link, other)
    assert [card.id for card in pains_without_action(document, "map")] == ["one", "parked"]
    assert pains_without_action(journey(), "map") == ()
