from __future__ import annotations

import io

import pytest
from PIL import Image

from cxdesigner.layout import theme
from cxdesigner.layout.header import about_line
from cxdesigner.layout.pen import initials
from cxdesigner.layout.scene import HEADER, Path, Picture
from cxdesigner.model.edits.pictures import set_picture
from cxdesigner.model.records import Map
from tests.layout.builders import a_map, all_texts, band, groups, only, pen, runs, scene_of, texts


def test_a_map_without_a_title_says_so_in_grey():
    title = only(scene_of(a_map()), "title")
    assert texts(title) == ["Untitled map"]
    assert runs(title)[0].fill == theme.MUTED
    assert runs(only(scene_of(a_map(title="Tacos")), "title"))[0].fill == theme.INK


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Current state · based on assumptions"),
        ({"state": "future", "basis": "research", "scenario": "S", "goal": "G"}, None),
        ({"state": "", "basis": ""}, ""),
        ({"state": "", "basis": "", "goal": "G"}, "Goal: G"),
        ({"state": "past", "basis": "rumour"}, "past · rumour"),
    ],
)
def test_the_line_below_the_title_says_what_the_map_is(fields, line):
    expected = "Future state · backed by research · Scenario: S · Goal: G" if line is None else line
    assert about_line(pen(), Map.new(id="m", **fields)) == expected


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna", "A"),
        ("anna maria smith", "AS"),
        ("Jean-Luc", "JL"),
        ("", "?"),
        ("  - ", "?"),
        ("(Bob) the Builder", "BB"),
        ("e\u0301lodie", "É"),
        ("👩\u200d👧 family", "F"),
        ("👩", "👩"),
        ("דנה", "ד"),
    ],
)
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_persona_without_a_name_is_told_so_in_grey():
    scene = scene_of(a_map(personas=[{}]))
    chip = only(scene, "persona")
    assert texts(chip) == ["?", "Unnamed persona"]
    assert runs(chip)[1].fill == theme.MUTED
    assert "Persona zonder naam" in all_texts(scene_of(a_map(personas=[{}], language="nl")))


@pytest.mark.parametrize("name", ["Ann Bo", "Willy Wam", "😀 👧", "東 京"])
def test_initials_stay_inside_their_disc(name):
    group = only(scene_of(a_map(personas=[{"name": name}])), "persona")
    (run,) = [run for run in runs(group) if run.line.text == initials(name)]
    assert run.x >= 1.5
    assert run.x + run.line.width <= 24.5


def test_a_photo_takes_the_place_of_the_initials():
    chip = only(scene_of(a_map(personas=[{"name": "Anna", "photo": "gone"}])), "persona")
    assert isinstance(chip.items[0], Picture)
    assert texts(chip) == ["Anna"]


def test_few_personas_stand_beside_the_title():
    scene = scene_of(a_map(personas=[{"name": "Anna", "role": "Guest"}, {"name": "Bob"}], title="A title " * 30))
    one, two = groups(scene, "persona")
    title = only(scene, "title")
    assert one.y == two.y
    assert title.x + title.width < one.x
    assert two.x + two.width == pytest.approx(scene.width - theme.MARGIN)


def test_the_header_is_as_tall_as_a_tall_persona_beside_a_short_title():
    scene = scene_of(a_map([{"steps": 9}], personas=[{"name": "Anna", "role": "Guest " * 200}]))
    header, chip = band(scene, HEADER), only(scene, "persona")
    assert chip.x > scene.width / 2
    assert chip.y + chip.height <= header.height


def test_many_personas_stand_in_rows_below_the_title():
    people = [{"name": f"Person {number}", "role": "A role of some words"} for number in range(12)]
    scene = scene_of(a_map([{"steps": 9}], personas=people))
    found = groups(scene, "persona")
    about = only(scene, "about")
    assert len({group.y for group in found}) > 1
    assert all(group.y > about.y + about.height for group in found)
    assert all(group.x + group.width <= scene.width - theme.MARGIN + 0.01 for group in found)


def test_portraits_of_a_row_stand_side_by_side():
    people = [{"name": "Bob"}, {"name": "A long name " * 12}, {"name": "Cleo " * 20, "role": "x " * 200}]
    found = groups(scene_of(a_map([{"steps": 9}], personas=people)), "persona")
    discs = [next(item for item in group.items if isinstance(item, Path)) for group in found]
    assert len({group.y + disc.commands[0][2] for group, disc in zip(found, discs, strict=True)}) == 1


def test_a_name_that_is_written_from_the_right_stands_beside_its_portrait():
    chip = only(scene_of(a_map(personas=[{"name": "דנה", "role": "אורחת קבועה"}])), "persona")
    assert all(run.x + run.line.width <= chip.width + 0.01 for run in runs(chip))


def with_logo(width: int, height: int):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    document = a_map(title="Tacos")
    return document.apply(set_picture(document, [document.root], "brand.logo", out.getvalue()))


@pytest.mark.parametrize(("width", "height"), [(40, 40), (90, 30), (2000, 20)])
def test_the_logo_of_the_brand_stands_beside_the_title(width, height):
    document = with_logo(width, height)
    scene = scene_of(document)
    logo, title = only(scene, "logo"), only(scene, "title")
    (picture,) = logo.items
    assert isinstance(picture, Picture)
    assert picture.asset == document.project.brand.logo
    assert picture.width / picture.height == pytest.approx(width / height)
    assert logo.x + logo.width < title.x
    assert title.x < scene.width / 2
    assert band(scene, HEADER).height > logo.y + logo.height
