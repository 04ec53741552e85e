"""Texts in a PDF, none longer than a file may hold (ISO 19005-2, 6.1.13)."""

from __future__ import annotations

from typing import Final

from reportlab.pdfbase.pdfdoc import PDFString

MOST_BYTES: Final = 32_767
_MARK: Final = 2
"""Bytes that say how a text is written, before it."""


def fits(text: str) -> bool:
    """Tell whether a text can be in a file whole, whatever letters it has."""
    return len(_written(text)) + _MARK <= MOST_BYTES


def string(text: str) -> PDFString:
    """Make a string of a text; of one that is too long, as much as there is room for."""
    if not fits(text):
        room = (MOST_BYTES - _MARK) // 2 * 2 - len(_written("…"))
        text = f"{_written(text)[:room].decode('utf-16-be', 'ignore')}…"
    return PDFString(text)


def _written(text: str) -> bytes:
    return text.encode("utf-16-be", "surrogatepass")
