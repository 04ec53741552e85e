"""In which direction a language is written."""

from __future__ import annotations

from functools import lru_cache

_LANGUAGES = frozenset(
    {
        "ar",
        "arc",
        "arz",
        "ckb",
        "dv",
        "fa",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    }
)
_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})


@lru_cache(64)
def is_from_right(language: str) -> bool:
    """Tell whether a language (a BCP 47 tag) is written from right to left: by its script where that is named."""
    main, *others = language.lower().replace("_", "-").split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS if script else main in _LANGUAGES
