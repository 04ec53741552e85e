"""The document: look-ups, the order of siblings, and what a change makes of it."""

from __future__ import annotations

import pytest

from cxdesigner.model.change import Change, Pair
from cxdesigner.model.document import Document, shelf_of
from cxdesigner.model.records import (
    Asset,
    Card,
    Comment,
    Department,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
)
from tests.model.builders import feeling, journey


def change(*pairs: Pair) -> Change:
    return Change({(before or after).id: (before, after) for before, after in pairs})  # type: ignore[union-attr]


def ids(records: tuple[Record, ...]) -> str:
    return " ".join(record.id for record in records)


FULL = journey(
    "A: a1 a2 | B: b1",
    lanes="actions touchpoints",
    cards={"actions a1": "x y", "actions b1": "z", "touchpoints a1": "t", "parking": "p q"},
    personas="ann bob",
    emotions={"ann a1": 1, "bob b1": -2},
    more=(
        Department.new(id="d2", parent="project", rank="k"),
        Department.new(id="d1", parent="project", rank="F"),
        Snapshot.new(id="v2", parent="project"),
        Snapshot.new(id="v1", parent="project"),
        Asset.new(id="sha256-2", parent="project"),
        Asset.new(id="sha256-1", parent="project"),
        Link.new(id="k2", parent="map", from_="x", to="y"),
        Link.new(id="k1", parent="map", from_="y", to="z"),
        Round.new(id="r2", parent="map"),
        Round.new(id="r1", parent="map"),
        Comment.new(id="c2", parent="map", on="x"),
        Comment.new(id="c1", parent="map", on="y"),
        Map.new(id="other", parent="project", rank="z"),
    ),
)


def test_it_gives_everything_by_id() -> None:
    assert FULL.root == "project"
    assert isinstance(FULL.project, Project)
    assert FULL["x"] is FULL.records["x"] is FULL.get("x", Card)
    assert "x" in FULL
    assert "no" not in FULL
    assert len(FULL) == len(FULL.records)


@pytest.mark.parametrize(("key", "kind"), [("no", Card), (None, Card), ("", Record), ("x", Lane)])
def test_get_gives_none_for_what_is_not_there_or_of_another_class(key: str | None, kind: type[Record]) -> None:
    assert FULL.get(key, kind) is None


def test_the_mapping_of_records_can_not_be_written_to() -> None:
    with pytest.raises(TypeError):
        FULL.records["x"] = FULL["y"]  # type: ignore[index]


def test_it_can_not_be_hashed_but_compared() -> None:
    with pytest.raises(TypeError):
        hash(FULL)
    assert Document(reversed(FULL.records.values())) == FULL
    assert journey() != FULL
    assert FULL != "a document"


def test_a_document_without_a_project_has_no_root() -> None:
    assert Document([]).root == ""
    assert Document([Lane.new(id="a")]).maps == ()


def test_siblings_come_in_the_order_of_their_ranks() -> None:
    assert ids(FULL.maps) == "map other"
    assert ids(FULL.personas) == "ann bob"
    assert ids(FULL.departments) == "d1 d2"
    assert ids(FULL.stages("map")) == "A B"
    assert ids(FULL.steps_of("A")) == "a1 a2"
    assert ids(FULL.lanes("map")) == "actions touchpoints"


def test_what_has_no_ranks_comes_in_the_order_given() -> None:
    assert ids(FULL.snapshots) == "v2 v1"
    assert ids(FULL.assets) == "sha256-2 sha256-1"
    assert ids(FULL.links("map")) == "k2 k1"
    assert ids(FULL.rounds("map")) == "r2 r1"
    assert ids(FULL.comments("map")) == "c2 c1"
    assert [one.score for one in FULL.emotions("map")] == [1, -2]


def test_ties_come_by_id() -> None:
    same = [Lane.new(id=key, parent="map", rank="V") for key in "cab"]
    assert ids(Document(same).lanes("map")) == "a b c"


def test_siblings_of_which_one_has_no_rank_come_in_the_order_given() -> None:
    lanes = [Lane.new(id=key, parent="map", rank=rank) for key, rank in [("c", "k"), ("a", ""), ("b", "F")]]
    assert ids(Document(lanes).lanes("map")) == "c a b"


def test_steps_come_from_left_to_right_over_all_stages() -> None:
    assert ids(FULL.steps("map")) == "a1 a2 b1"
    assert FULL.steps("other") == ()


def test_cards_of_a_map_are_those_of_all_lanes_and_of_the_parking_lot() -> None:
    assert sorted(card.id for card in FULL.cards("map")) == ["p", "q", "t", "x", "y", "z"]
    assert sorted(card.id for card in FULL.cards_by_lane("map")) == ["p", "q", "t", "x", "y", "z"]
    assert set(FULL.lanes_of_cards("map")) == {card.lane for card in FULL.cards("map")}
    assert FULL.count_cards("map") == 6
    assert FULL.cards("other") == ()
    assert FULL.count_cards("other") == 0


def test_cards_of_a_map_come_by_rank_over_its_lanes() -> None:
    placed = [("a", "k", "one"), ("b", "F", "two"), ("c", "V", None), ("d", "F", "one")]
    cards = [Card.new(id=key, parent="map", rank=rank, lane=lane) for key, rank, lane in placed]
    assert ids(Document(cards).cards("map")) == "b d c a"


def test_cards_without_ranks_come_in_the_order_given_over_all_lanes() -> None:
    cards = [Card.new(id=key, parent="map", lane=lane) for key, lane in [("c", "one"), ("b", "two"), ("a", "one")]]
    assert ids(Document(cards).cards("map")) == "c b a"


def test_cards_are_found_by_lane_and_by_cell() -> None:
    assert ids(FULL.cards_in_lane("map", "actions")) in {"x z y", "x y z"}
    assert ids(FULL.cards_in_lane("map", None)) == "p q"
    assert ids(FULL.cell("map", "actions", "a1")) == "x y"
    assert ids(FULL.cell("map", None, None)) == "p q"
    assert FULL.cell("map", "actions", "a2") == ()


def test_a_card_is_in_the_cell_at_which_it_starts() -> None:
    document = journey(cards={"actions a1": "x-b1"})
    assert ids(document.cell("map", "actions", "a1")) == "x"
    assert document.cell("map", "actions", "a2") == ()


def test_an_emotion_is_found_by_persona_and_step() -> None:
    found = FULL.emotion("ann", "a1")
    assert found is not None
    assert (found.persona, found.step, found.score) == ("ann", "a1", 1)
    assert FULL.emotion("ann", "b1") is None


def test_personas_of_a_map_come_in_its_order_and_missing_ones_are_passed_over() -> None:
    people = [Persona.new(id=key, parent="project", rank=key) for key in ("ann", "bob")]
    shown = Map.new(id="map", parent="project", personas=("bob", "gone", "ann"))
    document = Document([Project.new(id="project"), *people, shown])
    assert ids(document.personas_of("map")) == "bob ann"
    assert document.personas_of("gone") == ()


@pytest.mark.parametrize(
    ("key", "expected"),
    [("map", "map"), ("A", "map"), ("a1", "map"), ("x", "map"), ("ann", None), ("project", None), ("no", None)],
)
def test_everything_on_a_map_knows_its_map(key: str, expected: str | None) -> None:
    assert FULL.map_of(key) == expected


def test_every_record_stands_on_one_shelf() -> None:
    shelves = list(FULL.shelves())
    assert sum(map(len, shelves)) == len(FULL)
    assert all(len({shelf_of(record) for record in shelf}) == 1 for shelf in shelves)
    assert ids(FULL.shelf(Step, "B")) == "b1"
    assert FULL.shelf(Step, "no") == ()


def test_a_change_makes_another_document_and_leaves_this_one() -> None:
    before = Document(FULL.records.values())
    card = FULL["x"]
    fresh = FULL.apply(change((card, card.with_(text="new")), (FULL["y"], None), (None, Lane.new(id="l", rank="V"))))
    assert before == FULL
    assert [ids(shelf) for shelf in FULL.shelves()] == [ids(shelf) for shelf in before.shelves()]
    assert fresh["x"].text == "new"  # type: ignore[attr-defined]
    assert "y" not in fresh
    assert "l" in fresh
    assert fresh.root == "project"


def test_what_does_not_change_is_shared() -> None:
    fresh = FULL.apply(change((FULL["x"], FULL["x"].with_(text="new"))))
    assert fresh["y"] is FULL["y"]
    assert fresh.lanes("map") is FULL.lanes("map")


def test_a_card_that_changes_its_lane_changes_its_shelf() -> None:
    fresh = FULL.apply(change((FULL["t"], FULL["t"].with_(lane="actions", rank="zz"))))
    assert fresh.cards_in_lane("map", "touchpoints") == ()
    assert ids(fresh.cards_in_lane("map", "actions")).endswith(" t")
    assert "touchpoints" not in {shelf_of(shelf[0])[2] for shelf in fresh.shelves()}


def test_a_new_rank_changes_the_order() -> None:
    stage = FULL["B"]
    assert ids(FULL.apply(change((stage, stage.with_(rank="1")))).stages("map")) == "B A"


def test_what_is_taken_away_and_comes_back_stands_where_it_stood() -> None:
    links = [Link.new(id=key, parent="map", from_="x", to="y") for key in ("c", "a", "b")]
    start = Document(links)
    gone = change((links[0], None), (links[1], None))
    less = start.apply(gone)
    assert ids(less.links("map")) == "b"
    assert ids(less.apply(gone.inverse()).links("map")) == "c a b"


def test_what_is_new_stands_behind_what_was_there_before_it() -> None:
    links = {key: Link.new(id=key, parent="map", from_="x", to="y") for key in "abc"}
    start = Document([links["c"]])
    less = start.apply(change((links["c"], None))).apply(change((None, links["b"]), (None, links["a"])))
    assert ids(less.links("map")) == "b a"
    assert ids(less.apply(change((None, links["c"]))).links("map")) == "c b a"


def test_a_change_without_ranks_stays_where_it_stands() -> None:
    lanes = [Lane.new(id=key, parent="map") for key in "cab"]
    fresh = Document(lanes).apply(change((lanes[0], lanes[0].with_(title="new"))))
    assert ids(fresh.lanes("map")) == "c a b"


def test_taking_away_what_is_not_there_is_no_error() -> None:
    assert FULL.apply(change((Stage.new(id="gone", parent="map"), None))) == FULL


def test_emotions_have_a_shelf_like_all_others() -> None:
    one = feeling("ann", "a2", score=2)
    assert FULL.apply(change((None, one))).emotion("ann", "a2") == one


def test_what_is_new_and_gone_since_an_earlier_document() -> None:
    before = journey(cards={"actions a1": "one two", "touchpoints a1": "three"})
    one, two = before["one"], before["two"]
    assert before.since(before) == ([], [])
    moved = one.with_(lane="touchpoints")
    after = before.apply(change((one, moved), (two, None)))
    fresh, gone = after.since(before)
    assert [record is moved for record in fresh] == [True]
    assert gone == ["two"]
    fresh, gone = before.since(after)
    assert {record.id for record in fresh} == {"one", "two"}
    assert gone == []
    fresh, gone = Document(before.records.values()).since(before)  # nothing is shared, but the records
    assert (fresh, gone) == ([], [])
