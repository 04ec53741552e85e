"""What a report says of what differs from the map that one was made from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cxdesigner.layout.paging.footer import Footer
from cxdesigner.layout.report.about import Earlier
from cxdesigner.layout.report.book import report
from cxdesigner.layout.report.changes import changes
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.copies import future_map
from cxdesigner.model.records import (
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Record,
    Stage,
    Step,
    emotion_id,
)
from tests.layout.builders import a_map
from tests.layout.report.reports import A4, about_of, lines, report_of
from tests.layout.report.test_parts import LANES, STAGES, idea, pain, touch


def project(*cards: dict[str, Any], **fields: Any) -> Document:
    """Make a map with a persona who feels something at two steps, and a future map that was made from it."""
    people = [{"name": "Marta", "color": "#d97a2b"}, {"name": "Joris"}]
    felt = [{"persona": "p0", "step": "s0", "score": 1}, {"persona": "p0", "step": "s1", "score": -1}]
    made = a_map(STAGES, LANES, cards, felt, people, departments={"f": "Floor"}, **({"title": "Dinner"} | fields))
    change = future_map(made, "map", "Dinner, later")
    assert change is not None
    return made.apply(change)


def later(document: Document) -> str:
    return document.maps[1].id


def copy_of(document: Document, key: str) -> Record:
    return next(record for record in document.records.values() if getattr(record, "origin", "") == key)


def with_(document: Document, without: str = "", **fields: dict[str, Any]) -> Document:
    """Change records of the later map, named by the ids that they were made from."""
    changed = {copy_of(document, key).id: values for key, values in fields.items()}
    gone = copy_of(document, without).id if without else ""
    return Document(record.with_(**changed.get(key, {})) for key, record in document.records.items() if key != gone)


def more(document: Document, *records: Record) -> Document:
    return Document([*document.records.values(), *records])


def said(document: Document) -> list[str]:
    made = report_of(document, "changes", maps=(later(document),))
    return [text for page in made.flowed.pages for text in lines(page)]


def row(document: Document, what: str) -> str:
    """Give what stands in the row that begins with a word."""
    found = said(document)
    return " | ".join(found[found.index(what) :][:6])


def test_it_is_about_nothing_where_there_is_no_earlier_map_or_nothing_differs() -> None:
    document = project(touch())
    assert changes(about_of(document, "map")) == ()
    assert changes(about_of(document, later(document))) == ()


def test_what_was_added_and_removed_is_listed_with_where_it_is() -> None:
    document = project(touch(), pain(1))
    fresh = copy_of(document, "c0").with_(id="new", origin="", text="Fresh", rank="z")
    found = said(more(with_(document, "c1"), fresh))
    assert "Compared with “Dinner”. Added: 1 · Removed: 1" in found
    assert row(more(document, fresh), "Added").startswith("Added | Fresh | Decide › Looks")
    assert row(with_(document, "c1"), "Removed").startswith("Removed | Pain 1 | Decide › Picks")


def test_what_was_moved_has_where_it_was_and_where_it_is() -> None:
    document = project(touch())
    moved = with_(document, c0={"step": copy_of(document, "s1").id})
    assert row(moved, "Moved").startswith("Moved | Touch 0 | Looks | Picks")
    parked = with_(document, c0={"step": None, "lane": None})
    assert row(parked, "Moved").startswith("Moved | Touch 0 | Looks | –")
    stages = with_(document, s1={"parent": copy_of(document, "g1").id})
    assert row(stages, "Moved").startswith("Moved | Picks | Step | Decide | Eat")
    lanes = with_(document, l0={"rank": "zz"})
    assert row(lanes, "Moved").startswith("Moved | Touchpoints | Lane | – | –")


def test_what_was_reworded_or_changed_has_what_it_was_and_is() -> None:
    document = project(touch(owner="Ann", department="f"), idea(impact=2, effort=3))
    reworded = with_(document, c0={"text": "Welcome", "owner": ""})
    assert "Touch 0 Owner: Ann" in " ".join(said(reworded))
    changed = with_(
        document, c1={"impact": 4, "effort": None, "moment_of_truth": True, "department": "f", "url": "https://x"}
    )
    found = " ".join(said(changed))
    assert "Impact: 2" in found
    assert "Impact: 4" in found
    assert "moment of truth: ✓" in found
    assert "Department: Floor" in found
    assert "Other details" in found


def test_fields_that_differ_as_a_matter_of_course_are_left_out() -> None:
    document = project(touch(), release="1")
    changed = Document(
        record.with_(release="2", goal="Faster") if key == later(document) else record
        for key, record in document.records.items()
    )
    assert "Goal: Faster" in " ".join(said(changed))
    assert "Other details" not in said(changed)
    assert row(changed, "Changed").startswith("Changed | Dinner, later | The map | Goal: Faster")


def test_how_a_curve_moved_is_drawn_and_listed() -> None:
    document = project(touch())
    step = copy_of(document, "s0").id
    own = emotion_id("p0", step)
    moved = Document(record.with_(score=2.0) if key == own else record for key, record in document.records.items())
    found = row(moved, "Feeling")
    assert found.startswith("Feeling | Marta · Looks | How it feels | +1 | +2")
    (figure,) = [block for block in changes(about_of(moved, later(moved))) if type(block).__name__ == "Picture"]
    assert figure.drawn.alt == "Marta: +1 → +2"  # type: ignore[attr-defined]
    last = copy_of(document, "s2").id
    alone = Emotion.new(id=emotion_id("p1", last), parent=later(document), persona="p1", step=last, score=-2.0)
    assert row(more(document, alone), "Feeling").startswith("Feeling | Joris | How it feels | not rated | −2")


def test_steps_lanes_stages_and_links_are_named() -> None:
    document = project(touch(), touch(1))
    now = later(document)
    one, other = copy_of(document, "c0").id, copy_of(document, "c1").id
    stage = Stage.new(id="gx", parent=now, rank="z", title="Leave")
    fresh = more(
        document,
        stage,
        Step.new(id="sx", parent="gx", rank="V", title="Pays"),
        Lane.new(id="lx", parent=now, rank="zz", kind="quotes"),
        Link.new(id="kx", parent=now, from_=one, to=other),
    )
    found = " | ".join(said(fresh))
    assert "Leave | Stage" in found
    assert "Pays | Step" not in found  # it came with its stage
    assert "Quotes | Lane" in found
    assert "Touch 0 → Touch 1 | Links" in found


def test_what_came_with_a_stage_is_counted_there() -> None:
    document = project(touch())
    fresh = (
        Stage.new(id="gx", parent=later(document), rank="z", title="Leave"),
        Step.new(id="sx", parent="gx", rank="V", title="Pays"),
    )
    cards = [copy_of(document, "c0").with_(id=key, origin="", step="sx", rank=key) for key in "xy"]
    assert "Leave | Stage · 1 card |" in " | ".join(said(more(document, *fresh, cards[0]))) + " |"
    found = said(more(document, *fresh, *cards))
    assert "Compared with “Dinner”. Added: 1" in found
    assert "Leave | Stage · 2 cards" in " | ".join(found)


def test_the_two_are_named_by_their_states_where_these_differ() -> None:
    document = project(touch())
    moved = with_(document, c0={"step": copy_of(document, "s1").id})
    same = Document(
        record.with_(state="current") if isinstance(record, Map) else record for record in moved.records.values()
    )
    assert [text for text in said(same) if text in ("Before", "Now", "Current state")] == ["Before", "Now"]
    future = Document(
        record.with_(state="future") if record.id == later(document) else record for record in same.records.values()
    )
    assert [text for text in said(future) if text in STATES] == ["Current state", "Future state"]


STATES = ("Before", "Now", "Current state", "Future state")


def test_personas_and_departments_have_no_part_in_it() -> None:
    document = more(project(touch()), Department.new(id="d", parent="project", rank="z", name="New"))
    assert changes(about_of(document, later(document))) == ()


def test_cards_without_a_text_are_named_by_their_kind() -> None:
    document = project(touch())
    blank = copy_of(document, "c0").with_(id="new", origin="", text="", rank="z")
    assert isinstance(blank, Card)
    link = Link.new(id="kx", parent=later(document), from_="new", to=copy_of(document, "c0").id)
    found = " | ".join(said(more(document, blank, link)))
    assert "Touchpoint | Decide › Looks" in found
    assert "… → Touch 0" in found


def since(now: Document, then: Document, key: str = "map") -> list[str]:
    found = about_of(now, key)
    made = report(
        [replace(found, earlier=Earlier(then, "as agreed"))], ["changes"], A4, "The title", Footer("The title")
    )
    return [text for page in made.flowed.pages for text in lines(page)]


def test_what_changed_since_an_earlier_version_is_told_of_the_same_map() -> None:
    then = project(touch(), pain(1))
    cards = {record.id: record for record in then.cards("map")}
    key, gone = list(cards)
    other = next(step for step in then.steps("map") if step.id != cards[key].step)
    fresh = cards[key].with_(id="new", text="Fresh", rank="z")
    now = then.apply(
        Change({key: (cards[key], cards[key].with_(step=other.id)), gone: (cards[gone], None), "new": (None, fresh)})
    )
    found = since(now, then)
    assert "What has changed" in found
    assert "Compared with “as agreed”. Added: 1 · Removed: 1 · Moved: 1" in found
    assert " | ".join(found[found.index("Removed") :][:3]) == f"Removed | {cards[gone].text} | Decide › Picks"
    assert found[found.index("Moved") + 1 :][:3] == [cards[key].text, "Looks", "Picks"]


def test_what_changed_on_other_maps_or_beside_them_is_not_told_and_a_map_that_is_new_has_nothing_earlier() -> None:
    then = project(touch())
    assert since(then, then) == []
    elsewhere = with_(then, c0={"text": "On the later map"})
    assert since(elsewhere, then) == []
    assert "What has changed" in since(elsewhere, then, later(then))
    comment = Comment.new(id="k", parent="map", on="map", text="Well done")
    assert since(more(then, comment), then) == []
    assert since(then, Document(one for one in then.records.values() if then.map_of(one.id) != "map")) == []


def test_how_a_persona_felt_in_the_earlier_version_is_drawn_beside_how_she_feels_now() -> None:
    then = project(touch())
    emotion = then.emotions("map")[0]
    now = then.apply(Change({emotion.id: (emotion, emotion.with_(score=-2))}))
    found = replace(about_of(now, "map"), earlier=Earlier(then, ""))
    (figure,) = [block for block in changes(found) if type(block).__name__ == "Picture"]
    assert f"{emotion.score:+g} → −2" in figure.drawn.alt  # type: ignore[union-attr]
    assert "Compared with “Untitled”." in " ".join(since(now, then)).replace("as agreed", "Untitled")
