"""What to export, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from cxdesigner.layout.showing import Curves

Kind = Literal["pdf", "svg", "png"]

KINDS: Final[tuple[Kind, ...]] = ("pdf", "svg", "png")
LARGEST_SCALE: Final = 64.0


class ExportError(Exception):
    """An export that cannot be made as it was asked for; the text is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a map is exported.

    `page` is a name of `paper.PAGES`, for PDF only; `scale` is pixels to a point, for PNG only. `only` says which
    cards it is about, as `export.only` reads it; the others are faded. `comments`: they are numbered, and listed below
    the map. `curves` are shown as in `layout.showing`, with that of `persona` on top: an id, a name or a number on the
    map, "" for the first.
    """

    kind: Kind = "pdf"
    page: str = "sheet"
    scale: float = 2.0
    only: tuple[str, ...] = ()
    comments: bool = False
    curves: Curves = "together"
    persona: str = ""


def kind_of(path: Path) -> Kind:
    """Tell from a file's extension what it is to hold.

    Raises:
        ExportError: it is none of KINDS.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        found = f"not {path.suffix}" if path.suffix else "and this name has none"
        raise ExportError(f"Cannot tell what {path.name} is to be: name it .pdf, .svg or .png, {found}.")
    return kind
