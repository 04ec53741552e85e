"""Splitting a stage, merging stages, merging steps."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.merging import averaged, merge_stages, merge_steps, split_stage
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Comment, Emotion, Evidence, Link, Rating, Record, emotion_id
from tests.model.builders import after, cards, columns, emotions, feeling, journey


def with_fields(document: Document, **fields: dict[str, object]) -> Document:
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


def link(key: str, start: str, end: str, **fields: object) -> Link:
    return Link.new(id=key, parent="map", from_=start, to=end, **fields)


def ends(document: Document) -> dict[str, str]:
    return {one.id: f"{one.from_} {one.to}" for one in document.links("map")}


# --- splitting ------------------------------------------------------------------------------------------------------


def test_the_steps_from_the_cut_on_are_a_stage_of_the_same_phase_and_colour() -> None:
    document = journey("A: a1 a2 a3 | B: b1", cards={"actions a1": "wide-a3", "actions a2": "one"})
    document = with_fields(document, A={"phase": "after", "color": "#112233", "goal": "Eat", "collapsed": True})
    fresh = after(document, split_stage(document, "a2", "New"))
    assert columns(fresh) == "A: a1 | New: a2 a3 | B: b1"
    new = fresh.stages("map")[1]
    assert (new.phase, new.color, new.goal, new.collapsed) == ("after", "#112233", "", False)
    assert cards(fresh) == {"actions a1": "wide-a3", "actions a2": "one"}


def test_a_stage_is_not_cut_before_its_first_step() -> None:
    document = journey()
    assert split_stage(document, "a1") is None
    assert split_stage(document, "no") is None
    assert split_stage(document, "A") is None


# --- merging stages -------------------------------------------------------------------------------------------------


def test_stages_become_the_first_of_them_with_the_steps_of_all() -> None:
    document = journey("A: a1 | B: b1 b2 | C: c1", cards={"actions a1": "one", "actions b2": "two-c1"})
    document = with_fields(document, A={"goal": "Eat"}, B={"goal": "Eat", "phase": "after"}, C={"goal": "Pay"})
    fresh = after(document, merge_stages(document, ["C", "A", "B"]))
    assert columns(fresh) == "A / B / C: a1 b1 b2 c1"
    (stage,) = fresh.stages("map")
    assert (stage.id, stage.goal, stage.phase) == ("A", "Eat / Pay", "during")
    assert cards(fresh) == cards(document)


def test_a_stage_that_stands_elsewhere_comes_to_the_first_and_spans_are_mended() -> None:
    document = journey("A: a1 | B: b1 | C: c1", cards={"actions a1": "wide-c1"})
    fresh = after(document, merge_stages(document, ["A", "C"]))
    assert columns(fresh) == "A / C: a1 c1 | B: b1"
    assert cards(fresh) == {"actions a1": "wide-b1"}


def test_links_and_comments_follow_a_merged_stage() -> None:
    more = (
        link("k1", "B", "C"),
        link("k2", "A", "B"),
        link("k3", "A", "C"),
        Comment.new(id="m1", parent="map", on="B"),
        Comment.new(id="m2", parent="map", on="k2"),
        Comment.new(id="m3", parent="map", on="C"),
    )
    document = journey("A: a1 | B: b1 | C: c1", more=more)
    fresh = after(document, merge_stages(document, ["A", "B"]))
    assert ends(fresh) == {"k3": "A C"}
    assert [comment.on for comment in fresh.comments("map")] == ["A", "A", "C"]
    assert not loose_ends(fresh)


@pytest.mark.parametrize("keys", [[], ["A"], ["A", "no"], ["a1", "b1"]])
def test_less_than_two_stages_are_not_merged(keys: list[str]) -> None:
    assert merge_stages(journey(), keys) is None


# --- merging steps --------------------------------------------------------------------------------------------------


def test_the_cards_of_merged_steps_stack_in_order() -> None:
    document = journey(
        "A: a1 a2 a3 | B: b1",
        cards={"actions a3": "three", "actions a1": "one", "actions a2": "two", "touchpoints a2": "four"},
    )
    fresh = after(document, merge_steps(document, ["a3", "a1", "a2"]))
    assert columns(fresh) == "A: a1 / a2 / a3 | B: b1"
    assert cards(fresh) == {
        "actions a1 / a2 / a3": "one two three",
        "touchpoints a1 / a2 / a3": "four",
    }


def test_spans_over_merged_steps_are_mended() -> None:
    document = journey(
        "A: a1 a2 a3 a4",
        cards={"actions a1": "to-a3", "actions a2": "over-a3", "actions a3": "from-a4", "touchpoints a1": "all-a4"},
    )
    fresh = after(document, merge_steps(document, ["a2", "a3"]))
    assert cards(fresh) == {
        "actions a1": "to-a2 / a3",
        "actions a2 / a3": "over from-a4",
        "touchpoints a1": "all-a4",
    }
    assert not loose_ends(fresh)


def test_a_card_that_covers_only_merged_steps_covers_none_besides() -> None:
    document = journey("A: a1 a2 a3", cards={"actions a1": "wide-a2 one", "actions a2": "two"})
    fresh = after(document, merge_steps(document, ["a1", "a2"]))
    assert cards(fresh) == {"actions a1 / a2": "wide one two"}


def test_steps_of_another_stage_come_to_the_first_and_that_stage_stays() -> None:
    document = journey("A: a1 a2 | B: b1", cards={"actions b1": "one", "actions a2": "two"})
    fresh = after(document, merge_steps(document, ["b1", "a1"]))
    first, second = fresh.stages("map")
    assert [step.title for step in fresh.steps_of(first.id)] == ["a1 / b1", "a2"]
    assert [step.title for step in fresh.steps_of(second.id)] == [""]
    assert cards(fresh) == {"actions a1 / b1": "one", "actions a2": "two"}


def test_durations_and_notes_are_joined_and_the_width_stays() -> None:
    document = with_fields(
        journey("A: a1 a2 a3"),
        a1={"title": "", "duration": "5 min", "note": "one", "width": 160},
        a2={"duration": "5 min", "note": "two", "width": 80},
        a3={"title": "a2"},
    )
    fresh = after(document, merge_steps(document, ["a1", "a2", "a3"]))
    (step,) = fresh.steps("map")
    assert (step.title, step.duration, step.note, step.width) == ("a2", "5 min", "one\ntwo", 160)


def test_a_persona_feels_the_mean_at_merged_steps() -> None:
    document = journey(
        "A: a1 a2 a3",
        personas="ana ben cleo",
        emotions={"ana a1": 2, "ana a2": -1, "ben a2": -2, "cleo a3": 1},
    )
    fresh = after(document, merge_steps(document, ["a1", "a2"]))
    assert emotions(fresh) == {"ana a1 / a2": 0.5, "ben a1 / a2": -2, "cleo a3": 1}


def test_feelings_notes_evidence_and_ratings_of_merged_steps_are_kept() -> None:
    more: tuple[Record, ...] = (
        feeling("ana", "a1", score=None, note="Well", ratings=(Rating(id="r1", score=1),)),
        feeling(
            "ana", "a2", score=None, feeling="glad", note="Ah", ratings=(Rating(id="r2", score=2),),
            evidence=Evidence(kind="survey"),
        ),
    )  # fmt: skip
    document = journey("A: a1 a2", personas="ana", more=more)
    fresh = after(document, merge_steps(document, ["a1", "a2"]))
    (emotion,) = fresh.emotions("map")
    assert isinstance(emotion, Emotion)
    assert emotion.id == emotion_id("ana", "a1")
    assert (emotion.score, emotion.feeling, emotion.note) == (None, "glad", "Well\nAh")
    assert [rating.id for rating in emotion.ratings] == ["r1", "r2"]
    assert emotion.evidence == Evidence(kind="survey")


def test_links_and_comments_follow_merged_steps() -> None:
    more = (
        link("k1", "a2", "b1"),
        link("k2", "a1", "b1"),
        link("k3", "a1", "a2"),
        link("k4", "b1", "a2", kind="repeats"),
        link("k5", "b1", "A"),
        Comment.new(id="m1", parent="map", on="a2"),
        Comment.new(id="m2", parent="map", on="k3"),
        Comment.new(id="m3", parent="map", on="k1"),
        Comment.new(id="m4", parent="map", on="b1"),
    )
    document = journey("A: a1 a2 | B: b1", more=more)
    fresh = after(document, merge_steps(document, ["a1", "a2"]))
    assert ends(fresh) == {"k2": "a1 b1", "k4": "b1 a1", "k5": "b1 A"}
    assert [comment.on for comment in fresh.comments("map")] == ["a1", "a1", "a1", "b1"]
    assert not loose_ends(fresh)


@pytest.mark.parametrize("keys", [[], ["a1"], ["a1", "no"], ["A", "B"]])
def test_less_than_two_steps_are_not_merged(keys: list[str]) -> None:
    assert merge_steps(journey(), keys) is None


def test_scores_that_differ_are_averaged_of_so_many_personas() -> None:
    document = journey("A: a1 a2 a3", personas="ann bob", emotions={"ann a1": 1, "ann a2": 2, "bob a1": 1, "bob a2": 1})
    assert averaged(document, ["a1", "a2"]) == 1
    assert averaged(document, ["a1", "a3"]) == 0
    assert averaged(document, ["gone"]) == 0
