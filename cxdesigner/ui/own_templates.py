"""The templates that somebody has made of projects of their own."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QFile

from cxdesigner.export.naming import file_name

if TYPE_CHECKING:
    from cxdesigner.model.document import Document

SUFFIX = "cxd"


class OwnTemplate(NamedTuple):
    """A template in a file, and its title."""

    path: Path
    title: str


class OwnTemplates:
    """Keeps templates in a folder, each in a file that is named after its title."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._saving = threading.Lock()

    def all(self) -> list[OwnTemplate]:
        """Give the templates by their titles, which are their files' names."""
        files = sorted(self._folder.glob(f"*.{SUFFIX}"), key=lambda path: path.stem.casefold())
        return [OwnTemplate(path, path.stem) for path in files]

    def save(self, document: Document, title: str) -> OwnTemplate:
        """Write a project as a template, without the versions that are kept in it, which are of this project only.

        Where one has this title already the new one gets a number.

        Raises:
            CannotWriteError: the file could not be written.
        """
        from cxdesigner.files import write_atomically
        from cxdesigner.storage.codec import write

        data = write(_without_versions(document))
        with self._saving:  # two at once do not take the same free name
            path = self._free(title)
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(path, data)
        return OwnTemplate(path, path.stem)

    def _free(self, title: str) -> Path:
        first = self._folder / file_name(title, SUFFIX)
        number, path = 2, first
        while path.exists():
            path = first.with_name(f"{first.stem} {number}.{SUFFIX}")
            number += 1
        return path

    def remove(self, path: Path) -> bool:
        """Put a template into the system's trash; False, and it stays, if it could not be put there."""
        QFile.moveToTrash(str(path))
        return not path.exists()


def from_own(path: Path) -> Document:
    """Make a project of a template in a file: fresh ids throughout, no title.

    Raises:
        CannotOpenError: it cannot be read.
    """
    from cxdesigner.model.edits.renew import renewed
    from cxdesigner.ui.opening import open_session

    document = renewed(_without_versions(open_session(path)[0].document))
    untitled = document.project.with_(title="")
    return type(document)(untitled if key == document.root else one for key, one in document.records.items())


def _without_versions(document: Document) -> Document:
    from cxdesigner.model.edits.snapshots import remove_snapshots

    change = remove_snapshots(document, [one.id for one in document.snapshots])
    return document if change is None else document.apply(change)
