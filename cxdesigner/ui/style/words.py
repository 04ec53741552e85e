"""The words of the interface, in the reader's language."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from cxdesigner.sentences import Sentence, SentenceError

CONTEXT = "cxdesigner"
"""The one context of all texts in the translations."""


def tr(text: str, /, **values: Any) -> str:
    """Translate a text and put values in where it names them in braces; a text without values may hold any braces.

    A whole number `n` is how many there are, by which a translation may have several forms.
    """
    count = values.get("n")
    found = QCoreApplication.translate(CONTEXT, text, None, count if isinstance(count, int) else -1)
    if not values:
        return found
    try:
        return found.format(**values)
    except (LookupError, ValueError, AttributeError):  # a translation that names what is not there
        return text.format(**values)


def mark(text: str) -> str:
    """Mark a text that stands in a table for the translators; `tr` translates it where it is shown."""
    return text


def said(what: object) -> str:
    """Say in the reader's language what comes from below: a sentence, or an error whose text is one."""
    text = what.sentence if isinstance(what, SentenceError) else what
    if not isinstance(text, Sentence):
        return str(what)
    values = text.values.items()
    return tr(text.template, **{name: said(value) if isinstance(value, Sentence) else value for name, value in values})
