"""Several cards moved and copied as one."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import shows_cards
from cxdesigner.model.edits.shapes import Hold, copy_shape, places_of, shift_cards
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Card, Lane, Link
from tests.model.builders import PARKING, after, cards, journey
from tests.strategies import documents

COLUMNS = "A: a1 a2 | B: b1 b2"
LANES = "actions feelings=emotion folded=notes hidden=notes pains touchpoints"
STACKS = {"actions a1": "one two", "actions a2": "three", "pains a2": "four", "touchpoints b1": "five"}


def a_map(stacks: dict[str, str] = STACKS, more: Any = ()) -> Document:
    document = journey(COLUMNS, LANES, cards=stacks, more=more)
    fields = {"hidden": {"hidden": True}, "folded": {"collapsed": True}}
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


def shifted(
    ids: str,
    lane: str,
    step: str,
    index: int | None = None,
    stacks: dict[str, str] = STACKS,
    hold: Hold | None = None,
) -> dict[str, str] | None:
    change = shift_cards(a_map(stacks), ids.split(), hold or Hold(ids.split(maxsplit=1)[0]), lane, step, index)
    return None if change is None else cards(a_map(stacks).apply(change))


def test_each_card_keeps_its_distance_to_the_one_that_is_held() -> None:
    found = shifted("one three four", "actions", "a2")
    assert found == {
        "actions a1": "two",
        "actions a2": "one",
        "actions b1": "three",
        "pains b1": "four",
        "touchpoints b1": "five",
    }


def test_lanes_that_show_no_cards_are_passed_over() -> None:
    found = shifted("three one", "pains", "a2")
    assert found is not None
    assert (found["pains a1"], found["pains a2"]) == ("one", "four three")
    assert [lane.id for lane in a_map().lanes("map") if shows_cards(lane)] == ["actions", "pains", "touchpoints"]


@pytest.mark.parametrize(
    ("hold", "lane", "step", "places"),
    [
        ("one", "actions", "b2", {"one": "actions b1", "three": "actions b2", "four": "pains b2"}),
        ("one", "touchpoints", "a1", {"one": "pains a1", "three": "pains a2", "four": "touchpoints a2"}),
        ("four", "actions", "a1", {"one": "actions a1", "three": "actions a2", "four": "pains a2"}),
    ],
)
def test_at_the_edges_of_the_map_the_shape_stays_whole(hold: str, lane: str, step: str, places: dict[str, str]) -> None:
    found = places_of(a_map(), ["one", "three", "four"], Hold(hold), lane, step)
    assert {key: f"{place.lane} {place.step}" for key, place in found.items()} == places


@pytest.mark.parametrize(
    ("index", "expected"), [(0, ("one", "three four")), (1, ("one", "four three")), (None, ("one", "four three"))]
)
def test_all_come_on_top_where_the_one_that_is_held_does(index: int | None, expected: tuple[str, str]) -> None:
    stacks = STACKS | {"pains a1": "six"}
    found = shifted("one three", "pains", "a1", index, stacks)
    assert found is not None
    six = "one six" if index == 0 else "six one"
    assert (found["pains a1"], found["pains a2"]) == (six, expected[1])


def test_cards_of_one_cell_stay_a_stack() -> None:
    found = shifted("two one", "pains", "a2", 0)
    assert found is not None
    assert found["pains a2"] == "one two four"


@pytest.mark.parametrize(
    ("ids", "index", "expected"),
    [
        ("x z", 0, None),
        ("z x", 1, None),
        ("y", 1, None),
        ("w", None, None),
        ("x z", 2, "y w x z"),
        ("x", 2, "y z x w"),
        ("w far", 0, "w x y z"),
    ],
)
def test_within_a_stack_only_its_order_changes(ids: str, index: int | None, expected: str | None) -> None:
    found = shifted(ids, "actions", "a1", index, {"actions a1": "x y z w", "pains a1": "p far q"})
    assert found == (None if expected is None else {"actions a1": expected, "pains a1": "p far q"})


@pytest.mark.parametrize(
    ("held", "step", "expected"),
    [(0, "a2", "a2 w-b1"), (1, "a2", "a1 w-a2"), (1, "b1", "a2 w-b1"), (1, "b2", "b1 w-b2"), (0, "b2", "b1 w-b2")],
)
def test_a_card_over_several_steps_is_moved_by_the_step_at_which_it_is_held(
    held: int, step: str, expected: str
) -> None:
    found = shifted("w", "pains", step, None, {"actions a1": "w-a2"}, Hold("w", held))
    assert found == dict([("pains " + expected).rsplit(" ", 1)])


def test_cards_without_a_place_go_where_the_one_that_is_held_goes() -> None:
    stacks = STACKS | {PARKING: "p q", "hidden b2": "h"}
    found = shifted("four q one h", "pains", "b1", None, stacks)
    assert found is not None
    assert (found["actions a2"], found["pains b1"], found[PARKING]) == ("three one", "four h q", "p")
    found = shifted("q one three", "pains", "b1", None, stacks)
    assert found is not None
    assert found["pains b1"] == "one three q"


@pytest.mark.parametrize(
    ("hold", "lane", "step"),
    [
        ("nobody", "pains", "a1"),
        ("one", "hidden", "a1"),
        ("one", "folded", "a1"),
        ("one", "feelings", "a1"),
        ("one", "pains", "no"),
    ],
)
def test_where_no_cards_are_shown_none_can_be_put(hold: str, lane: str, step: str) -> None:
    assert shift_cards(a_map(), ["one"], Hold(hold), lane, step) is None
    assert copy_shape(a_map(), ["one"], Hold(hold), lane, step) is None


def test_copies_keep_the_shape_and_what_is_between_them() -> None:
    link = Link.new(id="link", parent="map", from_="one", to="three")
    out = Link.new(id="out", parent="map", from_="one", to="four")
    document = a_map(more=(link, out))
    solving = document["three"].with_(solves=("one", "four"))
    document = Document([*(record for record in document.records.values() if record.id != "three"), solving])
    copied = after(document, copy_shape(document, ["three", "one"], Hold("one"), "pains", "b1", 0))
    assert not list(loose_ends(copied))
    assert cards(copied) == STACKS | {"pains b1": "one", "pains b2": "three"}
    (one,), (three,) = copied.cell("map", "pains", "b1"), copied.cell("map", "pains", "b2")
    assert (one.origin, three.origin) == ("one", "three")
    assert three.solves == (one.id, "four")
    ends = [(found.from_, found.to) for found in copied.links("map")]
    assert ends == [("one", "three"), ("one", "four"), (one.id, three.id)]


def test_a_copy_comes_beside_what_it_was_copied_from() -> None:
    copied = after(a_map(), copy_shape(a_map(), ["one"], Hold("one"), "actions", "a1", 1))
    assert cards(copied)["actions a1"] == "one one two"


@st.composite
def drags(draw: st.DrawFn) -> tuple[Document, list[str], Hold, str, str, int | None]:
    """Give a document, cards of a map, and a place to which they are dragged."""
    document = draw(documents().filter(lambda one: any(one.count_cards(found.id) for found in one.maps)))
    found = draw(st.sampled_from([one.id for one in document.maps if document.count_cards(one.id)]))
    ids = draw(st.lists(st.sampled_from([card.id for card in document.cards(found)]), min_size=1, unique=True))
    lane = draw(st.sampled_from([lane.id for lane in document.lanes(found)] or [""]))
    step = draw(st.sampled_from([step.id for step in document.steps(found)] or [""]))
    hold = Hold(draw(st.sampled_from(ids)), draw(st.integers(0, 2)))
    return document, ids, hold, lane, step, draw(st.none() | st.integers(-1, 3))


def is_shown(document: Document, key: str) -> bool:
    card = document.get(key, Card)
    lane = document.get(card.lane, Lane) if card else None
    return lane is not None and shows_cards(lane)


def distances(document: Document, ids: list[str]) -> set[tuple[str, str, int, int]]:
    """Give how far apart the cards are that stand in lanes that are shown."""
    found = [card for key in ids if (card := document.get(key, Card))]
    rows = [lane.id for lane in document.shelf(Lane, found[0].parent) if shows_cards(lane)]
    columns = [step.id for step in document.steps(found[0].parent)]
    standing = [card for card in found if card.lane in rows and card.step in columns]
    return {
        (
            one.id,
            other.id,
            rows.index(one.lane or "") - rows.index(other.lane or ""),
            columns.index(one.step or "") - columns.index(other.step or ""),
        )
        for one, other in combinations(standing, 2)
    }


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(drags())
def test_the_shape_is_kept_and_nothing_else_moves(drag: tuple[Document, list[str], Hold, str, str, int | None]) -> None:
    document, ids, *where = drag
    change = shift_cards(document, ids, *where)
    if change is None:
        return
    moved = document.apply(change)
    assert moved.apply(change.inverse()) == document
    if is_shown(document, where[0].card):
        assert distances(document, ids) <= distances(moved, ids)
    map_id = document[ids[0]].parent
    for card in document.cards(map_id):
        if card.id not in ids:
            assert moved[card.id].with_(rank="") == card.with_(rank="")
    for lane in document.lanes(map_id):
        for step in document.steps(map_id):
            stays = [card.id for card in document.cell(map_id, lane.id, step.id) if card.id not in ids]
            assert [card.id for card in moved.cell(map_id, lane.id, step.id) if card.id not in ids] == stays


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(drags())
def test_copies_stand_where_the_cards_would(drag: tuple[Document, list[str], Hold, str, str, int | None]) -> None:
    document, ids, hold, lane, step, index = drag
    places = places_of(document, ids, hold, lane, step)
    change = copy_shape(document, ids, hold, lane, step, index)
    assert (change is None) == (not places)
    if change is None:
        return
    copied = document.apply(change)
    copies = [record for record in change.added() if isinstance(record, Card)]
    assert {card.origin: (card.lane, card.step, card.to) for card in copies} == places
    there = document.cards(document[ids[0]].parent)
    assert all(copied[card.id].with_(rank="") == card.with_(rank="") for card in there)
