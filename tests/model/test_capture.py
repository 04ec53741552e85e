"""Notes typed in a line: what they say, where they go, what is offered while one is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.capture import Landing, Noted, landing_of, offer, read_note, taken
from cxdesigner.model.document import Document
from cxdesigner.model.lexicon import Lexicon, lexicon_of
from cxdesigner.model.records import Lane, Step
from tests.model.builders import journey

TITLES = {
    "orders": "Orders",
    "table": "Gets a table",
    "pays": "Pays",
    "odd": "Note: odd",
    "notes": "Notes & more",
    "after": "Après",
}


def dinner() -> Document:
    document = journey(
        "Before: finds | During: table orders | after: pays",
        "actions pains odd=ideas notes touchpoints emotion",
        personas="marta ben",
    )
    return Document(
        record.with_(title=TITLES[record.id]) if record.id in TITLES else record for record in document.records.values()
    )


LEXICON = lexicon_of(dinner(), "map")


def said(line: str) -> tuple[str, str, str, str, tuple[str, ...]]:
    noted = read_note(line, LEXICON)
    head = noted.head.key if noted.head else ""
    place = noted.place.key if noted.place else ""
    return noted.text, head, place, noted.channel, noted.personas


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("pain: queue in the doorway @orders", ("queue in the doorway", "pain", "orders", "", ())),
        ("  Queue  ", ("Queue", "", "", "", ())),
        ("pai: queue", ("queue", "pain", "", "", ())),
        ("PAIN POINT: queue @ORDERS", ("queue", "pain", "orders", "", ())),
        ("opp:queue", ("queue", "opportunity", "", "", ())),
        ("@orders pain: queue", ("queue", "pain", "orders", "", ())),
        ("pain: @orders queue", ("queue", "pain", "orders", "", ())),
        ("#phone +marta pain: queue +ben @pay", ("queue", "pain", "pays", "phone", ("marta", "ben"))),
        ("queue @gets a table", ("queue", "", "table", "", ())),
        ("queue @gets a table #mail", ("queue", "", "table", "email", ())),
        ('queue @"gets a table" +marta', ("queue", "", "table", "", ("marta",))),
        ('@"Gets a table" queue', ("queue", "", "table", "", ())),
        ('queue @"gets a', ("queue", "", "table", "", ())),
        ("queue @apres", ("queue", "", "after", "", ())),
        ("queue @During", ("queue", "", "During", "", ())),
        ("queue @table", ("queue", "", "table", "", ())),
        ("queue +marta +marta", ("queue", "", "", "", ("marta",))),
        ("Note: odd: queue", ("odd: queue", "note", "", "", ())),
        ("Notes & more: queue", ("queue", "notes", "", "", ())),
        ("@orders", ("", "", "orders", "", ())),
        ("", ("", "", "", "", ())),
    ],
)
def test_what_a_line_says(line: str, expected: tuple[str, str, str, str, tuple[str, ...]]) -> None:
    assert said(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Opens at: 10:30",
        "10:30 he leaves",
        "to: Marta",
        "p: not one of several",
        "see http://example.com/a",
        "a@b.com",
        "ring: ring: ring: ring: pain: x",
        "C# + 1",
        "costs +5",
        "#1 in town",
        "he waits @orders and leaves",
        ":",
        ": queue",
        "@ # +",
        '@"',
        '@"" queue',
    ],
)
def test_what_names_nothing_is_text(line: str) -> None:
    assert read_note(line, LEXICON) == Noted(line.strip())


@pytest.mark.parametrize(("line", "lost"), [("queue @nowhere", "nowhere"), ('queue @"no where"', "no where")])
def test_a_step_that_is_not_there_is_told_and_stays_in_the_text(line: str, lost: str) -> None:
    noted = read_note(line, LEXICON)
    assert (noted.text, noted.lost) == (line, lost)
    assert landing_of(noted, LEXICON, ("pains", "orders")) == Landing(None, None, "pain")


@pytest.mark.parametrize(
    ("line", "text", "lost", "unknown"),
    [
        ("queue @zzz +nobody", "queue @zzz +nobody", "zzz", ("@zzz", "+nobody")),
        ("pain: queue @zzz +marta", "queue @zzz", "zzz", ("@zzz",)),
        ("queue @orders +nobody #fax", "queue +nobody #fax", "", ("+nobody", "#fax")),
        ("@zzz queue", "@zzz queue", "zzz", ("@zzz",)),
        ("@orders queue @zzz", "queue @zzz", "", ("@zzz",)),
        ('queue +"no body" @pays', 'queue +"no body"', "", ("+no body",)),
    ],
)
def test_names_that_nothing_has_are_told(line: str, text: str, lost: str, unknown: tuple[str, ...]) -> None:
    noted = read_note(line, LEXICON)
    assert (noted.text, noted.lost, noted.unknown) == (text, lost, unknown)
    assert (landing_of(noted, LEXICON, ("pains", "orders")).lane is None) == bool(lost)


def test_what_is_said_while_a_lane_of_pictures_is_meant_is_a_note() -> None:
    lexicon = lexicon_of(journey("A: a1", "pictures notes"), "map")
    assert landing_of(read_note("x", lexicon), lexicon, ("pictures", "a1")) == Landing("notes", "a1", "note")


def test_a_second_step_or_channel_is_text() -> None:
    assert said("queue @pays @orders") == ("queue @pays", "", "orders", "", ())
    assert said("queue #phone #app") == ("queue #phone", "", "", "app", ())


def test_a_lane_is_meant_before_a_kind_and_its_title_may_hold_a_colon() -> None:
    document = Document(
        record.with_(title={"actions": "Pain", "pains": "At: table"}.get(record.id, record.title))
        if isinstance(record, Lane)
        else record
        for record in dinner().records.values()
    )
    lexicon = lexicon_of(document, "map")
    first, second = read_note("pain: x", lexicon).head, read_note("at: table: x", lexicon).head
    assert first is not None
    assert first.lane == "actions"
    assert second is not None
    assert second.lane == "pains"


@pytest.mark.parametrize(
    ("line", "here", "expected"),
    [
        ("pain: x @orders", (None, None), ("pains", "orders", "pain")),
        ("pain: x", ("actions", "pays"), ("pains", "pays", "pain")),
        ("x", ("actions", "pays"), ("actions", "pays", "action")),
        ("x @orders", ("actions", "pays"), ("actions", "orders", "action")),
        ("x @during", ("actions", "pays"), ("actions", "table", "action")),
        ("x #phone", ("actions", "pays"), ("touchpoints", "pays", "touchpoint")),
        ("pain: x #phone", ("actions", "pays"), ("pains", "pays", "pain")),
        ("x", (None, None), (None, None, "note")),
        ("pain: x", (None, None), (None, None, "pain")),
        ("insight: x @orders", (None, None), (None, None, "insight")),
        ("x", ("emotion", "pays"), (None, None, "note")),
        ("x", ("actions", "gone"), (None, None, "action")),
    ],
)
def test_where_a_note_goes(line: str, here: tuple[str | None, str | None], expected: tuple[str, str, str]) -> None:
    assert landing_of(read_note(line, LEXICON), LEXICON, here) == Landing(*expected)


def offered(line: str, lexicon: Lexicon = LEXICON) -> list[str]:
    found = offer(line, len(line), lexicon)
    return [name.text for name in found.names] if found else []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("pa", ["Pain"]),
        ("p", ["Pain", "Promise", "Picture"]),
        ("no", ["Note", "Note: odd"]),
        ("queue at the", []),
        ("", []),
        ("pain: q", []),
        ("queue @", ["Finds", "Gets a table", "Orders", "Pays", "Before", "During", "Après"]),
        ("queue @ta", ["Gets a table"]),
        ('queue @"gets a t', ["Gets a table"]),
        ("queue @gets a t", ["Gets a table"]),
        ("queue @orders", []),
        ("queue @nowhere", []),
        ("queue #pho", ["Phone"]),
        ("queue +m", ["marta"]),
        ("queue + ", []),
    ],
)
def test_what_is_offered(line: str, expected: list[str]) -> None:
    document = Document(
        record.with_(title="Finds") if isinstance(record, Step) and record.id == "finds" else record
        for record in dinner().records.values()
    )
    assert offered(line, lexicon_of(document, "map")) == expected


@pytest.mark.parametrize(
    ("line", "at", "which", "expected"),
    [
        ("pa", 2, 0, "pain: |"),
        ("queue @ta", 9, 0, 'queue @"Gets a table" |'),
        ("queue @or #phone", 9, 0, "queue @Orders |#phone"),
        ("queue #pho", 10, 0, "queue #Phone |"),
    ],
)
def test_what_is_taken_stands_in_the_line(line: str, at: int, which: int, expected: str) -> None:
    given_names = offer(line, at, LEXICON)
    assert given_names is not None
    text, caret = taken(line, given_names, given_names.names[which])
    assert f"{text[:caret]}|{text[caret:]}".casefold() == expected.casefold()


@given(st.text(max_size=80) | st.text('@#+:" aporders', max_size=40), st.integers(0, 80))
def test_no_line_breaks_it_and_what_is_offered_can_be_taken(line: str, at: int) -> None:
    noted = read_note(line, LEXICON)
    assert landing_of(noted, LEXICON, ("pains", "orders")).kind
    at = min(at, len(line))
    given_names = offer(line, at, LEXICON)
    if given_names is not None:
        text, caret = taken(line, given_names, given_names.names[0])
        assert 0 < caret <= len(text)
