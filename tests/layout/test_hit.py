from __future__ import annotations

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.columns import columns_of
from cxdesigner.layout.hit import cell_at, cell_of, groups_of, hit, within
from cxdesigner.layout.scene import FOOT, STAGES
from tests.layout.builders import MAP, a_map, band, only, scene_of

DOCUMENT = a_map(
    [{"title": "Decide", "steps": [{"title": "Looks"}, {"title": "Waits"}]}, {"title": "Buy"}],
    [{"kind": "actions"}, {"kind": "emotion"}, {"kind": "touchpoints"}],
    [
        {"lane": "l0", "step": "s0", "text": "Looks around"},
        {"lane": "l0", "step": "s0", "text": "Asks"},
        {"lane": "l2", "step": "s0", "to": "s1", "kind": "touchpoint", "channel": "app", "text": "Taps"},
    ],
    [
        {"persona": "p0", "step": "s0", "score": 2},
        {"persona": "p0", "step": "s1", "score": -2, "note": "No"},
        {"persona": "p1", "step": "s0", "score": 2},
    ],
    [{"name": "Anna"}, {"name": "Bob"}],
    title="Tacos",
)
COLUMNS = columns_of(DOCUMENT, MAP)


@pytest.fixture(scope="module")
def scene():
    return scene_of(DOCUMENT)


def middle(group):
    return group.x + group.width / 2, group.y + group.height / 2


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("title", MAP), ("persona", "p1"), ("stage", "g1"), ("step", "s2"), ("card", "c1"), ("card", "c2"),
        ("lane-title", "l0"), ("point", "p0\x1fs1"), ("note", "p0\x1fs1"), ("phase", "g0"),
    ],
)  # fmt: skip
def test_what_is_drawn_at_a_point_is_found_there(scene, part, key):
    group = only(scene, part, key)
    found = hit(scene, *middle(group))
    assert found is not None
    assert (found.group.id, found.group.part) == (key, part)
    assert (found.x, found.y) == (group.x, group.y)
    assert any(found.band is band for band in scene.bands)


def test_the_topmost_of_two_points_is_found(scene):
    face = only(scene, "point", "p0\x1fs0")
    assert hit(scene, *middle(face)).group.id == "p0\x1fs0"


def test_between_things_there_is_the_lane(scene):
    lane = band(scene, "l0")
    found = hit(scene, COLUMNS.columns[2].x + 5, lane.top + 5)
    assert (found.group.id, found.group.part) == ("l0", "lane")


def test_a_curve_is_not_in_the_way(scene):
    field = only(scene, "emotion")
    found = hit(scene, (COLUMNS.columns[0].x + COLUMNS.columns[2].x) / 2, field.y + field.height / 2)
    assert found.group.part == "emotion"


def test_small_things_are_found_from_near_by(scene):
    point = only(scene, "point", "p0\x1fs1")
    x, y = point.x - 3, middle(point)[1]
    assert hit(scene, x, y).group.part == "emotion"
    assert hit(scene, x, y, reach=4).group.id == "p0\x1fs1"
    card = only(scene, "card", "c1")
    assert hit(scene, card.x - 1, middle(card)[1], reach=4).group.part == "lane"


def test_off_the_sheet_there_is_nothing(scene):
    assert hit(scene, 10, -1) is None
    assert hit(scene, 10, scene.height) is None
    assert hit(scene, -5, 5) is None
    assert hit(scene, 10, scene.height - 1) is None


def test_all_that_shows_a_record_is_found(scene):
    assert {found.group.part for found in groups_of(scene, "p0\x1fs1")} == {"point", "note"}
    (card,) = groups_of(scene, "c1", "card")
    assert card.y == only(scene, "card", "c1").y
    assert card.band.key == "l0"
    assert groups_of(scene, "c1", "note") == []
    assert groups_of(scene, "gone") == []


def test_a_rectangle_touches_cards(scene):
    one, two, other = (only(scene, "card", key) for key in ("c0", "c1", "c2"))

    def touched(*rect, part="card"):
        return [group.id for group in within(scene, *rect, part)]

    assert touched(0, 0, scene.width, scene.height) == ["c0", "c1", "c2"]
    assert touched(one.x - 5, one.y - 5, one.x + 1, one.y + 1) == ["c0"]
    assert touched(one.x + 5, one.y + 5, one.x + 6, two.y + 1) == ["c0", "c1"]
    assert touched(one.x - 5, one.y, one.x, two.y + two.height) == []
    assert touched(one.x, one.y - 3, one.x + one.width, one.y) == []
    assert touched(other.x + other.width, other.y, other.x + other.width + 4, other.y + 4) == []
    assert touched(one.x, two.y + two.height, one.x + 9, two.y + two.height + 1) == []
    assert touched(0, 0, scene.width, scene.height, part="step") == ["s0", "s1", "s2"]


def test_every_point_in_a_lane_is_in_a_cell(scene):
    lane = band(scene, "l2")
    for column in COLUMNS.columns:
        cell = cell_at(scene, COLUMNS, column.x + 1, lane.top + 1)
        assert cell == cell_of(scene, COLUMNS, "l2", column.step)
        assert (cell.x, cell.y, cell.width, cell.height) == (column.x, lane.top, column.width, lane.height)
    assert cell_at(scene, COLUMNS, 0, lane.top).step == "s0"
    assert cell_at(scene, COLUMNS, 9999, lane.top).step == "s2"


def test_outside_the_lanes_there_is_no_cell(scene):
    assert cell_at(scene, COLUMNS, 300, band(scene, STAGES).top + 1) is None
    assert cell_at(scene, COLUMNS, 300, band(scene, FOOT).top + 1) is None
    assert cell_at(scene, COLUMNS, 300, -1) is None
    bare = a_map((), [{"kind": "actions"}])
    assert cell_at(scene_of(bare), columns_of(bare, MAP), 300, 150) is None


def test_a_cell_that_is_not_shown_has_no_place(scene):
    assert cell_of(scene, COLUMNS, "l0", "gone") is None
    assert cell_of(scene, COLUMNS, "gone", "s0") is None


def test_a_column_is_found_by_where_it_is():
    assert COLUMNS.at(COLUMNS.left - 50).step == "s0"
    assert COLUMNS.at(COLUMNS.left + theme.STEP_WIDTH).step == "s1"
    assert COLUMNS.at(COLUMNS.right).step == "s2"
    assert columns_of(a_map(()), MAP).at(5) is None


def test_a_span_is_in_order_and_starts_at_a_step_that_is_here():
    assert COLUMNS.span("s0", "s2") == (0, 2)
    assert COLUMNS.span("s2", "s0") == (0, 2)
    assert COLUMNS.span("s1", None) == (1, 1)
    assert COLUMNS.span("s1", "gone") == (1, 1)
    assert COLUMNS.span("gone", "s1") is None
    assert COLUMNS.span(None, "s1") is None


def test_a_lane_may_have_any_id() -> None:
    for key in ("header", "stages", "legend"):
        scene = scene_of(a_map(lanes=[{"id": key, "kind": "actions"}]))
        assert [band.key for band in scene.bands if band.is_lane] == [key]
