"""SVG: valid, self-contained, every outline once, text that can be searched."""

from __future__ import annotations

import base64
import io
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest

from cxdesigner.layout.glyphs import Line
from cxdesigner.layout.scene import GlyphRun, Path, Picture, Scene
from cxdesigner.painters.svg import write_svg
from tests.painters import scenes

_SVG, _HREF = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"


def written(scene: Scene, **options: Any) -> bytes:
    out = io.BytesIO()
    write_svg(scene, out, **{"assets": scenes.assets(), **options})
    return out.getvalue()


def parsed(scene: Scene, **options: Any) -> ET.Element:
    return ET.fromstring(written(scene, **options))


def labels(root: ET.Element) -> list[str]:
    return [element.get("aria-label", "") for element in root.iter(f"{_SVG}g") if element.get("role") == "img"]


def test_it_is_xml_of_the_size_of_the_sheet() -> None:
    root = parsed(scenes.rich(), title='<b> & "c"', language="de")
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("820pt", "500pt", "0 0 820 500")
    assert root.findtext(f"{_SVG}title") == '<b> & "c"'
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_title_and_language_are_the_scenes_own_by_default() -> None:
    root = parsed(scenes.rich())
    assert root.findtext(f"{_SVG}title") == "Buying a ticket"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"


def test_every_line_can_be_searched() -> None:
    found = labels(parsed(scenes.rich()))
    assert set(scenes.WORDS) <= set(found)


def test_what_is_used_is_defined_once_before_its_use() -> None:
    defined: set[str] = set()
    for element in parsed(scenes.rich()).iter():
        name = element.get("id")
        if name is not None:
            assert name not in defined
            defined.add(name)
        href = element.get(_HREF)
        if href is not None and href.startswith("#"):
            assert href[1:] in defined
    outlines = [line for line in written(scenes.rich()).split(b"\n") if line.startswith(b'<path id="g')]
    assert len({line.split(b' d="')[1] for line in outlines}) == len(outlines)


def test_control_characters_are_left_out() -> None:
    piece = scenes.face().shape("ab")
    line = Line(10.0, ((0.0, piece),), 12.0, "a\x00\x0b\ud800\ufffe<&>\"'b\t\nc")
    scene = Scene(50, 20, (), under=(GlyphRun(0, 10, line, "#000000"), Picture(0, 0, 9, 9, "photo", 0, "a\x01b")))
    assert labels(parsed(scene)) == ["a<&>\"'b\t\nc", "ab"]


def test_a_picture_is_embedded_once() -> None:
    nodes = tuple(Picture(40.0 * at, 0, 30, 30, "photo", 15.0) for at in range(5))
    data = written(Scene(300, 50, (), under=nodes))
    assert data.count(base64.b64encode(scenes.photo())) == 1
    assert data.count(b"<clipPath") == 1
    assert data.count(b"data:image/jpeg;base64,") == 1


@pytest.mark.parametrize("asset", ["absent", "bad"])
def test_a_picture_that_cannot_be_read_is_a_quiet_box(asset: str) -> None:
    data = written(Scene(100, 50, (), under=(Picture(10, 10, 40, 30, asset),)))
    assert b"<image" not in data
    assert b'<rect x="10" y="10" width="40" height="30" fill="#e4e7eb"/>' in data


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert written(scenes.rich()) == written(scenes.rich())


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(AssertionError):
        written(Scene(9, 9, (), under=(cast("Any", ("circle", 1)),)))
    with pytest.raises(ValueError, match="path command"):
        written(Scene(9, 9, (), under=(Path((("Q", 1, 2, 3, 4),), "#000000"),)))
