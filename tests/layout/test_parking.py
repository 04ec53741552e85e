"""The parking lot: what has no place on the map is still there to be seen."""

from __future__ import annotations

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.parking import APART, Lot, Strays
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.departments import add_department
from tests.layout.builders import MAP, a_map

TYPESETTER = Typesetter(Fonts.load())
LANES = [{"kind": "actions"}, {"kind": "emotion"}]


def found(document: Document, strays: Strays | None = None) -> tuple[list[str], list[str]]:
    parked, lost = (strays or Strays()).of(document, MAP)
    return [card.id for card in parked], [card.id for card in lost]


def lot(document: Document, until: float = float("inf")) -> Lot:
    made = Lot(TYPESETTER, Icons())
    made.update(document, MAP, Strays().of(document, MAP), until)
    return made


def moved(document: Document, key: str, lane: str | None, step: str | None) -> Document:
    change = move_cards(document, [key], lane, step)
    assert change is not None
    return document.apply(change)


def test_cards_without_a_place_come_in_their_order() -> None:
    cards = [{"text": "Later"}, {"lane": "l0", "step": "s0", "text": "Now"}, {"text": "Perhaps"}]
    assert found(a_map(lanes=LANES, cards=cards)) == (["c0", "c2"], [])


def test_those_that_have_lost_their_place_come_after_them() -> None:
    cards = [
        {"lane": "gone", "step": "s0"},
        {"lane": "l0", "step": "gone"},
        {"lane": "l1", "step": "s0"},
        {"lane": "l0"},
        {"lane": "l0", "step": "s1"},
        {"step": "s1"},
        {},
    ]
    parked, lost = found(a_map(lanes=LANES, cards=cards))
    assert parked == ["c6"]
    assert sorted(lost) == ["c0", "c1", "c2", "c3", "c5"]


def test_a_hidden_lane_has_its_cards() -> None:
    lanes = [{"kind": "actions", "hidden": True}]
    assert found(a_map(lanes=lanes, cards=[{"lane": "l0", "step": "s0"}])) == ([], [])


def test_they_are_found_again_after_a_change() -> None:
    document = a_map(lanes=LANES, cards=[{"lane": "l0", "step": "s0"}, {"lane": "l0", "step": "gone"}])
    strays = Strays()
    assert found(document, strays) == ([], ["c1"])
    assert found(document, strays) == ([], ["c1"])
    after = moved(document, "c0", None, None)
    assert found(after, strays) == (["c0"], ["c1"])
    assert found(moved(after, "c1", "l0", "s1"), strays) == (["c0"], [])


def test_cards_stand_one_below_the_other_as_far_as_they_are_looked_at() -> None:
    cards = [{"text": "word " * (number % 7 + 1)} for number in range(40)] + [{"lane": "gone", "step": "s0"}]
    document = a_map(lanes=LANES, cards=cards)
    first = lot(document, 100.0)
    assert not first.is_complete
    assert 1 < len(first.groups) < 10
    assert first.height > 1000
    first.lay_out(float("inf"))
    assert first.is_complete
    assert first.parked == 40
    for above, below in zip(first.groups, first.groups[1:], strict=False):
        assert above.y + above.height < below.y
    assert first.groups[40].y - first.groups[39].y - first.groups[39].height > APART
    assert first.height > first.groups[-1].y + first.groups[-1].height
    assert first.groups == lot(document).groups


def test_a_card_that_stays_is_not_drawn_anew() -> None:
    document = a_map(lanes=LANES, cards=[{"text": "Later"}, {"lane": "l0", "step": "s0"}])
    kept = lot(document)
    before = kept.groups[0]
    after = moved(document, "c1", None, None)
    kept.update(after, MAP, Strays().of(after, MAP))
    assert kept.groups[0].items is before.items
    assert [group.id for group in kept.groups] == ["c0", "c1"]


def test_all_is_drawn_anew_when_what_cards_refer_to_changes() -> None:
    document = a_map(lanes=LANES, cards=[{"text": "Later", "department": "d"}])
    kept = lot(document)
    before = kept.groups[0]
    change = add_department(document, "Kitchen")
    assert change is not None
    after = document.apply(change)
    kept.update(after, MAP, Strays().of(after, MAP))
    assert kept.groups[0].items is not before.items


def test_an_empty_lot_has_no_height() -> None:
    assert lot(a_map()).height == 0.0
