"""PDF/A: metadata, colours, and what archives forbid (ISO 19005-2 and -3), clause by clause."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import pypdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageCms
from pypdf.generic import ContentStream

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.publication import Bookmark, Link, Publication, Target
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Scene
from cxdesigner.layout.structure import Element, Told
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.painters.pdf_archive import srgb, xmp
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.painters import scenes
from tests.painters.tagged import objects

EXAMPLES = sorted(resource("examples").glob("*.cxd"))
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


def rich(standard: str = "2b", **facts: Any) -> bytes:
    return rich_of(scenes.rich(), standard, **facts)


def rich_of(scene: Scene, standard: str = "2b", **facts: Any) -> bytes:
    out = io.BytesIO()
    pages = (Page(scene.width, scene.height, (View(scene),)),)
    write_pdf(Publication(pages, standard=cast("Any", standard), **facts), out, assets=scenes.assets())
    return out.getvalue()


def test_the_metadata_says_the_same_as_the_facts_of_the_file() -> None:
    facts = {"title": "R&D <b> 🚌\x0b", "author": "Ömer", "subject": "A & B", "keywords": ("one", "two")}
    data = rich(**facts, language="nl-BE")
    reader = pypdf.PdfReader(io.BytesIO(data))
    stream = cast("Any", reader.root_object)["/Metadata"]
    assert "/Filter" not in stream
    packet = stream.get_data().decode("utf-8")
    assert packet.startswith('<?xpacket begin="\ufeff"')
    root = ElementTree.fromstring(re.sub(r"<\?xpacket.*?\?>", "", packet))
    said = {name: root.find(f".//{name}//rdf:li", NAMES) for name in ("dc:title", "dc:creator", "dc:description")}
    texts = [cast("Any", one).text for one in said.values()]
    assert texts == ["R&D <b> 🚌\ufffd", "Ömer", "A & B"]
    plain = [root.findtext(f".//{name}", "", NAMES) for name in ("pdf:Keywords", "pdfaid:part", "pdfaid:conformance")]
    assert plain == ["one, two", "2", "B"]
    assert root.findtext(".//dc:language//rdf:li", "", NAMES) == "nl-BE"
    known = reader.metadata
    assert known is not None
    assert (known.author, known.subject, known["/Keywords"]) == ("Ömer", "A & B", "one, two")


def test_a_file_for_no_archive_claims_nothing() -> None:
    assert "pdfaid:part" not in xmp(Publication(()), "x")
    reader = pypdf.PdfReader(io.BytesIO(rich("")))
    assert "/OutputIntents" not in cast("Any", reader.root_object)
    assert "dc:title" not in xmp(Publication(()), "x")


def test_the_profile_is_srgb() -> None:
    assert srgb() == srgb()
    assert len(srgb()) == int.from_bytes(srgb()[:4], "big") < 1_000
    ours, theirs = ImageCms.getOpenProfile(io.BytesIO(srgb())), ImageCms.createProfile("sRGB")
    steps = range(0, 256, 15)
    image = Image.new("RGB", (len(steps) ** 3, 1))
    image.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])
    moved = ImageCms.profileToProfile(image, theirs, ours, ImageCms.Intent.RELATIVE_COLORIMETRIC)
    assert moved is not None
    off = max(abs(one - other) for one, other in zip(image.tobytes(), moved.tobytes(), strict=True))
    assert off <= 1


@pytest.fixture(params=["rich", *EXAMPLES], ids=lambda one: one if isinstance(one, str) else one.stem)
def archived(request: pytest.FixtureRequest) -> bytes:
    if request.param == "rich":
        return rich()
    document = load(request.param).document
    return export_maps(document, [one.id for one in document.maps], ExportOptions(standard="2b"))


def test_the_file_is_built_as_archives_want_it(archived: bytes) -> None:
    # 6.1.2 and 6.1.3: the head, a comment of four high bytes, an ID, nothing behind the end.
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", archived)
    assert archived.endswith(b"%%EOF\n")
    reader = pypdf.PdfReader(io.BytesIO(archived))
    first, second = cast("Any", reader.trailer)["/ID"]
    assert len(first) == len(second) == 16
    assert "/Encrypt" not in reader.trailer
    # 6.1.7: the length is that of the data, and the end stands on a line of its own.
    for match in re.finditer(rb"\n(\d+) 0 obj\n<<.*?>>\nstream\n", archived, re.DOTALL):
        length = int(cast("Any", re.search(rb"/Length (\d+)", match.group()))[1])
        assert archived[match.end() + length :].startswith(b"\nendstream\nendobj\n")
    # 6.1.13: no text, name, number or nesting beyond the limits.
    for one in objects(reader):
        if isinstance(one, str | bytes) and not isinstance(one, pypdf.generic.NameObject):
            assert len(one) <= 16_000
        elif isinstance(one, pypdf.generic.NameObject):
            assert len(one) <= 127
    for page in reader.pages:
        depth = most = 0
        for _, operator in ContentStream(cast("Any", page)["/Contents"].get_object(), reader).operations:
            depth += {b"q": 1, b"Q": -1}.get(operator, 0)
            most = max(most, depth)
        assert (depth, most <= 28) == (0, True)
        assert all(3 <= float(side) <= 14_400 for side in page.mediabox[2:])


def test_nothing_is_in_it_that_archives_forbid(archived: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(archived))
    root = cast("Any", reader.root_object)
    assert not {"/AA", "/OCProperties", "/Names", "/AcroForm", "/Requirements", "/NeedsRendering"} & set(root)
    assert isinstance(root["/OpenAction"], list)
    for one in objects(reader):
        if not isinstance(one, dict):
            continue
        assert one.get("/S") not in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/Movie", "/Sound")
        assert one.get("/Filter") in (None, "/FlateDecode", "/DCTDecode")
        assert not {"/F", "/FFilter", "/FDecodeParms"} & set(one) or "/Length" not in one
        assert not {"/TR", "/HTP", "/BM", "/OPI", "/Alternates"} & set(one)
        assert one.get("/ColorSpace") in (None, "/DeviceRGB", "/DeviceGray")
        assert one.get("/Interpolate") is None
        if one.get("/Type") == "/Annot":
            # 6.3: to be printed, neither hidden nor invisible; a link needs no appearance.
            assert (one["/Subtype"], one["/F"]) == ("/Link", 4)


def test_colours_are_those_of_the_profile(archived: bytes) -> None:
    (intent,) = cast("Any", pypdf.PdfReader(io.BytesIO(archived)).root_object)["/OutputIntents"]
    intent = intent.get_object()
    assert (intent["/S"], intent["/OutputConditionIdentifier"]) == ("/GTS_PDFA1", "sRGB IEC61966-2.1")
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert intent["/DestOutputProfile"].get_data() == srgb()


def test_fonts_are_whole_and_as_wide_as_they_say(archived: bytes) -> None:
    """6.2.11: embedded, with widths that are those of the file and a map from every code to a glyph."""
    reader = pypdf.PdfReader(io.BytesIO(archived))
    fonts = [font.get_object() for font in cast("Any", reader.pages[0])["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        is_wide = font["/Subtype"] == "/Type0"
        if is_wide:
            (descendant,) = font["/DescendantFonts"]
            descendant = descendant.get_object()
            assert (font["/Encoding"], descendant["/Subtype"]) == ("/Identity-H", "/CIDFontType2")
            assert font["/BaseFont"] == descendant["/BaseFont"]
        else:
            descendant = font
            assert (font["/Subtype"], "/Encoding" in font) == ("/TrueType", False)
            assert descendant["/FontDescriptor"]["/Flags"] & 4, "symbolic"
        assert font["/BaseFont"] == descendant["/FontDescriptor"]["/FontName"]
        assert "/CIDSet" not in descendant["/FontDescriptor"]
        file = TTFont(io.BytesIO(descendant["/FontDescriptor"]["/FontFile2"].get_data()))
        scale = 1000 / file["head"].unitsPerEm
        for code, width in enumerate(*reversed(descendant["/W"] if is_wide else (font["/FirstChar"], font["/Widths"]))):
            if width == 0:
                continue
            if is_wide:
                glyphs = descendant["/CIDToGIDMap"].get_data()
                name = file.getGlyphName(int.from_bytes(glyphs[2 * code : 2 * code + 2], "big"))
            else:
                (table,) = file["cmap"].tables
                assert (table.platformID, table.platEncID) == (1, 0)
                name = table.cmap[code]
            assert file.getGlyphID(name) > 0
            assert float(width) == pytest.approx(file["hmtx"][name][0] * scale, abs=1.0)


def test_no_text_is_longer_than_a_file_may_hold() -> None:
    """Clause 6.1.13: strings of 32,767 bytes, names of 127, 28 states within each other."""
    long = "🌮" * 10_000
    group = Group(
        "a", "card", 0, 0, 90, 40, (Box(0, 0, 9, 9, "#336699"), GlyphRun(5, 30, scenes.line("Card"), "#000000"))
    )
    spoken = replace(scenes.line("שלום"), text=f"שלום{long}")
    right = Group("b", "card", 0, 50, 90, 40, (GlyphRun(5, 30, spoken, "#000000"),))
    scene = Scene(400, 100, (Band("l", 0, 100, (group, right)),))
    links = {Target("a"): (Link(Target("b"), long), Link(f"https://example.org/{'é' * 6_000}"), Link("https://a.b/é"))}
    data = rich_of(
        scene,
        title=long, author=long, subject=long, keywords=(long,), links=links, bookmarks=(Bookmark(long, Target("a")),),
        told=(Told((scene,), (Element("Figure", (group,), alt=long), Element("P", (right,)))),),
    )  # fmt: skip
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = objects(reader)
    texts = [one for one in found if isinstance(one, pypdf.generic.TextStringObject | pypdf.generic.ByteStringObject)]
    assert max(len(one.original_bytes) for one in texts) <= 32_767
    assert sum(len(one.original_bytes) > 32_000 for one in texts) >= 6
    names = {name for one in found if isinstance(one, dict) for name in one}
    names |= {one for one in found if isinstance(one, pypdf.generic.NameObject)}
    assert max(len(name.encode()) for name in names) <= 127
    metadata = reader.metadata
    assert metadata is not None
    assert metadata.title == f"{'🌮' * 8_190}…"
    # A part of an address leads elsewhere, and part of what is said instead of a text leaves out the rest of it.
    assert [one["/URI"] for one in found if isinstance(one, dict) and "/URI" in one] == ["https://a.b/%C3%A9"]
    assert not any("/ActualText" in one for one in found if isinstance(one, dict))
    deepest = depth = 0
    for _, operator in ContentStream(cast("Any", reader.pages[0])["/Contents"].get_object(), reader).operations:
        depth += {b"q": 1, b"Q": -1}.get(operator, 0)
        deepest = max(deepest, depth)
    assert deepest <= 28


def test_verapdf_finds_nothing(archived: bytes, tmp_path: Path) -> None:
    if shutil.which("verapdf") is None:
        pytest.skip("veraPDF is not installed")
    path = tmp_path / "archived.pdf"
    path.write_bytes(archived)
    done = subprocess.run(["verapdf", "-f", "2b", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
