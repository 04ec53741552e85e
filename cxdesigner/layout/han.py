"""In which form Han characters are drawn, for the same character is not written alike everywhere.

A form is an ISO 15924 tag: "Hans" (simplified Chinese), "Hant" (traditional Chinese), "Jpan" or "Kore".
"""

from __future__ import annotations

import re
from functools import lru_cache

SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN = FORMS = ("Hans", "Hant", "Jpan", "Kore")

_CHINESE = frozenset({"zh", "cmn", "yue", "hak", "nan", "wuu", "lzh"})
_LANGUAGES = {"ja": JAPANESE, "ko": KOREAN}
_TRADITIONAL = frozenset({"tw", "hk", "mo"})
_SCRIPTS = {form.lower(): form for form in FORMS} | {"hani": SIMPLIFIED, "hang": KOREAN, "hira": JAPANESE}

_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_KANA = re.compile("[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb\uffa1-\uffdc]")
_BOPOMOFO = re.compile("[\u3105-\u312f\u31a0-\u31bf]")

_STANDARDS = ((SIMPLIFIED, "gb2312"), (TRADITIONAL, "big5"), (JAPANESE, "shift_jis"))
"""The characters that each of them needs, before all were put into one."""


@lru_cache(64)
def form_in(language: str) -> str:
    """The form in which a language (a BCP 47 tag) writes; "" for one that does not write Han characters."""
    main, *others = language.lower().replace("_", "-").split("-")
    named = next((_SCRIPTS[part] for part in others if part in _SCRIPTS), "")
    if main in _LANGUAGES:
        return _LANGUAGES[main]
    if main not in _CHINESE:
        return named
    return named or (TRADITIONAL if main == "yue" or not _TRADITIONAL.isdisjoint(others) else SIMPLIFIED)


def form_of(text: str, language_form: str = "") -> str:
    """The form for a text: that of its language, or else what the text itself tells; "" where it has nothing of these.

    Kana, Hangul and bopomofo tell it; without them the national standard that has most of the text's characters does.
    """
    if language_form or not _EAST_ASIAN.search(text):
        return language_form
    if _KANA.search(text):
        return JAPANESE
    if _HANGUL.search(text):
        return KOREAN
    if _BOPOMOFO.search(text):
        return TRADITIONAL
    characters = "".join(set(text))
    return max(_STANDARDS, key=lambda standard: len(characters.encode(standard[1], "ignore")))[0]
