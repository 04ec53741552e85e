"""Comparing and merging with files that somebody chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.model.beginnings import common_snapshot, is_beginning
from cxdesigner.model.merge import Merged, merge, merge_all
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.storage.project_file import CannotReadError, load
from cxdesigner.storage.snapshots import CannotReadSnapshotError, document_of
from cxdesigner.ui.errands import Errands
from cxdesigner.ui.joining import Joining
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.main_window import MainWindow


_Join = Callable[["Document", Sequence["Document"]], Merged]


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
    _ask(window, lambda others, _: window.bench.comparing.show(others.documents[0], others.name))


def merge_with(window: MainWindow) -> None:
    """Have somebody choose another version, and join it with what is open, as one edit.

    Both began from the newest named version that both keep; where there is none, what only one has counts as added.
    """
    _ask(window, partial(_merge, window, _with_one))


def merge_tables(window: MainWindow) -> None:
    """Have somebody choose versions of several groups, and join them all with what is open, as one edit.

    If they began from what is open, what a group took out is taken out; else what is open is one of them.
    """
    _ask(window, partial(_merge, window, _with_all))


def _merge(window: MainWindow, join: _Join, others: Others, errands: Errands) -> None:
    joining = Joining(window, errands)
    theirs = others.documents[0]
    joining.join(
        lambda ours, _: join(ours, others.documents),
        theirs,
        tr("Merge {name}", name=others.name),
        lambda _merged, _change: None,
    )


def _with_one(ours: Document, documents: Sequence[Document]) -> Merged:
    theirs = documents[0]
    common = common_snapshot(ours, theirs)
    if len(documents) > 1:
        return _with_all(ours, documents)
    if common is not None:
        try:
            return merge(document_of(ours, common), ours, theirs)
        except CannotReadSnapshotError:
            pass  # it is merged as without
    return merge_all(None, [ours, theirs])


def _with_all(ours: Document, documents: Sequence[Document]) -> Merged:
    if is_beginning(ours, documents):
        return merge_all(ours, documents)
    return merge_all(None, [ours, *documents])


def _ask(window: MainWindow, act: Callable[[Others, Errands], object]) -> None:
    application, session = window.application, window.project
    beside = session.path.parent if session.path is not None else None
    paths = application.dialogs.ask_open_paths(window, application.folder_for("projects", beside))
    if not paths:
        return
    application.memory.set_folder("projects", paths[0].parent)
    errands = Errands("read other versions")
    errands.setParent(window.bench)

    def take(found: list[Document] | str) -> None:
        if window.session is not session:
            return
        if isinstance(found, list):
            act(Others(paths, found), errands)
        else:
            application.tell(found, window)

    window.tell(tr("Reading {name}…", name=Others(paths, ()).name))
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
