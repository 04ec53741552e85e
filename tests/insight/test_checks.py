from __future__ import annotations

from cxdesigner.insight.checks import pains_without_action
from cxdesigner.model.change import Change
from cxdesigner.model.records import Link
from tests.layout.builders import MAP, a_map

PAINS = [{"id": key, "kind": "pain", "lane": "l0", "step": "s0"} for key in ("late", "rude", "dear", "lost")]


def found(*cards, links=()):
    document = a_map(lanes=[{"kind": "pains"}], cards=[*PAINS, *cards])
    made = [Link.new(id=f"k{at}", parent=MAP, **fields) for at, fields in enumerate(links)]
    document = document.apply(Change({link.id: (None, link) for link in made}))
    return [card.id for card in pains_without_action(document, MAP)]


def test_pain_points_without_anything_that_solves_them_are_found_in_order():
    assert found() == ["late", "rude", "dear", "lost"]
    assert found({"kind": "opportunity", "solves": ["rude", "gone"]}, {"kind": "idea", "solves": ["lost"]}) == [
        "late",
        "dear",
    ]


def test_a_link_that_solves_counts_whichever_way_it_was_drawn():
    idea = {"id": "idea", "kind": "idea"}
    links = [
        {"from_": "idea", "to": "late", "kind": "solves"},
        {"from_": "dear", "to": "idea", "kind": "solves"},
        {"from_": "idea", "to": "lost", "kind": "leads_to"},
    ]
    assert found(idea, links=links) == ["rude", "lost"]


def test_other_cards_need_no_action():
    assert found({"id": "note", "kind": "note"}) == ["late", "rude", "dear", "lost"]
    assert pains_without_action(a_map(), MAP) == ()
    assert pains_without_action(a_map(), "gone") == ()
