"""Departments: added once a name."""

from __future__ import annotations

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.departments import (
    add_department,
    department_named,
    give_department,
    move_department,
)
from cxdesigner.model.edits.personas import add_persona
from cxdesigner.model.records import Card
from tests.model.builders import after, journey


def added(document: Document, name: str) -> Document:
    change = add_department(document, name)
    assert isinstance(change, Change)
    return document.apply(change)


def test_a_department_comes_last_with_a_colour_of_its_own() -> None:
    document = added(added(journey(), "Sales"), " Kitchen ")
    assert [one.name for one in document.departments] == ["Sales", "Kitchen"]
    first, second = document.departments
    assert first.color
    assert first.color != second.color


def test_departments_and_personas_have_colours_of_their_own() -> None:
    document = journey("A: a1", personas="ana")
    for name in ("ben", "cleo", "dan"):
        document = after(document, add_persona(document, name))
    for number in range(4):
        document = added(document, f"d{number}")
    people = {persona.color for persona in document.personas}
    assert len({one.color for one in document.departments} - people) >= 3


@pytest.mark.parametrize("name", ["", "  ", "sales", "SALES "])
def test_a_name_that_is_empty_or_there_already_adds_nothing(name: str) -> None:
    assert add_department(added(journey(), "Sales"), name) is None


def test_a_department_is_found_by_its_name() -> None:
    document = added(journey(), "Straße")
    found = department_named(document, " STRASSE ")
    assert found is not None
    assert found.name == "Straße"
    assert department_named(document, "Sales") is None


def test_records_get_a_department_that_is_added_where_there_is_none() -> None:
    document = journey(cards={"actions a1": "x y"})
    fresh = after(document, give_department(document, ["x"], " Sales "))
    (sales,) = fresh.departments
    assert sales.name == "Sales"
    again = after(fresh, give_department(fresh, ["x", "y"], "SALES"))
    assert again.departments == (sales,)
    assert [card.department for card in again.cards("map") if isinstance(card, Card)] == [sales.id, sales.id]
    assert give_department(again, ["x"], "Sales") is None
    assert give_department(again, ["x"], " ") is None


def test_a_department_moves_among_the_others() -> None:
    document = added(added(journey(), "Floor"), "Kitchen")
    floor, kitchen = document.departments
    assert after(document, move_department(document, floor.id, 1)).departments[0].name == "Kitchen"
    assert move_department(document, kitchen.id, 5) is None
    assert move_department(document, "gone", 0) is None
