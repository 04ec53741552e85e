"""The parking lot below the sheet: what has no place on the map is still there to be seen."""

from __future__ import annotations

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.scene import PARKING, Band, Scene
from cxdesigner.layout.sheet import Sheet, lay_out
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import move_cards
from tests.layout.builders import MAP, a_map

TYPESETTER = Typesetter(Fonts.load())
LANES = [{"kind": "actions"}, {"kind": "emotion"}]


def sheet() -> Sheet:
    return Sheet(TYPESETTER, Icons(), parking=True)


def lot(scene: Scene) -> Band | None:
    return next((band for band in scene.bands if band.key == PARKING), None)


def parked(document: Document) -> list[str]:
    band = lot(sheet().update(document, MAP))
    return [group.id for group in band.groups if group.part == "card"] if band else []


def test_cards_without_a_place_are_shown_in_their_order() -> None:
    cards = [{"text": "Later"}, {"lane": "l0", "step": "s0", "text": "Now"}, {"text": "Perhaps"}]
    assert parked(a_map(lanes=LANES, cards=cards)) == ["c0", "c2"]


def test_so_are_cards_whose_lane_or_step_is_not_there_or_takes_no_cards() -> None:
    cards = [
        {"lane": "gone", "step": "s0"},
        {"lane": "l0", "step": "gone"},
        {"lane": "l1", "step": "s0"},
        {"lane": "l0"},
        {"lane": "l0", "step": "s1"},
    ]
    assert sorted(parked(a_map(lanes=LANES, cards=cards))) == ["c0", "c1", "c2", "c3"]


def test_a_hidden_lane_parks_nothing() -> None:
    lanes = [{"kind": "actions", "hidden": True}]
    assert not parked(a_map(lanes=lanes, cards=[{"lane": "l0", "step": "s0"}]))


def test_it_is_not_exported() -> None:
    document = a_map(lanes=LANES, cards=[{"text": "Later"}])
    assert lot(lay_out(document, MAP, TYPESETTER, Icons())) is None


def test_it_comes_and_goes_with_its_cards() -> None:
    document = a_map(lanes=LANES, cards=[{"lane": "l0", "step": "s0", "text": "Now"}])
    kept = sheet()
    assert lot(kept.update(document, MAP)) is None
    change = move_cards(document, ["c0"], None, None)
    assert change is not None
    after = document.apply(change)
    assert lot(kept.update(after, MAP)) is not None
    assert lot(kept.update(document, MAP)) is None


def test_cards_stand_side_by_side_inside_and_never_overlap() -> None:
    cards = [{"text": "word " * (number % 7 + 1)} for number in range(40)]
    scene = sheet().update(a_map(lanes=LANES, cards=cards), MAP)
    band = lot(scene)
    assert band is not None
    placed = [group for group in band.groups if group.part == "card"]
    assert len({group.x for group in placed}) > 1
    for index, one in enumerate(placed):
        assert one.x >= 0
        assert one.x + one.width <= scene.width
        assert one.y + one.height <= band.height
        for other in placed[index + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_a_card_that_stays_is_not_drawn_anew() -> None:
    document = a_map(lanes=LANES, cards=[{"text": "Later"}, {"lane": "l0", "step": "s0"}])
    kept = sheet()
    before = lot(kept.update(document, MAP))
    change = move_cards(document, ["c1"], None, None)
    assert change is not None
    after = lot(kept.update(document.apply(change), MAP))
    assert before is not None
    assert after is not None
    assert after.groups[1].items is before.groups[1].items
