"""Tables as a workbook of Excel: texts and numbers, and nothing else.

Every text is written as one, by XlsxWriter with all guessing switched off: no formula, no link, no defined name.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

from cxdesigner.interchange.table.cells import quoted
from cxdesigner.interchange.table.columns import Column, Row, Table
from cxdesigner.interchange.table.wordings import shown
from cxdesigner.sentences import Sentence, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST: Final = 32_767
"""Code units of UTF-16 that a cell of Excel holds."""
_SHEET: Final = "Journey"
_A4: Final = 9
_LINE_HEIGHT, _ABOVE_AND_BELOW, _HEAD_HEIGHT, _TALLEST = 13.0, 3.0, 30.0, 25
"""Heights in points, and the lines of the tallest row: more than a screen of it nobody can scroll past."""
_SEEN: Final = 2_000
"""Letters of a text by which its lines are counted."""
_LETTER: Final = 1.1
"""The width of a letter, in those of a digit by which columns are measured: words do not fill a line."""
_PLAIN: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EPOCH: Final = datetime(1980, 1, 1)
"""When the workbook was made, as it says: the same maps give the same bytes."""
_INK, _PAPER, _SHADE, _LINE = "#1F2937", "#FFFFFF", "#E8ECF3", "#D5DAE3"
_BASE: Final[dict[str, Any]] = {
    "font_name": "Calibri",
    "font_size": 10,
    "font_color": _INK,
    "valign": "top",
    "text_wrap": True,
    "bottom": 1,
    "bottom_color": _LINE,
}
_HEAD: Final = {**_BASE, "bold": True, "font_color": _PAPER, "bg_color": _INK, "valign": "vcenter"}
_HEADING: Final = {"bold": True, "bg_color": _SHADE}
_HEADINGS: Final = frozenset(map(shown, ("map", "step")))
"""Kinds of rows below which others belong."""


def write_xlsx(table: Table) -> bytes:
    """Write a table as a workbook; the same table gives the same bytes. Texts that are too long for a cell are cut."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, _PLAIN) as book:
        book.set_properties({"title": table.title[:255], "created": _EPOCH})
        sheet = book.add_worksheet(_SHEET)
        formats = _Formats(book)
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width)
        for number, row in enumerate(table.rows, 1):
            lines = _lines(row, table.columns)
            if lines > 1:  # Excel would see to it by itself, others do not
                sheet.set_row(number, _LINE_HEIGHT * lines + _ABOVE_AND_BELOW)
            for at, column in enumerate(table.columns):
                value = row.get(column.key, "")
                if not isinstance(value, str):
                    sheet.write_number(number, at, value, formats.of(row, column))
                elif value:
                    text = _fitting(value)
                    sheet.write_string(number, at, text, formats.of(row, column, text))
                else:
                    sheet.write_blank(number, at, None, formats.of(row, column))
        heads = [{"header": column.title, "header_format": formats.head} for column in table.columns]
        # A table of Excel has its filters without a defined name.
        size = (0, 0, max(1, len(table.rows)), len(table.columns) - 1)
        sheet.add_table(*size, {"columns": heads, "style": None, "name": _SHEET})
        sheet.set_row(0, _HEAD_HEIGHT)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.print_across()
    return out.getvalue()


def cut_in(table: Table) -> tuple[Sentence, ...]:
    """Say which texts of a table are cut in a workbook."""
    return tuple(
        _cut(column, number)
        for number, row in enumerate(table.rows, 2)
        for column in table.columns
        if isinstance(value := row.get(column.key), str) and _fitting(value) != value
    )


class _Formats:
    """How cells look, each look made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[bool, bool, bool], Any] = {}
        self.head = book.add_format(_HEAD)

    def of(self, row: Row, column: Column, text: str = "") -> Any:
        """Give the format of a cell.

        A text that begins like a formula stays one where somebody edits its cell (`quote_prefix`).
        """
        key = row.get("kind") in _HEADINGS, column.sort == "number", quoted(text) != text
        if key not in self._made:
            heads, is_number, is_dangerous = key
            look = _BASE | (_HEADING if heads else {}) | ({"align": "center"} if is_number else {})
            self._made[key] = self._book.add_format(look | ({"quote_prefix": True} if is_dangerous else {}))
        return self._made[key]


def _fitting(text: str) -> str:
    """Cut a text to what a cell holds."""
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) <= 2 * LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def _lines(row: Row, columns: Iterable[Column]) -> int:
    """Estimate into how many lines the tallest text of a row breaks."""
    most = 1
    for column in columns:
        value = row.get(column.key)
        if isinstance(value, str) and (len(value) > column.width * 0.4 or "\n" in value):
            wide = (sum(1 + (east_asian_width(sign) in "WF") for sign in line) for line in value[:_SEEN].split("\n"))
            lines = (ceil(_LETTER * letters / column.width) if letters > column.width else 1 for letters in wide)
            most = max(most, sum(lines))
    return min(most, _TALLEST)


def _cut(column: Column, row: int) -> Sentence:
    return say(
        "Row {row}: {column} is longer than a cell of a workbook holds, {most:,} characters, so it was cut.",
        row=row,
        column=column.title,
        most=LONGEST,
    )
