"""Three versions into one: named cases."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.conflicts import settle
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.merge import merge
from cxdesigner.model.records import Card
from tests.model.builders import after, cards, journey

BASE = journey("A: a1 a2 | B: b1", "actions pains", cards={"actions a1": "one two", "pains b1": "three"})


def text(document: Document, key: str) -> str:
    card = document.get(key, Card)
    assert card is not None
    return card.text


def reworded(document: Document, key: str, text: str) -> Document:
    return after(document, set_fields(document, [key], text=text))


def test_what_each_side_changed_is_there() -> None:
    merged = merge(BASE, reworded(BASE, "one", "ours"), reworded(BASE, "two", "theirs"))
    assert cards(merged.document)["actions a1"] == "ours theirs"
    assert merged.conflicts == ()


def test_what_both_renamed_stays_as_ours_has_it_and_a_conflict_keeps_theirs() -> None:
    merged = merge(BASE, reworded(BASE, "one", "ours"), reworded(BASE, "one", "theirs"))
    assert text(merged.document, "one") == "ours"
    (found,) = merged.conflicts
    assert (found.path, found.base, found.ours, found.theirs) == ('cards["one"].text', "one", "ours", "theirs")
    assert merged.document.project.conflicts == (found,)
    settled = after(merged.document, settle(merged.document, 0, "theirs"))
    assert text(settled, "one") == "theirs"
    assert settled.project.conflicts == ()


def test_a_card_that_one_removed_and_the_other_reworded_stays() -> None:
    ours, theirs = after(BASE, remove(BASE, ["one"])), reworded(BASE, "one", "theirs")
    merged = merge(BASE, ours, theirs)
    assert text(merged.document, "one") == "theirs"
    (found,) = merged.conflicts
    assert (found.path, found.ours) == ('cards["one"]', None)
    assert "one" not in after(merged.document, settle(merged.document, 0, "ours"))


def test_a_stage_that_one_removed_comes_back_for_a_card_that_the_other_added_in_it() -> None:
    ours = after(BASE, remove(BASE, ["B"]))
    theirs = after(BASE, add_card(BASE, "map", "pains", "b1", text="new"))
    merged = merge(BASE, ours, theirs)
    assert cards(merged.document) == {"actions a1": "one two", "pains b1": "three new"}
    assert [found.path for found in merged.conflicts] == ['stages["B"]', 'steps["b1"]']


def test_two_that_put_cards_into_one_place_have_them_one_after_the_other() -> None:
    sides = []
    for name in "xy":
        side = BASE
        for number in range(3):
            side = after(side, add_card(side, "map", "actions", "a1", text=f"{name}{number}"))
        sides.append(side)
    merged = merge(BASE, *sides).document
    rows = "x0 x1 x2", "y0 y1 y2"
    assert cards(merged)["actions a1"] in {f"one two {a} {b}" for a, b in (rows, rows[::-1])}
    ranks = [card.rank for card in merged.cell("map", "actions", "a1")]
    assert ranks == sorted(set(ranks))
    assert merge(BASE, *reversed(sides)).document == merged
    assert merge(BASE, merged, sides[1]).document == merged
