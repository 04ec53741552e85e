"""Names of files made of titles: one for an export, or one for each map where a file shows a single one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxdesigner.layout.words import Words
from cxdesigner.model.incognito import Incognito
from cxdesigner.model.records import Map, Project

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions, Kind
    from cxdesigner.model.document import Document

ONE_MAP: Final[tuple[Kind, ...]] = ("svg", "png")
"""Kinds of file that show one map: of several each gets a file."""
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST = 80


def file_name(title: str, extension: str, word: str = "") -> str:
    """Make a name of a title that every system takes, such as "Friday dinner.pdf", or "Friday dinner – word.pdf"."""
    behind = f" – {word}" if word else ""
    title = " ".join(_UNFIT.sub(" ", title).split())[: max(1, _LONGEST - len(behind))].strip(". ")
    stem = " ".join(_UNFIT.sub(" ", title + behind).split()).strip(". ")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"{stem} map".strip()
    return f"{stem}.{extension}"


def titles_of(document: Document, options: ExportOptions) -> dict[str, str]:
    """Give the titles of maps, and of the project, by id, as names of files may say them.

    Nobody is named in them who is left out of the files.
    """
    records: list[Project | Map] = [document.project, *document.maps]
    names, authors = "names" in options.without, "authors" in options.without
    if not names and not authors:
        return {one.id: one.title for one in records}
    called = Words(document.project.language)["persona_number"]
    incognito = Incognito(document, called, names=names, authors=authors)
    return {one.id: str(getattr(incognito.without_names(one), "title", "")) for one in records}


def files_of(document: Document, map_ids: Sequence[str], options: ExportOptions, path: Path) -> dict[Path, list[str]]:
    """Give the files of an export, each with the ids of the maps in it.

    It is the one at `path`, or where that would show a single map of several, one beside it for each, called like it
    and the map: "name – title.svg", or by its number if it has no title.
    """
    if options.kind not in ONE_MAP or len(map_ids) < 2:
        return {path: list(map_ids)}
    titles, numbers = titles_of(document, options), [one.id for one in document.maps]
    words = [titles[key].strip() or str(numbers.index(key) + 1) for key in map_ids]
    ending = path.suffix if path.suffix.lower() == f".{options.kind}" else ""
    stem = path.name.removesuffix(ending) if ending else path.name
    names = unlike([f"{stem} – {Path(file_name(word, 'x')).stem}" for word in words])
    ending = ending or f".{options.kind}"
    return {path.with_name(f"{name}{ending}"): [key] for name, key in zip(names, map_ids, strict=True)}


def unlike(stems: Sequence[str]) -> list[str]:
    """Make names of which no two are the same, on any system: a number comes after one that was there before."""
    taken: set[str] = set()
    found = []
    for stem in stems:
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        found.append(name)
    return found
