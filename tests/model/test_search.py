"""Finding: what is typed is found whatever its capitals and accents, and stands where it is said to stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import (
    Brand,
    Card,
    Comment,
    Department,
    Evidence,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Round,
    Stage,
    Step,
)
from cxdesigner.model.search import Query, SearchIndex, fold, spans
from tests.model.builders import after, feeling, journey


def matches(text: str, looked_for: str, **options: bool) -> list[str]:
    return [text[first:last] for first, last in spans(text, Query(looked_for, **options))]


@pytest.mark.parametrize(
    ("text", "looked_for", "found"),
    [
        ("Queue in the doorway", "QUEUE", ["Queue"]),
        ("Café CAFE\u0301 cafe", "café", ["Café", "CAFE\u0301", "cafe"]),
        ("cafe\u0301 table", "cafe", ["cafe\u0301"]),
        ("Straße", "strasse", ["Straße"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("ß", "s", []),
        ("ﬁne", "f", []),
        ("ﬁne", "fin", ["ﬁn"]),
        ("Łódź, Ærø, İzmir, ırmak", "lodz", ["Łódź"]),
        ("Łódź, Ærø, İzmir, ırmak", "aero", ["Ærø"]),
        ("Łódź, Ærø, İzmir, ırmak", "izmi", ["İzmi"]),
        ("Łódź, Ærø, İzmir, ırmak", "ir", ["ir", "ır"]),
        ("Ὀδυσσεύς", "οδυσσευσ", ["Ὀδυσσεύς"]),
        ("が か", "か", ["か"]),
        ("١٢ مَرحبا", "مرحبا", ["مَرحبا"]),
        ("ＡＢＣ", "abc", ["ＡＢＣ"]),
        ("“It’s late”", "\"it's", ["“It’s"]),
        ("one\ntwo\tthree", "one two three", ["one\ntwo\tthree"]),
        ("née\nélue", "nee elue", ["née\nélue"]),
        ("aaa", "aa", ["aa"]),
        ("👩‍🚀 lands", "👩‍🚀", ["👩‍🚀"]),
        ("anything", "", []),
        ("anything", "\u0301", []),
        ("a.b*c", ".", ["."]),
    ],
)
def test_capitals_and_accents_do_not_count(text: str, looked_for: str, found: list[str]) -> None:
    assert matches(text, looked_for) == found


@pytest.mark.parametrize(
    ("text", "looked_for", "found"),
    [
        ("Wait, wait", "wait", ["wait"]),
        ("Café cafe CAFÉ", "café", []),
        ("Café", "Cafe\u0301", ["Café"]),
        ("cafe\u0301", "cafe", []),
        ("cafe\u0301", "é", ["e\u0301"]),
        ("Straße", "Strasse", []),
        ("\u0301a", "a", ["a"]),
    ],
)
def test_where_case_is_matched_all_counts_but_how_accents_are_written(
    text: str, looked_for: str, found: list[str]
) -> None:
    assert matches(text, looked_for, match_case=True) == found


@pytest.mark.parametrize(
    ("text", "looked_for", "found"),
    [
        ("at the table, attable", "at", ["at"]),
        ("bill; the BILL! billing", "bill", ["bill", "BILL"]),
        ("a_b b", "b", ["b"]),
        ("#tag ##tag", "#tag", ["#tag", "#tag"]),
        ("été étés", "ete", ["été"]),
    ],
)
def test_whole_words_have_no_letter_beside_them(text: str, looked_for: str, found: list[str]) -> None:
    assert matches(text, looked_for, whole_words=True) == found


@given(st.text(max_size=30), st.text(max_size=3), st.booleans(), st.booleans())
def test_matches_stand_in_the_text_one_behind_the_other(text: str, looked_for: str, case: bool, words: bool) -> None:
    end = 0
    for first, last in spans(text, Query(looked_for, case, words)):
        assert end <= first < last <= len(text)
        assert fold(text[first:last]) == fold(looked_for)
        end = last


@given(st.text(min_size=1, max_size=20))
def test_every_text_is_found_in_itself(text: str) -> None:
    if fold(text):
        assert spans(text, Query(text))


def full() -> Document:
    """A journey with a word of its own in every place where text may stand."""
    document = journey(
        "A: a1 a2 | B: b1",
        "actions feelings=emotion",
        cards={"actions a2": "second", "actions a1": "first", "parking": "parked"},
        personas="ana",
    )
    fields: dict[str, dict[str, Any]] = {
        "project": {"title": "x project", "brand": Brand.new(name="x brand", promise="x vow")},
        "map": {"title": "x map", "scenario": "x scenario", "goal": "x goal", "release": "x 1", "author": "x author"},
        "A": {"title": "x stage", "goal": "x aim"},
        "a1": {"title": "x step", "duration": "x min", "note": "x hint"},
        "actions": {"title": "x lane", "subtitle": "x sub"},
        "first": {
            "text": "x text", "says": "x says", "promise": "x promise", "experience": "x got", "owner": "x owner",
            "url": "https://x", "author": "x hand", "alt": "x alt",
            "evidence": Evidence.new(kind="interview", source="x source", url="mailto:x"),
        },
        "ana": {"name": "x name", "goals": ["", "x one", "x two"], "brand_feeling": "x trust"},
    }  # fmt: skip
    records = [
        *(record.with_(**fields.get(key, {})) for key, record in document.records.items()),
        feeling("ana", "a1", feeling="x glad", note="x note"),
        Link.new(id="k", parent="map", from_="first", to="second", label="x label"),
        Round.new(id="r", parent="map", title="x round"),
        Comment.new(id="c", parent="map", on="first", text="x comment", author="x who"),
        Department.new(id="d", parent="project", name="x floor"),
    ]
    return Document(records)


def found(document: Document, text: str = "x", index: SearchIndex | None = None) -> list[tuple[str, str, int]]:
    index = index or SearchIndex()
    index.update(document)
    return [(hit.key, hit.field, hit.item) for hit in index.find(Query(text))]


def test_every_text_of_a_project_is_found_in_reading_order() -> None:
    assert [(key.split("\x1f")[0], field, item) for key, field, item in found(full())] == [
        ("map", "title", -1), ("map", "scenario", -1), ("map", "goal", -1), ("map", "release", -1),
        ("map", "author", -1), ("A", "title", -1), ("A", "goal", -1), ("a1", "title", -1), ("a1", "duration", -1),
        ("a1", "note", -1), ("actions", "title", -1), ("actions", "subtitle", -1), ("first", "text", -1),
        ("first", "says", -1), ("first", "promise", -1), ("first", "experience", -1), ("first", "owner", -1),
        ("first", "url", -1), ("first", "author", -1), ("first", "alt", -1), ("first", "evidence.source", -1),
        ("first", "evidence.url", -1), ("ana", "feeling", -1), ("ana", "note", -1), ("k", "label", -1),
        ("r", "title", -1), ("c", "text", -1), ("c", "author", -1), ("ana", "name", -1), ("ana", "goals", 1),
        ("ana", "goals", 2), ("ana", "brand_feeling", -1), ("project", "title", -1), ("project", "brand.name", -1),
        ("project", "brand.promise", -1), ("d", "name", -1),
    ]  # fmt: skip


def test_a_hit_knows_its_map_its_persona_or_the_project() -> None:
    index = SearchIndex()
    index.update(full())
    assert {hit.home for hit in index.find(Query("x"))} == {"map", "ana", "project"}


def test_cards_come_from_left_to_right_and_those_without_a_place_last() -> None:
    document = journey("A: a1 a2", "actions", cards={"actions a2": "s1", "actions a1": "s2", "parking": "s3"})
    stray = Card.new(id="s4", parent="map", lane="gone", step="a1", text="s4", rank="z")
    emotion = feeling("ana", "a1", note="s5")  # on a map without a lane for it
    document = Document([*document.records.values(), stray, emotion])
    assert [key[:2] for key, _, _ in found(document, "s") if key != "actions"] == ["s2", "s1", "s3", "s4", "an"]


def test_what_changes_is_found_as_it_is_now() -> None:
    document, index = full(), SearchIndex()
    assert ("second", "text", -1) not in found(document, "x", index)
    changed = after(document, set_fields(document, "second", text="late x"))
    assert ("second", "text", -1) in found(changed, "x", index)
    assert ("second", "text", -1) not in found(document, "x", index)
    moved = after(changed, move_cards(changed, ["second"], None, None))
    assert found(moved, "late", index) == [("second", "text", -1)]
    more = after(moved, add_card(moved, "map", "actions", "b1", text="late too"))
    assert len(found(more, "late", index)) == 2
    assert found(more, "nowhere", index) == []


def test_a_longer_query_is_looked_for_among_what_was_found() -> None:
    index = SearchIndex()
    index.update(full())
    once = index.find(Query("x s"))
    assert index.find(Query("x s")) is once
    assert [hit.text for hit in index.find(Query("x sc"))] == ["x scenario"]
    assert [hit.text for hit in index.find(Query("x s"))] == [hit.text for hit in once]


def test_letters_of_several_are_found_again_when_the_query_is_longer() -> None:
    document = journey("A: a1", "actions", cards={"actions a1": "c"})
    document = after(document, set_fields(document, "c", text="oﬃce"))
    index = SearchIndex()
    assert found(document, "of", index) == []
    assert found(document, "offi", index) == [("c", "text", -1)]
    assert found(document, "offic", index) == [("c", "text", -1)]


def test_options_hold_in_a_project() -> None:
    index = SearchIndex()
    index.update(full())
    assert index.find(Query("X", match_case=True)) == []
    assert len(index.find(Query("lane", whole_words=True))) == 1
    assert index.find(Query("lan", whole_words=True)) == []
    assert index.find(Query("")) == []


def test_a_record_in_another_map_belongs_to_that_map() -> None:
    one = Document([Project.new(id="p"), Map.new(id="m", parent="p"), Lane.new(id="l", parent="m", title="here")])
    other = Document([Project.new(id="p"), Map.new(id="n", parent="p"), one["l"].with_(parent="n")])
    index = SearchIndex()
    index.update(one)
    assert [hit.home for hit in index.find(Query("here"))] == ["m"]
    index.update(other)
    assert [hit.home for hit in index.find(Query("here"))] == ["n"]


def test_classes_are_all_known() -> None:
    document = full()
    searched = {type(document[key]) for key, _, _ in found(document)}
    assert searched >= {Project, Map, Stage, Step, Lane, Card, Persona, Department, Link, Round, Comment}
