"""Texts in cells of CSV: none of them is a formula to a spreadsheet, and each comes back as it was."""

from __future__ import annotations

import re
from typing import Final

_DANGEROUS: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), with quotes that may be before it."""


def quoted(text: str) -> str:
    """Put a quote before a text that begins like a formula, or with quotes before that: `unquoted` takes it off."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unquoted(text: str) -> str:
    """Take exactly one quote off a text that `quoted` put one before; any other stays as it is."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text) else text
