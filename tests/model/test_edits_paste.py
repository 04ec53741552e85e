"""Putting a fragment into a map."""

from __future__ import annotations

import pytest

from cxdesigner.model import draft as draft_module
from cxdesigner.model.document import Document
from cxdesigner.model.edits.paste import Target, paste
from cxdesigner.model.fragment import Fragment, copy_out
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.records import (
    Asset,
    Card,
    Copied,
    Department,
    Lane,
    Link,
    Map,
    Persona,
    Rating,
    Record,
    Round,
    Stage,
    Step,
    Vote,
)
from tests.model.builders import PARKING, after, cards, columns, columns_of, emotions, feeling, journey, lanes

WIDE = "A: a1 a2 a3 | B: b1 b2"
ROWS = "actions touchpoints emotion pains ideas"


def pasted(document: Document, keys: str, target: Target, into: Document | None = None) -> Document:
    """Copy from the map of a document and paste into it, or into that of another."""
    fragment = copy_out(document, "map", keys.split(" "))
    before = document if into is None else into
    fresh = after(before, paste(before, "map", fragment, target))
    assert loose_ends(fresh) == loose_ends(before)
    return fresh


def only_new(before: Document, now: Document) -> Document:
    """Leave out the cards that were there before."""
    return Document(
        record for record in now.records.values() if not isinstance(record, Card) or record.id not in before
    )


def placed(document: Document, keys: str, target: Target, into: Document | None = None) -> dict[str, str]:
    """Copy and paste; give where the new cards stand."""
    return cards(only_new(into or document, pasted(document, keys, target, into)))


# --- cards ----------------------------------------------------------------------------------------------------------


def test_a_card_is_pasted_at_the_end_of_the_cell() -> None:
    document = journey(cards={"actions a1": "x", "actions b1": "s t"})
    fresh = pasted(document, "x", Target("actions", "b1"))
    assert cards(fresh) == {"actions a1": "x", "actions b1": "s t x"}


def test_pasted_records_have_fresh_ids_and_their_origin() -> None:
    document = journey(cards={"actions a1": "x"}, personas="ann", emotions={"ann a1": 1})
    fresh = pasted(document, "A touchpoints", Target())
    new = [record for record in fresh.records.values() if record.id not in document]
    assert {record.origin for record in new if isinstance(record, Copied)} == {"A", "a1", "a2", "touchpoints", "x"}
    assert all(fresh[key] is record for key, record in document.records.items())


@pytest.mark.parametrize(
    ("lane", "step", "expected"),
    [
        ("actions", "a2", {"actions a2": "x", "actions a3": "y", "touchpoints b1": "z"}),
        ("actions", "b1", {"actions b1": "x", "actions b2": "y", "touchpoints b2": "z"}),
        ("pains", "a1", {"pains a1": "x", "pains a2": "y", "ideas a3": "z"}),
        ("ideas", "b2", {"ideas b2": "x y z"}),
        (None, None, {PARKING: "x y z"}),
        ("actions", None, {PARKING: "x y z"}),
        (None, "a1", {PARKING: "x y z"}),
    ],
)
def test_cards_keep_their_places_to_each_other(lane: str | None, step: str | None, expected: dict[str, str]) -> None:
    document = journey(WIDE, ROWS, cards={"actions a1": "x", "actions a2": "y", "touchpoints a3": "z"})
    assert placed(document, "z x y", Target(lane, step)) == expected


def test_lanes_and_steps_between_them_count() -> None:
    document = journey(WIDE, ROWS, cards={"actions a1": "x", "pains a3": "y"})
    assert placed(document, "x y", Target("actions", "a2")) == {"actions a2": "x", "pains b1": "y"}


def test_hidden_lanes_are_passed_over() -> None:
    hidden = Lane.new(id="hidden", parent="map", kind="notes", rank="1", hidden=True)
    document = journey(WIDE, "actions ideas", cards={"actions a1": "x", "ideas a1": "y"}, more=(hidden,))
    assert placed(document, "x y", Target("actions", "a2")) == {"actions a2": "x", "ideas a2": "y"}
    assert placed(document, "y", Target("hidden", "a2")) == {"ideas a2": "y"}


def test_cards_of_a_hidden_lane_can_be_pasted() -> None:
    hidden = Lane.new(id="hidden", parent="map", kind="notes", rank="1", hidden=True)
    card = Card.new(id="h", parent="map", lane="hidden", step="a1", text="h")
    document = journey(WIDE, "actions ideas", cards={"actions a2": "x"}, more=(hidden, card))
    assert placed(document, "h x", Target("actions", "a1")) == {"actions a1": "h", "ideas a2": "x"}


def test_a_card_from_the_parking_lot_stands_in_the_cell() -> None:
    document = journey(cards={PARKING: "p", "touchpoints a1": "x"})
    assert placed(document, "p", Target("touchpoints", "a2")) == {"touchpoints a2": "p"}
    assert placed(document, "p x", Target("actions", "a2")) == {"actions a2": "x p"}


def test_where_the_lane_is_not_for_cards_they_stay_in_theirs() -> None:
    document = journey(WIDE, ROWS, cards={"actions a1": "x"})
    assert placed(document, "x", Target("emotion", "a2")) == {"actions a2": "x"}
    assert placed(document, "x", Target("gone", "gone")) == {"actions a1": "x"}


@pytest.mark.parametrize(
    ("card", "step", "expected"),
    [
        ("x-a2", "b1", {"actions b1": "x-b2"}),
        ("x-a2", "b2", {"actions b2": "x"}),
        ("x-b1", "a2", {"actions a2": "x-b2"}),
        ("x-gone", "a2", {"actions a2": "x"}),
    ],
)
def test_a_card_covers_as_many_steps_as_there_are(card: str, step: str, expected: dict[str, str]) -> None:
    document = journey(WIDE, cards={"actions a1": card})
    fragment = copy_out(document, "map", ["x"])
    assert (
        cards(only_new(document, after(document, paste(document, "map", fragment, Target("actions", step)))))
        == expected
    )


def test_a_card_that_was_read_backwards_covers_one_step() -> None:
    document = journey(WIDE, cards={"actions b1": "x-a1"})
    assert placed(document, "x", Target("actions", "a2")) == {"actions a2": "x"}


def test_links_between_pasted_cards_come_along() -> None:
    links = (
        Link.new(id="k", parent="map", from_="x", to="y", label="then"),
        Link.new(id="out", parent="map", from_="x", to="z"),
    )
    document = journey(cards={"actions a1": "x y z"}, more=links)
    fresh = pasted(document, "x y", Target("actions", "b1"))
    (new,) = [link for link in fresh.links("map") if link.id not in document]
    ends = [fresh.get(key, Card) for key in (new.from_, new.to)]
    assert [card.origin for card in ends if card] == ["x", "y"]
    assert new.label == "then"


def test_a_link_whose_end_is_not_pasted_is_left_out() -> None:
    fragment = Fragment((Card.new(id="x"), Link.new(id="k", from_="x", to="gone")))
    fresh = after(journey(), paste(journey(), "map", fragment, Target()))
    assert fresh.links("map") == ()


def test_solved_cards_are_the_pasted_ones_or_those_of_the_project() -> None:
    solving = Card.new(id="s", parent="map", solves=("x", "y", "gone"), text="s")
    document = journey(cards={"actions a1": "x y"}, more=(solving,))
    fragment = Fragment((solving, document["x"]))
    fresh = after(document, paste(document, "map", fragment, Target()))
    new = {card.origin: card for card in fresh.cards("map") if card.id not in document}
    assert new["s"].solves == (new["x"].id, "y")


def test_votes_have_fresh_ids_and_stay_in_the_rounds_of_the_map() -> None:
    votes = (Vote.new(id="v1", round="r", by="Ann"), Vote.new(id="v2", round="gone"), Vote.new(id="v3", by="Bob"))
    card = Card.new(id="x", parent="map", votes=votes)
    document = journey(more=(Round.new(id="r", parent="map"), card))
    fresh = after(document, paste(document, "map", Fragment((card,)), Target()))
    (copy,) = [one for one in fresh.cards("map") if one.id != "x"]
    assert [(vote.round, vote.by) for vote in copy.votes] == [("r", "Ann"), ("", "Bob")]
    assert not {vote.id for vote in copy.votes} & {"v1", "v2", "v3"}


# --- stages and steps -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (None, "A: a1 a2 | B: b1 | A: a1 a2"),
        ("A", "A: a1 a2 | A: a1 a2 | B: b1"),
        ("no", "A: a1 a2 | B: b1 | A: a1 a2"),
    ],
)
def test_stages_come_after_the_one_named(beside: str | None, expected: str) -> None:
    assert columns(pasted(journey(), "A", Target(after_stage=beside))) == expected


@pytest.mark.parametrize("target", [Target(), Target("touchpoints", "b1"), Target("emotion", "b1")])
def test_the_cards_of_a_pasted_stage_stay_in_their_lanes(target: Target) -> None:
    stacks = {"actions a1": "x y", "ideas a2": "z"}
    document = journey(WIDE, ROWS, cards=stacks, personas="ann", emotions={"ann a2": -1})
    fresh = pasted(document, "A", target)
    assert columns(fresh) == "A: a1 a2 a3 | B: b1 b2 | A: a1 a2 a3"
    stage = fresh.stages("map")[-1]
    steps = fresh.steps_of(stage.id)
    assert [card.text for card in fresh.cell("map", "actions", steps[0].id)] == ["x", "y"]
    assert [card.text for card in fresh.cell("map", "ideas", steps[1].id)] == ["z"]
    found = fresh.emotion("ann", steps[1].id)
    assert found is not None
    assert found.score == -1


@pytest.mark.parametrize(
    ("keys", "expected"),
    [("A", "a3"), ("B", None), ("A B", "b1"), ("a2 a3", "a3"), ("a2", None), ("a2 B", "b1"), ("a1 B", None)],
)
def test_a_card_in_pasted_steps_covers_those_that_are_pasted_with_it(keys: str, expected: str | None) -> None:
    document = journey(WIDE, cards={"actions a2": "x-b1"})
    fresh = pasted(document, keys, Target())
    new = [card for card in fresh.cards("map") if card.id != "x"]
    assert bool(new) is ("a2" in keys or "A" in keys)
    for card in new:
        last = fresh.get(card.to, Step)
        assert (last.origin if last else None) == expected


def test_a_card_never_covers_steps_backwards() -> None:
    document = journey(WIDE, cards={"actions a2": "x-b1"})
    fresh = pasted(document, "a2 B", Target("actions", "b2", after_stage="A"))
    assert columns(fresh) == "A: a1 a2 a3 | B: b1 b2 | B: b1 b2 a2"
    assert fresh.cards("map")[0].to is None or fresh.cards("map")[1].to is None


def test_a_card_that_is_named_beside_a_stage_goes_to_the_cell() -> None:
    document = journey(WIDE, cards={"actions a2": "x-b1"})
    fresh = pasted(document, "x B", Target("touchpoints", "a3"))
    assert cards(only_new(document, fresh)) == {"touchpoints a3": "x-b2"}


def test_a_stage_that_comes_without_steps_gets_one() -> None:
    fragment = Fragment((Stage.new(id="S", title="S"),))
    fresh = after(journey(), paste(journey(), "map", fragment, Target()))
    assert len(fresh.steps_of(fresh.stages("map")[-1].id)) == 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target("actions", "b1"), "A: a1 a2 a3 | B: b1 a1 a3 b2"),
        (Target("actions", "b2"), "A: a1 a2 a3 | B: b1 b2 a1 a3"),
        (Target(), "A: a1 a2 a3 | B: b1 b2 a1 a3"),
        (Target(after_stage="A"), "A: a1 a2 a3 a1 a3 | B: b1 b2"),
        (Target("actions", "gone"), "A: a1 a2 a3 | B: b1 b2 a1 a3"),
        (Target("actions", "o1"), "A: a1 a2 a3 | B: b1 b2 a1 a3"),
    ],
)
def test_steps_without_their_stage_come_after_the_step_of_the_cell(target: Target, expected: str) -> None:
    other = (Map.new(id="other", parent="project"), *columns_of("other", "O: o1"))
    document = journey(WIDE, cards={"touchpoints a3": "x"}, personas="ann", emotions={"ann a1": 2}, more=other)
    fresh = pasted(document, "a1 a3", target)
    assert columns(fresh) == expected
    (card,) = only_new(document, fresh).cards("map")
    assert card.lane == "touchpoints"
    assert card.step not in document
    assert sum(one.score == 2 for one in fresh.emotions("map")) == 2


def test_steps_without_a_stage_go_nowhere_on_a_map_without_stages() -> None:
    fragment = Fragment((Step.new(id="s", parent="S"), Card.new(id="x", lane="actions", step="s", text="x")))
    document = journey("")
    fresh = after(document, paste(document, "map", fragment, Target("actions", "s")))
    assert columns(fresh) == ""
    assert cards(fresh) == {PARKING: "x"}


# --- lanes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (None, "actions touchpoints actions"),
        ("actions", "actions actions touchpoints"),
        ("no", "actions touchpoints actions"),
    ],
)
def test_lanes_come_after_the_one_named_with_their_cards_at_their_steps(beside: str | None, expected: str) -> None:
    document = journey(cards={"actions a2": "x-b1", "touchpoints a1": "t"})
    fresh = pasted(document, "actions", Target("touchpoints", "a1", after_lane=beside))
    assert lanes(fresh) == expected
    (card,) = only_new(document, fresh).cards("map")
    assert (card.step, card.to) == ("a2", "b1")
    assert card.lane not in document


def test_a_lane_for_no_cards_brings_none() -> None:
    fragment = Fragment((Lane.new(id="E", kind="emotion"), Card.new(id="x", lane="E", step="a1", text="x")))
    document = journey()
    assert cards(after(document, paste(document, "map", fragment, Target()))) == {PARKING: "x"}
    assert cards(after(document, paste(document, "map", fragment, Target("actions", "a2")))) == {"actions a2": "x"}


def test_a_lane_and_a_stage_are_pasted_together() -> None:
    document = journey(cards={"actions a1": "x", "actions b1": "y", "touchpoints a1": "t"})
    fresh = pasted(document, "A actions", Target())
    new = {
        card.origin: (card.lane in document, card.step in document) for card in only_new(document, fresh).cards("map")
    }
    assert new == {"x": (False, False), "y": (False, True), "t": (True, False)}


# --- from elsewhere -------------------------------------------------------------------------------------------------


def elsewhere(stacks: dict[str, str]) -> Document:
    """Make a document whose lanes and steps are in no other."""
    return journey("K: k1 k2 k3", "l1=pains l2=ideas", cards=stacks)


def test_cards_of_another_project_keep_their_order() -> None:
    source = elsewhere({"l1 k1": "x", "l1 k3": "z", "l2 k2": "y-k3", "l2 k3": "w"})
    assert placed(source, "x y z w", Target("actions", "a2"), journey(WIDE)) == {
        "actions a2": "x",
        "actions b1": "z",
        "touchpoints a3": "y-b1",
        "touchpoints b1": "w",
    }


def test_cards_in_no_order_stand_as_they_come() -> None:
    fragment = Fragment(
        (
            Card.new(id="x", lane="l1", step="k1", text="x"),
            Card.new(id="y", lane="l1", step="k2", text="y"),
            Card.new(id="z", lane="l2", step="k2", text="z"),
            Card.new(id="w", lane="l2", step="k1", text="w"),
        )
    )
    document = journey()
    assert cards(after(document, paste(document, "map", fragment, Target("actions", "a1")))) == {
        "actions a1": "x",
        "actions a2": "y",
        "touchpoints a1": "w",
        "touchpoints a2": "z",
    }


def test_cards_of_another_map_keep_their_places() -> None:
    other = (
        Map.new(id="other", parent="project"),
        *columns_of("other", "O: o1 o2 o3"),
        Lane.new(id="o", parent="other", kind="notes", rank="V"),
        Lane.new(id="u", parent="other", kind="notes", rank="W"),
        Card.new(id="x", parent="other", lane="o", step="o1", to="o2", text="x"),
        Card.new(id="y", parent="other", lane="u", step="o3", text="y"),
    )
    document = journey(WIDE, more=other)
    fragment = copy_out(document, "other", ["x", "y"])
    fresh = after(document, paste(document, "map", fragment, Target("actions", "a2")))
    assert cards(fresh) == {"actions a2": "x-a3", "touchpoints b1": "y"}


def test_a_stage_of_another_project_brings_its_cards_into_the_lanes_by_their_order() -> None:
    source = elsewhere({"l1 k1": "x-k2", "l2 k2": "y"})
    for target, rows in ((Target(), "actions touchpoints"), (Target("touchpoints", "a1"), "touchpoints touchpoints")):
        fresh = pasted(source, "K", target, journey())
        assert columns(fresh) == "A: a1 a2 | B: b1 | K: k1 k2 k3"
        assert {card.text: card.lane for card in fresh.cards("map")} == dict(zip("xy", rows.split(), strict=True))
        assert "x-k2" in cards(fresh)[f"{rows.split()[0]} k1"]


def test_a_stage_brings_its_cards_to_the_parking_lot_of_a_map_without_lanes() -> None:
    assert placed(elsewhere({"l1 k1": "x"}), "K", Target(), journey(lanes="emotion")) == {PARKING: "x"}


def test_a_lane_of_another_project_brings_its_cards_to_the_steps_by_their_order() -> None:
    source = elsewhere({"l1 k1": "x", "l1 k2": "y-k3"})
    fresh = pasted(source, "l1", Target(), journey())
    assert lanes(fresh) == "actions touchpoints l1"
    assert cards(fresh) == {"l1 a1": "x", "l1 a2": "y-b1"}
    assert placed(source, "l1", Target("actions", "a2"), journey()) == {"l1 a2": "x", "l1 b1": "y"}


def test_a_lane_brings_its_cards_to_the_parking_lot_of_a_map_without_steps() -> None:
    assert placed(elsewhere({"l1 k1": "x"}), "l1", Target(), journey("")) == {PARKING: "x"}


# --- personas, departments and pictures -----------------------------------------------------------------------------


def people(document: Document) -> str:
    return " ".join(persona.name for persona in document.personas)


def test_personas_with_the_same_id_or_name_are_joined_and_others_added() -> None:
    copied: tuple[Record, ...] = (
        Persona.new(id="ann", name="Anna"),
        Persona.new(id="b", name="bob"),
        Persona.new(id="z", name="zoe"),
        Persona.new(id="n1"),
        Persona.new(id="n2"),
        Card.new(id="x", personas=("ann", "b", "z", "gone"), text="x"),
    )
    document = journey(personas="ann bob")
    fresh = after(document, paste(document, "map", Fragment(copied), Target()))
    assert people(fresh) == "ann bob zoe  "
    (card,) = fresh.cards("map")
    zoe = fresh.personas[2].id
    assert zoe != "z"
    assert card.personas == ("ann", "bob", zoe)
    assert fresh["map"] == document["map"].with_(personas=("ann", "bob", zoe))


def test_a_persona_that_is_joined_twice_is_named_once() -> None:
    copied = (
        Persona.new(id="b1", name="bob"),
        Persona.new(id="b2", name="bob"),
        Card.new(id="x", personas=("b1", "b2")),
    )
    document = journey(personas="bob")
    assert after(document, paste(document, "map", Fragment(copied), Target())).cards("map")[0].personas == ("bob",)


def test_the_personas_of_what_is_pasted_join_the_map() -> None:
    source = journey(personas="ann bob zoe", emotions={"zoe b1": 1, "ann a1": 2})
    into = journey("K: k1", personas="bob")
    fresh = pasted(source, "B", Target(), into)
    assert people(fresh) == "bob zoe"
    assert [persona.name for persona in fresh.personas_of("map")] == ["bob", "zoe"]
    assert emotions(fresh) == {"zoe b1": 1}


def test_an_emotion_of_nobody_is_left_out() -> None:
    fragment = Fragment((Stage.new(id="S"), Step.new(id="s", parent="S"), feeling("gone", "s"), feeling("ann", "no")))
    document = journey(personas="ann")
    assert after(document, paste(document, "map", fragment, Target())).emotions("map") == ()


def test_ratings_go_along_with_a_step_that_is_cut_but_not_with_a_copy() -> None:
    rated = feeling("ann", "b1", score=1, feeling="Joy", note="!", ratings=(Rating(id="r", by="Bob", score=1),))
    document = journey(personas="ann", more=(rated,))
    fresh = pasted(document, "B", Target())
    (copy,) = [one for one in fresh.emotions("map") if one != rated]
    assert (copy.score, copy.feeling, copy.note, copy.ratings) == (1, "Joy", "!", ())
    (moved,) = pasted(document, "B", Target(), journey("K: k1", personas="ann")).emotions("map")
    assert [(rating.by, rating.score) for rating in moved.ratings] == [("Bob", 1)]
    assert moved.ratings[0].id != "r"


def test_departments_with_the_same_id_or_name_are_joined_and_others_added() -> None:
    copied: tuple[Record, ...] = (
        Department.new(id="d", name="Kitchen"),
        Department.new(id="e", name="Service"),
        Department.new(id="f", name="Truck"),
        *(Card.new(id=f"x{key}", department=key, text=key) for key in ("d", "e", "f", "gone", "")),
    )
    document = journey(
        more=(
            Department.new(id="d", parent="project", name="K", rank="a"),
            Department.new(id="s", parent="project", name="Service", rank="b"),
        )
    )
    fresh = after(document, paste(document, "map", Fragment(copied), Target()))
    assert [one.name for one in fresh.departments] == ["K", "Service", "Truck"]
    truck = fresh.departments[2].id
    assert {card.text: card.department for card in fresh.cards("map")} == {
        "d": "d",
        "e": "s",
        "f": truck,
        "gone": "",
        "": "",
    }
    assert truck != "f"


def test_pictures_come_along_once() -> None:
    copied: tuple[Record, ...] = (
        Asset.new(id="sha256-1", type="image/png", data="AAAA"),
        Asset.new(id="sha256-2", type="image/png", data="AAAB"),
        Persona.new(id="z", name="zoe", photo="sha256-2"),
        Persona.new(id="y", name="yan", photo="sha256-no"),
        Card.new(id="x", asset="sha256-1", personas=("z", "y"), text="x"),
        Card.new(id="w", asset="sha256-no", text="w"),
    )
    there = Asset.new(id="sha256-1", parent="project", data="AAAA")
    document = journey(more=(there,))
    fresh = after(document, paste(document, "map", Fragment(copied), Target()))
    assert [asset.id for asset in fresh.assets] == ["sha256-1", "sha256-2"]
    assert fresh["sha256-1"] is there
    assert {card.text: card.asset for card in fresh.cards("map")} == {"x": "sha256-1", "w": ""}
    assert [persona.photo for persona in fresh.personas] == ["sha256-2", ""]
    assert not loose_ends(fresh)


# --- nothing --------------------------------------------------------------------------------------------------------


def test_there_is_nothing_to_paste_or_nowhere() -> None:
    document = journey(cards={"actions a1": "x"})
    assert paste(document, "map", Fragment(()), Target("actions", "a1")) is None
    assert paste(document, "no", copy_out(document, "map", ["x"]), Target()) is None
    assert paste(document, "A", copy_out(document, "map", ["x"]), Target()) is None


def test_a_paste_past_a_limit_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_module, "_LIMITS", {Card: (3, "at most {most}")})
    document = journey(cards={"actions a1": "x y"})
    with pytest.raises(LimitReachedError):
        paste(document, "map", copy_out(document, "map", ["x", "y"]), Target())
