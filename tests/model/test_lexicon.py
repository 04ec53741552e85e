"""What can be named in a line, and by which spellings it is found."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.lexicon import fold, found, lexicon_of
from cxdesigner.model.records import Lane, Project
from cxdesigner.model.spellings import channels_in, kinds_in
from tests.model.builders import journey


def test_case_accents_quotes_and_space_do_not_count() -> None:
    assert fold('  Côte  à "CÔTE"\n') == fold("cote a cote")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("b1", ["b1"]), ("a", ["a1", "a2", "A"]), ("A", ["a1", "a2", "A"]), ("x", []), ("B", ["b1", "B"])],
)
def test_places_are_steps_and_then_stages(typed: str, expected: list[str]) -> None:
    names = found(lexicon_of(journey(), "map").places, typed)
    assert sorted(name.text for name in names) == sorted(expected)


def test_the_whole_name_comes_before_its_beginning_and_that_before_a_word_of_it() -> None:
    document = journey("S: order reorder orders the-order")
    document = Document(
        record.with_(title="the order") if record.id == "the-order" else record for record in document.records.values()
    )
    assert [name.text for name in found(lexicon_of(document, "map").places, "order")] == [
        "order",
        "orders",
        "the order",
    ]


def test_a_stage_is_where_its_first_step_is_and_without_steps_or_a_title_nothing_is_named() -> None:
    document = journey("A: a1 a2 | B:")
    bare = Document(record.with_(title=" ") if record.id == "a2" else record for record in document.records.values())
    assert [(name.text, name.step) for name in lexicon_of(bare, "map").places] == [("a1", "a1"), ("A", "a1")]


def test_hidden_lanes_and_those_without_cards_are_not_named() -> None:
    document = journey(lanes="actions emotion pains")
    document = Document(
        record.with_(hidden=True) if isinstance(record, Lane) and record.kind == "pains" else record
        for record in document.records.values()
    )
    lexicon = lexicon_of(document, "map")
    assert list(lexicon.lanes) == ["actions"]
    assert lexicon.lane_for("pain") is None
    assert lexicon.lane_for("action") == "actions"
    assert lexicon.kind_of("actions") == "action"
    assert lexicon.kind_of(None) == "note"


def test_kinds_and_channels_are_called_as_in_the_language_of_the_project_and_in_english() -> None:
    document = journey(lanes="pains")
    dutch = Document(
        record.with_(language="nl-BE") if isinstance(record, Project) else record
        for record in document.records.values()
    )
    lexicon = lexicon_of(dutch, "map")
    for typed in ("pijnpunt", "pain", "Pain point"):
        assert found(lexicon.heads, typed)[0].key == "pain"
    assert found(lexicon.channels, "telefoon")[0].key == found(lexicon.channels, "phone")[0].key == "phone"
    assert kinds_in("xx")["pain"] == kinds_in("en")["pain"]
    assert channels_in("en")["email"][0] == "E-mail"
