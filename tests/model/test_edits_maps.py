"""Maps as a whole."""

from __future__ import annotations

import uuid

from cxdesigner.model.edits.maps import FIRST_LANES, add_map, move_map, new_project, sign_maps
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.kinds import LANE_KINDS
from tests.model.builders import after, journey


def test_a_new_map_has_one_stage_three_steps_and_the_usual_lanes() -> None:
    document = journey()
    fresh = after(document, add_map(document, "Second"))
    first, second = fresh.maps
    assert (first.id, second.title) == ("map", "Second")
    (stage,) = fresh.stages(second.id)
    assert (len(fresh.steps_of(stage.id)), stage.phase) == (3, "before")
    assert tuple(lane.kind for lane in fresh.lanes(second.id)) == FIRST_LANES
    assert not loose_ends(fresh)


def test_the_usual_lanes_are_of_known_kinds() -> None:
    assert set(FIRST_LANES) <= set(LANE_KINDS)


def test_maps_stand_in_the_order_in_which_they_were_added() -> None:
    document = new_project("Tacos")
    for title in ("one", "two", "three"):
        document = after(document, add_map(document, title))
    assert [shown.title for shown in document.maps] == ["one", "two", "three"]


def test_a_new_project_has_neither_maps_nor_personas() -> None:
    document = new_project("Tacos")
    assert len(document) == 1
    assert document.project.title == "Tacos"
    assert uuid.UUID(document.root).version == 4
    assert new_project().project.title == ""


def test_a_map_moves_among_the_others() -> None:
    document = journey()
    document = after(document, add_map(document, "Second"))
    first, second = (one.id for one in document.maps)
    assert [one.id for one in after(document, move_map(document, first, 1)).maps] == [second, first]
    assert move_map(document, first, 0) is None
    assert move_map(document, second, 9) is None
    assert move_map(document, "gone", 0) is None


def test_maps_without_an_author_are_signed() -> None:
    document = after(journey(), add_map(journey(), "Second", "Eva"))
    fresh = after(document, sign_maps(document, "Ann"))
    assert [shown.author for shown in fresh.maps] == ["Ann", "Eva"]
    assert sign_maps(fresh, "Bob") is None
    assert sign_maps(document, "") is None
