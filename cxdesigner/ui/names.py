"""Names: of projects for the reader, of files given their extension, compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.records import Map, Record
    from cxdesigner.ui.session import Session


def with_extension(path: Path, known: tuple[str, ...]) -> Path:
    """Give a path one of these extensions, the first one if it has none of them.

    What looks like an extension but is none ("Dinner v1.2") stays a part of the name.
    """
    if path.suffix.lower().removeprefix(".") in known:
        return path
    return path.with_name(f"{path.name}.{known[0]}")


def is_same(a: Path, b: Path) -> bool:
    """Tell whether two paths lead to the same file, by links or other letters too."""
    try:
        return a.resolve() == b.resolve() or a.samefile(b)
    except (OSError, RuntimeError):  # one of them is not there, or links in a circle
        return False


def is_there(path: Path) -> bool:
    """Tell whether there is such a file; of what cannot be looked at, that there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def name_of(session: Session) -> str:
    """Give what a project is called: its file, or while it has none its title, or that of the map that is shown."""
    if session.path is not None:
        return session.path.name
    shown = session.map
    title = session.document.project.title or (shown.title if shown is not None else "")
    return title or tr("Untitled")


def title_of_map(shown: Map | None, most: int | None = None) -> str:
    """Give the title of a map for the reader, in one line and of so many characters at most."""
    return text_of(shown)[:most] or tr("Untitled map")


def text_of(record: Record | None) -> str:
    """Give the text by which a record is known, in one line; "" if it has none."""
    texts = (getattr(record, field, "") for field in ("text", "title", "name"))
    return " ".join(next(filter(None, texts), "").split())
