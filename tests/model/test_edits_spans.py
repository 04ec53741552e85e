"""Cards that cover several steps."""

from __future__ import annotations

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.spans import set_span
from cxdesigner.model.edits.stages import move_stage
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.records import Card
from tests.model.builders import after, cards, journey

COLUMNS = "A: a1 a2 a3 | B: b1 b2"


def tie(document: Document, key: str, other: str) -> Document:
    """Give a card the rank of another."""
    card = document[key]
    return document.apply(Change({key: (card, card.with_(rank=document[other].rank))}))


def distinct(document: Document, step: str) -> bool:
    ranks = [card.rank for card in document.cell("map", "actions", step)]
    return len(set(ranks)) == len(ranks)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("a2", "b1", {"actions a2": "x-b1"}),
        ("b1", "a2", {"actions a2": "x-b1"}),
        ("a1", "a3", {"actions a1": "x-a3"}),
        ("b2", "b2", {"actions b2": "x"}),
    ],
)
def test_a_card_covers_the_steps_from_one_to_another_in_whichever_order(
    first: str, last: str, expected: dict[str, str]
) -> None:
    document = journey(COLUMNS, cards={"actions a1": "x"})
    assert cards(after(document, set_span(document, "x", first, last))) == expected


@pytest.mark.parametrize(
    ("card", "first", "last"),
    [
        ("no", "a1", "a2"),
        ("A", "a1", "a2"),
        ("x", "no", "a2"),
        ("x", "a1", "no"),
        ("p", "a1", "a2"),
        ("x", "a1", "a1"),
    ],
)
def test_there_is_nothing_to_span(card: str, first: str, last: str) -> None:
    document = journey(COLUMNS, cards={"actions a1": "x", "parking": "p"})
    assert set_span(document, card, first, last) is None


def test_a_card_that_starts_elsewhere_gets_a_place_of_its_own_in_the_stack_there() -> None:
    document = tie(journey(COLUMNS, cards={"actions a1": "x y", "actions a2": "r s t"}), "x", "s")
    moved = after(document, set_span(document, "x", "a2", "a3"))
    assert cards(moved) == {"actions a1": "y", "actions a2": "r s x-a3 t"}
    assert distinct(moved, "a2")


def test_a_card_that_starts_elsewhere_keeps_its_rank_where_nobody_has_it() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x y", "actions a2": "s"})
    change = set_span(document, "x", "a2", "a2")
    assert change is not None
    assert list(change.ids()) == ["x"]
    assert cards(document.apply(change)) == {"actions a1": "y", "actions a2": "x s"}


# --- while stages and steps move ------------------------------------------------------------------------------------


def test_a_card_stays_with_the_steps_that_stay() -> None:
    document = journey(COLUMNS, cards={"actions a2": "x-b1"})
    assert cards(after(document, move_stage(document, "B", 0))) == {"actions a2": "x-a3"}


def test_a_card_goes_on_covering_a_step_that_moves_beside_the_others() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x-a3"})
    assert cards(after(document, move_step(document, "a2", "A", 2))) == {"actions a1": "x-a2"}
    assert cards(after(document, move_step(document, "a3", "A", 0))) == {"actions a3": "x-a2"}


def test_a_card_covers_a_step_that_moves_into_it() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x-a3"})
    moved = after(document, move_step(document, "b2", "A", 1))
    assert cards(moved) == {"actions a1": "x-a3"}


def test_a_card_inside_what_moves_stays_as_it_is() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x-a2", "actions b1": "y"})
    change = move_stage(document, "B", 0)
    assert change is not None
    assert "x" not in change.ids()


def test_a_card_that_starts_at_another_step_after_a_move_has_a_place_of_its_own_there() -> None:
    document = tie(journey(COLUMNS, cards={"actions a1": "x-a2", "actions a2": "s"}), "x", "s")
    moved = after(document, move_step(document, "a1", "B", 2))
    assert {card.id: (card.step, card.to) for card in moved.cards("map")} == {"x": ("a2", None), "s": ("a2", None)}
    assert distinct(moved, "a2")


def test_a_step_moves_out_of_a_span() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x-a2"})
    assert cards(after(document, move_step(document, "a1", "B", 0))) == {"actions a2": "x"}


def test_a_span_that_leads_nowhere_is_left_alone() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x-gone", "actions gone": "y-a1"})
    moved = after(document, move_stage(document, "B", 0))
    assert (moved["x"], moved["y"]) == (document["x"], document["y"])


# --- while steps go --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (["a2"], {"actions a3": "x-b1"}),
        (["a3"], {"actions a2": "x-b1"}),
        (["b1"], {"actions a2": "x-a3"}),
        (["a2", "a3"], {"actions b1": "x"}),
        (["a2", "b1"], {"actions a3": "x"}),
        (["A"], {"actions b1": "x"}),
        (["B"], {"actions a2": "x-a3"}),
        (["a2", "a3", "b1"], {}),
    ],
)
def test_a_card_shrinks_to_the_steps_that_stay(gone: list[str], expected: dict[str, str]) -> None:
    document = journey(COLUMNS, cards={"actions a2": "x-b1"})
    assert cards(after(document, remove(document, gone))) == expected


def test_cards_that_shrink_into_one_stack_have_places_of_their_own() -> None:
    document = journey(COLUMNS, cards={"actions a1": "x-a3", "actions a2": "y-a3", "actions a3": "s"})
    fresh = after(document, remove(document, ["a1", "a2"]))
    assert len(fresh.cell("map", "actions", "a3")) == 3
    assert distinct(fresh, "a3")


def test_an_end_that_goes_is_forgotten_where_the_start_leads_nowhere() -> None:
    document = journey(COLUMNS, cards={"actions gone": "x-b1"})
    card = after(document, remove(document, ["b1"])).get("x", Card)
    assert card is not None
    assert (card.step, card.to) == ("gone", None)


def test_a_card_that_was_read_backwards_shrinks_too() -> None:
    document = journey(COLUMNS, cards={"actions b1": "x-a1"})
    assert cards(after(document, remove(document, ["a1"]))) == {"actions a2": "x-b1"}
