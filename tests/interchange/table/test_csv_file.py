"""CSV as other programs write it, and what is none."""

from __future__ import annotations

from contextlib import suppress

import pytest

from cxdesigner.interchange.table import csv_file
from cxdesigner.interchange.table.csv_file import TableError, read_csv, write_csv
from cxdesigner.interchange.table.project import read_table
from cxdesigner.interchange.table.rows import table_of
from tests.interchange.table.made import card, cards_of, project

ROWS = [["Step", "Text"], ["Pays", 'Queue, é\nlong; "very"']]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_whatever_stands_between_cells_and_lines_in_whatever_encoding(delimiter: str, end: str, encoding: str) -> None:
    text = f'Step{delimiter}Text{end}Pays{delimiter}"Queue, é\nlong; ""very"""{end}'
    assert list(read_csv(text.encode(encoding))) == ROWS


@pytest.mark.parametrize("first", ["sep=;\r\n", "SEP=;\n"])
def test_a_line_that_tells_excel_what_stands_between_cells(first: str) -> None:
    assert list(read_csv(f"{first}a,b,c;Text\r\n1;2".encode())) == [["a,b,c", "Text"], ["1", "2"]]


def test_what_is_written_is_for_excel() -> None:
    data = write_csv(table_of(project([card(1, "Queue,\nlong")]), ["map"]))
    assert data.startswith(b"\xef\xbb\xbfNo.,Stage,Step,Lane,Kind,Text,")
    assert b'"Queue,\nlong"' in data
    assert data.endswith(b"\r\n")


def test_the_same_maps_give_the_same_bytes() -> None:
    document = project([card(1)])
    assert write_csv(table_of(document, ["map"])) == write_csv(table_of(document, ["map"]))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "There is nothing in it."),
        (b"\xef\xbb\xbf \r\n", "There is nothing in it."),
        (b"PK\x03\x04rest", "This is a workbook: save its sheet as CSV in the spreadsheet, and import that."),
        (b"\xd0\xcf\x11\xe0rest", "This is a workbook: save its sheet as CSV in the spreadsheet, and import that."),
        (bytes(100), "This is no text, and so no table in it can be read."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This is no text, and so no table in it can be read."),
        (b"Text\nQueue\0", "This is no text, and so no table in it can be read."),
        (b"\xff\xfeT\0e", "This is no text, and so no table in it can be read."),
        (b'Text\n"' + b"x" * 200_000, "A cell of it has more than 131,072 characters."),
        (b'"' + b"x" * 200_000, "A cell of it has more than 131,072 characters."),
        (b"Text" + b"," * 1_000, "A table can have 1,000 columns at most."),
        (b"Text\n" * 200_002, "A table can have 200,000 rows at most."),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_table_or_too_large_gets_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(TableError) as refused:
        list(read_csv(data))
    assert str(refused.value) == sentence


def test_a_table_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MAX_BYTES", 2 * 2**20)
    with pytest.raises(TableError, match=r"^A table can have 2 MiB at most\.$"):
        read_csv(bytes(2 * 2**20 + 1))


@pytest.mark.parametrize("data", [b"{}", b"<html>\n<p>", b"name;city\na;b", b'{"format": "cxdesigner"}', b"Foo\n"])
def test_a_table_that_names_nothing_of_a_map_gets_one_sentence(data: bytes) -> None:
    with pytest.raises(TableError) as refused:
        read_table(data)
    assert str(refused.value) == (
        "Its first row names no columns that are known here, such as Stage, Step, Lane, Kind and Text."
    )


def test_every_beginning_of_a_table_is_a_table_or_one_sentence() -> None:
    whole = write_csv(table_of(project([card(1, '=1"+1'), card(2, "é\nx")]), ["map"]))
    read = 0
    for length in range(len(whole)):
        with suppress(TableError):
            read_table(whole[:length])
            read += 1
    assert read > len(whole) // 2


def test_what_excel_makes_of_a_table_is_read() -> None:
    text = write_csv(table_of(project([card(1, "'tis"), card(2, "-1")]), ["map"])).decode("utf-8-sig")
    data = text.replace(",", ";").encode("utf-16")
    assert [one.text for one in cards_of(read_table(data).document)] == ["'tis", "-1"]
