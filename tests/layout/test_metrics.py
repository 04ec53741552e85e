from __future__ import annotations

import pytest

from cxdesigner.layout.metrics import measures, signed
from cxdesigner.model.records import Card
from tests.layout.builders import a_map, band, groups, only, pen, runs, scene_of, texts


def card(**fields) -> Card:
    return Card.new(id="c", **fields)


@pytest.mark.parametrize(
    ("value", "text"), [(33.4, "+33"), (-12.6, "−13"), (0, "0"), (0.3, "0"), (-0.3, "0"), (100, "+100"), (-100, "−100")]
)
def test_a_score_has_its_sign_but_for_nought(value, text):
    assert signed(value) == text


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"nps": {"promoters": 10, "passives": 4, "detractors": 6}}, ["NPS +20 (n = 20)"]),
        ({"nps": {"score": -12}}, ["NPS −12"]),
        ({"nps": {"score": 4, "n": 1234567}}, ["NPS +4 (n = 1234567)"]),
        ({"nps": {"score": 4, "n": 12.5}}, ["NPS +4 (n = 12.5)"]),
        ({"csat": {"satisfied": 2, "total": 3}}, ["CSAT 67 % (n = 3)"]),
        ({"csat": {"score": 81.5}}, ["CSAT 82 %"]),
        ({"ces": {"mean": 5.25, "n": 8}}, ["CES 5.25 / 7 (n = 8)"]),
        ({"ces": {"mean": 5.254}}, ["CES 5.25 / 7"]),
        ({"ces": {"mean": 4, "scale": 5}}, ["CES 4 / 5"]),
        ({"ces": {"mean": 1234.5, "scale": 10000}}, ["CES 1234.5 / 10000"]),
        ({"nps": {}, "csat": {}, "ces": {}}, []),
        ({"csat": {"satisfied": 2, "total": 0}}, []),
        ({}, []),
    ],
)
def test_the_measures_of_a_card_are_written_one_a_line(fields, lines):
    assert measures(pen().words, card(**fields)) == lines


def measured(*cards, **lane):
    steps = [{"steps": [{}, {"width": 24}, {}]}]
    return scene_of(a_map(steps, [{"kind": "touchpoints"}, {"kind": "metrics"} | lane], cards))


def test_measures_stand_below_each_other_at_their_step():
    first = {"lane": "l0", "step": "s0", "nps": {"score": 4}, "csat": {"score": 50}}
    scene = measured(
        first, {"lane": "l0", "step": "s0", "ces": {"mean": 3}}, {"lane": "l0", "step": "s2", "nps": {"n": 3}}
    )
    one, two = groups(scene, "metric")
    assert texts(one) == ["NPS +4", "CSAT 50 %"]
    assert texts(two) == ["CES 3 / 7"]
    assert one.x == two.x
    assert two.y >= one.y + one.height


def test_what_stands_at_no_step_is_not_measured():
    assert groups(measured({"lane": None, "step": None, "nps": {"score": 4}}), "metric") == []


def test_the_definitions_stand_beside_the_numbers_on_paper_of_their_own():
    group = only(measured(), "definitions")
    assert "".join(texts(group)).startswith("NPS = % promoters")
    assert "promotors" in "".join(
        texts(only(scene_of(a_map(lanes=[{"kind": "metrics"}], language="nl")), "definitions"))
    )
    box = group.items[0]
    assert box.fill == "#ffffff"
    for run in runs(group):
        assert box.x <= run.x
        assert run.x + run.line.width <= box.x + box.width


def test_a_map_without_steps_has_a_metrics_lane():
    scene = scene_of(a_map((), [{"kind": "metrics"}]))
    assert only(scene, "definitions").y < scene.height


def test_a_long_title_makes_the_metrics_lane_tall():
    title = "Numbers " * 100
    scene = measured(title=title)
    assert band(scene, "l1").height > only(scene, "lane-title", "l1").height


def test_a_blueprint_line_is_never_above_a_metrics_lane():
    assert only(measured(), "lane", "l1").items[0].stroke.dash == ()
