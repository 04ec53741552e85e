from __future__ import annotations

from cxdesigner.insight.solutions import solutions
from cxdesigner.model.change import Change
from cxdesigner.model.records import Link
from tests.layout.builders import MAP, a_map

CARDS = [
    {"id": "late", "kind": "pain"},
    {"id": "rude", "kind": "pain", "solves": ["rude"]},
    {"id": "course", "kind": "opportunity", "solves": ["rude", "gone"]},
    {"id": "clock", "kind": "idea"},
    {"id": "note", "kind": "note"},
]


def found(*links, hidden=()):
    document = a_map(lanes=[{"kind": "pains"}], cards=[{"lane": "l0", "step": "s0", **card} for card in CARDS])
    made = [Link.new(id=f"k{at}", parent=MAP, **fields) for at, fields in enumerate(links)]
    document = document.apply(Change({link.id: (None, link) for link in made}))
    cards = [card for card in document.cards(MAP) if card.id not in hidden]
    return {pain: [card.id for card in solving] for pain, solving in solutions(document, MAP, cards).items()}


def solves(one, other, kind="solves"):
    return {"from_": one, "to": other, "kind": kind}


def test_what_solves_a_pain_is_said_by_cards_and_by_links_whichever_way_they_are_drawn():
    assert found() == {"late": [], "rude": ["course"]}
    assert found(solves("clock", "late"), solves("rude", "clock")) == {"late": ["clock"], "rude": ["course", "clock"]}
    assert found(solves("clock", "late", "leads_to"), solves("gone", "late"))["late"] == []


def test_of_two_pains_the_one_that_the_link_leads_to_is_solved():
    assert found(solves("late", "rude")) == {"late": [], "rude": ["late", "course"]}
    assert found(solves("rude", "late")) == {"late": ["rude"], "rude": ["course"]}


def test_only_cards_that_are_given_are_told_of():
    assert found(solves("clock", "late"), hidden={"clock", "rude"}) == {"late": []}
