from __future__ import annotations

from itertools import pairwise

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.scene import STAGES, Path
from tests.layout.builders import a_map, band, groups, runs, scene_of, texts


def scene(*stages, **more):
    return scene_of(a_map(stages, **more))


def test_a_phase_is_named_once_above_the_stages_in_a_row_that_belong_to_it():
    phases = ["before", "before", "during", "after", "before", "later", ""]
    found = groups(scene(*({"phase": phase, "title": "T"} for phase in phases)), "phase")
    assert [texts(group) for group in found] == [
        ["BEFORE PURCHASE"], ["DURING"], ["AFTER PURCHASE"], ["BEFORE PURCHASE"], ["later"], [],
    ]  # fmt: skip
    assert [group.id for group in found] == ["g0", "g2", "g3", "g4", "g5", "g6"]
    assert all(theme.contrast(run.fill, theme.PAPER) >= 4.5 for group in found for run in runs(group))


def test_a_long_phase_makes_room_for_itself():
    there = scene({"phase": "after all that has been said and done and paid", "steps": 1}, {"phase": "x"})
    phase, stage = groups(there, "phase")[0], groups(there, "stage")[0]
    assert len(texts(phase)) > 1
    assert phase.y + phase.height <= stage.y


def test_stages_stand_above_their_steps_and_are_equally_tall():
    there = scene({"title": "Decide " * 20, "steps": 3}, {"title": "Use"})
    one, two = groups(there, "stage")
    steps = groups(there, "step")
    assert one.height == two.height
    assert one.x < steps[0].x
    assert one.x + one.width > steps[2].x + steps[2].width
    assert two.x > steps[2].x + steps[2].width
    assert texts(two) == ["Use"]


def test_the_first_stage_has_no_notch():
    one, two = groups(scene({}, {}), "stage")
    assert len(one.items[0].commands) + 1 == len(two.items[0].commands)


def test_a_stage_has_its_own_colour_or_that_of_its_phase():
    found = groups(scene({"color": "#ffd166", "title": "a"}, {"phase": "after"}, {"phase": "later"}), "stage")
    assert [group.items[0].fill for group in found] == ["#ffd166", theme.PHASE_COLOR["after"], theme.PLAIN_PHASE]
    assert runs(found[0])[0].fill == theme.INK


def test_a_stage_without_steps_is_passed_over():
    there = scene({"title": "Nothing", "steps": 0, "goal": "g"}, {"title": "Use"}, {"title": "None", "steps": 0})
    assert [texts(group) for group in groups(there, "stage")] == [["Use"]]
    assert len(groups(scene({"steps": 0}), "stage")) == 0


@pytest.mark.parametrize("width", [24, 30, 40, 60])
def test_the_narrowest_stage_holds_its_title(width):
    for stage in groups(
        scene({"title": "Will", "steps": [{"width": width}]}, {"title": "Will", "steps": [{"width": width}]}), "stage"
    ):
        chevron = stage.items[0]
        assert isinstance(chevron, Path)
        assert max(command[1] for command in chevron.commands[:-1]) == stage.width
        for run in runs(stage):
            assert run.x >= 0
            assert run.x + run.line.width <= stage.width


def test_goals_stand_below_the_stages():
    there = scene({"goal": "Be sure " * 10}, {"title": "Use"}, {"goal": "Enjoy"})
    one, two = groups(there, "goal")
    stage, step = groups(there, "stage")[0], groups(there, "step")[0]
    assert one.y == two.y >= stage.y + stage.height
    assert step.y >= one.y + one.height


def test_steps_stand_in_one_row_with_duration_and_note():
    steps = [
        {"title": "Waits", "duration": "5 min", "note": "In the rain"},
        {"title": ""},
        {"title": "Pays", "note": "Cash"},
    ]
    found = groups(scene({"steps": steps}), "step")
    assert [texts(group) for group in found] == [["Waits", "5 min", "In the rain"], [], ["Pays", "Cash"]]
    assert len({(group.y, group.height) for group in found}) == 1
    for group in found:
        assert all(one.y < other.y for one, other in pairwise(runs(group)))


def test_a_map_without_steps_has_a_band_of_stages():
    there = scene()
    assert band(there, STAGES).height > 0
    assert band(there, STAGES).groups == ()


def test_a_title_moves_to_the_left_before_a_word_is_broken():
    narrow = {"title": "Later", "steps": [{"width": 58}]}
    found = groups(scene(narrow, narrow), "stage")
    assert [texts(group) for group in found] == [["Later"], ["Later"]]
    wide = groups(scene({"title": "Later"}, {"title": "Later"}), "stage")
    assert runs(wide[1])[0].x > runs(found[1])[0].x


def test_titles_of_neighbouring_steps_do_not_run_into_each_other():
    for title in ("Checks and signs", "Weighs the value", "Looks around a bit", "Says a word or two more"):
        steps = [{"title": title}, {"title": title}]
        one, other = groups(scene({"steps": steps}), "step")
        right = max(one.x + run.x + run.line.width for run in runs(one))
        assert right + theme.STEP.size <= other.x + 1
