"""A map as bytes: which one, with which facts and pictures."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from cxdesigner.cli import WELL, main
from cxdesigner.export import ExportError, ExportOptions, assets_of, export_maps, export_to, find_map, kind_of
from cxdesigner.files import CannotWriteError
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Comment, Map, Project
from cxdesigner.resources import resource
from cxdesigner.storage.codec import write
from cxdesigner.storage.project_file import load
from tests.model.builders import journey

# A PNG would otherwise make an application that is no good for the tests of windows.
pytestmark = pytest.mark.usefixtures("qapp")

EXAMPLES = sorted(resource("examples").glob("*.cxd"))


def titled(*titles: str) -> Document:
    maps = [
        Map.new(id=f"m{at}", parent="p", rank=f"{at:02}", title=title, author="Ann", scenario="Dinner for two")
        for at, title in enumerate(titles)
    ]
    return Document([Project.new(id="p", title="Project", language="nl"), *maps])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "m0"),
        ("1", "m0"),
        ("3", "m2"),
        ("Dinner", "m1"),
        ("dinner", "m2"),
        ("DINNER", "m1"),
        ("  Long   way ", "m3"),
        ("2024", "m4"),
    ],
)
def test_a_map_is_found_by_number_or_title(text: str, found: str) -> None:
    assert find_map(titled("2", "Dinner", "dinner", "Long\nway", "2024"), text).id == found


@pytest.mark.parametrize("text", ["0", "3", "-1", "+1", "²", "Lunch", "9" * 5000])
def test_a_map_that_is_not_there_is_named_with_those_that_are(text: str) -> None:
    with pytest.raises(ExportError, match=r"There is no map “.*” in this project; it has 1 “A”, 2 “B”\."):
        find_map(titled("A", "B"), text)


def test_a_sentence_lists_no_more_maps_than_can_be_read() -> None:
    with pytest.raises(ExportError, match="6 “M” and 4 more"):
        find_map(titled(*["M"] * 10), "Lunch")


def test_a_project_without_maps_has_none_to_export() -> None:
    with pytest.raises(ExportError, match="There is no map"):
        find_map(titled())


def test_a_pdf_says_what_it_is() -> None:
    data = export_maps(titled("Friday dinner"), ["m0"], ExportOptions())
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Friday dinner", "Ann")
    assert reader.metadata.subject == "Dinner for two"
    assert reader.root_object["/Lang"] == "nl"
    assert len(reader.pages) == 1


def test_a_map_without_a_title_has_its_projects() -> None:
    reader = PdfReader(io.BytesIO(export_maps(titled(""), ["m0"], ExportOptions())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Project"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_the_same_map_gives_the_same_bytes(path: Path, kind: str) -> None:
    document = load(path).document
    options = ExportOptions(kind, scale=0.5)  # type: ignore[arg-type]
    first, second = (export_maps(document, [document.maps[0].id], options) for _ in range(2))
    assert first == second


def test_pictures_that_cannot_be_decoded_are_left_out() -> None:
    good = base64.b64encode(b"good").decode()
    document = Document(
        [
            Project.new(id="p"),
            Asset.new(id="good", parent="p", data=good),
            Asset.new(id="short", parent="p", data=good[:-3]),
            Asset.new(id="wrong", parent="p", data="Zm9v!"),
            Asset.new(id="wide", parent="p", data="Zm9vé"),
        ]
    )
    assert assets_of(document) == {"good": b"good"}


def test_a_picture_too_large_is_a_sentence_that_names_the_largest_that_works() -> None:
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    with pytest.raises(ExportError, match="32,000 a side can be written: choose a width of at most 32,000 pixels"):
        export_maps(document, [document.maps[0].id], ExportOptions("png", scale=64))


def test_a_picture_is_as_wide_as_was_asked_for() -> None:
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    for width in (1, 777, 1920):
        data = export_maps(document, [document.maps[0].id], ExportOptions("png", width=width, scale=3.0))
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.width == width


def test_the_old_file_stays_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"precious")
    path.chmod(0o444)
    with pytest.raises(CannotWriteError, match="read-only"):
        export_to(titled("A"), ["m0"], ExportOptions(), path)
    assert path.read_bytes() == b"precious"


@pytest.mark.parametrize(("name", "kind"), [("a.pdf", "pdf"), ("a.b.SVG", "svg"), (".x.png", "png")])
def test_the_extension_says_the_kind(name: str, kind: str) -> None:
    assert kind_of(Path(name)) == kind


@pytest.mark.parametrize("name", ["a", "a.doc", ".pdf", "a.pdf.txt", "a."])
def test_other_extensions_are_refused(name: str) -> None:
    with pytest.raises(ExportError, match="Cannot tell what"):
        kind_of(Path(name))


def test_comments_are_in_an_export_only_if_asked_for(tmp_path: Path) -> None:
    document = journey(
        cards={"actions a1": "card"}, more=(Comment.new(id="n", parent="map", on="card", text="Really"),)
    )
    plain, asked = (
        export_maps(document, ["map"], ExportOptions("svg", comments=comments)).decode() for comments in (False, True)
    )
    assert len(asked) > len(plain)
    source, out = tmp_path / "map.cxd", tmp_path / "map.svg"
    source.write_bytes(write(document))
    assert main(["export", str(source), "-o", str(out), "--comments"]) == WELL
    assert out.read_text("utf-8") == asked
