"""Comments on the sheet, for those who ask for them."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.layout.comments import places_of
from cxdesigner.layout.hit import link_at
from cxdesigner.layout.scene import COMMENTS, Box, GlyphRun, Group, Scene
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.showing import Showing
from cxdesigner.model.document import Document
from cxdesigner.model.records import Comment, Department, Link, Round, emotion_id
from tests.golden.dump import dump
from tests.layout.builders import MAP, a_map, all_texts, band, icons, only, scene_of, texts, typesetter

ASKED = Showing(comments=True)


def commented(*comments: tuple[str, str] | tuple[str, str, dict[str, Any]], **more: Any) -> Document:
    cards = [{"lane": "l0", "step": "s0", "text": "A card"}, {"text": "Parked"}]
    emotions = [{"persona": "p0", "step": "s0", "score": 1}]
    lanes = [{"kind": "actions"}, {"kind": "emotion"}]
    document = a_map(lanes=lanes, cards=cards, emotions=emotions, personas=[{"name": "Ann"}], title="A map", **more)
    records = [
        Comment.new(id=f"n{at}", parent=MAP, on=on, text=text, **(rest[0] if rest else {}))
        for at, (on, text, *rest) in enumerate(comments)
    ]
    return Document([*document.records.values(), *records])


def drawn(document: Document) -> Scene:
    return Sheet(typesetter(), icons()).update(document, MAP, showing=ASKED)


def marks(scene: Scene) -> dict[str, Group]:
    return {node.id: node for node in scene.over if isinstance(node, Group) and node.part == "comment"}


def test_nobody_sees_them_who_does_not_ask():
    scene = scene_of(commented(("c0", "Is it so?")))
    assert marks(scene) == {}
    assert "Is it so?" not in all_texts(scene)


@pytest.mark.parametrize(
    ("on", "part"),
    [("c0", "card"), ("s0", "step"), ("g0", "stage"), ("l0", "lane-title"), ("p0", "persona"), (MAP, "title")],
)
def test_a_number_stands_at_the_corner_of_what_it_is_on(on, part):
    scene = drawn(commented((on, "Is it so?")))
    mark, thing = marks(scene)["n0"], only(scene, part, on)
    assert texts(mark) == ["1"]
    assert thing.x <= mark.x + mark.width
    assert mark.x <= thing.x + thing.width
    assert abs(mark.y + mark.height / 2 - thing.y) < mark.height


def test_a_comment_on_a_feeling_stands_at_its_point():
    scene = drawn(commented(("s0", "Really?", {"persona": "p0"})))
    point = only(scene, "point", emotion_id("p0", "s0"))
    assert abs(marks(scene)["n0"].y - point.y) < 12


def linked(label: str = "", kind: str = "leads_to", departments: bool = False) -> Document:
    cards = [{"lane": "l0", "step": "s0", "text": "From"}, {"lane": "l1", "step": "s3", "text": "To"}]
    names = {"d0": "Floor", "d1": "Kitchen"} if departments else {}
    for card, key in zip(cards, names, strict=False):
        card |= {"kind": "touchpoint", "department": key}
    document = a_map([{"steps": 4}], [{"kind": "actions"}, {"kind": "touchpoints"}], cards, departments=names)
    link = Link.new(id="k0", parent=MAP, from_="c0", to="c1", kind=kind, label=label)
    other = Link.new(id="k1", parent=MAP, from_="s0", to="s3", kind="repeats")
    comments = [Comment.new(id=f"n{at}", parent=MAP, on=on, text="Why?") for at, on in enumerate(("k0", "d1"))]
    return Document([*document.records.values(), link, other, *comments])


@pytest.mark.parametrize(("label", "departments"), [("", False), ("on foot", False), ("", True), ("on foot", True)])
def test_a_number_stands_on_a_link_and_covers_no_text(label: str, departments: bool) -> None:
    scene = drawn(linked(label, "hands_over" if departments else "leads_to", departments))
    mark = marks(scene)["n0"]
    assert texts(mark) == ["1"]
    link = next(node for node in scene.over if isinstance(node, Group) and node.id == "k0")
    assert link_at(scene, mark.x + mark.width / 2, mark.y + mark.height / 2, mark.width) == link
    left, top, right, bottom = mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    for run, x, y in written(scene):
        if run.line is not next(item.line for item in mark.items if isinstance(item, GlyphRun)):
            ascent, descent = 0.75 * run.line.size, 0.2 * run.line.size
            assert x + run.line.width <= left or x >= right or y + descent <= top or y - ascent >= bottom


def test_several_on_a_link_stand_away_from_its_words() -> None:
    document = linked("on foot")
    more = Comment.new(id="n2", parent=MAP, on="k0", text="And how?")
    found = marks(drawn(Document([*document.records.values(), more])))
    assert found["n0"].x + found["n0"].width <= found["n2"].x
    assert found["n0"].y == found["n2"].y


def written(scene: Scene) -> list[tuple[GlyphRun, float, float]]:
    groups = [(group, band.top) for band in scene.bands for group in band.groups]
    groups += [(node, 0.0) for node in scene.over if isinstance(node, Group)]
    return [
        (item, group.x + item.x, group.y + top + item.y)
        for group, top in groups
        for item in group.items
        if isinstance(item, GlyphRun)
    ]


def test_a_number_stands_midway_between_the_dots_of_departments_without_names_and_the_end() -> None:
    document = linked("", "hands_over", departments=True)
    nameless = [
        record.with_(name="") if isinstance(record, Department) else record for record in document.records.values()
    ]
    scene = drawn(Document(nameless))
    mark = marks(scene)["n0"]
    link = next(node for node in scene.over if isinstance(node, Group) and node.id == "k0")
    for box in (item for item in link.items if isinstance(item, Box)):
        x, y = link.x + box.x, link.y + box.y
        apart = x + box.width <= mark.x or x >= mark.x + mark.width
        assert apart or y + box.height <= mark.y or y >= mark.y + mark.height


def test_a_department_has_its_number_in_the_legend_and_its_name_in_the_list() -> None:
    scene = drawn(linked("", "hands_over", departments=True))
    mark, entry = marks(scene)["n1"], only(scene, "legend", "d1")
    assert mark.x <= entry.x + entry.width <= mark.x + mark.width + 4
    assert abs(mark.y - entry.y) < mark.height
    assert texts(band(scene, COMMENTS).groups[2]) == ["2", "Department Kitchen", "Why?"]


def test_the_list_names_what_the_sheet_does_not_show() -> None:
    document = commented(("d0", "One"), ("r0", "Two"), ("project", "Three"), ("c1", "Four"), departments={"d0": ""})
    fields = {"c1": {"text": "Parked " * 20}, "project": {"title": "Dinner"}}
    named = [record.with_(**fields.get(record.id, {})) for record in document.records.values()]
    scene = drawn(Document([*named, Round.new(id="r0", parent=MAP, title="Which?")]))
    assert [texts(group)[1] for group in band(scene, COMMENTS).groups[1:4]] == [
        "Department",
        "Round of voting Which?",
        "Project Dinner",
    ]
    assert " ".join(texts(band(scene, COMMENTS).groups[4])[1:-1]) == f"Parking lot: {'Parked ' * 6}Park…"
    assert marks(scene) == {}


def test_several_on_one_thing_stand_side_by_side():
    found = marks(drawn(commented(("c0", "One"), ("c0", "Two"))))
    assert found["n1"].x + found["n1"].width <= found["n0"].x
    assert found["n0"].y == found["n1"].y


def test_the_list_below_the_sheet_says_who_when_and_what():
    more = {"author": "Eva", "date": "2026-06-30T21:05"}
    scene = drawn(commented(("c0", "Is it so?", more), ("c1", "Parked", {"done": True})))
    found = band(scene, COMMENTS)
    assert [texts(group) for group in found.groups] == [
        ["Comments"],
        ["1", "Eva · 2026-06-30 21:05", "Is it so?"],
        ["2", "Parking lot: Parked · done", "Parked"],
    ]
    assert set(marks(scene)) == {"n0"}
    assert not found.is_lane


def test_a_map_without_comments_has_no_list():
    assert dump(drawn(commented())) == dump(scene_of(commented()))


def test_places_are_those_of_what_is_shown():
    scene = scene_of(commented())
    assert set(places_of(scene.bands, {"c0", "c1", "gone"})) == {"c0"}
