"""Emotions: how a persona feels at a step."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.emotions import set_emotion, set_scores
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Emotion, Map, Persona, Rating, Step
from tests.model.builders import after, emotions, feeling, journey

ZOE = Persona.new(id="zoe", parent="project")


def test_an_emotion_is_made_where_there_is_none() -> None:
    document = journey(personas="ann")
    fresh = after(document, set_emotion(document, "ann", "a1", score=-1.5, feeling="hungry"))
    assert fresh.emotion("ann", "a1") == feeling("ann", "a1", score=-1.5, feeling="hungry")
    assert fresh["map"] is document["map"]


def test_the_other_fields_of_an_emotion_stay() -> None:
    ratings = (Rating(id="r", score=1),)
    document = journey(personas="ann", more=(feeling("ann", "a1", score=1, note="Queue", ratings=ratings),))
    fresh = after(document, set_emotion(document, "ann", "a1", score=None))
    assert fresh.emotion("ann", "a1") == feeling("ann", "a1", note="Queue", ratings=ratings)


def test_a_persona_that_is_not_on_the_map_joins_it() -> None:
    document = journey(personas="ann", more=(ZOE,))
    fresh = after(document, set_emotion(document, "zoe", "a1", score=0))
    assert emotions(fresh) == {"zoe a1": 0}
    assert fresh["map"] == document["map"].with_(personas=("ann", "zoe"))


@pytest.mark.parametrize(
    ("persona", "step"),
    [("no", "a1"), ("ann", "no"), ("a1", "ann"), ("ann", "A"), ("ann", "map"), ("ann", "lost"), ("map", "a1")],
)
def test_there_is_nobody_or_nowhere_to_feel(persona: str, step: str) -> None:
    assert set_emotion(journey(personas="ann", more=(Step.new(id="lost", parent="gone"),)), persona, step) is None


def test_what_is_so_already_is_no_change() -> None:
    assert set_emotion(journey(personas="ann", emotions={"ann a1": 1}), "ann", "a1", score=1) is None


@pytest.mark.parametrize("score", [2.5, -3, "1", True])
def test_a_score_that_does_not_fit_is_refused(score: object) -> None:
    for document in (journey(personas="ann"), journey(personas="ann", emotions={"ann a1": 1})):
        with pytest.raises(InvalidValueError, match="score"):
            set_emotion(document, "ann", "a1", score=score)


def test_the_emotion_is_on_the_map_of_its_step() -> None:
    document = journey(personas="ann")
    found = after(document, set_emotion(document, "ann", "b1", score=0)).emotion("ann", "b1")
    assert found is not None
    assert isinstance(document[found.parent], Map)


def test_several_scores_are_one_change() -> None:
    document = journey(personas="ann", emotions={"ann a1": 1}, more=(ZOE,))
    document = Document(
        record.with_(note="Queue") if isinstance(record, Emotion) else record for record in document.records.values()
    )
    fresh = after(document, set_scores(document, {("ann", "a1"): -1, ("ann", "b1"): 0.5, ("zoe", "a1"): 2}))
    assert emotions(fresh) == {"ann a1": -1, "ann b1": 0.5, "zoe a1": 2}
    assert fresh.emotion("ann", "a1") == feeling("ann", "a1", score=-1, note="Queue")
    assert fresh["map"] == document["map"].with_(personas=("ann", "zoe"))


def test_scores_of_nobody_or_nowhere_are_passed_over() -> None:
    document = journey(personas="ann", emotions={"ann a1": 1})
    nowhere = {("no", "a1"): 1.0, ("ann", "no"): 1.0, ("ann", "A"): 1.0, ("ann", "a1"): 1.0}
    assert set_scores(document, nowhere) is None
    assert emotions(after(document, set_scores(document, nowhere | {("ann", "a2"): 2.0}))) == {"ann a1": 1, "ann a2": 2}
