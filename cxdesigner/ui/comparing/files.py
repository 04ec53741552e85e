"""Comparing and merging with files that somebody chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.storage.project_file import CannotReadError, load
from cxdesigner.ui.errands import Errands
from cxdesigner.ui.joining import Joining
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.main_window import MainWindow


class Others(NamedTuple):
    """The files that were chosen, and the projects in them."""

    paths: Sequence[Path]
    documents: Sequence[Document]

    @property
    def name(self) -> str:
        """What they are called within a sentence."""
        if len(self.paths) == 1:
            return f"“{self.paths[0].name}”"
        return tr("{n} files", n=len(self.paths))


def compare_with(window: MainWindow) -> None:
    """Have somebody choose another version of the project that is open, and show how it differs."""
    _ask(
        window,
        tr("Compare with"),
        lambda others, _: window.bench.comparing.show(others.documents[0], others.name),
        several=False,
    )


def merge_with(window: MainWindow) -> None:
    """Have somebody choose another version, and join it with what is open, as one edit."""
    _ask(window, tr("Merge with"), partial(_merge, window))


def merge_tables(window: MainWindow) -> None:
    """Have somebody choose versions of several groups, and join them all with what is open, as one edit."""
    _ask(window, tr("Merge the tables"), partial(_merge, window))


def _merge(window: MainWindow, others: Others, errands: Errands) -> None:
    Joining(window, errands).join_files(others.documents, [path.name for path in others.paths])


def _ask(window: MainWindow, caption: str, act: Callable[[Others, Errands], object], *, several: bool = True) -> None:
    application, session = window.application, window.project
    # Versions of a project mostly lie where its file is, wherever else something was opened from.
    folder = session.path.parent if session.path is not None else application.folder_for("projects")
    paths = application.dialogs.ask_open_paths(window, caption, folder, several=several)
    if not paths:
        return
    errands = Errands("read other versions")
    reading = tr("Reading {name}…", name=Others(paths, ()).name)

    def take(found: list[Document] | str) -> None:
        if window not in application.windows or window.session is not session:
            return
        window.untell(reading)
        if isinstance(found, list):
            act(Others(paths, found), errands)
        else:
            application.tell(found, window)

    window.tell(reading)
    errands.ask(partial(_read, list(paths), session.document.root), take)


def _read(paths: Sequence[Path], root: str) -> list[Document] | str:
    """Give the projects in files, or a sentence about the first that is no version of the one with this root."""
    documents = []
    for path in paths:
        try:
            document = load(path).document
        except CannotReadError as error:
            return said(error)
        except (NotAProjectError, DamagedError) as error:
            return f"{path.name}: {said(error)}"
        if document.root != root:
            return tr(
                "“{name}” is another project, not a version of this one: open it and copy what you need.",
                name=path.name,
            )
        documents.append(document)
    return documents
