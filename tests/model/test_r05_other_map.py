"""R5: what one side puts onto a thing that the other moves to another map is found there, or is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.conflicts import settle
from cxdesigner.model.edits.sending import move_to_map
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.merge import Merged, merge
from cxdesigner.model.records import Comment, Lane, Link, Map, Record, Round, Vote
from tests.model.builders import after, columns_of, journey

Edit = Callable[[Document], Change | None]

BASE = journey(
    "A: a1 a2 | B: b1",
    "actions pains",
    cards={"actions a1": "one two", "pains b1": "three"},
    more=(
        Map.new(id="other", parent="project", rank="W"),
        *columns_of("other", "O: o1"),
        Lane.new(id="there", parent="other", kind="actions", rank="V"),
        Round.new(id="round", parent="map", title="First"),
        Comment.new(id="asked", parent="map", on="two", text="Why?"),
    ),
)


def sent(*keys: str) -> Edit:
    return lambda document: move_to_map(document, keys, "other")


def put(*records: Record) -> Edit:
    return lambda document: Change.of({one.id: (document.records.get(one.id), one) for one in records})


def merged(ours: Edit, theirs: Edit) -> Merged:
    one, other = after(BASE, ours(BASE)), after(BASE, theirs(BASE))
    found = merge(BASE, one, other)
    assert [c.path for c in merge(BASE, other, one).conflicts] == [c.path for c in found.conflicts]
    assert merge(BASE, found.document, other).document == found.document
    assert merge(BASE, one, found.document).document == found.document
    return found


@pytest.mark.parametrize("moved", [["one", "two"], ["A"], ["actions"]])
def test_r05_comments_and_arrows_follow_to_the_other_map(moved: list[str]) -> None:
    link = Link.new(id="link", parent="map", from_="one", to="two", kind="leads_to")
    again = Comment.new(id="again", parent="map", on="answer", text="Sure?")
    found = merged(sent(*moved), put(link, again, Comment.new(id="answer", parent="map", on="asked", text="So.")))
    assert found.conflicts == ()
    assert {found.document[key].parent for key in ("link", "asked", "answer", "again")} == {"other"}
    assert not loose_ends(found.document)


def test_r05_a_comment_that_both_moved_is_where_that_is_what_it_is_about() -> None:
    found = merged(sent("two"), put(BASE["asked"].with_(text="Why not?")))
    assert (found.document["asked"].parent, found.conflicts) == ("other", ())


def test_r05_an_arrow_that_would_lead_from_map_to_map_is_open() -> None:
    found = merged(sent("one"), put(Link.new(id="link", parent="map", from_="one", to="three", kind="leads_to")))
    (open_one,) = found.conflicts
    assert (open_one.path, open_one.ours) == ('links["link"]', None)
    assert "link" not in after(found.document, settle(found.document, 0, "ours"))
    assert "link" in after(found.document, settle(found.document, 0, "theirs"))


def test_r05_a_dot_in_a_round_of_the_map_that_the_card_left_is_open() -> None:
    voted = BASE["one"].with_(votes=(Vote(id="vote", round="round", by="Ann"),))
    found = merged(sent("one"), put(voted))
    (open_one,) = found.conflicts
    assert (open_one.path, open_one.ours) == ('cards["one"].votes["vote"]', None)
    assert open_one.theirs == {"id": "vote", "round": "round", "by": "Ann"}
    chosen = after(found.document, settle(found.document, 0, "ours"))
    assert chosen["one"].votes == ()  # type: ignore[attr-defined]
    assert not loose_ends(chosen)


@pytest.mark.parametrize("ends", [("one", "o1"), ("one", "nowhere"), ("nowhere", "none")])
def test_r05_what_leads_elsewhere_already_is_left_so(ends: tuple[str, str]) -> None:
    astray = Link.new(id="link", parent="map", from_=ends[0], to=ends[1])
    about = Comment.new(id="about", parent="map", on=ends[1])
    found = merged(put(BASE["three"].with_(text="New")), put(astray, about))
    assert (found.document["link"], found.document["about"], found.conflicts) == (astray, about, ())
