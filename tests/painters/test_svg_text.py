"""Real text in an SVG: in reading order, and placed and shaped by the fonts in the file as it is on the canvas."""

from __future__ import annotations

import base64
import io
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from cxdesigner.layout.fonts import FEATURES, KHMER
from cxdesigner.layout.glyphs import Line
from cxdesigner.layout.scene import GlyphRun, Scene
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.painters.svg import write_svg
from tests import scripts
from tests.painters import scenes
from tests.scripts import MIXED, SAMPLES, Sample

ALL = {**SAMPLES, **MIXED}
_SVG = "{http://www.w3.org/2000/svg}"
_RULE = re.compile(
    r"@font-face{font-family:'([^']+)';font-weight:(\d+);font-style:(\w+);"
    r'src:url\("data:font/woff;base64,([^"]+)"\) format\("woff"\)}'
)
_CLASS = re.compile(r"\.(f\d+){font-family:'([^']+)',[^}]*font-weight:(\d+);(font-style:(italic);)?")
Drawn = dict[tuple[float, float], tuple[Any, ...]]


def written(scene: Scene, **options: Any) -> bytes:
    out = io.BytesIO()
    write_svg(scene, out, **{"assets": scenes.assets(), "outlines": False, **options})
    return out.getvalue()


def fonts_of(data: bytes) -> dict[str, hb.Font]:
    """The fonts in a file, by the classes of text that is written in them."""
    text = data.decode()
    files = {rule[:3]: base64.b64decode(rule[3]) for rule in _RULE.findall(text)}
    found = {}
    for name, family, weight, _, slant in _CLASS.findall(text):
        plain = io.BytesIO()
        with TTFont(io.BytesIO(files[family, weight, slant or "normal"])) as font:
            font.flavor = None
            font.save(plain)
        found[name] = hb.Font(hb.Face(plain.getvalue()))
    return found


def outline(font: hb.Font, gid: int) -> tuple[Any, ...]:
    commands: list[Any] = []
    funcs = hb.DrawFuncs()
    for kind in ("move_to", "line_to", "quadratic_to", "cubic_to"):
        getattr(funcs, f"set_{kind}_func")(lambda *args: args[-1].append(args[:-1]))
    funcs.set_close_path_func(lambda pen: pen.append(()))
    font.draw_glyph(gid, funcs, commands)
    return tuple(commands)


def shaped_by_browser(data: bytes) -> Drawn:
    """Where outlines are drawn, as a program does that shapes each word with the fonts in the file."""
    fonts, found = fonts_of(data), Drawn()
    for text in ET.fromstring(data).iter(f"{_SVG}text"):
        for span in text.iter(f"{_SVG}tspan"):
            font = fonts[span.get("class") or text.get("class") or ""]
            scale = float(text.get("font-size", "")) / font.face.upem
            buffer = hb.Buffer()
            buffer.add_str(span.text or "")
            buffer.guess_segment_properties()
            rtl = span.get("direction") == "rtl"
            buffer.direction = "rtl" if rtl else "ltr"
            hb.shape(font, buffer, {**(KHMER if buffer.script == "Khmr" else FEATURES), "locl": False})
            width = sum(at.x_advance for at in buffer.glyph_positions)
            pen = float(span.get("x", "")) - (width * scale if rtl else 0.0)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                shape = outline(font, info.codepoint)
                if shape:
                    place = (pen + at.x_offset * scale, float(text.get("y", "")) - at.y_offset * scale)
                    found[round(place[0], 1), round(place[1], 1)] = shape
                pen += at.x_advance * scale
    return found


def on_the_canvas(nodes: tuple[GlyphRun, ...]) -> Drawn:
    found = Drawn()
    for node in nodes:
        for offset, piece in node.line.pieces:
            scale, pen = node.line.size / piece.face.upem, node.x + offset
            for cluster in piece.clusters:
                for gid, right, up in cluster.glyphs:
                    shape = outline(piece.face.hb, gid)
                    if shape:
                        found[round(pen + right * scale, 1), round(node.y - up * scale, 1)] = shape
                pen += cluster.advance * scale
    return found


def unlike(one: Drawn, other: Drawn) -> list[tuple[float, float]]:
    """The places at which one has an outline that the other has not, within a tenth of a point."""
    near = [(dx, dy) for dx in (-0.1, 0.0, 0.1) for dy in (-0.1, 0.0, 0.1)]
    return [
        (x, y)
        for (x, y), shape in one.items()
        if all(other.get((round(x + dx, 1), round(y + dy, 1))) != shape for dx, dy in near)
    ]


@pytest.mark.parametrize("name", ALL)
def test_the_fonts_in_the_file_draw_what_is_on_the_canvas(name: str) -> None:
    scene = scripts.scene(scripts.paragraph(ALL[name]))
    runs = tuple(node for node in scene.under if isinstance(node, GlyphRun))
    drawn, shown = shaped_by_browser(written(scene)), on_the_canvas(runs)
    assert shown
    assert unlike(shown, drawn) == unlike(drawn, shown) == []


@pytest.mark.parametrize("name", ALL)
def test_text_is_in_the_order_in_which_it_is_read(name: str) -> None:
    scene = scripts.scene(scripts.paragraph(ALL[name]))
    root = ET.fromstring(written(scene))
    assert " ".join("".join(root.itertext()).split()).replace(" ", "").endswith(ALL[name].text.replace(" ", ""))


def test_styles_are_told_apart() -> None:
    lines = [
        line
        for weight in ("regular", "semibold", "bold", "italic")
        for line in scripts.paragraph(Sample("en", "One"), style=TextStyle(weight, 10.0, 14.0)).lines
    ]
    nodes = tuple(GlyphRun(5.0, 20.0 * at, line, "#000000") for at, line in enumerate(lines, 1))
    data = written(Scene(100, 100, (), under=nodes))
    assert {rule[1:3] for rule in _RULE.findall(data.decode())} == {
        ("400", "normal"),
        ("600", "normal"),
        ("700", "normal"),
        ("400", "italic"),
    }
    assert unlike(on_the_canvas(nodes), shaped_by_browser(data)) == []


def test_a_line_that_reads_from_the_right_says_so() -> None:
    root = ET.fromstring(written(scripts.scene(scripts.paragraph(ALL["arabic"]))))
    texts = list(root.iter(f"{_SVG}text"))
    assert texts
    assert {text.get("direction") for text in texts} == {"rtl"}


def test_what_is_typed_is_no_markup_and_leads_nowhere() -> None:
    typed = "<img src=http://x.example/a.png> R&D <b> &#0; \"'"
    line = Line(10.0, ((0.0, scenes.face().shape(typed)),), 200.0, typed)
    bad = scenes.face().shape("a\x00\x0b\ufffeb")
    scene = Scene(
        300, 20, (), under=(GlyphRun(0, 10, line, "#000000"), GlyphRun(0, 20, Line(9, ((0, bad),), 9, "ab"), ""))
    )
    data = written(scene)
    texts = ["".join(text.itertext()) for text in ET.fromstring(data).iter(f"{_SVG}text")]
    assert texts == [typed, "ab"]
    addresses = set(re.findall(rb'(?:href="|url\(")([^"]{0,10})', data))
    assert addresses == {b"data:font/"}


def test_what_is_not_seen_is_not_written() -> None:
    space = Line(10.0, ((0.0, scenes.face().shape(" ")),), 3.0, " ")
    data = written(Scene(9, 9, (), under=(GlyphRun(0, 9, space, "#000000"), GlyphRun(0, 9, Line(9, (), 0, ""), ""))))
    assert b"<text" not in data
    assert b"<style" not in data


def test_emoji_stand_apart_from_scripts_that_would_take_them_apart() -> None:
    for text, count in (("Ann 👩🏽\u200d💻 ok", 1), ("ខ្មែរ 👩🏽\u200d💻 ok", 3)):
        root = ET.fromstring(written(scripts.scene(scripts.paragraph(Sample("en", text)))))
        assert len(list(root.iter(f"{_SVG}text"))) == count


def test_it_is_the_same_each_time_and_says_what_it_shows() -> None:
    data = written(scenes.rich(), description="<dinner> for two")
    assert data == written(scenes.rich(), description="<dinner> for two")
    root = ET.fromstring(data)
    assert root.findtext(f"{_SVG}desc") == "<dinner> for two"
    assert root.get("role") == "graphics-document"
    assert len(list(root.iter(f"{_SVG}text"))) > 20


def test_a_font_holds_only_what_is_used() -> None:
    line = Line(10.0, ((0.0, scenes.face().shape("Waits")),), 30.0, "Waits")
    font = fonts_of(written(Scene(50, 20, (), under=(GlyphRun(0, 10, line, "#000000"),))))["f1"]
    assert set(map(chr, font.face.unicodes)) == {*"Waits", " ", "\u2010", "\u25cc"}
