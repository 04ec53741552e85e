"""PDF: text that can be found, fonts that are embedded, pages as asked for, the same bytes each time."""

from __future__ import annotations

import dataclasses
import io
import shutil
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, cast

import pypdf
import pytest
from fontTools.ttLib import TTFont

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.publication import Publication
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Path, Picture, Scene
from cxdesigner.layout.typeset import TextStyle, Typesetter
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.painters.pdf_truetype import Subset
from tests.painters import scenes

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from cxdesigner.layout.scene import Node


def written(pages: Scene | list[Page], **facts: Any) -> bytes:
    out = io.BytesIO()
    publication = scenes.one_page(pages) if isinstance(pages, Scene) else Publication(tuple(pages))
    write_pdf(publication._replace(**{"title": "Map", **facts}), out, assets=scenes.assets())
    return out.getvalue()


def sheet(*nodes: Node, width: float = 300.0, height: float = 200.0) -> Scene:
    return Scene(width, height, (), under=nodes)


def tool(name: str, *arguments: str | FilePath) -> str:
    """What a program prints; it must have nothing to complain of."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *arguments], capture_output=True, check=True, text=True)
    assert done.stderr == ""
    return done.stdout


def content(data: bytes, page: int = 0) -> str:
    found = pypdf.PdfReader(io.BytesIO(data)).pages[page].get_contents()
    assert found is not None
    return found.get_data().decode("latin-1")


@pytest.fixture
def rich(tmp_path: FilePath) -> FilePath:
    path = tmp_path / "rich.pdf"
    path.write_bytes(written(scenes.rich()))
    return path


def test_text_is_found_as_it_was_typed(rich: FilePath) -> None:
    text = unicodedata.normalize("NFC", tool("pdftotext", "-enc", "UTF-8", rich, "-"))
    for words in (
        *scenes.WORDS,
        "Buying a ticket: Journey of “Yvonne T.”",
        "Size 31.7",
        "Said on a rainy day, AV To We",
    ):
        assert unicodedata.normalize("NFC", words) in text


def test_lines_of_a_paragraph_stay_together(tmp_path: FilePath) -> None:
    typed = "She looks for the timetable, finds only last year’s, and asks the driver: “To Köln?” Nobody knows."
    made = Typesetter(Fonts.load()).paragraph(typed, TextStyle("regular", 9.0, 12.0), 130.0)
    runs = [
        GlyphRun(x, 40.0 + made.ascent + at * made.leading, line, "#000000")
        for x in (20.0, 170.0)  # two cards beside each other
        for at, line in enumerate(made.lines)
    ]
    path = tmp_path / "paragraph.pdf"
    path.write_bytes(written(sheet(*runs, width=320.0)))
    text = tool("pdftotext", "-enc", "UTF-8", path, "-")
    assert len(made.lines) > 2
    assert text.replace("\n", " ").count(typed) == 2


def test_every_font_is_an_embedded_subset_with_a_way_back_to_text(rich: FilePath) -> None:
    rows = [row.split() for row in tool("pdffonts", rich).splitlines()[2:]]
    assert len(rows) == 4
    for name, *kind, encoding, embedded, subset, unicode_map, _, _ in rows:
        assert name[6] == "+"
        assert name[:6].isupper()
        assert (kind, encoding) in ((["TrueType"], "WinAnsi"), (["CID", "TrueType"], "Identity-H"))
        assert embedded == subset == unicode_map == "yes"
    assert b"Helvetica" not in rich.read_bytes()


def test_the_file_is_in_order(rich: FilePath) -> None:
    tool("qpdf", "--check", rich)


def test_readers_learn_title_author_subject_and_language() -> None:
    data = written(scenes.rich(), title="Zażółć 🚌 (map)", author="Ömer", subject="A\\B", language="pl")
    reader = pypdf.PdfReader(io.BytesIO(data))
    facts = reader.metadata
    assert facts is not None
    assert (facts.title, facts.author, facts.subject) == ("Zażółć 🚌 (map)", "Ömer", "A\\B")
    assert facts.producer == "cxdesigner"
    assert facts.creation_date is None
    assert reader.root_object["/Lang"] == "pl"
    assert cast("Any", reader.root_object["/ViewerPreferences"])["/DisplayDocTitle"] == pypdf.generic.BooleanObject(
        True
    )


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert written(scenes.rich()) == written(scenes.rich())
    assert written(scenes.rich()) != written(scenes.rich(), title="Another")


_IN_A_PROCESS = """
import hashlib, io, sys
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.painters.svg import write_svg
from tests.painters import scenes
pdf, svg = io.BytesIO(), io.BytesIO()
write_pdf(scenes.one_page(scenes.rich(), "Map"), pdf, assets=scenes.assets())
write_svg(scenes.rich(), svg, assets=scenes.assets())
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
print(hashlib.sha256(pdf.getvalue() + svg.getvalue()).hexdigest())
"""


def test_writing_loads_no_qt_and_does_not_depend_on_the_process(request: pytest.FixtureRequest) -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _IN_A_PROCESS],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(request.config.rootpath)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_a_sheet_beyond_the_limit_has_larger_units() -> None:
    data = written(sheet(Box(0, 0, 10, 10, "#ff0000"), width=30_000.0, height=100.0))
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    assert page.user_unit == 3
    assert [float(side) for side in page.mediabox] == [0, 0, 10_000, pytest.approx(33.333)]
    assert content(data).startswith("0.33333333 0 0 0.33333333 0 0 cm")


def test_a_page_shows_a_part_of_a_scene() -> None:
    cards = tuple(
        Group(str(at), "card", 100.0 * at, 0, 90, 50, (GlyphRun(5, 20, scenes.line(f"Card {at}"), "#000000"),))
        for at in range(4)
    )
    scene = Scene(400, 50, (Band("l", 0, 50, cards), Band("m", 300, 50, cards)))
    pages = [
        Page(220, 120, (View(scene, 1.0, 10.0, 10.0, Clip(10, 10, 180, 100)),)),
        Page(220, 120, (View(scene, 0.5, -90.0, 10.0, Clip(10, 10, 100, 100)),)),
    ]
    reader = pypdf.PdfReader(io.BytesIO(written(pages)))
    assert [page.extract_text() for page in reader.pages] == ["Card 0 Card 1", "Card 2 Card 3"]
    assert "10 10 180 100 re W n\n1 0 0 1 10 10 cm" in content(written(pages))
    assert len({str(page["/Resources"]["/Font"]) for page in cast("Any", reader.pages)}) == 1


def test_a_picture_is_embedded_once() -> None:
    data = written(sheet(*(Picture(40.0 * at, 0, 30, 30, "photo", 15.0) for at in range(5))))
    assert data.count(b"/Subtype /Image") == 1
    assert content(data).count(" Do") == 5


def test_a_sheer_picture_has_a_mask() -> None:
    data = written(sheet(Picture(0, 0, 30, 30, "sheer")))
    assert data.count(b"/SMask") == 1
    assert data.count(b"/Subtype /Image") == 2


@pytest.mark.parametrize("asset", ["absent", "bad"])
def test_a_picture_that_cannot_be_read_is_a_quiet_box(asset: str) -> None:
    drawn = content(written(sheet(Picture(10, 10, 40, 30, asset))))
    assert "10 10 40 30 re f" in drawn
    assert drawn.count(" m ") == 2


def test_pen_colour_and_font_are_set_on_change_only() -> None:
    runs = [GlyphRun(0, 10.0 * at, scenes.line("same"), "#123456") for at in range(5)]
    drawn = content(written(sheet(*runs)))
    assert drawn.count(" rg") == drawn.count(" Tf") == 1
    assert (drawn.count(" Tm"), drawn.count("0 -10 Td"), drawn.count("BT")) == (1, 4, 1)


def test_groups_that_look_alike_are_written_alike() -> None:
    items = (Box(0, 0, 50, 20, fill="#eeeeee", radius=3), GlyphRun(5, 12, scenes.line("alike"), "#123456"))
    drawn = content(written(sheet(*(Group(str(at), "card", 7.3 * at, 31.7 * at, 50, 20, items) for at in range(1, 4)))))
    begun, *groups = drawn.split("q 1 0 0 1 ")
    assert begun.count("BT") == 0
    assert [group.split(" cm\n")[0] for group in groups] == ["7.3 31.7", "14.6 63.4", "21.9 95.1"]
    first, second, third = (group.split(" cm\n")[1].split("\nQ")[0] for group in groups)
    assert first == second == third


def test_text_alone_needs_no_coordinates_of_its_own() -> None:
    group = Group("a", "title", 7.3, 31.7, 50, 20, (GlyphRun(5, 12, scenes.line("alone"), "#123456"),))
    drawn = content(written(sheet(group, group)))
    assert drawn.count("1 0 0 -1 12.3 43.7 Tm") == drawn.count("BT") == 2


def test_kerning_is_in_the_text() -> None:
    drawn = content(written(sheet(GlyphRun(0, 10, scenes.line("AVAT"), "#000000"))))
    (array,) = [part.split("]")[0] for part in drawn.split("[")[1:]]
    assert ")(" not in array
    assert any(float(part.split("(")[0] or 0) > 20 for part in array.split(")")[1:])


def test_letters_are_their_own_codes_and_what_ends_a_string_is_escaped() -> None:
    text = r"a (b) \\ c\r (é) )("
    data = written(sheet(GlyphRun(0, 10, scenes.line(text), "#000000")))
    assert r"a \(b\) \\" in "".join(content(data).split(")20("))
    assert pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text() == text


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(AssertionError):
        written(sheet(cast("Any", ("circle", 1))))
    with pytest.raises(ValueError, match="path command"):
        written(sheet(Path((("Q", 1, 2, 3, 4),), "#000000")))
    with pytest.raises(ValueError, match="at least one page"):
        written([])


def test_the_embedded_file_holds_what_a_font_must() -> None:
    face = scenes.face("regular")
    piece = face.shape("x\u0302\u0323 q\u0307 a")
    marked = [cluster for cluster in piece.clusters if len(cluster.glyphs) > 1]
    assert marked
    subset = Subset(face, {glyph[0] for cluster in piece.clusters for glyph in cluster.glyphs})
    made = [subset.compose(cluster.glyphs, cluster.natural) for cluster in marked]
    data = subset.file()
    font = TTFont(io.BytesIO(data), checkChecksums=2, recalcBBoxes=False)
    for number, cluster in zip(made, marked, strict=True):
        name = font.getGlyphName(number)
        glyph = font["glyf"][name]
        offsets = [(part.x, part.y) for part in glyph.components]
        assert offsets == [(dx, dy) for _, dx, dy in cluster.glyphs]
        assert font["hmtx"][name] == (cluster.natural, glyph.xMin)
        box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
        glyph.recalcBounds(font["glyf"])
        assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == box
    limits = font["maxp"]
    stated = {name: getattr(limits, name) for name in dir(limits) if name.startswith("max")}
    limits.recalc(font)
    assert limits.numGlyphs == len(font.getGlyphOrder())
    for name, least in {name: getattr(limits, name) for name in stated}.items():
        assert stated[name] >= least, name
    left, bottom, right, top = subset.bounds()
    assert left <= font["head"].xMin <= font["head"].xMax <= right
    assert bottom <= font["head"].yMin <= font["head"].yMax <= top


def test_a_font_with_too_many_codes_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxdesigner.painters.pdf_fonts._NARROW", ())
    monkeypatch.setattr("cxdesigner.painters.pdf_fonts._MOST_WIDE", 8)
    data = written(sheet(GlyphRun(0, 20, scenes.line("many letters, of which each needs one"), "#000000")))
    reader = pypdf.PdfReader(io.BytesIO(data))
    fonts = [font.get_object() for font in cast("Any", reader.pages[0])["/Resources"]["/Font"].values()]
    assert {font["/Subtype"] for font in fonts} == {"/Type0"}
    assert len({font["/BaseFont"] for font in fonts}) < len(fonts) > 2
    assert reader.pages[0].extract_text() == "many letters, of which each needs one"


def test_fonts_agree_on_codes_and_share_their_map_to_texts() -> None:
    said = ("é ö", "ö ñ", "ñ é ü")
    faces = ("regular", "bold", "italic")
    lines = [scenes.line(text, weight=face) for text, face in zip(said, faces, strict=True)]
    runs = [GlyphRun(0, 20.0 * at, line, "#000000") for at, line in enumerate(lines, 1)]
    reader = pypdf.PdfReader(io.BytesIO(written(sheet(*runs))))
    fonts = [font.get_object() for font in cast("Any", reader.pages[0])["/Resources"]["/Font"].values()]
    assert len(fonts) == 3
    assert len({str(font.raw_get("/ToUnicode")) for font in fonts}) == 1
    assert reader.pages[0].extract_text().split("\n") == list(said)


def test_what_one_byte_cannot_tell_apart_takes_two_of_the_same_file() -> None:
    letters = [chr(code) for code in (*range(0xA1, 0x180), *range(0x391, 0x3A1)) if code != 0xAD]
    text = " ".join(("plain", *("".join(letters[at : at + 30]) for at in range(0, len(letters), 30)), "plain"))
    data = written(sheet(GlyphRun(0, 20, scenes.line(text), "#000000"), width=3000))
    reader = pypdf.PdfReader(io.BytesIO(data))
    fonts = [font.get_object() for font in cast("Any", reader.pages[0])["/Resources"]["/Font"].values()]
    assert [font["/Subtype"] for font in fonts] == ["/TrueType", "/Type0"]
    (descendant,) = fonts[1]["/DescendantFonts"]
    assert fonts[0]["/FontDescriptor"] == descendant.get_object()["/FontDescriptor"]
    assert reader.pages[0].extract_text() == text


def test_pieces_apart_are_written_apart() -> None:
    line = scenes.line("one two")
    moved = tuple((offset + 5.0 * at, piece) for at, (offset, piece) in enumerate(line.pieces))
    drawn = content(written(sheet(GlyphRun(0, 20, dataclasses.replace(line, pieces=moved), "#000000"))))
    assert drawn.count("-500") == 2
