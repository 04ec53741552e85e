"""A translation that marks what it translates, and what of a text it has not marked."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QTranslator

from cxdesigner.model.records import EMOTION_KEY
from cxdesigner.ui.style.words import CONTEXT
from tests.ui.hand import Hand

WORD = re.compile(r"[^\W\d_]{2,}")


class Backwards(QTranslator):
    """Marks what it translates, and keeps it in `asked`."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        if context != CONTEXT:
            return text
        self.asked.add(text)
        return f"⟦{text}⟧"


def extracting() -> ModuleType:
    """Give the program that lists the texts for translators."""
    path = Path(__file__).parents[2] / "packaging" / "extract_texts.py"
    spec = spec_from_file_location("extract_texts", path)
    assert spec is not None
    assert spec.loader is not None
    found = module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


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
