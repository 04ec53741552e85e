"""The earlier version of a project that somebody means by a name: one kept in it, or another file of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.export.called import called
from cxdesigner.export.options import ExportError
from cxdesigner.sentences import SentenceError, say
from cxdesigner.storage.project_file import load
from cxdesigner.storage.snapshots import CannotReadSnapshotError, document_of

if TYPE_CHECKING:
    from cxdesigner.layout.report.about import Earlier
    from cxdesigner.model.document import Document


def earlier_of(document: Document, text: str) -> Earlier | None:
    """Give the version of a project that is called so, None for "".

    Raises:
        ExportError: there is none, or several are meant, or it cannot be read, or is one of another project.
    """
    if not text:
        return None
    from cxdesigner.layout.report.about import Earlier

    kept = document.snapshots
    found = called([snapshot.name for snapshot in kept], text)
    try:
        if found:
            return Earlier(document_of(document, kept[found[-1]]), kept[found[-1]].name)
        if Path(text).is_file():
            other = load(text).document
            if other.root == document.root:
                return Earlier(other, Path(text).name)
            raise ExportError(say("“{name}” is another project, not a version of this one.", name=Path(text).name))
    except CannotReadSnapshotError as error:
        raise ExportError(error.sentence) from None
    except SentenceError as error:
        if isinstance(error, ExportError):
            raise
        raise ExportError(say("{name}: {reason}", name=Path(text).name, reason=error.sentence)) from None
    names = ", ".join(f"“{snapshot.name[:40]}”" for snapshot in kept[:6])
    if names:
        raise ExportError(
            say("There is no version “{name}” in this project, nor such a file; it keeps {names}.",
                name=text[:60], names=names)
        )  # fmt: skip
    raise ExportError(
        say("There is no version “{name}” in this project, nor such a file: it keeps none.", name=text[:60])
    )
