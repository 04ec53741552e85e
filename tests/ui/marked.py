"""A translation that marks what it translates, and what of a text it has not marked."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

from cxdesigner.model.records import EMOTION_KEY
from cxdesigner.ui.style.words import CONTEXT
from tests.ui.hand import Hand

WORD = re.compile(r"[^\W\d_]{2,}")


class Backwards(QTranslator):
    """Marks what it translates."""

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        return f"⟦{text}⟧" if context == CONTEXT else text


KEYS = re.compile(r"\b(Ctrl|Shift|Alt|Del|Backspace|Return|PgUp|PgDown|Menu|Left|Right|Up|Down)\b")
"""What Qt itself calls keys, which it translates itself."""


def unmarked(text: str, content: list[str]) -> str:
    """Give what of a text is neither translated nor content of the project."""
    rest = re.sub(r"<[^>]*>", " ", text.replace("&&", "\0").replace("&", "").replace("\0", "&"))
    rest = KEYS.sub(" ", rest)
    before = ""
    while before != rest:
        before = rest
        rest = re.sub(r"⟦[^⟦⟧]*⟧", " ", rest)
    for one in content:
        rest = rest.replace(one, " ").replace(one.upper(), " ")
    return rest if WORD.search(rest) else ""


def content_of(hand: Hand) -> list[str]:
    found = {"small.cxd", "small", "cxdesigner", "NPS", "CSAT", "CES", "ANSI"}
    for record in hand.document.records.values():
        for value in record.model_dump().values():
            if isinstance(value, str) and value:
                found |= {value, value.split(EMOTION_KEY)[0]}
    return sorted(found, key=len, reverse=True)
