"""Edits done in turn are one change."""

from __future__ import annotations

from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.removal import remove
from tests.model.builders import after, cards, journey

DOCUMENT = journey(cards={"actions a1": "x y"})


def test_each_edit_gets_what_the_one_before_has_made() -> None:
    seen = []
    change = in_turn(
        DOCUMENT,
        [
            lambda document: set_fields(document, "x", text="X"),
            lambda document: seen.append(cards(document)),
            lambda document: remove(document, ["y"]),
        ],
    )
    assert seen == [{"actions a1": "X y"}]
    assert cards(after(DOCUMENT, change)) == {"actions a1": "X"}


def test_edits_that_come_to_nothing_are_no_change() -> None:
    there_and_back = [
        lambda document: set_fields(document, "x", text="X"),
        lambda document: set_fields(document, "x", text="x"),
    ]
    assert in_turn(DOCUMENT, there_and_back) is None
    assert in_turn(DOCUMENT, []) is None
