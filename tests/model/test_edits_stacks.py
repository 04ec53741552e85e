"""Many cards from their texts."""

from __future__ import annotations

import pytest

from cxdesigner.model.edits.stacks import add_stacks
from cxdesigner.model.limits import MAX_CARDS, MAX_TEXT, LimitReachedError
from tests.model.builders import journey

MAP = journey("A: a1 a2", "actions pains", cards={"pains a1": "x"})


def test_texts_become_cards_at_the_ends_of_their_stacks() -> None:
    change = add_stacks(MAP, "map", {("pains", "a1"): ["one", "two"], ("actions", "a2"): ["three"]})
    assert change is not None
    document = MAP.apply(change)
    assert [(card.text, card.kind) for card in document.cell("map", "pains", "a1")][1:] == [
        ("one", "pain"),
        ("two", "pain"),
    ]
    assert [card.text for card in document.cell("map", "actions", "a2")] == ["three"]


def test_nothing_is_no_change() -> None:
    assert add_stacks(MAP, "map", {}) is None


def test_too_many_or_too_long_texts_are_refused() -> None:
    with pytest.raises(LimitReachedError):
        add_stacks(MAP, "map", {("pains", "a1"): ["x"] * MAX_CARDS})
    with pytest.raises(LimitReachedError):
        add_stacks(MAP, "map", {("pains", "a1"): ["x" * (MAX_TEXT + 1)]})
