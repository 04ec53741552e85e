"""Records are frozen, strict, clean, and keep what they do not know."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Card, Emotion, Evidence, Link, Nps, Part, Persona, Step, emotion_id
from cxdesigner.model.values import clean


def test_a_record_is_never_changed() -> None:
    card = Card.new(id="c", text="Waits")
    with pytest.raises(ValidationError):
        card.text = "Leaves"  # type: ignore[misc]
    assert card.with_(text="Leaves").text == "Leaves"
    assert card.text == "Waits"


def test_a_copy_keeps_what_it_does_not_know() -> None:
    card = Card.new(id="c", parent="m", text="Waits", zz={"deep": [1]}, evidence=Evidence.new(n=3, zz=4))
    copy = card.with_(text="Leaves", lane="l")
    assert copy.__pydantic_extra__ == {"zz": {"deep": [1]}}
    assert (copy.id, copy.parent, copy.evidence) == ("c", "m", card.evidence)
    assert copy.with_(text="Waits", lane=None) == card


def test_an_unknown_field_may_have_the_name_of_a_field_inside() -> None:
    raw = {"id": "k", "from": "a", "to": "b", "from_": 1, "parent": 2}
    link = Link.__pydantic_validator__.validate_python(raw, by_name=False, by_alias=True)
    assert (link.from_, link.__pydantic_extra__) == ("a", {"from_": 1, "parent": 2})
    moved = link.with_(to="c")
    assert (moved.from_, moved.to, moved.__pydantic_extra__) == ("a", "c", {"from_": 1, "parent": 2})


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        (Card, {"text": 5}, "The text should be a text, not a number."),
        (Card, {"text": "x" * 10_001}, "The text is 10,001 characters long; the most is 10,000."),
        (Card, {"id": ""}, "The id is empty."),
        (Card, {"color": "red"}, "color: 'red' is not a colour like #2f5bd7"),
        (Card, {"color": "#12345"}, "is not a colour"),
        (Card, {"due": "2026-13-01"}, "due: '2026-13-01' is not a date like 2026-06-30"),
        (Card, {"due": "2026-02-31"}, "due: '2026-02-31' is not a date like 2026-06-30"),
        (Card, {"due": "0000-01-01"}, "due: '0000-01-01' is not a date like 2026-06-30"),
        (Card, {"severity": 0}, "severity: 0 is outside 1 to 5"),
        (Card, {"severity": True}, "The severity should be a number, not true."),
        (Card, {"severity": float("nan")}, "finite number"),
        (Card, {"moment_of_truth": "yes"}, "The moment of truth should be true or false, not a text."),
        (Card, {"solves": "c"}, "The solves should be a list, not a text."),
        (Step, {"width": 23}, "width: 23 is outside 24 to 4000"),
        (Nps, {"promoters": -1}, "promoters: -1 is outside 0 and more"),
        (Evidence, {"n": 10**400}, "The n should be a number of ordinary size."),
        (Evidence, {"n": -(10**400)}, "The n should be a number of ordinary size."),
        (Evidence, {"n": float("inf")}, "finite number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(kind: type[Part], fields: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind.new(**{"id": "c"} | fields)
    assert says in str(caught.value)


@pytest.mark.parametrize(("given_", "kept"), [(3.0, "3"), (2.5, "2.5"), (4, "4"), (1e0, "1")])
def test_whole_numbers_are_integers(given_: float, kept: str) -> None:
    assert repr(Card.new(id="c", severity=given_).severity) == kept


def test_zero_is_zero() -> None:
    assert repr(Emotion.new(persona="a", step="t", score=-0.0).score) == "0"


@pytest.mark.parametrize("value", ["", "#2f5bd7", "#ABCDEF"])
def test_colours(value: str) -> None:
    assert Card.new(id="c", color=value).color == value


def test_values_that_nobody_knows_yet_are_kept() -> None:
    assert Card.new(id="c", kind="from-a-newer-release").kind == "from-a-newer-release"


def test_what_is_typed_is_cleaned() -> None:
    card = Card.new(id="c", text="a\r\nb\rc\0d\x1fe\x7f\x80\x85\x9ff\ud800g\tå")
    assert card.text == "a\nb\ncdef\ufffdg\tå"
    assert card.with_(text="x\0y").text == "xy"


def test_two_halves_of_a_character_are_one() -> None:
    assert clean("\ud83d\ude8b") == "🚋"


@given(st.text(st.characters()))
def test_clean_text_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert not set(cleaned) & {chr(code) for code in (*range(9), *range(11, 32), 127)}


@pytest.mark.parametrize("name", ["text", "promise"])
def test_texts_inside_a_list_are_cleaned_too(name: str) -> None:
    assert Persona.new(id="a", goals=["x\0y", f"{name}\r"]).goals == ("xy", f"{name}\n")


def test_an_emotion_is_known_by_its_persona_and_step() -> None:
    long = "a" * 200
    emotion = Emotion.new(id=emotion_id(long, long), parent="m", persona=long, step=long)
    assert emotion.id == f"{long}\x1f{long}"
    assert emotion.with_(score=1).id == emotion.id
