"""Personas: in the project, and on its maps."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.personas import PALETTE, add_persona, join_map, leave_map, show_personas
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Card, Map, Persona
from tests.model.builders import after, columns_of, emotions, feeling, journey, name

OTHER = (Map.new(id="other", parent="project", personas=("ann",)), *columns_of("other", "O: o1"))


def shown(document: Document, map_id: str = "map") -> str:
    found = document.get(map_id, Map)
    assert found is not None
    return " ".join(name(document, key) for key in found.personas)


def people(document: Document) -> str:
    return " ".join(persona.name for persona in document.personas)


def test_a_new_persona_is_the_last_of_the_project() -> None:
    document = journey(personas="ann bob")
    fresh = after(document, add_persona(document, "Zoe", role="Regular"))
    assert people(fresh) == "ann bob Zoe"
    assert fresh.personas[-1].role == "Regular"
    assert shown(fresh) == "ann bob"


def test_a_new_persona_is_the_last_of_the_map_that_is_named() -> None:
    document = journey(personas="ann bob", more=OTHER)
    fresh = after(document, add_persona(document, "Zoe", "map"))
    assert shown(fresh) == "ann bob Zoe"
    assert shown(fresh, "other") == "ann"


def test_new_personas_get_the_colours_in_turn() -> None:
    document = journey()
    for number in range(len(PALETTE) + 1):
        document = after(document, add_persona(document, str(number)))
    assert [persona.color for persona in document.personas] == [*PALETTE, PALETTE[0]]


def test_a_colour_that_nobody_has_comes_first() -> None:
    taken = [Persona.new(id=f"p{n}", parent="project", color=color) for n, color in enumerate(PALETTE) if n != 3]
    document = journey(more=tuple(taken))
    change = add_persona(document, "Zoe")
    assert change is not None
    assert [persona.color for persona in change.added()] == [PALETTE[3]]


@pytest.mark.parametrize(
    ("persona", "index", "expected"),
    [
        ("zoe", None, "ann bob zoe"),
        ("zoe", 0, "zoe ann bob"),
        ("zoe", 1, "ann zoe bob"),
        ("zoe", -1, "zoe ann bob"),
        ("zoe", 99, "ann bob zoe"),
        ("ann", 1, "bob ann"),
        ("bob", 0, "bob ann"),
    ],
)
def test_a_persona_joins_a_map_or_moves_there(persona: str, index: int | None, expected: str) -> None:
    document = journey(personas="ann bob", more=(Persona.new(id="zoe", parent="project"),))
    assert shown(after(document, join_map(document, "map", persona, index))) == expected


@pytest.mark.parametrize(
    ("map_id", "persona", "index"),
    [
        ("map", "ann", None),
        ("map", "ann", 0),
        ("map", "bob", 9),
        ("no", "ann", 0),
        ("map", "no", 0),
        ("map", "A", None),
    ],
)
def test_a_persona_that_stands_there_already_or_is_none_does_not_join(
    map_id: str, persona: str, index: int | None
) -> None:
    assert join_map(journey(personas="ann bob"), map_id, persona, index) is None


def test_a_persona_leaves_a_map_with_its_emotions_there() -> None:
    document = journey(
        personas="ann bob", emotions={"ann a1": 1, "bob a1": 2}, more=(*OTHER, feeling("ann", "o1", "other", score=1))
    )
    fresh = after(document, leave_map(document, "map", "ann"))
    assert shown(fresh) == "bob"
    assert emotions(fresh) == {"bob a1": 2}
    assert people(fresh) == "ann bob"
    assert shown(fresh, "other") == "ann"
    assert emotions(fresh, "other") == {"ann o1": 1}


def test_cards_stay_those_of_a_persona_that_left() -> None:
    card = Card.new(id="x", parent="map", personas=("ann",))
    document = journey(personas="ann bob", more=(*OTHER, card))
    fresh = after(document, leave_map(document, "map", "ann"))
    assert fresh["x"] is document["x"]
    assert loose_ends(fresh) == loose_ends(document)


@pytest.mark.parametrize(("map_id", "persona"), [("no", "ann"), ("map", "zoe"), ("map", "no"), ("A", "ann")])
def test_a_persona_that_is_not_on_the_map_does_not_leave(map_id: str, persona: str) -> None:
    assert leave_map(journey(personas="ann", more=(Persona.new(id="zoe", parent="project"),)), map_id, persona) is None


def test_those_who_are_not_shown_leave_and_new_ones_join() -> None:
    document = journey(personas="ann bob", emotions={"ann a1": 1, "bob a1": 2})
    document = after(document, add_persona(document, "Zoe"))
    zoe = document.personas[-1].id
    fresh = after(document, show_personas(document, "map", [zoe, "bob", "no"]))
    assert shown(fresh) == "bob Zoe"
    assert emotions(fresh) == {"bob a1": 2}
    assert show_personas(fresh, "map", [zoe, "bob"]) is None
    assert show_personas(fresh, "no", [zoe]) is None
