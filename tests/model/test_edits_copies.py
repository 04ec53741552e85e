"""Copies of whole maps."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.edits.copies import duplicate_map, future_map
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Card, Comment, Copied, Department, Link, Map, Rating, Record, Round, Vote
from tests.model.builders import after, cards, columns, emotions, feeling, journey, lanes

MORE: tuple[Record, ...] = (
    Map.new(id="last", parent="project", rank="Z"),
    Department.new(id="d", parent="project", name="Kitchen"),
    Round.new(id="r", parent="map", title="First"),
    Link.new(id="k", parent="map", from_="one", to="b1", kind="leads_to"),
    Comment.new(id="m", parent="map", on="one"),
    feeling("ana", "b1", score=2, note="Yes", ratings=(Rating(id="g", score=2),)),
)


def source() -> Document:
    document = journey(
        "A: a1 a2 | B: b1",
        "actions notes",
        cards={"actions a1": "one-a2 two", "notes b1": "three", "parking": "four"},
        personas="ana",
        emotions={"ana a1": -1},
        more=MORE,
    )
    fields: dict[str, dict[str, object]] = {
        "map": {"title": "Now", "basis": "research", "release": "2", "date": "May"}
        | {"author": "Us", "scenario": "Dinner"},
        "one": {"solves": ("two", "gone"), "department": "d", "personas": ("ana",)}
        | {"votes": (Vote(id="v", round="r"),)},
        "notes": {"hidden": True},
    }
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


def test_a_copy_holds_everything_but_comments() -> None:
    document = source()
    fresh = after(document, duplicate_map(document, "map", "Now again"))
    first, copy, last = fresh.maps
    assert (first.id, copy.title, copy.origin, last.id) == ("map", "Now again", "map", "last")
    assert (copy.release, copy.date, copy.author, copy.scenario) == ("2", "May", "Us", "Dinner")
    assert columns(fresh, copy.id) == columns(document)
    assert lanes(fresh, copy.id) == lanes(document)
    assert [lane.hidden for lane in fresh.lanes(copy.id)] == [False, True]
    assert cards(fresh, copy.id) == cards(document)
    assert emotions(fresh, copy.id) == emotions(document)
    assert fresh.comments(copy.id) == ()
    assert len(fresh.comments("map")) == 1
    assert [one.title for one in fresh.rounds(copy.id)] == ["First"]
    assert len(loose_ends(fresh)) == len(loose_ends(document)) == 1


def test_what_is_within_a_copy_leads_to_the_copies() -> None:
    document = source()
    change = duplicate_map(document, "map", "")
    fresh = after(document, change)
    assert change is not None
    copies = {record.origin: record for record in change.added() if isinstance(record, Copied)}
    assert {*copies} == {"map", "A", "B", "a1", "a2", "b1", "actions", "notes", "one", "two", "three", "four"}
    one, copy = copies["one"], fresh.maps[1]
    assert isinstance(one, Card)
    assert one.solves == (copies["two"].id,)
    assert (one.department, one.personas) == ("d", ("ana",))
    assert one.votes[0].round == fresh.rounds(copy.id)[0].id
    assert one.votes[0].id != "v"
    (link,) = fresh.links(copy.id)
    assert (link.from_, link.to, link.kind) == (one.id, copies["b1"].id, "leads_to")
    noted = fresh.emotion("ana", copies["b1"].id)
    assert noted is not None
    assert (noted.note, noted.ratings[0].score) == ("Yes", 2)
    assert noted.ratings[0].id != "g"


def test_the_map_of_a_future_state_is_nobodys_opinion_yet() -> None:
    document = source()
    fresh = after(document, future_map(document, "map", "Later"))
    copy = fresh.maps[1]
    assert (copy.title, copy.state, copy.basis, copy.origin) == ("Later", "future", "assumption", "map")
    assert (copy.release, copy.date, copy.author) == ("", "", "Us")
    assert cards(fresh, copy.id) == cards(document)
    assert emotions(fresh, copy.id) == emotions(document)
    assert fresh.rounds(copy.id) == ()
    assert not any(card.votes for card in fresh.cards(copy.id))
    assert not any(emotion.ratings for emotion in fresh.emotions(copy.id))


def test_what_leads_nowhere_is_not_copied() -> None:
    more = (
        Card.new(id="lost", parent="map", lane="gone", step="a1", text="lost", personas=("gone",), asset="gone"),
        Card.new(id="odd", parent="map", lane="emotion", step="a1", text="odd", department="gone"),
        Card.new(id="back", parent="map", lane="actions", step="b1", to="a1", text="back"),
        Link.new(id="k", parent="map", from_="lost", to="gone"),
        feeling("gone", "a1", score=1),
        feeling("ana", "gone", score=1),
    )
    document = journey("A: a1 | B: b1", "actions emotion", personas="ana", more=more)
    fresh = after(document, duplicate_map(document, "map", ""))
    copy = fresh.maps[-1]
    assert cards(fresh, copy.id) == {"parking": "lost odd", "actions b1": "back"}
    assert fresh.links(copy.id) == fresh.emotions(copy.id) == ()
    assert len(loose_ends(fresh)) == len(loose_ends(document))


def test_only_maps_are_copied_so() -> None:
    assert duplicate_map(source(), "A", "") is None
    assert future_map(source(), "no", "") is None


def test_a_future_map_has_the_author_of_its_map_else_its_own() -> None:
    document = source()
    nobodys = after(document, set_fields(document, "map", author=""))
    assert after(document, future_map(document, "map", "Later", "Eva")).maps[1].author == "Us"
    assert after(nobodys, future_map(nobodys, "map", "Later", "Eva")).maps[1].author == "Eva"


def test_cards_that_come_to_the_parking_lot_of_a_copy_have_ranks_of_their_own():
    document = journey(lanes="actions", cards={"parking": "one two", "actions a1": "three"})
    lost = Card.new(id="lost", parent="map", lane="gone", step="a1", rank="V", text="lost")
    document = Document([*document.records.values(), lost])
    copied = after(document, duplicate_map(document, "map", "Copy"))
    parked = [card for card in copied.cards(copied.maps[1].id) if card.lane is None]
    assert sorted(card.text for card in parked) == ["lost", "one", "two"]
    assert len({card.rank for card in parked}) == 3
