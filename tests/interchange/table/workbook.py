"""A workbook as it is in its file: every cell by what it says it is."""

from __future__ import annotations

import io
import re
import zipfile
from typing import NamedTuple
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-F]{4})_")


class Cell(NamedTuple):
    """A cell: a text is "s", a number "n"; `is_formula` if it has one."""

    sort: str
    value: str
    is_formula: bool
    style: int


class Workbook:
    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name).decode() for name in file.namelist()}
        shared = ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        texts = ["".join(one.text or "" for one in item.iter(f"{MAIN}t")) for item in shared]
        self.texts = [_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) for text in texts]
        self.sheet = ElementTree.fromstring(self.parts["xl/worksheets/sheet1.xml"])
        self.rows = [[self._cell(one) for one in row] for row in self.sheet.iter(f"{MAIN}row")]

    def _cell(self, cell: ElementTree.Element) -> Cell:
        value = cell.findtext(f"{MAIN}v") or ""
        sort = cell.get("t", "n")
        text = self.texts[int(value)] if sort == "s" else value
        return Cell(sort, text, cell.find(f"{MAIN}f") is not None, int(cell.get("s", 0)))

    def column(self, title: str) -> list[Cell]:
        """Give the cells below a title."""
        at = [cell.value for cell in self.rows[0]].index(title)
        return [row[at] for row in self.rows[1:]]

    def has_quote_prefix(self, cell: Cell) -> bool:
        """Tell whether the text of a cell stays one where somebody edits it."""
        looks = ElementTree.fromstring(self.parts["xl/styles.xml"]).find(f"{MAIN}cellXfs")
        assert looks is not None
        return looks[cell.style].get("quotePrefix") == "1"
