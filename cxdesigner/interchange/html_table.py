"""Tables as other programs put them on the clipboard as HTML: of a word processor only this keeps its cells apart."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from cxdesigner.model.limits import MAX_STEPS

_LINES: Final = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT: Final = frozenset({"style", "script", "title", "head"})
_BULLET: Final = "• "


def read_table(html: str) -> list[list[str]] | None:
    """Give the cells of a table, row by row; None if the HTML is anything else than one table."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return None if reader.is_more else reader.rows or None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.is_more = False
        self._cell: list[str] | None = None
        self._silent = 0
        self._tables = 0
        self._covered: dict[int, int] = {}
        """The columns that cells of rows above reach into, and for how many rows more."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._tables += 1
            self.is_more = self.is_more or self._tables > 1
        elif tag == "tr":
            self._end_cell()
            self.rows.append([])
            self._covered = {column: more - 1 for column, more in self._covered.items() if more > 1}
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            self._start_cell(_number(given.get("colspan")), _number(given.get("rowspan")))
        elif self._cell is not None and tag in _LINES:
            self._cell.append("\n" + _BULLET * (tag == "li"))

    def _start_cell(self, wide: int, high: int) -> None:
        row = self.rows[-1]
        while len(row) in self._covered:
            row.append("")
        column = len(row)
        row += [""] * wide
        if high > 1:
            self._covered |= dict.fromkeys(range(column, column + wide), high)
        self._cell = []
        self._column = column

    def _end_cell(self) -> None:
        if self._cell is not None:
            lines = "".join(self._cell).split("\n")
            self.rows[-1][self._column] = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        self._cell = None

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._cell is not None:
            self._cell.append(data.replace("\n", " "))
        elif data.strip():
            self.is_more = True


def _number(text: str | None) -> int:
    return max(1, min(int(text), MAX_STEPS)) if text is not None and text.isdecimal() and text.isascii() else 1
