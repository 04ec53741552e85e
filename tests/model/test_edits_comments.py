"""Comments: on anything, for the evening."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import (
    add_comment,
    can_comment,
    change_comment,
    comments_about,
    comments_on,
    count_open,
    open_comments,
    remove_comments,
    subject,
)
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.links import change_links, links_in, solves_key
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.renew import renewed
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Card, Comment, Department, Link, Map, Round, emotion_id
from tests.model.builders import after, journey


def a_map() -> Document:
    more = (
        Department.new(id="kitchen", parent="project", name="Kitchen", rank="V"),
        Link.new(id="link", parent="map", from_="card", to="b1", kind="leads_to"),
        Round.new(id="round", parent="map", title="Which one?"),
        Map.new(id="other", parent="project", rank="Z"),
        Card.new(id="far", parent="other"),
    )
    cards = {"actions a1": "card", "touchpoints a1": "idea"}
    document = journey(cards=cards, personas="ann", emotions={"ann a1": 1}, more=more)
    return after(document, set_fields(document, "idea", kind="idea", solves=("card",)))


EVERYTHING = (
    "card", "a1", "A", "actions", "map", "ann", emotion_id("ann", "a1"), "link", "kitchen", "round", "project",
)  # fmt: skip


def commented(on: str = "card", text: str = "Is this so?", **fields: str) -> Document:
    document = a_map()
    return after(document, add_comment(document, "map", on, text, **fields))


def one(document: Document) -> Comment:
    (comment,) = document.comments("map")
    return comment


@pytest.mark.parametrize("on", [*EVERYTHING, emotion_id("ann", "b1")])
def test_anything_can_be_commented_on(on: str) -> None:
    document = commented(on, author="Eva", date="2026-06-30T21:05")
    comment = one(document)
    assert (subject(comment), comment.text, comment.author, comment.date) == (
        on,
        "Is this so?",
        "Eva",
        "2026-06-30T21:05",
    )
    assert comments_on(document, "map", on) == open_comments(document, "map") == (comment,)
    assert comments_on(document, "map", "b1") == ()
    assert comments_about(document, on) == (comment,)
    assert count_open(document) == {on: 1}
    assert loose_ends(document) == []


@pytest.mark.parametrize(
    ("on", "text"), [("gone", "x"), ("far", "x"), ("card", " \n"), (solves_key("card", "idea"), "x")]
)
def test_a_comment_is_on_something_of_the_map_and_says_something(on: str, text: str) -> None:
    assert add_comment(a_map(), "map", on, text) is None


@pytest.mark.parametrize("on", [emotion_id("ann", "gone"), emotion_id("gone", "a1"), "gone"])
def test_what_is_not_there_cannot_be_commented_on(on: str) -> None:
    assert not can_comment(a_map(), "map", on)
    assert comments_about(a_map(), on) == ()


def test_a_comment_on_what_belongs_to_no_map_is_found_on_whichever_it_was_made() -> None:
    document = commented("kitchen", "First")
    document = after(document, add_comment(document, "other", "kitchen", "Second"))
    assert [comment.text for comment in comments_about(document, "kitchen")] == ["First", "Second"]
    assert [comment.text for comment in comments_on(document, "other", "kitchen")] == ["Second"]


def test_a_comment_on_what_a_card_solves_makes_a_link_that_it_can_be_on() -> None:
    document = commented(solves_key("idea", "card"))
    (link,) = (link for link in links_in(document, "map") if link.kind == "solves")
    assert (link.from_, link.to, link.parent) == ("idea", "card", "map")
    assert document.get(link.id, Link) is not None
    assert one(document).on == link.id
    assert document.get("idea", Card).solves == ("card",)  # type: ignore[union-attr]
    again = after(document, add_comment(document, "map", solves_key("idea", "card"), "And this?"))
    assert [comment.on for comment in again.comments("map")] == [link.id, link.id]
    assert len(again.links("map")) == len(document.links("map"))


def test_what_a_card_solves_no_more_goes_with_the_comments_on_it() -> None:
    document = commented(solves_key("idea", "card"))
    document = after(document, set_fields(document, "idea", solves=()))
    assert [link.id for link in links_in(document, "map")] == ["link"]
    assert document.comments("map") == ()


def test_a_link_that_becomes_one_of_another_kind_keeps_its_comments() -> None:
    document = commented(solves_key("idea", "card"))
    key = one(document).on
    document = after(document, change_links(document, [key], kind="leads_to"))
    assert document[key].kind == "leads_to"  # type: ignore[attr-defined]
    assert [comment.id for comment in comments_on(document, "map", key)] == [one(document).id]


@pytest.mark.parametrize(("on", "field"), [("link", "label"), ("kitchen", "name"), ("project", "title")])
def test_comments_follow_what_they_are_on_into_a_project_anew(on: str, field: str) -> None:
    document = commented(on)
    document = after(document, set_fields(document, on, **{field: "Known by this"}))
    fresh = renewed(document)
    (comment,) = fresh.comments(fresh.maps[0].id)
    assert comment.on != on
    assert getattr(fresh[comment.on], field) == "Known by this"


@pytest.mark.parametrize(
    ("on", "gone"), [("link", "link"), ("link", "card"), ("kitchen", "kitchen"), ("round", "round")]
)
def test_comments_go_with_a_link_its_ends_a_department_and_a_round(on: str, gone: str) -> None:
    document = commented(on)
    change = remove(document, [gone])
    left = after(document, change)
    assert left.comments("map") == ()
    assert loose_ends(left) == []
    assert change is not None
    assert left.apply(change.inverse()) == document


def test_a_comment_is_on_a_map() -> None:
    assert add_comment(a_map(), "gone", "card", "x") is None


def test_a_comment_is_edited_and_done() -> None:
    document = commented()
    key = one(document).id
    done = after(document, change_comment(document, key, done=True, text="Yes"))
    assert (one(done).done, one(done).text) == (True, "Yes")
    assert open_comments(done, "map") == ()
    assert count_open(done) == {}
    assert change_comment(document, "card", done=True) is None
    assert change_comment(document, key, done=False) is None


def test_a_comment_without_text_goes() -> None:
    document = commented()
    assert after(document, change_comment(document, one(document).id, text=" ")).comments("map") == ()


def test_comments_are_removed_by_themselves_and_with_what_they_are_on() -> None:
    document = commented()
    assert after(document, remove_comments(document, [one(document).id, "card"])) == a_map()
    assert after(document, remove(document, ["card"])).comments("map") == ()


def test_a_comment_on_a_feeling_goes_with_the_persona() -> None:
    document = commented(emotion_id("ann", "a1"))
    assert (one(document).on, one(document).persona) == ("a1", "ann")
    assert after(document, remove(document, ["ann"])).comments("map") == ()
    loose = Document([*a_map().records.values(), one(document).with_(persona="gone")])
    assert [end.field for end in loose_ends(loose)] == ["persona"]
