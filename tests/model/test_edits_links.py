"""Links between cards, steps and stages, and the cards' `solves`, which are links too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits import links as edits
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.links import (
    add_link,
    added_key,
    can_link,
    change_links,
    kind_between,
    link_of,
    links_at,
    links_in,
    reverse_links,
    solves_key,
)
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.records import Card, Link, Map
from tests.model.builders import after, columns_of, journey
from tests.strategies import documents

OTHER = (Map.new(id="other", parent="project"), *columns_of("other", "O: o1"))
SOLVED = solves_key("idea", "pain")


def a_map() -> Document:
    """Make a map with an idea, a pain and two touchpoints of different departments."""
    document = journey(
        "A: a1 a2 | B: b1",
        "touchpoints pains ideas",
        cards={"touchpoints a1": "floor", "touchpoints b1": "kitchen", "pains a2": "pain", "ideas a2": "idea lot"},
        more=OTHER,
    )
    fields = {
        "floor": {"kind": "touchpoint", "department": "f"},
        "kitchen": {"kind": "touchpoint", "department": "k"},
        "pain": {"kind": "pain", "department": "k"},
        "idea": {"kind": "idea"},
        "lot": {"kind": "note", "lane": None, "step": None},
    }
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


def told(document: Document) -> list[str]:
    return [f"{link.from_} {link.kind} {link.to}{' ' + link.label if link.label else ''}" for link in all_of(document)]


def all_of(document: Document) -> tuple[Link, ...]:
    return links_in(document, "map")


def linked(document: Document, from_: str, to: str, kind: str | None = None, label: str = "") -> Document:
    return after(document, add_link(document, "map", from_, to, kind, label))


@pytest.mark.parametrize(
    ("from_", "to", "kind"),
    [
        ("idea", "pain", "solves"),
        ("floor", "kitchen", "hands_over"),
        ("floor", "pain", "hands_over"),
        ("kitchen", "idea", "repeats"),
        ("B", "A", "repeats"),
        ("b1", "a1", "repeats"),
        ("kitchen", "a2", "repeats"),
        ("a1", "B", "leads_to"),
        ("lot", "a1", "leads_to"),
    ],
)
def test_the_kind_of_a_link_follows_from_its_ends(from_: str, to: str, kind: str) -> None:
    document = a_map()
    assert kind_between(document, from_, to) == kind
    assert told(linked(document, from_, to)) == [f"{from_} {kind} {to}"]


@pytest.mark.parametrize("kind", ["idea", "opportunity", "insight"])
@pytest.mark.parametrize("pain", ["pain", "note"])
def test_a_solution_solves_a_pain_whichever_way_they_are_linked(kind: str, pain: str) -> None:
    document = a_map()
    fields = {"idea": {"kind": kind}, "pain": {"kind": pain}}
    document = Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())
    for ends in (("idea", "pain"), ("pain", "idea")):
        assert told(linked(document, *ends)) == ["idea solves pain"]
        drawn = linked(document, *ends, "leads_to")
        (key,) = (link.id for link in all_of(drawn))
        changed = after(drawn, change_links(drawn, [key], kind="solves"))
        assert told(changed) == ["idea solves pain"]
        assert told(after(changed, reverse_links(changed, [all_of(changed)[0].id]))) == ["pain solves idea"]


def test_an_idea_that_stands_among_pains_is_an_idea() -> None:
    document = Document(
        record.with_(**{"lane": "pains"} if key == "idea" else {}) for key, record in a_map().records.items()
    )
    assert told(linked(document, "pain", "idea")) == ["idea solves pain"]


def test_touchpoints_of_one_department_or_of_none_hand_nothing_over() -> None:
    document = a_map()
    same = after(document, set_fields(document, ["floor", "kitchen"], department=""))
    assert kind_between(same, "floor", "kitchen") == "leads_to"


@pytest.mark.parametrize(
    ("from_", "to"),
    [("floor", "floor"), ("floor", "o1"), ("floor", "gone"), ("map", "floor"), ("floor", "pains")],
)
def test_what_cannot_be_linked_is_not(from_: str, to: str) -> None:
    document = a_map()
    assert not can_link(document, "map", from_, to)
    assert add_link(document, "map", from_, to) is None


def test_a_link_is_there_once() -> None:
    document = linked(a_map(), "floor", "kitchen", "leads_to")
    assert add_link(document, "map", "floor", "kitchen", "leads_to") is None
    assert told(linked(document, "floor", "kitchen", "hands_over")) == [
        "floor leads_to kitchen",
        "floor hands_over kitchen",
    ]
    solved = linked(document, "idea", "pain")
    assert add_link(solved, "map", "idea", "pain", "solves", "again") is None


def test_what_a_card_solves_is_a_link_without_a_record() -> None:
    document = linked(a_map(), "idea", "pain")
    card = document.get("idea", Card)
    assert card is not None
    assert card.solves == ("pain",)
    assert document.links("map") == ()
    assert [link.id for link in all_of(document)] == [SOLVED]
    assert link_of(document, SOLVED) == all_of(document)[0]
    assert added_key(document, "map", "idea", "pain") == SOLVED
    assert added_key(document, "map", "pain", "idea") == ""
    assert link_of(document, solves_key("idea", "floor")) is None
    assert link_of(document, solves_key("gone", "floor")) is None


def test_a_statement_that_is_told_twice_is_shown_once() -> None:
    document = linked(a_map(), "idea", "pain", "solves", "at last")
    assert len(document.links("map")) == 1
    assert told(document) == ["idea solves pain at last"]
    assert told(after(document, remove(document, [all_of(document)[0].id]))) == []


def test_a_step_that_solves_something_has_a_record() -> None:
    assert [link.kind for link in linked(a_map(), "a1", "pain", "solves").links("map")] == ["solves"]
    assert [link.kind for link in linked(a_map(), "pain", "a1", "solves").links("map")] == ["solves"]


def test_a_link_gets_another_kind_label_or_end() -> None:
    document = linked(a_map(), "floor", "kitchen")
    key = all_of(document)[0].id
    assert told(after(document, change_links(document, [key], kind="repeats", label="each day"))) == [
        "floor repeats kitchen each day"
    ]
    assert told(after(document, change_links(document, [key], to="b1"))) == ["floor hands_over b1"]
    assert change_links(document, [key], to="floor") is None
    assert change_links(document, ["gone"], kind="repeats") is None
    assert change_links(document, [key], kind="hands_over") is None


def test_a_solves_that_gets_a_label_or_another_kind_gets_a_record() -> None:
    document = linked(a_map(), "idea", "pain")
    labelled = after(document, change_links(document, [SOLVED], label="soon"))
    assert told(labelled) == ["idea solves pain soon"]
    (link,) = labelled.links("map")
    bare = after(labelled, change_links(labelled, [link.id], label=""))
    assert told(bare) == ["idea solves pain"]
    leads = after(labelled, change_links(labelled, [link.id], kind="leads_to"))
    card = leads.get("idea", Card)
    assert card is not None
    assert card.solves == ()
    assert told(leads) == ["idea leads_to pain soon"]


def test_a_link_that_would_be_a_double_stays_as_it_is() -> None:
    document = linked(linked(a_map(), "floor", "kitchen"), "kitchen", "floor", "hands_over")
    first = document.links("map")[0].id
    assert reverse_links(document, [first]) is None


def test_links_are_turned_round() -> None:
    document = linked(linked(a_map(), "floor", "kitchen"), "idea", "pain")
    turned = after(document, reverse_links(document, [link.id for link in all_of(document)]))
    assert sorted(told(turned)) == ["kitchen hands_over floor", "pain solves idea"]
    assert reverse_links(document, ["gone"]) is None


def test_a_solves_is_removed_from_its_card() -> None:
    document = linked(a_map(), "idea", "pain")
    assert told(after(document, remove(document, [SOLVED]))) == []


def test_links_go_with_their_ends() -> None:
    document = linked(linked(linked(a_map(), "idea", "pain"), "floor", "kitchen"), "a1", "B")
    assert sorted(told(after(document, remove(document, ["pain"])))) == ["a1 leads_to B", "floor hands_over kitchen"]
    assert told(after(document, remove(document, ["B"]))) == ["idea solves pain"]


def test_the_links_of_a_thing_are_those_that_begin_or_end_there() -> None:
    document = linked(linked(a_map(), "idea", "pain"), "pain", "a1")
    assert [link.to for link in links_at(document, "pain")] == ["a1", "pain"]
    assert links_at(document, "gone") == ()


def test_a_map_holds_so_many_links(monkeypatch: pytest.MonkeyPatch) -> None:
    from cxdesigner.model import draft

    monkeypatch.setitem(draft._LIMITS, Link, (1, "A map can hold {most:,} links at most."))
    document = linked(a_map(), "floor", "kitchen")
    with pytest.raises(LimitReachedError, match="1 links"):
        add_link(document, "map", "a1", "B")


@given(documents(), st.data())
def test_links_of_any_project_can_be_made_turned_and_removed(document: Document, data: st.DataObject) -> None:
    for shown in document.maps:
        ends = [record.id for record in document.records.values() if isinstance(record, edits.Ends)]
        if not ends:
            continue
        one, other = data.draw(st.sampled_from(ends)), data.draw(st.sampled_from(ends))
        before = len(links_in(document, shown.id))
        change = add_link(document, shown.id, one, other)
        if change is None:
            continue
        fresh = document.apply(change)
        assert loose_ends(fresh) == []
        assert fresh.apply(change.inverse()) == document
        assert len(links_in(fresh, shown.id)) == before + 1
        key = added_key(fresh, shown.id, one, other)
        assert link_of(fresh, key) is not None
        gone = after(fresh, remove(fresh, [key]))
        assert len(links_in(gone, shown.id)) == before
        turned = reverse_links(fresh, [key])
        assert turned is None or len(links_in(fresh.apply(turned), shown.id)) == before + 1


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    document = a_map()
    draft = Draft(document)
    edits.untell(draft, Link.new(id="x", parent="map", from_="idea", to="pain", kind="solves"))
    assert draft.change() is None


def test_a_link_that_is_named_twice_is_turned_once() -> None:
    document = after(a_map(), add_link(a_map(), "map", "floor", "kitchen"))
    (link,) = document.links("map")
    (turned,) = after(document, reverse_links(document, [link.id, link.id])).links("map")
    assert (turned.from_, turned.to) == ("kitchen", "floor")
