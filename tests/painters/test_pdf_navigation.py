"""Outline, links, labels and first view of a PDF, read back with pypdf."""

from __future__ import annotations

import io
from typing import Any, cast

import pypdf
import pytest

from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.publication import Bookmark, Link, Publication, Target
from cxdesigner.layout.scene import Band, Group, Scene
from cxdesigner.painters.pdf import write_pdf

CARDS = tuple(Group(f"c{at}", "card", 100.0 * at, 20, 90, 40, ()) for at in range(4))
SCENE = Scene(400, 100, (Band("l", 10, 90, CARDS),))
WHOLE = Page(400, 100, (View(SCENE),))


def read(*pages: Page, **facts: Any) -> pypdf.PdfReader:
    out = io.BytesIO()
    write_pdf(Publication(pages or (WHOLE,), **facts), out)
    return pypdf.PdfReader(out)


def root(reader: pypdf.PdfReader) -> Any:
    return cast("Any", reader.root_object)


def annotations(reader: pypdf.PdfReader, page: int = 0) -> list[Any]:
    return [one.get_object() for one in cast("Any", reader.pages[page]).get("/Annots", [])]


def lines(outline: list[Any], level: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for one in outline:
        found += lines(one, level + 1) if isinstance(one, list) else [(level, one.title)]
    return found


def test_the_outline_is_a_tree_of_what_is_on_the_pages() -> None:
    marks = [("A", 0), ("B", 1), ("Ç 🚌", 2), ("D", 1), ("E", 0), ("Nowhere", 1)]
    targets = ["c0", "c1", "c2", "c3", "c0", "gone"]
    bookmarks = tuple(Bookmark(title, Target(key), level) for (title, level), key in zip(marks, targets, strict=True))
    reader = read(bookmarks=bookmarks)
    assert lines(reader.outline) == [(0, "A"), (1, "B"), (2, "Ç 🚌"), (1, "D"), (0, "E")]
    outlines = root(reader)["/Outlines"]
    assert outlines["/Count"] == 5
    assert outlines["/First"]["/Count"] == 3
    assert "/Count" not in outlines["/Last"]
    assert outlines["/Last"]["/Prev"]["/Title"] == "A"
    assert root(reader)["/PageMode"] == "/UseOutlines"


def test_the_outline_is_shown_if_there_are_several_maps_only() -> None:
    one = read(bookmarks=(Bookmark("A", Target("c0")), Bookmark("B", Target("c1"), 1)))
    assert "/PageMode" not in root(one)
    assert "/Outlines" in root(one)
    assert "/Outlines" not in root(read(bookmarks=(Bookmark("A", Target("gone")),)))


def test_a_bookmark_shows_page_column_or_spot() -> None:
    marks = tuple(Bookmark(shows, Target("c2"), 0, shows) for shows in ("page", "column", "spot"))
    page, column, spot = cast("list[Any]", read(bookmarks=marks).outline)
    assert page["/Type"] == "/Fit"
    assert [float(column[side]) for side in ("/Left", "/Bottom", "/Right", "/Top")] == [188, 0, 302, 82]
    assert (spot["/Type"], float(spot["/Left"]), float(spot["/Top"])) == ("/XYZ", 188, 82)


def test_a_group_leads_to_several_places_by_strips_of_it() -> None:
    links = (Link("https://example.org/ä b?q=%20(1)", "the site"), Link(Target("gone")), Link(Target("c3"), "Next"))
    first, second = annotations(read(links={Target("c1", "card"): links, Target("gone"): links}))
    assert [float(side) for side in first["/Rect"]] == [100, 50, 190, 70]
    assert [float(side) for side in second["/Rect"]] == [100, 30, 190, 50]
    assert first["/A"] == {"/S": "/URI", "/URI": "https://example.org/%C3%A4%20b?q=%20(1)"}
    assert (first["/Contents"], second["/Contents"]) == ("the site", "Next")
    assert second["/Dest"][1:] == ["/XYZ", 288, 82, pypdf.generic.NullObject()]
    assert [float(side) for side in first["/Border"]] == [0, 0, 0]
    assert first["/F"] == 4


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org",
        "example.org",
        "//example.org",
        "data:text/html,x",
        " https:/example.org",
        "",
    ],
)
def test_only_web_and_mail_addresses_are_led_to(address: str) -> None:
    out = io.BytesIO()
    write_pdf(Publication((WHOLE,), links={Target("c0"): (Link(address),)}), out)
    assert annotations(pypdf.PdfReader(out)) == []


@pytest.mark.parametrize("address", ["HTTP://example.org", "mailto:ann@example.org", "  https://example.org\n"])
def test_addresses_are_taken_as_they_are_written(address: str) -> None:
    (found,) = annotations(read(links={Target("c0"): (Link(address),)}))
    assert found["/A"]["/URI"] == address.strip()
    assert found["/Contents"] == address


def test_a_large_sheet_has_links_and_bookmarks_at_the_right_place() -> None:
    cards = (Group("a", "card", 20_000, 900, 3_000, 300, ()), Group("b", "card", 9_000, 1_200, 300, 300, ()))
    page = Page(30_000, 3_000, (View(Scene(30_000, 3_000, (Band("l", 0, 3_000, cards),))),))
    reader = read(page, links={Target("a"): (Link(Target("b")),)}, bookmarks=(Bookmark("A", Target("a"), 0, "column"),))
    assert reader.pages[0].user_unit == 3
    (found,) = annotations(reader)
    assert [float(side) for side in found["/Rect"]] == pytest.approx([20_000 / 3, 600, 23_000 / 3, 700], abs=0.01)
    assert [float(side) for side in found["/Dest"][2:4]] == pytest.approx([8_988 / 3, 1_812 / 3], abs=0.01)
    (mark,) = cast("list[Any]", reader.outline)
    assert float(mark["/Right"]) == pytest.approx(23_012 / 3, abs=0.01)


def test_links_stand_on_the_page_that_shows_their_group_whole() -> None:
    views = [View(SCENE, 1.0, -at, 0, Clip(0, 0, 200, 100)) for at in (0.0, 150.0)]
    reader = read(*(Page(200, 100, (view,)) for view in views), links={Target("c2"): (Link(Target("c0")),)})
    assert annotations(reader, 0) == []
    (found,) = annotations(reader, 1)
    assert [float(side) for side in found["/Rect"]] == [50, 30, 140, 70]
    assert reader.get_page_number(found["/Dest"][0].get_object()) == 0
    assert cast("Any", reader.pages[1])["/Tabs"] == "/S"


def test_pages_are_called_by_their_labels() -> None:
    pages = [WHOLE._replace(label=label) for label in ("Plan", "A1", "", "B1")]
    assert read(*pages).page_labels == ["Plan", "A1", "3", "B1"]
    assert "/PageLabels" not in root(read(WHOLE, WHOLE))


def test_the_first_view_is_the_whole_first_page() -> None:
    reader = read(WHOLE, WHOLE)
    assert root(reader)["/OpenAction"][1] == "/Fit"
    assert root(reader)["/OpenAction"][0].get_object() == reader.pages[0]
    assert "/PageLayout" not in root(reader)
    assert root(read(WHOLE, WHOLE, facing="right"))["/PageLayout"] == "/TwoPageRight"
    assert root(read(WHOLE, WHOLE, facing="left"))["/PageLayout"] == "/TwoPageLeft"


def test_keywords_are_in_the_file() -> None:
    facts = read(keywords=("Current state", "Märta")).metadata
    assert facts is not None
    assert facts["/Keywords"] == "Current state, Märta"
