"""Sheets on pages."""

from __future__ import annotations

import pytest

from cxdesigner.layout.pages import Clip, Orientation, Setup, View, in_scene, pages_of
from cxdesigner.layout.scene import Scene
from cxdesigner.paper import POINT, paper_of

WIDE, HIGH = Scene(1000, 400, ()), Scene(400, 1000, ())


@pytest.mark.parametrize(
    ("name", "scene", "orientation", "lies"),
    [
        ("A4", WIDE, "auto", True),
        ("A4", HIGH, "auto", False),
        ("A4", WIDE, "portrait", False),
        ("A4", HIGH, "landscape", True),
        ("500x900mm", WIDE, "auto", False),
        ("900x500mm", HIGH, "auto", True),
        ("500x900mm", WIDE, "landscape", True),
    ],
)
def test_paper_lies_for_a_wide_map_and_as_it_is_asked_for(
    name: str, scene: Scene, orientation: Orientation, lies: bool
) -> None:
    (page,) = pages_of(scene, Setup(paper_of(name), orientation))
    assert (page.width > page.height) is lies


def test_the_page_is_as_large_as_the_paper_to_a_hundredth_of_a_millimetre() -> None:
    (page,) = pages_of(HIGH, Setup(paper_of("500x900mm")))
    assert (page.width * POINT, page.height * POINT) == pytest.approx((500, 900), abs=0.01)


def test_a_sheet_by_itself_is_the_page() -> None:
    assert pages_of(WIDE, Setup())[0].views == (View(WIDE),)


def test_a_margin_wider_than_the_paper_leaves_room_for_the_map() -> None:
    (page,) = pages_of(WIDE, Setup(paper_of("A5"), margin=1000))
    assert page.views[0].scale > 0


def test_a_rectangle_of_a_page_is_one_of_the_scene() -> None:
    assert in_scene(Clip(20, 30, 40, 50), View(WIDE, 2.0, 10.0, 10.0)) == Clip(5, 10, 20, 25)
