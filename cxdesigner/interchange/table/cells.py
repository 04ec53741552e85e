"""Texts in cells of CSV: none of them is a formula to a spreadsheet, and each comes back as it was."""

from __future__ import annotations

import re
from typing import Final

# What spreadsheets take for the beginning of a formula: OWASP, "CSV Injection". A spreadsheet that expects semicolons
# or tabs between cells, as Excel does in countries where the comma is in numbers, takes the quotation marks of a file
# with commas for text: what follows one of these, or a line end, begins a cell there, even behind a quotation mark.
_SIGNS: Final = r"=+\-@＝＋－＠"
_FIRST: Final = rf"'*[{_SIGNS}\t\r\n]"
_LATER: Final = rf"['\"]*[{_SIGNS}]"
_PARTS: Final = r"[;\t\r\n]"
_BARE: Final = re.compile(rf"\A(?={_FIRST})|(?<={_PARTS})(?={_LATER})")
_QUOTED: Final = re.compile(rf"\A'(?={_FIRST})|(?<={_PARTS})'(?={_LATER})")


def quoted(text: str) -> str:
    """Put a quote before a text that begins like a formula, or with quotes before that; and so within it, behind
    semicolons, tabs and line ends. `unquoted` takes them off.
    """
    return _BARE.sub("'", text)


def unquoted(text: str) -> str:
    """Take exactly one quote off wherever `quoted` puts one; any other text stays as it is."""
    return _QUOTED.sub("", text)
