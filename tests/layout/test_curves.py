"""Which curves are shown, what their points rest on, and how far apart the people in the room were."""

from __future__ import annotations

from itertools import combinations

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.curves import ASSUMED_DASH, MEAN
from cxdesigner.layout.hit import hit
from cxdesigner.layout.plot import FACE, PLOT, RING, TOP, height_of
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import Box, Path
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.showing import PLAIN, Showing
from tests.layout.builders import a_map, all_texts, groups, icons, only, texts, typesetter

PEOPLE = [{"name": "Anna", "color": "#d1495b"}, {"name": "Bob", "color": "#2f5bd7"}, {"name": "Cleo"}]
SINGLE, MEANS = Showing("single"), Showing("mean")


def felt(who: int, *scores: float | None, **more) -> list[dict]:
    """Make a row of emotions; `more` holds fields by step, such as s1={"note": "?"}."""
    return [
        {"persona": f"p{who}", "step": f"s{at}", "score": score} | more.get(f"s{at}", {})
        for at, score in enumerate(scores)
    ]


def said(*scores: float) -> dict:
    return {"ratings": [{"id": f"r{at}", "score": score} for at, score in enumerate(scores)]}


def rests_on(kind: str) -> dict:
    return {"evidence": {"kind": kind}}


def drawn(*rows: list[dict], showing: Showing = PLAIN, stages=None, people=None, **more):
    steps = max(len(row) for row in rows)
    document = a_map(
        stages or [{"steps": steps}],
        [{"kind": "emotion"}],
        [],
        [one for row in rows for one in row],
        PEOPLE[: people or len(rows)],
        **more,
    )
    return Sheet(typesetter(), icons()).update(document, "map", showing=showing)


def middle(group):
    return group.x + group.width / 2, group.y + group.height / 2


def rect(group):
    return Rect(group.x, group.y, group.x + group.width, group.y + group.height)


def whose(found):
    return {group.id.split("\x1f")[0] for group in found}


# Which curves


def test_all_curves_are_shown_together_the_active_one_on_top_and_with_faces():
    scene = drawn(felt(0, 1, 2), felt(1, -1, 0), felt(2, 0, 1), showing=Showing(persona="p1"))
    assert [group.id for group in groups(scene, "curve")] == ["p2", "p0", "p1"]
    sizes = {group.id.split("\x1f")[0]: group.width for group in groups(scene, "point")}
    assert sizes == {"p0": 2 * RING + 2, "p1": 2 * FACE + 2, "p2": 2 * RING + 2}
    assert whose(groups(scene, "point")[-2:]) == {"p1"}


def test_a_persona_keeps_its_dashes_whoever_is_active():
    def dashes(showing):
        scene = drawn(felt(0, 1, 2), felt(1, -1, 0), felt(2, 0, 1), showing=showing)
        return {group.id: group.items[0].stroke.dash for group in groups(scene, "curve")}

    assert dashes(PLAIN) == dashes(Showing(persona="p2"))


def test_the_active_point_stays_in_the_middle_of_its_step():
    scene = drawn(felt(0, 1), felt(1, 1), showing=Showing(persona="p1"))
    step = only(scene, "step")
    assert middle(only(scene, "point", "p1\x1fs0"))[0] == step.x + step.width / 2


@pytest.mark.parametrize(("persona", "seen"), [("", "p0"), ("p1", "p1"), ("gone", "p0")])
def test_the_active_curve_is_shown_alone(persona, seen):
    note = {"note": "Wow", "feeling": "Joy"}
    scene = drawn(felt(0, 1, 2, s0=note), felt(1, -1, 0, s0=note), showing=Showing("single", persona))
    assert whose([*groups(scene, "curve"), *groups(scene, "point"), *groups(scene, "note")]) == {seen}
    assert [group.id for group in groups(scene, "legend")] == [seen]


def test_the_mean_is_drawn_in_ink_with_a_mark_of_its_own():
    scene = drawn(felt(0, 2, 1, None), felt(1, -1, None, None), showing=MEANS)
    assert groups(scene, "point") == []
    curve = only(scene, "curve")
    assert curve.id == "l0"
    assert curve.items[0].stroke.color == theme.INK
    heights = [middle(group)[1] for group in groups(scene, "mean")]
    top = only(scene, "emotion").y
    assert heights == pytest.approx([height_of(0.5, top), height_of(1, top)])
    assert all(group.width == 2 * MEAN + 2 for group in groups(scene, "mean"))
    assert "mean of 2 personas" in all_texts(scene)


def test_a_mean_says_of_how_many_it_is_where_some_have_no_score():
    scene = drawn(felt(0, 2, 1, -2), felt(1, -1, None, None), felt(2, 0, 0, None), showing=MEANS)
    counts = groups(scene, "count")
    assert [texts(group) for group in counts] == [["n\u202f=\u202f2"], ["n\u202f=\u202f1"]]
    for count in counts:
        assert not any(rect(count).meets(rect(point)) for point in groups(scene, "mean"))


def test_how_many_it_is_of_is_said_even_where_there_is_no_room():
    narrow = [{"steps": [{"width": 24}] * 8}]
    rows = felt(0, *[2, -2] * 4), felt(1, *[None] * 8)
    scene = drawn(*rows, showing=MEANS, stages=narrow)
    assert len(groups(scene, "count")) == 8


def test_a_map_without_scores_has_no_mean():
    scene = drawn(felt(0, None, None), showing=MEANS)
    assert [groups(scene, part) for part in ("mean", "curve", "count")] == [[], [], []]


# What points rest on


@pytest.mark.parametrize("kind", ["observed", "interview", "survey", "data"])
def test_what_research_backs_is_solid(kind):
    scene = drawn(felt(0, 1, 1, s0=rests_on(kind)), felt(1, 0, 0, s0=rests_on(kind)))
    face, ring = only(scene, "point", "p0\x1fs0"), only(scene, "point", "p1\x1fs0")
    assert face.items[0].fill == "#d1495b"
    assert theme.contrast(face.items[1].fill, "#d1495b") >= 4
    assert ring.items[0].fill == "#2f5bd7"
    assert [path.stroke.dash for path in only(scene, "curve", "p0").items] == [()]


@pytest.mark.parametrize("kind", ["", "rumour"])
def test_what_nobody_has_said_anything_of_is_drawn_plainly(kind):
    scene = drawn(felt(0, 1, 1, s0=rests_on(kind)))
    one, other = groups(scene, "point")
    assert one.items == other.items
    assert len(groups(scene, "legend")) == 1


def test_an_assumption_is_hollow_and_the_curve_is_broken_to_halfway_beside_it():
    scene = drawn(felt(0, 2, 1, -1, -2, s1=rests_on("assumption")))
    outline = only(scene, "point", "p0\x1fs1").items[0]
    assert (outline.fill, bool(outline.stroke.dash)) == ("#ffffff", True)
    curve = only(scene, "curve")
    plain, broken = curve.items
    assert (plain.stroke.dash, broken.stroke.dash) == ((), ASSUMED_DASH)
    columns = [middle(group)[0] for group in groups(scene, "step")]
    xs = [command[-2] for command in broken.commands]
    assert (min(xs), max(xs)) == pytest.approx(((columns[0] + columns[1]) / 2, (columns[1] + columns[2]) / 2))
    assert max(command[-2] for command in plain.commands) == pytest.approx(columns[3])


def test_neighbouring_assumptions_are_one_broken_line():
    scene = drawn(felt(0, 2, 1, 0, s0=rests_on("assumption"), s1=rests_on("assumption"), s2=rests_on("assumption")))
    (path,) = only(scene, "curve").items
    assert [command[0] for command in path.commands] == ["M", "C", "C"]
    assert path.stroke.dash == ASSUMED_DASH


def test_the_dashes_of_personas_are_long_and_so_unlike_those_of_assumptions():
    assert len(set(theme.DASHES)) == len(theme.DASHES)
    assert all(max(dash, default=99) > 3 * max(ASSUMED_DASH) for dash in theme.DASHES)


@pytest.mark.parametrize(
    ("first", "second", "fill", "broken"),
    [
        ("survey", "data", theme.INK, False),
        ("survey", "", "#ffffff", False),
        ("survey", "assumption", "#ffffff", True),
    ],
)
def test_a_mean_rests_on_the_weakest_of_what_it_is_made_of(first, second, fill, broken):
    scene = drawn(felt(0, 1, s0=rests_on(first)), felt(1, 0, s0=rests_on(second)), showing=MEANS)
    mark = only(scene, "mean").items[0]
    assert (mark.fill, bool(mark.stroke.dash)) == (fill, broken)


def test_the_legend_explains_what_is_on_the_map_and_nothing_else():
    fields = {"s0": rests_on("assumption"), "s1": rests_on("survey") | said(1, 2)}
    words = {"based on assumptions", "backed by research", "spread of the ratings in the room"}
    assert words <= set(all_texts(drawn(felt(0, 1, 1, **fields))))
    assert not words & set(all_texts(drawn(felt(0, None, None, **fields))))
    dutch = all_texts(drawn(felt(0, 1, 1, **fields), language="nl", showing=MEANS))
    assert {"op basis van aannames", "gemiddelde van 1 persona’s"} <= set(dutch)


# How far apart the room was


def test_the_band_is_the_middle_half_of_the_ratings():
    scene = drawn(felt(0, 0, 1, s0=said(-2, -1, 0, 1, 2), s1=said(1, 1, 1, 2, 2)))
    (path,) = only(scene, "ribbon", "p0").items
    assert isinstance(path, Path)
    assert path.commands[0][-1] == pytest.approx(height_of(1, 0))
    assert [command[0] for command in path.commands] == ["M", "C", "L", "C", "Z"]
    lowest = max(command[-1] for command in path.commands[:-1])
    assert lowest == pytest.approx(height_of(-1, 0))


def test_a_step_alone_has_a_band_of_its_own_and_one_of_one_mind_none():
    scene = drawn(felt(0, 0, None, 1, s0=said(-1, 1), s2=said(1, 1)))
    (box,) = only(scene, "ribbon").items
    assert isinstance(box, Box)
    assert (box.y, box.y + box.height) == pytest.approx((height_of(0.5, 0), height_of(-0.5, 0)))


def test_other_personas_have_a_bar_at_each_point():
    scene = drawn(felt(0, 1, 1), felt(1, 0, 0, s0=said(-1, 0, 1), s1=said(2, 2)))
    bar = only(scene, "ribbon", "p1")
    assert len(bar.items) == 3
    assert all(isinstance(item, Path) for item in bar.items)


def test_one_rating_is_no_spread_and_a_point_without_a_score_has_none():
    scene = drawn(felt(0, 1, None, s0=said(1), s1=said(-2, 2)))
    assert groups(scene, "ribbon") == []


def test_the_band_is_below_the_neutral_line_and_is_not_what_is_clicked_on():
    scene = drawn(felt(0, 2, 2, s0=said(-2, -2, 2, 2), s1=said(-2, -2, 2, 2)))
    order = [group.part for group in next(band for band in scene.bands if band.key == "l0").groups]
    assert order.index("ribbon") < order.index("neutral") < order.index("curve") < order.index("point")
    step = groups(scene, "step")[1]
    found = hit(scene, step.x, only(scene, "neutral").y)
    assert found is not None
    assert found.group.part == "emotion"


# Feelings


def test_the_active_persona_has_its_feelings_at_the_points():
    words = {"s0": {"feeling": "Trust"}, "s1": {"feeling": " Anger\n"}, "s2": {"feeling": " "}}
    scene = drawn(felt(0, 1, -1, 0, None, **words), felt(1, -2, 1, 2, None, **words))
    one, other = groups(scene, "feeling")
    assert [texts(one), texts(other)] == [["Trust"], ["Anger"]]
    assert whose([one, other]) == {"p0"}
    points = {group.id: group for group in groups(scene, "point")}
    assert one.y + one.height <= points[one.id].y, "what is good stands above its point"
    assert other.y >= points[other.id].y + points[other.id].height, "what is bad below"


def test_feelings_cover_no_point_no_note_and_no_other_feeling():
    words = {f"s{at}": {"feeling": "Apprehension", "note": "Says that it takes too long. " * at} for at in range(8)}
    scene = drawn(felt(0, 2, 1, 2, -2, 1, 0, 0, 2, **words), felt(1, 1, 1, 1, 1, 1, 1, 1, 1))
    found = groups(scene, "feeling")
    assert 2 <= len(found) < 8, "those without room are left to the inspector"
    others = [*groups(scene, "point"), *groups(scene, "note")]
    assert not any(rect(one).meets(rect(other)) for one in found for other in others)
    assert not any(rect(one).meets(rect(other)) for one, other in combinations(found, 2))
    assert all(one.y >= TOP for one in found)


def test_feelings_cover_no_bar_of_another_persona():
    words = {"s0": {"feeling": "Apprehension"}}
    tall = said(-2, -2, 2, 2)
    scene = drawn(felt(0, 0, **words), felt(1, 0.1, s0=tall), stages=[{"steps": [{"width": 300}]}])
    (word,), bar = groups(scene, "feeling"), only(scene, "ribbon", "p1")
    x = bar.x + bar.items[0].commands[0][1]
    assert not word.x < x < word.x + word.width


# A stage in one column


def test_the_steps_of_a_collapsed_stage_share_a_point_at_their_mean():
    stages = [{"steps": 2, "collapsed": True}, {"steps": 1}]
    notes = {"s0": {"note": "Wow", "feeling": "Joy"} | said(1, 2)}
    scene = drawn(felt(0, 2, -1, 0, **notes), stages=stages)
    mean, point = only(scene, "mean"), only(scene, "point")
    top = only(scene, "emotion").y
    assert mean.id == "p0"
    assert middle(mean)[1] == pytest.approx(height_of(0.5, top))
    assert point.id == "p0\x1fs2"
    assert len(groups(scene, "curve")) == 1
    assert [groups(scene, part) for part in ("note", "feeling", "ribbon")] == [[], [], []]


def test_a_plot_is_as_tall_as_ever():
    assert only(drawn(felt(0, 1)), "emotion").height == PLOT
