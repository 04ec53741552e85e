"""Parts of sheets: what is in them, where it stands then, and that nothing else is."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import pytest

from cxdesigner.layout.cutout import cutout, side_by_side
from cxdesigner.layout.glyphs import Line
from cxdesigner.layout.pages import Clip, View
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Node, Path, Picture, Scene

PATH = Path((("M", 0.0, 0.0), ("L", 500.0, 0.0)))


@cache  # lines are compared by identity
def word(x: float, y: float, text: str) -> GlyphRun:
    return GlyphRun(x, y, Line(10.0, (), 30.0, text), "#000000")


def card(key: str, x: float, y: float = 10.0) -> Group:
    return Group(key, "card", x, y, 40.0, 20.0, (Box(0, 0, 40, 20), word(2, 12, key)))


def texts(nodes: tuple[Node, ...] | tuple[Group, ...]) -> list[str]:
    found = []
    for node in nodes:
        if isinstance(node, Group):
            found += texts(node.items)
        elif isinstance(node, GlyphRun):
            found.append(node.line.text)
    return found


def sheet() -> Scene:
    curve = Group("p", "curve", 0.0, 0.0, 500.0, 50.0, (PATH, word(20, 20, "left"), word(320, 20, "right")))
    points = (Group("q", "whose", 5, 0, 9, 9, (word(1, 9, "in"),)), Group("q", "whose", 400, 0, 9, 9, ()))
    ground = Group(
        "l1", "lane", 0.0, 0.0, 500.0, 50.0, (Picture(10, 0, 9, 9, "a"), Picture(300, 0, 9, 9, "b"), *points)
    )
    return Scene(
        500.0,
        200.0,
        (
            Band("l1", 50.0, 50.0, (ground, card("a", 10), card("b", 60), card("c", 300)), frozenset({"b"})),
            Band("l2", 100.0, 50.0, (curve, card("d", 10), card("e", 310))),
        ),
        under=(Box(0, 0, 500, 200), Box(0, 150, 500, 50, "#ff0000"), word(490, 190, "corner")),
        over=(card("over", 12, 62), card("cut", 100, 62), PATH, word(12, 190, "foot")),
        title="Map",
        language="nl",
    )


def test_a_part_has_what_stands_in_it() -> None:
    part = cutout(sheet(), Clip(5.0, 55.0, 100.0, 44.0))
    assert (part.width, part.height, part.title, part.language) == (100.0, 44.0, "Map", "nl")
    assert [band.key for band in part.bands] == ["l1"]
    (band,) = part.bands
    assert (band.top, band.faded) == (-5.0, {"b"})
    placed = {group.id: (group.x, band.top + group.y) for group in band.groups}
    assert placed == {"l1": (-5.0, -5.0), "a": (5.0, 5.0), "b": (55.0, 5.0)}
    ground = band.groups[0].items
    assert [node.asset for node in ground if isinstance(node, Picture)] == ["a"]
    assert texts(ground) == ["in"]


def test_a_thing_that_is_cut_is_left_out_and_a_line_goes_on() -> None:
    part = cutout(sheet(), Clip(15.0, 100.0, 400.0, 50.0))
    (band,) = part.bands
    assert [group.id for group in band.groups] == ["p", "e"]
    assert PATH in band.groups[0].items
    assert texts(band.groups) == ["left", "right", "e"]
    assert texts(cutout(sheet(), Clip(15.0, 100.0, 100.0, 50.0)).bands[0].groups) == ["left"]


def test_what_lies_under_and_over_the_bands_moves_along() -> None:
    part = cutout(sheet(), Clip(5.0, 55.0, 100.0, 44.0))
    assert part.under == (Group("", "", -5.0, -55.0, 105.0, 99.0, (Box(0, 0, 500, 200),)),)
    assert part.over == (Group("", "", -5.0, -55.0, 105.0, 99.0, (PATH,)), card("over", 7, 7))


def test_where_there_is_nothing_there_is_nothing() -> None:
    part = cutout(Scene(100, 100, (Band("l", 0, 10, ()),)), Clip(0, 20, 10, 10))
    assert (part.bands, part.under, part.over) == ((), (), ())


def test_parts_stand_side_by_side() -> None:
    clips = [Clip(0.0, 50.0, 60.0, 50.0), Clip(300.0, 50.0, 100.0, 60.0)]
    page = side_by_side(sheet(), clips)
    assert (page.width, page.height) == (160.0, 60.0)
    assert [view.clip for view in page.views] == [Clip(0.0, 0.0, 60.0, 50.0), Clip(60.0, 0.0, 100.0, 60.0)]
    assert page.views[1] == View(cutout(sheet(), clips[1]), 1.0, 60.0, 0.0, Clip(60.0, 0.0, 100.0, 60.0))


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(AssertionError):
        cutout(Scene(9, 9, (), under=(cast("Any", ("circle", 1)),)), Clip(0, 0, 9, 9))
