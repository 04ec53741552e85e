"""A spreadsheet is data (R13): no text of a project is a formula or a link in CSV or in a workbook."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cxdesigner import cli
from cxdesigner.interchange.table.cells import quoted, unquoted
from cxdesigner.interchange.table.columns import COLUMNS, Table
from cxdesigner.interchange.table.csv_file import read_csv, write_csv
from cxdesigner.interchange.table.project import read_table
from cxdesigner.interchange.table.writing import written
from cxdesigner.model.records import Emotion, Lane, emotion_id
from cxdesigner.storage.codec import write
from cxdesigner.storage.project_file import load
from tests.interchange.table.made import DANGEROUS, HARMLESS, INSIDE, card, cards_of, project
from tests.interchange.table.workbook import Workbook

FORMULA = ("=", "+", "-", "@")
SIGNS = (*FORMULA, "\t", "\r")
# Everything that a text of a project can hold, and what it cannot: carriage returns.
texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
risky = st.builds(str.__add__, st.text("'=+-@\t\r\n＝ ", max_size=4), texts)
TEXT = next(column for column in COLUMNS if column.key == "text")
EMOTION = next(column for column in COLUMNS if column.key == "emotion")


@given(texts | risky)
@example("'=1")
@example("''\r")
def test_r13_a_quote_is_put_before_a_text_and_exactly_one_is_taken_off(text: str) -> None:
    assert unquoted(quoted(text)) == text
    assert not quoted(text).startswith(SIGNS)
    assert not [part for part in re.split("[;\t\r\n]", quoted(text)) if part.startswith(FORMULA)]


@given(st.lists(texts | risky, min_size=1, max_size=5))
def test_r13_any_texts_come_back_from_csv(found: list[str]) -> None:
    table = Table("", (TEXT, EMOTION), tuple({"text": text, "emotion": -1} for text in found))
    assert list(read_csv(write_csv(table))) == [["Text", "Emotion"], *([text, "-1"] for text in found)]


@pytest.mark.parametrize("text", DANGEROUS)
def test_r13_what_begins_like_a_formula_gets_one_quote(text: str) -> None:
    assert quoted(text).startswith(f"'{text[0]}")
    assert unquoted(quoted(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("'=1", "''=1"),
        ("\t=1", "'\t'=1"),
        ("- one\n- two\n\nthree", "'- one\n'- two\n\nthree"),
        ("x;=1+1", "x;'=1+1"),
        ("x;'@y", "x;''@y"),
        ('x;"=y', "x;'\"=y"),
        ("a-b, -c; - d", "a-b, -c; - d"),
    ],
)
def test_r13_where_quotes_are_put(text: str, expected: str) -> None:
    assert (quoted(text), unquoted(expected)) == (expected, text)


def test_r13_a_spreadsheet_that_expects_other_signs_between_cells_finds_no_formula() -> None:
    document = project([card(number, text) for number, text in enumerate((*DANGEROUS, *HARMLESS, *INSIDE))])
    text = written(document, ["map"], "csv").decode("utf-8-sig")
    for delimiter in (",", ";", "\t"):
        cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row]
        assert not [cell for cell in cells if cell.lstrip('"').startswith(FORMULA)]


@pytest.mark.parametrize("text", HARMLESS)
def test_r13_other_texts_get_none(text: str) -> None:
    assert quoted(text) == text


def test_r13_no_cell_of_csv_begins_like_a_formula_and_numbers_stay_numbers() -> None:
    felt = Emotion(id=emotion_id("marta", "step"), parent="map", persona="marta", step="step", score=-1, feeling="=sad")
    document = project([card(number, text, promise=text, owner=text) for number, text in enumerate(DANGEROUS)])
    lane = Lane(id="curve", parent="map", rank="X", kind="emotion")
    document = type(document)([*document.records.values(), lane, felt])
    rows = list(csv.DictReader(io.StringIO(written(document, ["map"], "csv").decode("utf-8-sig"), newline="")))
    numbers = {column.title for column in COLUMNS if column.sort == "number"}
    cells = [cell for row in rows for title, cell in row.items() if title not in numbers]
    assert not [cell for cell in cells if cell.startswith(SIGNS)]
    assert [row["Emotion"] for row in rows if row["Kind"] == "Emotion"] == ["-1"]
    assert [row["Feeling"] for row in rows if row["Kind"] == "Emotion"] == ["'=sad"]


def test_r13_dangerous_texts_of_every_field_come_back_as_they_were() -> None:
    fields = ("promise", "experience", "says", "owner", "url", "author")
    texts_ = (*DANGEROUS, *HARMLESS, *INSIDE)
    document = project([card(n, text, **dict.fromkeys(fields, text)) for n, text in enumerate(texts_)])
    found = read_table(written(document, ["map"], "csv"))
    assert found.lost == ()
    again = cards_of(found.document)
    assert [[getattr(one, field) for field in ("text", *fields)] for one in again] == [
        [getattr(one, field) for field in ("text", *fields)] for one in cards_of(document)
    ]


def test_r13_dangerous_names_come_back_as_they_were() -> None:
    for text in filter(lambda one: one == one.strip() and "\n" not in one, DANGEROUS):
        document = project([card(1)], title=text)
        document = type(document)([
            record.with_(title=text) if key in ("stage", "step", "lane") else record
            for key, record in document.records.items()
        ])  # fmt: skip
        found = read_table(written(document, ["map"], "csv")).document
        (shown,) = found.maps
        titles = [shown, *found.stages(shown.id), *found.steps(shown.id), *found.lanes(shown.id)]
        assert [one.title for one in titles] == [text] * 4


def test_r13_a_workbook_has_no_formulas_links_names_or_macros() -> None:
    texts_ = (*DANGEROUS, *HARMLESS, "https://example.com", "mailto:a@example.com", "file:///etc/passwd", "internal:A1")
    found = Workbook(written(project([card(n, text, url=text) for n, text in enumerate(texts_)]), ["map"], "xlsx"))
    assert not [cell for row in found.rows for cell in row if cell.is_formula]
    kept = [cell for cell in found.column("Text") if cell.value and cell.sort == "s"]
    assert [cell.value for cell in kept] == list(texts_)
    assert [cell.value for cell in found.column("URL") if cell.value] == list(texts_)
    everything = "".join(found.parts.values())
    for unwanted in ("<f>", "<f ", "<hyperlink", "externalLink", "definedName", "vbaProject", "ddeLink", "oleLink"):
        assert unwanted not in everything
    assert sorted(found.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/tables/table1.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
    ]
    assert "TargetMode" not in everything


def test_r13_a_dangerous_text_of_a_workbook_stays_one_where_somebody_edits_its_cell() -> None:
    found = Workbook(written(project([card(1, "=1+1"), card(2, "milk")]), ["map"], "xlsx"))
    prefixed = {cell.value: found.has_quote_prefix(cell) for cell in found.column("Text") if cell.value}
    assert prefixed == {"=1+1": True, "milk": False}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_r13_through_the_command_line(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = project([card(number, text) for number, text in enumerate(DANGEROUS)])
    (tmp_path / "in.cxd").write_bytes(write(document))
    out = tmp_path / f"out.{kind}"
    assert cli.main(["export", str(tmp_path / "in.cxd"), "-o", str(out)]) == 0
    if kind == "xlsx":
        found = Workbook(out.read_bytes())
        assert [cell.value for cell in found.column("Text") if cell.value] == list(DANGEROUS)
        assert not [cell for row in found.rows for cell in row if cell.is_formula]
        return
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(SIGNS)]
    assert cli.main(["new", str(tmp_path / "again.cxd"), "--table", str(out)]) == 0
    assert [one.text for one in cards_of(load(tmp_path / "again.cxd").document)] == list(DANGEROUS)
    assert capsys.readouterr() == ("", "")
