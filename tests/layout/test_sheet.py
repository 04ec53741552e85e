from __future__ import annotations

from itertools import pairwise

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.columns import columns_of
from cxdesigner.layout.scene import FOOT, HEADER, STAGES
from cxdesigner.layout.sheet import Sheet, lay_out
from cxdesigner.model.change import Change
from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.lanes import add_lane, move_lane
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Asset
from tests.golden.dump import dump
from tests.layout.builders import MAP, a_map, all_texts, band, groups, icons, only, picture, scene_of, texts, typesetter

LANES = [{"kind": kind} for kind in ("actions", "touchpoints", "emotion", "metrics", "pains", "notes")]
CARDS = [
    {"lane": "l0", "step": "s0", "text": "Looks around"},
    {"lane": "l1", "step": "s1", "kind": "touchpoint", "channel": "app", "moment_of_truth": True, "nps": {"score": 4}},
    {"lane": "l4", "step": "s0", "to": "s2", "text": "Waits", "personas": ["p0"], "department": "d"},
    {"lane": "l5", "step": "s2", "kind": "picture", "asset": "a"},
]


@pytest.fixture
def document():
    return a_map(
        [{"steps": 2, "title": "Before"}, {"steps": 1}],
        LANES,
        CARDS,
        [{"persona": "p0", "step": "s0", "score": 1, "note": "Nice"}],
        [{"name": "Anna"}, {"name": "Bob"}],
        departments={"d": "Kitchen"},
        title="A map",
    )


@pytest.fixture
def sheet(document):
    sheet = Sheet(typesetter(), icons())
    sheet.update(document, MAP)
    return sheet


def after(document, change):
    assert change is not None
    return document.apply(change)


def same(scene, document):
    assert dump(scene) == dump(scene_of(document))


def redrawn(sheet, document, fresh):
    """Give the keys of the bands that an edit laid out again, after checking that the scene is as if all were."""
    before = {band.key: band.groups for band in sheet.update(document, MAP).bands}
    scene = sheet.update(fresh, MAP)
    same(scene, fresh)
    return {band.key for band in scene.bands if before.get(band.key) is not band.groups}


def test_bands_stand_in_order_without_gaps(sheet):
    scene = sheet.scene
    assert [band.key for band in scene.bands] == [HEADER, STAGES, "l0", "l1", "l2", "l3", "l4", "l5", FOOT]
    assert scene.bands[0].top == 0
    assert all(other.top == pytest.approx(one.top + one.height) for one, other in pairwise(scene.bands))
    assert scene.height == pytest.approx(scene.bands[-1].top + scene.bands[-1].height)
    assert (scene.title, scene.language, scene.over) == ("A map", "en", ())


def test_there_is_no_scene_of_a_map_that_is_not_there(document):
    with pytest.raises(KeyError):
        lay_out(document, "gone", typesetter(), icons())


def test_columns_have_the_width_of_their_steps(document, sheet):
    columns = columns_of(document, MAP)
    assert sheet.columns == columns
    assert columns.left == theme.MARGIN + theme.LABEL_WIDTH
    assert columns.right == columns.left + 3 * theme.STEP_WIDTH
    assert [column.first for column in columns.columns] == [True, False, True]
    assert sheet.scene.width == theme.MIN_WIDTH
    wide = columns_of(after(document, set_fields(document, "s1", width=4000)), MAP)
    assert wide.columns[1].width == 4000
    assert wide.sheet_width == wide.right + theme.MARGIN


def test_lines_between_columns_run_from_the_first_lane_to_the_last(sheet):
    scene = sheet.scene
    rules = scene.under[1:]
    assert len(rules) == 2
    for rule in rules:
        (_, x1, y1), (_, x2, y2) = rule.commands
        assert x1 == x2
        assert (y1, y2) == (band(scene, "l0").top, band(scene, FOOT).top)
    assert [rule.stroke.color for rule in rules] == [theme.HAIRLINE, theme.RULE]


def test_a_map_of_nothing_is_a_header(document):
    scene = scene_of(a_map(()))
    assert [band.key for band in scene.bands] == [HEADER, STAGES, FOOT]
    assert len(scene.under) == 1


def test_a_hidden_lane_is_not_on_the_sheet(document):
    scene = scene_of(after(document, set_fields(document, "l1", hidden=True)))
    assert "l1" not in [band.key for band in scene.bands]
    assert "App" not in all_texts(scene)


def test_nothing_is_laid_out_again_where_nothing_changed(document, sheet):
    assert redrawn(sheet, document, document) == set()


@pytest.mark.parametrize(
    ("edit", "bands"),
    [
        (lambda d: set_fields(d, "c0", text="Looks for long"), {"l0"}),
        (lambda d: set_fields(d, "c1", text="Taps"), {"l1", "l3"}),
        (lambda d: set_fields(d, "c1", channel="phone"), {"l1", "l3", FOOT}),
        (lambda d: set_fields(d, "l0", title="What they do"), {"l0"}),
        (lambda d: set_fields(d, "l5", collapsed=True), {"l5"}),
        (lambda d: set_fields(d, "l2", collapsed=True), {"l2", FOOT}),
        (lambda d: set_fields(d, "l5", hidden=True), set()),
        (lambda d: set_fields(d, "l5", kind="quotes"), {"l5"}),
        (lambda d: set_fields(d, "g0", title="Decide"), {STAGES}),
        (lambda d: set_fields(d, "s1", note="In the rain"), {STAGES}),
        (lambda d: set_fields(d, MAP, title="Another"), {HEADER, FOOT}),
        (lambda d: set_emotion(d, "p0", "s1", score=-1), {"l2"}),
        (lambda d: move_cards(d, ["c0"], "l5", "s1"), {"l0", "l5"}),
        (lambda d: add_card(d, MAP, "l0", "s2", text="New"), {"l0"}),
        (lambda d: move_lane(d, "l4", 0), {"l4"}),
        (lambda d: remove(d, ["l3"]), set()),
        (lambda d: remove(d, ["c0"]), {"l0"}),
    ],
)
def test_an_edit_lays_out_the_bands_that_it_touches(document, sheet, edit, bands):
    assert redrawn(sheet, document, after(document, edit(document))) == bands


def test_a_new_lane_is_laid_out_alone(document, sheet):
    fresh = after(document, add_lane(document, MAP, "ideas", index=2))
    (key,) = redrawn(sheet, document, fresh)
    assert fresh.get(key, type(fresh["l0"])) is not None


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: set_fields(d, "p0", name="Yvonne", color="#123456"),
        lambda d: set_fields(d, "d", name="Front desk"),
        lambda d: set_fields(d, "project", language="nl"),
        lambda d: set_fields(d, "s0", width=200),
        lambda d: remove(d, ["p1"]),
        lambda d: remove(d, ["s1"]),
    ],
)
def test_an_edit_of_what_all_lanes_show_comes_out_as_if_laid_out_anew(document, sheet, edit):
    assert "l1" in redrawn(sheet, document, after(document, edit(document)))


def test_a_picture_that_comes_changes_the_shape_of_its_card(document, sheet):
    before = only(sheet.scene, "card", "c3")
    asset = Asset.new(id="a", parent="project", type="image/png", data=picture(20, 40))
    fresh = document.apply(Change({"a": (None, asset)}))
    assert redrawn(sheet, document, fresh) >= {"l5"}
    assert only(sheet.scene, "card", "c3").height > before.height


def test_what_is_below_can_be_left_for_later(document):
    sheet = Sheet(typesetter(), icons())
    assert sheet.update(document, MAP, until=100).height > 0
    assert not sheet.is_complete
    assert groups(sheet.scene, "card", "c3") == []
    assert groups(sheet.scene, "legend"), "the foot stands on what is known, not on what is drawn"
    while sheet.lay_out_next():
        pass
    assert sheet.is_complete
    same(sheet.scene, document)


def test_a_guess_becomes_the_height_that_a_band_had(document, sheet):
    heights = [band.height for band in sheet.scene.bands]
    fresh = after(document, set_fields(document, "s0", width=120))
    scene = sheet.update(fresh, MAP, until=0)
    assert [band.height for band in scene.bands[:-1]] == heights[:-1]
    while sheet.lay_out_next():
        pass
    same(sheet.scene, fresh)


def test_one_sheet_can_show_another_map(document, sheet):
    other = a_map(title="Another", lanes=LANES[:2])
    same(sheet.update(other, MAP), other)
    same(sheet.update(document, MAP), document)


BLUEPRINT = ["support", "frontstage", "backstage", "frontstage", "support", "backstage", "frontstage"]


def lines(scene):
    """Give lane id → name of the line above it."""
    found = {group.id: texts(group) for group in groups(scene, "lane")}
    return {key: rows[0] for key, rows in found.items() if rows}


def test_the_lines_of_a_blueprint_stand_above_the_first_lane_of_each_kind():
    scene = scene_of(a_map(lanes=[{"kind": kind} for kind in BLUEPRINT]))
    assert lines(scene) == {
        "l0": "line of internal interaction",
        "l1": "line of interaction",
        "l2": "line of visibility",
    }
    for key in ("l0", "l1", "l2"):
        assert only(scene, "lane", key).items[0].stroke.dash
        assert band(scene, key).height > band(scene, "l3").height
    assert not only(scene, "lane", "l3").items[0].stroke.dash


def test_the_lines_of_a_blueprint_come_from_no_title():
    titles = [{"kind": "actions", "title": "Frontstage"}, {"kind": "notes", "title": "Line of visibility"}]
    assert lines(scene_of(a_map(lanes=[*titles, {"kind": "backstage", "title": "Kitchen"}]))) == {
        "l2": "line of visibility"
    }


def test_a_hidden_lane_has_no_line_and_a_collapsed_one_has():
    lanes = [{"kind": "frontstage", "hidden": True}, {"kind": "frontstage", "collapsed": True}, {"kind": "frontstage"}]
    assert lines(scene_of(a_map(lanes=lanes, language="nl"))) == {"l1": "interactielijn"}


def _items_of(scene, key):
    return next(group.items for shown in scene.bands for group in shown.groups if group.id == key)


def test_a_card_that_only_moves_is_not_drawn_again(sheet, document):
    before = _items_of(sheet.scene, "c0")
    moved = after(document, move_cards(document, ["c0"], "l5", "s1"))
    assert _items_of(sheet.update(moved, MAP), "c0") is before
    same(sheet.scene, moved)
    written = after(moved, set_fields(moved, "c0", text="Looks elsewhere"))
    assert _items_of(sheet.update(written, MAP), "c0") is not before
    same(sheet.scene, written)


def test_what_is_kept_of_cards_is_bounded(sheet, document, monkeypatch):
    monkeypatch.setattr("cxdesigner.layout.sheet.KEPT_CARDS", 1)
    fresh = after(document, set_fields(document, "c0", text="Another"))
    sheet.update(fresh, MAP)
    assert set(sheet._cards) == {"c0"}
    same(sheet.scene, fresh)
