from __future__ import annotations

from itertools import combinations

import pytest

from cxdesigner.insight.curve import value_at
from cxdesigner.layout import theme
from cxdesigner.layout.faces import face, level_of, ring
from cxdesigner.layout.hit import hit
from cxdesigner.layout.plot import FACE, INSET, PLOT, RING, height_of, score_at
from cxdesigner.layout.rects import Rect
from tests.layout.builders import a_map, band, groups, only, runs, scene_of, texts

PEOPLE = [{"name": "Anna", "color": "#d1495b"}, {"name": "Bob", "color": "#2f5bd7"}, {"name": "Cleo"}]


def feelings(*rows: list[float | None], **more):
    """Make a map with one emotion lane; a row of scores for each persona."""
    emotions = [
        {"persona": f"p{who}", "step": f"s{at}", "score": score} | more.get(f"p{who}s{at}", {})
        for who, row in enumerate(rows)
        for at, score in enumerate(row)
        if score is not None or f"p{who}s{at}" in more
    ]
    lane = {"kind": "emotion"} | more.get("lane", {})
    steps = more.get("steps", [{}] * max(len(row) for row in rows))
    return scene_of(
        a_map([{"steps": steps}], [lane], [], emotions, PEOPLE[: len(rows)], language=more.get("language", "en"))
    )


def curve(scene, key="p0"):
    """Give the pieces of a persona's curve as Bézier segments on the sheet."""
    group = only(scene, "curve", key)
    pieces, at = [], (0.0, 0.0)
    for name, *numbers in group.items[0].commands:
        points = [(group.x + x, group.y + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if name == "M":
            pieces.append([])
        else:
            pieces[-1].append((at, *points))
        at = points[-1]
    return pieces


def middle(group):
    return group.x + group.width / 2, group.y + group.height / 2


@pytest.mark.parametrize("score", [-2, -1.5, 0, 0.3, 2])
def test_a_height_is_a_score_and_back(score):
    assert score_at(height_of(score, 10), 10) == pytest.approx(score)


def test_a_height_beyond_the_levels_is_the_last_of_them():
    assert score_at(-1000, 10) == 2
    assert score_at(1000, 10) == -2
    assert height_of(2, 10) == 10 + INSET
    assert height_of(-2, 10) == 10 + PLOT - INSET


@pytest.mark.parametrize(
    ("score", "level"), [(-2, -2), (-1.5, -2), (-1.4, -1), (-0.5, -1), (-0.4, 0), (0.4, 0), (0.5, 1), (1.5, 2), (9, 2)]
)
def test_a_score_has_the_nearest_level(score, level):
    assert level_of(score) == level


def test_the_five_faces_differ():
    drawn = {face(0, 0, 8, score, "#000000") for score in (-2, -1, 0, 1, 2)}
    assert len(drawn) == 5
    assert len(face(0, 0, 8, -2, "#000000")) > len(face(0, 0, 8, 2, "#000000"))
    assert ring(0, 0, 4, "#000000").fill == "#ffffff"


def test_a_point_stands_in_the_middle_of_its_step_at_its_score():
    scene = feelings([2, 0, -1.5])
    top = only(scene, "emotion").y
    steps = groups(scene, "step")
    for group, step, score in zip(groups(scene, "point"), steps, [2, 0, -1.5], strict=True):
        assert middle(group)[0] == pytest.approx(step.x + step.width / 2)
        assert middle(group)[1] == pytest.approx(height_of(score, top))


def test_the_curve_goes_through_the_points_and_nowhere_beyond_them():
    scene = feelings([2, -2, -1.9, 0.5, 0.5, 2])
    (piece,) = curve(scene)
    points = [middle(group) for group in groups(scene, "point")]
    assert [segment[0] for segment in piece] + [piece[-1][3]] == [pytest.approx(point) for point in points]
    for segment in piece:
        low, high = sorted((segment[0][1], segment[3][1]))
        for share in range(11):
            x = segment[0][0] + (segment[3][0] - segment[0][0]) * share / 10
            assert low - 1e-6 <= value_at(segment, x) <= high + 1e-6


def test_a_step_without_a_score_is_a_gap():
    assert [len(piece) for piece in curve(feelings([1, 2, None, 0, 1, 2]))] == [1, 2]
    assert groups(feelings([None, 2, None]), "curve") == []
    assert len(groups(feelings([None, 2, None]), "point")) == 1


def test_emotions_come_in_the_order_of_the_steps_whatever_that_of_the_file():
    emotions = [{"persona": "p0", "step": step, "score": 1} for step in ("s2", "gone", "s0", "s1")]
    emotions.append({"persona": "gone", "step": "s0", "score": 2})
    scene = scene_of(a_map([{"steps": 3}], [{"kind": "emotion"}], [], emotions, PEOPLE[:1]))
    xs = [middle(group)[0] for group in groups(scene, "point")]
    assert xs == sorted(xs)
    assert [len(piece) for piece in curve(scene)] == [2]


def test_the_first_persona_has_faces_and_the_others_rings_and_dashes():
    scene = feelings([1, 2], [0, 1], [-1, -2])
    sizes = {group.id.split("\x1f")[0]: group.width for group in groups(scene, "point")}
    assert sizes == {"p0": 2 * FACE + 2, "p1": 2 * RING + 2, "p2": 2 * RING + 2}
    strokes = [group.items[0].stroke for group in groups(scene, "curve")]
    assert len({stroke.dash for stroke in strokes}) == 3
    assert {stroke.color for stroke in strokes} == {"#d1495b", "#2f5bd7", theme.MUTED}
    assert [group.id for group in groups(scene, "curve")] == ["p2", "p1", "p0"], "the first lies on top"


def test_a_persona_that_a_map_names_twice_is_drawn_once():
    emotions = [{"persona": "p0", "step": "s0", "score": 1, "note": "Nice"}]
    scene = scene_of(
        a_map(lanes=[{"kind": "emotion"}], emotions=emotions, personas=[PEOPLE[0], PEOPLE[0] | {"id": "p0"}])
    )
    assert [len(groups(scene, part)) for part in ("persona", "point", "note", "legend")] == [1, 1, 1, 1]


def test_personas_that_feel_the_same_are_seen_side_by_side():
    scene = feelings([1, 2, 0], [1, 1.9, 0], [1, -2, 0])
    for step in range(3):
        found = [group for group in groups(scene, "point") if group.id.endswith(f"s{step}")]
        assert len(found) == 3
        assert not any(overlaps(*pair) for pair in combinations(found, 2))
    steps = groups(scene, "step")
    for group in groups(scene, "point"):
        step = steps[int(group.id[-1])]
        assert step.x <= group.x
        assert group.x + group.width <= step.x + step.width
    assert middle(groups(scene, "point", "p0\x1fs0")[0])[0] == steps[0].x + steps[0].width / 2


def test_points_stay_where_there_is_no_room_beside_them():
    scene = feelings([1], [1], steps=[{"width": 24}])
    one, other = groups(scene, "point")
    assert middle(one) == pytest.approx(middle(other))


def overlaps(one, other):
    a, b = (Rect(g.x, g.y, g.x + g.width, g.y + g.height) for g in (one, other))
    return a.meets(b)


def notes(*words):
    return {f"p{who}s{at}": {"note": text} for who, row in enumerate(words) for at, text in enumerate(row) if text}


def test_notes_stand_inside_the_lane_on_no_point_and_on_no_other_note():
    long = "Says that it takes far too long until somebody picks up the phone, every time. " * 3
    scene = feelings([2, 1.5, 2, 1, 2], [2, 2, 2, 2, 2], **notes(["Wow", long, "Great", long, "x"], [long] * 5))
    found, lane = groups(scene, "note"), band(scene, "l0")
    assert len(found) == 10
    for note in found:
        assert lane.top <= note.y
        assert note.y + note.height <= lane.top + lane.height
        assert not any(overlaps(note, point) for point in groups(scene, "point"))
    assert not any(overlaps(*pair) for pair in combinations(found, 2))
    assert lane.height > PLOT + 50


def test_a_note_without_a_score_stands_at_its_step():
    scene = feelings([None, None], **notes([None, "Nobody knows"]))
    note, step = only(scene, "note"), groups(scene, "step")[1]
    assert texts(note) == ["Nobody knows"]
    assert note.x < step.x + step.width
    assert groups(scene, "point") == []


def test_a_note_of_a_narrow_map_keeps_its_words_whole():
    scene = feelings(
        [1], steps=[{"width": 24}], **notes(["Says that it takes far too long until somebody comes. " * 3])
    )
    note = only(scene, "note")
    assert note.width > 100
    assert note.x + note.width <= scene.width - theme.MARGIN
    assert texts(note)[0].startswith("Says that it takes")


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("", ["Emotion"]),
        ("Emotional journey", ["Emotional journey"]),
        ("How it feels to be a guest", ["How it feels", "to be a", "guest"]),
        ("Wahrgenommene Gefühlslage", ["Wahrgenommene", "Gefühlslage"]),
        ("\n\n\n", []),
    ],
)
def test_words_of_the_title_are_whole_and_beside_no_word_of_the_scale(title, rows):
    scene = feelings([1], lane={"title": title})
    group, scale = only(scene, "lane-title"), only(scene, "scale")
    assert texts(group) == rows
    for run in runs(group):
        for word in runs(scale):
            beside = group.x + run.x + run.line.width <= scale.x + word.x
            baseline, other = group.y + run.y, scale.y + word.y
            assert beside or baseline <= other - word.line.size or baseline - run.line.size >= other


def test_a_title_that_fits_nowhere_is_broken_but_whole():
    title = "Wahrgenommene Gefühlslage " * 9
    scene = feelings([1], lane={"title": title, "subtitle": "in words"})
    group = only(scene, "lane-title")
    assert "".join(texts(group)).replace(" ", "") == title.replace(" ", "") + "inwords"
    assert group.y + group.height <= band(scene, "l0").top + band(scene, "l0").height


def test_the_title_is_what_is_found_at_the_title():
    scene = feelings([1])
    title = only(scene, "lane-title")
    found = hit(scene, title.x + 5, title.y + 5)
    assert found is not None
    assert found.group.part == "lane-title"


def test_the_scale_is_in_the_language_of_the_project():
    assert texts(only(feelings([1], language="nl"), "scale")) == ["verrukt", "neutraal", "gefrustreerd"]


def test_a_map_without_steps_has_an_emotion_lane():
    scene = scene_of(a_map((), [{"kind": "emotion"}], personas=PEOPLE))
    assert groups(scene, "point") == []
    assert band(scene, "l0").height >= PLOT


def test_a_blueprint_line_is_never_above_an_emotion_lane():
    assert only(feelings([1]), "lane", "l0").items[0].stroke.dash == ()
