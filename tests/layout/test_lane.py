from __future__ import annotations

from cxdesigner.layout import theme
from cxdesigner.layout.scene import Box
from tests.layout.builders import a_map, all_texts, band, groups, only, runs, scene_of, texts


def lane_scene(lane=None, cards=(), steps=4, **more):
    return scene_of(a_map([{"steps": steps}], [{"kind": "actions"} | (lane or {})], cards, **more))


def at(step, to=None, key=None, **fields):
    given = {"lane": "l0", "step": step, "to": to, "text": key or ""} | fields
    return given | ({"id": key} if key else {})


def test_a_lane_has_its_title_or_the_word_for_its_kind():
    assert texts(only(lane_scene({"title": "What they do"}), "lane-title")) == ["What they do"]
    assert texts(only(lane_scene(), "lane-title")) == ["Actions"]
    assert texts(only(lane_scene(language="nl"), "lane-title")) == ["Handelingen"]
    assert texts(only(lane_scene({"kind": "from-a-newer-release"}), "lane-title")) == []


def test_a_lanes_colour_is_made_readable_and_its_subtitle_is_grey():
    title = only(lane_scene({"color": "#ffd166", "subtitle": "in the shop"}), "lane-title")
    assert texts(title) == ["Actions", "in the shop"]
    assert theme.contrast(runs(title)[0].fill, theme.PAPER) >= 4.5
    assert runs(title)[1].fill == theme.MUTED


def test_a_lane_is_as_tall_as_its_tallest_stack_and_its_title():
    plain = band(lane_scene(), "l0").height
    assert plain == theme.MIN_LANE
    assert band(lane_scene({"title": "Word " * 80}), "l0").height > 200
    scene = lane_scene(cards=[at("s0", text="Word " * 80), at("s1", text="Ok")])
    tallest = groups(scene, "card")[0]
    assert band(scene, "l0").top + band(scene, "l0").height == tallest.y + tallest.height + theme.LANE_PADDING


def test_cards_stack_in_the_order_of_the_lane():
    scene = lane_scene(cards=[at("s1", key="a"), at("s0", key="b"), at("s1", key="c"), at("s1", key="d")])
    tops = {group.id: group.y for group in groups(scene, "card")}
    assert tops["a"] == tops["b"] < tops["c"] < tops["d"]


def test_a_card_that_covers_steps_lies_below_all_that_stand_there_before_it():
    cards = [at("s0", key="a", text="Word " * 20), at("s1", "s2", "wide"), at("s2", key="b"), at("s0", "s2", "widest")]
    scene = lane_scene(cards=cards)
    found = {group.id: group for group in groups(scene, "card")}
    assert found["wide"].y == found["a"].y
    assert found["b"].y >= found["wide"].y + found["wide"].height
    assert found["widest"].y >= found["a"].y + found["a"].height
    assert found["widest"].width == 3 * theme.STEP_WIDTH - theme.CELL_GAP


def test_a_card_may_cover_steps_to_its_left():
    card = only(lane_scene(cards=[at("s2", "s0", "back")]), "card")
    assert card.width == 3 * theme.STEP_WIDTH - theme.CELL_GAP
    assert card.x == theme.MARGIN + theme.LABEL_WIDTH + theme.CELL_GAP / 2


def test_cards_without_a_step_are_not_on_the_sheet():
    cards = [at("gone", key="a"), at(None, key="b"), at("s0", "gone", "c")]
    assert [group.id for group in groups(lane_scene(cards=cards), "card")] == ["c"]


def test_a_collapsed_lane_says_how_many_cards_it_has():
    cards = [at("s0"), at("s1")]
    collapsed = {"collapsed": True}
    assert all_texts(lane_scene(collapsed, cards))[-2:] == ["Actions", "2 cards"]
    assert all_texts(lane_scene(collapsed, cards[:1]))[-2:] == ["Actions", "1 card"]
    assert all_texts(lane_scene(collapsed))[-2:] == ["Actions", "0 cards"]
    title = only(lane_scene(collapsed | {"color": "#d1495b"}), "lane-title")
    assert runs(title)[0].fill == theme.readable("#d1495b")


def test_a_collapsed_lane_of_no_cards_counts_none():
    for kind in ("emotion", "metrics"):
        scene = lane_scene({"kind": kind, "collapsed": True})
        assert "0 cards" not in all_texts(scene)
        assert band(scene, "l0").height < theme.MIN_LANE


def test_a_collapsed_lane_is_as_tall_as_its_title():
    scene = lane_scene({"title": "Word " * 50, "collapsed": True})
    title = only(scene, "lane-title")
    assert title.y + title.height <= band(scene, "l0").top + band(scene, "l0").height


def test_a_divider_is_a_line_with_a_title():
    scene = lane_scene({"kind": "divider", "title": "Behind the curtain", "color": "#d1495b"})
    title = only(scene, "lane-title")
    assert texts(title) == ["Behind the curtain"]
    assert only(scene, "lane").items[0].stroke.color == "#d1495b"
    assert band(scene, "l0").top + band(scene, "l0").height >= title.y + title.height
    plain = lane_scene({"kind": "divider"})
    assert band(plain, "l0").height == 12
    assert only(plain, "lane").items[0].stroke.color == theme.RULE


def test_words_that_stand_across_columns_stand_on_paper():
    cases = [
        (lane_scene({"kind": "divider", "title": "Behind the curtain " * 9}), "lane-title"),
        (lane_scene({"collapsed": True}), "lane-title"),
        (lane_scene({"kind": "backstage"}, steps=9), "lane"),
    ]
    for scene, part in cases:
        group = only(scene, part)
        papers = [item for item in group.items if isinstance(item, Box) and item.fill == theme.PAPER]
        assert papers
        left = theme.MARGIN + theme.LABEL_WIDTH
        for run in runs(group):
            if group.x + run.x + run.line.width > left:
                assert any(box.x <= run.x and run.x + run.line.width <= box.x + box.width for box in papers)


def test_a_map_without_steps_has_lanes():
    scene = scene_of(a_map((), [{"kind": "actions"}, {"kind": "divider", "title": "x"}], [at("s0")]))
    assert groups(scene, "card") == []
    assert band(scene, "l0").height == theme.MIN_LANE
    assert len(scene.under) == 1
