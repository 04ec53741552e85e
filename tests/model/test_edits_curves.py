"""Emotion curves: copying, clearing, and what the people in the room say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.document import Document
from cxdesigner.model.edits.curves import add_rating, clear_scores, copy_curve, curve_of, take_rating
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Emotion, Evidence, Map, Persona, Rating
from tests.model.builders import after, emotions, feeling, journey

ZOE = Persona.new(id="zoe", parent="project")
ANN = {"ann a1": 2, "ann a2": -1, "ann b1": 0}


def both(**more: object) -> Document:
    return journey(personas="ann ben", emotions=ANN | {"ben a1": 1}, **more)  # type: ignore[arg-type]


def test_a_curve_is_copied_to_another_persona() -> None:
    fresh = after(both(), copy_curve(both(), "map", "ann", "ben"))
    assert emotions(fresh) == ANN | {"ben a1": 2, "ben a2": -1, "ben b1": 0}


def test_only_the_steps_that_are_meant_are_copied() -> None:
    fresh = after(both(), copy_curve(both(), "map", "ann", "ben", {"a2", "gone"}))
    assert emotions(fresh) == ANN | {"ben a1": 1, "ben a2": -1}


def test_a_step_that_the_source_does_not_rate_stays_as_it_is() -> None:
    document = journey(personas="ann ben", emotions={"ann a1": 2, "ben a2": 1}, more=(feeling("ann", "a2", note="?"),))
    assert emotions(after(document, copy_curve(document, "map", "ann", "ben")))["ben a2"] == 1


def test_feelings_come_along_if_wanted_and_notes_and_evidence_never() -> None:
    proof = Evidence.new(kind="survey", n=200)
    own = Evidence.new(kind="assumption")
    document = journey(
        personas="ann ben",
        more=(
            feeling("ann", "a1", score=-2, feeling="Rage", note="Queue", evidence=proof),
            feeling("ben", "a1", score=1, feeling="Joy", note="Sun", evidence=own),
        ),
    )
    plain = after(document, copy_curve(document, "map", "ann", "ben")).emotion("ben", "a1")
    assert plain == feeling("ben", "a1", score=-2, feeling="Joy", note="Sun", evidence=own)
    whole = after(document, copy_curve(document, "map", "ann", "ben", feelings=True)).emotion("ben", "a1")
    assert whole == feeling("ben", "a1", score=-2, feeling="Rage", note="Sun", evidence=own)


def test_a_persona_that_is_not_on_the_map_joins_it_when_it_gets_a_curve() -> None:
    document = journey(personas="ann", emotions={"ann a1": 1}, more=(ZOE,))
    fresh = after(document, copy_curve(document, "map", "ann", "zoe"))
    assert emotions(fresh) == {"ann a1": 1, "zoe a1": 1}
    assert fresh["map"].personas == ("ann", "zoe")  # type: ignore[attr-defined]
    assert copy_curve(document, "map", "ann", "zoe", {"a2"}) is None


@pytest.mark.parametrize(
    ("shown", "source", "target"),
    [("map", "ann", "ann"), ("gone", "ann", "ben"), ("map", "gone", "ben"), ("map", "ann", "a1")],
)
def test_there_is_nothing_to_copy(shown: str, source: str, target: str) -> None:
    assert copy_curve(both(), shown, source, target) is None


def test_what_is_alike_already_is_no_change() -> None:
    document = after(both(), copy_curve(both(), "map", "ann", "ben"))
    assert copy_curve(document, "map", "ann", "ben") is None


def test_a_cleared_point_keeps_what_is_written_at_it() -> None:
    rated = (Rating(id="r", score=1),)
    document = journey(
        personas="ann ben",
        emotions={"ann b1": 1, "ben a1": 1},
        more=(
            feeling("ann", "a1", score=1, note="Queue"),
            feeling("ann", "a2", score=1, ratings=rated),
            feeling("ann", "b2"),
        ),
    )
    fresh = after(document, clear_scores(document, curve_of(document, "map", "ann")))
    assert emotions(fresh) == {"ann a1": None, "ann a2": None, "ann b2": None, "ben a1": 1}
    assert fresh.emotion("ann", "a1") == feeling("ann", "a1", note="Queue")
    assert fresh.emotion("ann", "a2") == feeling("ann", "a2", ratings=rated)


def test_there_is_nothing_to_clear() -> None:
    document = journey(personas="ann", more=(feeling("ann", "a1", note="Queue"),))
    assert clear_scores(document, ["gone", "ann", *curve_of(document, "map", "ann")]) is None


def said(document: Document, *scores: float) -> Document:
    for score in scores:
        document = after(document, add_rating(document, "ann", "a1", score))
    return document


def test_the_score_is_the_median_of_what_was_said() -> None:
    document = said(journey(personas="ann", emotions={"ann a1": 2}), -2, 1)
    found = document.emotion("ann", "a1")
    assert found is not None
    assert [rating.score for rating in found.ratings] == [-2, 1]
    assert found.score == -0.5
    assert len({rating.id for rating in found.ratings}) == 2
    by_hand = after(document, set_emotion(document, "ann", "a1", score=1.5)).emotion("ann", "a1")
    assert by_hand is not None
    assert by_hand.ratings == found.ratings


def test_who_said_it_is_kept() -> None:
    found = after(journey(personas="ann"), add_rating(journey(personas="ann"), "ann", "a1", 1, by="Joris"))
    assert [rating.by for rating in found.emotion("ann", "a1").ratings] == ["Joris"]  # type: ignore[union-attr]


def test_a_rating_of_nobody_or_nowhere_or_beyond_the_scale() -> None:
    document = journey(personas="ann")
    assert add_rating(document, "gone", "a1", 1) is None
    assert add_rating(document, "ann", "gone", 1) is None
    with pytest.raises(InvalidValueError):
        add_rating(document, "ann", "a1", 3)


def test_the_last_rating_is_taken_back() -> None:
    document = said(journey(personas="ann", emotions={"ann a1": 2}), -2, 1)
    one = after(document, take_rating(document, "ann", "a1", before=2))
    assert one.emotion("ann", "a1").score == -2  # type: ignore[union-attr]
    none = after(one, take_rating(one, "ann", "a1", before=2))
    assert none.emotion("ann", "a1") == feeling("ann", "a1", score=2)
    assert take_rating(none, "ann", "a1") is None
    assert take_rating(none, "ann", "b1") is None


def test_nothing_is_left_of_an_emotion_that_was_only_ratings() -> None:
    document = said(journey(personas="ann"), 1)
    assert emotions(after(document, take_rating(document, "ann", "a1"))) == {}


@given(st.lists(st.sampled_from([-2.0, -1.0, 0.0, 1.0, 2.0, None]), max_size=25))
def test_ratings_and_what_is_taken_back_end_where_the_list_does(keys: list[float | None]) -> None:
    document, kept = journey(personas="ann"), []
    for key in keys:
        change = take_rating(document, "ann", "a1") if key is None else add_rating(document, "ann", "a1", key)
        if key is None:
            kept = kept[:-1]
        else:
            kept.append(key)
        if change is not None:
            assert document.apply(change).apply(change.inverse()) == document
            document = document.apply(change)
    found = document.get("ann\x1fa1", Emotion)
    assert [rating.score for rating in found.ratings] == kept if found is not None else not kept
    assert isinstance(document["map"], Map)
