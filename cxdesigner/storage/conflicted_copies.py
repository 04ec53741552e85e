"""Conflicted copies: what programs that synchronise folders lay beside a file that two people wrote at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

_WORDS: Final = "|".join(
    (
        "conflict",  # English, Dutch, Romanian, and Spanish: conflicto, conflictiva
        "conflit",  # French, Italian: conflitto, Portuguese: conflito
        "konflik",  # German, the Scandinavian languages, Polish, Czech, Turkish: konflikt; Indonesian
        "конфликт",
        "конфлікт",
        "競合",
        "問題のあるコピー",
        "冲突",
        "衝突",
        "충돌",
        "case clash",
    )
)
_BEHIND: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf" \(.*(?:{_WORDS}).*\)",  # Dropbox, Nextcloud, ownCloud, iCloud, Box
        r"\.sync-conflict-\d{8}-\d{6}(?:-[a-z0-9]+)?",  # Syncthing
        r"_.+_[a-z]{3}-\d\d-\d{4}-\d{4}_\w*conflict(?:_\d+)?",  # Synology Drive, Cloud Station
        r"_conflict-\d{8}-\d{6}",  # ownCloud before 2.5
        # OneDrive writes the name of the computer, and that may be any word: those that Windows gives itself count.
        r"-(?:desktop|laptop|win|surface)-[a-z0-9]+(?:-\d+)?",
        r"-[a-z0-9]+-(?:pc|laptop|desktop|notebook|macbook|macbook-pro|macbook-air|imac|surface)(?:-\d+)?",
    )
)
_HEAD: Final = 4096
_ID: Final = re.compile(rb'"format":\s*"cxdesigner",(?:\s*"version":\s*\d+,)?\s*"id":\s*"([^"\\]*)"')


def is_conflicted_copy(name: str, of: str, host: str = "") -> bool:
    """Tell whether a file of this name is a conflicted copy of another in the same folder, by what Dropbox, OneDrive,
    Syncthing, Nextcloud, ownCloud and Synology call them; `host` is the name of this computer.
    """
    stem, ending = Path(of).stem, Path(of).suffix
    if len(name) <= len(of) or not name.startswith(stem) or not name.lower().endswith(ending.lower()):
        return False
    behind = name[len(stem) : len(name) - len(ending)]
    if host and re.fullmatch(rf"-{re.escape(host)}(?:-\d+)?", behind, re.IGNORECASE):
        return True
    return any(pattern.fullmatch(behind) for pattern in _BEHIND)


def conflicted_copies(path: Path, project: str, host: str = "") -> list[Path]:
    """Give the conflicted copies of a project beside its file, by name: those that hold the project of this id."""
    return _beside(path, project, lambda name: is_conflicted_copy(name, path.name, host))


def original_of(path: Path, project: str, host: str = "") -> Path | None:
    """Give the file beside it of which a file is a conflicted copy, if that holds the project of this id."""
    return next(iter(_beside(path, project, lambda name: is_conflicted_copy(path.name, name, host))), None)


def _beside(path: Path, project: str, is_meant: Callable[[str], bool]) -> list[Path]:
    try:
        beside = sorted(one for one in path.parent.iterdir() if is_meant(one.name))
    except OSError:
        return []
    return [one for one in beside if _project_in(one) == project]


def _project_in(path: Path) -> str | None:
    """Give the id of the project in a file by its first lines, without reading all of it; None if it is none."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            found = _ID.search(file.read(_HEAD))
    except OSError:
        return None
    return found[1].decode("utf-8", "replace") if found is not None else None
