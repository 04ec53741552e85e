"""Tables as CSV (RFC 4180): written for Excel, read from whatever spreadsheet wrote them."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from cxdesigner.interchange.table.cells import quoted, unquoted
from cxdesigner.interchange.table.columns import Table, Value
from cxdesigner.model.limits import MAX_CARDS
from cxdesigner.sentences import Sentence, SentenceError, say

MAX_BYTES: Final = 32 * 2**20
"""Of a table that is read; the largest map as a table has about 5 MiB."""
MAX_ROWS: Final = 10 * MAX_CARDS
MAX_COLUMNS: Final = 1_000
_DELIMITERS: Final = (",", ";", "\t")
_LOOKED_AT: Final = 20
"""Rows by which it is told what stands between cells."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: XLSX and ODS are ZIP files, XLS is a compound file."""


class TableError(SentenceError):
    """What should be a table is none, or past a limit."""


def write_csv(table: Table) -> bytes:
    """Write a table as UTF-8 with a mark of it, which Excel needs, commas, and lines that end in CR and LF."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([quoted(column.title) for column in table.columns])
    writer.writerows([_cell(row.get(column.key, "")) for column in table.columns] for row in table.rows)
    return BOM_UTF8 + out.getvalue().encode()


def _cell(value: Value) -> Value:
    return quoted(value) if isinstance(value, str) else value


def read_csv(data: bytes) -> Iterator[list[str]]:
    """Give the rows of a table: in UTF-8 or UTF-16, or as older versions of Excel write in Western Europe, with
    commas, semicolons or tabs between cells.

    Raises:
        TableError: it is no table, or past a limit.
    """
    if data.startswith(_WORKBOOKS):
        raise TableError(say("This is a workbook: save its sheet as CSV in the spreadsheet, and import that."))
    if len(data) > MAX_BYTES:
        raise TableError(say("A table can have {most} MiB at most.", most=MAX_BYTES // 2**20))
    text = _decoded(data)
    if not text.strip():
        raise TableError(say("There is nothing in it."))
    begins, _, after = text.partition("\n")
    if begins.strip().lower() in {f"sep={sign}" for sign in _DELIMITERS}:  # how Excel is told
        return _rows(after, begins.rstrip("\r\n")[-1])
    return _rows(text, _delimiter_of(text))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
            if number > MAX_ROWS:
                raise TableError(say("A table can have {most:,} rows at most.", most=MAX_ROWS))
            if len(row) > MAX_COLUMNS:
                raise TableError(say("A table can have {most:,} columns at most.", most=MAX_COLUMNS))
            yield [unquoted(cell) for cell in row]
    except csv.Error:
        most = csv.field_size_limit()
        raise TableError(say("A cell of it has more than {most:,} characters.", most=most)) from None


def _decoded(data: bytes) -> str:
    try:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return _without_nul(data.decode("utf-16"))
        if len(data) > 1 and 0 in data[:2]:  # without a mark: the first sign of a head is a Latin letter
            return _without_nul(data.decode("utf-16-be" if not data[0] else "utf-16-le"))
        return _without_nul(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        if b"\0" in data:
            raise TableError(_no_text()) from None
    # Every byte is a letter there but for five, which nobody types.
    return data.decode("cp1252", "replace")


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise TableError(_no_text())
    return text


def _no_text() -> Sentence:
    return say("This is no text, and so no table in it can be read.")


def _delimiter_of(text: str) -> str:
    """Tell what stands between cells: what parts the head into the most."""
    counts = {}
    for sign in _DELIMITERS:
        try:
            rows = islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _LOOKED_AT)
            first: list[str] = next(filter(None, rows), [])
        except csv.Error:
            first = []
        counts[sign] = len(first)
    return max(_DELIMITERS, key=lambda sign: counts[sign])
