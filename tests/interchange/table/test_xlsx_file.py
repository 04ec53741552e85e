"""What a workbook looks like, and what it cannot hold."""

from __future__ import annotations

from xml.etree import ElementTree

from cxdesigner.interchange.table.writing import losses_in, written
from cxdesigner.interchange.table.xlsx_file import LONGEST
from cxdesigner.model.document import Document
from cxdesigner.model.records import Persona
from tests.interchange.table.made import card, project
from tests.interchange.table.workbook import MAIN, Workbook


def workbook(document: Document) -> Workbook:
    return Workbook(written(document, ["map"], "xlsx"))


def crowded() -> Document:
    """A card with more personas than a cell has room for."""
    people = [Persona(id=f"p{n}", parent="project", rank=f"{n}V", name=f"{n}{'🎉' * 5_000}") for n in range(1, 5)]
    return Document([*project([card(1, personas=tuple(one.id for one in people))]).records.values(), *people])


def test_the_head_stays_has_filters_and_columns_have_their_widths() -> None:
    found = workbook(project([card(1)]))
    pane = next(found.sheet.iter(f"{MAIN}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    table = ElementTree.fromstring(found.parts["xl/tables/table1.xml"])
    rows = len(found.rows)
    assert table.find(f"{MAIN}autoFilter").get("ref") == table.get("ref") == f"A1:Q{rows}"  # type: ignore[union-attr]
    widths = [float(one.get("width", 0)) for one in found.sheet.iter(f"{MAIN}col")]
    assert 40 < max(widths) < 60
    assert min(widths) > 5


def test_numbers_are_numbers() -> None:
    found = workbook(project([card(1, severity=3, impact=2.5)]))
    assert next(cell for cell in found.column("Severity") if cell.value)[:2] == ("n", "3")
    assert next(cell for cell in found.column("Impact") if cell.value)[:2] == ("n", "2.5")


def test_a_text_of_several_lines_has_room() -> None:
    found = workbook(project([card(1, "one"), card(2, "one\ntwo\nthree"), card(3, "長" * 100)]))
    heights = {
        row[5].value[:5]: one.get("ht") for row, one in zip(found.rows, found.sheet.iter(f"{MAIN}row"), strict=True)
    }
    assert heights["one"] is None
    assert float(heights["one\nt"] or 0) == 42
    assert float(heights["長" * 5] or 0) > 42


def test_what_looks_like_an_escape_stays_text() -> None:
    found = workbook(project([card(1, "_x0041_ & <b>\tx")]))
    assert [cell.value for cell in found.column("Text") if cell.value] == ["_x0041_ & <b>\tx"]


def test_a_text_that_is_longer_than_a_cell_is_cut_and_told_of() -> None:
    document = crowded()
    (people,) = [cell.value for cell in workbook(document).column("Personas") if len(cell.value) > 10_000]
    assert LONGEST - 1 <= len(people.encode("utf-16-le")) // 2 <= LONGEST
    assert people.endswith("🎉…")
    assert [loss for loss in losses_in(document, ["map"], "xlsx") if loss.warns] == [
        ("Row 5: Personas is longer than a cell of a workbook holds, 32,767 characters, so it was cut.", True)
    ]
    assert losses_in(document, ["map"], "csv") == ()


def test_the_longest_text_of_a_card_is_whole() -> None:
    found = workbook(project([card(1, "🎉" * 10_000)]))
    assert "🎉" * 10_000 in found.texts


def test_the_same_maps_give_the_same_bytes() -> None:
    document = project([card(1)])
    assert written(document, ["map"], "xlsx") == written(document, ["map"], "xlsx")
