"""Maps on pages of a PDF: sizes, footers, posters, current and future side by side; read back from the file."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.export.compose import publication_of
from cxdesigner.export.sheets import footer_of, units_of
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.paging.footer import Footer
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.model.records import Brand, Map
from cxdesigner.paper import PAGES, SHEET, SIZES
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.layout.builders import a_map
from tests.layout.test_paged import laid_out

MM = 72 / 25.4


def tacos(*, every: bool = False) -> tuple[Document, list[str]]:
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    ids = [shown.id for shown in document.maps]
    return document, ids if every else ids[:1]


def pdf(options: ExportOptions, document: Document | None = None, ids: list[str] | None = None) -> PdfReader:
    if document is None:
        document, ids = tacos()
    return PdfReader(io.BytesIO(export_maps(document, ids or ["map"], options)))


def boxes(reader: PdfReader) -> set[tuple[float, ...]]:
    return {tuple(round(float(side), 3) for side in page.mediabox) for page in reader.pages}


@pytest.mark.parametrize("name", [*SIZES, "500x900mm", "20x30in"])
@pytest.mark.parametrize("fit", ["page", "width", "60%"])
def test_every_page_is_as_large_as_the_paper_to_a_hundredth_of_a_millimetre(name: str, fit: str) -> None:
    (box,) = boxes(pdf(ExportOptions(page=name, fit=fit)))
    wanted = {"500x900mm": (500, 900), "20x30in": (508, 762)}.get(name) or SIZES[name]
    assert sorted((box[2] / MM, box[3] / MM)) == pytest.approx(sorted(wanted), abs=0.01)


@pytest.mark.parametrize(("orientation", "lies"), [("portrait", False), ("landscape", True)])
def test_paper_stands_or_lies_as_asked(orientation: str, lies: bool) -> None:
    options = ExportOptions(page="A4", orientation=orientation, fit="100%")  # type: ignore[arg-type]
    (box,) = boxes(pdf(options))
    assert (box[2] > box[3]) is lies


def test_paper_is_turned_such_that_there_are_fewer_pages() -> None:
    counts = {
        way: len(pdf(ExportOptions(page="A4", orientation=way, fit="100%")).pages)  # type: ignore[arg-type]
        for way in ("auto", "portrait", "landscape")
    }
    assert counts["auto"] == min(counts["portrait"], counts["landscape"])


def widths_of(content: str) -> set[float]:
    """Give the widths of what is filled or stroked as a card is: rounded, in points of the scene."""
    found = set()
    for x1, x2 in re.findall(r"([\d.]+) [\d.]+ m ([\d.]+) [\d.]+ l", content):
        found.add(round(float(x2) - float(x1) + 6.0, 1))  # two corners of 3 points
    return found


@pytest.mark.parametrize(("fit", "scale"), [("100%", 1.0), ("75%", 0.75), ("250%", 2.5)])
def test_what_is_100_percent_measures_so(fit: str, scale: float) -> None:
    document = a_map([{"steps": 2}], [{"kind": "actions"}], [{"lane": "l0", "step": "s0", "text": "One"}])
    content = pdf(ExportOptions(page="A3", fit=fit), document).pages[0].get_contents()
    assert content is not None
    drawn = content.get_data().decode("latin-1")
    # A column is 102 points wide, and a card 6 less: by the rules between columns and by the card itself.
    assert 96.0 in widths_of(drawn)
    matrix = re.search(r"([\d.]+) 0 0 ([\d.]+) [-\d.]+ [-\d.]+ cm", drawn.split("cm", 1)[1])
    assert (matrix is None and scale == 1.0) or (matrix is not None and float(matrix[1]) == scale)


@pytest.mark.parametrize("fit", ["100%", "50%"])
def test_a_hundred_millimetres_are_a_hundred_millimetres(fit: str) -> None:
    width = 100 * MM / (float(fit[:-1]) / 100)
    document = a_map([{"steps": [{"width": width, "title": "Here"}, {"title": "There"}]}], [{"kind": "actions"}])
    places: dict[str, float] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip() in ("Here", "There"):
            places[text.strip()] = cm[0] * tm[4] + cm[4]

    pdf(ExportOptions(page="A2", fit=fit), document).pages[0].extract_text(visitor_text=visit)
    assert (places["There"] - places["Here"]) / MM == pytest.approx(100, abs=0.01)


def test_margins_are_white() -> None:
    for margin in (5.0, 10.0, 30.0):
        reader = pdf(ExportOptions(page="A3", margin=margin, footer="off"))
        places: list[tuple[float, float]] = []

        def visit(text: str, cm: list[float], tm: list[float], *rest: object, into: list = places) -> None:  # type: ignore[type-arg]
            if text.strip():
                into.append((cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5]))

        page = reader.pages[0]
        page.extract_text(visitor_text=visit)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert min(x for x, _ in places) >= margin * MM - 0.01
        assert min(y for _, y in places) >= margin * MM - 0.01
        assert max(y for _, y in places) <= height - margin * MM
        assert max(x for x, _ in places) <= width - margin * MM


def test_pages_repeat_titles_and_count() -> None:
    reader = pdf(ExportOptions(page="A4", orientation="portrait", fit="100%"))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 4
    for number, text in enumerate(texts, 1):
        assert f"{number} / {len(texts)}" in text
        assert "Friday dinner at Vivan los Tacos" in text
    assert sum("Touchpoints" in text for text in texts) > 1
    assert sum("Discover" in text for text in texts) > 1


@pytest.mark.parametrize("name", ["vivan-los-tacos", "saas-subscription", "kapot-apparaat-verzekering"])
def test_every_card_is_on_a_page_as_text(name: str) -> None:
    document = load(resource("examples", f"{name}.cxd")).document
    shown = document.maps[0]
    reader = pdf(ExportOptions(page="A4", fit="100%"), document, [shown.id])
    texts = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for card in document.cards(shown.id):
        if card.lane is not None and card.step is not None:
            assert "".join(card.text.split()) in texts, card.text


@pytest.mark.parametrize(
    ("page", "footer", "there"),
    [("A4", "auto", True), ("A4", "off", False), (SHEET, "auto", False), (SHEET, "on", True), ("A4", "on", True)],
)
def test_a_footer_is_on_paper_and_where_it_is_asked_for(page: str, footer: str, there: bool) -> None:
    text = pdf(ExportOptions(page=page, footer=footer)).pages[0].extract_text()  # type: ignore[arg-type]
    assert ("Vivan los Tacos · Friday dinner at Vivan los Tacos" in text) is there
    assert "1 / 1" not in text


def test_a_page_like_the_sheet_may_be_of_another_size() -> None:
    (whole,), (half,) = boxes(pdf(ExportOptions())), boxes(pdf(ExportOptions(fit="50%")))
    assert half[2:] == pytest.approx([side / 2 for side in whole[2:]], abs=0.01)


def test_a_footer_is_read_once_for_each_map() -> None:
    typesetter = Typesetter(Fonts.load())
    document, ids = tacos(every=True)
    options = ExportOptions(page="A4", fit="width", facing=False)
    counts = [len(publication_of(document, [key], options, typesetter).pages) for key in ids]
    assert min(counts) > 1
    pages = publication_of(document, ids, options, typesetter).pages
    assert [page.views[-1].repeated for page in pages] == [at > 0 for count in counts for at in range(count)]


def test_what_a_footer_says() -> None:
    document = a_map(title="Dinner", release="3", date="May", author="Ann", basis="assumption")
    project = document.project.with_(title="Tacos", brand=Brand(logo="logo", primary="#d97a2b"))
    document = Document([*(one for one in document.records.values() if one.id != project.id), project])
    edition = "Hypothesis map: not validated · Version 3 · May · Drawn by Ann"
    context = laid_out(document).header.context
    found = footer_of(document, "map", context)
    assert found == Footer("Tacos · Dinner", edition, "", "logo", 0.625, "#d97a2b")
    assert footer_of(document, "map", context, whole=True).middle == "Hypothesis map: not validated"
    plain = a_map(title="", basis="research")
    assert footer_of(plain, "map", laid_out(plain).header.context) == Footer("", "", "", "", 0.625, "")


@pytest.mark.parametrize(
    ("options", "in_footers"),
    [
        (ExportOptions(page="A4"), False),
        (ExportOptions(page="A5", fit="width"), True),
        (ExportOptions(poster="A2", on="A4"), False),
    ],
)
def test_an_edition_is_repeated_only_where_a_map_goes_on(options: ExportOptions, *, in_footers: bool) -> None:
    document, ids = tacos()
    shown = document[ids[0]]
    assert isinstance(shown, Map)
    dated = Document([*(one for one in document.records.values() if one != shown), shown.with_(release="Review 7")])
    texts = [" ".join(page.extract_text().split()) for page in pdf(options, dated, ids).pages]
    feet = 2 if options.poster else 1  # one of them is on the plan
    assert sum(text.count("Review 7") for text in texts) == feet + (len(texts) if in_footers else 0)
    assert (len(texts) > 1) is (in_footers or bool(options.poster))


def test_a_future_stands_beside_the_current_state() -> None:
    document, ids = tacos(every=True)
    reader = pdf(ExportOptions(page="A4"), document, ids)
    assert reader.trailer["/Root"]["/PageLayout"] == "/TwoPageLeft"
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) == 2
    assert "1 / 2" in texts[0]
    assert len(boxes(reader)) == 1
    apart = pdf(ExportOptions(page="A4", facing=False), document, ids)
    assert "/PageLayout" not in apart.trailer["/Root"]


def test_several_pages_of_two_maps_take_turns() -> None:
    document, ids = tacos(every=True)
    reader = pdf(ExportOptions(page="A4", fit="100%"), document, ids)
    texts = [page.extract_text() for page in reader.pages]
    shown = ["future" if "Tacos · Friday dinner without the wait" in text else "current" for text in texts]
    assert shown[:4] == ["current", "future", "current", "future"]
    assert len(texts) % 2 == 0


def maps(*made: dict[str, str]) -> Document:
    document = a_map()
    fields = [{"id": f"m{number}", "parent": "project", "rank": f"{number}"} | one for number, one in enumerate(made)]
    return Document(
        [*(one for one in document.records.values() if one.id != "map"), *(Map.new(**one) for one in fields)]
    )


@pytest.mark.parametrize(
    ("made", "units"),
    [
        ([{"title": "A"}, {"title": "B", "state": "future", "origin": "m0"}], [("m0", "m1")]),
        ([{"title": "B", "state": "future", "origin": "m1"}, {"title": "A"}], [("m1", "m0")]),
        ([{"title": "A"}, {"title": "A", "state": "future"}], [("m0", "m1")]),
        ([{"title": ""}, {"title": "", "state": "future"}], [("m0",), ("m1",)]),
        ([{"title": "A"}, {"title": "A"}], [("m0",), ("m1",)]),
        ([{"title": "A"}, {"title": "B", "origin": "m0"}], [("m0",), ("m1",)]),
        (
            [{"title": "A"}, {"title": "A", "state": "future"}, {"title": "C", "state": "future", "origin": "m0"}],
            [("m0", "m1"), ("m2",)],
        ),
    ],
)
def test_which_maps_belong_together(made: list[dict[str, str]], units: list[tuple[str, ...]]) -> None:
    document = maps(*made)
    assert units_of(document, [f"m{number}" for number in range(len(made))]) == units


def test_a_poster_is_a_plan_and_sheets_that_are_called_by_their_names() -> None:
    reader = pdf(ExportOptions(poster="A1", on="A3"))
    assert reader.page_labels[1:3] == ["A1", "B1"]
    assert {tuple(sorted(box[2:])) for box in boxes(reader)} == {(841.89, 1190.551)}
    words = reader.pages[1].extract_text()
    assert "A1" in words
    assert "Friday dinner at Vivan los Tacos" in words
    assert "sheets of A3" in reader.pages[0].extract_text()
    bare = pdf(replace(ExportOptions(poster="A1", on="A3"), footer="off"))
    assert len(bare.pages) == len(reader.pages)


def test_all_names_of_paper_are_offered() -> None:
    assert set(PAGES) == {SHEET, *SIZES}
