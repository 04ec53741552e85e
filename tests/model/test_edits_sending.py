"""Moving and copying to another map."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.copies import duplicate_map
from cxdesigner.model.edits.sending import copy_to_map, move_to_map
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Card, Comment, Lane, Link, Map, Record, Round, Vote
from tests.model.builders import after, cards, columns, columns_of, emotions, journey, lanes


def other(columns: str = "A: a1 x | Z: z1", lane_kinds: str = "actions pains", personas: str = "") -> list[Record]:
    """Make the map "other": its ids begin with "o-", its titles do not."""
    stages = columns_of("other", columns)
    records: list[Record] = [Map.new(id="other", parent="project", rank="W", personas=personas.split())]
    for record in stages:
        parent = "other" if record.parent == "other" else f"o-{record.parent}"
        records.append(record.with_(id=f"o-{record.id}", parent=parent))
    kinds = lane_kinds.split()
    for kind, rank in zip(kinds, spread(len(kinds)), strict=True):
        given, _, of = kind.rpartition("=")
        records.append(Lane.new(id=f"o-{given or of}", parent="other", kind=of, title=given or of, rank=rank))
    return records


def project(*more: Record, **given: str) -> Document:
    return journey(
        "A: a1 a2 | B: b1 b2",
        "actions touchpoints emotion pains",
        cards={
            "actions a1": "one two",
            "actions a2": "three-b1",
            "touchpoints a1": "four",
            "pains b1": "five-b2",
            "parking": "six",
        },
        personas="ana",
        emotions={"ana b1": -1, "ana a1": 1},
        more=(*other(**given), *more),
    )


# --- cards ----------------------------------------------------------------------------------------------------------


def test_cards_go_to_the_lane_and_step_that_are_like_theirs() -> None:
    document = project()
    fresh = after(document, move_to_map(document, ["two", "one", "four", "six", "five"], "other"))
    assert cards(fresh, "other") == {"actions a1": "one two", "parking": "four five six"}
    assert cards(fresh) == {"actions a2": "three-b1"}
    assert not loose_ends(fresh)


def test_a_lane_is_found_by_its_title_before_its_kind() -> None:
    document = project(lane_kinds="staff=actions actions=notes pains")
    fresh = after(document, move_to_map(document, ["one"], "other"))
    assert cards(fresh, "other") == {"actions a1": "one"}
    document = project(lane_kinds="staff=actions pains")
    fresh = after(document, move_to_map(document, ["one"], "other"))
    assert cards(fresh, "other") == {"staff a1": "one"}


def test_a_card_goes_to_the_copies_of_its_lane_and_step_whatever_they_are_called() -> None:
    document = project()
    document = after(document, duplicate_map(document, "map", "Later"))
    later = document.maps[-1] if document.maps[-1].origin else document.maps[1]
    renamed = [record.with_(title="") for record in (*document.steps(later.id), *document.lanes(later.id))]
    gone = {card.id for card in document.cards(later.id)}
    records = [record for record in document.records.values() if record.id not in gone]
    document = Document([*records, *renamed])
    fresh = after(document, move_to_map(document, ["three", "five"], later.id))
    found = {card.id: card for card in fresh.cards(later.id)}
    origins = {key: (fresh[card.step].origin, fresh[card.to].origin) for key, card in found.items()}  # type: ignore
    assert origins == {"three": ("a2", "b1"), "five": ("b1", "b2")}
    back = after(fresh, move_to_map(fresh, ["five"], "map"))
    assert cards(back)["pains b1"] == "five-b2"


def test_a_span_ends_where_there_is_no_step_for_its_end() -> None:
    document = project(columns="A: b1 a2")
    fresh = after(document, move_to_map(document, ["three"], "other"))
    assert cards(fresh, "other") == {"actions a2": "three"}
    document = project(columns="A: a2")
    fresh = after(document, move_to_map(document, ["three"], "other"))
    assert cards(fresh, "other") == {"actions a2": "three"}


def test_personas_links_comments_and_votes_of_cards() -> None:
    more = (
        Round.new(id="r", parent="map"),
        Link.new(id="k1", parent="map", from_="one", to="two"),
        Link.new(id="k2", parent="map", from_="one", to="three"),
        Link.new(id="k3", parent="map", from_="three", to="four"),
        Comment.new(id="m1", parent="map", on="one"),
        Comment.new(id="m2", parent="map", on="m1"),
        Comment.new(id="m3", parent="map", on="k1"),
        Comment.new(id="m4", parent="map", on="k2"),
        Comment.new(id="m5", parent="map", on="three"),
    )
    document = project(*more)
    votes = (Vote(id="v", round="r"), Vote(id="w", round=""))
    one = document["one"].with_(personas=("ana",), votes=votes, solves=("five",))
    document = Document([*document.records.values(), one])
    fresh = after(document, move_to_map(document, ["one", "two"], "other"))
    moved = fresh["one"]
    assert isinstance(moved, Card)
    assert (moved.solves, [vote.id for vote in moved.votes]) == (("five",), ["w"])
    assert fresh["other"].personas == ("ana",)  # type: ignore[attr-defined]
    assert [link.id for link in fresh.links("other")] == ["k1"]
    assert [link.id for link in fresh.links("map")] == ["k3"]
    assert {comment.id: comment.on for comment in fresh.comments("other")} == {
        "m1": "one", "m2": "m1", "m3": "k1", "m4": "one",
    }  # fmt: skip
    assert [comment.id for comment in fresh.comments("map")] == ["m5"]
    assert not loose_ends(fresh)


# --- steps, stages, lanes -------------------------------------------------------------------------------------------


def test_a_step_takes_its_cards_and_emotions_to_the_stage_that_is_like_its_own() -> None:
    document = project()
    fresh = after(document, move_to_map(document, ["a1"], "other"))
    assert columns(fresh) == "A: a2 | B: b1 b2"
    assert columns(fresh, "other") == "A: a1 x a1 | Z: z1"
    assert cards(fresh, "other") == {"actions a1": "one two", "parking": "four"}
    assert emotions(fresh, "other") == {"ana a1": 1}
    assert fresh["other"].personas == ("ana",)  # type: ignore[attr-defined]
    assert not loose_ends(fresh)


def test_a_card_that_covers_steps_that_stay_too_stays_there() -> None:
    document = project()
    fresh = after(document, move_to_map(document, ["a2", "b2"], "other"))
    assert cards(fresh)["actions b1"] == "three"
    assert cards(fresh)["pains b1"] == "five"
    assert columns(fresh, "other") == "A: a1 x a2 | Z: z1 b2"
    assert not loose_ends(fresh)


def test_a_stage_whose_steps_all_go_keeps_an_empty_one() -> None:
    document = project(columns="")
    fresh = after(document, move_to_map(document, ["a1", "a2"], "other"))
    assert [step.title for step in fresh.steps_of("A")] == [""]
    assert columns(fresh, "other").endswith(": a1 a2")
    assert not loose_ends(fresh)


def test_stages_come_last_and_a_map_keeps_one() -> None:
    document = project()
    fresh = after(document, move_to_map(document, ["B"], "other"))
    assert columns(fresh) == "A: a1 a2"
    assert columns(fresh, "other") == "A: a1 x | Z: z1 | B: b1 b2"
    assert cards(fresh, "other") == {"pains b1": "five-b2"}
    fresh = after(fresh, move_to_map(fresh, ["A"], "other"))
    (stage,) = fresh.stages("map")
    assert (stage.title, len(fresh.steps_of(stage.id))) == ("", 1)
    assert not loose_ends(fresh)


def test_a_lane_takes_its_cards_along() -> None:
    document = project()
    fresh = after(document, move_to_map(document, ["actions", "emotion"], "other"))
    assert lanes(fresh) == "touchpoints pains"
    assert lanes(fresh, "other") == "actions pains actions emotion"
    assert cards(fresh, "other") == {"actions a1": "one two", "parking": "three"}
    assert not loose_ends(fresh)


# --- copying --------------------------------------------------------------------------------------------------------


def test_a_copy_leaves_everything_where_it_is() -> None:
    document = project(Link.new(id="k", parent="map", from_="one", to="two"))
    fresh = after(document, copy_to_map(document, ["one", "two", "A", "a1", "pains"], "other"))
    assert (columns(fresh), cards(fresh), lanes(fresh)) == (columns(document), cards(document), lanes(document))
    assert columns(fresh, "other") == "A: a1 x | Z: z1 | A: a1 a2"
    assert lanes(fresh, "other") == "actions pains pains"
    assert cards(fresh, "other") == {
        "actions a1": "one two", "actions a2": "three", "parking": "four five",
    }  # fmt: skip
    assert {card.origin for card in fresh.cards("other")} == {"one", "two", "three", "four", "five"}
    assert len(fresh.links("other")) == len(fresh.links("map")) == 1
    assert not loose_ends(fresh)


@pytest.mark.parametrize("edit", [move_to_map, copy_to_map])
def test_what_cannot_be_sent(edit: object) -> None:
    document = project()
    assert callable(edit)
    assert edit(document, ["one"], "map") is None
    assert edit(document, ["one"], "no") is None
    assert edit(document, [], "other") is None
    assert edit(document, ["ana"], "other") is None
    assert copy_to_map(document, ["map"], "other") is None
