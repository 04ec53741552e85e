"""Replacing: what was found is written anew, in any field, as one change; limits hold."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.replace import Place, replace_texts, replaced
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Card, Evidence, Persona
from cxdesigner.model.search import Query
from tests.model.builders import after, journey


def told() -> Document:
    document = journey("A: a1", "actions", cards={"actions a1": "one two"}, personas="ana")
    document = after(document, set_fields(document, "one", text="Wait at the door, wait", owner="door"))
    document = after(document, set_fields(document, "one", evidence=Evidence.new(kind="survey", source="at door")))
    return after(document, set_fields(document, "ana", goals=("no door", "", "door and door")))


def test_every_match_is_replaced_as_it_is_written() -> None:
    assert replaced("Wait, WAIT; await", Query("wait"), "queue \\1 $&") == "queue \\1 $&, queue \\1 $&; aqueue \\1 $&"
    assert replaced("Wait, await", Query("wait", whole_words=True), "x") == "x, await"
    assert replaced("cafe\u0301 Café", Query("cafe"), "bar") == "bar bar"
    assert replaced("nothing", Query("wait"), "x") == "nothing"


def test_texts_of_all_kinds_are_replaced_as_one_change() -> None:
    places = [
        Place("one", "text"), Place("one", "owner"), Place("one", "evidence.source"), Place("ana", "goals", 2),
    ]  # fmt: skip
    document = after(told(), replace_texts(told(), places, Query("door"), "gate"))
    card, persona = document.get("one", Card), document.get("ana", Persona)
    assert card is not None
    assert persona is not None
    assert (card.text, card.owner) == ("Wait at the gate, wait", "gate")
    assert card.evidence == Evidence.new(kind="survey", source="at gate")
    assert persona.goals == ("no door", "", "gate and gate")


@pytest.mark.parametrize(
    "place",
    [
        Place("gone", "text"),
        Place("one", "lane"),
        Place("two", "text"),
        Place("two", "evidence.source"),
        Place("ana", "goals", 9),
        Place("ana", "goals", 1),
        Place("project", "brand.name"),
    ],
)
def test_places_where_it_does_not_stand_are_passed_over(place: Place) -> None:
    assert replace_texts(told(), [place], Query("door"), "gate") is None


def test_what_is_put_in_is_cleaned() -> None:
    document = after(told(), replace_texts(told(), [Place("one", "owner")], Query("door"), "a\x00b\ud800"))
    card = document.get("one", Card)
    assert card is not None
    assert card.owner == "ab\ufffd"


def test_a_text_that_would_be_too_long_is_refused_and_nothing_is_replaced() -> None:
    with pytest.raises(InvalidValueError, match=r"“Wait at the door, wait” would be .* so nothing was replaced"):
        replace_texts(told(), [Place("one", "owner"), Place("one", "text")], Query("t"), "y" * 9_000)
    long = after(told(), set_fields(told(), "one", text="long " * 100))
    with pytest.raises(InvalidValueError, match=r"“long long .*…” would be"):
        replace_texts(long, [Place("one", "text")], Query("g"), "y" * 9_000)
