"""R5: what one side took out and the other did something to can be had whole, whichever side is chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.conflicts import settle
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.merge import Merged, merge
from cxdesigner.model.records import Comment, Link, Record
from tests.model.builders import after, cards, journey

Edit = Callable[[Document], Change | None]

BASE = journey(
    "A: a1 a2 | B: b1 b2",
    "actions pains ideas emotion",
    cards={"actions a1": "one two", "actions a2": "three", "pains b1": "four"},
    personas="ann bob",
    emotions={"ann a1": 1, "ann b1": 2, "bob a1": -1},
    more=(
        Link.new(id="link", parent="map", from_="one", to="four", kind="leads_to"),
        Comment.new(id="asked", parent="map", on="one", text="Why?"),
        Comment.new(id="answered", parent="map", on="asked", text="So."),
    ),
)


def gone(*keys: str) -> Edit:
    return lambda document: remove(document, keys)


def called(key: str, **fields: str) -> Edit:
    return lambda document: Change.of({key: (document[key], document[key].with_(**fields))})


def put(*records: Record) -> Edit:
    return lambda document: Change.of({one.id: (document.records.get(one.id), one) for one in records})


def merged(ours: Edit, theirs: Edit) -> Merged:
    """Merge what two edits make of the project: the same from either side, and again with either of them."""
    one, other = after(BASE, ours(BASE)), after(BASE, theirs(BASE))
    found, turned = merge(BASE, one, other), merge(BASE, other, one)
    assert turned.document.records.keys() == found.document.records.keys()
    assert merge(BASE, one, found.document).document == found.document
    for side in (one, other):
        assert merge(BASE, found.document, side).document == found.document
    assert not loose_ends(found.document)
    return found


@pytest.mark.parametrize(
    ("key", "field"),
    [("map", "title"), ("A", "title"), ("a1", "title"), ("actions", "title"), ("ann", "quote"), ("one", "text")],
)
def test_r05_what_went_along_with_what_stays_stays_too(key: str, field: str) -> None:
    found = merged(gone(key), called(key, **{field: "New"}))
    assert [one.ours for one in found.conflicts] == [None]
    assert found.document.records.keys() == BASE.records.keys()
    chosen = after(found.document, settle(found.document, 0, "theirs"))
    assert chosen.records.keys() == BASE.records.keys()
    assert getattr(chosen[key], field) == "New"
    taken_out = after(found.document, settle(found.document, 0, "ours"))
    assert taken_out.records.keys() == after(BASE, remove(BASE, [key])).records.keys()


def test_r05_a_lane_that_comes_back_for_a_new_card_has_its_cards() -> None:
    found = merged(gone("actions"), put(BASE["one"].with_(id="new", text="new")))
    assert [one.path for one in found.conflicts] == ['lanes["actions"]']
    assert cards(found.document) == {"actions a1": "new one two", "actions a2": "three", "pains b1": "four"}
    assert "link" in found.document


def test_r05_what_else_was_taken_out_stays_out() -> None:
    def both(document: Document) -> Change | None:
        return remove(document, ["a2", "actions", "bob"])

    found = merged(both, called("actions", title="New"))
    assert [one.path for one in found.conflicts] == ['lanes["actions"]']
    assert cards(found.document) == {"New a1": "one two", "pains b1": "four"}


def test_r05_what_a_conflict_of_before_needs_stays() -> None:
    def ours(document: Document) -> Change | None:
        moved = move_cards(document, ["one"], "pains", "a1", None)
        assert moved is not None
        out = remove(document.apply(moved), ["ideas"])
        assert out is not None
        return moved.then(out)

    found = merged(ours, lambda document: move_cards(document, ["one"], "ideas", "a2", None))
    assert [one.path for one in found.conflicts] == ['cards["one"].place', 'lanes["ideas"]']
    chosen = after(found.document, settle(found.document, 0, "theirs"))
    assert cards(chosen)["ideas a2"] == "one"
