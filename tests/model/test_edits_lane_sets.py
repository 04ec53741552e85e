"""Sets of lanes."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.lane_sets import LANE_SETS, add_lane_set
from cxdesigner.model.kinds import LANE_KINDS
from cxdesigner.model.records import Lane
from tests.model.builders import after, journey


def kinds(document: Document) -> str:
    return " ".join(f"({lane.kind})" if lane.hidden else lane.kind for lane in document.lanes("map"))


@pytest.mark.parametrize(
    ("there", "name", "expected"),
    [
        ("", "journey", "actions touchpoints thoughts emotion pains opportunities"),
        ("", "blueprint", "evidence actions touchpoints frontstage backstage support"),
        ("actions touchpoints emotion pains", "metrics", "actions touchpoints emotion metrics pains"),
        ("actions emotion opportunities", "journey", "actions touchpoints thoughts emotion pains opportunities"),
        ("support", "blueprint", "evidence actions touchpoints frontstage backstage support"),
        ("mine=divider pains", "metrics", "divider touchpoints emotion metrics pains"),
        ("mine=divider", "metrics", "divider touchpoints emotion metrics"),
    ],
)
def test_the_lanes_that_are_missing_come_where_they_usually_stand(there: str, name: str, expected: str) -> None:
    document = journey(lanes=there)
    assert kinds(after(document, add_lane_set(document, "map", LANE_SETS[name]))) == expected


def test_a_kind_that_nobody_knows_comes_behind_all_that_are_known() -> None:
    document = journey(lanes="actions later notes")
    assert kinds(after(document, add_lane_set(document, "map", ["newer"]))) == "actions later notes newer"


def test_a_hidden_lane_is_shown_where_it_stands() -> None:
    document = journey(lanes="metrics touchpoints emotion actions")
    hidden = [record.with_(hidden=True) for record in document.records.values() if isinstance(record, Lane)]
    document = Document([*document.records.values(), *hidden])
    assert kinds(document) == "(metrics) (touchpoints) (emotion) (actions)"
    fresh = after(document, add_lane_set(document, "map", LANE_SETS["metrics"]))
    assert kinds(fresh) == "metrics touchpoints emotion (actions)"


def test_a_map_that_has_them_all_stays() -> None:
    document = journey(lanes="touchpoints emotion metrics actions")
    assert add_lane_set(document, "map", LANE_SETS["metrics"]) is None
    assert add_lane_set(document, "no", LANE_SETS["metrics"]) is None


def test_sets_are_of_known_kinds() -> None:
    assert {kind for lanes in LANE_SETS.values() for kind in lanes} <= {*LANE_KINDS}
