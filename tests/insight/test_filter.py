"""Filters: values of a group widen, groups narrow, and what is for everybody is for each."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.insight.filter import GROUPS, NOTHING, Filter, counted
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Evidence
from tests.model.builders import journey


def card(**fields: Any) -> Card:
    return Card.new(id="c", **fields)


@pytest.mark.parametrize(
    ("by", "fields", "looked_at"),
    [
        (Filter(), {}, True),
        (Filter(kinds=frozenset({"pain"})), {"kind": "pain"}, True),
        (Filter(kinds=frozenset({"pain", "idea"})), {"kind": "idea"}, True),
        (Filter(kinds=frozenset({"pain"})), {"kind": "idea"}, False),
        (Filter(channels=frozenset({"app"})), {"channel": "app"}, True),
        (Filter(channels=frozenset({"app"})), {}, False),
        (Filter(departments=frozenset({"d"})), {"department": "d"}, True),
        (Filter(departments=frozenset({"d"})), {"department": "e"}, False),
        (Filter(personas=frozenset({"ana"})), {"personas": ["ben", "ana"]}, True),
        (Filter(personas=frozenset({"ana"})), {"personas": ["ben"]}, False),
        (Filter(personas=frozenset({"ana"})), {}, True),
        (Filter(evidence=frozenset({"survey"})), {"evidence": Evidence.new(kind="survey")}, True),
        (Filter(evidence=frozenset({"survey"})), {}, False),
        (Filter(evidence=frozenset({""})), {}, True),
        (Filter(evidence=frozenset({""})), {"evidence": Evidence.new(kind="data")}, False),
        (Filter(moments=frozenset({"truth"})), {"moment_of_truth": True}, True),
        (Filter(moments=frozenset({"truth"})), {"support_moment": True}, False),
        (Filter(moments=frozenset({"truth", "support"})), {"support_moment": True}, True),
        (Filter(kinds=frozenset({"pain"}), channels=frozenset({"app"})), {"kind": "pain", "channel": "app"}, True),
        (Filter(kinds=frozenset({"pain"}), channels=frozenset({"app"})), {"kind": "pain"}, False),
    ],
)
def test_a_card_is_looked_at_if_every_group_has_a_value_of_it(
    by: Filter, fields: dict[str, Any], looked_at: bool
) -> None:
    assert by.matches(card(**fields)) is looked_at
    assert by.faded([card(**fields)]) == ([] if looked_at else ["c"])


def test_a_filter_is_on_while_it_has_a_value() -> None:
    assert not NOTHING.is_on
    for group in GROUPS:
        once = NOTHING.toggled(group, "v")
        assert once.is_on
        assert once.has(group, "v")
        assert once.toggled(group, "v") == NOTHING


def test_values_that_are_no_more_can_be_left_out() -> None:
    by = Filter(personas=frozenset({"ana", "gone"}))
    assert by.within("personas", ["ana", "ben"]) == Filter(personas=frozenset({"ana"}))
    assert by.within("personas", ["ana", "gone"]) is by


def test_a_persona_is_looked_at_unless_others_are() -> None:
    assert NOTHING.shows("ana")
    assert Filter(personas=frozenset({"ana"})).shows("ana")
    assert not Filter(personas=frozenset({"ana"})).shows("ben")


def test_cards_are_counted_with_those_of_the_parking_lot() -> None:
    document = journey("A: a1", "actions", cards={"actions a1": "c1 c2", "parking": "c3"})
    document = Document(
        record.with_(kind="pain") if key in ("c1", "c3") else record for key, record in document.records.items()
    )
    assert counted(document, "map", Filter(kinds=frozenset({"pain"}))) == (2, 3)
