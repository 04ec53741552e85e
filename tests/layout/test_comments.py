"""Comments on the sheet, for those who ask for them."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.layout.comments import places_of
from cxdesigner.layout.scene import COMMENTS, Group, Scene
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.showing import Showing
from cxdesigner.model.document import Document
from cxdesigner.model.records import Comment, emotion_id
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
        ["2", "done", "Parked"],
    ]
    assert set(marks(scene)) == {"n0"}
    assert not found.is_lane


def test_a_map_without_comments_has_no_list():
    assert dump(drawn(commented())) == dump(scene_of(commented()))


def test_places_are_those_of_what_is_shown():
    scene = scene_of(commented())
    assert set(places_of(scene.bands, {"c0", "c1", "gone"})) == {"c0"}
