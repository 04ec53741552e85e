"""What is read of a report: its tables, lists, headings and figures, whatever pages they are on."""

from __future__ import annotations

import functools
import io

from PIL import Image

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.model.document import Document
from cxdesigner.model.edits.pictures import set_picture
from cxdesigner.model.records import Card, Persona
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.painters.tagged import Tags, below, kids_of


def opened() -> Document:
    return load(resource("examples", "vivan-los-tacos.cxd")).document


@functools.cache
def tags(page: str = "A4", *parts: str) -> Tags:
    made = opened()
    found = Tags(export_maps(made, [made.maps[0].id], ExportOptions(report=True, page=page, parts=parts)))
    assert found.wrong == []
    return found


def test_a_list_of_the_report_is_a_table_with_titles_of_columns_and_rows() -> None:
    (table,) = tags("A4", "pains").tables()
    assert table[0] == [("Column", "Severity"), ("Column", "Pain point"), ("Column", "What solves it")]
    assert [[kind for kind, _ in row] for row in table[1:]] == [["TD", "Row", "TD"]] * (len(table) - 1)
    assert ("Row", "24 min wait on Fridays Order › Orders") in table[1]
    (changes,) = tags("A4", "handovers").tables()
    assert {kind for row in changes[1:] for kind, _ in row} == {"TD"}
    people = [("Column", "Loyal Marta"), ("Column", "Deal-seeker Joris")]
    feelings = next(table for table in tags().tables() if table[0][1:] == people)
    assert feelings[0][0] == ("TD", "")
    assert all(row[0][0] == "Row" for row in feelings[1:])


def test_tables_over_many_small_pages_are_read_as_on_large_ones() -> None:
    small, large = tags("74x105mm", "pains", "actions", "metrics"), tags("A2", "pains", "actions", "metrics")
    assert len(large.reader.pages) == 1
    assert len(small.reader.pages) > 6
    assert small.tables() == large.tables()
    assert small.roles() == large.roles()
    pages = {cell for table in below(small.document) if table["/S"] == "/Table" for cell in _pages(small, table)}
    assert len(pages) > 4


def _pages(found: Tags, element: object) -> set[int]:
    return {one.raw_get("/Pg").idnum for one in below(element) if "/Pg" in one}


def test_lists_headings_and_contents_are_what_they_are() -> None:
    found = tags("A4", "guide", "personas", "opportunities")
    kinds = ("/H1", "/H2", "/H3", "/L")
    told = [(one["/S"][1:], found.said(one)) for one in below(found.document) if one["/S"] in kinds]
    at = told.index(("H1", "Loyal Marta"))
    assert told[at + 1 : at + 3] == [
        ("H2", "Goals"),
        ("L", "A relaxed evening after a long shift The best tacos in town, without the wait"),
    ]
    contents = next(one for one in below(found.document) if one["/S"] == "/TOC")
    assert [found.said(one).split(" ")[0] for one in kids_of(contents)] == ["Personas", "Friday"]
    inner = [one["/S"] for one in kids_of(kids_of(contents)[0])]
    assert inner == ["/P", "/P", "/TOC"]
    legend = [one for one in below(found.document) if one["/S"] == "/LI"][-5:]
    assert [found.said(one)[0] for one in legend] == ["1", "2", "3", "4", "5"]


def test_the_matrix_says_what_is_where() -> None:
    (said,) = tags("A4", "opportunities").alternatives()
    assert said == "Impact, Effort; Quick wins: 1, 2, 3, 4; In between: 5"


def test_photos_say_whose_they_are_and_initials_nothing() -> None:
    made = opened()
    file = io.BytesIO()
    Image.new("RGB", (40, 40), "#336699").save(file, "PNG")
    marta = next(one for one in made.records.values() if isinstance(one, Persona) and one.name == "Loyal Marta")
    change = set_picture(made, [marta.id], "photo", file.getvalue())
    assert change is not None
    options = ExportOptions(report=True, parts=("personas",))
    found = Tags(export_maps(made.apply(change), [made.maps[0].id], options))
    assert found.wrong == []
    assert found.alternatives() == ["Loyal Marta"]
    assert not {"LM", "DJ"} & set(found.said(found.document).split())


def test_the_curve_and_the_sheet_of_a_stage_are_read_between_its_title_and_what_is_below() -> None:
    found = tags("A4", "stages")
    roles = [(one["/S"][1:], found.said(one)) for one in below(found.document)]
    names = [(role, text) for role, text in roles if role in ("H1", "H2", "H3")]
    assert ("H1", "Decide") in names
    order = [role for role, _ in roles]
    stage, table, below_ = order.index("H1"), order.index("Table"), order.index("H2")
    assert stage < table < below_
    assert sum(1 for text in found.alternatives() if text.startswith("Emotion, Loyal Marta")) == 5


def test_cards_without_anything_to_say_beside_them_are_a_list() -> None:
    made = opened()
    first = next(one for one in made.records.values() if isinstance(one, Card) and one.kind == "pain")
    bare = Document([first.with_(evidence=None) if one is first else one for one in made.records.values()])
    found = Tags(export_maps(bare, [made.maps[0].id], ExportOptions(report=True, parts=("assumptions",))))
    assert found.wrong == []
    lists = [found.said(one) for one in below(found.document) if one["/S"] == "/L"]
    assert any(first.text in text for text in lists)
