"""Whatever is in a project, its table can be written and read, and says the same again."""

from __future__ import annotations

from hypothesis import given

from cxdesigner.interchange.table.project import read_table
from cxdesigner.interchange.table.rows import table_of
from cxdesigner.interchange.table.writing import as_text, losses_in, written
from cxdesigner.model.document import Document
from cxdesigner.model.integrity import loose_ends
from tests.interchange.table.workbook import Workbook
from tests.strategies import documents

with_maps = (documents() | documents(loose=True)).filter(lambda document: bool(document.maps))


@given(with_maps)
def test_any_project_can_be_written_and_read(document: Document) -> None:
    maps = [one.id for one in document.maps]
    found = read_table(written(document, maps, "csv"), "Table").document
    assert loose_ends(found) == []
    rows = [
        row for row in table_of(document, maps).rows if row.get("text", "").strip() and "step" in row and "lane" in row
    ]
    again = {str(row["text"]) for row in table_of(found, [one.id for one in found.maps]).rows if "text" in row}
    assert {str(row["text"]) for row in rows} <= again


@given(with_maps)
def test_any_project_is_a_workbook_without_formulas(document: Document) -> None:
    maps = [one.id for one in document.maps]
    found = Workbook(written(document, maps, "xlsx"))
    assert not [cell for row in found.rows for cell in row if cell.is_formula]
    texts = [str(value) for row in table_of(document, maps).rows for value in row.values() if isinstance(value, str)]
    assert set(texts) <= set(found.texts)
    assert as_text(document, maps).count("\n") == len(table_of(document, maps).rows)
    assert all(loss.sentence for loss in losses_in(document, maps, "xlsx"))
