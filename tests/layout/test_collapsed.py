"""A stage that is collapsed takes one narrow column, in which nothing is lost."""

from __future__ import annotations

from itertools import pairwise

from cxdesigner.layout import theme
from cxdesigner.layout.columns import columns_of
from cxdesigner.layout.hit import cell_at, cell_of, hit
from cxdesigner.layout.lane import MOST_BARS
from cxdesigner.model.document import Document
from tests.layout.builders import MAP, a_map, groups, only, scene_of, texts


def folded(cards: int = 3, language: str = "en", **fields: object) -> Document:
    """Make a map of three stages of which the middle one is collapsed: steps s0, s1; s2, s3, s4; s5."""
    return a_map(
        [
            {"title": "Decide", "steps": 2},
            {"title": "Order at the table", "goal": "Eat soon", "collapsed": True, "steps": 3} | fields,
            {"steps": 1},
        ],
        [{"kind": "actions"}],
        [{"lane": "l0", "step": f"s{4 - at % 3}", "kind": "pain", "text": "Waits"} for at in range(cards)],
        language=language,
    )


def test_its_steps_stand_in_one_column():
    columns = columns_of(folded(), MAP)
    assert [column.step for column in columns.columns] == ["s0", "s1", "s2", "s5"]
    assert [columns.position[f"s{at}"] for at in range(6)] == [0, 1, 2, 2, 2, 3]
    column = columns.of("s4")
    assert column is columns.of("s2")
    assert column is not None
    assert (column.steps, column.collapsed, column.first) == (("s2", "s3", "s4"), True, True)
    assert column.width == theme.COLLAPSED_WIDTH < theme.STEP_WIDTH
    assert columns.columns[3].x == column.x + column.width
    assert columns.of("no") is columns.of(None) is None
    assert columns.span("s1", "s4") == (1, 2)
    assert columns.span("s3", "s4") == (2, 2)


def test_a_collapsed_stage_without_steps_has_no_place():
    assert [column.step for column in columns_of(a_map([{"collapsed": True, "steps": 0}, {}]), MAP).columns] == ["s0"]


def test_its_chevron_stays_and_says_how_many_steps_it_has():
    scene = scene_of(folded())
    chevron = only(scene, "stage", "g1")
    assert chevron.width == theme.COLLAPSED_WIDTH - 2
    assert " ".join(texts(chevron)).split() == ["Order", "at", "the", "table"]
    assert [group.id for group in groups(scene, "step")] == ["s0", "s1", "s5"]
    assert texts(only(scene, "steps", "g1")) == ["3 steps"]
    assert groups(scene, "goal") == []
    assert texts(only(scene_of(folded(steps=1, cards=0)), "steps")) == ["1 step"]
    assert texts(only(scene_of(folded(language="nl")), "steps")) == ["3 stappen"]


def test_its_cards_are_bars_under_their_number():
    document = folded(5)
    scene = scene_of(document)
    assert texts(only(scene, "count")) == ["5 cards"]
    bars = groups(scene, "bar")
    assert [document[bar.id].step for bar in bars] == ["s2", "s3", "s3", "s4", "s4"]
    assert all(above.y + above.height < below.y for above, below in pairwise(bars))
    assert groups(scene, "card") == []
    assert texts(only(scene_of(folded(1)), "count")) == ["1 card"]


def test_the_bar_of_a_touchpoint_says_which_channel_it_is():
    document = folded(1)
    card = document["c0"].with_(kind="touchpoint", channel="phone")
    bar = only(scene_of(Document([*document.records.values(), card])), "bar")
    assert [item.fill for item in bar.items] == [theme.PAPER, theme.CHANNEL_COLOR["phone"]]


def test_more_cards_than_there_is_room_for_are_counted():
    scene = scene_of(folded(40))
    assert len(groups(scene, "bar")) == MOST_BARS
    assert texts(only(scene, "count")) == ["40 cards"]


def test_a_card_that_reaches_out_of_it_is_shown_whole_below_the_bars():
    document = folded(2)
    card = document["c0"].with_(step="s3", to="s5")
    scene = scene_of(Document([*document.records.values(), card]))
    wide, bar = only(scene, "card", "c0"), only(scene, "bar", "c1")
    assert wide.x == bar.x
    assert wide.width == theme.COLLAPSED_WIDTH + theme.STEP_WIDTH - theme.CELL_GAP
    assert wide.y > bar.y + bar.height


def test_what_is_looked_for_in_it_is_found():
    document = folded()
    scene, columns = scene_of(document), columns_of(document, MAP)
    cell = cell_of(scene, columns, "l0", "s4")
    assert cell is not None
    assert (cell.step, cell.width) == ("s4", theme.COLLAPSED_WIDTH)
    there = cell_at(scene, columns, cell.x + 4, cell.y + 4)
    assert there is not None
    assert there.step == "s2"
    bar = only(scene, "bar", "c0")
    found = hit(scene, bar.x + 2, bar.y + 2)
    assert found is not None
    assert found.group.id == "c0"
