"""The words of the interface, in the reader's language."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

CONTEXT = "cxdesigner"
"""The one context of all texts in the translations."""


def tr(text: str, **values: Any) -> str:
    """Translate a text and put values in where it names them in braces; a text without values may hold any braces."""
    found = QCoreApplication.translate(CONTEXT, text)
    return found.format(**values) if values else found
