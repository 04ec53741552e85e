"""What differs between two versions, or two maps of one project, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.change import Change
from cxdesigner.model.diff import Comparison, compare, compare_maps
from cxdesigner.model.diff_groups import grouped
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.edits.copies import duplicate_map, future_map
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.lanes import move_lane
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.stages import move_stage
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.history import History
from cxdesigner.model.placement import rank_all
from cxdesigner.model.records import Asset, Card, Comment, Department, Link, Map, Record, Round, Snapshot
from cxdesigner.model.telling_changes import summary, told
from tests.model.builders import after, columns_of, feeling, journey
from tests.model.test_properties import Hand, edited, projects

BASE = journey(
    "A: a1 a2 | B: b1",
    "actions pains emotion",
    cards={"actions a1": "one two three", "pains b1": "four", "parking": "five"},
    personas="ann",
    emotions={"ann a1": 1, "ann b1": -1},
    more=(
        Department.new(id="d", parent="project", name="Kitchen", rank="V"),
        Map.new(id="other", parent="project", rank="W", title="Other"),
        *columns_of("other", "O: o1"),
    ),
)
Edit = Callable[[Document], Change | None]


def fields(key: str, **given: Any) -> Edit:
    return lambda document: Change.of({key: (document[key], document[key].with_(**given))})


def put(*records: Record) -> Edit:
    return lambda document: Change.of({one.id: (document.records.get(one.id), one) for one in records})


def compared(*edits: Edit, base: Document = BASE) -> Comparison:
    fresh = base
    for edit in edits:
        fresh = after(fresh, edit(fresh))
    return compare(base, fresh)


def whats(comparison: Comparison) -> list[tuple[str, str]]:
    return [(entry.what, entry.record.id) for entry in comparison.entries]


def test_what_only_the_earlier_one_did_since_both_began_is_left_out() -> None:
    ours, theirs = BASE, BASE
    edits: list[Edit] = [
        fields("a1", title="ours"),
        fields("four", text="ours"),
        put(Department.new(id="ours", parent="project", name="Ours", rank="W")),
        lambda d: remove(d, ["five"]),
    ]
    for edit in edits:
        ours = after(ours, edit(ours))
    for edit in [fields("four", text="theirs"), fields("a2", title="theirs"), lambda d: remove(d, ["d"])]:
        theirs = after(theirs, edit(theirs))
    found = compare(ours, theirs)
    assert sorted(whats(found)) == [
        ("added", "five"),
        ("removed", "d"),
        ("removed", "ours"),
        ("reworded", "a1"),
        ("reworded", "a2"),
        ("reworded", "four"),
    ]
    later = found.but_for_the_earlier(BASE)
    assert sorted(whats(later)) == [("removed", "d"), ("reworded", "a2"), ("reworded", "four")]
    assert (later.before, later.after) == (ours, theirs)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda d: add_card(d, "map", "pains", "a2", text="Queue", kind="pain"), "Pain point “Queue” added to a2"),
        (lambda d: add_card(d, "map", None, None), "Note added to the parking lot"),
        (lambda d: remove(d, ["four"]), "Card “four” removed from b1"),
        (lambda d: remove(d, ["a2"]), "Step “a2” removed from A"),
        (lambda d: remove(d, ["d"]), "Department “Kitchen” removed"),
        (lambda d: move_cards(d, ["four"], "pains", "a1", None), "Card “four” moved from b1 to a1"),
        (lambda d: move_cards(d, ["four"], "actions", "b1", None), "Card “four” moved from pains to actions"),
        (lambda d: move_cards(d, ["four"], "actions", "a1", 0), "Card “four” moved from b1 · pains to a1 · actions"),
        (lambda d: move_cards(d, ["four"], None, None, None), "Card “four” moved from b1 · pains to the parking lot"),
        (lambda d: move_cards(d, ["one"], "actions", "a1", 2), "Card “one” moved up or down at a1 · actions"),
        (lambda d: move_step(d, ["a2"], "B", 0), "Step “a2” moved from A to B"),
        (lambda d: move_stage(d, ["B"], 0), "Stage “B” moved to another place"),
        (lambda d: move_lane(d, ["emotion"], 0), "Lane “emotion” moved to another place"),
        (fields("one", text="new\nlines"), "Card “one”: now reads “new lines”"),
        (fields("one", text="", severity=4), "Card “one”: text taken out, severity now 4"),
        (fields("one", text="long " * 30), "Card “one”: now reads “" + ("long " * 12)[:-1] + "…”"),
        (fields("one", moment_of_truth=True), "Card “one”: moment of truth"),
        (fields("one", kind="pain"), "Card “one”: kind now “pain”"),
        (fields("one", department="d"), "Card “one”: department now Kitchen"),
        (fields("one", to="a2"), "Card “one”: goes on to a2"),
        (fields("one", asset="x"), "Card “one”: asset changed"),
        (fields("one", solves=("four",)), "Card “one”: solves changed"),
        (fields("a1", title=""), "Step “a1”: title taken out"),
        (fields("ann", name="Anna"), "Persona “ann”: now reads “Anna”"),
        (lambda d: set_emotion(d, "ann", "a1", score=-1.5), "ann at a1: +1 → −1.5"),
        (lambda d: set_emotion(d, "ann", "a2", score=0), "ann at a2: not rated → 0"),
        (lambda d: set_emotion(d, "ann", "a2", note="Waits"), "ann at a2 added"),
        (lambda d: set_emotion(d, "ann", "a1", note="Waits"), "ann at a1: note now “Waits”"),
        (put(Link.new(id="k", parent="map", from_="one", to="five")), "Link from “one” to “five” added"),
        (put(Comment.new(id="c", parent="map", on="one", text="Why?")), "Comment “Why?” added"),
        (put(Round.new(id="r", parent="map")), "Round of votes added"),
        (lambda d: add_map(d, "New"), "Map “New” added"),
        (put(Card.new(id="five", parent="map", rank="V", text="five", mood=1)), "Card “five”: mood now 1"),
    ],
)  # fmt: skip
def test_what_was_done_is_told_in_a_sentence(edit: Edit, sentence: str) -> None:
    assert sentence in told(compared(edit))


def test_things_without_words_are_named_by_what_they_are() -> None:
    base = after(BASE, put(Link.new(id="k", parent="map", from_="A", to="b1"), feeling("no", "a2", score=1))(BASE))
    base = after(base, fields("A", title="")(base))
    base = after(base, fields("b1", title="")(base))
    assert told(compared(lambda d: remove(d, ["k"]), base=base)) == [
        "Link from something without a text to something without a text removed"
    ]
    assert "Card “four” removed from a step without a title" in told(compared(lambda d: remove(d, ["four"]), base=base))
    assert "Somebody at a2: +1 → not rated" in told(compared(lambda d: remove(d, ["no\x1fa2"]), base=base))


def test_it_is_summed_up() -> None:
    fresh = [lambda d, t=text: add_card(d, "map", "actions", "a2", text=t) for text in "xyz"]
    moved = compared(*fresh, lambda d: move_cards(d, ["four"], "pains", "a1", None))
    assert summary(moved) == "3 cards added, 1 moved"
    felt = lambda d: set_emotion(d, "ann", "a1", score=0)  # noqa: E731
    assert summary(compared(felt)) == "the curve moved at 1 point"
    both = compared(felt, lambda d: set_emotion(d, "ann", "b1", score=0), lambda d: remove(d, ["one", "d"]))
    assert summary(both) == "1 card removed, 1 department removed, the curve moved at 2 points"
    assert summary(compare(BASE, BASE)) == "nothing differs"


def told_and_summed_up(*edits: Edit, base: Document = BASE) -> tuple[list[str], str]:
    comparison = compared(*edits, base=base)
    return list(map(str, told(comparison))), str(summary(comparison))


def test_what_came_with_a_map_is_told_with_it() -> None:
    said, whole = told_and_summed_up(lambda d: duplicate_map(d, "map", "Again"))
    assert said == ["Map “Again” added with 5 cards"]
    assert whole == "1 map added with 5 cards"


def test_what_went_with_a_stage_a_step_or_a_lane_is_told_with_it() -> None:
    linked = after(
        BASE,
        put(
            Link.new(id="k", parent="map", from_="one", to="four"),
            Link.new(id="kk", parent="map", from_="k", to="k"),
            Comment.new(id="c", parent="map", on="one", text="Why?"),
            Comment.new(id="p", parent="project", on="five", text="Why not?"),
        )(BASE),
    )
    assert told_and_summed_up(lambda d: remove(d, ["A"]), base=linked) == (
        ["Stage “A” removed with 3 cards"],
        "1 stage removed with 3 cards",
    )
    assert told_and_summed_up(lambda d: remove(d, ["a1"]))[1] == "1 step removed with 3 cards"
    assert told_and_summed_up(lambda d: remove(d, ["pains"]))[0] == ["Lane “pains” removed with 1 card"]
    gone, more = put(*columns_of("map", "C: c1")), lambda d: add_card(d, "map", "actions", "c1", text="x")
    assert told_and_summed_up(gone, more)[1] == "1 stage added with 1 card"


def test_a_curve_comes_and_goes_with_its_persona() -> None:
    assert told_and_summed_up(lambda d: remove(d, ["ann"])) == (["Persona “ann” removed"], "1 persona removed")
    assert told_and_summed_up(fields("map", personas=()))[1] == "1 map changed"
    both = journey("A: a1", "actions", personas="ann ben")
    assert told_and_summed_up(fields("map", personas=("ben", "ann")), base=both)[1] == "1 map changed"


def test_what_goes_with_a_card_is_told_beside_it() -> None:
    base = after(BASE, put(Link.new(id="k", parent="map", from_="one", to="four"))(BASE))
    assert told_and_summed_up(lambda d: remove(d, ["one"]), base=base)[1] == "1 card removed, 1 link removed"


def test_ranks_pictures_and_named_versions_alone_are_no_difference() -> None:
    bare = Document(record.with_(rank="") if hasattr(record, "rank") else record for record in BASE.records.values())
    assert rank_all(bare) is not None
    assert compare(bare, History(bare).document).entries == ()
    more = put(Asset.new(id="sha256-0", parent="project"), Snapshot.new(id="s", parent="project"))
    assert compared(more).entries == ()
    assert compared(lambda d: remove(d, ["sha256-0"]), base=after(BASE, more(BASE))).entries == ()


def test_the_fewest_that_explain_another_order_are_moved() -> None:
    names = "abcdefg"
    base = journey("A: a1", "actions", cards={"actions a1": " ".join(names)})
    moved = compared(lambda d: move_cards(d, ["f"], "actions", "a1", 0), base=base)
    assert whats(moved) == [("moved", "f")]


def test_they_come_in_the_order_of_the_map_and_what_is_gone_where_it_was() -> None:
    comparison = compared(
        fields("project", title="New"),
        fields("ann", name="Anna"),
        fields("o1", title="Last"),
        fields("map", goal="New"),
        fields("emotion", title="New"),
        put(Comment.new(id="c", parent="map", on="one")),
        lambda d: set_emotion(d, "ann", "a1", score=0),
        fields("four", text="4"),
        fields("A", title="New"),
        fields("b1", title="New"),
        fields("five", text="5"),
        lambda d: remove(d, ["a2", "two"]),
        lambda d: move_cards(d, ["three"], "pains", "a1", 0),
        fields("three", text="3"),
    )
    assert [key for _, key in whats(comparison)] == [
        "project", "ann", "map", "emotion", "A", "two", "three", "three", "ann\x1fa1", "a2", "b1", "four", "five",
        "c", "o1",
    ]  # fmt: skip
    assert [entry.record.id for entry in comparison.of("reworded") if isinstance(entry.record, Card)] == [
        "three",
        "four",
        "five",
    ]


def test_one_id_for_two_things_is_one_removed_and_one_added() -> None:
    comparison = compare(
        BASE, BASE.apply(Change({"d": (BASE["d"], Link.new(id="d", parent="map", from_="A", to="B"))}))
    )
    assert sorted(whats(comparison)) == [("added", "d"), ("removed", "d")]


# --- two maps -------------------------------------------------------------------------------------------------------


def future(*edits: Callable[[Document, str], Change | None]) -> tuple[Document, str]:
    linked = after(BASE, put(Link.new(id="k", parent="map", from_="one", to="b1"))(BASE))
    document = after(linked, future_map(linked, "map", "Future"))
    key = next(shown.id for shown in document.maps if shown.origin == "map")
    for edit in edits:
        document = after(document, edit(document, key))
    return document, key


def twin(document: Document, key: str) -> str:
    return next(record.id for record in document.records.values() if getattr(record, "origin", "") == key)


def test_a_future_map_differs_from_the_current_one_in_what_was_done_to_it() -> None:
    document, key = future()
    assert {(entry.what, type(entry.record)) for entry in compare_maps(document, "map", key).entries} <= {
        ("reworded", Map)
    }
    document, key = future(
        lambda d, m: remove(d, [twin(d, "two")]),
        lambda d, m: move_cards(d, [twin(d, "four")], twin(d, "pains"), twin(d, "a2"), None),
        lambda d, m: set_emotion(d, "ann", twin(d, "b1"), score=2),
        lambda d, m: add_card(d, m, twin(d, "pains"), twin(d, "a2"), text="Less waiting", kind="opportunity"),
        lambda d, m: Change.of({twin(d, "three"): (d[twin(d, "three")], d[twin(d, "three")].with_(to=twin(d, "a2")))}),
    )
    said = told(compare_maps(document, "map", key))
    assert said[-5:] == [
        "Card “two” removed from a1",
        "Card “three”: goes on to a2",
        "Card “four” moved from b1 to a2",
        "Opportunity “Less waiting” added to a2",
        "ann at b1: −1 → +2",
    ]
    back = compare_maps(document, key, "map")
    assert "Card “two” added to a1" in told(back)
    assert "Card “four” moved from a2 to b1" in told(back)


def test_copies_of_one_map_are_twins_too() -> None:
    document, key = future()
    again = after(document, duplicate_map(document, "map", "Again"))
    other = next(shown.id for shown in again.maps if shown.origin == "map" and shown.id != key)
    comparison = compare_maps(again, key, other)
    assert {entry.what for entry in comparison.entries} <= {"reworded"}
    assert len(comparison.twins) > 10


def test_a_map_that_is_not_there_is_empty() -> None:
    comparison = compare_maps(BASE, "no", "map")
    assert {entry.what for entry in comparison.entries} == {"added", "felt"}
    assert compare_maps(BASE, "map", "map").entries == ()


# --- whatever was done ----------------------------------------------------------------------------------------------


@given(projects, st.data())
def test_whatever_was_done_is_told_and_what_was_not_is_not(project: Document, data: st.DataObject) -> None:
    before = document = History(project).document
    for _ in range(data.draw(st.integers(0, 4))):
        change = edited(Hand(data, document), document)
        document = document.apply(change) if change is not None else document
    comparison = compare(before, document)
    seen = {entry.record.id for entry in comparison.entries}
    differ = {
        key
        for key in before.records.keys() | document.records.keys()
        if before.records.get(key) != document.records.get(key)
    }
    assert seen <= differ | {key for key in document.records if key in before}
    gone_or_new = before.records.keys() ^ document.records.keys()
    left_out = (Asset, Snapshot)
    records = {**before.records, **document.records}
    assert {key for key in gone_or_new if not isinstance(records[key], left_out)} <= seen
    groups = grouped(comparison)
    assert len(told(comparison)) == len(comparison.entries) - len(groups.heads)
    assert groups.heads.keys().isdisjoint(groups.heads.values())
    assert (summary(comparison) == "nothing differs") is not bool(comparison.entries)
